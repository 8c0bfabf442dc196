"""Turns what goes wrong beside the conversation into notices: settings, storage, keyring."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_assistant.chat.state import OpenReport, StoreMode
from desktop_assistant.domain.errors import ErrorInfo, ErrorKind, Remedy
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.notice_bar import NoticeKind
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.notices import Notice, Notices
from desktop_assistant.ui.sentences import joined, number

_SETTINGS, _STORAGE, _LIBRARY = "settings", "storage", "library"
_KEYRING, _FAILED = "keyring", "failed"


class WindowNotices(QObject):
    """One notice a matter; each goes away by itself when the matter is over.

    Signals:
        settings_wanted: (Page).
        folder_wanted: the data folder.
        restore_wanted: the latest backup is to be restored.
    """

    settings_wanted = Signal(object)
    folder_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, bridge: Bridge, notices: Notices) -> None:
        super().__init__(notices)
        self._bridge = bridge
        self._notices = notices
        self._opening_error: ErrorInfo | None = None
        bridge.storage_trouble.connect(self._on_storage)
        bridge.failed.connect(self._on_failed)
        bridge.settings_changed.connect(self._on_settings)
        bridge.library_replaced.connect(lambda: notices.withdraw(_LIBRARY))
        self._on_settings()

    def library_opened(self, report: OpenReport) -> None:
        """Tells what opening the library found."""
        error = report.notice
        if error is None:
            return
        self._opening_error = error
        if report.mode is StoreMode.READ_ONLY:
            self._tell(_LIBRARY, error, kind=NoticeKind.WARNING)
        elif report.damaged_file is not None and report.backups:
            self._notices.tell(
                Notice(
                    _LIBRARY,
                    error_title(error),
                    error_hint(error),
                    self.tr("Restore the latest backup…"),
                    self.restore_wanted.emit,
                    NoticeKind.ERROR,
                    "error",
                )
            )
        else:
            self._tell(_LIBRARY, error, kind=NoticeKind.ERROR)

    def offer_session_key(self, error: ErrorInfo, use: Callable[[], None]) -> None:
        """A key could not be kept; it can still be used until the end of the program."""

        def use_and_withdraw() -> None:
            self._notices.withdraw(_KEYRING)
            use()

        self._notices.forget_dismissed(_KEYRING)
        self._notices.tell(
            Notice(
                _KEYRING,
                error_title(error),
                error_hint(error),
                self.tr("Use until I quit"),
                use_and_withdraw,
                icon="key",
            )
        )

    def _on_settings(self) -> None:
        problems = self._bridge.controller.settings.problems
        if not problems:
            self._notices.withdraw(_SETTINGS)
            self._notices.forget_dismissed(_SETTINGS)
            return
        first = problems[0]
        text = error_hint(first)
        if len(problems) > 1:
            others = len(problems) - 1
            more = self.tr("1 other entry cannot be used either.")
            if others > 1:
                more = self.tr("{n} other entries cannot be used either.", "", others)
                more = more.format(n=number(others))
            text = joined(text, more)
        self._notices.tell(
            Notice(
                _SETTINGS,
                error_title(first),
                text,
                self.tr("Open settings"),
                lambda: self.settings_wanted.emit(Page.GENERAL),
            )
        )

    def _on_storage(self, error: ErrorInfo | None) -> None:
        if error is None:
            self._notices.withdraw(_STORAGE)
            self._notices.forget_dismissed(_STORAGE)
        else:
            self._tell(_STORAGE, error, kind=NoticeKind.ERROR)

    def _on_failed(self, error: ErrorInfo) -> None:
        key = _STORAGE if error.kind is ErrorKind.STORAGE else _FAILED
        self._notices.forget_dismissed(key)
        self._tell(key, error, kind=NoticeKind.ERROR)

    def _tell(self, key: str, error: ErrorInfo, *, kind: NoticeKind) -> None:
        if key != _LIBRARY and error == self._opening_error and _LIBRARY in self._notices.keys:
            return  # the very sentence stands there already
        action = ""
        on_action: Callable[[], object] | None = None
        match error.remedy:
            case Remedy.OPEN_DATA_FOLDER:
                action, on_action = self.tr("Show data folder"), self.folder_wanted.emit
            case Remedy.OPEN_KEY_SETTINGS | Remedy.USE_SESSION_KEY | Remedy.UNLOCK_KEYRING:
                action = self.tr("Open key settings")
                on_action = self._opening(Page.PROVIDERS)
            case Remedy.OPEN_PROVIDER_SETTINGS:
                action = self.tr("Open provider settings")
                on_action = self._opening(Page.PROVIDERS)
            case _:
                pass
        icon = "error" if kind is NoticeKind.ERROR else "warning"
        self._notices.tell(
            Notice(key, error_title(error), error_hint(error), action, on_action, kind, icon)
        )

    def _opening(self, page: Page) -> Callable[[], None]:
        return lambda: self.settings_wanted.emit(page)
