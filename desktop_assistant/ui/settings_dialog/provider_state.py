"""What the list says about a provider in one line, and whether it can be used."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_assistant.domain.origin import host_of, is_loopback
from desktop_assistant.settings.providers import Provider
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """One row of the list."""

    provider: Provider
    icon: str
    second_line: str
    is_ready: bool
    """Shown by a filled dot; the second line says it too."""


def provider_row(provider: Provider, keys: StagedKeys, local_state: str) -> ProviderRow:
    """The row of a provider as it is set up in the dialog.

    Args:
        provider: with the values in the fields, saved or not.
        keys: the keys, stored and typed.
        local_state: where the built-in model is.
    """
    icon = "chip" if provider.is_local else "globe"
    if not provider.is_local and provider.base_url and is_loopback(provider.base_url):
        icon = "server"
    text, is_ready = _state(provider, keys, local_state)
    return ProviderRow(provider, icon, text, is_ready)


def _state(provider: Provider, keys: StagedKeys, local_state: str) -> tuple[str, bool]:
    translate = QCoreApplication.translate
    if provider.is_local:
        if local_state == "not_installed":
            return translate("SettingsDialog", "Not installed"), False
        if local_state == "failed":
            return translate("SettingsDialog", "Did not start"), False
        return translate("SettingsDialog", "Works offline"), True
    if not provider.base_url:
        return translate("SettingsDialog", "No address yet"), False
    if not provider.needs_key:
        return host_of(provider.base_url), True
    return _key_state(provider, keys)


def _key_state(provider: Provider, keys: StagedKeys) -> tuple[str, bool]:
    translate = QCoreApplication.translate
    if keys.typed(provider.id):
        return translate("SettingsDialog", "Key not saved yet"), False
    info = keys.info(provider.id)
    if info is not None and info.session_only:
        return translate("SettingsDialog", "Key until you quit"), True
    if info is not None:
        return translate("SettingsDialog", "Key in the keyring"), True
    if keys.known is None:
        return host_of(provider.base_url), False
    if keys.keyring_trouble is not None:
        return translate("SettingsDialog", "Keyring not readable"), False
    return translate("SettingsDialog", "No key yet"), False
