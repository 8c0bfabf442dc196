"""Markdown of any length, the same at every run, cut into pieces as a model's tokens are."""

import re
from collections.abc import Iterator
from itertools import count, islice

_PIECE = re.compile(r"\s?\w{1,6}|\s|[^\w\s]")
_WORDS = re.findall(
    r"\w+",
    "the tree of answers grows by one leaf with every question and nothing in it is ever lost "
    "because an edit adds a sibling while the older branch stays readable",
)


def pieces(text: str) -> list[str]:
    """The text in pieces of a token's size; joined they are the text."""
    return _PIECE.findall(text)


def markdown(tokens: int) -> str:
    """Headings, paragraphs, lists, code and tables of exactly so many ``pieces``."""
    return "".join(islice(_all_pieces(), tokens))


def _all_pieces() -> Iterator[str]:
    for section in count(1):
        yield from pieces(_section(section))


def _section(number: int) -> str:
    def sentence(start: int, length: int) -> str:
        words = (_WORDS[(start + i * 7) % len(_WORDS)] for i in range(length))
        return " ".join(words).capitalize() + "."

    paragraph = " ".join(sentence(number + i, 9 + (number + i) % 6) for i in range(4))
    parts = [f"## Part {number}", paragraph]
    match number % 4:
        case 0:
            rows = "\n".join(f"| row {i} | {i * number} |" for i in range(3))
            parts.append(f"| name | value |\n| --- | ---: |\n{rows}")
        case 1:
            parts.append("\n".join(f"- **{w}**: `{w}_{number}`" for w in _WORDS[:4]))
        case 2:
            parts.append(
                f"```python\ndef part_{number}(x: int) -> int:\n"
                f"    # {sentence(number, 5)}\n    return x * {number}\n```"
            )
        case _:
            parts.append(f"> {sentence(number, 8)} Grüße, 你好, \U0001f600.")
    return "\n\n".join(parts) + "\n\n"
