"""Lists: markers at the side, items below each other. What is added costs what it is long."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop_assistant.rendering.blocks import Block, ListBlock, ListItem
from desktop_assistant.rendering.direction import reads_from_right
from desktop_assistant.ui.transcript.blocks.box import Box, Setting
from desktop_assistant.ui.transcript.blocks.column import stack
from desktop_assistant.ui.transcript.blocks.containers import ContainerBox

_MARKER = 24
_TASK_SIDE = 14


@dataclass(frozen=True, slots=True)
class _LaidItem:
    """An item that is laid out, and how much was gathered up to its end."""

    item: ListItem
    boxes: Sequence[Box]
    from_right: bool
    """Whether its marker stands at the right, where its text begins."""
    top: float
    bottom: float
    children: int
    leaves: int
    frames: int


class ListBox(ContainerBox):
    """A list with its markers."""

    def __init__(self, block: ListBlock, setting: Setting) -> None:
        super().__init__(block, setting)
        self.gap_above = self.gap_below = setting.gap(12 if setting.depth == 0 else 4)
        self._laid: list[_LaidItem] = []
        self._geometry: tuple[float, float, bool] | None = None
        """Width, indent and tightness the items were laid out for."""
        self._indent = 0.0

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

    def invalidate(self) -> None:
        super().invalidate()
        self._geometry = None

    def lay_out(self, width: float) -> None:
        if width == self.width:
            return
        self.width = width
        block = self._list
        self._indent = self._marker_width() + 2
        old, self._laid = self._laid, self._kept((width, self._indent, block.tight))
        last = self._laid[-1] if self._laid else None
        del self._children[last.children if last else 0 :]
        del self.leaves[last.leaves if last else 0 :]
        del self._frames[last.frames if last else 0 :]
        for number in range(len(self._laid), len(block.items)):
            self._add(number, old[number].boxes if number < len(old) else ())
        self.height = self._laid[-1].bottom if self._laid else 0.0

    def _kept(self, geometry: tuple[float, float, bool]) -> list[_LaidItem]:
        """The items at the beginning that stand as they stood."""
        same = geometry == self._geometry
        self._geometry = geometry
        kept = 0
        if same:
            for laid, item in zip(self._laid, self._list.items, strict=False):
                if laid.item is not item and laid.item != item:
                    break
                kept += 1
        return self._laid[:kept]

    def _add(self, number: int, reuse: Sequence[Box]) -> None:
        """Lays out one more item."""
        block, setting = self._list, self.setting
        inner = replace(setting, depth=setting.depth + 1, is_nested=True)
        small = setting.gap(4)
        y = self._laid[-1].bottom + (small if block.tight else setting.gap(12)) if number else 0.0
        item = block.items[number]
        boxes, tops, height = stack(
            item.blocks,
            inner,
            max(1.0, self.width - self._indent),
            reuse,
            tight=small if block.tight else None,
        )
        first = next((p.leaf.text for box in boxes for p in box.leaves), "")
        # Each by itself, as paragraphs are; one without letters stands as its text does.
        from_right = reads_from_right(first)
        x = 0.0 if from_right else self._indent
        before = len(self._children)
        self._children += [(x, y + top, box) for top, box in zip(tops, boxes, strict=True)]
        self._flatten(before)
        self._name_first_leaf(boxes, number)
        bottom = y + max(height, setting.look.style(setting.text).line_height)
        gathered = (len(self._children), len(self.leaves), len(self._frames))
        self._laid.append(_LaidItem(item, boxes, from_right, y, bottom, *gathered))

    def paint(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        line = self.look.style(self.setting.text).line_height
        first = bisect_left(self._laid, clip.top() - y - line, key=_top_of)
        for number in range(first, len(self._laid)):
            top = y + self._laid[number].top
            if top > clip.bottom():
                break
            lead = next((p.leaf.lead for box in self._laid[number].boxes for p in box.leaves), 0.0)
            left = x + self.width - self._indent if self._laid[number].from_right else x
            self._paint_marker(painter, number, QRectF(left, top + lead, self._indent, line))
        super().paint(painter, x, y, clip)

    def _paint_marker(self, painter: QPainter, number: int, cell: QRectF) -> None:
        item = self._list.items[number]
        rtl = self._laid[number].from_right
        scale = self.look.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.checked is not None:
            self._paint_task(painter, cell, rtl=rtl, checked=item.checked)
        elif self._list.start is not None:
            style = self.look.style(self.setting.text, "text.tertiary")
            painter.setFont(style.font)
            painter.setPen(self.look.color(style.color))
            baseline = cell.top() + style.baseline
            text = f"{self._list.start + number}."
            width = self.look.metrics(self.setting.text).horizontalAdvance(text)
            left = cell.left() + 9 * scale if rtl else cell.right() - 9 * scale - width
            painter.save()
            from_right, from_left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
            painter.setLayoutDirection(from_right if rtl else from_left)
            painter.drawText(QPointF(left, baseline), text)
            painter.restore()
        else:
            middle = cell.right() - 11 * scale if rtl else cell.left() + 11 * scale
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

    def _paint_task(self, painter: QPainter, cell: QRectF, *, rtl: bool, checked: bool) -> None:
        look = self.look
        side = look.length(_TASK_SIDE)
        inset = look.length(3)
        left = cell.right() - inset - side if rtl else cell.left() + inset
        box = QRectF(left, cell.center().y() - side / 2, side, side)
        if checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent.fill"))
            painter.drawRoundedRect(box, 3, 3)
            pixmap = look.pixmap("check", side - 2, "accent.on")
            painter.drawPixmap(QPointF(box.left() + 1, box.top() + 1), pixmap)
        else:
            painter.setPen(QPen(look.color("border.strong"), 1.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _marker_width(self) -> float:
        if self._list.start is None:
            return self.look.length(_MARKER)
        last = f"{self._list.start + len(self._list.items) - 1}."
        needed = self.look.metrics(self.setting.text).horizontalAdvance(last)
        return max(self.look.length(_MARKER), needed + self.look.length(14))

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


def _top_of(laid: _LaidItem) -> float:
    return laid.top
