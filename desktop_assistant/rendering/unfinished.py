"""The last line of a streamed text, completed for the moment.

Every ``**strong**`` word would be seen with its stars until the closing ones arrive, and then jump.
So what the line leaves open is closed in what is shown; what is kept stays as it came.
"""

import re
from typing import Final

_BEGUN: Final = re.compile(r"(?:\*+|_+|~+|`+|!?\[|!)\Z")
_MARK: Final = re.compile(r"\\.|`+|\*{1,3}|~~")


def completed(line: str) -> str:
    """Return ``line`` with its open emphasis and code closed, and a half link as its text."""
    bare = _BEGUN.sub("", line)
    opened = _open_marks(bare)
    if not opened or opened[-1][0] != "`":
        bare = _without_half_address(bare)
    return bare.rstrip() + "".join(reversed(opened)) if opened else bare


def _without_half_address(line: str) -> str:
    """Leave a link's text alone while its address comes in."""
    middle = line.rfind("](")
    start = line.rfind("[", 0, max(0, middle))
    address = line[middle + 2 :]
    if start < 0 or " " in address or address.count(")") > address.count("("):
        return line
    return line[:start].removesuffix("!") + line[start + 1 : middle]


def _open_marks(line: str) -> list[str]:
    """Return the marks that nothing closes, from the outermost to the innermost."""
    opened: list[str] = []
    for match in _MARK.finditer(line):
        mark = match.group()
        code = opened[-1] if opened and opened[-1][0] == "`" else None
        if mark[0] == "\\" or (code is not None and mark != code):
            continue
        if mark in opened:
            del opened[opened.index(mark) :]
        elif mark[0] == "`" or _opens(line, match.start(), match.end()):
            opened.append(mark)
    return opened


def _opens(line: str, start: int, end: int) -> bool:
    """Tell whether a mark opens emphasis: not in "2 * 3" and not in "a**b"."""
    before = line[start - 1 : start] if start else " "
    return not (before.isascii() and before.isalnum()) and bool(line[end : end + 1].strip())
