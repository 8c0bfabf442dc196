from desktop_assistant.chat.diagnosis import FindingState, diagnose
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.conversation_store import OpenReport, StoreHealth
from desktop_assistant.ports.local_model import LocalModelState, LocalModelStatus
from desktop_assistant.ports.secret_store import KeyringState, KeyringStatus
from tests.fakes.assembly import Parts, running
from tests.fakes.memory_secrets import MemorySecrets
from tests.fakes.memory_store import MemoryStore
from tests.fakes.no_local_model import NoLocalModel


async def findings(parts):
    async with running(parts) as app:
        return {f.name: f for f in await diagnose(app.controller, OpenReport())}


async def test_a_keyring_without_a_known_problem_is_still_told():
    class Odd(MemorySecrets):
        async def status(self):
            return KeyringStatus(KeyringState.LOCKED, "Odd")

    found = await findings(Parts(secrets=Odd()))
    assert found["keyring"].state is FindingState.WARNING
    assert "locked" in found["keyring"].summary


async def test_a_big_library_is_told_in_megabytes():
    class Big(MemoryStore):
        async def health(self):
            return StoreHealth(None, 1, "3.54", "ok", 5, 9, 123_400_000, 0)

    found = await findings(Parts(store=Big()))
    assert "123.4 MB" in found["database"].summary


async def test_a_local_model_without_a_reason_is_not_installed():
    class Silent(NoLocalModel):
        @property
        def status(self):
            return LocalModelStatus(LocalModelState.NOT_INSTALLED, "Tiny", None)

    found = await findings(Parts(local_model=Silent()))
    assert found["local model"].state is FindingState.WARNING


async def test_a_library_that_cannot_be_opened_is_the_finding():
    async with running() as app:
        error = problem(ProblemCode.STORAGE_NEWER, known="1", found="2", path="x").info
        found = {f.name: f for f in await diagnose(app.controller, error)}
        assert found["database"].state is FindingState.PROBLEM
