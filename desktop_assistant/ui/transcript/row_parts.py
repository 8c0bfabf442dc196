"""The parts of a row, which move after the row itself has moved."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget


class RowParts:
    """Where each part of a row will stand.

    Measuring a row comes before the row gets its new place. A part that moved at once would be
    painted at the old place for nothing, and with it the whole row: what is about to be painted
    anew cannot be taken along.
    """

    def __init__(self) -> None:
        self._areas: list[tuple[QWidget, QRect]] = []

    def forget(self) -> None:
        """The row is measured anew."""
        self._areas = []

    def put(self, part: QWidget, area: QRect) -> None:
        """Says where a part will stand."""
        self._areas.append((part, area))

    def place(self) -> None:
        """The row has its place: now its parts get theirs."""
        areas, self._areas = self._areas, []
        for part, area in areas:
            part.setGeometry(area)
