"""Marks the variables of a system prompt while it is written."""

import re

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop_assistant.domain.prompt_template import VARIABLES
from desktop_assistant.ui.theme import Theme

_VARIABLE = re.compile(r"\{(?:" + "|".join(VARIABLES) + r")\}")


class PromptHighlighter(QSyntaxHighlighter):
    """Tints ``{date}`` and its like; other braces are left alone, as they are at sending."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setForeground(self._theme.color("accent.text"))
        look.setBackground(self._theme.color("accent.subtle"))
        for match in _VARIABLE.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), look)
