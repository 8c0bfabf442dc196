"""Text for a terminal: nothing that a model or a title says can command it, and columns line up."""

import unicodedata
from collections.abc import Sequence

_GAP = "  "
"""Between two columns of a table."""
_PICTURES = 0x2400
"""Where Unicode shows control characters as letters: ␛ for Escape."""
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS: dict[int, str] = {
    **{code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: "\u2421",
    **{code: f"\\x{code:02x}" for code in range(0x80, 0xA0)},
}
_ONE_LINE = {**_CONTROLS, 0x0A: "\u240a", 0x09: " ", **{ord(c): f"\\u{ord(c):04x}" for c in _BIDI}}


def visible(text: str) -> str:
    """The text with control characters shown instead of obeyed; line ends and tabs stay."""
    return text.replace("\r\n", "\n").translate(_CONTROLS)


def one_line(text: str) -> str:
    """The text on one line, with everything shown that could move or turn its neighbours."""
    return text.replace("\r\n", "\n").translate(_ONE_LINE)


def width_of(text: str) -> int:
    """How many columns a terminal needs for a text without control characters."""
    return sum(_width(sign) for sign in text)


def shortened(text: str, width: int) -> str:
    """The beginning of a text in at most ``width`` columns, with … if something is missing."""
    if width_of(text) <= width:
        return text
    kept: list[str] = []
    left = width - 1
    for sign in text:
        left -= _width(sign)
        if left < 0:
            break
        kept.append(sign)
    return "".join(kept).rstrip() + "…"


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widest: int = 60,
    columns: int | None = None,
) -> str:
    """Aligned columns under a head; cells are made safe and cut at ``widest`` columns.

    Args:
        head: what stands above each column.
        rows: the cells.
        widest: the most that a cell takes.
        columns: the width of the terminal, for which the last cells are cut; ``None`` is any.
    """
    cells = [[shortened(one_line(cell), widest) for cell in row] for row in (head, *rows)]
    widths = [max(width_of(row[i]) for row in cells) for i in range(len(head))]
    if columns is not None:
        left = columns - sum(widths[:-1]) - len(_GAP) * (len(widths) - 1)
        widths[-1] = min(widths[-1], max(left, width_of(head[-1])))
        cells = [[*row[:-1], shortened(row[-1], widths[-1])] for row in cells]
    return "".join(_padded(row, widths) + "\n" for row in cells)


def _padded(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (w - width_of(cell)) for cell, w in zip(row, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
