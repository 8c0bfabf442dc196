"""The bars under the header: what the user should know now, one bar a matter."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_assistant.ui.controls.notice_bar import NoticeBar, NoticeKind
from desktop_assistant.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Notice:
    """One matter."""

    key: str
    """Which matter it is: a newer notice of the same key takes its place."""
    title: str
    text: str
    action: str = ""
    on_action: Callable[[], object] | None = None
    kind: NoticeKind = NoticeKind.WARNING
    icon: str = "warning"


class Notices(QWidget):
    """Holds the bars, newest last; takes no room without any.

    Signals:
        changed: a bar came or went.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: dict[str, NoticeBar] = {}
        self._notices: dict[str, Notice] = {}
        self._dismissed: set[Notice] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """The matters shown."""
        return tuple(self._bars)

    def tell(self, notice: Notice) -> None:
        """Shows a matter, unless just this was put aside before."""
        said = Notice(notice.key, notice.title, notice.text)
        if said in self._dismissed or self._notices.get(notice.key) == notice:
            return
        self.withdraw(notice.key)
        bar = NoticeBar(
            self._theme,
            title=notice.title,
            text=notice.text,
            action=notice.action,
            kind=notice.kind,
            icon=notice.icon,
            parent=self,
        )
        if notice.on_action is not None:
            bar.acted.connect(notice.on_action)
        bar.dismissed.connect(lambda: self._dismiss(said))
        self._bars[notice.key] = bar
        self._notices[notice.key] = notice
        self._column.addWidget(bar)
        self.show()
        self.changed.emit()

    def withdraw(self, key: str) -> None:
        """Takes a matter away that is over."""
        self._notices.pop(key, None)
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            self.setVisible(bool(self._bars))
            self.changed.emit()

    def forget_dismissed(self, key: str) -> None:
        """A matter that is over may be told again when it comes back."""
        self._dismissed = {said for said in self._dismissed if said.key != key}

    def _dismiss(self, said: Notice) -> None:
        self._dismissed.add(said)
        self.withdraw(said.key)
