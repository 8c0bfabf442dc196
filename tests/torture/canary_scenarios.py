"""Everything a user does with a key, with keys that are looked for everywhere afterwards."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from tests.end2end.desktop import ROOT, Desktop, wait_for
from tests.end2end.window_program import Program
from tests.fakes.openai_server import Exchange, FakeOpenAI, answers
from tests.torture.canary import Canary, Witness, files_under
from tests.torture.figures import Figures

PATIENCE_S = 60
_BUGGY = """
import sys
from desktop_assistant.adapters.openai_client import OpenAIClient

async def stream(self, request):
    raise RuntimeError(f"a bug that quotes {request.endpoint.key.reveal()}")
    yield

OpenAIClient.stream = stream
from desktop_assistant.app.main import main
sys.exit(main(sys.argv[1:]))
"""


def key_of(exchange: Exchange) -> str:
    """The key a request came with."""
    return exchange.request.headers.get("authorization", "").removeprefix("Bearer ")


def in_many_forms(key: str) -> str:
    """The key as services may repeat it."""
    raw = key.encode()
    packed = [base64.b64encode(b"user:"[:n] + raw).decode() for n in range(3)]
    wide = base64.b64encode(key.encode("utf-16-le")).decode()
    return " ".join([key, *packed, wide, quote(key, safe=""), raw.hex(), json.dumps(key)])


async def echoed_by_an_error(exchange: Exchange) -> None:
    await exchange.json(400, answers.error(f"Bad request {in_many_forms(key_of(exchange))}"))


async def echoed_midway(exchange: Exchange) -> None:
    half = answers.delta("Half an answer")
    await answers.events([half, answers.error(in_many_forms(key_of(exchange)))])(exchange)


async def echoed_by_a_page(exchange: Exchange) -> None:
    page = f"<html><title>{in_many_forms(key_of(exchange))}</title></html>"
    await exchange.body(200, page.encode(), "text/html")


async def echoed_by_a_redirect(exchange: Exchange) -> None:
    target = f"http://elsewhere.invalid/?key={quote(key_of(exchange))}"
    await answers.redirect(307, target)(exchange)


async def echoed_by_a_header(exchange: Exchange) -> None:
    key = key_of(exchange)
    head = f"HTTP/1.1 503 Busy\r\nX-Request-Id: {key}\r\nContent-Length: 0\r\n\r\n"
    await answers.raw(head.encode())(exchange)


async def echoed_as_junk(exchange: Exchange) -> None:
    await exchange.body(200, in_many_forms(key_of(exchange)).encode(), "text/plain")


ECHOES = (
    answers.wrong_key, echoed_by_an_error, echoed_midway, echoed_by_a_page, echoed_by_a_redirect,
    echoed_by_a_header, echoed_as_junk,
)  # fmt: skip


class Scenarios:
    """Runs them on one desktop; ``outputs`` has all that was printed or shown."""

    def __init__(self, desktop: Desktop, folder: Path, witness: Witness, figures: Figures) -> None:
        self._desktop = desktop
        self._data_dir = folder / "data"
        self._temp = folder / "temp"
        self._temp.mkdir()
        self._witness = witness
        self._figures = figures
        self.outputs: list[tuple[str, bytes]] = []

    def run(self, shaped: Canary, odd: Canary, *, quick: bool) -> None:
        """All of them. The shaped key shows what it is; the odd one looks like any text.

        A quick run has the odd one alone go through what both can go through.
        """
        both = (odd,) if quick else (shaped, odd)
        with FakeOpenAI(reply="I am the provider.") as server:
            self._server = server
            self._cli("settings", "set", "log.level", "debug")
            self._cli("settings", "set", "retries.count", "0")
            for canary in both:
                self._key_of_the_keyring(canary)
                self._key_in_addresses(canary)
                self._key_of_a_variable(canary)
            self._bug_that_quotes_it(shaped)
            self._bug_in_the_window(shaped)
            self._children_of_the_local_model(odd)
            for canary in both:
                self._window_with_a_keyring(canary)
                self._window_without_a_keyring(canary)

    # In the terminal

    def _key_of_the_keyring(self, canary: Canary) -> None:
        name = canary.name
        self._cli("settings", "set", f"providers.{name}.base_url", self._server.url)
        self._cli("settings", "set", f"providers.{name}.model", "m")
        self._expect(self._cli("key", "set", name, stdin=canary.key), 0)
        self._cli("key", "status", "--json")
        self._expect(self._cli("ask", "--provider", name, "--json", "Hi"), 0)
        assert self._server.chats[-1].headers["authorization"] == f"Bearer {canary.key}"
        for echo in ECHOES:
            self._server.script(echo)
            self._cli("ask", "--provider", name, "--json", f"Hello, {echo.__name__}")
        self._server.script(answers.wrong_key)
        self._cli("ask", "--provider", name, "--no-stream", "Hi")
        rows = json.loads(self._cli("conversations", "list", "--json")[1])
        for row in rows:
            self._cli("conversations", "show", row["id"], "--json")
        self._cli("doctor")
        self._cli("doctor", "--json")
        self._expect(self._cli("backup"), 0)
        self._expect(self._cli("key", "delete", name), 0)

    def _key_in_addresses(self, canary: Canary) -> None:
        """Somebody pastes a key where an address belongs. Arguments are the user's own doing."""
        address = self._server.url.replace("//", f"//me:{canary.key}@")
        asked = f"{self._server.url}?key={quote(canary.key, safe='')}"
        proxy = f"http://me:{quote(canary.key, safe='')}@127.0.0.1:1"
        self._cli("settings", "set", "providers.pasted.base_url", address, knows=True)
        self._cli("settings", "set", "providers.pasted.base_url", asked, knows=True)
        self._cli("ask", "--base-url", address, "--json", "Hi", knows=True)
        self._cli("ask", "--base-url", asked, "--json", "Hi", knows=True)
        self._cli("doctor", "--json", environment={"HTTPS_PROXY": proxy, "http_proxy": proxy})

    def _key_of_a_variable(self, canary: Canary) -> None:
        arguments = ("--base-url", self._server.url, "--key-env", "MY_KEY", "--json")
        self._cli("ask", *arguments, "Hi", environment={"MY_KEY": canary.key})
        self._server.script(echoed_by_an_error)
        self._cli("ask", *arguments, "--temporary", "Hi", environment={"MY_KEY": canary.key})

    def _bug_that_quotes_it(self, canary: Canary) -> None:
        self._figures.count("scenarios")
        command = [
            sys.executable, "-c", _BUGGY, "--data-dir", str(self._data_dir), "ask",
            "--base-url", self._server.url, "--key-env", "MY_KEY", "Hi",
        ]  # fmt: skip
        code, _, errors = self._run(command, environment={"MY_KEY": canary.key})
        assert code == 1
        assert "a bug that quotes" in errors

    def _children_of_the_local_model(self, canary: Canary) -> None:
        environment = {"OPENAI_API_KEY": canary.key, "MY_KEY": canary.key}
        self._cli("ask", "--provider", "local", "--json", "Hi", environment=environment)

    # In the window

    def _window_with_a_keyring(self, canary: Canary) -> None:
        self._figures.count("scenarios")
        program = self._window({})
        self._enter_key(program, canary)
        program.agent.press("Save")
        wait_for(lambda: not program.agent.find_all("Settings", "dialog"), "the dialog to close")
        program.ask("Who are you?")
        program.wait_for_reply("complete", count=2)
        self._server.script(echoed_by_an_error)
        program.ask("And now?")
        program.wait_for_reply("failed", count=4)
        program.agent.press("Details", role=None)
        self._note_window(program)
        assert program.quit() == 0
        self.outputs.append(("the window's output", program.output().encode()))
        self._expect(self._cli("key", "delete", "openai"), 0)

    def _window_without_a_keyring(self, canary: Canary) -> None:
        self._figures.count("scenarios")
        program = self._window({"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"})
        self._enter_key(program, canary)
        program.agent.press("Save")
        program.agent.press("Use until I quit")
        wait_for(lambda: not program.agent.find_all("Settings", "dialog"), "the dialog to close")
        program.ask("Who are you?")
        program.wait_for_reply("complete", count=2)
        assert self._server.chats[-1].headers["authorization"] == f"Bearer {canary.key}"
        self._note_window(program)
        assert program.quit() == 0

    def _bug_in_the_window(self, canary: Canary) -> None:
        self._figures.count("scenarios")
        self._cli("settings", "set", "providers.openai.base_url", self._server.url)
        self._expect(self._cli("key", "set", "openai", stdin=canary.key), 0)
        program = self._window({"PYTHONPATH": str(ROOT)}, python=("-c", _BUGGY))
        program.ask("Break, please")
        report = program.agent.find("Report", "text")
        assert "a bug that quotes" in program.agent.text(report)
        self._note_window(program)
        program.agent.press("Close")
        assert program.quit() == 0
        self.outputs.append(("the window's output", program.output().encode()))
        self._expect(self._cli("key", "delete", "openai"), 0)

    def _window(self, environment: dict[str, str], **how: tuple[str, ...]) -> Program:
        self._cli("settings", "set", "window.open_with", "new")
        self._cli("settings", "set", "providers.openai.base_url", self._server.url)
        self._cli("settings", "set", "chat.provider", "openai")
        environment = {**environment, "TMPDIR": str(self._temp)}
        program = Program(self._desktop, self._data_dir, environment=environment, **how)
        program.agent.find("Message")
        return program

    def _enter_key(self, program: Program, canary: Canary) -> None:
        """Types the key into the dialog and tests it, with a service that repeats it."""
        agent = program.agent
        agent.press("Settings")
        agent.find("Settings", "dialog")
        row = agent.find("Providers & keys", ["list item", "table cell"], starts=True)
        agent.call("select", ref=row["ref"])
        agent.set_text("API key", canary.key)
        self._server.reset_records()
        self._server.script(echoed_by_an_error)
        agent.press("Test connection")
        self._server.wait_for_chats(1)
        agent.find("Test connection", "push button")
        self._note_window(program)

    def _note_window(self, program: Program) -> None:
        """All that assistive technology can read, above all from the field for the key."""
        seen = program.agent.find_all(showing=False)
        texts = []
        for thing in seen:
            if thing["role"] in ("text", "password text", "entry"):
                texts.append(program.agent.text(thing))
        self.outputs.append(("the window", json.dumps([seen, texts]).encode()))
        # The database's log is there only while it is open.
        for path, content in files_under(self._data_dir, self._temp):
            self.outputs.append((f"{path.name}, window open", content))

    # How

    def _cli(
        self,
        *arguments: str,
        stdin: str = "",
        environment: dict[str, str] | None = None,
        knows: bool = False,
    ) -> tuple[int, str, str]:
        self._figures.count("scenarios")
        command = [sys.executable, "-m", "desktop_assistant", "--data-dir", str(self._data_dir)]
        environment = environment or {}
        return self._run([*command, *arguments], stdin, environment, knows=knows)

    def _run(
        self,
        command: list[str],
        stdin: str = "",
        environment: dict[str, str] | None = None,
        *,
        knows: bool = False,
    ) -> tuple[int, str, str]:
        process = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._desktop.environment
            | {"PYTHONPATH": str(ROOT), "TMPDIR": str(self._temp)}
            | (environment or {}),
        )  # fmt: skip
        if environment:
            self._witness.may_know.add(process.pid)
        if knows:
            self._witness.may_be_told.add(process.pid)
        with process:
            try:
                out, err = process.communicate(stdin, timeout=PATIENCE_S)
            finally:
                process.kill()
        said = " ".join(command[4:8])
        self.outputs += [(f"output of {said}", out.encode()), (f"errors of {said}", err.encode())]
        return process.returncode, out, err

    def _expect(self, result: tuple[int, str, str], code: int) -> None:
        assert result[0] == code, result[1:]


def let_canaries_fly(folder: Path, *, quick: bool = False) -> Figures:
    """Runs the scenarios and looks everywhere."""
    shaped = Canary("shaped", "sk-canary-", "Zz9q")
    odd = Canary("odd", "Qy/+", "=%7Zz9q")
    figures = Figures("Canary keys: scenarios, then a look everywhere")
    for name in ("scenarios", "files looked into", "processes looked at", "canary hits"):
        figures.count(name, 0)
    with (
        Witness([shaped, odd]) as witness,
        Desktop(folder, keyring=True) as desktop,
    ):
        scenarios = Scenarios(desktop, folder, witness, figures)
        scenarios.run(shaped, odd, quick=quick)
    figures.count("processes looked at", len(witness.processes))
    for hit in witness.hits:
        figures.fault("canary hits", hit)
    contents = [*scenarios.outputs]
    contents += [(os.fspath(path), content) for path, content in files_under(folder)]
    figures.count("files looked into", len(contents) - len(scenarios.outputs))
    figures.count("outputs looked into", len(scenarios.outputs))
    for place, content in contents:
        for canary in (shaped, odd):
            for form in canary.found_in(content):
                figures.fault("canary hits", f"{place}: {form}")
    return figures
