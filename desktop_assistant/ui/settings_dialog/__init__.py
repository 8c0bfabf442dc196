"""The settings window."""

from desktop_assistant.ui.settings_dialog.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
