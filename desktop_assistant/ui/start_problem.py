"""A plain window in place of the main one when the library cannot be used.

Signals:
    closed: the user has read it.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.external import open_folder


class StartProblem(QDialog):
    """Says what happened, what is safe and what to do; shows the folder or quits."""

    closed = Signal()

    def __init__(self, error: ErrorInfo, data_dir: Path) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Desktop Assistant"))
        self.setMinimumWidth(520)
        title = self._label(error_title(error))
        font = title.font()
        font.setPixelSize(18)
        font.setBold(True)
        title.setFont(font)
        show_folder = QPushButton(self.tr("Show folder"))
        show_folder.clicked.connect(lambda: open_folder(data_dir))
        quit_button = QPushButton(self.tr("Quit"))
        quit_button.setDefault(True)
        quit_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(show_folder)
        buttons.addWidget(quit_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self._label(error_hint(error)))
        if error.detail:
            layout.addWidget(self._label(error.detail))
        layout.addStretch()
        layout.addLayout(buttons)
        quit_button.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that the window goes."""
        self.closed.emit()
        super().closeEvent(event)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
