"""``doctor``: what works here, and what to do about what does not."""

import json
import os

import pytest

from desktop_assistant import __version__
from desktop_assistant.chat.diagnosis import Finding, FindingState
from desktop_assistant.cli.computer import (
    clock_finding,
    data_folder_finding,
    disk_finding,
    key_variables_finding,
    lock_finding,
    proxies_finding,
)
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.conversation_store import OpenReport, StoreHealth
from desktop_assistant.ports.local_model import LocalModelState, LocalModelStatus
from tests.fakes.memory_secrets import MemorySecrets
from tests.fakes.no_local_model import NoLocalModel, PretendLocalModel


async def findings(terminal):
    outcome = await terminal.run("doctor", "--json")
    report = outcome.json
    assert list(report) == ["version", "findings"]
    assert report["version"] == __version__
    assert all(list(row) == ["name", "state", "summary", "hint"] for row in report["findings"])
    return outcome.code, {row["name"]: row for row in report["findings"]}


@pytest.fixture
def healthy(terminal, tmp_path):
    tmp_path.chmod(0o700)
    terminal.data_dir = tmp_path
    terminal.parts.local_model = PretendLocalModel()
    return terminal


async def test_all_is_well(healthy):
    code, rows = await findings(healthy)
    assert code == 0
    assert {row["state"] for row in rows.values()} == {"ok"}
    assert set(rows) == {
        "settings", "keyring", "database", "provider openai", "local model", "data folder",
        "disk", "lock", "key variables", "clock", "proxies",
    }  # fmt: skip
    assert rows["keyring"]["summary"] == "Memory works and holds 1 key."
    assert rows["provider openai"]["summary"].endswith("has a key in the keyring.")
    assert "sk-test" not in json.dumps(rows)


async def test_it_reads_well(healthy):
    healthy.findings = [Finding("display", FindingState.WARNING, "No display\x1b.", "Use chat.")]
    outcome = await healthy.run("doctor")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == f"Desktop Assistant {__version__}"
    assert "ok       keyring          Memory works and holds 1 key." in lines
    assert lines[-2:] == ["warning  display          No display␛.", " " * 26 + "Use chat."]


async def test_what_is_missing_is_a_warning(healthy):
    healthy.parts.secrets.trouble = problem(ProblemCode.KEYRING_ABSENT)
    healthy.parts.local_model = NoLocalModel()
    bad = problem(ProblemCode.BAD_SETTING, key="k", value="v", expected="It must be so.").info
    healthy.parts.settings.problems = (bad,)
    code, rows = await findings(healthy)
    assert code == 0
    for name in ("keyring", "local model", "settings", "provider openai"):
        assert rows[name]["state"] == "warning", name
        assert rows[name]["hint"], name
    assert "no key" in rows["provider openai"]["summary"]


async def test_a_broken_library_is_a_problem(healthy):
    healthy.parts.store.failing["open"] = problem(ProblemCode.STORAGE_FAILED, detail="disk I/O")
    code, rows = await findings(healthy)
    assert code == 4
    assert rows["database"]["state"] == "problem"
    assert "disk I/O" in rows["database"]["summary"]
    del healthy.parts.store.failing["open"]
    healthy.parts.store.failing["health"] = problem(ProblemCode.STORAGE_BUSY)
    assert (await findings(healthy))[0] == 4
    del healthy.parts.store.failing["health"]
    notice = problem(ProblemCode.STORAGE_READ_ONLY, path="/x").info
    healthy.parts.store.open_report = OpenReport(notice=notice)
    assert (await findings(healthy))[1]["database"]["state"] == "problem"


async def test_damage_found_by_the_check_is_a_problem(healthy):
    async def health():
        return StoreHealth(None, 1, "3", "row 7 missing from index", 1, 2, 3, 4)

    healthy.parts.store.health = health
    code, rows = await findings(healthy)
    assert code == 4
    assert "row 7 missing" in rows["database"]["summary"]


