"""Tells of a bug of ours: what is safe, and the report to copy, with secrets removed."""

import traceback

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_assistant.domain.redaction import redact


def report_of(error: BaseException) -> str:
    """The traceback as it may be shown and copied."""
    return redact("".join(traceback.format_exception(error)))


def show_crash(parent: QWidget, error: BaseException) -> None:
    """Shows the notice beside the window, which goes on working."""
    CrashNotice(parent, report_of(error)).open()


class CrashNotice(QDialog):
    """The notice; it blocks nothing but its window."""

    def __init__(self, parent: QWidget, report: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_tr("Something unexpected happened"))
        self.resize(640, 400)
        said = QLabel(
            _tr(
                "This is a fault of Desktop Assistant, not of yours. What was written is saved. "
                "If things look odd, close the window and open it again. "
                "The report below holds no keys and no conversation."
            )
        )
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        details = QPlainTextEdit(report)
        details.setReadOnly(True)
        details.setAccessibleName(_tr("Report"))
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QPushButton(_tr("Copy report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(details)
        layout.addWidget(buttons)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CrashNotice", text)
