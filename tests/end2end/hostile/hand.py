"""The real window, and a hand in it that lets every hostile text come and clicks what it can.

    python -m tests.end2end.hostile.hand DATA_DIR CASES OPENED

reads cases as JSON lines and tells what came of each, as JSON lines. OPENED is where programs that
open addresses write them down.
"""

import asyncio
import json
import re
import sys
import time
import traceback
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QTextEdit,
    QToolTip,
)

from desktop_assistant.domain.attachments import attached
from desktop_assistant.rendering.controls import has_hidden, show_controls
from desktop_assistant.ui.controls.popover import Popover
from desktop_assistant.ui.transcript.code_frame import CodeFrame
from desktop_assistant.ui.transcript.file_frame import FileFrame
from tests.end2end.hostile import looking
from tests.end2end.hostile.corpus import Case, Place
from tests.torture.heart import BEAT_MS, Heart

PATIENCE_S = 60.0
OPENING_S = 3.0
GLANCE_MS = 60
"""How often the screen is looked at while a reply comes."""
PER_CONVERSATION = 12
_IN_PREVIEWS = ("5.4", "5.6")
"""Rows whose replies are asked for again, so that they stand in the list of versions."""
LONG = 50_000
"""Of texts longer than this, only what is seen and heard of from outside counts."""
_BY_SIZE = ("Show all", "Show the whole")
"""How buttons are called that any large block has."""
BENIGN = (
    "# Title\n\nWords with a [link](https://example.org/), `code` and\n\n- [x] a task\n\n"
    "```python\nprint(1)\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> quoted\n"
)
"""A reply with everything that brings buttons of its own."""