async def test_providers_are_told_one_by_one(healthy):
    healthy.parts.secrets = MemorySecrets(
        moved=("sk-1", "https://old.example:443"), plain=("sk-2", "http://plain.example:80")
    )
    healthy.parts.settings.values = {
        "chat.provider": "gone",
        "providers.moved.base_url": "https://new.example/v1",
        "providers.plain.base_url": "http://plain.example/v1",
        "providers.free.base_url": "http://127.0.0.1:8080/v1",
        "providers.free.needs_key": False,
        "providers.bare.model": "m",
    }
    code, rows = await findings(healthy)
    assert code == 0
    states = {n.removeprefix("provider "): r["state"] for n, r in rows.items() if "provider" in n}
    assert states == {
        "providers": "warning", "openai": "ok", "moved": "warning", "plain": "warning",
        "free": "ok", "bare": "warning",
    }  # fmt: skip
    assert "gone, does not exist" in rows["providers"]["summary"]
    assert "given for https://old.example:443" in rows["provider moved"]["summary"]
    assert "unprotected" in rows["provider plain"]["summary"]
    assert "settings set providers.bare.base_url" in rows["provider bare"]["hint"]


async def test_a_local_model_that_fails_is_a_problem(healthy):
    class Broken(NoLocalModel):
        @property
        def status(self):
            bad = problem(ProblemCode.LOCAL_MODEL_FILE_BAD, path="/m.gguf").info
            return LocalModelStatus(LocalModelState.FAILED, "Tiny", None, bad)

    healthy.parts.local_model = Broken()
    code, rows = await findings(healthy)
    assert (code, rows["local model"]["state"]) == (4, "problem")


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_an_open_folder_is_a_warning(tmp_path):
    tmp_path.chmod(0o755)
    finding = data_folder_finding(tmp_path)
    assert finding.state is FindingState.WARNING
    assert "chmod 700" in finding.hint


def test_a_folder_that_is_not_there_is_a_problem(tmp_path):
    finding = data_folder_finding(tmp_path / "none")
    assert finding.state is FindingState.PROBLEM
    assert "No such file" in finding.summary


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "cannot be written" in data_folder_finding(tmp_path).summary


@pytest.mark.parametrize(
    ("free", "state"), [(1_000_000, "problem"), (100_000_000, "warning"), (10**9, "ok")]
)
def test_space_runs_out_by_degrees(tmp_path, monkeypatch, free, state):
    class Usage:
        pass

    Usage.free = free
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage)
    assert disk_finding(tmp_path).state == state


def test_a_disk_that_does_not_tell_is_a_warning(tmp_path):
    assert "No such file" in disk_finding(tmp_path / "none").summary


def test_other_processes_on_the_folder_are_counted(tmp_path):
    locks = tmp_path / "locks"
    assert lock_finding(tmp_path).state is FindingState.OK
    locks.mkdir()
    for name, words in (("a", "No other process"), ("b", "Another process"), ("c", "2 other")):
        (locks / f"{name}.lock").touch()
        assert words in lock_finding(tmp_path).summary


def test_keys_in_the_environment_are_named_and_not_shown():
    assert "no key we know of" in key_variables_finding({"OPENAI_API_KEY": " "}).summary
    finding = key_variables_finding({"OPENAI_API_KEY": "sk-1", "CHAT_GPT_API_KEY": "sk-2"})
    assert finding.summary == "Set, and not used by itself: OPENAI_API_KEY, CHAT_GPT_API_KEY."
    assert "--key-env OPENAI_API_KEY" in finding.hint


@pytest.mark.parametrize(
    ("now", "state"), [(0, "warning"), (1_795_505_668, "ok"), (5_000_000_000, "warning")]
)
def test_a_clock_that_cannot_be_right_is_told(now, state):
    assert clock_finding(now).state == state


def test_no_proxy_is_well():
    assert proxies_finding({"PATH": "/bin", "HTTPS_PROXY": " "}).summary == (
        "The environment names no proxy."
    )


def test_proxies_are_told_without_their_passwords():
    finding = proxies_finding(
        {
            "https_proxy": "http://me:s3cret@proxy.example:3128",
            "ALL_PROXY": "socks5h://a:p@ss@10.0.0.1:1080",
            "NO_PROXY": "localhost,.example.org",
        }
    )
    assert finding.state is FindingState.OK
    assert "s3cret" not in finding.summary
    assert "p@ss" not in finding.summary
    assert "https_proxy=http://***@proxy.example:3128" in finding.summary
    assert "ALL_PROXY=socks5h://***@10.0.0.1:1080" in finding.summary
    assert "NO_PROXY=localhost,.example.org" in finding.summary


@pytest.mark.parametrize("value", ["ftp://x:1", "http://", "http://x:99999", "http://[bad"])
def test_a_proxy_that_is_none_is_a_warning(value):
    finding = proxies_finding({"http_proxy": value})
    assert finding.state is FindingState.WARNING
    assert "http_proxy is no usable proxy address" in finding.summary
