"""Parts, one below another, cut into pages and painted onto a PDF or a printer."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLocale, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPagedPaintDevice, QPainter

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.export.branch import Branch
from desktop_assistant.rendering.export.words import Words
from desktop_assistant.ui.paper.messages import parts_of
from desktop_assistant.ui.paper.parts import Head, Part
from desktop_assistant.ui.paper.sheet import POINTS, Sheet
from desktop_assistant.ui.transcript.look import Look

_FOOT = 24.0
"""From the column's end to the line with the page's number."""
_OVERHANG = 24.0
"""Room beside the column in which letters may lean out."""


class Pages:
    """Paints one branch; used once."""

    def __init__(self, device: QPagedPaintDevice, branch: Branch, words: Words, look: Look) -> None:
        """Takes what is painted, and onto what.

        Args:
            device: its page layout has no margins.
            branch: the conversation.
            words: how the document speaks.
            look: what it is drawn with.
        """
        self._device = device
        self._branch, self._words, self._look = branch, words, look
        self._sheet = Sheet.of(QSizeF(device.pageLayout().fullRectPoints().size()))
        self._painter = QPainter()
        self._y = 0.0
        self.count = 0
        """Pages so far."""
        self.messages = 0
        """Messages painted so far."""

    def steps(self) -> Iterator[None]:
        """Paints everything, a little with every step.

        Raises:
            OSError: if the device takes no painting.
        """
        painter = self._painter
        if not painter.begin(self._device):
            raise OSError("the device takes no painting")
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scale = self._device.logicalDpiX() / 72 * POINTS
            painter.scale(scale, scale)
            painter.translate(self._sheet.left, self._sheet.top)
            self.count = 1
            for part in self._parts():
                yield from part.steps()
                yield from self._place(part)
            self._paint_foot()
            yield
        finally:
            painter.end()

    def _parts(self) -> Iterator[Part]:
        words, width = self._words, self._sheet.width
        yield Head(words.title(self._branch), words.about(self._branch), self._look, width)
        for exported in self._branch.messages:
            yield from parts_of(exported, words, self._look, width)
            self.messages += 1

    def _place(self, part: Part) -> Iterator[None]:
        """Puts a part below the last one, on as many pages as it needs."""
        page = self._sheet.height
        if self._y:
            self._y += part.gap
        if part.needs_below and self._y + part.height + part.needs_below > page:
            self._turn()
        top = 0.0
        while top < part.height:
            lead = self._lead(part, top)
            end = part.cut(top, page - self._y, page)
            if end <= top and self._y > lead:
                self._turn()
                continue
            if end <= top:  # taller than a page, and nowhere to be cut
                end = min(part.height, top + page - self._y)
            self._paint(part, top, end)
            self._y += end - top
            top = end
            yield
            if top < part.height:
                self._turn()

    def _lead(self, part: Part, top: float) -> float:
        """Paints on a fresh page what stands again there; returns its height."""
        if self._y or not top:
            return 0.0
        lead = part.lead(top, self._sheet.height)
        if lead:
            self._painter.save()
            part.paint_lead(self._painter, top)
            self._painter.restore()
            self._y = lead
        return lead

    def _paint(self, part: Part, top: float, end: float) -> None:
        painter, width = self._painter, self._sheet.width
        clip = QRectF(-_OVERHANG, top, width + 2 * _OVERHANG, end - top)
        painter.save()
        painter.translate(0, self._y - top)
        if top > 0 or end < part.height:
            painter.setClipRect(clip)
        else:
            clip.adjust(0, -_OVERHANG, 0, _OVERHANG)
        part.paint(painter, clip)
        painter.restore()

    def _turn(self) -> None:
        """Goes to the next page."""
        self._paint_foot()
        self._device.newPage()
        self.count += 1
        self._y = 0.0

    def _paint_foot(self) -> None:
        painter, theme = self._painter, self._look.theme
        font = theme.font("label")
        number = QLocale().toString(self.count)
        area = QRectF(0, self._sheet.height + _FOOT, self._sheet.width, 16)
        metrics = QFontMetricsF(font)
        room = area.width() - metrics.horizontalAdvance(number) - 24
        title = show_controls(self._words.title(self._branch)).replace("\n", " ")
        rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
        painter.save()
        painter.setLayoutDirection(rtl if self._words.right_to_left else ltr)
        painter.setFont(font)
        painter.setPen(self._look.color("text.tertiary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeading, words)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignTrailing, number)
        painter.restore()


def telling(pages: Pages, on_progress: Callable[[int], None] | None) -> Iterator[None]:
    """The steps of painting; tells whenever another message is painted."""
    told = 0
    for step in pages.steps():
        if on_progress is not None and pages.messages != told:
            told = pages.messages
            on_progress(told)
        yield step
