"""Which parts a message has on paper."""

from collections.abc import Iterator, Sequence

from desktop_assistant.domain.attachments import AttachedText, split
from desktop_assistant.domain.messages import Role
from desktop_assistant.rendering.blocks import Block, CodeBlock
from desktop_assistant.rendering.export.branch import ExportedMessage
from desktop_assistant.rendering.export.words import Words
from desktop_assistant.rendering.incremental import IncrementalDocument
from desktop_assistant.rendering.typed import plain_blocks
from desktop_assistant.ui.paper.parts import (
    Card,
    FileText,
    Label,
    Part,
    Question,
    Reply,
    Thinking,
)
from desktop_assistant.ui.paper.text import PaperText
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.look import Look

_PIECE = 4_000
"""Characters that are parsed in one step."""
_TOGETHER = 96.0
"""How much of a text must stand below its label."""


def parts_of(exported: ExportedMessage, words: Words, look: Look, width: float) -> Iterator[Part]:
    """The parts of a message from the top.

    Args:
        exported: the message.
        words: how the document speaks.
        look: what it is drawn with.
        width: of the column.
    """
    if exported.message.role is Role.USER:
        yield from _question(exported, words, look, width)
    else:
        yield from _reply(exported, words, look, width)


def _question(exported: ExportedMessage, words: Words, look: Look, width: float) -> Iterator[Part]:
    rtl = words.right_to_left
    gap = 26.0
    if exported.versions > 1:
        version = words.version(exported.version, exported.versions)
        label = Label("", version, look, width, right_to_left=rtl, at_end=True)
        label.gap, label.needs_below = gap, _TOGETHER
        yield label
        gap = 6.0
    files, said = split(exported.message.text)
    for file in files:
        yield from _file(file, words, look, width, gap)
        gap = 12.0
    if files and not said:
        return
    setting = Setting(look, is_plain=True, fold=False, on_paper=True)
    text = PaperText([plain_blocks(said)], setting, Question.room(look, width))
    question = Question(text, look, width, right_to_left=rtl)
    question.gap = gap
    yield question


def _file(file: AttachedText, words: Words, look: Look, width: float, gap: float) -> Iterator[Part]:
    """An attached file: its name, and its text as code. On paper there is nothing to press."""
    rtl = words.right_to_left
    line = f"{file.name} · {words.file(file)}"
    label = Label("", line, look, width, right_to_left=rtl, at_end=True)
    label.gap, label.needs_below = gap, _TOGETHER
    yield label
    setting = Setting(look, fold=False, on_paper=True)
    block = CodeBlock(file.text, file.language)
    text = PaperText([[block]], setting, Question.width_of(look, width))
    shown = FileText(text, width, right_to_left=rtl)
    shown.gap = 6.0
    yield shown


def _reply(exported: ExportedMessage, words: Words, look: Look, width: float) -> Iterator[Part]:
    message, rtl = exported.message, words.right_to_left
    details = [words.when(message.created_at)]
    if exported.versions > 1:
        details.append(words.version(exported.version, exported.versions))
    label = Label(words.author(message), " · ".join(details), look, width, right_to_left=rtl)
    label.gap, label.needs_below = 22.0, _TOGETHER
    yield label
    has_thought = bool(message.reasoning and message.reasoning.strip())
    if has_thought:
        yield from _thinking(exported, words, look, width)
    if message.text:
        setting = Setting(look, fold=False, on_paper=True)
        reply = Reply(PaperText(_read(message.text), setting, width))
        reply.gap = 14.0 if has_thought else 8.0
        yield reply
    ending = words.ending(message)
    if ending is None:
        return
    if ending.tone == "quiet":
        line = Label("", ending.title, look, width, right_to_left=rtl)
        line.gap = 8.0
        yield line
    else:
        card = Card(ending, look, width, right_to_left=rtl)
        card.gap = 12.0
        yield card


def _thinking(exported: ExportedMessage, words: Words, look: Look, width: float) -> Iterator[Part]:
    message, rtl = exported.message, words.right_to_left
    thought = words.thought(message.reasoning_s)
    label = Label("", thought, look, width, right_to_left=rtl)
    label.gap, label.needs_below = 8.0, _TOGETHER
    yield label
    setting = Setting(look, "thinking", "text.secondary", is_plain=True, on_paper=True)
    blocks = plain_blocks((message.reasoning or "").strip())
    text = PaperText([blocks], setting, Thinking.room(width))
    thinking = Thinking(text, look, width, right_to_left=rtl)
    thinking.gap = 6.0
    yield thinking


def _read(text: str) -> Iterator[Sequence[Block]]:
    document = IncrementalDocument()
    for start in range(0, len(text), _PIECE):
        document.feed(text[start : start + _PIECE])
        yield ()
    document.finish()
    yield document.blocks
