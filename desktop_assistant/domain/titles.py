"""A conversation's title from its first question, without asking a model."""

import re

MAX_TITLE = 60
_FENCE = re.compile(r"```.*?(```|\Z)", re.DOTALL)
_MARKS = re.compile(r"[#>*`_~\[\]]+")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+|(?<=[。！？])|\n")


def title_from(question: str) -> str:
    """The first sentence, plain and at most 60 characters; an empty string if there is none."""
    plain = _MARKS.sub("", _FENCE.sub(" ", question)).strip()
    if not plain:
        plain = _MARKS.sub("", question).strip()
    first = _SENTENCE_END.split(plain, maxsplit=1)[0]
    words = " ".join(first.split()).rstrip(".。:,;")
    if len(words) <= MAX_TITLE:
        return words
    cut = words[: MAX_TITLE - 1]
    space = cut.rfind(" ")
    if space > MAX_TITLE // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:") + "…"
