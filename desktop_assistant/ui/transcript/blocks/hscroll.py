"""How far wide content is moved sideways inside its frame, and the thin bar that shows it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_assistant.ui.transcript.look import Look

_THICKNESS = 6.0
_LEAST_THUMB = 32.0
_ROOM = 24.0
"""Pixels left and right of what is shown."""


class HorizontalScroll:
    """A position between 0 and what does not fit. Painted and driven by its frame."""

    def __init__(self) -> None:
        self.value = 0.0
        self._content = 0.0
        self._room = 0.0
        self._drag: float | None = None
        self._is_moved = False

    @property
    def most(self) -> float:
        """The farthest position."""
        return max(0.0, self._content - self._room)

    def set_extent(self, content: float, room: float, *, from_right: bool = False) -> None:
        """Takes the width of the content and of the room it has.

        Args:
            content: of all there is, in pixels.
            room: of what is seen at once.
            from_right: whether the content begins at its right end, which is shown until moved.
        """
        self._content, self._room = content, room
        self.value = self.most if from_right and not self._is_moved else min(self.value, self.most)

    def move_by(self, pixels: float) -> bool:
        """Moves; returns whether anything moved."""
        before = self.value
        self.value = min(max(0.0, self.value + pixels), self.most)
        self._is_moved = self._is_moved or self.value != before
        return self.value != before

    def show_range(self, left: float, right: float) -> bool:
        """Moves as little as needed to show a part; returns whether anything moved."""
        if left < self.value:
            return self.move_by(left - self.value)
        if right > self.value + self._room:
            return self.move_by(min(right - self.value - self._room, left - self.value))
        return False

    def show_rects(self, first: QRectF, last: QRectF, x: float) -> bool:
        """Moves as little as needed to show a run of characters; returns whether anything moved.

        Args:
            first: where the first character stands in its piece of text.
            last: where the character after the last one stands.
            x: where that piece of text stands in the content.
        """
        right = last.left() if last.top() == first.top() else first.right()
        return self.show_range(max(0.0, x + first.left() - _ROOM), x + right + _ROOM)

    def bar(self, area: QRectF) -> QRectF | None:
        """Where the thumb stands at the bottom of an area; ``None`` if all fits."""
        if self.most <= 0 or area.width() <= 0:
            return None
        length = max(_LEAST_THUMB, area.width() * self._room / self._content)
        way = area.width() - length
        x = area.left() + way * self.value / self.most
        return QRectF(x, area.bottom() - _THICKNESS, length, _THICKNESS)

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None:
        """Paints the thumb."""
        thumb = self.bar(area)
        if thumb is None:
            return
        name = "scroll.thumb" if self._drag is None else "scroll.thumb_hover"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(name))
        painter.drawRoundedRect(thumb.adjusted(0, 1, 0, -1), 2, 2)

    def press(self, area: QRectF, x: float, y: float) -> bool:
        """Takes hold of the thumb; returns whether it was there."""
        thumb = self.bar(area)
        if thumb is None or y < thumb.top() - 3:
            return False
        if not thumb.left() <= x <= thumb.right():
            self._to_thumb(area, x - thumb.width() / 2)
            thumb = self.bar(area) or thumb
        self._drag = x - thumb.left()
        return True

    @property
    def is_held(self) -> bool:
        """Whether the thumb is being dragged."""
        return self._drag is not None

    def drag(self, area: QRectF, x: float) -> None:
        """Follows the pointer."""
        if self._drag is not None:
            self._to_thumb(area, x - self._drag)

    def release(self) -> None:
        """Lets the thumb go."""
        self._drag = None

    def _to_thumb(self, area: QRectF, left: float) -> None:
        thumb = self.bar(area)
        if thumb is not None and area.width() > thumb.width():
            share = (left - area.left()) / (area.width() - thumb.width())
            self.value = min(max(0.0, share), 1.0) * self.most
            self._is_moved = True
