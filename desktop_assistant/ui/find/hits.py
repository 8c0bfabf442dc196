"""Where the hits are: message by message, in the order in which they are read."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ui.transcript.finding import Place


class Hits:
    """Counts hits and walks them. A message's thinking is read before its text."""

    def __init__(self) -> None:
        self._order: list[MessageId] = []
        self._index: dict[MessageId, int] = {}
        self._found: dict[MessageId, tuple[array[int], array[int]]] = {}
        self.total = 0
        """How many there are, as far as was looked."""

    def set_order(self, order: Sequence[MessageId]) -> None:
        """Takes the messages that can be seen; hits in others are forgotten."""
        self._order = list(order)
        self._index = {message_id: place for place, message_id in enumerate(order)}
        for message_id in [m for m in self._found if m not in self._index]:
            self.put(message_id, (), ())

    def clear(self) -> None:
        """Forgets every hit."""
        self._found.clear()
        self.total = 0

    def put(self, message_id: MessageId, thinking: Iterable[int], text: Iterable[int]) -> None:
        """Notes where hits begin in a message's thinking and text, in place of what was known."""
        self.total -= self._count(message_id)
        found = (array("L", thinking), array("L", text))
        if any(found):
            self._found[message_id] = found
        else:
            self._found.pop(message_id, None)
        self.total += self._count(message_id)

    def starts(self, message_id: MessageId) -> tuple[Sequence[int], Sequence[int]]:
        """Where hits begin in a message's thinking and in its text."""
        return self._found.get(message_id, ((), ()))

    def number_of(self, place: Place) -> int | None:
        """Which hit from the first a place is, from 1 on; ``None`` if no hit is there."""
        at = self._position(place)
        if self._at(place.message_id, at) != place:
            return None
        before = self._order[: self._index[place.message_id]]
        return sum(map(self._count, before)) + at + 1

    def first_from(self, place: Place) -> Place | None:
        """The first hit from a place on, without going round."""
        if place.message_id not in self._index:
            return None
        found = self._at(place.message_id, self._position(place))
        return found or self._next_message(self._index[place.message_id], 1)

    def step(self, place: Place, step: int) -> Place | None:
        """The next hit after a place, or the one before; after the last comes the first.

        Args:
            place: a hit, or where one was.
            step: 1 or -1.
        """
        start = self._index.get(place.message_id, 0)
        at = self._position(place)
        if step < 0:
            found = self._at(place.message_id, at - 1) if at else None
        else:
            is_hit = self._at(place.message_id, at) == place
            found = self._at(place.message_id, at + is_hit)
        return found or self._next_message(start, step) or self._wrapped(start, step)

    def first(self) -> Place | None:
        """The first hit of all."""
        return self._next_message(-1, 1)

    def _wrapped(self, start: int, step: int) -> Place | None:
        """The first hit from the other end, as far as the message where one came from."""
        places = range(start + 1) if step > 0 else range(len(self._order) - 1, start - 1, -1)
        return self._first_in(places, step)

    def _next_message(self, index: int, step: int) -> Place | None:
        places = range(index + 1, len(self._order)) if step > 0 else range(index - 1, -1, -1)
        return self._first_in(places, step)

    def _first_in(self, places: Iterable[int], step: int) -> Place | None:
        for place in places:
            message_id = self._order[place]
            if message_id in self._found:
                return self._at(message_id, 0 if step > 0 else self._count(message_id) - 1)
        return None

    def _count(self, message_id: MessageId) -> int:
        return sum(map(len, self._found.get(message_id, ())))

    def _position(self, place: Place) -> int:
        """How many hits of its message stand before a place."""
        thinking, text = self.starts(place.message_id)
        if place.in_thinking:
            return bisect_left(thinking, place.start)
        return len(thinking) + bisect_left(text, place.start)

    def _at(self, message_id: MessageId, number: int) -> Place | None:
        thinking, text = self.starts(message_id)
        if 0 <= number < len(thinking):
            return Place(message_id, True, thinking[number])
        number -= len(thinking)
        return Place(message_id, False, text[number]) if 0 <= number < len(text) else None
