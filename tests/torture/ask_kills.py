"""Kills the real ``ask --json`` at random moments of real streams and looks at what is left."""

import asyncio
import json
import random
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.messages import Message, Status
from tests.contract.store_contract_values import new_record, stored_turn
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.program import PATIENCE_S, Program
from tests.torture.figures import Figures
from tests.torture.library_look import Look, look_into
from tests.torture.numbered import PIECE_CHARS, numbered

MOMENTS = {
    "while starting": 1,
    "at the first byte of the request": 4,
    "just after the request": 2,
    "while text comes": 10,
    "around the end of the answer": 3,
}
"""When a kill strikes, and how often relative to the others."""

SLOWEST, FASTEST = 20, 2000
"""Characters a second."""
LONGEST_START_S = 1.5
LONGEST_STREAM_S = 2.5
AROUND_END_S = (0.2, 0.4)
"""How long before and after its expected end an answer is killed at most."""
LONGEST_PROMPT = 20_000


class Asked(threading.Thread):
    """Reads what a program shows, line by line, and notes when each came."""

    def __init__(self, process: subprocess.Popen) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.started: dict | None = None
        self.finished: dict | None = None
        self.deltas: list[tuple[float, str]] = []
        self.saw_text = threading.Event()
        """Also set when the program has ended."""

    def run(self) -> None:
        for line in self._process.stdout:
            at = time.monotonic()
            if not line.endswith(b"\n"):
                break  # the kill cut it: nobody has seen it
            event = json.loads(line)
            if event["event"] == "started":
                self.started = event
            elif event["event"] == "finished":
                self.finished = event
            elif event["event"] == "delta":
                self.deltas.append((at, event["text"]))
                self.saw_text.set()
        self.saw_text.set()

    @property
    def text(self) -> str:
        """All text shown."""
        return "".join(text for _, text in self.deltas)

    def shown_at(self, position: int) -> float:
        """When the character at a position came."""
        for at, text in self.deltas:
            position -= len(text)
            if position < 0:
                return at
        raise IndexError(position)


@dataclass
class _Strike:
    """One program under way and how it is to die."""

    moment: str
    process: subprocess.Popen
    asked: Asked
    answer_s: float
    killed_at: float | None = None

    def kill(self) -> None:
        """Kills it, unless it has ended; only the first time counts."""
        if self.killed_at is None and self.process.poll() is None:
            self.killed_at = time.monotonic()
            self.process.send_signal(signal.SIGKILL)


