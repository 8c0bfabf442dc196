"""The main column: header, notices, transcript or start page, composer.

Transcript and start page are made when they are first needed: the window is painted before.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_assistant.ui.composer.composer import Composer
from desktop_assistant.ui.composer.frame import ROOM
from desktop_assistant.ui.header.header import Header
from desktop_assistant.ui.notices import Notices
from desktop_assistant.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_assistant.ui.start_page.start_page import StartPage
    from desktop_assistant.ui.transcript.view import TranscriptView

_NARROW_GUTTER = 16
_COMPOSER_SHARE = 0.4
"""The most of the height that the composer may take."""
_COMPOSER_CHROME = 110
"""Height of the composer without its field, in pixels."""


class ConversationPane(QWidget):
    """Lays out; decides nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = theme.size("reading.max")
        self._is_narrow = False
        self.header = Header(theme, self)
        self.notices = Notices(theme, self)
        self._transcript: TranscriptView | None = None
        self._start_page: StartPage | None = None
        self._stack = QStackedWidget(self)
        self.composer = Composer(theme, self)
        self._stack.addWidget(QWidget(self._stack))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.setSizePolicy(policy)
        self._bottom = QHBoxLayout()
        self._bottom.setSpacing(0)
        self._bottom.addStretch(1)
        self._bottom.addWidget(self.composer, 1000)
        self._bottom.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        column.addLayout(self._bottom)
        self._set_widths()

    @property
    def transcript(self) -> "TranscriptView":
        """The messages."""
        if self._transcript is None:
            from desktop_assistant.ui.transcript.view import TranscriptView

            self._transcript = TranscriptView(self._theme, self._stack)
            self._transcript.set_column(self._column)
            self._stack.addWidget(self._transcript)
        return self._transcript

    @property
    def start_page(self) -> "StartPage":
        """What stands there before the first message."""
        if self._start_page is None:
            from desktop_assistant.ui.start_page.start_page import StartPage

            self._start_page = StartPage(self._theme, self._stack)
            self._stack.addWidget(self._start_page)
        return self._start_page

    @property
    def shows_transcript(self) -> bool:
        """Whether the transcript is shown, not the start page."""
        return self._transcript is not None and self._stack.currentWidget() is self._transcript

    @property
    def shows_start_page(self) -> bool:
        """Whether the start page is shown."""
        return self._start_page is not None and self._stack.currentWidget() is self._start_page

    def show_transcript(self, *, shown: bool) -> None:
        """Shows the transcript, or the start page in its place."""
        self._stack.setCurrentWidget(self.transcript if shown else self.start_page)
        self._set_widths()

    def set_column(self, pixels: int) -> None:
        """How wide transcript and composer may be."""
        self._column = pixels
        if self._transcript is not None:
            self._transcript.set_column(pixels)
        self._set_widths()

    def follow_settings(
        self,
        *,
        wraps_code: bool,
        numbers_lines: bool,
        sends_with_enter: bool,
        stops_at_start: bool,
    ) -> None:
        """Takes the settings that the transcript needs, once there is one."""
        if self._transcript is not None:
            self._transcript.set_code_look(wrap=wraps_code, numbers=numbers_lines)
            self._transcript.send_with_enter = sends_with_enter
            self._transcript.replies.stops_at_start = stops_at_start

    def set_narrow(self, *, narrow: bool, icons_only: bool) -> None:
        """Says and spends less where the window is narrow."""
        self._is_narrow = narrow
        self.header.set_narrow(narrow=narrow)
        self.composer.set_narrow(narrow=narrow, icons_only=icons_only)
        self._set_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg.canvas"))
        painter.end()

    def _set_widths(self) -> None:
        gutter = _NARROW_GUTTER if self._is_narrow else self._theme.size("reading.gutter")
        leading = trailing = gutter - ROOM
        if self.shows_transcript:
            # Where the messages are, which make way for their scroll bar.
            trailing += self.transcript.verticalScrollBar().sizeHint().width()
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        self._bottom.setContentsMargins(leading, 0, trailing, 0)
        self.composer.setMaximumWidth(self._column + 2 * ROOM)

    def _set_room(self) -> None:
        self.composer.set_room(int(_COMPOSER_SHARE * self.height()) - _COMPOSER_CHROME)
