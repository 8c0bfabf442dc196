"""What a row shows, kept while its widget comes and goes."""

from dataclasses import dataclass

from desktop_assistant.chat.state import PathEntry
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.rendering.autolinks import find_addresses
from desktop_assistant.rendering.blocks import Block, Paragraph, Span
from desktop_assistant.rendering.direction import parts_by_direction
from desktop_assistant.rendering.links import openable
from desktop_assistant.ui.transcript.block_feed import AT_ONCE, BlockFeed
from desktop_assistant.ui.transcript.blocks.box import Setting
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.streaming import ReplyStream

_PIECE = 4_000


@dataclass(slots=True, eq=False)
class RowContent:
    """One message's place in the conversation, and what is known and laid out of it."""

    entry: PathEntry
    message: Message | None = None
    """The whole message, once it was read."""
    stream: ReplyStream | None = None
    """While the reply is being written."""
    feed: BlockFeed | None = None
    """While a whole text is still being turned into blocks."""
    document: Document | None = None
    thinking: Document | None = None
    is_unfolded: bool = False
    """Whether a long question is shown whole."""
    shows_thinking: bool = False
    is_editing: bool = False
    is_left_out: bool = False
    """Whether the next request does not carry it, because the window is too small."""

    @property
    def is_user(self) -> bool:
        """Whether the user wrote it."""
        return self.entry.node.role is Role.USER

    @property
    def is_live(self) -> bool:
        """Whether it is being written."""
        return self.stream is not None

    @property
    def status(self) -> Status:
        """How far it got."""
        return self.entry.node.status if self.message is None else self.message.status

    @property
    def text(self) -> str:
        """Its text so far."""
        if self.stream is not None:
            return self.stream.text
        return "" if self.message is None else self.message.text

    @property
    def length(self) -> int:
        """Characters of its text so far."""
        if self.stream is not None:
            return self.stream.length
        return 0 if self.message is None else len(self.message.text)

    @property
    def reasoning(self) -> str:
        """Its thinking so far."""
        if self.stream is not None:
            return self.stream.reasoning
        return (self.message.reasoning or "") if self.message is not None else ""

    @property
    def is_loaded(self) -> bool:
        """Whether there is anything to show yet."""
        return self.message is not None or self.stream is not None

    def forget_layout(self) -> None:
        """Drops what was laid out; a whole text will be read again."""
        self.document = None
        self.feed = None
        self.thinking = None

    def lay_out(self, look: Look, width: float) -> Document:
        """The laid-out text at a width."""
        if self.document is None:
            self.document = Document(
                Setting(
                    look,
                    color="text.excluded" if self.is_left_out else "text.primary",
                    is_plain=self.is_user,
                    fold=self.stream is None,
                ),
                width,
            )
            self.document.set_blocks(self._blocks())
        else:
            self.document.set_width(width)
        return self.document

    def lay_out_thinking(self, look: Look, width: float) -> Document:
        """The laid-out thinking at a width."""
        if self.thinking is None:
            self.thinking = Document(
                Setting(look, "thinking", "text.secondary", is_plain=True), width
            )
        self.thinking.set_width(width)
        self.thinking.set_blocks(plain_blocks(self.reasoning.strip()))
        return self.thinking

    def _blocks(self) -> tuple[Block, ...]:
        if self.is_user:
            return plain_blocks(self.text)
        if self.stream is not None:
            return self.stream.feed.blocks
        feed = BlockFeed(self.text)
        feed.go_on(most=AT_ONCE)
        self.feed = None if feed.is_finished else feed
        return feed.blocks


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Text as it was typed, with links, in pieces: long ones, other directions.

    Whatever is cut at a line's end stands below a line break; what is cut within one goes on.
    """
    blocks: list[Block] = []
    start, goes_on = 0, False
    while start < len(text) or not blocks:
        end = len(text)
        if end - start > _PIECE:
            end = text.rfind("\n", start + 1, start + _PIECE)
            end = start + _PIECE if end < 0 else end
        first, *others = parts_by_direction(text[start:end])
        blocks += [_paragraph(first, goes_on=goes_on), *map(_paragraph, others)]
        goes_on = text[end : end + 1] != "\n"
        start = end if goes_on else end + 1
    return tuple(blocks)


def _paragraph(text: str, *, goes_on: bool = False) -> Paragraph:
    spans = [
        Span(start, end, link=target)
        for start, end in find_addresses(text)
        if (target := openable(text[start:end])) is not None
    ]
    return Paragraph(text, tuple(spans), goes_on)
