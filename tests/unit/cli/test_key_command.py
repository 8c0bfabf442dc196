"""``key``: keys go into the keyring and never come out."""

import asyncio
import os
import signal

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.secret_store import KeyringState, StoredKey
from tests.fakes.memory_secrets import MemorySecrets

KEY = "sk-proj-0123456789abcdWXYZ"


async def test_a_piped_key_is_kept_for_its_origin(terminal):
    terminal.parts.settings.values["providers.acme.base_url"] = "https://acme.example:8443/v1"
    outcome = await terminal.run("key", "set", "acme", stdin=f"  {KEY} \nsecond line\n".encode())
    assert (outcome.code, outcome.out) == (0, "")
    assert "is in the keyring; only https://acme.example:8443/v1 gets it" in outcome.err
    assert KEY not in outcome.err
    kept = await terminal.parts.secrets.get("acme")
    assert (kept.secret.reveal(), kept.origin) == (KEY, "https://acme.example:8443")
    assert not kept.session_only


@pytest.fixture
def keyboard():
    """A terminal: what is typed at it, and the end that the program reads."""
    pty = pytest.importorskip("pty")
    keys, screen = pty.openpty()
    yield keys, screen
    os.close(keys)


async def asked_for_key(terminal, keyboard, typed, capsys):
    """Runs ``key set`` on a terminal; ``typed`` is done once the prompt stands there."""
    import termios

    _, screen = keyboard
    before = termios.tcgetattr(screen)
    echo = []

    async def type_when_asked():
        while "not shown" not in capsys.readouterr().err:
            await asyncio.sleep(0)
        echo.append(termios.tcgetattr(screen)[3] & termios.ECHO)
        typed()

    with os.fdopen(os.dup(screen)) as stdin:
        outcome, _ = await asyncio.gather(
            terminal.run("key", "set", "openai", stdin=stdin, is_stdin_tty=True),
            type_when_asked(),
        )
    assert echo == [0], "what is typed is not shown"
    assert termios.tcgetattr(screen) == before
    os.close(screen)
    return outcome


async def test_a_typed_key_is_not_shown(terminal, keyboard, capsys):
    outcome = await asked_for_key(
        terminal, keyboard, lambda: os.write(keyboard[0], f"{KEY}\n".encode()), capsys
    )
    assert outcome.code == 0
    assert (await terminal.parts.secrets.get("openai")).secret.reveal() == KEY


async def test_the_end_of_input_is_no_key(terminal, keyboard, capsys):
    outcome = await asked_for_key(
        terminal, keyboard, lambda: os.write(keyboard[0], b"\x04"), capsys
    )
    assert outcome.code == 2
    assert "No key was given" in outcome.err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
async def test_a_signal_at_the_prompt_leaves_everything_as_it_was(
    terminal, keyboard, capsys, number, code
):
    before = signal.getsignal(number)
    outcome = await asked_for_key(terminal, keyboard, lambda: os.kill(os.getpid(), number), capsys)
    assert outcome.code == code
    assert signal.getsignal(number) is before
    assert (await terminal.parts.secrets.get("openai")).secret.reveal() == "sk-test"


