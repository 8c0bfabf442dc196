"""Colours, type, sizes and icons from the design tokens, for light and dark."""

from desktop_assistant.ui.theme.theme import Theme

__all__ = ["Theme"]
