"""An attached file of a question: a chip, and below it, once it is opened, the file's text."""

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop_assistant.domain.attachments import AttachedText
from desktop_assistant.rendering.blocks import CodeBlock
from desktop_assistant.ui.file_words import about_file, shorter_words
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.box import (
    Box,
    FilesShown,
    FrameBox,
    PlacedFrame,
    Setting,
)
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.file_leaves import FoldedText, NameLeaf
from desktop_assistant.ui.transcript.blocks.leaf import Placed

HEIGHT = 44
SIDE, TILE, GAP, CHEVRON = 8, 28, 10, 12
ABOVE = 6
"""Above its two lines."""
_WIDEST_NAME = 300
_APART = 6
"""Between a chip and what belongs to it, or the next chip."""


class FileBox(Box):
    """A file: its chip, and its text if it is open."""

    gap_above = 0.0
    natural_width = 0.0
    """It stands beside the words, whose width is told by the words alone."""

    def __init__(self, block: CodeBlock, setting: Setting, files: FilesShown) -> None:
        super().__init__(block, setting)
        self.gap_below = setting.gap(_APART)
        self._file = block
        self._files = files
        self._chip: FileChipBox | None = None
        self._code: CodeBox | None = None
        self._folded = FoldedText(block, files)
        self._frames: list[PlacedFrame] = []

    @property
    def frames(self) -> list[PlacedFrame]:
        return self._frames

    @property
    def is_open(self) -> bool:
        """Whether its text is shown."""
        return self._file in self._files.open

    def gap_to(self, below: Box) -> float:
        if isinstance(below, FileBox):
            return self.gap_below
        return self.gap_below + self._files.above_words

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        self.width = width
        room, is_open = self._files.room, self.is_open
        if self._chip is None:
            self._chip = FileChipBox(self._file, self.setting, self._files)
        chip = self._chip
        chip.set_state(is_open=is_open)
        x = self._left(chip.width, width)
        self.leaves = [Placed(p.leaf, p.x + x, p.y, framed=True) for p in chip.leaves]
        self._frames = [PlacedFrame(x, 0, 0, chip)]
        self.height = chip.height
        if is_open:
            self._lay_out_text(room, width)
        else:
            self._code = None
            self.leaves.append(Placed(self._folded, x, self.height))

    def _lay_out_text(self, room: float, width: float) -> None:
        if self._code is None:
            plain = CodeBlock(self._file.code, self._file.language)
            self._code = CodeBox(plain, self.setting)
        code = self._code
        code.lay_out(room)
        x, y = self._left(room, width), self.height + self.setting.gap(_APART)
        self.leaves += [Placed(p.leaf, p.x + x, p.y + y, framed=True) for p in code.leaves]
        self._frames.append(PlacedFrame(x, y, 1, code))
        self.height = y + code.height

    def _left(self, taken: float, width: float) -> float:
        """Where something begins that is lined up with the other files."""
        outset = self._files.outset
        return -outset if self._files.at_left else width + outset - taken

    def invalidate(self) -> None:
        super().invalidate()
        if self._code is not None:
            self._code.invalidate()

    def guess(self, width: float) -> float:
        return float(self.look.length(HEIGHT))


class FileChipBox(FrameBox):
    """The chip: name, kind and size; a widget lets it be pressed."""

    def __init__(self, block: CodeBlock, setting: Setting, files: FilesShown) -> None:
        super().__init__(block, setting)
        look = self.look
        self._files = files
        self.file = AttachedText(block.file, block.code)
        self.about = about_file(self.file)
        self.is_open = False
        self.leaf = NameLeaf(block.file, look.style("label", setting.color), look)
        self.shown_about = self.about
        """As much of it as there is room for."""
        self._metrics = QFontMetricsF(look.style("caption").font)
        about = self._metrics.horizontalAdvance(self.about)
        most = look.length(_WIDEST_NAME)
        self._words_width = math.ceil(min(max(self.leaf.natural_width, about), most)) + 1
        self.height = float(look.length(HEIGHT))
        self.leaves = [Placed(self.leaf, 0, look.length(ABOVE), framed=True)]

    @property
    def words_area(self) -> QRectF:
        """Where name and size stand, below each other."""
        look = self.look
        before = look.length(SIDE) + look.length(TILE) + look.length(GAP)
        after = look.length(GAP) + look.length(CHEVRON) + look.length(SIDE)
        left = after if self._files.at_left else before
        top = self.leaves[0].y
        return QRectF(left, top, max(1.0, self.width - before - after), self.height - 2 * top)

    def set_state(self, *, is_open: bool) -> None:
        """Takes the room there is, and whether its text is shown."""
        look = self.look
        edges = sum(map(look.length, (SIDE, TILE, GAP, GAP, CHEVRON, SIDE)))
        self.is_open = is_open
        self.width = min(edges + self._words_width, max(self._files.room, 1.0))
        area = self.words_area
        self.leaf.set_width(area.width())
        fits = self._metrics.horizontalAdvance
        self.shown_about = next(
            (said for said in shorter_words(self.file) if fits(said) <= area.width() + 1), ""
        )
        name = self.leaves[0]
        name.x = area.right() - self.leaf.width if self._files.at_left else area.left()
        self.revision += 1

    def toggle(self) -> None:
        """Shows the file's text, or hides it, from the next time its block is laid out."""
        self._files.open ^= {self.block}

    def lay_out(self, width: float) -> None:
        """It is laid out by ``set_state``."""

    @property
    def accessible_name(self) -> str:
        return words.file_name(self.file.name, self.about)

    def show_part(self, number: int, start: int, end: int) -> bool:
        return False

    def row_at(self, y: float) -> tuple[float, float]:
        return 0.0, self.height

    def paint_on_paper(self, painter: QPainter, clip: QRectF) -> None:
        """There are no chips on paper."""