@pytest.mark.parametrize("words", [(KEY,), ("secret-of-no-known-shape",), ("two", KEY)])
async def test_a_key_in_the_command_line_is_refused_and_not_repeated(terminal, words):
    outcome = await terminal.run("key", "set", "openai", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "never taken from the command line" in outcome.err
    assert not any(f"{word}" in outcome.err for word in words if len(word) > 8)
    assert (await terminal.parts.secrets.get("openai")).secret.reveal() == "sk-test"


async def test_what_was_done_is_told_to_scripts(terminal):
    kept = await terminal.run("key", "set", "openai", "--json", stdin=KEY.encode())
    assert kept.json == {"provider": "openai", "saved": True}
    deleted = [await terminal.run("key", "delete", "openai", "--json") for _ in range(2)]
    assert [d.json for d in deleted] == [
        {"provider": "openai", "deleted": True},
        {"provider": "openai", "deleted": False},
    ]


async def test_the_first_key_makes_its_provider_the_usual_one(terminal):
    terminal.parts.settings.values.clear()
    outcome = await terminal.run("key", "set", "openai", stdin=KEY.encode())
    assert "New conversations now use OpenAI." in outcome.err
    assert terminal.parts.settings.values["chat.provider"] == "openai"
    outcome = await terminal.run("key", "set", "openai", stdin=KEY.encode())
    assert "New conversations" not in outcome.err


@pytest.mark.parametrize(
    ("provider", "stdin", "words"),
    [
        ("openai", b"", "No key was given"),
        ("openai", b"\n", "No key was given"),
        ("openai", b"  \n", "No key was given"),
        ("openai", b"two words", "There is a space in it"),
        ("openai", "sk-…7Qd4".encode(), "It is shortened"),
        ("openai", "schlüssel-schlüssel".encode(), "signs in it that no key has"),
        ("local", KEY.encode(), "The built-in model takes no key"),
        ("nobody", KEY.encode(), "There is no provider called nobody"),
        ("empty", KEY.encode(), "desktop-assistant settings set providers.empty.base_url URL"),
    ],
)
async def test_what_can_be_no_key_is_refused(terminal, provider, stdin, words):
    terminal.parts.settings.values["providers.empty.model"] = "m"
    terminal.parts.secrets = MemorySecrets()
    outcome = await terminal.run("key", "set", provider, stdin=stdin)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert KEY not in outcome.err
    assert (await terminal.parts.secrets.status()).providers == ()


async def test_delete_forgets(terminal):
    outcome = await terminal.run("key", "delete", "openai")
    assert (outcome.code, outcome.err) == (0, "The key for OpenAI was deleted.\n")
    outcome = await terminal.run("key", "delete", "openai")
    assert (outcome.code, outcome.err) == (0, "There was no key for OpenAI.\n")


async def test_status_shows_no_more_than_four_characters(terminal):
    await terminal.run("key", "set", "openai", stdin=KEY.encode())
    outcome = await terminal.run("key", "status", "--json")
    assert outcome.json == {
        "state": "ready",
        "backend": "Memory",
        "problem": None,
        "providers": [
            {
                "provider": "openai",
                "key": "stored",
                "last4": "WXYZ",
                "origin": "https://api.openai.com:443",
                "session_only": False,
                "variables": [],
            }
        ],
    }
    outcome = await terminal.run("key", "status")
    assert outcome.out == (
        "Keyring: Memory\nopenai: key ends in WXYZ, for https://api.openai.com:443\n"
    )


async def test_a_short_key_shows_nothing_of_itself(terminal):
    outcome = await terminal.run("key", "status")
    assert "openai: key is there, for" in outcome.out


async def test_no_keyring_is_a_failure_with_advice(terminal):
    terminal.parts.secrets.trouble = problem(ProblemCode.KEYRING_ABSENT)
    for arguments in (("set", "openai"), ("delete", "openai")):
        outcome = await terminal.run("key", *arguments, stdin=KEY.encode())
        assert outcome.code == 4
        assert "There is no keyring on this computer. A key can be used" in outcome.err
        assert "--key-env" in outcome.err
    outcome = await terminal.run("key", "status", "--json")
    assert outcome.code == 0
    assert (outcome.json["state"], outcome.json["problem"]["kind"]) == ("absent", "keyring")
    outcome = await terminal.run("key", "status")
    assert "There is no keyring on this computer" in outcome.err
    assert outcome.out == ("Keyring: Memory (absent)\nopenai: no key, as there is no keyring\n")


@pytest.mark.parametrize(
    ("code", "state", "word", "sentence"),
    [
        (ProblemCode.KEYRING_LOCKED, KeyringState.LOCKED, "locked", "the keyring is locked"),
        (ProblemCode.KEYRING_UNSAFE, KeyringState.UNSAFE, "unsafe", "the keyring is not safe"),
        (ProblemCode.KEYRING_SLOW, KeyringState.FAILED, "unknown", "could not be asked"),
    ],
)
async def test_a_keyring_that_cannot_be_read_is_told_for_each_provider(
    terminal, code, state, word, sentence
):
    terminal.parts.settings.values |= {
        "providers.acme.base_url": "https://acme.example/v1",
        "providers.box.base_url": "http://127.0.0.1:1/v1",
        "providers.box.needs_key": False,
    }
    await terminal.parts.secrets.set(
        ProviderId("acme"), StoredKey(Secret(KEY), "https://acme.example:443", session_only=True)
    )
    terminal.parts.secrets.trouble = problem(code, backend="Memory")
    terminal.parts.secrets.state_in_trouble = state
    outcome = await terminal.run("key", "status", "--json")
    assert (outcome.code, outcome.json["state"]) == (0, state.value)
    assert [(row["provider"], row["key"]) for row in outcome.json["providers"]] == [
        ("openai", word),
        ("acme", "session"),
    ]
    outcome = await terminal.run("key", "status")
    assert f"Keyring: Memory ({state.value})\nopenai: " in outcome.out
    assert sentence in outcome.out
    assert "No provider has a key" not in outcome.out


async def test_keys_in_the_environment_are_offered_by_name(terminal):
    terminal.parts.secrets = MemorySecrets()
    assert (await terminal.run("key", "status")).out == "Keyring: Memory\nopenai: no key\n"
    terminal.environ = {"OPENAI_API_KEY": KEY, "CHAT_GPT_API_KEY": " "}
    outcome = await terminal.run("key", "status")
    assert outcome.err == (
        "OPENAI_API_KEY is set: ask and chat send it to openai with --key-env OPENAI_API_KEY\n"
    )
    outcome = await terminal.run("key", "status", "--json")
    (row,) = outcome.json["providers"]
    assert (row["key"], row["last4"], row["variables"]) == ("none", None, ["OPENAI_API_KEY"])
    outcome = await terminal.run("ask", "Hi")
    assert outcome.code == 4
    assert outcome.err.endswith("OPENAI_API_KEY is set. To use it: --key-env OPENAI_API_KEY\n")
    assert KEY not in outcome.err
    assert (await terminal.run("ask", "--key-env", "OPENAI_API_KEY", "Hi")).out == "HI\n"
