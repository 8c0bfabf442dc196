"""A reply: a label, perhaps its thinking, the text, and how it ended."""

import time

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop_assistant.domain.messages import Status
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.actions import Action
from desktop_assistant.ui.transcript.cards import StatusCard, card_for
from desktop_assistant.ui.transcript.caret import paint_dot
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.status_line import StatusLine
from desktop_assistant.ui.transcript.streaming import Phase
from desktop_assistant.ui.transcript.thinking import ThinkingChip, ThinkingText

_ABOVE, _BELOW = 14, 4
_LABEL, _UNDER_LABEL = 16, 8
_GAP = 12
_BEFORE_STOP = 4
_DOT = 20
"""What the dot takes in the label."""
_BAR_SIDE = 6
"""By how much the bar reaches beyond the text, so that its first icon begins with the text."""
_AUTHOR_SHARE = 0.6
"""The most of the column that a model's name takes."""
_FINAL_ACTIONS = (Action.COPY, Action.EDIT, Action.REGENERATE, Action.MORE)
_EMPTY_ACTIONS = (Action.REGENERATE, Action.MORE)
_LIVE_ACTIONS = (Action.COPY,)


class ReplyRow(MessageRow):
    """What a model wrote.

    Signals:
        stop_pressed: a reply that keeps one waiting, or its retry, is not wanted any more.
    """

    stop_pressed = Signal()

    def __init__(self, theme: Theme, look: Look, content: RowContent, parent: QWidget) -> None:
        super().__init__(theme, look, content, parent)
        self._label_area = QRect()
        self._chip: ThinkingChip | None = None
        self._thinking: ThinkingText | None = None
        self._card: StatusCard | None = None
        self._line: StatusLine | None = None
        self._stop: Button | None = None
        self._has_bar = True

    @property
    def card(self) -> StatusCard | None:
        """What stands under a reply that did not end well."""
        return self._card

    @property
    def thinking_area(self) -> QRect:
        """Where the text of its thinking stands; empty while it is folded."""
        if self._thinking is None:
            return QRect()
        return self._thinking.text_area.translated(self._thinking.pos())

    def show_thinking(self) -> None:
        """Unfolds its thinking."""
        if not self.content.shows_thinking and self._chip is not None:
            self._toggle_thinking()

    def repaint_thinking(self) -> None:
        """Paints its thinking again."""
        if self._thinking is not None:
            self._thinking.update()

    def stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        if self._chip is not None:
            found.append(self._chip)
        if self._card is not None:
            found += self._card.buttons()
        if self._line is not None:
            found += self._line.buttons()
        if self._notice is not None:
            return [*found, *super().stops(), *self._notice.buttons()]
        return [*found, *super().stops()]

    def accessible_text_now(self) -> str:
        text = super().accessible_text_now()
        # Where there is no text, what the card says is what there is to read.
        return text if text or self._card is None else self._card.accessibleName()

    # Content

    def refresh(self) -> None:
        content = self.content
        message = content.message
        entry = content.entry
        if content.is_live:
            writes = content.stream is not None and content.stream.phase is Phase.WRITING
            self.actions_bar.set_actions(_LIVE_ACTIONS if writes else ())
        else:
            has_text = bool(content.text) or message is None
            self.actions_bar.set_actions(_FINAL_ACTIONS if has_text else _EMPTY_ACTIONS)
        self.actions_bar.set_versions(entry.version, entry.versions)
        # A card that offers another try needs no second row of buttons.
        is_bare = not content.is_live and not content.text and content.status is Status.FAILED
        self._has_bar = not (is_bare and message is not None and entry.versions == 1)
        self.actions_bar.setVisible(self._has_bar and not content.is_editing)
        usage = ""
        if message is not None and not content.is_live:
            usage = words.usage_line(message.usage, message.duration_s)
        self.actions_bar.set_meta(usage)
        self._refresh_thinking()
        self._refresh_card()
        self._refresh_line()
        self._refresh_stop()
        self.order_parts()
        self.update()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        if self._card is not None:
            self._card.set_look(look)
        if self._thinking is not None:
            self._thinking.set_look(look)

    def stream_changed(self) -> None:
        self._refresh_thinking()
        if self._stop is not None:
            self._refresh_stop()

    def tick(self) -> None:
        """Another second has passed while it is written."""
        self._refresh_stop()
        self.update(self._label_area)

    def pulse(self, opacity: float) -> None:
        super().pulse(opacity)
        self.update(self._label_area)

    # Measuring

    def lay_out(self, width: int, column: QRect) -> int:
        self.column = column
        self.parts.forget()
        left, room = column.left(), column.width()
        y = _ABOVE
        label = self.look.length(_LABEL)
        self._label_area = QRect(left, y - 4, room, label + 8)
        self._place_stop(y)
        y += label + self.look.length(_UNDER_LABEL)
        y = self._lay_out_thinking(left, room, y)
        text_height = 0
        if self._editor is not None:
            text_height = self._editor.lay_out(room)
            self.parts.put(self._editor, QRect(left, y, room, text_height))
        elif self.content.is_loaded:
            document = self.content.lay_out(self.look, room)
            text_height = round(document.height)
            if document.is_empty and self.content.is_live:
                text_height = 0
        self.text_area = QRect(left, y, room, text_height)
        y += text_height
        if self._card is not None:
            y += _GAP if text_height else 0
            height = self._card.lay_out(room)
            self.parts.put(self._card, QRect(left, y, room, height))
            self._card.update()
            y += height
        if self._line is not None:
            y += 8
            height = self._line.lay_out(room)
            self.parts.put(self._line, QRect(left, y, room, height))
            y += height
        side = self.look.length(_BAR_SIDE)
        height = self.actions_bar.lay_out(room + 2 * side)
        self.parts.put(self.actions_bar, QRect(left - side, y + 4, room + 2 * side, height))
        y += 4 + height if self._has_bar else 8
        return y + self.lay_out_notice(y) + _BELOW

    def _lay_out_thinking(self, left: int, room: int, y: int) -> int:
        if self._chip is None:
            return y
        hint = self._chip.sizeHint()
        width = min(hint.width(), room)
        x = left + room - width if self.isRightToLeft() else left
        self.parts.put(self._chip, QRect(x, y, width, hint.height()))
        y += hint.height()
        if self._thinking is not None:
            height = self._thinking.lay_out(room)
            self.parts.put(self._thinking, QRect(left, y + 8, room, height))
            y += 8 + height
        return y + _GAP

    # Parts

    def _refresh_thinking(self) -> None:
        content = self.content
        reasoning = content.reasoning
        if not reasoning.strip():
            for part in (self._chip, self._thinking):
                if part is not None:
                    part.hide()
                    part.deleteLater()
            self._chip = self._thinking = None
            return
        if self._chip is None:
            self._chip = ThinkingChip(self._theme, self)
            self._chip.clicked.connect(self._toggle_thinking)
            self._chip.show()
        live = content.stream is not None and content.stream.phase is Phase.THINKING
        seconds = content.message.reasoning_s if content.message is not None else None
        self._chip.show_state(
            seconds, reasoning if live else "", is_open=content.shows_thinking, live=live
        )
        if content.shows_thinking and self._thinking is None:
            self._thinking = ThinkingText(self.look, content, self)
            self._thinking.show()
        elif not content.shows_thinking and self._thinking is not None:
            self._thinking.hide()
            self._thinking.deleteLater()
            self._thinking = None

    def _toggle_thinking(self) -> None:
        self.content.shows_thinking = not self.content.shows_thinking
        self._refresh_thinking()
        self.height_changed.emit()

    def _refresh_card(self) -> None:
        message = self.content.message
        wanted = None
        if message is not None and not self.content.is_live:
            wanted = card_for(message)
        if self._card is not None and self._card.content != wanted:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if wanted is not None and self._card is None:
            self._card = StatusCard(self._theme, self.look, wanted, self)
            self._card.triggered.connect(self.triggered)
            self._card.resized.connect(self.height_changed)
            self._card.show()

    def _refresh_line(self) -> None:
        message = self.content.message
        wanted = not self.content.is_live and self.content.status is Status.STOPPED
        if wanted and message is not None and self._line is None:
            self._line = StatusLine.for_stopped(self._theme, message.text, self)
            self._line.triggered.connect(self.triggered)
            self._line.show()
        elif not wanted and self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None

    def _refresh_stop(self) -> None:
        """Offers the way out beside a label that says that one has to wait."""
        stream = self.content.stream
        now = time.monotonic()
        wanted = ""
        if stream is not None and stream.phase is Phase.RETRYING:
            wanted = words.tr("Cancel")
        elif stream is not None and stream.is_slow(now):
            wanted = words.tr("Stop")
        if wanted and self._stop is None:
            self._stop = Button(
                self._theme, wanted, kind=ButtonKind.LINK, small=True, reading=True, parent=self
            )
            self._stop.clicked.connect(self.stop_pressed)
            self._place_stop(_ABOVE)
            self._stop.show()
        elif not wanted and self._stop is not None:
            self._stop.hide()
            self._stop.deleteLater()
            self._stop = None
        elif self._stop is not None:
            self._stop.set_label(wanted)
            self._place_stop(_ABOVE)

    def _place_stop(self, y: int) -> None:
        if self._stop is None:
            return
        hint = self._stop.sizeHint()
        x = self.column.left() + round(self._label_width()) + _BEFORE_STOP
        if self.isRightToLeft():
            x = self.width() - x - hint.width()
        y += (self.look.length(_LABEL) - hint.height()) // 2
        self._stop.setGeometry(x, y, hint.width(), hint.height())

    # Painting

    def paint_beside(self, painter: QPainter, clip: QRect) -> None:
        if not clip.intersects(self._label_area):
            return
        content = self.content
        area = QRectF(self._label_area)
        rtl = self.isRightToLeft()
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        name = self._author()
        strong, plain = self.look.style("label_strong"), self.look.style("label")
        painter.setFont(strong.font)
        painter.setPen(self.look.color("text.secondary"))
        painter.drawText(area, where, name)
        taken = self._name_width(name)
        if content.is_live:
            middle = self.look.length(6)
            x = area.right() - taken - middle if rtl else area.left() + taken + middle
            at = QPointF(x, area.center().y())
            paint_dot(painter, at, self.look, self.caret_opacity)
            taken += self.look.length(_DOT)
        rest = area.adjusted(0, 0, -taken, 0) if rtl else area.adjusted(taken, 0, 0, 0)
        painter.setFont(plain.font)
        painter.setPen(self.look.color("text.tertiary"))
        painter.drawText(rest, where, self._state_words())

    def _author(self) -> str:
        """The model's name on one line: it may be as long and odd as its provider likes."""
        name = " ".join(words.author(self.content.entry, self.content.message).split())
        most = _AUTHOR_SHARE * self.column.width()
        metrics = self.look.metrics("label_strong")
        return metrics.elidedText(show_controls(name), Qt.TextElideMode.ElideMiddle, most)

    def _state_words(self) -> str:
        content = self.content
        if content.stream is not None:
            said = words.stream_state(content.stream, time.monotonic())
        else:
            said = words.clock_time(content.entry.node.created_at)
            if content.is_left_out:
                said = f"{said} · {words.not_sent()}"
        right = Qt.TextElideMode.ElideRight
        return self.look.metrics("label").elidedText(said, right, self._state_room())

    def _name_width(self, name: str) -> float:
        """What a name takes, with the distance to what follows."""
        return self.look.metrics("label_strong").horizontalAdvance(name) + self.look.length(8)

    def _state_room(self) -> float:
        """What the label's second part may take: the rest of the line, but for the button."""
        taken = self._name_width(self._author())
        if self.content.is_live:
            taken += self.look.length(_DOT)
        if self._stop is not None:
            taken += self._stop.sizeHint().width() + _BEFORE_STOP
        return max(1.0, self.column.width() - taken)

    def _label_width(self) -> float:
        """How far the label reaches from its leading edge."""
        state = self._state_words()
        dot = self.look.length(_DOT) if self.content.is_live else 0
        words_width = self.look.metrics("label").horizontalAdvance(state)
        return self._name_width(self._author()) + dot + words_width
