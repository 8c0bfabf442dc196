"""A question: a block at the trailing edge, folded if it is long."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from desktop_assistant.domain.attachments import split
from desktop_assistant.rendering.direction import has_right_to_left
from desktop_assistant.rendering.typed import question_text
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.actions import Action
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.row import LONGEST_NAME, MessageRow
from desktop_assistant.ui.transcript.words import tr

_ABOVE, _BELOW = 18, 6
_PAD_X, _PAD_TOP, _PAD_BOTTOM = 16, 10, 11
_SHARE = 0.84
_FOLDED_LINES = 12
_BAR_SIDE = 6
"""By how much the bar reaches beyond the block, so that its last icon ends where the block does."""
_FOLD_PAD = 10
"""How far the words of the button that unfolds stand from its edge."""
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
        self.parts.forget()
        y = self._above
        self._block = self.text_area = QRect()
        if self._editor is not None:
            height = self._editor.lay_out(column.width())
            self.parts.put(self._editor, QRect(column.left(), y, column.width(), height))
            y += height
        elif self.content.is_loaded:
            y = self._lay_out_text(y)
        else:
            most, guess = self._most_width, 45
            self._block = QRect(column.right() + 1 - most // 2, y, most // 2, guess)
            y += guess
        side = self.look.length(_BAR_SIDE)
        height = self.actions_bar.lay_out(column.width() + side)
        left = column.left() - (side if self.isRightToLeft() else 0)
        bar = QRect(left, y + 4, column.width() + side, height)
        self.parts.put(self.actions_bar, bar)
        y += 4 + (0 if self._editor is not None else height)
        return y + self.lay_out_notice(y) + _BELOW

    @property
    def _above(self) -> int:
        """Room above, in which a tag may stand."""
        tag = math.ceil(self.look.style("label").line_height) + 2
        return max(_ABOVE, tag) if self.content.is_left_out else _ABOVE

    @property
    def _most_width(self) -> int:
        """How wide the block may be."""
        return min(self._theme.size("user.max"), round(self.column.width() * _SHARE))

    def _lay_out_text(self, y: int) -> int:
        """Places files, words and fold; returns where they end."""
        content, inner = self.content, self._most_width - 2 * _PAD_X
        files = content.files
        files.room, files.outset, files.above_words = self._most_width, _PAD_X, _PAD_TOP
        files.at_left = self.isRightToLeft()
        document = content.lay_out(self.look, inner)
        words_top = document.top_of(content.file_count) if content.has_words else document.height
        words_end = self._words_end(document, words_top)
        self._show_fold()
        text_width = min(inner, math.ceil(document.natural_width) + 1)
        if self._fold is not None:
            fold = self._fold.sizeHint().width() - self.look.length(_FOLD_PAD)
            text_width = max(text_width, min(inner, fold))
        if content.file_count or has_right_to_left(content.text):
            # Lines that begin at the right edge, and files, stand at the edge that is pulled in.
            document.set_width(text_width)
        block_width = text_width + 2 * _PAD_X
        left = self.column.right() + 1 - block_width
        if self.isRightToLeft():
            left = self.column.left()
        top = y if content.file_count else y + _PAD_TOP
        self.text_area = QRect(left + _PAD_X, top, text_width, round(words_end))
        if not content.has_words:
            return self.text_area.bottom() + 1
        above = top + round(words_top) - _PAD_TOP
        bottom = top + round(words_end) + _PAD_BOTTOM
        if self._fold is not None:
            hint = self._fold.sizeHint()
            x = left + _PAD_X - self.look.length(_FOLD_PAD)
            if self.isRightToLeft():
                x = left + block_width - _PAD_X + self.look.length(_FOLD_PAD) - hint.width()
            self.parts.put(self._fold, QRect(x, bottom - 5, hint.width(), hint.height()))
            bottom += hint.height() + 1
        self._block = QRect(left, above, block_width, bottom - above)
        return bottom

    def _words_end(self, document: Document, top: float) -> float:
        """Down to where the words are shown: after some whole lines, if there are too many."""
        line = self.look.style("reading").line_height
        self._hides_rest = (
            not self.content.is_unfolded and document.height - top > (_FOLDED_LINES + 1) * line
        )
        if not self._hides_rest:
            return document.height
        # Lines are not all of one height; half of one more finds where the last one ends.
        return document.row_at(top + (_FOLDED_LINES + 0.5) * line)[0]

    def paint_beside(self, painter: QPainter, clip: QRect) -> None:
        if self.content.is_left_out:
            tag = QRect(self.column.left(), 0, self.column.width(), self._above - 2)
            style = self.look.style("label", "text.excluded")
            painter.setFont(style.font)
            painter.setPen(self.look.color(style.color))
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
                self._theme,
                tr("Show all"),
                kind=ButtonKind.LINK,
                small=True,
                reading=True,
                parent=self,
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

    def accessible_name_now(self) -> str:
        """Author, version, how many files, then the words."""
        content = self.content
        files, said = split(content.text)
        if len(said) > LONGEST_NAME:
            said = f"{said[:LONGEST_NAME]}…"
        return words.row_name(
            content.entry, content.message, said, is_left_out=content.is_left_out, files=len(files)
        )

    def accessible_text_now(self) -> str:
        """Names and texts of the files, then the words."""
        return question_text(self.content.text)
