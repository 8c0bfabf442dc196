"""GFM tables as one token each.

The parser's own rule makes three tokens a cell and walks through every character; a model's table
may have thousands of rows, so this one splits lines and keeps the cells as strings.
"""

import re
from typing import TYPE_CHECKING, Final

from desktop_assistant.rendering.rule_types import Silent

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_DELIMITER: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_MAY_INTERRUPT: Final = frozenset("`~>#*-+_$\\[0123456789")
_MOST_FILLED_CELLS: Final = 65_536
"""Cells that short rows may leave out, all together: a few kilobytes must not become millions."""


def use_tables(md: "MarkdownIt") -> None:
    """Teach ``md`` tables: the token ``table``, whose ``meta`` has aligns, header and rows."""
    # After all rules but those of running text: "# a | b" is a heading whatever follows.
    md.block.ruler.before("lheading", "gfm_table", _table, {"alt": ["paragraph", "reference"]})


def cells(line: str) -> list[str]:
    r"""Return the cells of one row; ``\|`` is a bar inside of a cell."""
    parts = _PIPE.split(line) if "\\" in line else line.split("|")
    if parts[0] == "":
        del parts[0]
    if parts and parts[-1] == "":
        del parts[-1]
    return [part.strip(" \t").replace("\\|", "|") for part in parts]


def is_delimiter_row(text: str) -> bool:
    """Tell whether a line has the form of the one below a table's header."""
    # "- " would be a list item.
    if text[:2] in ("- ", "-\t") or len(text) < 2:
        return False
    return _DELIMITER.fullmatch(text) is not None


def _table(state: "StateBlock", start_line: int, end_line: int, silent: Silent) -> bool:
    if start_line + 2 > end_line:
        return False
    aligns = _aligns(state, start_line + 1)
    if aligns is None or state.is_code_block(start_line):
        return False
    header_line = _line(state, start_line)
    header = cells(header_line) if "|" in header_line else []
    if len(header) != len(aligns):
        return False
    if silent:
        return True
    rows, state.line = _rows(state, start_line + 2, end_line, len(header))
    token = state.push("table", "table", 0)
    token.map = [start_line, state.line]
    token.meta = {"aligns": aligns, "header": header, "rows": rows}
    return True


def _aligns(state: "StateBlock", line: int) -> list[str] | None:
    """Return each column's marks (``:--``, ``--:``) if ``line`` is a delimiter row."""
    if state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return None
    text = _line(state, line)
    return cells(text) if is_delimiter_row(text) else None


def _rows(
    state: "StateBlock", first: int, end_line: int, columns: int
) -> tuple[list[list[str]], int]:
    """Return the body rows, each filled or cut to ``columns``, and the line after the last."""
    rows: list[list[str]] = []
    filled = 0
    line = first
    while line < end_line and not _ends(state, line, end_line):
        row = cells(_line(state, line))
        filled += max(0, columns - len(row))
        if filled > _MOST_FILLED_CELLS:
            break
        rows.append((row + [""] * (columns - len(row)))[:columns])
        line += 1
    return rows, line


def _ends(state: "StateBlock", line: int, end_line: int) -> bool:
    if state.sCount[line] < state.blkIndent or state.isEmpty(line) or state.is_code_block(line):
        return True
    if state.src[state.bMarks[line] + state.tShift[line]] not in _MAY_INTERRUPT:
        return False
    rules = state.md.block.ruler.getRules("blockquote")
    return any(rule(state, line, end_line, True) for rule in rules)


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip(" \t")
