"""The scrolling area: which part of the conversation is in sight, and that it stays in sight.

Signals:
    messages_needed: (list of ids) texts that are, or are about to be, in sight.
    place_changed: the reader moved; ``anchor`` says whereto.
"""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.rendering.row_index import Anchor
from desktop_assistant.ui.controls import accessible
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.coloring import Coloring
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.folding import row_folded
from desktop_assistant.ui.transcript.follow import Follow
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.overlays import Overlays
from desktop_assistant.ui.transcript.pictures import Pictures
from desktop_assistant.ui.transcript.pointer import Pointer
from desktop_assistant.ui.transcript.reading_place import ReadingPlace
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.rows import Rows
from desktop_assistant.ui.transcript.scroll_bar import TranscriptScrollBar
from desktop_assistant.ui.transcript.selection import Selection
from desktop_assistant.ui.transcript.text_requests import TextRequests
from desktop_assistant.ui.transcript.viewport import TranscriptViewport
from desktop_assistant.ui.transcript.wheel import Wheel

_AT_END = "end"
_LINE = 24
_END_ROUNDS = 4
_AHEAD = 8
"""Messages above and below those in sight whose texts are asked for in time."""


class TranscriptArea(QAbstractScrollArea):
    """Scrolls rows, keeps the reader's place, and shows what is selected."""

    messages_needed = Signal(list)
    place_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessible.install()
        self.theme = theme
        self.rows = Rows(self._new_row)
        self.follow = Follow()
        self.selection = Selection()
        self._code_look = (False, False)
        self._most_column = theme.size("reading.max")
        self.pictures = Pictures()
        self.look = self._make_look()
        self._y = 0
        self._pinned: ReadingPlace | None = None
        self.requests = TextRequests()
        self._ticks_for = -1
        self._wheel = Wheel()
        self._has_news = False
        self._refreshing = False

        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = TranscriptScrollBar(theme, self)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._ground = TranscriptViewport(theme)
        self.setViewport(self._ground)
        self.viewport().setMouseTracking(True)
        self._bar.valueChanged.connect(self._on_bar_moved)
        self._bar.moved_by_user.connect(self._on_user_scrolled)
        self._overlays = Overlays(theme, self)
        self._overlays.pill.clicked.connect(self.go_to_end)
        self._coloring = Coloring(self)
        self._coloring.colored.connect(self._on_colored)
        self.pointer = Pointer(self.viewport(), lambda: self.rows, self.selection)
        self.pointer.scroll_wanted.connect(self.scroll_by)
        self.pointer.selection_changed.connect(self.show_selection)
        theme.changed.connect(self._on_look_changed)

    # For subclasses

    def make_row(self, content: RowContent) -> MessageRow:
        """A widget for a row."""
        raise NotImplementedError

    def in_sight_changed(self) -> None:
        """Other rows are in sight now, or their heights changed."""

    # Where the reader is

    @property
    def scroll_y(self) -> int:
        """How far the view is scrolled down, in pixels."""
        return self._y

    @property
    def most_y(self) -> int:
        """How far down the end is."""
        return max(0, self.rows.height - self.viewport().height())

    def anchor(self) -> str:
        """The reader's place, for ``restore_anchor``."""
        if self.follow.is_on or not len(self.rows):
            return _AT_END
        found = self._pinned or ReadingPlace.here(self.rows, self._y)
        return _AT_END if found is None else str(found)

    def restore_anchor(self, anchor: str) -> None:
        """Goes to a place that ``anchor`` named; to the end if there is no such place any more."""
        place = ReadingPlace.read(anchor)
        if place is not None and place.at.key in self.rows:
            self.follow.stay()
            self._keep(place)
        else:
            self.go_to_end()

    def pin(self, anchor: Anchor[MessageId] | None) -> None:
        """Keeps a place at the top edge until the user scrolls."""
        self._keep(None if anchor is None else ReadingPlace(anchor))

    def pin_here(self) -> None:
        """Keeps what is at the top edge now through a change of heights."""
        if not self.follow.is_on and len(self.rows):
            self._pinned = ReadingPlace.kept(self._pinned, self.rows, self._y)

    def go_to_end(self) -> None:
        """Shows the end and goes along with new text."""
        self.follow.to_end()
        self._pinned = None
        self.refresh()
        self.place_changed.emit()

    def go_to(self, message_id: MessageId, *, margin: int = 16) -> None:
        """Shows the beginning of a message near the top."""
        if message_id in self.rows:
            self.follow.stay()
            self.pin(Anchor(message_id, -margin))
            self.place_changed.emit()

    def scroll_by(self, pixels: int) -> None:
        """Scrolls for the user."""
        self._move_for_user(self._y + pixels)

    def scroll_to(self, y: int) -> None:
        """Scrolls for the user to a height."""
        self._move_for_user(y)

    def ensure_visible(self, message_id: MessageId) -> None:
        """Scrolls as little as needed to show a message, its beginning if it is higher."""
        top, height = self.rows.top(message_id), self.rows.row_height(message_id)
        view = self.viewport().height()
        if top < self._y or height > view:
            self._move_for_user(top - 8)
        elif top + height > self._y + view:
            self._move_for_user(top + height - view + 8)

    # Refreshing

    def refresh(self) -> None:
        """Gets everything in sight ready and in its place."""
        if self._refreshing:
            return
        self._refreshing = True
        try:
            self._y = self._settled()
        finally:
            self._refreshing = False
        self._update_bar()
        self._update_overlays()
        self.show_selection()
        rows = self.rows.widgets()
        for row in rows:
            self.color_code(row)
        if rows and all(row.content.is_read for row in rows):
            self.follow.arrived()
        self._ask_for_texts()
        self.in_sight_changed()

    def color_code(self, row: MessageRow) -> None:
        """Has the code of a row in sight coloured when there is time."""
        self._coloring.want(row.code_boxes())

    def remeasure(self, message_id: MessageId) -> None:
        """A row in sight has changed its height."""
        if self.rows.widget(message_id) is not None:
            self.rows.measure(message_id)
            self.refresh()

    def note_news(self) -> None:
        """New text came; says so if it is out of sight."""
        if not (self._has_news or self.follow.is_on):
            self._has_news = True
            self._update_overlays()

    def show_selection(self) -> None:
        """Shows on every row in sight which part of it is selected."""
        ends = self.selection.ends
        if ends is not None and not (ends[0] in self.rows and ends[1] in self.rows):
            self.selection.clear()
            ends = None
        places = (0, 0)
        if ends is not None:
            places = (self.rows.place(ends[0]), self.rows.place(ends[1]))
        for row in self.rows.widgets():
            message_id = row.content.entry.node.id
            here = self.rows.place(message_id)
            row.set_selected(self.selection.part_of(message_id, here, places))

    # Looks

    def set_column(self, pixels: int) -> None:
        """Takes another width of the reading column."""
        if pixels != self._most_column:
            self.pin_here()
            self._most_column = pixels
            self._set_width()
            self._reflow()

    def set_code_look(self, *, wrap: bool, numbers: bool) -> None:
        """Whether code starts wrapped, and whether its lines are numbered."""
        if (wrap, numbers) != self._code_look:
            self._code_look = (wrap, numbers)
            self._on_look_changed()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pin_here()
        if self.viewport().width() != self.rows.width:
            self._set_width()
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._on_look_changed()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._on_look_changed()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._ground.paint_ground(event.rect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = self._wheel.turned(event)
        if pixels:
            self.scroll_by(-pixels)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rows are placed by ``refresh``; the base class would move them itself."""

    # Inside

    def _new_row(self, content: RowContent) -> MessageRow:
        row = self.make_row(content)
        row.height_changed.connect(lambda: row_folded(self, content.entry.node.id))
        return row

    def _make_look(self) -> Look:
        wrap, numbers = self._code_look
        look = Look(self.theme, self.devicePixelRatioF(), wrap_code=wrap, line_numbers=numbers)
        look.pictures = self.pictures
        return look

    def _on_look_changed(self) -> None:
        self.pin_here()
        self.look = self._make_look()
        self._coloring.forget()
        for content in self.rows.known():
            content.forget_layout()
        for row in self.rows.widgets():
            row.set_look(self.look)
        self.rows.forget_heights()
        self._reflow()
        for row in self.rows.widgets():
            row.update()

    def _reflow(self) -> None:
        """Goes on showing what was shown, after every height may have changed."""
        if self.follow.is_on and self._pinned is None:
            self.follow.to_end()
        self.refresh()

    def _settled(self) -> int:
        """Gets everything in sight ready; returns where the view stands then."""
        view, to_end = self.viewport().height(), self.follow.is_on
        if self._pinned is not None:
            y = self.rows.settle(self._pinned_y(self._y), view, to_end=to_end)
            # Heights became known, and with them where the pinned place is.
            return self.rows.settle(self._pinned_y(y), view, to_end=to_end)
        y = self._y
        if not (to_end and self.follow.is_arriving):
            y = self.rows.settle(y, view, to_end=to_end)
            if not to_end or y < self.rows.height:
                return y
        # Rows at the end become known only by being looked at; some were guessed too high.
        for _ in range(_END_ROUNDS):
            y = self.rows.settle(self.most_y, view, to_end=True)
            if y == self.most_y:
                break
        return y

    def _set_width(self) -> None:
        width = self.viewport().width()
        gutter = self.theme.size("reading.gutter")
        room = max(120, min(self._most_column, width - 2 * gutter))
        self.rows.set_width(width, QRect((width - room) // 2, 0, room, 0))

    def _pinned_y(self, y: int) -> int:
        assert self._pinned is not None
        return max(0, y if (at := self._pinned.position(self.rows)) is None else at)

    def _keep(self, place: ReadingPlace | None) -> None:
        self._pinned = place
        if place is not None:
            self.refresh()

    def _move_for_user(self, y: int) -> None:
        y = max(0, min(y, max(self.most_y, min(y, self._y))))
        up = y < self._y
        if y == self._y:
            self.follow.user_scrolled(up=False, at_end=y >= self.most_y)
            self._update_overlays()
            return
        self._pinned = None
        if up:
            self.follow.user_scrolled(up=True, at_end=False)
        before, seen = self._y, None
        if up and y and before - y <= self.viewport().height():
            seen = ReadingPlace.here(self.rows, before)
        self._y = y
        self.refresh()
        now = None if seen is None else seen.position(self.rows)
        if now is not None and now != before:
            # What came into sight above is not as high as was guessed; what is read stays.
            self._y = max(0, y + now - before)
            self.refresh()
        self.follow.user_scrolled(up=up, at_end=self._y >= self.most_y)
        self._update_overlays()
        self.place_changed.emit()

    def _on_bar_moved(self, value: int) -> None:
        if value != self._y:
            self._move_for_user(value)

    def _on_user_scrolled(self, up: bool) -> None:  # noqa: FBT001  # a signal's value
        self.follow.user_scrolled(up=up, at_end=self._y >= self.most_y)
        self._update_overlays()

    def _update_bar(self) -> None:
        view = self.viewport().height()
        self._bar.blockSignals(True)
        self._bar.setPageStep(view)
        self._bar.setSingleStep(_LINE)
        self._bar.setRange(0, max(self.most_y, self._y))
        self._bar.setValue(self._y)
        self._bar.blockSignals(False)
        if self.rows.height != self._ticks_for:
            self._ticks_for = self.rows.height
            self._bar.set_ticks(self.rows.fork_tops())
        self._bar.update()

    def _update_overlays(self) -> None:
        at_end = self._y >= self.most_y
        self._has_news = self._has_news and not (at_end or self.follow.is_on)
        self._overlays.show_over(self.viewport().geometry(), at_end=at_end, has_news=self._has_news)

    def _ask_for_texts(self) -> None:
        places = self.rows.visible(self._y, self.viewport().height())
        around = range(max(0, places.start - _AHEAD), min(len(self.rows), places.stop + _AHEAD))
        near = [self.rows.id_at(place) for place in around]
        wanted = self.requests.due(m for m in near if self.rows.lacks_text(m))
        if wanted:
            self.messages_needed.emit(wanted)

    def _on_colored(self, box: CodeBox) -> None:
        for row in self.rows.widgets():
            row.recolored(box)
