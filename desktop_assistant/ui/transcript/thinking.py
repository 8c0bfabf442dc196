"""A reply's thinking: a folded chip, and the text when it is opened."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.controls.accessible import AccessibleText
from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.sentences import number
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.painting import hairline, mirrored
from desktop_assistant.ui.transcript.words import tr

_HEIGHT = 28
_BEFORE, _AFTER = 8 + 16 + 8, 8 + 12 + 10
"""What stands before and after the words of the chip: icon and arrow, and their distances."""
_INDENT = 14
_RULE = 2
_LIVE_WIDTH = 420


class ThinkingChip(PaintedButton):
    """Says how long it took; while it goes on, shows the last line of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent, reading=True)
        self._label = ""
        self._line = ""
        self._is_open = False

    def show_state(
        self, seconds: float | None, reasoning: str, *, is_open: bool, live: bool
    ) -> None:
        """Shows how long it took, or the thinking's last line.

        Args:
            seconds: how long, if that is known.
            reasoning: the thinking so far, while it goes on.
            is_open: whether its text is shown below.
            live: whether it goes on.
        """
        label = words.thought_label(seconds, live=live)
        line = show_controls(_last_line(reasoning)) if live and not is_open else ""
        if (label, line, is_open) == (self._label, self._line, self._is_open):
            return
        self._label, self._line, self._is_open = label, line, is_open
        name = tr("Hide reasoning") if is_open else tr("Show reasoning")
        if seconds is not None:
            count = max(1, round(seconds))
            name = tr("{action}, {seconds} seconds", "", count).format(
                action=name, seconds=number(count)
            )
        self.set_name(name)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font_of("ui"))
        width = metrics.horizontalAdvance(self._line or self._label)
        if self._line:
            width = min(width, self.length(_LIVE_WIDTH))
        edges = self.length(_BEFORE) + self.length(_AFTER)
        return QSize(edges + width, self.length(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = "bg.pressed" if self.isDown() else "bg.hover" if self.mouse_is_over() else ""
            painter.setPen(QPen(theme.color("border.subtle"), 1))
            painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
            radius = theme.radius("sm")
            painter.drawRoundedRect(hairline(self.rect()), radius, radius)
            icon, arrow = self.length(16), self.length(12)
            at = QRect(self.length(8), (self.height() - icon) // 2, icon, icon)
            self.paint_icon(painter, "thought", self._mirrored(at), "text.tertiary")
            x, y = self.width() - self.length(10) - arrow, (self.height() - arrow) // 2
            chevron = self._mirrored(QRect(x, y, arrow, arrow))
            name = "chevron-down" if self._is_open else "chevron-right"
            self.paint_icon(painter, name, chevron, "text.tertiary")
            painter.setFont(self.font_of("ui"))
            painter.setPen(theme.color("text.secondary"))
            before, after = self.length(_BEFORE), self.length(_AFTER)
            room = QRect(before, 0, self.width() - before - after, self.height())
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(
                self._line or self._label, Qt.TextElideMode.ElideLeft, room.width() + 1
            )
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(self._mirrored(room).adjusted(0, 0, 1, 0), where, shown)

    def _mirrored(self, box: QRect) -> QRect:
        return mirrored(box, self.width(), rtl=self.isRightToLeft())


class ThinkingText(QWidget, AccessibleText):
    """The thinking itself, quieter than the reply, behind a rule."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, content: RowContent, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._content = content

    @property
    def text_area(self) -> QRect:
        """Where the text stands, beside the rule."""
        area = self.rect()
        indent = _INDENT + _RULE
        return (
            area.adjusted(0, 0, -indent, 0)
            if self.isRightToLeft()
            else area.adjusted(indent, 0, 0, 0)
        )

    def set_look(self, look: Look) -> None:
        """Takes other fonts and colours."""
        self._look = look

    def lay_out(self, width: int) -> int:
        """Lays the text out for a width; returns the height it needs."""
        document = self._content.lay_out_thinking(self._look, width - _INDENT - _RULE)
        document.ensure(0, document.height)
        self.update()
        return round(document.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        document = self._content.thinking
        if document is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rule = QRect(
                self.width() - _RULE if self.isRightToLeft() else 0, 0, _RULE, self.height()
            )
            painter.fillRect(rule, self._look.color("border.default"))
            painter.translate(self.text_area.topLeft())
            document.paint(painter, QRectF(event.rect()), None)

    def accessible_name_now(self) -> str:
        """What it is."""
        return tr("Reasoning")

    def accessible_text_now(self) -> str:
        """The thinking."""
        return self._content.reasoning


def _last_line(text: str) -> str:
    """The last line that says something."""
    tail = text[-400:].rstrip()
    return tail.rpartition("\n")[2].strip()
