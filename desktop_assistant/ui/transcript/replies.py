"""Replies under way: what comes in is gathered, and shown for the rows in sight."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent

from desktop_assistant.chat.events import ReplyRetrying, ReplyWaiting
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message
from desktop_assistant.rendering.blocks import BlockChange
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.error_words import error_title
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.live import LiveClock
from desktop_assistant.ui.transcript.reply_row import ReplyRow
from desktop_assistant.ui.transcript.row import MessageRow
from desktop_assistant.ui.transcript.streaming import SOON_S, Phase, ReplyStream
from desktop_assistant.ui.transcript.words import tr

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.area import TranscriptArea

_LONGEST_ELAPSED_S = 3600.0
"""A clock may have jumped since a reply began; no label counts further back."""
_NAME_EVERY_S = 5
"""While a row counts down to a retry, its name is told anew so often."""


class Replies(QObject):
    """Feeds the streams of the replies of one view, and the rows that show them."""

    def __init__(self, area: "TranscriptArea") -> None:
        super().__init__(area)
        self._area = area
        self.stops_at_start = False
        """Whether following ends when a reply's first line reaches the top."""
        self._clock = LiveClock(area.theme, self)
        self._clock.flush_due.connect(self._flush)
        self._clock.pulsed.connect(self._pulse)
        self._clock.ticked.connect(self._tick)

    # What comes in

    def start(self, content: RowContent) -> None:
        """A reply is being written; text that comes is for it."""
        if content.stream is None:
            began = max(0.0, time.time() - content.entry.node.created_at)
            content.stream = ReplyStream(time.monotonic() - min(began, _LONGEST_ELAPSED_S))
            content.forget_layout()

    def append(self, message_id: MessageId, text: str, reasoning: str) -> None:
        """Text or thinking has come."""
        content = self._area.rows.content(message_id)
        if content is None or content.stream is None:
            return
        stream = content.stream
        before = stream.phase
        stream.add(text, reasoning)
        row = self._area.rows.widget(message_id)
        if before is not stream.phase:
            if row is not None:
                row.refresh()  # it can be copied now
                row.update()  # its label says what it is doing
            if before not in (Phase.THINKING, Phase.WRITING):
                announce(self._area, tr("Answering"))
                self._tell_name(content)
        if row is None:
            self._area.note_news()
            return
        wait = stream.wait(time.monotonic())
        if wait is not None:
            self._clock.flush_in(wait)

    def set_retrying(self, event: ReplyRetrying) -> None:
        """The request is sent again after a wait."""
        content = self._area.rows.content(event.message_id)
        if content is not None and content.stream is not None:
            now = time.monotonic()
            content.stream.wait_for_retry(event, now)
            self._refresh_row(content)
            who = words.author(content.entry, content.message)
            announce(self._area, f"{who}, {words.retrying(content.stream, now)}")
            self._tell_name(content)

    def set_waiting(self, event: ReplyWaiting) -> None:
        """Nothing has come yet, or the built-in model starts."""
        content = self._area.rows.content(event.message_id)
        if content is not None and content.stream is not None:
            starting = event.starting_local_model
            content.stream.phase = Phase.STARTING_MODEL if starting else Phase.WAITING
            self._refresh_row(content)

    def settle(self, content: RowContent, message: Message) -> None:
        """A text is whole; what was streamed stays laid out where it does not differ."""
        stream = content.stream
        content.stream = None
        content.message = message
        row = self._area.rows.widget(message.id)
        if stream is None or row is None or stream.text != message.text:
            content.forget_layout()
            return
        content.feed = stream.hand_over(time.monotonic())
        self._read_on(content, row)

    def stop_at_start(self, message_id: MessageId) -> None:
        """Ends following where a reply's first line reaches the top, if the user wishes that.

        Who went on to the end by hand, past that line, goes along with it.
        """
        area = self._area
        reaches_top = area.scroll_y <= area.rows.top(message_id) < area.most_y
        if self.stops_at_start and area.follow.is_on and reaches_top:
            area.go_to(message_id, margin=0)

    def announce_end(self, message: Message) -> None:
        """Says once how a reply ended."""
        if message.error is not None:
            announce(self._area, error_title(message.error))
        else:
            announce(self._area, words.reply_complete(words.word_count(message.text)))

    # What is shown

    def catch_up(self, content: RowContent) -> None:
        """Shows what was gathered while the row was out of sight."""
        if content.stream is not None:
            change = content.stream.flush(time.monotonic())
            if content.document is not None:
                content.document.apply(change)

    def plan_flush(self) -> None:
        """Comes back when there is more to show."""
        now = time.monotonic()
        waits = []
        for row in self._area.rows.widgets():
            stream = row.content.stream
            wait = stream.wait(now) if stream is not None else None
            if row.content.feed is not None:
                wait = SOON_S
            if wait is not None:
                waits.append(wait)
        if waits:
            self._clock.flush_in(min(waits))

    def run_clock(self) -> None:
        """Pulse and seconds run only while a reply under way is in sight."""
        self._clock.set_running(bool(self._live_rows()) and self._area.isVisible())

    def _flush(self) -> None:
        """Shows the text that was gathered for the rows in sight."""
        now = time.monotonic()
        for row in self._area.rows.widgets():
            content = row.content
            if self._area.rows.widget(content.entry.node.id) is not row:
                continue  # a row above grew, and this one went out of sight
            if content.stream is not None:
                wait = content.stream.wait(now)
                if wait is not None and wait <= SOON_S:
                    self._show(content, row, content.stream.flush(now))
                    self._area.note_news()
            elif content.feed is not None:
                self._read_on(content, row)
        self.plan_flush()

    def _read_on(self, content: RowContent, row: MessageRow) -> None:
        """Turns more of a whole text into blocks."""
        if content.feed is None or content.document is None:
            return
        change = content.feed.go_on()
        if content.feed.is_finished:
            content.feed = None
        self._show(content, row, change)
        if content.feed is None:
            self._area.in_sight_changed()  # who waits for the whole of it goes on

    def _show(self, content: RowContent, row: MessageRow, change: BlockChange) -> None:
        document = content.document
        top = document.apply(change) if document is not None else 0.0
        row.stream_changed()
        if self._area.rows.measure(content.entry.node.id, repaint=False):
            self.stop_at_start(content.entry.node.id)
            self._area.refresh()
        else:
            row.place_parts()
        row.text_changed(top)
        self._area.color_code(row)

    def _refresh_row(self, content: RowContent) -> None:
        row = self._area.rows.widget(content.entry.node.id)
        if row is not None:
            row.refresh()
            self._area.remeasure(content.entry.node.id)

    def _pulse(self, opacity: float) -> None:
        for row in self._live_rows():
            row.pulse(opacity)

    def _tick(self) -> None:
        now = time.monotonic()
        for row in self._live_rows():
            row.tick()
            stream = row.content.stream
            if stream is None or not words.retrying(stream, now):
                continue
            if stream.seconds_to_retry(now) % _NAME_EVERY_S == 0:
                self._tell_name(row.content)

    def _tell_name(self, content: RowContent) -> None:
        """Lets assistive technology read a row's name again, which speaks nothing by itself."""
        row = self._area.rows.widget(content.entry.node.id)
        if row is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.NameChanged))

    def _live_rows(self) -> list[ReplyRow]:
        rows = self._area.rows.widgets()
        return [row for row in rows if isinstance(row, ReplyRow) and row.content.is_live]
