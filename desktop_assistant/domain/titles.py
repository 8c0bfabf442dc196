"""A conversation's title from its first question, without asking a model."""

import re

from desktop_assistant.domain.attachments import split

MAX_TITLE = 60
_FENCE = re.compile(r"```.*?(```|\Z)", re.DOTALL)
_MARKS = re.compile(r"[#>*`_~\[\]]+")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+|(?<=[。！？])|\n")


def title_from(question: str) -> str:
    """The first sentence, plain and at most 60 characters; an empty string if there is none.

    What the user says counts, not what is attached; of files alone, the first one's name.
    """
    files, words = split(question)
    if files and not words.strip():
        # A name is no sentence, and its signs are no marks.
        return _cut(files[0].name)
    plain = _MARKS.sub("", _FENCE.sub(" ", words)).strip()
    if not plain:
        plain = _MARKS.sub("", words).strip()
    first = _SENTENCE_END.split(plain, maxsplit=1)[0]
    return _cut(first.rstrip().rstrip(".。:,;"))


def _cut(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= MAX_TITLE:
        return words
    cut = words[: MAX_TITLE - 1]
    space = cut.rfind(" ")
    if space > MAX_TITLE // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:") + "…"
