"""Tips show text as it is, whatever stands in it."""

from html import escape

from desktop_assistant.rendering.controls import show_controls


def plain_tip(text: str) -> str:
    """A tip for text that may come from anywhere: Qt must not take it for markup."""
    text = show_controls(text)
    return f"<span>{escape(text)}</span>" if any(sign in text for sign in "<&") else text
