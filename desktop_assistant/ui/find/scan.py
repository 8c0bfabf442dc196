"""Looks through a conversation for words, a little at a time, beginning where the reader is.

A message's text is read from the library if it is not at hand, turned into blocks if the words may
be in it, and kept as long as somebody looks for words: only what can be read on the screen is
looked through. No turn takes longer than a part of a frame, however long a message is.

Signals:
    texts_needed: (list of ids) messages to be given with ``give``.
    progressed: there is more to show.
    settled: every message was looked through.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, Role
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.rendering.plain_reading import plain_reading
from desktop_assistant.rendering.readable import ReadableText
from desktop_assistant.rendering.sifting import Sieve
from desktop_assistant.rendering.typed import question_text
from desktop_assistant.ui.find.hits import Hits
from desktop_assistant.ui.transcript.block_feed import AT_ONCE, BlockFeed
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.view import TranscriptView

_BUDGET_S = 0.005
_MOST_KEPT = 16_000_000
"""Characters that are kept; what is beyond is read again when it is looked through again."""
_BATCH = 64
_BATCH_CHARACTERS = 300_000
_PAUSE_AFTER = 2_000
"""Characters of a text that are read before the next look at the clock."""
_FEW = 16
"""With fewer texts than that at hand, the next ones are asked for."""

_Readable = tuple[str, str]
"""What can be read of a message's thinking, and of its text."""


