"""The button that tests a connection, and below it what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QTime, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.chat.connection_test import ConnectionReport
from desktop_assistant.domain.errors import Remedy
from desktop_assistant.domain.secret import Secret
from desktop_assistant.settings.providers import Provider
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.sentences import provider_name
from desktop_assistant.ui.settings_dialog.connection_result import ConnectionResult, report_text
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.theme import Theme

_CANCEL_AFTER_MS = 5000
_COPIED_MS = 2000


class ConnectionBlock(QWidget):
    """Tests a provider as it stands in the fields, saved or not.

    Signals:
        wanted: the person asks for a test; the owner calls ``start``.
        grown: it needs more height than before, as a result has appeared or unfolded.
        models_found: (tuple of str) what the provider offers.
        remedy_wanted: (Remedy) what helps; trying again is done here.
    """

    wanted = Signal()
    grown = Signal()
    models_found = Signal(object)
    remedy_wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._provider_name = ""
        self._end_test: Callable[[], None] | None = None
        self._is_running = False
        self.button = Button(theme, self.tr("Test connection"), icon="regenerate")
        self.button.clicked.connect(self._on_pressed)
        self._cancel = Button(theme, self.tr("Stop the test"), kind=ButtonKind.QUIET)
        self._cancel.clicked.connect(self.stop)
        self._cancel.hide()
        self._when = Label(theme, font="label", color="text.tertiary")
        self._theme = theme
        self._result: ConnectionResult | None = None
        self._slow = QTimer(self, singleShot=True, interval=_CANCEL_AFTER_MS)
        self._slow.timeout.connect(self._cancel.show)
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(self._forget_copied)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.button)
        row.addWidget(self._cancel)
        row.addWidget(self._when, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RING, RING, RING, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        self._layout = layout

    @property
    def result(self) -> ConnectionResult:
        """How the test goes; made when it is first needed."""
        if self._result is None:
            self._result = ConnectionResult(self._theme)
            self._result.copy_wanted.connect(self._copy)
            self._result.remedy_wanted.connect(self._on_remedy)
            self._layout.addWidget(self._result)
        return self._result

    def start(self, provider: Provider, key: Secret | None) -> None:
        """Tests a provider; ``None`` as key takes the stored one."""
        self.stop()
        self._provider_name = provider_name(provider.name)
        self._is_running = True
        self.button.set_busy(True)
        self._when.clear()
        self._slow.start()
        self._end_test = self._bridge.run(
            self._bridge.controller.test_connection(provider, key, self._on_progress),
            name=f"test connection to {provider.id}",
            on_done=self._on_done,
        )

    def stop(self) -> None:
        """Ends a test that is under way."""
        if self._end_test is not None and self._is_running:
            self._end_test()
            self._rest()
            self._hide_result()

    def clear(self) -> None:
        """Ends a test and forgets the result: another provider is shown."""
        self.stop()
        self._when.clear()
        self._hide_result()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, now = event.oldSize(), event.size()
        if now.width() == before.width() and now.height() > before.height():
            self.grown.emit()

    def _on_pressed(self) -> None:
        if not self._is_running:
            self.wanted.emit()

    def _on_progress(self, report: ConnectionReport) -> None:
        if self._is_running:
            self.result.show_report(report)

    def _on_done(self, report: ConnectionReport) -> None:
        if not self._is_running:
            return
        self._rest()
        self.result.show_report(report)
        now = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._when.setText(self.tr("Last test today, {time}").format(time=now))
        if report.models:
            self.models_found.emit(report.models)

    def _hide_result(self) -> None:
        if self._result is not None:
            self._result.hide()

    def _rest(self) -> None:
        self._is_running = False
        self.button.set_busy(False)
        self._slow.stop()
        self._cancel.hide()

    def _copy(self) -> None:
        text = report_text(self.result.report, self._provider_name)
        QGuiApplication.clipboard().setText(text)
        self.result.copy.set_label(self.tr("Copied"))
        self.result.copy.set_icon("check")
        self._copied.start()

    def _forget_copied(self) -> None:
        self.result.copy.set_label(self.tr("Copy report"))
        self.result.copy.set_icon("copy")

    def _on_remedy(self, remedy: Remedy) -> None:
        if remedy in (Remedy.TRY_AGAIN, Remedy.UNLOCK_KEYRING):
            self.wanted.emit()
        else:
            self.remedy_wanted.emit(remedy)
