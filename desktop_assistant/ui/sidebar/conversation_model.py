"""The rows of the library: headings and conversations, changed with as little fuss as possible.

A new list is turned into removals, insertions, moves and changes of single rows, so that the
selection, the scroll position and a title being edited stay where they are.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_assistant.chat.state import ConversationSummary
from desktop_assistant.domain.ids import ConversationId
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.sentences import listed
from desktop_assistant.ui.sidebar.arrangement import Row, arranged
from desktop_assistant.ui.sidebar.sections import Sections

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ConversationRole(IntEnum):
    """What a row can be asked for besides its title."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1
    """The ``ConversationSummary``, or ``None`` for a heading."""


class ConversationModel(QAbstractListModel):
    """Headings cannot be selected; titles can be edited.

    Signals:
        rename_wanted: (conversation id, new title) the user has edited a title.
    """

    rename_wanted = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._summaries: list[ConversationSummary] = []
        self._today = date.min
        self._sections: Sections | None = None
        """The headings of today, once there is a list."""
        self._hidden: frozenset[ConversationId] = frozenset()
        self._answering: list[int] = []

    # For the sidebar

    def set_summaries(self, summaries: Sequence[ConversationSummary], today: date) -> None:
        """Shows these conversations, in this order."""
        self._summaries = list(summaries)
        self._set_day(today)
        self._arrange()

    def set_today(self, today: date) -> None:
        """Puts conversations under other headings when a day has passed."""
        if today != self._today:
            self._set_day(today)
            self._arrange()

    def hide(self, conversation_ids: frozenset[ConversationId]) -> None:
        """Leaves conversations out before the library has done so itself."""
        if conversation_ids != self._hidden:
            self._hidden = conversation_ids
            self._arrange()

    def index_of(self, conversation_id: str | None) -> QModelIndex:
        """Where a conversation stands; an invalid index if it is not listed."""
        for row, content in enumerate(self._rows):
            if content.summary is not None and content.summary.id == conversation_id:
                return self.index(row)
        return QModelIndex()

    def neighbour_of(self, conversation_id: str) -> ConversationId | None:
        """The conversation after this one, else the one before it."""
        ids = [row.summary.id for row in self._rows if row.summary is not None]
        if conversation_id not in ids:
            return None
        at = ids.index(ConversationId(conversation_id))
        rest = ids[at + 1 : at + 2] or ids[max(0, at - 1) : at]
        return rest[0] if rest else None

    def step_from(self, conversation_id: str | None, step: int) -> ConversationId | None:
        """The conversation some steps further down (or up), going round at the ends."""
        ids = [row.summary.id for row in self._rows if row.summary is not None]
        if not ids:
            return None
        if conversation_id not in ids:
            return ids[0 if step > 0 else -1]
        return ids[(ids.index(ConversationId(conversation_id or "")) + step) % len(ids)]

    @property
    def is_empty(self) -> bool:
        """Whether there is no conversation."""
        return not self._rows

    @property
    def is_any_answering(self) -> bool:
        """Whether any conversation is being answered."""
        return any(summary.answering for summary in self._summaries)

    def answering(self) -> list[QModelIndex]:
        """Where the conversations that are being answered stand."""
        return [self.index(at) for at in self._answering]

    # For Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].summary is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return show_controls(row.title)
        if role == Qt.ItemDataRole.EditRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.title if row.summary is None else self._spoken(row.title, row.summary)
        if role == ConversationRole.SUMMARY:
            return row.summary
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Takes an edited title; the library decides whether it stays."""
        summary = self._rows[index.row()].summary if index.isValid() else None
        title = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or summary is None or not title:
            return False
        if title != summary.title:
            self._rows[index.row()] = self._rows[index.row()]._replace(title=title)
            self.dataChanged.emit(index, index)
            self.rename_wanted.emit(summary.id, title)
        return True

    # Inside

    def _spoken(self, title: str, summary: ConversationSummary) -> str:
        parts = [title]
        if summary.branches > 1:
            parts.append(self.tr("%n branches", "", summary.branches))
        if summary.answering:
            parts.append(self.tr("answering"))
        if summary.unread:
            parts.append(self.tr("unread"))
        if summary.pinned:
            parts.append(self.tr("pinned"))
        return listed(parts)

    def _set_day(self, today: date) -> None:
        if today != self._today:
            self._today, self._sections = today, None

    def _arrange(self) -> None:
        before = self._rows if self._sections is not None else []
        self._sections = self._sections or Sections(self._today)
        summaries = [s for s in self._summaries if s.id not in self._hidden]
        untitled = self.tr("Untitled conversation")
        self._become(arranged(summaries, self._sections, untitled, before))

    def _become(self, rows: list[Row]) -> None:
        """Turns the rows into these, step by step."""
        start = _alike(self._rows, rows)
        tail = min(
            _alike(reversed(self._rows), reversed(rows)),
            min(len(self._rows), len(rows)) - start,
        )
        self._reorder(rows, start, tail)
        for at, row in enumerate(rows):
            if self._rows[at] is not row and self._rows[at] != row:
                self._rows[at] = row
                index = self.index(at)
                self.dataChanged.emit(index, index)
        self._answering = [
            at for at, row in enumerate(rows) if row.summary and row.summary.answering
        ]

    def _reorder(self, rows: list[Row], start: int, tail: int) -> None:
        """Removes, moves and inserts, but for what is alike at the beginning and at the end."""
        end = len(rows) - tail
        self._remove_all_but({row.key for row in rows[start:end]}, start, len(self._rows) - tail)
        present = {row.key for row in self._rows[start : len(self._rows) - tail]}
        for at in range(start, end):
            key = rows[at].key
            if at < len(self._rows) and self._rows[at].key == key:
                continue
            if key in present:
                self._move(self._find(key, at), at)
            else:
                run = at
                while run < end and rows[run].key not in present:
                    run += 1
                self._insert(at, rows[at:run])
                present.update(new.key for new in rows[at:run])

    def _remove_all_but(self, wanted: set[str], first: int, end: int) -> None:
        while end > first:
            if self._rows[end - 1].key in wanted:
                end -= 1
                continue
            start = end - 1
            while start > first and self._rows[start - 1].key not in wanted:
                start -= 1
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._rows[start:end]
            self.endRemoveRows()
            end = start

    def _find(self, key: str, start: int) -> int:
        return next(at for at in range(start, len(self._rows)) if self._rows[at].key == key)

    def _move(self, source: int, target: int) -> None:
        root = QModelIndex()
        self.beginMoveRows(root, source, source, root, target)
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()

    def _insert(self, at: int, rows: list[Row]) -> None:
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self._rows[at:at] = rows
        self.endInsertRows()


def _alike(old: Iterable[Row], new: Iterable[Row]) -> int:
    """How many rows from the beginning are of the same conversations and headings."""
    count = 0
    for before, after in zip(old, new, strict=False):
        if before is not after and before.key != after.key:
            break
        count += 1
    return count
