"""The API key of one provider: typed in the dark, shown as its last four characters once stored."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_assistant.domain.errors import (
    ErrorInfo,
    ErrorKind,
    ProblemCode,
    Remedy,
    problem,
)
from desktop_assistant.domain.origin import host_of, origin_of
from desktop_assistant.settings.providers import Provider
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button, ButtonKind, IconButton
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.sentences import stopped
from desktop_assistant.ui.settings_dialog.fields import Line
from desktop_assistant.ui.settings_dialog.notice_card import CardKind, NoticeCard
from desktop_assistant.ui.settings_dialog.setting_editor import FieldLabel
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.settings_dialog.words import key_fault
from desktop_assistant.ui.theme import Theme

_DOTS = "•" * 20


class _Topic(StrEnum):
    """What the card under the field is about."""

    NONE = "none"
    BOUND_ELSEWHERE = "bound_elsewhere"
    KEYRING = "keyring"
    """The keyring cannot be looked at."""
    NOT_SAVED = "not_saved"


class KeyField(QWidget):
    """Shows and takes the key of the provider it is bound to.

    Signals:
        session_wanted: keep the typed key until the app quits, as the keyring cannot.
        retry_wanted: ask the keyring again.
        edited: another key is typed now.
    """

    session_wanted = Signal()
    retry_wanted = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, keys: StagedKeys) -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self._provider: Provider | None = None
        self._topic = _Topic.NONE
        self.line = Line(theme)
        self.line.setAccessibleName(self.tr("API key"))
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.show_icon("lock")
        self._eye = IconButton(theme, "eye", self.tr("Show API key"), size=28)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye)
        self.line.put_inside(self._eye)
        self._replace = Button(theme, self.tr("Replace"))
        self._replace.clicked.connect(self.focus_line)
        self._delete = Button(theme, self.tr("Delete key"), kind=ButtonKind.QUIET)
        self._delete.clicked.connect(self._on_delete)
        self._help = Label(theme, font="label", color="text.tertiary", wrap=True)
        self._problem = Label(theme, font="label", color="error.text", wrap=True)
        self._problem.hide()
        self.card = NoticeCard(theme)
        self.card.acted.connect(self._on_card)
        self._lay_out()
        # Assistive technology sets the text; that is an edit too, so not textEdited.
        self.line.textChanged.connect(self._on_changed)
        keys.changed.connect(self._show_state)

    @property
    def problem_text(self) -> str:
        """What is said about the typed text, or an empty text."""
        return self._problem.text()

    def bind(self, provider: Provider) -> None:
        """Shows the key of a provider, as its fields describe it now."""
        is_other = self._provider is None or self._provider.id != provider.id
        self._provider = provider
        if is_other:
            self._eye.setChecked(False)
            self.line.blockSignals(True)
            self.line.setText(self._keys.typed(provider.id))
            self.line.blockSignals(False)
            self._hide_card()
        self._show_state()

    def say_not_saved(self, error: ErrorInfo) -> None:
        """Shows why the typed key could not be kept, with the one thing to do about it."""
        self._topic = _Topic.NOT_SAVED
        can_do_without = (
            error.kind is ErrorKind.KEYRING and error.code is not ProblemCode.KEY_TOO_LONG
        )
        action = self.tr("Use until I quit") if can_do_without else ""
        self.card.say(CardKind.WARNING, stopped(error_title(error)), error_hint(error), action)

    def focus_line(self) -> None:
        """Puts the keyboard into the field."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_state(self) -> None:
        if self._provider is None:
            return
        pid = self._provider.id
        info, typed = self._keys.info(pid), bool(self.line.text())
        self._eye.setVisible(typed)
        self.line.place_inside()
        self._replace.setVisible(info is not None and not typed)
        deleted = self._keys.is_deleted(pid)
        self._delete.setVisible(deleted or (info is not None and not typed))
        self._delete.set_label(self.tr("Keep the key") if deleted else self.tr("Delete key"))
        masked = f"{_DOTS} {info.last4}".strip() if info is not None else ""
        self.line.setPlaceholderText(masked)
        self._help.setText(self._help_text())
        self._show_fault()
        self.line.setAccessibleDescription(self._problem.text() or self._help.text())
        if not typed:
            self._show_card()

    def _help_text(self) -> str:
        provider = self._provider
        if provider is None:
            return ""
        info = self._keys.info(provider.id)
        if self._keys.is_deleted(provider.id):
            return self.tr("The key will be deleted when you save.")
        if info is not None and not self.line.text():
            where = (
                self.tr("A key ending in {last4} is in use until you quit; it is not stored.")
                if info.session_only
                else self.tr("A key ending in {last4} is stored in the system keyring only.")
            )
            return where.format(last4=info.last4 or "…")
        if not provider.needs_key and not self.line.text():
            return self.tr("This provider needs no key. Enter one only if yours does.")
        return self.tr("Stored in the system keyring only, never in the database, logs or exports.")

    def _show_fault(self) -> None:
        fault = self._keys.fault(self._provider.id) if self._provider is not None else None
        text = key_fault(fault) if fault is not None else ""
        if text and text != self._problem.text():
            announce(self.line, text)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _show_card(self) -> None:
        provider, trouble = self._provider, self._keys.keyring_trouble
        if provider is None or not provider.needs_key:
            self._hide_card()
            return
        info = self._keys.info(provider.id)
        if info is not None and provider.base_url and origin_of(provider.base_url) != info.origin:
            self._say_bound_elsewhere(provider, info.origin)
        elif info is None and trouble is not None:
            self._topic = _Topic.KEYRING
            may_open = trouble.remedy is Remedy.UNLOCK_KEYRING
            action = self.tr("Try again") if may_open else ""
            self.card.say(
                CardKind.WARNING, stopped(error_title(trouble)), error_hint(trouble), action
            )
        else:
            self._hide_card()

    def _say_bound_elsewhere(self, provider: Provider, origin: str) -> None:
        """A key goes to the origin it was given for only; another one needs it again."""
        error = problem(
            ProblemCode.KEY_BOUND_ELSEWHERE,
            provider=provider.name,
            origin=host_of(origin),
            new_origin=host_of(provider.base_url),
        ).info
        self._topic = _Topic.BOUND_ELSEWHERE
        self.card.say(CardKind.WARNING, stopped(error_title(error)), error_hint(error))

    def _hide_card(self) -> None:
        self._topic = _Topic.NONE
        self.card.hide()

    def _on_changed(self, text: str) -> None:
        if self._provider is None:
            return
        self._hide_card()
        self._keys.type_key(self._provider.id, text)
        self.edited.emit()

    def _on_eye(self, shown: bool) -> None:  # noqa: FBT001  # a slot of Qt's
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.set_icon("eye-off" if shown else "eye")
        self._eye.set_name(self.tr("Hide API key") if shown else self.tr("Show API key"))

    def _on_delete(self) -> None:
        if self._provider is not None:
            deleted = self._keys.is_deleted(self._provider.id)
            self._keys.delete(self._provider.id, undo=deleted)

    def _on_card(self) -> None:
        if self._topic is _Topic.NOT_SAVED:
            self.session_wanted.emit()
        else:
            self.retry_wanted.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, RING, 0, RING)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._replace)
        row.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RING, 0, RING, 0)
        layout.setSpacing(1)
        label = FieldLabel(self._theme, self.tr("API key"), font="label", color="text.secondary")
        layout.addWidget(label)
        layout.addLayout(row)
        layout.addWidget(self._problem)
        layout.addWidget(self._help)
        layout.addSpacing(4)
        layout.addWidget(self.card)
