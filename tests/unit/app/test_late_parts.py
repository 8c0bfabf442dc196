import threading

import pytest

from desktop_assistant.app.late import LateLocalModel, LateModelClient, LateSecretStore
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.local_model import LocalModelOptions, LocalModelState
from desktop_assistant.ports.model_client import ChatTurn, Endpoint, ModelRequest
from desktop_assistant.ports.secret_store import StoredKey
from tests.fakes.memory_secrets import MemorySecrets
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.scripted_model import ScriptedModel, answer


def never():
    pytest.fail("made without being used")


async def test_what_was_not_used_is_not_made_to_be_closed():
    await LateModelClient(never).close()
    await LateSecretStore(never).close()
    local = LateLocalModel(never)
    local.configure(LocalModelOptions(threads=2))
    await local.stop()


async def test_the_model_client_is_made_once_and_forwards():
    made = []

    def make():
        made.append(ScriptedModel(answer("hi"), models=("a",)))
        return made[-1]

    late = LateModelClient(make)
    endpoint = Endpoint("x", "http://127.0.0.1:1/v1")
    await late.load()
    request = ModelRequest(endpoint, "a", (ChatTurn("user", "q"),))
    events = [event async for event in late.stream(request)]
    assert events
    assert [m.id for m in await late.list_models(endpoint)] == ["a"]
    await late.close()
    assert len(made) == 1
    assert made[0].is_closed


async def test_the_keyring_is_made_at_its_first_use():
    secrets = MemorySecrets()
    late = LateSecretStore(lambda: secrets)
    key = StoredKey(Secret("sk-0123456789"), "https://x:443")
    await late.set(ProviderId("x"), key)
    assert await late.get(ProviderId("x")) == key
    assert (await late.status()).providers == ("x",)
    assert await late.delete(ProviderId("x"))
    await late.close()
    assert secrets.is_closed


async def test_the_built_in_model_gets_the_newest_options():
    model = PretendLocalModel()
    late = LateLocalModel(lambda: model)
    late.configure(LocalModelOptions(threads=1))
    late.configure(LocalModelOptions(threads=2))
    assert late.status.state is LocalModelState.IDLE
    assert model.options.threads == 2
    late.configure(LocalModelOptions(threads=3))
    assert model.options.threads == 3
    assert (await late.endpoint()).base_url
    assert late.status.state is LocalModelState.READY
    await late.stop()
    assert model.is_stopped


async def test_the_built_in_models_code_is_loaded_off_the_loops_thread_and_only_once():
    threads = []

    def make():
        threads.append(threading.current_thread())
        return PretendLocalModel()

    late = LateLocalModel(make)
    late.configure(LocalModelOptions(threads=4))
    await late.load()
    assert threads[0] is not threading.main_thread()
    assert late.status.state is LocalModelState.IDLE
    await late.load()
    assert threads[1:] == [threading.main_thread()]  # the one that is used
