"""What the transcript is drawn with on paper: light, whatever the window's theme is."""

from pathlib import Path

from PySide6.QtGui import QFont

from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.theme.theme import NORMAL_READING_SIZE
from desktop_assistant.ui.transcript.look import Look

_PICTURES = 4.0
"""Device pixels per logical pixel for the few icons."""
_JOINED = ("liga",)
_JOINED_IN_CODE = ("liga", "clig", "calt")


class PaperTheme(Theme):
    """The light theme, with letters set as they are drawn and not as a screen's pixels lie."""

    def __init__(self, resources: Path) -> None:
        super().__init__(resources)
        self.apply(choice="light", reading_size=NORMAL_READING_SIZE, reduce_motion=True)

    def font(self, name: str, *, reading: bool = False) -> QFont:
        font = super().font(name, reading=reading)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Letters drawn as one sign would be found and copied as something else than was written.
        for feature in _JOINED_IN_CODE if name == "code" else _JOINED:
            font.setFeature(QFont.Tag(feature), 0)
        return font


def paper_look(resources: Path) -> Look:
    """Fonts and colours for paper, on which long lines of code are broken."""
    return Look(PaperTheme(resources), _PICTURES, wrap_code=True)
