"""Keys on backends of the library ``keyring``: kept, read back, refused, never shown."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import keyring
import pytest
from keyring import errors
from keyring.backends import fail, null

from desktop_assistant.adapters.keyring_secrets.backends import WINDOWS_LIMIT, Backend
from desktop_assistant.adapters.keyring_secrets.store import SERVICE, USERNAME, KeyringSecrets
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ProblemCode
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.secret_store import KeyringState, StoredKey
from tests.integration.keyring.fake_backends import (
    Clinging,
    Failing,
    Forgetful,
    Keeping,
    Quoting,
    Waiting,
    after,
)

OPENAI, OTHER = ProviderId("openai"), ProviderId("other")
CANARY = "sk-canary-0123456789abcdef"
ROOT = Path(__file__).resolve().parents[3]
KEY = StoredKey(Secret(CANARY), "https://api.openai.com:443")
OTHER_KEY = StoredKey(Secret("other-key-abcdef"), "http://localhost:8080")
SESSION_KEY = StoredKey(Secret("session-key-abcdef"), "https://h:443", session_only=True)

Open = Callable[..., KeyringSecrets]


@pytest.fixture
async def open_secrets() -> AsyncIterator[Open]:
    opened: list[KeyringSecrets] = []

    def open_on(backend: Backend, limit_s: float = 20) -> KeyringSecrets:
        opened.append(KeyringSecrets(after(backend), limit_s=limit_s))
        return opened[-1]

    yield open_on
    for secrets in opened:
        await secrets.close()


async def trouble(secrets: KeyringSecrets, *, key: StoredKey = KEY) -> ErrorInfo:
    with pytest.raises(AssistantError) as caught:
        await secrets.set(OPENAI, key)
    return caught.value.info


async def test_keys_are_kept_in_one_item_with_their_origins(open_secrets: Open) -> None:
    backend = Keeping()
    secrets = open_secrets(backend)

    await secrets.set(OPENAI, KEY)
    await secrets.set(OTHER, OTHER_KEY)

    assert [*backend.kept] == [("desktop-assistant", "keys")]
    assert json.loads(backend.kept[SERVICE, USERNAME]) == {
        "openai": {"key": CANARY, "origin": "https://api.openai.com:443"},
        "other": {"key": "other-key-abcdef", "origin": "http://localhost:8080"},
    }
    again = open_secrets(backend)
    assert await again.get(OPENAI) == KEY
    assert await again.get(OTHER) == OTHER_KEY


async def test_nothing_is_touched_before_the_first_use_and_never_by_the_caller(
    open_secrets: Open,
) -> None:
    loaded: list[int] = []
    backend = Keeping()

    def load() -> Backend:
        loaded.append(threading.get_ident())
        return backend

    secrets = KeyringSecrets(load)
    assert loaded == []

    await secrets.set(OPENAI, KEY)
    await secrets.get(OTHER)
    await secrets.delete(OPENAI)
    await secrets.close()

    assert len(loaded) == 1
    assert backend.threads == {loaded[0]}
    assert loaded[0] != threading.get_ident()


async def test_the_item_is_read_once_and_again_only_for_what_is_not_known(
    open_secrets: Open,
) -> None:
    backend = Keeping()
    await open_secrets(backend).set(OPENAI, KEY)
    backend.calls.clear()
    secrets = open_secrets(backend)

    for _ in range(5):
        assert await secrets.get(OPENAI) == KEY
    assert backend.calls == ["get"]

    assert await secrets.get(OTHER) is None
    await open_secrets(backend).set(OTHER, OTHER_KEY)  # by another process
    assert await secrets.get(OTHER) == OTHER_KEY


async def test_another_process_changes_are_not_undone(open_secrets: Open) -> None:
    backend = Keeping()
    window, terminal = open_secrets(backend), open_secrets(backend)
    await window.get(OPENAI)

    await terminal.set(OTHER, OTHER_KEY)
    await window.set(OPENAI, KEY)
    await terminal.delete(OTHER)

    status = await window.status()
    assert status.providers == (OPENAI,)
    assert await window.get(OTHER) is None


async def test_deleting(open_secrets: Open) -> None:
    backend = Keeping()
    secrets = open_secrets(backend)
    await secrets.set(OPENAI, KEY)
    await secrets.set(OTHER, OTHER_KEY)

    assert await secrets.delete(OPENAI) is True
    assert await secrets.delete(OPENAI) is False
    assert await secrets.get(OPENAI) is None
    assert CANARY not in backend.kept[SERVICE, USERNAME]
    assert await secrets.delete(OTHER) is True
    assert backend.kept == {}, "an empty item is not left behind"


async def test_a_key_of_this_session_is_in_memory_only(open_secrets: Open) -> None:
    backend = Keeping()
    secrets = open_secrets(backend)
    await secrets.set(OPENAI, KEY)
    before = dict(backend.kept)

    await secrets.set(OPENAI, SESSION_KEY)
    await secrets.set(OTHER, SESSION_KEY)

    assert backend.kept == before
    assert await secrets.get(OPENAI) == await secrets.get(OTHER) == SESSION_KEY
    assert (await secrets.status()).providers == (OPENAI, OTHER)
    await secrets.set(OTHER, OTHER_KEY)
    assert await secrets.get(OTHER) == OTHER_KEY, "a stored key takes its place"
    assert await secrets.delete(OPENAI) is True
    assert await secrets.get(OPENAI) is None
    assert await open_secrets(backend).get(OTHER) == OTHER_KEY


@pytest.mark.parametrize("kept", ["no json", "[1]", "", "[" * 100_000])
async def test_a_damaged_item_counts_as_empty(open_secrets: Open, kept: str) -> None:
    backend = Keeping()
    backend.kept[SERVICE, USERNAME] = kept
    secrets = open_secrets(backend)

    assert await secrets.get(OPENAI) is None
    await secrets.set(OPENAI, KEY)
    assert await open_secrets(backend).get(OPENAI) == KEY


async def test_entries_of_a_newer_version_stay(open_secrets: Open) -> None:
    backend = Keeping()
    newer = {"other": {"key": {"parts": 2}}, "third": "text"}
    backend.kept[SERVICE, USERNAME] = json.dumps(newer)
    secrets = open_secrets(backend)

    assert await secrets.get(OTHER) is None
    await secrets.set(OPENAI, KEY)

    assert newer.items() <= json.loads(backend.kept[SERVICE, USERNAME]).items()


class Plaintext(Keeping):
    priority = 9.0


class HiddenPlaintext(Plaintext):
    """The base class gives it away."""


Plaintext.__name__ = "PlaintextKeyring"


class Alternative(Keeping):
    priority = 9.0


Alternative.__module__ = "keyrings.alt.file"


class NotRecommended(Keeping):
    priority = 0.5


class NotRunning(Keeping):
    @property
    def priority(self) -> float:
        raise RuntimeError("the daemon is not running")


class Chain(Keeping):
    """Asks its members in turn."""

    def __init__(self, *members: Backend) -> None:
        super().__init__()
        self.backends = members


Chain.__module__ = "keyring.backends.chainer"


@pytest.mark.parametrize(
    ("backend", "state", "name"),
    [
        (fail.Keyring(), KeyringState.ABSENT, "fail Keyring"),
        (NotRunning(), KeyringState.ABSENT, "NotRunning"),
        (Chain(), KeyringState.ABSENT, "Chain"),
        (null.Keyring(), KeyringState.UNSAFE, "null Keyring"),
        (Plaintext(), KeyringState.UNSAFE, "PlaintextKeyring"),
        (HiddenPlaintext(), KeyringState.UNSAFE, "HiddenPlaintext"),
        (Alternative(), KeyringState.UNSAFE, "Alternative"),
        (NotRecommended(), KeyringState.UNSAFE, "NotRecommended"),
        (Chain(null.Keyring(), Plaintext()), KeyringState.UNSAFE, "null Keyring"),
    ],
    ids=lambda value: type(value).__name__ if hasattr(value, "get_password") else None,
)
async def test_a_keyring_that_keeps_nothing_safe_is_refused_by_name(
    open_secrets: Open, backend: Backend, state: KeyringState, name: str
) -> None:
    secrets = open_secrets(backend)

    status = await secrets.status()
    problem = await trouble(secrets)

    assert status.state is state
    assert status.backend == ("Chain" if isinstance(backend, Chain) else name)
    assert status.problem == problem
    if state is KeyringState.UNSAFE:
        assert problem.code is ProblemCode.KEYRING_UNSAFE
        assert name in problem.title
    else:
        assert problem.code is ProblemCode.KEYRING_ABSENT
    assert not getattr(backend, "kept", None)


async def test_without_a_safe_keyring_keys_of_this_session_work(open_secrets: Open) -> None:
    secrets = open_secrets(null.Keyring())

    await secrets.set(OPENAI, SESSION_KEY)

    assert await secrets.get(OPENAI) == SESSION_KEY
    assert (await secrets.status()).providers == (OPENAI,)
    assert await secrets.delete(OPENAI) is True
    assert await secrets.delete(OPENAI) is False
    with pytest.raises(AssistantError):
        await secrets.get(OPENAI)


async def test_the_first_safe_member_of_a_chain_is_used(open_secrets: Open) -> None:
    safe = Keeping()
    secrets = open_secrets(Chain(Plaintext(), safe, Keeping()))

    await secrets.set(OPENAI, KEY)

    assert CANARY in safe.kept[SERVICE, USERNAME]
    assert (await secrets.status()).backend == "Keeping"


@pytest.mark.parametrize("error", [ImportError("no module x"), RuntimeError("not running")])
async def test_a_configured_keyring_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail_to_load() -> Backend:
        raise error

    monkeypatch.setattr(keyring, "get_keyring", fail_to_load)
    secrets = KeyringSecrets()

    status = await secrets.status()
    await secrets.close()

    assert status.state is KeyringState.ABSENT
    assert status.problem is not None
    assert status.problem.detail == str(error)


async def test_a_lost_write_is_noticed(open_secrets: Open) -> None:
    problem = await trouble(open_secrets(Forgetful()))

    assert problem.code is ProblemCode.KEYRING_LOST_WRITE
    assert "Forgetful" in problem.title


async def test_a_key_that_is_not_forgotten_is_noticed(open_secrets: Open) -> None:
    backend = Clinging()
    secrets = open_secrets(backend)
    await secrets.set(OPENAI, KEY)

    with pytest.raises(AssistantError) as caught:
        await secrets.delete(OPENAI)

    assert caught.value.info.code is ProblemCode.KEYRING_LOST_WRITE


def windows_error() -> Exception:
    error = OSError("the stub received bad data")
    error.winerror = 1783  # type: ignore[attr-defined]
    return error


LockedException = type("LockedException", (Exception,), {})
"""As the library ``secretstorage`` calls it."""


@pytest.mark.parametrize("only_writes", [False, True])
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.KeyringLocked("locked"), ProblemCode.KEYRING_LOCKED),
        (LockedException("locked"), ProblemCode.KEYRING_LOCKED),
        (errors.InitError("dismissed"), ProblemCode.KEYRING_DENIED),
        (errors.PasswordSetError("cancelled by user"), ProblemCode.KEYRING_DENIED),
        (errors.NoKeyringError("none"), ProblemCode.KEYRING_ABSENT),
        (OSError("bus gone"), ProblemCode.KEYRING_FAILED),
        (TimeoutError("bus slow"), ProblemCode.KEYRING_FAILED),
        (windows_error(), ProblemCode.KEY_TOO_LONG),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
async def test_faults_are_told_in_words(
    open_secrets: Open, error: Exception, code: ProblemCode, only_writes: bool
) -> None:
    backend = Failing(error, only_writes=only_writes)
    secrets = open_secrets(backend)

    problem = await trouble(secrets)

    assert problem.code is code
    assert backend.kept == {}
    if only_writes:
        assert await secrets.get(OPENAI) is None
    else:
        status = await secrets.status()
        assert status.problem == problem
        assert status.state not in (KeyringState.READY, KeyringState.UNSAFE)


async def test_a_key_too_long_for_windows(open_secrets: Open) -> None:
    class WinVaultKeyring(Keeping):
        pass

    WinVaultKeyring.__module__ = "keyring.backends.Windows"
    backend = WinVaultKeyring()
    secrets = open_secrets(backend)

    problem = await trouble(secrets, key=StoredKey(Secret("k" * WINDOWS_LIMIT), "https://h:443"))

    assert problem.code is ProblemCode.KEY_TOO_LONG
    assert str(WINDOWS_LIMIT) in problem.hint
    assert "set" not in backend.calls
    await secrets.set(OPENAI, KEY)
    await open_secrets(Keeping()).set(OPENAI, StoredKey(Secret("k" * 5000), "https://h:443"))


async def test_no_error_shows_a_key(open_secrets: Open) -> None:
    problem = await trouble(open_secrets(Quoting()))

    assert problem.detail is not None
    assert "PasswordSetError" in problem.detail
    assert CANARY not in problem.detail
    assert "canary" not in problem.detail


class TestAKeyringThatWaitsForAPerson:
    async def test_is_given_up_and_the_loop_goes_on(self, open_secrets: Open) -> None:
        backend = Waiting()
        secrets = open_secrets(backend, limit_s=0.05)
        ticks = 0
        waiting = True

        async def tick() -> None:
            nonlocal ticks
            while waiting:
                ticks += 1
                await asyncio.sleep(0.001)

        async with asyncio.TaskGroup() as group:
            group.create_task(tick())
            with pytest.raises(AssistantError) as caught:
                await secrets.get(OPENAI)
            waiting = False

        assert caught.value.info.code is ProblemCode.KEYRING_SLOW
        assert (await secrets.status()).state is KeyringState.FAILED
        assert ticks > 5
        backend.answer.set()

    async def test_stores_nothing_once_it_was_given_up(self, open_secrets: Open) -> None:
        backend = Waiting()
        secrets = open_secrets(backend, limit_s=0.05)
        problem = await trouble(secrets)  # under way when it is given up
        await trouble(secrets)  # its turn had not come

        backend.answer.set()
        patient = open_secrets(backend)
        while len(backend.calls) < 2:  # the first reading, and the one after no writing
            await asyncio.sleep(0.001)

        assert problem.code is ProblemCode.KEYRING_SLOW
        assert await patient.get(OPENAI) is None
        assert backend.calls.count("set") == 0

    async def test_works_again_when_it_has_answered(self, open_secrets: Open) -> None:
        backend = Waiting()
        secrets = open_secrets(backend, limit_s=0.05)
        with pytest.raises(AssistantError):
            await secrets.get(OPENAI)
        backend.answer.set()

        assert await secrets.get(OPENAI) is None
        assert (await secrets.status()).state is KeyringState.READY

    async def test_does_not_keep_the_app_from_quitting(self, open_secrets: Open) -> None:
        backend = Waiting()
        secrets = open_secrets(backend, limit_s=0.05)
        await trouble(secrets)

        await secrets.close()

        [thread] = [t for t in threading.enumerate() if t.name == "keyring" and t.is_alive()]
        assert thread.daemon
        backend.answer.set()


async def test_a_cancelled_caller_stores_nothing(open_secrets: Open) -> None:
    backend = Waiting()
    secrets = open_secrets(backend)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(secrets.set(OPENAI, KEY))
        await asyncio.sleep(0)
        task.cancel()

    backend.answer.set()

    assert await secrets.get(OPENAI) is None
    assert "set" not in backend.calls


def test_looking_for_a_keyring_starts_no_programs(tmp_path: Path) -> None:
    """They would inherit keys that stand in our environment."""
    script = (
        "import sys\n"
        "started = []\n"
        "sys.addaudithook(lambda name, args: started.append(args[0])"
        " if name in ('subprocess.Popen', 'os.system', 'os.posix_spawn') else None)\n"
        "from desktop_assistant.adapters.keyring_secrets.backends import system_backend\n"
        "print(system_backend(), started, file=sys.stderr)\n"
        "sys.exit(len(started))\n"
    )
    environment = os.environ | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
