"""What is seen: PySide6 widgets. No network, no SQL, no decisions."""

from desktop_assistant.ui.none_guard import guard

guard()
