"""Kills the real window at random moments of a reply, of typing and of changing settings."""

import asyncio
import random
import time
from pathlib import Path

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.domain.messages import Role, Status
from tests.contract.store_contract_values import new_record, stored_turn
from tests.end2end.desktop import Desktop, wait_for
from tests.end2end.window_program import Program
from tests.fakes.openai_server import FakeOpenAI
from tests.torture.figures import Figures
from tests.torture.library_look import Look, look_into
from tests.torture.numbered import PIECE_CHARS, numbered

SLOWEST, FASTEST = 100, 2000
"""Characters a second."""
LONGEST_S = 2.0
DRAFT = "typed and not sent"
DRAFT_AGE_S = 1.0
"""What was typed so long ago must be there after a kill."""


class WindowKiller:
    """One data folder, whose window is killed again and again."""

    def __init__(self, folder: Path, desktop: Desktop, dice: random.Random) -> None:
        self._data_dir = folder / "data"
        self._desktop = desktop
        self._dice = dice
        self.figures = Figures("SIGKILL of the real window while a reply comes")
        for name in ("kills", "prompts lost", "drafts lost", "integrity failures", "wrong states"):
            self.figures.count(name, 0)

    def run(self, kills: int) -> None:
        """Kills so many times."""
        with FakeOpenAI() as server:
            asyncio.run(self._fill())
            TomlSettingsFile(self._data_dir / "settings.toml").write(
                {
                    "providers.fake.base_url": server.url,
                    "providers.fake.needs_key": False,
                    "providers.fake.model": "numbers",
                    "chat.provider": "fake",
                    "window.open_with": "new",
                }
            )
            for number in range(kills):
                self._kill_once(server, number)

    async def _fill(self) -> None:
        store = SqliteStore(self._data_dir / "conversations.db")
        await store.open()
        await stored_turn(store, new_record("before"))
        await store.backup()
        await store.close()

    def _kill_once(self, server: FakeOpenAI, number: int) -> None:
        chars_per_s = SLOWEST * (FASTEST / SLOWEST) ** self._dice.random()
        server.tokens_per_s = chars_per_s / PIECE_CHARS
        server.reply = numbered(round(chars_per_s * 60 / PIECE_CHARS))
        prompt = f"question {number} {'?' * self._dice.randrange(500)} end"
        program = Program(self._desktop, self._data_dir)
        try:
            program.agent.find("Message")
            program.ask(prompt)
            shown = self._watch(program, f"{DRAFT} {number}")
        finally:
            program.kill()
        self._judge(number, prompt, shown, chars_per_s)
        if output := program.output():
            self.figures.fault("noise on standard error", output)

    def _watch(self, program: Program, draft: str) -> str:
        """Types a draft while the reply comes; gives its text as read just before the kill."""
        transcript = program.agent.find("Transcript")

        def reply() -> str:
            try:
                rows = program.agent.children(transcript)
            except LookupError:  # the list changed while it was read
                return ""
            return rows[-1]["description"] if len(rows) > 1 else ""

        wait_for(reply, "some text of the reply")
        program.agent.set_text("Message", draft)
        end = time.monotonic() + DRAFT_AGE_S + self._dice.uniform(0, LONGEST_S)
        shown = reply()
        while time.monotonic() < end:
            shown = reply() or shown
        return shown

    def _judge(self, number: int, prompt: str, shown: str, chars_per_s: float) -> None:
        figures = self.figures
        figures.count("kills")
        look = asyncio.run(look_into(self._data_dir))
        for fault in look.faults():
            figures.fault("integrity failures", f"kill {number}: {fault}")
        prompts = [m.text for m in look.messages.values() if m.role is Role.USER]
        if prompts.count(prompt) != 1:
            figures.fault("prompts lost", f"kill {number}: {prompt[:20]}")
            return
        self._judge_reply(number, prompt, shown, look, chars_per_s)
        drafts = asyncio.run(self._drafts())
        if f"{DRAFT} {number}" not in drafts:
            figures.fault("drafts lost", f"kill {number}: {drafts[-2:]}")

    def _judge_reply(
        self, number: int, prompt: str, shown: str, look: Look, chars_per_s: float
    ) -> None:
        (asked,) = (m for m in look.messages.values() if m.text == prompt)
        (reply,) = (m for m in look.messages.values() if m.parent_id == asked.id)
        if reply.status is not Status.INTERRUPTED or not numbered(200_000).startswith(reply.text):
            self.figures.fault("wrong states", f"kill {number}: {reply.status} {reply.text[-20:]}")
        lost = max(0, len(shown.strip()) - len(reply.text.strip()))
        self.figures.sample("characters lost of those read from the screen", lost)
        self.figures.sample("the same as time of text, ms", lost / chars_per_s * 1000)

    async def _drafts(self) -> list[str]:
        store = SqliteStore(self._data_dir / "conversations.db")
        await store.open()
        rows = await store.summaries()
        drafts = [(await store.conversation(row.id)).draft for row in rows]
        await store.close()
        return drafts


def kill_windows(folder: Path, kills: int, seed: int) -> Figures:
    """Kills so many times."""
    with Desktop(folder) as desktop:
        killer = WindowKiller(folder, desktop, random.Random(seed))
        killer.run(kills)
        return killer.figures
