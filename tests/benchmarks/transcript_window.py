"""The real window, used as a reader and a writer would, with its frames timed.

    python -m tests.benchmarks.transcript_window SCENARIO DATA_DIR

tells what it measured as JSON lines.
"""

import asyncio
import random
import sys
import time

from desktop_assistant.app.main import main
from tests.benchmarks.frames import FrameWatch
from tests.benchmarks.library import message_id
from tests.benchmarks.probe import memory_mb, tell
from tests.torture.stalled_window import Hand, install

OPENINGS, JUMPS, SIZES = 9, 40, 40
SHORT, LONG = 100, 10_000
TENTHS = 10
ANSWERS_A_CONVERSATION = 100


class Reader(Hand):
    """A hand, and eyes that know what should be seen."""

    def __init__(self, window, heart):
        super().__init__(window, heart)
        self.presenter = window.presenter
        self.transcript = window.pane.transcript

    def is_whole(self):
        """Whether every row in sight shows its text."""
        rows = self.transcript.rows.widgets()
        return bool(rows) and all(
            row.content.is_loaded and row.content.feed is None for row in rows
        )

    def is_open(self, conversation_id):
        state = self.presenter.state
        return state is not None and state.id == conversation_id and self.is_whole()

    async def open(self, conversation_id):
        """Milliseconds until the conversation is painted, with its text."""
        start = watch.clock.now()
        self.presenter.open(conversation_id)
        seen = await watch.seen(lambda: self.is_open(conversation_id))
        return (seen - start) * 1000

    async def answer(self):
        """Asks and waits for the end of the answer, all of it shown; the message."""
        self._box.setPlainText("Go")
        asked = len(self.started)
        self.key_return()
        await self.until(lambda: len(self.started) > asked)
        await self.until(lambda: len(self.finished) >= len(self.started))
        await self.until(self.is_whole)
        return self.finished[-1]

    def key_return(self):
        from PySide6.QtCore import Qt

        self.key(Qt.Key.Key_Return, "\r")


def middle_and_most(name, values):
    values = sorted(values)
    return {
        f"{name}_ms": values[len(values) // 2],
        f"{name}_p99_ms": values[min(len(values) - 1, int(len(values) * 0.99))],
        f"{name}_max_ms": values[-1],
    }


async def reading(hand):
    """Opens, jumps and resizes."""
    times, memory = {SHORT: [], LONG: []}, {}
    for number in range(OPENINGS + 1):
        for length in times:
            took = await hand.open(f"long{length}")
            if number:  # the first opening loads the parser and the fonts
                times[length].append(took)
            await hand.pause(0.3)
            memory.setdefault(length, memory_mb()[0])
    tell(**middle_and_most("open_100", times[SHORT]), **middle_and_most("open_10000", times[LONG]))
    tell(open_extra_mb=memory[LONG] - memory[SHORT])
    places = random.Random(1)
    jumps = []
    for _ in range(JUMPS):
        wanted = message_id(f"long{LONG}", places.randrange(LONG))
        start = watch.clock.now()
        hand.transcript.go_to(wanted)
        seen = await watch.seen(
            lambda wanted=wanted: (
                hand.transcript.rows.widget(wanted) is not None and hand.is_whole()
            )
        )
        jumps.append((seen - start) * 1000)
        await hand.pause(0.1)
    tell(**middle_and_most("jump", jumps))
    with hand.section("resized with 10,000 messages"):
        frames = []
        for step in range(SIZES):
            start = watch.clock.now()
            hand.window.resize(1280 - 8 * step, 800 - 2 * step)
            seen = await watch.seen(lambda: True)
            frames.append((seen - start) * 1000)
            await asyncio.sleep(0.03)
    tell(**middle_and_most("resize", frames))
    with hand.section("scrolled with 10,000 messages"):
        frames = []
        for _ in range(100):
            start = watch.clock.now()
            hand.transcript.scroll_by(-120)
            frames.append((await watch.seen(lambda: True) - start) * 1000)
    tell(**middle_and_most("scroll", frames))
    find = hand.window.commands._finding()
    for name, words in (("first", "the"), ("next", "question")):
        with hand.section(f"the {name} word found in 10,000 messages"):
            cpu = time.process_time()
            find.open(words)
            await hand.until(lambda: find._scan.is_settled and find._scan.hits.total)
            tell(**{f"find_{name}_cpu_s": time.process_time() - cpu})


async def writing(hand):
    """A long answer at full speed: what each tenth costs."""
    await hand.answer()  # loads the SDK
    marks, length = [], 0

    def delta(event):
        nonlocal length
        before, length = length, length + len(event.text)
        if before * TENTHS // expected < length * TENTHS // expected:
            marks.append(time.process_time())

    expected = len(hand.finished[-1].text) if len(sys.argv) < 4 else int(sys.argv[3])
    hand.bridge.reply_delta.connect(delta)
    watch.take()
    start = time.process_time()
    with hand.section("an answer at full speed"):
        message = await hand.answer()
        await hand.pause(0.5)
    end = time.process_time()
    tenths = [b - a for a, b in zip([start, *marks], marks, strict=False)]
    tell(
        status=str(message.status), chars=len(message.text), tenths_cpu_s=tenths,
        after_the_last_cpu_s=end - marks[-1], cpu_s=end - start,
        **middle_and_most("frame", watch.take()),
    )  # fmt: skip


async def pace(hand):
    """An answer at a model's pace: its share of a core."""
    with hand.section("an answer of 200 tokens a second"):
        await hand.answer()
    hand.heart.rest()
    watch.take()
    finished = asyncio.get_running_loop().create_future()
    hand.bridge.reply_finished.connect(lambda event: finished.set_result(event.message))
    hand._box.setPlainText("Go")
    cpu, wall = time.process_time(), time.monotonic()
    hand.key_return()
    message = await finished  # looking again and again whether it has come would cost something
    cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    tell(
        status=str(message.status), core_share=cpu / wall, **middle_and_most("frame", watch.take())
    )


async def soak(hand):
    """Thousands of answers."""
    wanted, taken = int(sys.argv[3]), []
    with hand.section("answers, one after the other"):
        for number in range(wanted):
            if number % ANSWERS_A_CONVERSATION == 0:
                hand.presenter.open_new()
                await hand.until(lambda: (state := hand.presenter.state) and state.is_new)
            message = await hand.answer()
            assert message.status == "complete", message
            # What this program keeps for itself is not to be measured.
            hand.started.clear()
            hand.finished.clear()
            watch.take()
            if (number + 1) % ANSWERS_A_CONVERSATION == 0:
                taken.append(memory_mb())
    tell(soak_rss_mb=[rss for rss, _ in taken], soak_own_mb=[own for _, own in taken])


SCENARIOS = {scenario.__name__: scenario for scenario in (reading, writing, pace, soak)}


if __name__ == "__main__":
    watch = FrameWatch()
    install(SCENARIOS[sys.argv[1]], Reader)
    sys.exit(main(["--data-dir", sys.argv[2]]))
