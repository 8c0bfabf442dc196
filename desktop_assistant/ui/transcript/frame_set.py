"""The frames of one row: code, tables and wide formulas, made where they come into sight.

Signals:
    made: a frame was made; it stands after the row's other parts.
    resized: (block number) a block changed its own height.
"""

from PySide6.QtCore import QObject, QPoint, QRectF, Signal
from PySide6.QtWidgets import QWidget

from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.blocks.box import FrameBox
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.file_box import FileChipBox
from desktop_assistant.ui.transcript.code_frame import CodeFrame
from desktop_assistant.ui.transcript.document import Document, FramePlace
from desktop_assistant.ui.transcript.file_frame import FileFrame
from desktop_assistant.ui.transcript.frame import Frame
from desktop_assistant.ui.transcript.selection import Part
from desktop_assistant.ui.transcript.spots import Found
from desktop_assistant.ui.transcript.table_frame import TableFrame


class FrameSet(QObject):
    """Widgets for the code, tables and wide formulas of a document that are in sight."""

    made = Signal()
    resized = Signal(int)
    save_wanted = Signal(str, str)
    numbers_wanted = Signal(bool)

    def __init__(self, theme: Theme, row: QWidget) -> None:
        super().__init__(row)
        self._theme = theme
        self._frames: dict[tuple[int, int], Frame] = {}
        self._selected: Part | None = None

    @property
    def _row(self) -> QWidget:
        # Not kept here: the row keeps this, and a circle stays until somebody looks for garbage.
        row = self.parent()
        assert isinstance(row, QWidget)
        return row

    @property
    def widgets(self) -> list[Frame]:
        """The frames from the top."""
        return [frame for _, frame in sorted(self._frames.items())]

    def sync(
        self,
        document: Document,
        origin: QPoint,
        sight: tuple[float, float],
        caret: tuple[QRectF, FrameBox | None] | None,
    ) -> None:
        """Shows the frames between two heights.

        Args:
            document: whose frames.
            origin: where the document stands in the row.
            sight: what is in sight, in the document's coordinates.
            caret: where the end of a reply under way stands, and in which frame.
        """
        seen: set[tuple[int, int]] = set()
        for place in document.frames_in(*sight):
            seen.add(place.key)
            frame = self._frames.get(place.key)
            if frame is None or frame.place.box is not place.box:
                frame = self._make(place)
            frame.follow(place)
            frame.set_found(document.found)
            geometry = QRectF(place.x, place.y, place.box.width, place.box.height)
            frame.setGeometry(geometry.toAlignedRect().translated(origin))
            frame.set_caret(caret[0] if caret is not None and caret[1] is place.box else None)
            frame.stick(round(sight[0] - place.y))
        for key in [key for key in self._frames if key not in seen]:
            self._remove(key)

    def drop(self) -> None:
        """Lets every frame go."""
        for key in list(self._frames):
            self._remove(key)

    def set_selected(self, selected: Part | None) -> None:
        """Shows which part of the document is selected."""
        self._selected = selected
        for frame in self._frames.values():
            frame.set_selected(selected)

    def set_found(self, found: Found) -> None:
        """Shows what is found in the document."""
        for frame in self._frames.values():
            frame.set_found(found)

    def repaint(self, box: FrameBox) -> None:
        """Paints a frame again whose block was scrolled."""
        frame = self.showing(box)
        if frame is not None:
            frame.update()

    def showing(self, box: FrameBox) -> Frame | None:
        """The frame that shows a box, if it is in sight."""
        return next((f for f in self._frames.values() if f.place.box is box), None)

    def _make(self, place: FramePlace) -> Frame:
        self._remove(place.key)
        frame: Frame
        if isinstance(place.box, CodeBox):
            frame = CodeFrame(self._theme, place, self._row)
            frame.save_wanted.connect(self.save_wanted)
            frame.numbers_wanted.connect(self.numbers_wanted)
        elif isinstance(place.box, FileChipBox):
            frame = FileFrame(self._theme, place, self._row)
        else:
            frame = TableFrame(place, self._row)
        frame.set_selected(self._selected)
        frame.resized.connect(lambda: self.resized.emit(frame.place.key[0]))
        frame.show()
        self._frames[place.key] = frame
        self.made.emit()
        return frame

    def _remove(self, key: tuple[int, int]) -> None:
        frame = self._frames.pop(key, None)
        if frame is not None:
            frame.hide()
            frame.deleteLater()
