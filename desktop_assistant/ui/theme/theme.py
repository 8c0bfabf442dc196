"""The look in force: one object, handed to every widget, that says when it changed.

Signals:
    changed: colours, type sizes or motion differ; repaint and measure anew.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPixmap

from desktop_assistant.ui.theme.icons import Icons
from desktop_assistant.ui.theme.pulse import Pulse
from desktop_assistant.ui.theme.tokens import load_tokens

NORMAL_READING_SIZE = 15


class Theme(QObject):
    """Colours, fonts, sizes and icons by their token names."""

    changed = Signal()

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.resources = resources
        """Where icons and tokens are."""
        self._tokens = load_tokens(resources / "theme" / "tokens.json")
        self._icons = Icons(resources / "icons")
        self._choice = "system"
        self._reading_size = NORMAL_READING_SIZE
        self._reduce_motion = False
        self._colors: dict[tuple[str, str], QColor] = {}
        self._fonts: dict[tuple[str, float], QFont] = {}
        self._mono_families: list[str] | None = None
        self._scheme = ""
        """Which colours are in force, once somebody asked: it takes a call of Qt."""
        self.pulse = Pulse(self)
        """The rhythm of what shows that an answer is written."""
        self.pulse.set_period(self.duration("caret_blink"))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)

    # What is in force

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self._choice == "system":
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice == "dark"

    @property
    def scheme(self) -> str:
        """``light`` or ``dark``."""
        if not self._scheme:
            self._scheme = "dark" if self.is_dark else "light"
        return self._scheme

    @property
    def reading_size(self) -> int:
        """Size of the conversation's text, in logical pixels."""
        return self._reading_size

    @property
    def reading_scale(self) -> float:
        """How much larger than usual the conversation's text is."""
        return self._reading_size / NORMAL_READING_SIZE

    @property
    def reduce_motion(self) -> bool:
        """Whether nothing may pulse, slide or fade."""
        return self._reduce_motion

    def apply(self, *, choice: str, reading_size: int, reduce_motion: bool) -> None:
        """Takes the settings' choices; emits ``changed`` if anything differs."""
        new = (choice, reading_size, reduce_motion)
        if new == (self._choice, self._reading_size, self._reduce_motion):
            return
        self._choice, self._reading_size, self._reduce_motion = new
        self._forget()

    # Values by token name

    def color(self, name: str) -> QColor:
        """A colour such as ``text.primary``."""
        key = (self.scheme, name)
        if key not in self._colors:
            self._colors[key] = _qcolor(self._tokens.colors[self.scheme][name])
        return self._colors[key]

    def code_color(self, role: str) -> QColor:
        """A colour of highlighted code such as ``keyword``."""
        key = (self.scheme, f"code/{role}")
        if key not in self._colors:
            self._colors[key] = _qcolor(self._tokens.code[self.scheme][role])
        return self._colors[key]

    def font(self, name: str, *, reading: bool = False) -> QFont:
        """A font of the type scale such as ``ui_strong``; ``reading`` ones grow with the text."""
        factor = self.reading_scale if reading else 1.0
        key = (name, factor)
        if key not in self._fonts:
            size, _, weight = self._tokens.scale[name]
            font = self._mono() if name == "code" else QFont(QGuiApplication.font())
            font.setPixelSize(max(1, round(size * factor)))
            font.setWeight(QFont.Weight(weight))
            self._fonts[key] = font
        return QFont(self._fonts[key])

    def line_height(self, name: str, *, reading: bool = False) -> float:
        """The line height that goes with a font, in logical pixels."""
        factor = self.reading_scale if reading else 1.0
        return self._tokens.scale[name][1] * factor

    def reading_length(self, pixels: float) -> int:
        """A length that grows with the conversation's text, in logical pixels."""
        return round(pixels * self.reading_scale)

    def size(self, name: str) -> int:
        """A length such as ``header``, in logical pixels."""
        return round(self._tokens.sizes[name])

    def radius(self, name: str) -> int:
        """A corner radius such as ``block``."""
        return self._tokens.radii[name]

    def elevation(self, name: str) -> tuple[int, int, int, int]:
        """A shadow such as ``menu``: offset x and y, blur and spread, in logical pixels."""
        return self._tokens.elevations[name]

    def duration(self, name: str) -> int:
        """A duration such as ``normal``, in ms; 0 with reduced motion."""
        motion = self._tokens.motion
        if self._reduce_motion and name in motion["reduced"]:
            return int(motion["reduced"][name])
        return int(motion[name])

    def pixmap(
        self, name: str, size: int, color: str = "text.secondary", ratio: float = 1.0
    ) -> QPixmap:
        """An icon for painting, in a colour token, mirrored where the layout is right-to-left."""
        mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self._icons.pixmap(name, size, self.color(color), ratio, mirrored=mirrored)

    def icon(self, name: str, size: int = 16, color: str = "text.secondary") -> QIcon:
        """An icon for a control, in a colour token."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        disabled = self.color("text.disabled")
        return self._icons.icon(name, size, self.color(color), disabled, ratio)

    def _mono(self) -> QFont:
        if self._mono_families is None:
            # Asked once: with hundreds of fonts the answer takes a while.
            known = set(QFontDatabase.families())
            families = [name for name in self._tokens.families["mono"] if name in known]
            self._mono_families = [*families[:1], "monospace"]
        font = QFont()
        font.setFamilies(self._mono_families)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setFixedPitch(True)
        # What stands there is what is meant: no arrow for "->", which would be copied as two signs.
        for ligatures in ("calt", "liga"):
            font.setFeature(QFont.Tag(ligatures), 0)
        return font

    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self._forget()

    def _forget(self) -> None:
        self._fonts.clear()
        self._scheme = ""
        self.pulse.set_period(self.duration("caret_blink"))
        self.changed.emit()


def _qcolor(token: str) -> QColor:
    """Tokens write the alpha last, Qt first."""
    if len(token) == 9:
        return QColor(f"#{token[7:9]}{token[1:7]}")
    return QColor(token)