class Hand:
    """Uses the window; what is not as it should be goes into ``problems``."""

    def __init__(self, window, opened: Path):
        self.window = window
        self._opened_file = opened
        self._opened = 0
        self.bridge = window._bridge
        self.pane = window.pane
        self.view = window.pane.transcript
        self.finished, self.started = [], []
        self.bridge.reply_finished.connect(lambda event: self.finished.append(event.message))
        self.bridge.reply_started.connect(self.started.append)
        boxes = window.findChildren(QTextEdit)
        self.box = next(box for box in boxes if box.accessibleName() == "Message")
        self.pixels = 0
        self.glances = 0
        self.problems: list[str] = []
        self.known_buttons: set[str] = set()
        self.conversations = 0
        self._asked_here = 0
        self._glance = QTimer(window, interval=GLANCE_MS)
        self._glance.timeout.connect(self.glance)
        self.heart = Heart()
        self.pause_ms: float | None = None
        self._beat = QTimer(window, interval=BEAT_MS)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self.heart.beat)
        self._beat.start()

    # Looking

    def glance(self):
        """Looks at the screen for the canary's colour."""
        self.glances += 1
        self.pixels += looking.canary_pixels()

    def new_openings(self) -> list[str]:
        lines = []
        if self._opened_file.exists():
            lines = self._opened_file.read_text(encoding="utf-8").splitlines()
        new, self._opened = lines[self._opened :], len(lines)
        return new

    def expect(self, holds, problem: str):
        if not holds:
            self.problems.append(problem)

    async def until(self, condition, what: str):
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(what)
            await asyncio.sleep(0.005)

    async def painted(self):
        """Lets everything that is due be laid out and painted."""
        for _ in range(3):
            await asyncio.sleep(0.01)
        self.window.repaint()
        await asyncio.sleep(0)

    # Asking

    async def new_conversation(self):
        presenter = self.window.presenter
        await self.until(lambda: presenter.state is not None, "a conversation")
        self.window.commands.open_new()
        await self.until(lambda: presenter.state and presenter.state.is_new, "a new conversation")
        self.conversations += 1
        self._asked_here = 0

    async def ask(self, text: str, *, glances: bool = True):
        """Puts a question into the field, sends it, and waits for the end of the reply.

        Args:
            text: the question.
            glances: whether the screen is looked at meanwhile, which takes the window's time.
        """
        await self.room_for_another()
        self._asked_here += 1
        before = len(self.finished)
        self.box.setPlainText(f"{text}\n(conversation {self.conversations})")
        self.press(Qt.Key.Key_Return, "\r")
        if glances:
            self._glance.start()
        await self.until(lambda: len(self.finished) > before, f"the reply to {text[:40]!r}")
        self._glance.stop()
        await self.painted()
        self.glance()
        return self.finished[-1]

    async def room_for_another(self):
        """Begins a conversation if this one is long enough; files that wait are for the old one."""
        if self._asked_here >= PER_CONVERSATION:
            await self.new_conversation()

    def press(self, key, text="", modifiers=Qt.KeyboardModifier.NoModifier):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.box, QKeyEvent(kind, key, modifiers, text))

    async def learn_buttons(self):
        """Which buttons a reply without any malice has."""
        message = await self.ask("benign")
        self.known_buttons = looking.button_names(self.view.rows.widget(message.id))

    # One case

    async def play(self, case: Case, number: int) -> dict:
        self.problems, self.pixels, self.pause_ms = [], 0, None
        began = time.monotonic()
        play = {
            Place.REPLY: self._reply,
            Place.THINKING: self._thinking,
            Place.QUESTION: self._question,
            Place.TITLE: self._title,
            Place.ERROR: self._error,
            Place.MODEL: self._model,
            Place.FILE_NAME: self._file_name,
            Place.ATTACHMENT: self._attachment,
            Place.PASTE: self._paste,
            Place.DROP: self._drop,
        }[case.place]
        try:
            await play(case, number)
        except Exception as error:
            self.problems.append(f"{type(error).__name__}: {error}")
        self.problems += looking.careless_labels()
        up = looking.windows()
        self.expect(up == ["MainWindow"], f"other windows: {up}")
        self.expect(self.pixels == 0, f"{self.pixels} canary pixels")
        rest = self.new_openings()
        self.expect(not rest, f"opened without a click: {rest}")
        return {
            "case": number,
            "problems": self.problems,
            "pixels": self.pixels,
            "pause_ms": self.pause_ms,
            "seconds": time.monotonic() - began,
        }

    async def _reply(self, case, number):
        if case.row == "5.7":
            await self.new_conversation()
            self.heart.begin(case.name)
        message = await self.ask(f"case {number}", glances=case.row != "5.7")
        if case.row == "5.7":
            self.pause_ms = self.heart.end().as_json()["longest_own_ms"]
        if len(case.text) > LONG:
            await self.new_conversation()
            return
        row = self._row(message.id, "the reply")
        self._check_painted(case)
        own = looking.button_names(row) - self.known_buttons
        buttons = {name for name in own if not name.startswith(_BY_SIZE)}
        self.expect(not buttons, f"buttons of its own: {buttons}")
        self._check_rows()
        await self._copy_code(row)
        await self._click_all(case, row)
        if case.row in _IN_PREVIEWS:
            await self._versions(case)

    async def _thinking(self, case, number):
        message = await self.ask(f"case {number}")
        row = self._row(message.id, "the reply")
        for button in row.findChildren(QAbstractButton):
            if button.isVisible() and "ought" in button.accessibleName():
                button.click()
        await self.painted()
        self.glance()
        self._check_painted(case)
        await self._click_all(case, row)

    async def _question(self, case, number):
        await self.ask(case.text)
        row = self.view.rows.widgets()[-2]
        self._check_painted(case)
        await self._click_all(case, row)

    async def _title(self, case, number):
        await self.ask("a question")
        self.window.commands.rename_to(case.text)
        await self.until(
            lambda: self.window.windowTitle().split() != ["Desktop", "Assistant"], "a title"
        )
        await self.painted()
        self.glance()
        self._check_painted(case)
        title = self.window.windowTitle()
        self.expect(title.endswith("– Desktop Assistant"), f"window title {title[-60:]!r}")
        self._check_hidden(case, title, "window title")
        await self._show_tips()
        await self._search(case)
        self.window.commands.open_branches()
        await self.painted()
        self.glance()
        self._close_popups()
        self.window.commands.delete()
        await self.until(lambda: self.window.presenter.state.title != case.text, "the next one")
        await self.painted()
        self.glance()
        await self.new_conversation()

    async def _search(self, case):
        sidebar = self.window.sidebar
        words = re.findall(r"[a-z]{4,}", case.text)[:1] or ["name"]
        sidebar.search.setText(words[0])
        await self.until(
            lambda: sidebar.hits.hits.rowCount() or sidebar._no_hits.isVisible(), "what is found"
        )
        await self.painted()
        self.glance()
        self._check_hidden(case, looking.painted_words(self.window), "search hit")
        sidebar.search.setText("")
        await self.until(lambda: not sidebar.hits.isVisible(), "the list of conversations")

    async def _error(self, case, number):
        message = await self.ask(f"case {number}")
        self.expect(message.status.value == "failed", f"status {message.status}")
        row = self._row(message.id, "the reply")
        for button in row.findChildren(QAbstractButton):
            if button.isVisible() and button.accessibleName() == "Details":
                button.click()
        await self.painted()
        self.glance()
        self._check_hidden(case, looking.painted_words(self.window), "error card")

    async def _model(self, case, number):
        presenter = self.window.presenter
        before = presenter.state.choice
        presenter.set_model(before.provider_id, case.text.strip() or "x")
        await self.until(lambda: presenter.state.choice.model != before.model, "the model")
        await self.ask(f"case {number}")
        self._check_hidden(case, looking.painted_words(self.window), "model name")
        await self._show_tips()
        self.window.commands.choose_model()
        await self.painted()
        self.glance()
        self._close_popups()
        await self._versions(case)
        presenter.set_model(before.provider_id, before.model)
        await self.until(lambda: presenter.state.choice.model == before.model, "the model")

    async def _versions(self, case):
        """Another version, and the lists of versions and of branches with their first lines."""
        before = len(self.finished)
        self.window.commands.regenerate()
        await self.until(lambda: len(self.finished) > before, "another version")
        await self.painted()
        row = self._row(self.finished[-1].id, "the other version")
        number = next(
            b for b in row.findChildren(QAbstractButton)
            if b.isVisible() and b.accessibleName().startswith("Versions, ")
        )  # fmt: skip
        for open_list in (number.click, self.window.commands.open_branches):
            open_list()
            await self.until(self._lists, "the list")
            await self.painted()
            self.glance()
            self._check_hidden(case, looking.painted_words(self.window), "list of versions")
            self.problems += looking.careless_labels()
            for shown in self._lists():
                shown.close()
            await self.until(lambda: not self._lists(), "the end of the list")

    def _lists(self):
        return [shown for shown in self.window.findChildren(Popover) if shown.isVisible()]

    async def _file_name(self, case, number):
        await self.room_for_another()
        folder = self._opened_file.parent / f"files-{number}"
        folder.mkdir()
        name = case.text.replace("/", "\u2215").replace("\0", "")
        try:
            (folder / name).write_text("the file's own words", encoding="utf-8")
            (folder / f"{name[:40]}.bin").write_bytes(b"\xff\x00")
        except OSError:
            # No file system takes it, yet another computer's message may hold it.
            self.pane.composer.add_files([attached(name, "words")])
        else:
            names = [str(folder / name), str(folder / f"{name[:40]}.bin")]
            self.window._attaching.attach(names)
        await self.until(lambda: "\n```" in self.pane.composer.message, "the attachment")
        await self.painted()
        self.glance()
        self._check_hidden(case, looking.painted_words(self.window), "attached file")
        await self._show_tips()
        self.problems += looking.careless_labels()
        await self.ask("look at the file")
        self.glance()
        self._check_hidden(case, looking.painted_words(self.window), "sent file")

    async def _attachment(self, case, number):
        await self.room_for_another()
        self.pane.composer.add_files([attached("notes.txt", case.text)])
        message = await self.ask(f"case {number}")
        self._check_painted(case)
        await self._click_all(case, self._row(message.id, "the reply"))
        question = self._row(message.parent_id, "the question")
        await self.painted()
        chip = next(f for f in question.frames.widgets if isinstance(f, FileFrame))
        chip.stops()[0].click()
        await self.painted()
        self.glance()
        self._check_hidden(case, looking.painted_words(self.window), "opened file")
        self.expect(self._clickable(question) == [], "a link in an attached file")

    async def _paste(self, case, number):
        data = QMimeData()
        if case.rich:
            data.setHtml(case.rich)
        data.setText(case.text)
        QGuiApplication.clipboard().setMimeData(data)
        self.box.setPlainText("")
        self.box.setFocus()
        self.box.paste()
        await self._check_field(case)

    async def _drop(self, case, number):
        data = QMimeData()
        if case.text.startswith("file:"):
            data.setUrls([QUrl(case.text)])
        else:
            data.setText(case.text)
        if case.rich:
            data.setHtml(case.rich)
        self.box.setPlainText("")
        for target in (self.box.viewport(), self.view.viewport(), self.window):
            event = QDropEvent(
                QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(target, event)
        await self._check_field(case)

    async def _check_field(self, case):
        await self.painted()
        self.glance()
        typed = self.pane.composer.message
        plain = typed in ("", case.text.replace("\r", "\n"), case.text)
        # A field knows one sign for the end of a line.
        self.expect(plain or case.row == "5.6", f"the field holds {typed[:80]!r}")
        if has_hidden(typed):
            words = looking.painted_words(self.pane.composer)
            self.expect("cannotbeseen" in words, "signs nobody sees are not told before sending")
        self.box.setPlainText("")
        await self.painted()

    # What must hold

    def _row(self, message_id, what):
        row = self.view.rows.widget(message_id)
        if row is None:
            self.view.go_to(message_id)
            row = self.view.rows.widget(message_id)
        if row is None:
            raise LookupError(f"{what} is not in sight")
        return row

    def _check_painted(self, case):
        if not (case.shows or case.hides):
            return
        words = looking.painted_words(self.window)
        for shown in case.shows:
            self.expect(shown.replace(" ", "") in words, f"not to be read: {shown!r}")
        self._check_hidden(case, words, "what is painted")

    def _check_hidden(self, case, words, where):
        for sign in case.hides:
            self.expect(sign not in words, f"{where} holds {sign!r} as it is")

    def _check_rows(self):
        """Nobody speaks but the user and the model, in turns."""
        roles = [content.is_user for content in self.view.rows.backwards()][::-1]
        self.expect(roles == [True, False] * (len(roles) // 2), f"speakers: {roles}")

    async def _copy_code(self, row):
        for frame in row.frames.widgets:
            if not isinstance(frame, CodeFrame):
                continue
            button = next(
                b for b in frame.findChildren(QAbstractButton) if b.accessibleName() == "Copy code"
            )
            button.click()
            await self.painted()
            copied = QGuiApplication.clipboard().text()
            code = frame.box.code
            # The clipboard of a desktop has one sign for the end of a line.
            self.expect(copied == code, f"copied {copied[:60]!r}, not {code[:60]!r}")
            if has_hidden(code):
                words = looking.painted_words(frame)
                self.expect("hidden" in words, "copied signs nobody sees without a word")
            elif len(code) < 200 and frame.box.leaf.line_count < 10:
                shown = "".join(show_controls(code).split())
                words = "".join(looking.painted_words(frame).split())
                self.expect(shown in words, f"copied is not shown: {shown!r}")

    async def _click_all(self, case, row):
        """Clicks each link in sight once, wherever something can be clicked."""
        opened, asked = [], []
        wanted = list(case.opens)
        for link, at in self._clickable(row):
            QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=at)
            await asyncio.sleep(0.01)
            question = next((d for d in self.window.findChildren(QDialog) if d.isVisible()), None)
            if question is None:
                end = time.monotonic() + OPENING_S
                while time.monotonic() < end and not (new := self.new_openings()):
                    await asyncio.sleep(0.01)
                opened += new or [f"nothing, by a click on {link[:80]}"]
                continue
            self.glance()
            asked += self._hosts(question)
            question.reject()
            await self.until(lambda question=question: not question.isVisible(), "its end")
        self.expect(sorted(set(opened)) == sorted(set(wanted)), f"opened {opened}, not {wanted}")
        self.expect(sorted(set(asked)) == sorted(set(case.asks)), f"asked {asked}, not {case.asks}")

    def _hosts(self, dialog):
        names = [b.accessibleName() for b in dialog.findChildren(QAbstractButton)]
        return [n.removeprefix("Open ") for n in names if n.startswith("Open ")]

    def _clickable(self, row):
        """Points on different links of a row, found as a pointer would: by trying everywhere."""
        found = {}
        top = max(0, -row.y())
        bottom = min(row.height(), self.view.viewport().height() - row.y())
        for y in range(top, bottom, 7):
            for x in range(row.text_area.left(), row.text_area.right(), 9):
                at = QPoint(x, y)
                hit = row.span_at(at)
                if hit is not None and hit[0].link:
                    found.setdefault((hit[0].link, hit[0].start), at)
        return [(link, at) for (link, _), at in found.items()]

    async def _show_tips(self):
        """The tips of the list, the header and every other control that has one."""
        listed = self.window.sidebar.list
        at = listed.visualRect(listed.currentIndex()).center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, listed.viewport().mapToGlobal(at))
        QApplication.sendEvent(listed.viewport(), event)
        await self.painted()
        self.glance()
        for widget in self.pane.header.findChildren(QAbstractButton):
            if widget.isVisible() and widget.toolTip():
                QToolTip.showText(widget.mapToGlobal(QPoint(4, 4)), widget.toolTip(), widget)
                await asyncio.sleep(0.02)
                self.glance()
        QToolTip.hideText()
        await self.until(lambda: looking.windows() == ["MainWindow"], "the end of the tip")

    def _close_popups(self):
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top is not self.window:
                top.close()


async def play_all(hand: Hand, cases: list[Case]):
    """Plays every case and tells what came of it."""
    await hand.new_conversation()
    await hand.learn_buttons()
    for number, case in enumerate(cases):
        print(json.dumps(await hand.play(case, number)), flush=True)
    await asyncio.sleep(1)  # a program that was started late writes late
    told = {"left": hand.new_openings(), "asked": len(hand.finished), "glances": hand.glances}
    print(json.dumps(told), flush=True)


def install(cases: list[Case], opened: Path):
    """Waits for the window to be filled, plays, and closes it."""
    from desktop_assistant.ui.main_window import MainWindow

    complete = MainWindow._complete

    def complete_and_play(window, shown):
        complete(window, shown)

        async def act():
            try:
                await play_all(Hand(window, opened), cases)
            except Exception:
                traceback.print_exc()
            finally:
                window.close()

        window._bridge.run(act(), name="the hand")

    MainWindow._complete = complete_and_play


def read_cases(file: Path) -> list[Case]:
    """Cases as they were written down."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [Case(**{**json.loads(line)}) for line in lines]


if __name__ == "__main__":
    from desktop_assistant.app.main import main

    install(read_cases(Path(sys.argv[2])), Path(sys.argv[3]))
    sys.exit(main(["--data-dir", sys.argv[1]]))
