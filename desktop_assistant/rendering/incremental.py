"""A text that grows: blocks that settle, and a tail that is still open.

Each feed parses only what stands after the last safe cut (see :mod:`.segments`); an open fence is
not parsed at all but grows by appending. Settled blocks change no more while the text streams in.
Only :meth:`IncrementalDocument.finish` may still change some, where a link or a footnote was
defined after it was used.
"""

from collections.abc import Iterator

from desktop_assistant.rendering.assembly import Assembly
from desktop_assistant.rendering.blocks import Block, BlockChange
from desktop_assistant.rendering.segments import Kind, Segmenter
from desktop_assistant.rendering.tail import OpenTail


class IncrementalDocument:
    """The blocks of a streamed text.

    However a text was cut into deltas, :attr:`blocks` after :meth:`finish` equals ``parse(text)``.
    """

    def __init__(self) -> None:
        self._deltas: list[str] = []
        self._carriage_return = ""
        self._assembly = Assembly()
        self._segmenter = Segmenter(self._assembly.open_fence, self._assembly.open_table)
        self._open = OpenTail(self._segmenter, self._assembly)
        self._settled: list[Block] = []
        self._closed: list[Block] = []
        """Settled, and not shown yet."""
        self._tail: list[Block] = []
        self._resolving: Iterator[None] | None = None
        """Once there will be no more text: applies definitions that came late."""
        self._finished = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the text means, as far as it was shown."""
        return (*self._settled, *self._tail)

    @property
    def text(self) -> str:
        """The text so far, exactly as it came."""
        self._deltas = ["".join(self._deltas)]
        return self._deltas[0]

    @property
    def unread_load(self) -> int:
        """What it costs to parse the open end, in characters; code costs nothing."""
        return 0 if self._segmenter.kind is Kind.CODE else self._segmenter.load

    @property
    def characters_parsed(self) -> int:
        """Characters that went through the Markdown parser; for measuring."""
        return self._assembly.characters_parsed

    def feed(self, delta: str) -> BlockChange:
        """Add text and show it.

        Raises:
            ValueError: The document is finished.
        """
        self.read(delta)
        return self.show()

    def read(self, delta: str) -> None:
        """Add text that :meth:`show` or :meth:`finish` will show, without reading its open end.

        Raises:
            ValueError: The document is finished.
        """
        if self._resolving is not None:
            raise ValueError("a finished document takes no more text")
        self._deltas.append(delta)
        self._closed += self._assembly.add(self._segmenter.feed(self._with_line_feeds(delta)))

    def show(self) -> BlockChange:
        """Show what was read; the open end is parsed once, however many portions it came in."""
        old, tail = self._tail, [] if self._finished else self._open.blocks()
        new = [*self._closed, *tail]
        equal = _equal_start(old, new)
        keep = len(self._settled) + equal
        self._settled.extend(self._closed)
        self._closed, self._tail = [], tail
        return BlockChange(keep, tuple(new[equal:]))

    def prepare_finish(self) -> bool:
        """Do a part of what :meth:`finish` has to do; no more text may be added then.

        Returns:
            Whether there is more of it.
        """
        if self._resolving is None:
            self._assembly.add(self._segmenter.feed("\n" if self._carriage_return else ""))
            self._assembly.add(self._segmenter.finish())
            self._resolving = self._assembly.resolve()
            return True
        return next(self._resolving, self) is not self

    def finish(self) -> BlockChange:
        """Settle everything. A second call changes nothing."""
        if self._finished:
            return BlockChange(len(self._settled), ())
        while self.prepare_finish():
            pass
        self._finished = True
        before = self.blocks
        self._settled, self._closed, self._tail = self._assembly.settle(), [], []
        keep = _equal_start(before, self._settled)
        return BlockChange(keep, tuple(self._settled[keep:]))

    def _with_line_feeds(self, delta: str) -> str:
        r"""Make every line break ``\n``; a last ``\r`` waits for what follows."""
        delta = self._carriage_return + delta
        self._carriage_return = "\r" if delta.endswith("\r") else ""
        return delta.removesuffix("\r").replace("\r\n", "\n").replace("\r", "\n")


def _equal_start(old: "list[Block] | tuple[Block, ...]", new: list[Block]) -> int:
    """Return how many blocks are the same at the start of both."""
    for place, (before, after) in enumerate(zip(old, new, strict=False)):
        if before is not after and before != after:
            return place
    return min(len(old), len(new))
