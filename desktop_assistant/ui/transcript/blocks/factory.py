"""Which box shows which block."""

from desktop_assistant.rendering.blocks import (
    Block,
    CodeBlock,
    Footnotes,
    Heading,
    ListBlock,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from desktop_assistant.ui.transcript.blocks.box import Box, Setting
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.containers import FootnotesBox, QuoteBox
from desktop_assistant.ui.transcript.blocks.file_box import FileBox
from desktop_assistant.ui.transcript.blocks.list_box import ListBox
from desktop_assistant.ui.transcript.blocks.simple_boxes import RuleBox, TextBox
from desktop_assistant.ui.transcript.blocks.table_box import TableBox


def box_for(block: Block, setting: Setting, old: Box | None = None) -> Box:
    """The box for a block: the one that shows it already, that one grown, or a new one."""
    if old is not None and old.setting == setting:
        if old.block is block or old.block == block:
            return old
        if old.width >= 0 and old.update(block):
            return old
    return _new(block, setting)


def _new(block: Block, setting: Setting) -> Box:
    match block:
        case Paragraph() | Heading():
            return TextBox(block, setting)
        case CodeBlock() if block.file and setting.files is not None:
            return FileBox(block, setting, setting.files)
        case CodeBlock():
            return CodeBox(block, setting)
        case ListBlock():
            return ListBox(block, setting)
        case Table():
            return TableBox(block, setting)
        case Quote():
            return QuoteBox(block, setting)
        case MathBlock():
            # Most conversations have none, and what draws them takes its time to import.
            from desktop_assistant.ui.transcript.blocks.math_box import MathBox

            return MathBox(block, setting)
        case Rule():
            return RuleBox(block, setting)
        case Footnotes():
            return FootnotesBox(block, setting)
