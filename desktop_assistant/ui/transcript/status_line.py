"""A quiet line under a message: a sentence, and what can be done, as links.

Signals:
    triggered: (action) a link was pressed.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.cards import CardAction
from desktop_assistant.ui.transcript.painting import mirrored
from desktop_assistant.ui.transcript.words import tr

_ICON, _GAP, _LINE = 14, 8, 20


class StatusLine(QWidget):
    """Words at 12 px or as the text has grown, then links; all wrap where there is no room."""

    triggered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        text: str,
        links: list[tuple[object, str, str]],
        parent: QWidget,
        *,
        icon: str = "",
    ) -> None:
        """Makes the line.

        Args:
            theme: its look.
            text: the sentence.
            links: what each link means, its words, and its accessible name if that is other.
            parent: the row.
            icon: before the sentence.
        """
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self._icon = icon
        self._text_area = QRect()
        self._dots: list[QRect] = []
        self._links: list[_Link] = []
        for meaning, label, name in links:
            link = _Link(theme, label, name or label, self)
            link.clicked.connect(lambda _=False, m=meaning: self.triggered.emit(m))
            self._links.append(link)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text

    @classmethod
    def for_stopped(cls, theme: Theme, text: str, parent: QWidget) -> "StatusLine":
        """The line under a reply that the user stopped."""
        sentence = words.stopped_line(words.word_count(text))
        return cls(
            theme,
            sentence,
            [
                (CardAction.CONTINUE, tr("Continue"), tr("Continue reply")),
                (CardAction.RETRY, tr("Retry"), tr("Retry as a new version")),
            ],
            parent,
        )

    def buttons(self) -> list[QWidget]:
        """Its links in order."""
        return list(self._links)

    def lay_out(self, width: int) -> int:
        """Places everything for a width; returns the height it needs."""
        metrics = QFontMetrics(self._theme.font("label", reading=True))
        length = self._theme.reading_length
        gap, line, dot = length(_GAP), length(_LINE), metrics.horizontalAdvance("·")
        left = length(_ICON) + gap if self._icon else 0
        words_width = metrics.horizontalAdvance(self._text) + 2
        x, y, height = left + words_width + gap, 0, line
        if words_width > width - left:
            words_width = width - left
            room = QRect(0, 0, words_width, 0)
            height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._text).height()
            x, y = width, height - line
        self._text_area = self._mirrored(QRect(left, 0, words_width, height), width)
        self._dots = []
        for number, link in enumerate(self._links):
            hint = link.sizeHint()
            needs_dot = bool(number) or not self._icon
            if x + needs_dot * (dot + gap) + hint.width() > width and x > left:
                x, y = left, y + line + 2
            elif needs_dot:
                self._dots.append(self._mirrored(QRect(x, y, dot, line), width))
                x += dot + gap
            link.setGeometry(self._mirrored(QRect(x, y, hint.width(), line), width))
            x += hint.width() + gap
        return y + line

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self._theme.font("label", reading=True))
            painter.setPen(self._theme.color("text.tertiary"))
            if self._icon:
                size, line = map(self._theme.reading_length, (_ICON, _LINE))
                at = self._mirrored(QRect(0, (line - size) // 2, size, size), self.width())
                ratio = self.devicePixelRatioF()
                pixmap = self._theme.pixmap(self._icon, size, "text.tertiary", ratio)
                painter.drawPixmap(at.topLeft(), pixmap)
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(self._text_area, where | Qt.TextFlag.TextWordWrap, self._text)
            for dot in self._dots:
                painter.drawText(dot, where, "·")

    def _mirrored(self, box: QRect, width: int) -> QRect:
        return mirrored(box, width, rtl=self.isRightToLeft())


class BranchNotice(StatusLine):
    """What continues elsewhere after a switch, and the way back.

    Signals:
        branches_pressed, undo_pressed: a link was pressed.
    """

    branches_pressed = Signal()
    undo_pressed = Signal()

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        links: list[tuple[object, str, str]] = [
            ("show", tr("Show"), ""),
            ("undo", tr("Undo switch"), ""),
        ]
        super().__init__(theme, text, links, parent, icon="branch")
        self.triggered.connect(self._on_pressed)

    def _on_pressed(self, meaning: object) -> None:
        if meaning == "show":
            self.branches_pressed.emit()
        else:
            self.undo_pressed.emit()


class _Link(PaintedButton):
    """Words that can be pressed."""

    def __init__(self, theme: Theme, label: str, name: str, parent: QWidget) -> None:
        super().__init__(theme, name, parent, reading=True)
        self._label = label
        self.setToolTip("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font_of("label"))
        return QSize(metrics.horizontalAdvance(self._label) + 1, self.length(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            font = self.font_of("label")
            font.setUnderline(self.mouse_is_over())
            painter.setFont(font)
            painter.setPen(self.theme.color("accent.text"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._label)
