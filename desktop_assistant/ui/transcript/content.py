"""What a row shows, kept while its widget comes and goes."""

from dataclasses import dataclass, field
from itertools import takewhile

from desktop_assistant.chat.state import PathEntry
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.rendering.blocks import Block, CodeBlock
from desktop_assistant.rendering.typed import plain_blocks, question_blocks
from desktop_assistant.ui.transcript.block_feed import AT_ONCE, BlockFeed
from desktop_assistant.ui.transcript.blocks.box import FilesShown, Setting
from desktop_assistant.ui.transcript.document import Document
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.streaming import ReplyStream


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
    files: FilesShown = field(default_factory=FilesShown)
    """How the files of a question are shown."""
    file_count: int = 0
    """How many files a question has, as far as it is laid out."""
    has_words: bool = True
    """Whether it has more than files."""
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

    @property
    def is_read(self) -> bool:
        """Whether all of it is laid out that is there: a long text is read bit by bit."""
        return self.is_loaded and self.document is not None and self.feed is None

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
                    files=self.files if self.is_user else None,
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
            return self._question()
        if self.stream is not None:
            return self.stream.feed.blocks
        feed = BlockFeed(self.text)
        feed.go_on(most=AT_ONCE)
        self.feed = None if feed.is_finished else feed
        return feed.blocks

    def _question(self) -> tuple[Block, ...]:
        blocks = question_blocks(self.text)
        files = takewhile(lambda block: isinstance(block, CodeBlock), blocks)
        self.file_count = sum(1 for _ in files)
        self.has_words = self.file_count < len(blocks)
        return blocks
