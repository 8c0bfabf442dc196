"""How far apart the lines of a text stand, shown or typed: ideographs need a little more room."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from desktop_assistant.rendering.scripts import is_mostly_cjk

_CJK = 25 / 24
"""Ideographs fill their square, so their lines stand a little further apart."""
_WIDE = frozenset([QLocale.Language.Chinese, QLocale.Language.Japanese, QLocale.Language.Korean])


def line_height_for(text: str, usual: float) -> float:
    """The height of a paragraph's lines, in logical pixels.

    Args:
        text: the paragraph.
        usual: the height of other scripts' lines.
    """
    return usual * _CJK if is_mostly_cjk(text) else usual


def set_line_heights(document: QTextDocument, usual: float) -> None:
    """Gives every paragraph of a field the height of its lines; this cannot be undone.

    An empty one, which may become anything, is as one in the window's language.
    """
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(_fixed(usual))
    empty = usual * _CJK if QLocale().language() in _WIDE else usual
    block = document.begin()
    while block.isValid():
        height = line_height_for(block.text(), usual) if block.length() > 1 else empty
        if height != usual:
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(_fixed(height))
        block = block.next()
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def _fixed(height: float) -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return look
