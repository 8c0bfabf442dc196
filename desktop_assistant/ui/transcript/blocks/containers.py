"""Quotes, lists and footnotes: blocks in blocks, flattened into one set of leaves."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_assistant.rendering.blocks import Block, Footnotes, ListBlock, Quote
from desktop_assistant.ui.transcript.blocks.box import Box, Setting
from desktop_assistant.ui.transcript.blocks.column import stack
from desktop_assistant.ui.transcript.blocks.leaf import Leaf, Placed
from desktop_assistant.ui.transcript.look import reads_from_right

_QUOTE_RULE = 2
_QUOTE_INDENT = 14
_MARKER = 24
_TASK_SIDE = 14


class ContainerBox(Box):
    """Child boxes below each other, each at an indent."""

    def __init__(self, block: Block, setting: Setting) -> None:
        super().__init__(block, setting)
        self._children: list[tuple[float, float, Box]] = []
        """Where each child stands, and the child."""
        self._rtl = False
        """Whether it reads from right to left, and has its marks at the right."""

    def invalidate(self) -> None:
        super().invalidate()
        for _, _, box in self._children:
            box.invalidate()

    def _first_leaf(self) -> Leaf | None:
        return next((p.leaf for _, _, box in self._children for p in box.leaves), None)

    def _turn(self, indent: float) -> None:
        """Puts the marks at the side where the text begins."""
        first = self._first_leaf()
        self._rtl = first is not None and reads_from_right(first.text)
        if self._rtl:
            self._children = [(x - indent, y, box) for x, y, box in self._children]

    def _flatten(self) -> None:
        self.leaves = [
            Placed(placed.leaf, placed.x + x, placed.y + y, placed.framed)
            for x, y, box in self._children
            for placed in box.leaves
        ]
        self.frames = [
            (fx + x, fy + y, frame) for x, y, box in self._children for fx, fy, frame in box.frames
        ]

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        for dx, dy, box in self._children:
            if y + dy <= clip.bottom() and y + dy + box.height >= clip.top():
                box.paint(painter, x + dx, y + dy, clip)


class QuoteBox(ContainerBox):
    """A quote: a rule, and the quoted blocks beside it."""

    def __init__(self, block: Quote, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(12)
        self._inner: Sequence[Box] = ()

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        assert isinstance(self.block, Quote)
        self.width = width
        indent = _QUOTE_RULE + _QUOTE_INDENT
        self._inner, tops, self.height = stack(
            self.block.blocks, self.setting, max(1.0, width - indent), self._inner
        )
        self._children = [(indent, top, box) for top, box in zip(tops, self._inner, strict=True)]
        self._turn(indent)
        self._flatten()

    def update(self, block: Block) -> bool:
        if not isinstance(block, Quote):
            return False
        self.block = block
        width, self.width = self.width, -1.0
        self.lay_out(width)
        return True

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        rule = QRectF(x, y, _QUOTE_RULE, self.height)
        if self._rtl:
            rule.moveRight(x + self.width)
        painter.fillRect(rule, self.look.color("accent.line"))
        super().paint(painter, x, y, clip)


class ListBox(ContainerBox):
    """A list with its markers."""

    def __init__(self, block: ListBlock, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(12 if setting.depth == 0 else 4)
        self._items: list[Sequence[Box]] = []
        self._indent = 0.0
        self._item_tops: list[float] = []

    @property
    def _list(self) -> ListBlock:
        assert isinstance(self.block, ListBlock)
        return self.block

    def update(self, block: Block) -> bool:
        if not isinstance(block, ListBlock) or block.start != self._list.start:
            return False
        self.block = block
        width, self.width = self.width, -1.0
        self.lay_out(width)
        return True

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        self.width = width
        block, setting = self._list, self.setting
        self._indent = self._marker_width() + 2
        inner = replace(setting, depth=setting.depth + 1)
        gap = setting.gap(4 if block.tight else 12)
        tight = setting.gap(4) if block.tight else None
        room = max(1.0, width - self._indent)
        self._children, self._item_tops = [], []
        old, self._items = self._items, []
        y = 0.0
        for number, item in enumerate(block.items):
            if number:
                y += gap
            reuse = old[number] if number < len(old) else ()
            boxes, tops, height = stack(item.blocks, inner, room, reuse, tight=tight)
            self._items.append(boxes)
            self._item_tops.append(y)
            self._children += [
                (self._indent, y + top, box) for top, box in zip(tops, boxes, strict=True)
            ]
            self._name_first_leaf(boxes, number)
            y += max(height, setting.look.style(setting.text).line_height)
        self.height = y
        self._turn(self._indent)
        self._flatten()

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        line = self.look.style(self.setting.text).line_height
        for number, top in enumerate(self._item_tops):
            if y + top <= clip.bottom() and y + top + line >= clip.top():
                left = x + self.width - self._indent if self._rtl else x
                self._paint_marker(painter, number, QRectF(left, y + top, self._indent, line))
        super().paint(painter, x, y, clip)

    def _paint_marker(self, painter: QPainter, number: int, cell: QRectF) -> None:
        item = self._list.items[number]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.checked is not None:
            self._paint_task(painter, cell, checked=item.checked)
        elif self._list.start is not None:
            style = self.look.style(self.setting.text, "text.tertiary")
            painter.setFont(style.font)
            painter.setPen(self.look.color(style.color))
            baseline = cell.top() + style.baseline
            text = f"{self._list.start + number}."
            width = self.look.metrics(self.setting.text).horizontalAdvance(text)
            left = cell.left() + 9 if self._rtl else cell.right() - 9 - width
            painter.save()
            rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
            painter.setLayoutDirection(rtl if self._rtl else ltr)
            painter.drawText(QPointF(left, baseline), text)
            painter.restore()
        else:
            middle = cell.right() - 11 if self._rtl else cell.left() + 11
            self._paint_bullet(painter, QPointF(middle, cell.center().y() + 1))

    def _paint_bullet(self, painter: QPainter, at: QPointF) -> None:
        color = self.look.color("text.tertiary")
        radius = 2.75 * self.look.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        match self.setting.depth:
            case 0:
                painter.drawEllipse(at, radius, radius)
            case 1:
                painter.setPen(QPen(color, 1.25))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, radius, radius)
            case _:
                side = 2 * radius - 0.5
                painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))

    def _paint_task(self, painter: QPainter, cell: QRectF, *, checked: bool) -> None:
        look = self.look
        side = _TASK_SIDE
        left = cell.right() - 3 - side if self._rtl else cell.left() + 3
        box = QRectF(left, cell.center().y() - side / 2, side, side)
        if checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent.fill"))
            painter.drawRoundedRect(box, 3, 3)
            pixmap = look.pixmap("check", 12, "accent.on")
            painter.drawPixmap(QPointF(box.left() + 1, box.top() + 1), pixmap)
        else:
            painter.setPen(QPen(look.color("border.strong"), 1.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _marker_width(self) -> float:
        if self._list.start is None:
            return _MARKER
        last = f"{self._list.start + len(self._list.items) - 1}."
        return max(_MARKER, self.look.metrics(self.setting.text).horizontalAdvance(last) + 14)

    def _name_first_leaf(self, boxes: Sequence[Box], number: int) -> None:
        """Gives an item's first leaf the marker it is copied with."""
        item = self._list.items[number]
        leaf = next((p.leaf for box in boxes for p in box.leaves), None)
        if leaf is None:
            return
        marker = "•" if self._list.start is None else f"{self._list.start + number}."
        if item.checked is not None:
            marker = "[x]" if item.checked else "[ ]"
        leaf.prefix = "  " * self.setting.depth + marker + " "
        if number or self.setting.depth:
            leaf.joint = "\n"


