"""What is selected: from one place in the conversation to another, across messages."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ui.transcript.spots import END, START, Spot

Part: TypeAlias = tuple[Spot, Spot]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a message's text."""

    message_id: MessageId
    spot: Spot


class Selection:
    """Two points; which comes first is decided by the order of the messages."""

    def __init__(self) -> None:
        self._anchor: Part | None = None
        self._anchor_id = MessageId("")
        self._head: Part | None = None
        self._head_id = MessageId("")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        if self._anchor is None or self._head is None:
            return True
        return self._anchor_id == self._head_id and self._low() == self._high()

    @property
    def ends(self) -> tuple[MessageId, MessageId] | None:
        """The messages in which it begins and ends, as it was made."""
        return None if self._anchor is None else (self._anchor_id, self._head_id)

    @property
    def head(self) -> Point | None:
        """The end that moves."""
        if self._anchor is None or self._head is None:
            return None
        is_back = self._anchor_id == self._head_id and self._head < self._anchor
        return Point(self._head_id, self._head[0 if is_back else 1])

    def clear(self) -> None:
        """Selects nothing."""
        self._anchor = self._head = None

    def start(self, message_id: MessageId, part: Part) -> None:
        """Begins at a place, or with a word or line that stays selected."""
        self._anchor = self._head = part
        self._anchor_id = self._head_id = message_id

    def extend(self, message_id: MessageId, part: Part) -> None:
        """Moves the other end."""
        if self._anchor is not None:
            self._head, self._head_id = part, message_id

    def select(self, first: MessageId, last: MessageId) -> None:
        """Selects whole messages."""
        self._anchor, self._anchor_id = (START, START), first
        self._head, self._head_id = (END, END), last

    def is_whole(self, first: MessageId, last: MessageId) -> bool:
        """Whether just these messages and those between them are selected, and all of them."""
        whole = ((START, START), (END, END))
        return self.ends == (first, last) and (self._anchor, self._head) == whole

    def part_of(self, message_id: MessageId, place: int, places: tuple[int, int]) -> Part | None:
        """Which part of a message is selected.

        Args:
            message_id: the message.
            place: its number in the conversation.
            places: the numbers of the messages in ``ends``.
        """
        if self.is_empty:
            return None
        low, high = min(places), max(places)
        if not low <= place <= high:
            return None
        if low == high:
            return self._low(), self._high()
        first, last = self._anchor, self._head
        if places[0] > places[1]:
            first, last = last, first
        assert first is not None
        assert last is not None
        start = first[0] if place == low else START
        end = last[1] if place == high else END
        return start, end

    def _low(self) -> Spot:
        assert self._anchor is not None
        assert self._head is not None
        return min(self._anchor[0], self._head[0])

    def _high(self) -> Spot:
        assert self._anchor is not None
        assert self._head is not None
        return max(self._anchor[1], self._head[1])