class Scan(QObject):
    """One pass after another over the messages of a view; its result is in ``hits``."""

    texts_needed = Signal(list)
    progressed = Signal()
    settled = Signal()

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self.hits = Hits()
        self._pattern = Pattern("")
        self._queue: deque[MessageId] = deque()
        self._work: Iterator[bool] = iter(())
        self._given: dict[MessageId, Message | None] = {}
        self._asked: set[MessageId] = set()
        self._sieve = Sieve(self._pattern)
        self._sources: dict[MessageId, Message] = {}
        """Messages that had nothing to find, so that they were not parsed."""
        self._readable: dict[MessageId, _Readable] = {}
        self._kept = 0
        """Characters of both."""
        self._live: dict[MessageId, ReadableText] = {}
        self._is_settled = True
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def is_settled(self) -> bool:
        """Whether every message was looked through."""
        return self._is_settled

    def start(self, pattern: Pattern, order: Sequence[MessageId], first: MessageId | None) -> None:
        """Looks for other words.

        Args:
            pattern: the words.
            order: the messages, in order.
            first: where to begin; after the last message come those before it.
        """
        self._pattern = pattern
        self._sieve = Sieve(pattern)
        self.hits.clear()
        self.hits.set_order(order)
        self._let_go_beyond(order)
        place = order.index(first) if first in order else 0
        self._queue = deque([*order[place:], *order[:place]] if not pattern.is_empty else [])
        for live in self._live.values():
            live.update(())
        self._work = self._look()
        self._is_settled = False
        self._timer.start()

    def look_again(self, changed: Iterable[MessageId], order: Sequence[MessageId]) -> None:
        """Looks through messages that are new or differ; others that are gone are forgotten."""
        self.hits.set_order(order)
        if self._pattern.is_empty:
            return
        self._let_go_beyond(order)
        for message_id in changed:
            self._drop(message_id)
            if message_id not in self._queue:
                self._queue.append(message_id)
        if self._queue:
            self._timer.start()

    def give(self, asked: Sequence[MessageId], messages: Iterable[Message]) -> None:
        """Gives the messages that were asked for; those that are missing cannot be read."""
        if self._pattern.is_empty:
            return
        self._asked.difference_update(asked)
        self._given.update(dict.fromkeys(asked))
        self._given.update((message.id, message) for message in messages)
        self._timer.start()

    def stop(self) -> None:
        """Looks for nothing any more, and lets all texts go."""
        self._timer.stop()
        self._pattern = Pattern("")
        self._queue.clear()
        self._given.clear()
        self._asked.clear()
        self._sources.clear()
        self._readable.clear()
        self._live.clear()
        self._kept = 0
        self.hits.clear()

    # Turns

    def _turn(self) -> None:
        end = time.perf_counter() + _BUDGET_S
        for has_to_wait in self._work:
            if has_to_wait:
                self.progressed.emit()
                return
            if time.perf_counter() >= end:
                self._timer.start()
                self.progressed.emit()
                return
        if self._queue:
            self._work = self._look()
            self._timer.start()
        else:
            self._is_settled = True
            self.settled.emit()

    def _look(self) -> Iterator[bool]:
        """Goes through the queue; yields after every step whether texts must come first."""
        while self._queue:
            message_id = self._queue[0]
            if message_id not in self._readable and message_id not in self._sources:
                self._ask_ahead()
            content = self._view.rows.content(message_id)
            if content is None:
                self._given.pop(self._queue.popleft(), None)
            elif content.is_live:
                self._queue.popleft()
                yield from self._look_at_live(content)
            elif self._has_text(content):
                self._queue.popleft()
                yield from self._look_at(content)
            else:
                yield True
            yield False

    def _look_at(self, content: RowContent) -> Iterator[bool]:
        message_id = content.entry.node.id
        self._live.pop(message_id, None)
        given = self._given.pop(message_id, None)
        readable = self._readable.get(message_id)
        if readable is None:
            message = self._sources.get(message_id) or self._message(content) or given
            if message is None:
                return  # it cannot be read
            self._keep(message)
            if not self._may_be_in(message):
                return
            texts: list[str] = []
            yield from self._read(message, texts)
            readable = ((message.reasoning or "").strip(), texts[0])
            self._keep_readable(message_id, readable)
        thinking, text = readable
        in_thinking: list[int] = []
        in_text: list[int] = []
        yield from self._find(thinking, 0, in_thinking)
        yield from self._find(text, 0, in_text)
        self.hits.put(message_id, in_thinking, in_text)

    def _may_be_in(self, message: Message) -> bool:
        """Whether a message is worth being parsed."""
        passes = self._sieve.passes
        return passes(message.text) or bool(message.reasoning and passes(message.reasoning))

    def _look_at_live(self, content: RowContent) -> Iterator[bool]:
        """Looks through what a reply under way has got, from where it is not as it was."""
        message_id, stream = content.entry.node.id, content.stream
        assert stream is not None
        if self._view.rows.widget(message_id) is None:
            self._view.replies.catch_up(content)
        live = self._live.setdefault(message_id, ReadableText())
        unchanged = live.update(stream.feed.blocks)
        in_thinking: list[int] = []
        in_text = [start for start in self.hits.starts(message_id)[1] if start < unchanged]
        yield from self._find(stream.reasoning.strip(), 0, in_thinking)
        yield from self._find(live.text, unchanged, in_text)
        self.hits.put(message_id, in_thinking, in_text)

    def _read(self, message: Message, texts: list[str]) -> Iterator[bool]:
        """Turns a message's text into what can be read of it."""
        if message.role is Role.USER:
            texts.append(question_text(message.text))
            return
        parts = plain_reading(message.text)
        if parts is not None:
            yield from _gather(parts, texts)
            return
        feed = BlockFeed(message.text)
        while not feed.is_finished:
            feed.go_on(_BUDGET_S / 2, AT_ONCE)
            yield False
        whole = ReadableText()
        whole.update(feed.blocks)
        texts.append(whole.text)

    def _find(self, text: str, start: int, found: list[int]) -> Iterator[bool]:
        for hits in self._pattern.steps(text, start):
            found += [hit[0] for hit in hits]
            yield False

    # Texts

    @staticmethod
    def _message(content: RowContent) -> Message | None:
        """The message, if the view holds it as it is."""
        message, node = content.message, content.entry.node
        is_known = message is not None and message.status is node.status
        return message if is_known else None

    def _has_text(self, content: RowContent) -> bool:
        message_id = content.entry.node.id
        kept = message_id in self._readable or message_id in self._sources
        return kept or message_id in self._given or self._message(content) is not None

    def _ask_ahead(self) -> None:
        """Asks for the next texts while others are looked through."""
        if self._asked:
            return
        if len(self._given) > _FEW:
            head = self._view.rows.content(self._queue[0])
            if head is not None and self._has_text(head):
                return
        wanted: list[MessageId] = []
        length = 0
        for message_id in islice(self._queue, 2 * _BATCH):
            content = self._view.rows.content(message_id)
            if content is None or content.is_live or self._has_text(content):
                continue
            wanted.append(message_id)
            length += content.entry.node.length
            if len(wanted) >= _BATCH or length >= _BATCH_CHARACTERS:
                break
        if wanted:
            self._asked.update(wanted)
            self.texts_needed.emit(wanted)

    def _keep(self, message: Message) -> None:
        length = len(message.text) + len(message.reasoning or "")
        if message.id not in self._sources and self._kept + length <= _MOST_KEPT:
            self._sources[message.id] = message
            self._kept += length

    def _keep_readable(self, message_id: MessageId, readable: _Readable) -> None:
        """Keeps what can be read of a message in place of its source."""
        self._drop(message_id)
        length = sum(map(len, readable))
        if self._kept + length <= _MOST_KEPT:
            self._readable[message_id] = readable
            self._kept += length

    def _drop(self, message_id: MessageId) -> None:
        source = self._sources.pop(message_id, None)
        if source is not None:
            self._kept -= len(source.text) + len(source.reasoning or "")
        self._kept -= sum(map(len, self._readable.pop(message_id, ("", ""))))
        self._given.pop(message_id, None)

    def _let_go_beyond(self, order: Sequence[MessageId]) -> None:
        """Keeps nothing of messages that cannot be seen."""
        seen = set(order)
        for kept in (self._sources, self._readable, self._given):
            for message_id in [m for m in kept if m not in seen]:
                self._drop(message_id)
        self._live = {m: text for m, text in self._live.items() if m in seen}


def _gather(parts: Iterator[str], texts: list[str]) -> Iterator[bool]:
    """Joins the parts of a text; yields often enough that one may pause."""
    gathered: list[str] = []
    length = 0
    for part in parts:
        gathered.append(part)
        length += len(part)
        if length > _PAUSE_AFTER:
            length = 0
            yield False
    texts.append("".join(gathered))
