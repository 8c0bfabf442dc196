"""The real window with a heart in it, and a hand that uses it while something outside is slow.

    python -m tests.torture.stalled_window SCENARIO DATA_DIR

tells what it measured as JSON lines, one a section. ``SLOW_WHILE`` names the file that makes calls
into the system slow as long as it is there; see ``slow_calls.c``.
"""

import asyncio
import json
import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop_assistant.app.main import main
from desktop_assistant.settings import schema
from tests.torture.heart import BEAT_MS, Heart

PATIENCE_S = 60.0
STOP_AFTER_S = (0.0, 0.01, 0.03, 0.1, 0.3, 1.0) * 3
"""How long each reply is left alone before it is stopped."""


class Hand:
    """Uses the window as a user would."""

    def __init__(self, window, heart):
        self.window = window
        self.heart = heart
        self.bridge = window._bridge
        self.finished = []
        self.started = []
        self.bridge.reply_finished.connect(lambda event: self.finished.append(event.message))
        self.bridge.reply_started.connect(self.started.append)
        boxes = window.findChildren(QTextEdit)
        self._box = next(box for box in boxes if box.accessibleName() == "Message")

    @contextmanager
    def section(self, name):
        """Measures what goes on inside."""
        self.heart.begin(name)
        yield
        print(json.dumps(self.heart.end().as_json()), flush=True)

    async def pause(self, seconds):
        await asyncio.sleep(seconds)

    async def until(self, condition):
        end = asyncio.get_running_loop().time() + PATIENCE_S
        while not condition():
            assert asyncio.get_running_loop().time() < end
            await asyncio.sleep(0.02)

    async def type(self, text):
        """One key after the other."""
        for letter in text:
            self.key(Qt.Key.Key_unknown, letter)
            await asyncio.sleep(0.02)

    def key(self, key, text="", modifiers=Qt.KeyboardModifier.NoModifier):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(self._box, QKeyEvent(kind, key, modifiers, text))

    async def ask(self, text="How are you?"):
        """Types a question and sends it; returns once it is under way."""
        asked = len(self.started)
        await self.type(text)
        self.key(Qt.Key.Key_Return, "\r")
        await self.until(lambda: len(self.started) > asked)

    async def reply(self):
        """Waits for the end of the reply under way."""
        await self.until(lambda: len(self.finished) >= len(self.started))
        await self.pause(0.3)
        return self.finished[-1]


@contextmanager
def slow():
    """The outside is slow meanwhile."""
    flag = Path(os.environ["SLOW_WHILE"])
    flag.touch()
    try:
        yield
    finally:
        flag.unlink()


async def plain(hand):
    with hand.section("idle"):
        await hand.pause(3)
    with hand.section("first question: typed, SDK loaded, sent, answered"):
        await hand.ask()
        await hand.reply()
    with hand.section("a reply of 200 tokens a second"):
        await hand.ask()
        await hand.reply()
    with hand.section("5,000 events in one packet"):
        await hand.ask()
        await hand.reply()
    with hand.section("an event every two seconds"):
        await hand.ask()
        await hand.reply()


async def hasty(hand):
    with hand.section("question sent at once, SDK not loaded before"):
        hand._box.setPlainText("How are you?")
        hand.key(Qt.Key.Key_Return, "\r")
        await hand.until(lambda: hand.started)
        await hand.reply()


async def disk(hand):
    await hand.ask()
    await hand.reply()
    commands = hand.window.commands
    with slow():
        with hand.section("disk of 3 s: a draft is typed"):
            await hand.type("Something not sent yet")
            await hand.pause(4)
            hand._box.setPlainText("")
        with hand.section("disk of 3 s: a question is sent and answered"):
            await hand.ask()
            await hand.until(lambda: len(hand.finished) == 2)
            await hand.pause(4)
        with hand.section("disk of 3 s: renamed and pinned"):
            commands.rename_to("Another name")
            commands.toggle_pin()
            await hand.pause(8)
        with hand.section("disk of 3 s: another conversation, and back"):
            commands.step(1)
            await hand.pause(2)
            commands.step(-1)
            await hand.pause(2)
        with hand.section("disk of 3 s: another model"):
            hand.window.presenter.set_model("bench", "another-model")
            await hand.pause(8)
        with hand.section("disk of 3 s: larger text"):
            commands.resize_text(1)
            await hand.pause(8)
        with hand.section("disk of 3 s: a setting of the dialog"):
            hand.bridge.controller.settings.change({schema.THEME.key: "dark"})
            await hand.pause(8)


async def keyring(hand):
    with hand.section("settings dialog opens"):
        hand.window.commands.open_settings()
        await hand.pause(1)
        close_dialogs()
    with hand.section("keyring blocked: settings dialog, provider page"):
        from desktop_assistant.settings.declaration import Page

        hand.window.commands.open_settings(Page.PROVIDERS, provider_id="openai")
        await hand.pause(3)
        close_dialogs()
        await hand.pause(1)
    with hand.section("keyring blocked: a question that needs the key"):
        await hand.ask()
        message = await hand.reply()
    print(json.dumps({"error": message.error.code}), flush=True)


def close_dialogs():
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and type(widget).__name__.endswith("Dialog"):
            widget.close()


async def dns(hand):
    with slow():
        with hand.section("DNS blocked: a question"):
            await hand.ask()
            await hand.pause(5)
        with hand.section("DNS blocked: stopped, and asked again"):
            hand.window.presenter.stop()
            await hand.reply()
            await hand.ask()
            await hand.pause(3)
        with hand.section("DNS blocked: Stop"):
            hand.window.presenter.stop()
            await hand.reply()
        print(json.dumps({"error": hand.finished[-1].error.code}), flush=True)


async def stop(hand):
    """Stops replies at every stage; tells when, by the clock that all processes share."""
    with hand.section("replies stopped at every stage"):
        for number, wait_s in enumerate(STOP_AFTER_S):
            await hand.ask(f"Question {number}")
            await hand.pause(wait_s)
            at = time.monotonic()
            hand.window.presenter.stop()
            await hand.until(lambda: len(hand.finished) >= len(hand.started))
            idle_ms = (time.monotonic() - at) * 1000
            assert hand.finished[-1].status in ("stopped", "complete"), hand.finished[-1]
            told = {"question": f"Question {number}", "stopped_at": at, "idle_ms": idle_ms}
            print(json.dumps(told), flush=True)
            await hand.pause(0.2)


SCENARIOS = {scenario.__name__: scenario for scenario in (plain, hasty, disk, keyring, dns, stop)}
SETTLE_MS = 1500
"""After the list of conversations is filled, before anything is measured."""


def install(scenario, hand=Hand):
    """Waits for the window, then lets the scenario happen by a hand, and closes it."""
    run = QApplication.exec
    made = []

    def exec_with_heart(*args):
        if not made:
            heart = Heart()
            timer = QTimer(QApplication.instance(), interval=BEAT_MS)
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(heart.beat)
            heart.stop_beating = timer.stop
            timer.start()
            made.append(timer)
            QTimer.singleShot(SETTLE_MS, lambda: begin(heart))
        return run()

    def begin(heart):
        tops = QApplication.topLevelWidgets()
        window = next(top for top in tops if type(top).__name__ == "MainWindow")

        async def act():
            try:
                await scenario(hand(window, heart))
            finally:
                window.close()

        window._bridge.run(act(), name="the scenario")

    QApplication.exec = exec_with_heart


if __name__ == "__main__":
    install(SCENARIOS[sys.argv[1]])
    sys.exit(main(["--data-dir", sys.argv[2]]))
