"""The parts of the window that F6 goes through, in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the window: what belongs to it, and where the focus goes in it."""

    whole: QWidget
    entry: Callable[[], QWidget | None]


def go_to_next_region(regions: Sequence[Region], step: int) -> None:
    """Moves the focus to the next part that can be seen; a step of -1 goes back."""
    current = QApplication.focusWidget()
    at = next(
        (
            index
            for index, region in enumerate(regions)
            if current is not None
            and (region.whole is current or region.whole.isAncestorOf(current))
        ),
        -1 if step > 0 else len(regions),
    )
    for distance in range(1, len(regions) + 1):
        region = regions[(at + step * distance) % len(regions)]
        target = region.entry() if region.whole.isVisible() else None
        if target is not None and target.isVisible() and target.isEnabled():
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def first_control(whole: QWidget) -> QWidget | None:
    """The first control of a part that the Tab key would reach."""
    for widget in whole.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None
