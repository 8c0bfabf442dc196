import pytest

from desktop_assistant.chat.keys import KeyFault, KeyringState, fault_of
from desktop_assistant.domain.errors import AssistantError, InvalidInputError, ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from tests.fakes.assembly import Parts, running
from tests.fakes.memory_secrets import MemorySecrets
from tests.fakes.memory_settings import MemorySettings

OPENAI = ProviderId("openai")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (" sk-proj-0123_45 \n", None),
        ("a\nb", KeyFault.SEVERAL_LINES),
        ("sk-…7Qd4", KeyFault.SHORTENED),
        ("sk-***", KeyFault.SHORTENED),
        ("my key", KeyFault.SPACES),
        ("ключ", KeyFault.STRANGE_SIGNS),
    ],
)
def test_what_can_be_no_key_is_said_at_once(text, fault):
    assert fault_of(text) is fault


def parts_without_keys():
    return Parts(secrets=MemorySecrets(), settings=MemorySettings())


async def test_the_first_key_makes_its_provider_the_one_in_use():
    async with running(parts_without_keys()) as app:
        await app.controller.keys.save(OPENAI, "  sk-0123456789ab ")
        assert app.controller.settings.current.chosen() == {"chat.provider": "openai"}
        known = await app.controller.keys.known()
        info = known.by_provider[OPENAI]
        assert (info.last4, info.origin) == ("89ab", "https://api.openai.com:443")
        assert not info.session_only
        assert await app.controller.keys.delete(OPENAI)
        assert not await app.controller.keys.delete(OPENAI)
        assert (await app.controller.keys.known()).by_provider == {}


async def test_a_choice_of_the_user_stays():
    async with running(parts_without_keys()) as app:
        app.controller.settings.change({"chat.provider": "local"})
        await app.controller.keys.save(OPENAI, "sk-0123456789ab", session_only=True)
        assert app.controller.settings.current.chosen() == {"chat.provider": "local"}
        assert (await app.controller.keys.known()).by_provider[OPENAI].session_only
        with pytest.raises(InvalidInputError):
            await app.controller.keys.save(ProviderId("nope"), "x")


async def test_a_keyring_in_trouble_is_told_and_changes_nothing():
    async with running(parts_without_keys()) as app:
        app.parts.secrets.trouble = problem(ProblemCode.KEYRING_ABSENT)
        with pytest.raises(AssistantError):
            await app.controller.keys.save(OPENAI, "sk-0123456789ab")
        assert app.controller.settings.current.chosen() == {}
        assert (await app.controller.keys.known()).keyring.state is KeyringState.ABSENT


async def test_a_keyring_that_fails_between_two_looks_is_told_too():
    class Moody(MemorySecrets):
        async def get(self, provider_id):
            raise problem(ProblemCode.KEYRING_LOCKED)

    secrets = Moody(openai=("sk-0123456789ab", "https://api.openai.com:443"))
    async with running(Parts(secrets=secrets)) as app:
        known = await app.controller.keys.known()
        assert known.keyring.state is KeyringState.FAILED
        assert known.by_provider == {}


async def test_a_key_that_vanished_between_two_looks_is_passed_over():
    class Forgetful(MemorySecrets):
        async def get(self, provider_id):
            return None

    secrets = Forgetful(openai=("sk-0123456789ab", "https://api.openai.com:443"))
    async with running(Parts(secrets=secrets)) as app:
        assert (await app.controller.keys.known()).by_provider == {}


async def test_a_prompt_can_be_looked_at_before_it_is_saved():
    async with running() as app:
        assert app.controller.preview_prompt("{model}") == "gpt-4.1"
        app.controller.settings.change({"chat.model": "o3"})
        assert app.controller.preview_prompt("{model} {date}") == "o3 24 November 2026"
        app.controller.settings.change({"chat.provider": "gone"})
        app.controller.settings.unset("chat.model")
        assert app.controller.preview_prompt("<{model}>") == "<>"
