"""The path through the forks: each crumb is a menu of the versions at its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.direction import isolated
from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.sentences import listed, number
from desktop_assistant.ui.theme import Theme

_ICON, _CHEVRON, _GAP = 13, 11, 4
_MOST_CRUMB = 260


@dataclass(frozen=True, slots=True)
class Fork:
    """One place where the path could have gone elsewhere."""

    versions: tuple[tuple[MessageId, str], ...]
    """Id and first words of every version, oldest first."""
    current: int
    """Which of them the path takes, from 0."""

    @property
    def label(self) -> str:
        """The words of the version that is shown."""
        return self.versions[self.current][1]


class _Crumb(PaintedButton):
    def __init__(self, theme: Theme, label: str, *, is_last: bool, parent: QWidget) -> None:
        super().__init__(theme, label, parent)
        self._label = show_controls(label)
        self._is_last = is_last
        self.setToolTip("")

    @property
    def corner_radius(self) -> float:
        return self.theme.radius("xs")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("label"))
        width = min(metrics.horizontalAdvance(self._label) + 1, _MOST_CRUMB)
        return QSize(width, max(16, metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.theme.font("label"))
        color = "accent.text" if self._is_last else "text.secondary"
        painter.setPen(self.theme.color("text.primary" if self.mouse_is_over() else color))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, self.width() + 1)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(
            self.rect(),
            where | Qt.TextFlag.TextSingleLine,
            isolated(shown, from_right=self.isRightToLeft()),
        )
        painter.end()


class Breadcrumb(QWidget):
    """Nothing while there is no fork.

    Signals:
        version_chosen: (message id) show the branch with that version.
    """

    version_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._forks: tuple[Fork, ...] = ()
        self._crumbs: list[_Crumb] = []
        self._chevrons: list[QPoint] = []
        self._folded: QRect | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self._place)

    def show_forks(self, forks: Sequence[Fork]) -> None:
        """Shows the path through these forks."""
        if tuple(forks) == self._forks:
            return
        self._forks = tuple(forks)
        for crumb in self._crumbs:
            crumb.hide()
            crumb.deleteLater()
        self._crumbs = []
        for fork in self._forks:
            is_last = fork is self._forks[-1]
            crumb = _Crumb(self._theme, fork.label, is_last=is_last, parent=self)
            crumb.clicked.connect(
                lambda _=False, fork=fork, crumb=crumb: self._open_menu(fork, crumb)
            )
            self._crumbs.append(crumb)
        names = listed(fork.label for fork in self._forks)
        self.setAccessibleName(self.tr("Branch path, {names}").format(names=names))
        self.setVisible(bool(self._forks))
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(200, max(16, QFontMetrics(self._theme.font("label")).height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        middle = self.height() // 2
        theme = self._theme
        branch = theme.pixmap("branch", _ICON, "text.tertiary", ratio)
        at = self.width() - _ICON if self.isRightToLeft() else 0
        painter.drawPixmap(at, middle - _ICON // 2, branch)
        chevron = theme.pixmap("chevron-right", _CHEVRON, "text.tertiary", ratio)
        for corner in self._chevrons:
            painter.drawPixmap(corner, chevron)
        if self._folded is not None:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("text.tertiary"))
            painter.drawText(self._folded, Qt.AlignmentFlag.AlignCenter, "…")
        painter.end()

    def _place(self) -> None:
        """Puts the crumbs side by side; the middle ones fold to … when short of room."""
        self._chevrons, self._folded = [], None
        room = self.width() - _ICON - _GAP
        shown = self._that_fit(room)
        x = _ICON + _GAP
        step = _CHEVRON + 2 * _GAP
        for at, crumb in enumerate(self._crumbs):
            crumb.setVisible(at in shown)
            if at not in shown:
                if self._folded is None:
                    self._folded = self._mirrored(QRect(x, 0, 14, self.height()))
                    x += 14
                    self._add_chevron(x + _GAP)
                    x += step
                continue
            width = min(crumb.sizeHint().width(), max(24, self.width() - x))
            crumb.setGeometry(self._mirrored(QRect(x, 0, width, self.height())))
            x += width
            if at < len(self._crumbs) - 1:
                self._add_chevron(x + _GAP)
                x += step
        self.update()

    def _that_fit(self, room: int) -> set[int]:
        """First and last always; from the end backwards as many others as there is room for."""
        count = len(self._crumbs)
        widths = [crumb.sizeHint().width() + _CHEVRON + 2 * _GAP for crumb in self._crumbs]
        if sum(widths) <= room:
            return set(range(count))
        shown = {0, count - 1}
        used = sum(widths[at] for at in shown) + 14 + _CHEVRON + 2 * _GAP
        for at in range(count - 2, 0, -1):
            used += widths[at]
            if used > room:
                break
            shown.add(at)
        return shown

    def _add_chevron(self, x: int) -> None:
        box = QRect(x, (self.height() - _CHEVRON) // 2, _CHEVRON, _CHEVRON)
        self._chevrons.append(self._mirrored(box).topLeft())

    def _open_menu(self, fork: Fork, crumb: _Crumb) -> None:
        menu = Menu(self._theme, self, self.tr("Versions"))
        for at, (message_id, words) in enumerate(fork.versions):
            label = self.tr("{number}. {words}").format(number=number(at + 1), words=words)
            choose = partial(self.version_chosen.emit, message_id)
            menu.add(label, choose, checked=at == fork.current)
        menu.open_below(crumb)

    def _mirrored(self, box: QRect) -> QRect:
        if not self.isRightToLeft():
            return box
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())
