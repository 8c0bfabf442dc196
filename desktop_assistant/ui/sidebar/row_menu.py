"""The way to a row's menu for those who have no pointer: a button where the row shows its dots.

Rows are painted by a delegate, so the dots in them are no control that anybody but the mouse could
press. This one stands in the same place on the current row, takes no click and paints nothing.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_assistant.ui.sidebar.conversation_delegate import ConversationDelegate
from desktop_assistant.ui.sidebar.conversation_model import ConversationRole
from desktop_assistant.ui.sidebar.conversation_view import ConversationView


class RowMenuButton(QAbstractButton):
    """Named after the conversation it stands for; hidden while its row is out of sight."""

    def __init__(self, view: ConversationView, parent: QWidget) -> None:
        """Follows a list; the parent is one that the list is in."""
        super().__init__(parent)
        self._view = view
        self._ground = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list has the keyboard, and the menu key
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self.clicked.connect(self._open)
        view.viewport().installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._follow)
        view.verticalScrollBar().valueChanged.connect(self._follow)
        model = view.conversations
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            signal.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whatever moved the row has it painted again.
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Resize):
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row has painted the dots."""

    def _follow(self) -> None:
        view = self._view
        index = view.currentIndex()
        summary = index.data(ConversationRole.SUMMARY) if index.isValid() else None
        row = view.visualRect(index)
        in_sight = summary is not None and view.viewport().rect().intersects(row)
        if in_sight and summary is not None:
            name = self.tr("More actions for {title}").format(title=summary.title)
            if name != self.accessibleName():
                self.setAccessibleName(name)
            box = ConversationDelegate.more_button(row, view.layoutDirection())
            box.translate(view.viewport().mapTo(self._ground, QPoint(0, 0)))
            if box != self.geometry():
                self.setGeometry(box)
        if in_sight == self.isHidden():
            self.setVisible(in_sight)
            self.raise_()

    def _open(self) -> None:
        self._view.open_menu_of_current()
