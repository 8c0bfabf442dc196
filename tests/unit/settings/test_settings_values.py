import pytest

from desktop_assistant.domain.errors import InvalidInputError
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import (
    LOCAL,
    LOCAL_MODEL_NAME,
    OPENAI,
    is_local_model_name,
    parse_headers,
    provider,
    provider_ids,
)
from desktop_assistant.settings.values import Settings


def test_defaults_are_under_what_the_user_set():
    settings = Settings({"chat.stream": False})
    assert settings.get(schema.STREAM) is False
    assert settings.get(schema.THEME) == "system"
    assert settings.is_set("chat.stream")
    assert not settings.is_set("appearance.theme")
    assert list(settings) == ["chat.stream"]
    assert settings.chosen() == {"chat.stream": False}


def test_changes_make_new_settings():
    old = Settings()
    new = old.with_values({"chat.temperature": 1, "retries.count": 0})
    assert old == Settings()
    assert new.get(schema.TEMPERATURE) == 1.0
    assert new.without("chat.temperature") == Settings({"retries.count": 0})
    assert new != "something else"


def test_bad_changes_are_refused():
    with pytest.raises(InvalidInputError):
        Settings().with_values({"retries.count": -1})
    with pytest.raises(InvalidInputError):
        Settings().without("nope")


def test_two_providers_are_always_there():
    settings = Settings()
    assert provider_ids(settings) == (OPENAI, LOCAL)
    openai = provider(settings, "openai")
    assert (openai.name, openai.base_url) == ("OpenAI", "https://api.openai.com/v1")
    assert openai.needs_key
    assert not openai.is_local
    local = provider(settings, "local")
    assert (local.model, local.needs_key, local.is_local) == (LOCAL_MODEL_NAME, False, True)


def test_the_user_adds_providers():
    settings = Settings().with_values(
        {
            "providers.work.base_url": "http://localhost:8080/v1",
            "providers.work.needs_key": False,
            "providers.work.headers": "X-Team: blue\nnonsense\n: empty\nX-Time:  1:2 ",
            "providers.openai.name": "Ours",
        }
    )
    assert provider_ids(settings) == (OPENAI, "work", LOCAL)
    work = provider(settings, "work")
    assert work.name == "work"
    assert work.headers == (("X-Team", "blue"), ("X-Time", "1:2"))
    assert provider(settings, "openai").name == "Ours"
    assert parse_headers("") == ()


def test_the_built_in_model_has_the_name_of_its_file():
    settings = Settings({"local_model.file": " /models/Other-7B.gguf "})
    assert provider(settings, "local").model == "Other-7B"
    for name in ("Other-7B", "other-7b.gguf", "/models/Other-7B.gguf", " OTHER-7B "):
        assert is_local_model_name(settings, name)
    assert not is_local_model_name(settings, LOCAL_MODEL_NAME)
    assert is_local_model_name(Settings(), LOCAL_MODEL_NAME)
    assert not is_local_model_name(Settings(), "")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("C:\\models\\Small.v2.gguf", "Small.v2"),
        ("relative/.hidden", ".hidden"),
        ("bare", "bare"),
    ],
)
def test_a_file_s_name_is_read_as_any_system_writes_it(file, name):
    assert provider(Settings({"local_model.file": file}), "local").model == name


def test_an_unknown_provider_is_named_with_the_known_ones():
    with pytest.raises(InvalidInputError, match="openai, local"):
        provider(Settings(), "nope")
