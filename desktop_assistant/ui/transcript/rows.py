"""Which rows there are, where they stand, and which of them have a widget just now.

Only rows in sight have widgets and exact heights; all others have guessed ones. Rows in sight are
measured as they come, in a way that nothing already on the screen moves.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from PySide6.QtCore import QRect

from desktop_assistant.chat.state import VisiblePath
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import MessageNode, Role
from desktop_assistant.rendering.row_index import Anchor, RowIndex
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.row import MessageRow

ABOVE, BELOW = 8, 32
"""Room above the first and below the last row, in logical pixels."""
_ROUNDS = 12
_KEPT_BODIES = 200
_KEPT_CHARACTERS = 4_000_000
_KEPT_LAYOUTS = 12
"""Rows out of sight that stay laid out, for scrolling to and fro."""


class Rows:
    """The rows of one conversation."""

    def __init__(self, make_row: Callable[[RowContent], MessageRow]) -> None:
        self._make_row = make_row
        self._index: RowIndex[MessageId] = RowIndex()
        self._path = VisiblePath()
        self._contents: dict[MessageId, RowContent] = {}
        """What is known of the rows that somebody has asked for, in no order."""
        self._left_out: frozenset[MessageId] = frozenset()
        self._widgets: dict[MessageId, MessageRow] = {}
        self._bodies: dict[MessageId, int] = {}
        """Lengths of the messages that are held, in the order in which they were last shown."""
        self._forks: list[MessageId] = []
        self._stale: set[MessageId] = set()
        """Rows with a widget that must be placed and measured again."""
        self._laid_out: dict[MessageId, None] = {}
        """Rows out of sight that are laid out, the longest unseen first."""
        self._order: list[MessageRow] = []
        self.keeps_all_texts = False
        """While somebody needs more texts at once than are usually held."""
        self.width = 1
        self.column = QRect(0, 0, 1, 0)

    def __len__(self) -> int:
        return len(self._index)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._index

    # Content

    def replace(self, path: VisiblePath) -> None:
        """Takes another path; what is known of messages that stay is kept."""
        self._path = path
        self._index.replace(self._guesses())
        self._contents = {m: c for m, c in self._contents.items() if m in self._index}
        for message_id, content in self._contents.items():
            content.entry = path[self._index.place(message_id)]
        self._forks = [entry.node.id for entry in path.forks]
        for message_id in [m for m in self._widgets if m not in self._index]:
            self._drop(message_id)
        for message_id in [m for m in self._bodies if m not in self._index]:
            del self._bodies[message_id]

    def content(self, message_id: MessageId) -> RowContent | None:
        """What a row shows."""
        content = self._contents.get(message_id)
        if content is None and message_id in self._index:
            entry = self._path[self._index.place(message_id)]
            content = RowContent(entry, is_left_out=message_id in self._left_out)
            self._contents[message_id] = content
        return content

    def lacks_text(self, message_id: MessageId) -> bool:
        """Whether a message's text is not held."""
        content = self._contents.get(message_id)
        return content is None or content.message is None

    def backwards(self) -> Iterator[RowContent]:
        """What the rows show, from the last to the first."""
        return (self._known_content(node.id) for node in reversed(self._path.nodes))

    def known(self) -> list[RowContent]:
        """What was shown, or asked for, of this conversation, in no order."""
        return list(self._contents.values())

    def set_left_out(self, message_ids: Collection[MessageId]) -> list[RowContent]:
        """Marks what the next request would not carry; returns what is marked otherwise now."""
        self._left_out = frozenset(message_ids)
        changed = []
        for message_id, content in self._contents.items():
            if content.is_left_out != (message_id in self._left_out):
                content.is_left_out = not content.is_left_out
                changed.append(content)
        return changed

    def hold(self, message_id: MessageId, length: int) -> None:
        """Notes that a message's text is held; forgets what was not shown for long."""
        self._bodies.pop(message_id, None)
        self._bodies[message_id] = length
        if self.keeps_all_texts:
            return
        total = sum(self._bodies.values())
        for old in list(self._bodies):
            if len(self._bodies) <= _KEPT_BODIES and total <= _KEPT_CHARACTERS:
                return
            content = self._contents.get(old)
            if old in self._widgets or content is None or content.is_live:
                continue
            total -= self._bodies.pop(old)
            content.message = None
            content.forget_layout()

    def place(self, message_id: MessageId) -> int:
        """Which row from the top a message is."""
        return self._index.place(message_id)

    def id_at(self, place: int) -> MessageId:
        """The message of a row."""
        return self._index.key_at(place)

    @property
    def last_id(self) -> MessageId | None:
        """The last message."""
        return self._index.key_at(len(self._index) - 1) if len(self._index) else None

    # Geometry

    @property
    def height(self) -> int:
        """The height of everything, with the room above and below."""
        return self._index.total + ABOVE + BELOW

    def top(self, message_id: MessageId) -> int:
        """Where a row starts."""
        return self._index.top(message_id) + ABOVE

    def row_height(self, message_id: MessageId) -> int:
        """How high a row is, or may be."""
        return self._index.height(message_id)

    def id_near(self, y: int) -> MessageId | None:
        """The message at a height, or the nearest."""
        return self._index.key_at(self._index.place_at(y - ABOVE)) if len(self._index) else None

    def anchor(self, y: int) -> Anchor[MessageId] | None:
        """The place at a height, as a message and an offset."""
        return self._index.anchor(y - ABOVE)

    def position(self, anchor: Anchor[MessageId]) -> int | None:
        """Where an anchor stands now."""
        position = self._index.position(anchor)
        return None if position is None else position + ABOVE

    def visible(self, y: int, height: int, margin: int = 0) -> range:
        """The rows that a view touches."""
        return self._index.visible(y - ABOVE, height, margin=margin)

    def set_width(self, width: int, column: QRect) -> None:
        """Takes another width; every height is guessed anew until it is seen."""
        self.width, self.column = width, column
        self.forget_heights()

    def forget_heights(self) -> None:
        """Guesses every height anew; rows in sight are measured again."""
        self._index.forget_heights(self._guesses())
        self._stale.update(self._widgets)

    @property
    def forks(self) -> list[MessageId]:
        """The messages that have several versions, from the top."""
        return self._forks

    def fork_tops(self) -> list[int]:
        """Where the rows that have several versions start."""
        return [self.top(message_id) for message_id in self._forks]

    # Widgets

    def widget(self, message_id: MessageId) -> MessageRow | None:
        """A row's widget, if it is in sight."""
        return self._widgets.get(message_id)

    def widgets(self) -> list[MessageRow]:
        """The widgets of the rows in sight, from the top."""
        return sorted(self._widgets.values(), key=lambda row: row.y())

    def bring(self, message_id: MessageId) -> MessageRow:
        """A row's widget, made if there is none."""
        row = self._widgets.get(message_id)
        if row is None:
            row = self._make_row(self._known_content(message_id))
            self._widgets[message_id] = row
            self._stale.add(message_id)
        return row

    def mark_stale(self, message_id: MessageId) -> None:
        """Notes that a row's parts differ, so that it is placed and measured again."""
        self._stale.add(message_id)

    def measure(self, message_id: MessageId, *, repaint: bool = True) -> int:
        """Measures a row that has a widget; returns by how much its height changed.

        Args:
            message_id: whose row.
            repaint: whether anything but the end of its text may have changed.
        """
        self._stale.discard(message_id)
        row = self._widgets[message_id]
        height = row.lay_out(self.width, self.column)
        if repaint:
            row.update()
        if not row.content.is_loaded:
            return 0
        return self._index.set_height(message_id, height)

    def settle(self, y: int, height: int, *, to_end: bool) -> int:
        """Gets every row in sight ready.

        Args:
            y: where the view stands.
            height: of the view.
            to_end: whether the end must stay in sight.

        Returns:
            Where the view stands now, so that what was in sight has not moved.
        """
        for _ in range(_ROUNDS):
            if to_end:
                y = max(y, self.height - height)
            change = self._settle_once(y, height)
            if change is None:
                break
            y = max(0, y + change)
        self._put(y, height)
        return y

    def drop_all(self) -> None:
        """Removes every widget."""
        for message_id in list(self._widgets):
            self._drop(message_id)

    def _settle_once(self, y: int, height: int) -> int | None:
        """Measures what is in sight; ``None`` if all was known, else how far to move."""
        shift = 0
        again = False
        for place in self.visible(y, height):
            message_id = self._index.key_at(place)
            row = self.bring(message_id)
            was_known = self._index.is_known(message_id)
            if not was_known or message_id in self._stale:
                is_above = self.top(message_id) < y and not was_known
                change = self.measure(message_id)
                # A row that came in at the top keeps its lower edge, so what was seen stays.
                shift += change if is_above else 0
                again = again or change != 0
            top = self.top(message_id)
            if row.show_part(y + shift - top, y + shift - top + height):
                self.measure(message_id)
                again = True
        return shift if again else None

    def _put(self, y: int, height: int) -> None:
        """Places the widgets; lets go of those out of sight, and of old layouts."""
        seen = {self._index.key_at(place) for place in self.visible(y, height)}
        for message_id in list(self._widgets):
            row = self._widgets[message_id]
            if message_id not in seen and not row.is_needed():
                self._drop(message_id)
                continue
            top = self.top(message_id) - y
            row.setGeometry(0, top, self.width, self._index.height(message_id))
            row.show()
        # Only now: a row into whose new place another one reaches would be painted as a whole.
        for row in self._widgets.values():
            row.place_parts()
        self._put_in_order()
        for message_id in seen:
            self._laid_out.pop(message_id, None)
        while len(self._laid_out) > _KEPT_LAYOUTS:
            message_id = next(iter(self._laid_out))
            del self._laid_out[message_id]
            content = self._contents.get(message_id)
            if content is not None:
                content.forget_layout()

    def _put_in_order(self) -> None:
        """Assistive technology reads rows in the order in which they lie on each other."""
        order = self.widgets()
        if order != self._order:
            for row in order:
                row.raise_()
            self._order = order

    def _drop(self, message_id: MessageId) -> None:
        self._stale.discard(message_id)
        row = self._widgets.pop(message_id, None)
        if row is not None:
            row.hide()
            row.deleteLater()
            self._laid_out[message_id] = None

    def _known_content(self, message_id: MessageId) -> RowContent:
        content = self.content(message_id)
        assert content is not None
        return content

    def _guesses(self) -> dict[MessageId, int]:
        """How high every row may be."""
        guesses = _heights(self._path.nodes, self.column.width())
        # A reply under way is longer than its node knows.
        longer = [
            content.entry.node._replace(length=content.length)
            for message_id, content in self._contents.items()
            if message_id in guesses and content.length > content.entry.node.length
        ]
        return guesses | _heights(longer, self.column.width()) if longer else guesses


def _heights(nodes: Iterable[MessageNode], width: int) -> dict[MessageId, int]:
    """How high rows may be. All at once: this is done for every step of a resize."""
    line, user = max(10, width // 8), Role.USER
    question_line = 4 * line
    return {
        node.id: 77 + 24 * min(12, 1 + node.length * 5 // question_line)
        if node.role is user
        else 74 + 31 * (1 + node.length // line)
        for node in nodes
    }
