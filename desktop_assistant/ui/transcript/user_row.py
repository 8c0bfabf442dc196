"""A question: a block at the trailing edge, folded if it is long."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from desktop_assistant.rendering.direction import has_right_to_left
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import actions, words
from desktop_assistant.ui.transcript.actions import Action
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.look import Look, cjk_line_height
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.words import tr

_ABOVE, _BELOW = 18, 6
_PAD_X, _PAD_TOP, _PAD_BOTTOM = 16, 10, 11
_SHARE = 0.84
_FOLDED_LINES = 12
_CORNER, _SMALL_CORNER = 16, 4
_ACTIONS = (Action.COPY, Action.EDIT, Action.MORE)


class UserRow(MessageRow):
    """What the user wrote."""

    def __init__(self, theme: Theme, look: Look, content: RowContent, parent: QWidget) -> None:
        super().__init__(theme, look, content, parent)
        self._block = QRect()
        self._fold: Button | None = None
        self._hides_rest = False
        self.actions_bar.set_actions(_ACTIONS)
        self.actions_bar.show()

    def refresh(self) -> None:
        entry = self.content.entry
        self.actions_bar.set_versions(
            entry.version, entry.versions, enabled=not self.content.is_editing
        )
        self.update()

    def lay_out(self, width: int, column: QRect) -> int:
        self.column = column
        most = min(self._theme.size("user.max"), round(column.width() * _SHARE))
        inner = most - 2 * _PAD_X
        height = _ABOVE
        if self._editor is not None:
            block_height = self._editor.lay_out(column.width())
            self._block = QRect()
            self.text_area = QRect()
            self._editor.setGeometry(column.left(), height, column.width(), block_height)
            height += block_height
        elif self.content.is_loaded:
            document = self.content.lay_out(self.look, inner)
            text_height = document.height
            line = cjk_line_height(self.content.text, self.look.style("reading").line_height)
            self._hides_rest = (
                not self.content.is_unfolded and text_height > (_FOLDED_LINES + 1) * line
            )
            if self._hides_rest:
                text_height = _FOLDED_LINES * line
            text_width = min(inner, math.ceil(document.natural_width) + 1)
            if has_right_to_left(self.content.text):
                # Its lines begin at the right edge, which the block pulls in.
                document.set_width(text_width)
            self._show_fold()
            fold = 34 if self._fold is not None else 0
            block_width = max(text_width + 2 * _PAD_X, 150 if fold else 0)
            block_height = round(text_height) + _PAD_TOP + _PAD_BOTTOM + fold
            left = column.right() + 1 - block_width
            if self.isRightToLeft():
                left = column.left()
            self._block = QRect(left, height, block_width, block_height)
            self.text_area = QRect(
                left + _PAD_X, height + _PAD_TOP, block_width - 2 * _PAD_X, round(text_height)
            )
            if self._fold is not None:
                hint = self._fold.sizeHint()
                y = self._block.bottom() - hint.height() - 5
                self._fold.setGeometry(left + 6, y, hint.width(), hint.height())
            height += block_height
        else:
            guess = 45
            self._block = QRect(column.right() + 1 - most // 2, height, most // 2, guess)
            height += guess
        bar = QRect(column.left(), height + 4, column.width() + 6, actions.HEIGHT)
        if self.isRightToLeft():
            bar.translate(-6, 0)
        self.actions_bar.setGeometry(bar)
        height += 4 + (0 if self._editor is not None else actions.HEIGHT)
        return height + self.lay_out_notice(height) + _BELOW

    def paint_ground(self, painter: QPainter, clip: QRect) -> None:
        if self.content.is_left_out:
            tag = QRect(self.column.left(), 0, self.column.width(), _ABOVE - 2)
            painter.setFont(self._theme.font("label"))
            painter.setPen(self.look.color("text.excluded"))
            where = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignTrailing
            painter.drawText(tag, where, words.not_sent())
        if not clip.intersects(self._block):
            return
        if self.content.is_left_out:
            # Grey words on the tint would be too faint.
            painter.strokePath(self._shape(), self.look.color("border.default"))
        else:
            painter.fillPath(self._shape(), self.look.color("bg.user"))

    def _shape(self) -> QPainterPath:
        """The block's outline: one corner is small, at the side where the user is."""
        box = QRectF(self._block)
        path = QPainterPath()
        path.addRoundedRect(box, _CORNER, _CORNER)
        corner = QRectF(0, 0, _CORNER, _CORNER)
        if self.isRightToLeft():
            corner.moveBottomLeft(box.bottomLeft())
        else:
            corner.moveBottomRight(box.bottomRight())
        small = QPainterPath()
        small.addRoundedRect(corner, _SMALL_CORNER, _SMALL_CORNER)
        return path.united(small)

    def _show_fold(self) -> None:
        if self._hides_rest == (self._fold is not None):
            return
        if self._fold is None:
            self._fold = Button(
                self._theme, tr("Show all"), kind=ButtonKind.LINK, small=True, parent=self
            )
            self._fold.clicked.connect(self.unfold)
            self._fold.show()
        else:
            self._fold.hide()
            self._fold.deleteLater()
            self._fold = None

    def unfold(self) -> None:
        """Shows the whole text."""
        self.content.is_unfolded = True
        self.height_changed.emit()
