"""A code block: a bar with its language, the lines, a fold, and scrolling sideways."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_assistant.rendering.blocks import Block, CodeBlock
from desktop_assistant.rendering.highlight import Run
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.box import FrameBox, Setting
from desktop_assistant.ui.transcript.blocks.code_leaf import LONG_LINE, CodeLeaf
from desktop_assistant.ui.transcript.blocks.leaf import Placed, Range

_BAR = 34
_FOOT = 36
"""Height of the line with "Show all 212 lines"."""
_LONGEST_UNFOLDED = 40
_FOLDED = 24
_SIDE, _ABOVE, _BELOW = 14, 2, 13
_AFTER_NUMBER = 16
"""Room between a line's number and the line."""
_KEPT_LINES = 2
"""Lines at either end that no page break parts from it."""


class CodeBox(FrameBox):
    """Code with its frame."""

    def __init__(self, block: CodeBlock, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(12)
        self.bar = float(setting.look.length(_BAR))
        """Height of the bar with its language and buttons."""
        self.foot = float(setting.look.length(_FOOT))
        """Height of the line that unfolds it."""
        self.wrap = setting.look.wrap_code
        self.leaf = CodeLeaf(block.code, setting.look, wrap=False)
        self.is_expanded = not (block.closed and setting.fold)
        self.is_highlighted = False
        self._gutter = 0.0
        self._has_long_line = self.leaf.has_long_line if block.closed else False

    @property
    def code(self) -> str:
        """The code exactly as it came."""
        return self.leaf.text

    @property
    def language(self) -> str:
        """The fence's word."""
        assert isinstance(self.block, CodeBlock)
        return self.block.language

    @property
    def is_closed(self) -> bool:
        """Whether the whole code has come."""
        assert isinstance(self.block, CodeBlock)
        return self.block.closed

    @property
    def is_folded(self) -> bool:  # type: ignore[override]  # read-only here
        """Whether there is more than is shown."""
        return not self.is_expanded and (
            self.leaf.line_count > _LONGEST_UNFOLDED or self._has_long_line
        )

    def hides(self, offset: int) -> bool:
        """Whether a place of the code is in the folded part, or cut off from its line."""
        if not self.is_folded:
            return False
        line = self.code.count("\n", 0, offset)
        column = offset - self.code.rfind("\n", 0, offset) - 1
        return line >= _FOLDED or column >= LONG_LINE

    def show_part(self, number: int, start: int, end: int) -> bool:
        return self.scroll.show_rects(self.leaf.rect_of(start), self.leaf.rect_of(end), 0)

    @property
    def accessible_name(self) -> str:
        return words.code_name(self.label, self.leaf.line_count)

    @property
    def label(self) -> str:
        """How its language is called."""
        from desktop_assistant.rendering.languages import language_label

        return language_label(self.language)

    def update(self, block: Block) -> bool:
        if not isinstance(block, CodeBlock) or not isinstance(self.block, CodeBlock):
            return False
        if block.language != self.block.language or not block.code.startswith(self.block.code):
            return False
        if block.code != self.block.code:
            self.leaf.set_text(block.code)
            self.is_highlighted = False
        if block.closed and not self.block.closed:
            self.is_highlighted = False  # what came bit by bit is read as a whole now
        self.block = block
        width, self.width = self.width, -1.0
        self.lay_out(width)
        return True

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        self.width = width
        self._gutter = self._gutter_width()
        room = max(1.0, width - 2 * _SIDE - self._gutter)
        self.leaf.set_wrap(self.wrap, room)
        self.leaf.set_shown(_FOLDED if self.is_folded else None)
        self.scroll.set_extent(room if self.wrap else self.leaf.width + 2, room)
        self.leaves = [Placed(self.leaf, _SIDE + self._gutter, self.bar + _ABOVE, framed=True)]
        self.is_framed = True
        self.revision += 1
        self.height = self.bar + _ABOVE + self.leaf.height + _BELOW
        if self.is_folded:
            self.height += self.foot - _BELOW / 2

    def set_wrap(self, wrap: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Breaks long lines, or scrolls them."""
        self.wrap = wrap
        self._again()

    def expand(self) -> None:
        """Shows everything."""
        self.is_expanded = True
        self.leaf.set_whole_lines(True)
        self._again()

    def color_from(self, start: int, runs: Sequence[Run], *, is_complete: bool) -> None:
        """Takes the colours from an offset on, for the time being; perhaps not to the end."""
        self.is_highlighted = is_complete
        self.leaf.replace_runs(start, runs)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Takes its colours."""
        self.is_highlighted = True
        self.leaf.set_runs(runs)

    @property
    def scroll_area(self) -> QRectF:
        bottom = self.bar + _ABOVE + self.leaf.height + _BELOW - 2
        left = _SIDE + self._gutter
        return QRectF(left, self.bar, max(0.0, self.width - left - _SIDE), bottom - self.bar)

    def paint_frame(self, painter: QPainter, clip: QRectF, selected: Range | None) -> None:
        """Paints ground and code; the bar's buttons are widgets."""
        look = self.look
        area = QRectF(0.5, 0.5, self.width - 1, self.height - 1)
        radius = look.theme.radius("block")
        painter.setPen(look.color("border.subtle"))
        painter.setBrush(look.code_color("bg"))
        painter.drawRoundedRect(area, radius, radius)
        painter.save()
        inside = QRectF(1, self.bar + _ABOVE, self.width - 2, self.leaf.height) & clip
        if self._gutter:
            self._paint_numbers(painter, inside)
            inside &= QRectF(_SIDE + self._gutter - 3, 0, self.width, self.height)
        painter.setClipRect(inside)
        left = _SIDE + self._gutter - self.scroll.value
        self.leaf.paint(painter, left, self.bar + _ABOVE, inside, selected)
        painter.restore()
        self.scroll.paint(painter, self.scroll_area, look)

    def paint_on_paper(self, painter: QPainter, clip: QRectF) -> None:
        self.paint_frame(painter, clip, None)
        style = self.look.style("label", "text.tertiary")
        painter.setFont(style.font)
        painter.setPen(self.look.color(style.color))
        bar = QRectF(_SIDE, 0, max(1.0, self.width - 2 * _SIDE), self.bar)
        if clip.top() < self.bar:
            painter.drawText(
                bar, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.label
            )

    def row_at(self, y: float) -> tuple[float, float]:
        above = self.bar + _ABOVE
        top, bottom = self.leaf.row_at(y - above)
        line = bottom - top
        # The bar stays with the first lines, the lower edge with the last ones.
        if top < _KEPT_LINES * line:
            return 0.0, min(self.height, above + _KEPT_LINES * line)
        if bottom > self.leaf.height - _KEPT_LINES * line:
            return above + self.leaf.height - _KEPT_LINES * line, self.height
        return above + top, above + bottom

    def _paint_numbers(self, painter: QPainter, clip: QRectF) -> None:
        """Numbers the lines in sight; the numbers stay where they are when the code scrolls."""
        style = self.look.style("code")
        painter.setFont(style.font)
        painter.setPen(self.look.code_color("line_number"))
        top = self.bar + _ABOVE
        for number, y in self.leaf.lines_between(clip.top() - top, clip.bottom() - top):
            room = QRectF(_SIDE, top + y, self._gutter - _AFTER_NUMBER, style.line_height)
            where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, where, str(number + 1))

    def _gutter_width(self) -> float:
        """The room for line numbers, if there are any."""
        if not self.look.line_numbers:
            return 0.0
        widest = "0" * max(2, len(str(self.leaf.line_count)))
        return self.look.metrics("code").horizontalAdvance(widest) + _AFTER_NUMBER

    def _again(self) -> None:
        width, self.width = self.width, -1.0
        self.lay_out(width)
