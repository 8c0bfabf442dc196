"""Puts a theme in force for the whole application: style, palette, font, stylesheet."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

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
    app.setPalette(palette(theme))
    app.setFont(theme.font("ui"))
    app.setStyleSheet(stylesheet(theme))
    theme.changed.connect(Dresser(app, theme).change)


class Dresser(QObject):
    """Puts a changed theme on in three turns of the event loop.

    The old stylesheet is taken off before anybody hears of the change: Qt would give widgets that
    have a palette of their own the old one back. On again comes the new one in the next turn, and
    painting in a third: with many settings pages open each takes up to 30 ms, and in one turn a key
    pressed meanwhile would wait for all of them. (To put one stylesheet over another would take Qt
    four times as long as off and on.) Nothing is painted in between, so that no window is ever
    seen half changed.
    """

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._sheet = stylesheet(theme)
        self._still: list[QWidget] = []
        """Windows that paint nothing until everything is on."""
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    def change(self) -> None:
        """The theme differs; to be told before any widget is."""
        sheet = stylesheet(self._theme)
        if sheet != self._sheet:
            self._sheet = sheet
            self._hold_still()
            self._app.setStyleSheet("")
            self._turn.start()
        self._app.setPalette(palette(self._theme))
        self._app.setFont(self._theme.font("ui"))

    def _go_on(self) -> None:
        if self._app.styleSheet():
            self._paint_again()
        else:
            self._app.setStyleSheet(self._sheet)
            self._turn.start()

    def _hold_still(self) -> None:
        for window in self._app.topLevelWidgets():
            if window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._still.append(window)

    def _paint_again(self) -> None:
        for window in self._still:
            if isValid(window):
                window.setUpdatesEnabled(True)
        self._still.clear()


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
