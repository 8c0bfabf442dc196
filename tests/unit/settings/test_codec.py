import pytest

from desktop_assistant.domain.errors import InvalidInputError
from desktop_assistant.settings import schema
from desktop_assistant.settings.codec import check, expectation, parse_text, setting_for
from desktop_assistant.settings.declaration import Page, ValueType


@pytest.mark.parametrize("setting", schema.SETTINGS, ids=lambda s: s.key)
def test_every_declaration_holds_together(setting):
    concrete = setting.for_provider("x")
    assert check(concrete, setting.default) == setting.default
    assert setting.label
    assert setting.help.endswith(".")
    assert isinstance(setting.page, Page)
    if setting.type in (ValueType.INTEGER, ValueType.NUMBER):
        assert setting.minimum is not None
        assert setting.maximum is not None
        assert setting.minimum < setting.maximum


def test_keys_are_unique():
    keys = [setting.key for setting in schema.SETTINGS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("chat.stream", "off", False),
        ("chat.stream", "TRUE", True),
        ("chat.temperature", "0.5", 0.5),
        ("chat.temperature", "", None),
        ("chat.temperature", "none", None),
        ("retries.count", "3", 3),
        ("appearance.theme", "dark", "dark"),
        ("chat.system_prompt", " none ", " none "),
        ("providers.work.base_url", "https://x.example/v1/", "https://x.example/v1"),
        ("providers.work.base_url", "", ""),
        ("chat.extra_json", " ", " "),
        ("chat.extra_json", '{"top_k": 40}', '{"top_k": 40}'),
    ],
)
def test_values_as_they_are_typed(key, text, value):
    assert parse_text(setting_for(key), text) == value


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("chat.stream", "maybe", "true or false"),
        ("chat.temperature", "hot", "a number from 0 to 2"),
        ("chat.temperature", "3", "from 0 to 2"),
        ("chat.temperature", "nan", "from 0 to 2"),
        ("retries.count", "1.5", "a whole number"),
        ("retries.count", "", "a whole number"),
        ("chat.extra_json", "top_k: 40", "a JSON object"),
        ("chat.extra_json", "[1]", "a JSON object"),
        ("chat.extra_json", '{"x": NaN}', "a JSON object"),
        ("chat.extra_json", '{"a":' * 20_000, "a JSON object"),
        ("chat.extra_json", '{"messages": []}', "without “model”, “messages”"),
        ("chat.seed", "1.5", "a whole number from 0 to 9007199254740991"),
        ("appearance.theme", "pink", "system, light, dark"),
        ("providers.work.base_url", "ftp://x", "https://api.example.org/v1"),
    ],
)
def test_bad_values_name_the_key_and_what_is_expected(key, text, said):
    with pytest.raises(InvalidInputError) as caught:
        parse_text(setting_for(key), text)
    assert key in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("chat.stream", 1),
        ("retries.count", True),
        ("retries.count", 1.0),
        ("retries.count", None),
        ("chat.system_prompt", 5),
        ("chat.system_prompt", ["a"]),
    ],
)
def test_wrong_types_are_refused(key, value):
    with pytest.raises(InvalidInputError):
        check(setting_for(key), value)


def test_a_long_bad_value_is_shortened():
    with pytest.raises(InvalidInputError) as caught:
        check(setting_for("appearance.theme"), "x" * 500)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    "key",
    ["nope", "chat.nope", "providers.x.nope", "providers.X Y.name", "providers.name", "a.b.c.d"],
)
def test_unknown_settings_are_named(key):
    with pytest.raises(InvalidInputError, match="settings list"):
        setting_for(key)


def test_text_says_it_is_text():
    assert expectation(setting_for("chat.system_prompt")) == "It must be text."


@pytest.mark.parametrize("login", ["user:pw", "user:pw/more", "pw"])
def test_a_refused_address_is_shown_without_its_password(login):
    setting = schema.PROVIDER_BASE_URL.for_provider("work")
    with pytest.raises(InvalidInputError) as caught:
        check(setting, f"https://{login}@example.org/v1")
    assert "pw" not in str(caught.value)
    assert "example.org" in str(caught.value)