class AskKiller:
    """One data folder and its provider; the folder lives through kill after kill."""

    def __init__(self, folder: Path, dice: random.Random, figures: Figures) -> None:
        self._program = Program(folder / "data")
        self._dice = dice
        self._figures = figures
        self._due: dict[str, str] = {}
        """Prompts that must be in the library, by the text they begin with."""
        self._finals: dict[str, str] = {}
        """Replies once seen in a final state: they may never change again."""
        for name in ("kills", "prompts sent", "prompts lost", "integrity failures",
                     "truncated answers marked complete", "wrong states"):  # fmt: skip
            figures.count(name, 0)

    def run(self, kills: int) -> None:
        """Kills so many times."""
        with FakeOpenAI() as server:
            self._server = server
            self._prepare()
            for number in range(kills):
                self._kill_once(number)

    def _prepare(self) -> None:
        """A library with something to lose, a backup of it, and settings."""
        data_dir = self._program.data_dir

        async def fill() -> None:
            store = SqliteStore(data_dir / "conversations.db")
            await store.open()
            await stored_turn(store, new_record("before"))
            await store.backup()
            await store.close()

        asyncio.run(fill())
        self._settings = TomlSettingsFile(data_dir / "settings.toml")
        self._settings.write(
            {
                "providers.fake.base_url": self._server.url,
                "providers.fake.needs_key": False,
                "providers.fake.model": "numbers",
                "chat.provider": "fake",
            }
        )

    def _kill_once(self, number: int) -> None:
        dice, server = self._dice, self._server
        moment = dice.choices([*MOMENTS], [*MOMENTS.values()])[0]
        chars_per_s = SLOWEST * (FASTEST / SLOWEST) ** dice.random()
        is_whole = moment == "around the end of the answer"
        answer_s = dice.uniform(0.1, 1.0) if is_whole else 2 * LONGEST_STREAM_S + 1
        server.reply = numbered(max(1, round(chars_per_s * answer_s / PIECE_CHARS)))
        server.tokens_per_s = chars_per_s / PIECE_CHARS
        server.reset_records()
        prompt = f"question {number} {'?' * dice.randrange(LONGEST_PROMPT)} end"
        with self._program.started("ask", "--json", "-", stdin=subprocess.PIPE) as process:
            asked = Asked(process)
            asked.start()
            strike = _Strike(moment, process, asked, answer_s)
            try:
                if moment == "at the first byte of the request":
                    server.on_first_byte = strike.kill
                process.stdin.write(prompt.encode())
                process.stdin.close()
                self._wait_for_the_moment(strike)
                strike.kill()
                process.wait(PATIENCE_S)
            finally:
                process.kill()
                server.on_first_byte = lambda: None
            asked.join(PATIENCE_S)
            errors = process.stderr.read().decode()
        self._judge(number, prompt, strike, errors)

    def _wait_for_the_moment(self, strike: _Strike) -> None:
        dice, process = self._dice, strike.process
        match strike.moment:
            case "while starting":
                _wait(process, dice.uniform(0, LONGEST_START_S))
            case "at the first byte of the request":
                process.wait(PATIENCE_S)
            case "just after the request":
                self._server.wait_for_chats(1, PATIENCE_S)
                _wait(process, dice.uniform(0, 0.1))
            case "while text comes":
                strike.asked.saw_text.wait(PATIENCE_S)
                _wait(process, dice.uniform(0, LONGEST_STREAM_S))
            case _:
                strike.asked.saw_text.wait(PATIENCE_S)
                before, after = AROUND_END_S
                _wait(process, max(0.0, strike.answer_s + dice.uniform(-before, after)))

    def _judge(self, number: int, prompt: str, strike: _Strike, errors: str) -> None:
        figures, asked = self._figures, strike.asked
        where = f"kill {number} {strike.moment}"
        if strike.killed_at is None:
            figures.count("ended before the kill")
        else:
            figures.count("kills")
            figures.count(f"  {strike.moment}")
        if errors:
            figures.fault("noise on standard error", f"{where}: {errors}")
        if asked.started is not None and number % 5 == 0:
            self._reopen_by_program(asked.started, where)
        look = asyncio.run(look_into(self._program.data_dir))
        for fault in look.faults():
            figures.fault("integrity failures", f"{where}: {fault}")
        self._judge_prompts(prompt, look, where, sent=bool(self._server.connections))
        self._judge_finals(look, where)
        if asked.started is not None:
            self._judge_reply(look.messages[asked.started["message_id"]], strike, where)

    def _reopen_by_program(self, started: dict, where: str) -> None:
        """Now and then the program itself is the first to open the library again."""
        shown = self._program.run("conversations", "show", started["conversation_id"], "--json")
        if (shown.code, shown.err) != (0, ""):
            self._figures.fault("wrong states", f"{where}: reopening said {shown.err}")
        else:
            self._figures.count("reopened by the program itself")

    def _judge_prompts(self, prompt: str, look: Look, where: str, *, sent: bool) -> None:
        stored = [message.text for message in look.messages.values()]
        if sent:
            self._figures.count("prompts sent")
            self._due[prompt.split(" ?")[0]] = prompt
        for name, text in self._due.items():
            if stored.count(text) != 1:
                self._figures.fault("prompts lost", f"{where}: {name}")

    def _judge_finals(self, look: Look, where: str) -> None:
        for message in look.messages.values():
            final = f"{message.status} {message.text}"
            if self._finals.setdefault(message.id, final) != final:
                self._figures.fault("wrong states", f"{where}: {message.id} changed afterwards")

    def _judge_reply(self, reply: Message, strike: _Strike, where: str) -> None:
        figures, asked = self._figures, strike.asked
        whole = str(self._server.reply)
        shown = asked.text
        allowed = {Status.INTERRUPTED if reply.text else Status.FAILED}
        if reply.text == whole:
            # All of it came. Whether its end came too, only the program could tell.
            allowed.add(Status.COMPLETE)
        if strike.killed_at is None:
            allowed = {Status.COMPLETE}
        if reply.status is Status.COMPLETE and reply.text != whole:
            figures.fault("truncated answers marked complete", f"{where}: {reply.text[-20:]!r}")
        if reply.status not in allowed:
            figures.fault("wrong states", f"{where}: {reply.status} with {len(reply.text)}")
        if not whole.startswith(reply.text) or not whole.startswith(shown):
            figures.fault("wrong texts", f"{where}: shown {shown[-20:]!r}, kept {reply.text[-20:]}")
        told = asked.finished
        if told is not None and (told["text"], told["status"]) != (reply.text, reply.status):
            figures.fault("wrong states", f"{where}: told as finished, stored otherwise")
        if strike.killed_at is None or not shown:
            return
        lost = max(0, len(shown) - len(reply.text))
        age = strike.killed_at - asked.shown_at(len(reply.text)) if lost else 0.0
        figures.sample("characters lost of those shown", lost)
        figures.sample("age of the oldest lost character, ms", max(0.0, age) * 1000)


def _wait(process: subprocess.Popen, seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def kill_asks(folder: Path, kills: int, seed: int, *, at_once: int = 2) -> Figures:
    """Kills so many times in all, on several folders at once."""
    parts = [Figures("") for _ in range(min(at_once, kills))]
    broken: list[BaseException] = []

    def run(lane: int, share: int) -> None:
        try:
            place = folder / f"lane-{lane}"
            place.mkdir()
            AskKiller(place, random.Random(f"{seed}/{lane}"), parts[lane]).run(share)
        except BaseException as error:
            broken.append(error)

    shares = [len(range(lane, kills, len(parts))) for lane in range(len(parts))]
    threads = [threading.Thread(target=run, args=(i, n)) for i, n in enumerate(shares)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]
    figures = Figures("SIGKILL during ask --json (characters at 20 to 2,000 a second)")
    for part in parts:
        figures.add(part)
    return figures
