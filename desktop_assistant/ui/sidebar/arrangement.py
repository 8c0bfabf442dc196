"""The rows of the library in their order: each conversation below the heading of its day."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop_assistant.chat.state import ConversationSummary
from desktop_assistant.ui.sidebar.sections import Sections


class Row(NamedTuple):
    """A heading, or a conversation with a summary."""

    key: str
    """Tells it from all others, in this list and the next."""
    title: str
    heading: str
    """What it stands below, or is."""
    summary: ConversationSummary | None = None


def arranged(
    summaries: Iterable[ConversationSummary],
    sections: Sections,
    untitled: str,
    before: Iterable[Row],
) -> list[Row]:
    """Rows for conversations that are in order.

    Args:
        summaries: of the conversations.
        sections: the headings of the day.
        untitled: the title of a conversation that has none.
        before: rows of the same day; those that would be made alike are taken over. With
            thousands of conversations, all but one or two are.
    """
    known = {row.key: row for row in before}
    rows: list[Row] = []
    times: dict[str, int] = {}
    heading: str | None = None
    for summary in summaries:
        row = known.get(summary.id)
        if row is None or row.summary != summary or row.title != (summary.title or untitled):
            title = summary.title or untitled
            row = Row(summary.id, title, sections.of(summary), summary)
        if row.heading != heading:
            heading = row.heading
            # A clock that was set back brings days into disorder, and headings come again.
            times[heading] = times.get(heading, 0) + 1
            rows.append(Row(f"section {times[heading]} {heading}", heading, heading))
        rows.append(row)
    return rows