class FootnotesBox(ContainerBox):
    """The notes at the end, small, below a short rule."""

    def __init__(self, block: Footnotes, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = setting.gap(20)
        self._notes: list[Sequence[Box]] = []
        self._tops: list[float] = []

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        assert isinstance(self.block, Footnotes)
        self.width = width
        old, self._notes = self._notes, []
        small = replace(self.setting, text="label", color="text.secondary")
        self._children, self._tops = [], []
        y = 9.0
        for label, blocks in self.block.notes:
            reuse = old[len(self._notes)] if len(self._notes) < len(old) else ()
            boxes, tops, height = stack(blocks, small, max(1.0, width - _MARKER), reuse)
            self._notes.append(boxes)
            self._tops.append(y)
            self._children += [
                (_MARKER, y + top, box) for top, box in zip(tops, boxes, strict=True)
            ]
            leaf = next((p.leaf for box in boxes for p in box.leaves), None)
            if leaf is not None:
                leaf.prefix = f"[{label}] "
            y += height + 4
        self.height = y
        self._flatten()

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        assert isinstance(self.block, Footnotes)
        painter.fillRect(QRectF(x, y, 120, 1), self.look.color("border.subtle"))
        style = self.look.style("label", "text.tertiary")
        for top, (label, _) in zip(self._tops, self.block.notes, strict=True):
            painter.setFont(style.font)
            painter.setPen(self.look.color(style.color))
            painter.drawText(QPointF(x, y + top + style.baseline), label)
        super().paint(painter, x, y, clip)
