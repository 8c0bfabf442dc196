"""Puts a theme in force for the whole application: style, palette, font, stylesheet."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop_assistant.ui.theme.stylesheet import stylesheet
from desktop_assistant.ui.theme.theme import Theme

_ROLES = {
    QPalette.ColorRole.Window: "bg.canvas",
    QPalette.ColorRole.WindowText: "text.primary",
    QPalette.ColorRole.Base: "bg.canvas",
    QPalette.ColorRole.AlternateBase: "bg.sunken",
    QPalette.ColorRole.Text: "text.primary",
    QPalette.ColorRole.PlaceholderText: "text.tertiary",
    QPalette.ColorRole.Button: "bg.raised",
    QPalette.ColorRole.ButtonText: "text.primary",
    QPalette.ColorRole.BrightText: "error.text",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Highlight: "selection.bg",
    QPalette.ColorRole.HighlightedText: "selection.text",
    QPalette.ColorRole.ToolTipBase: "bg.tooltip",
    QPalette.ColorRole.ToolTipText: "text.on_tooltip",
    QPalette.ColorRole.Light: "border.subtle",
    QPalette.ColorRole.Midlight: "border.subtle",
    QPalette.ColorRole.Mid: "border.default",
    QPalette.ColorRole.Dark: "border.strong",
    QPalette.ColorRole.Shadow: "border.strong",
    QPalette.ColorRole.Accent: "accent.fill",
}


def apply_to(app: QApplication, theme: Theme) -> None:
    """Dresses the application now and whenever the theme changes."""
    # One style everywhere: the platforms' own ones ignore half of palette and stylesheet.
    app.setStyle("Fusion")

    def dress() -> None:
        app.setPalette(palette(theme))
        app.setFont(theme.font("ui"))
        app.setStyleSheet(stylesheet(theme))

    dress()
    theme.changed.connect(dress)


def palette(theme: Theme) -> QPalette:
    """The palette for what Qt paints."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, theme.color(name))
    disabled = theme.color("text.disabled")
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    return made
