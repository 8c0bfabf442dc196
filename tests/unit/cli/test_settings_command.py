"""``settings``: the same declaration as the dialog's."""

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.settings.schema import SETTINGS


async def test_the_list_has_every_setting_for_every_provider(terminal):
    terminal.parts.settings.values["providers.acme.base_url"] = "https://acme.example/v1"
    rows = (await terminal.run("settings", "list", "--json")).json
    by_key = {row["key"]: row for row in rows}
    plain = {s.key for s in SETTINGS if "*" not in s.key}
    own = {s.key for s in SETTINGS if "*" in s.key}
    expected = plain | {k.replace("*", p) for k in own for p in ("openai", "acme", "local")}
    assert set(by_key) == expected
    assert len(rows) == len(expected)
    assert by_key["chat.stream"] == {
        "key": "chat.stream", "value": True, "default": True, "is_set": False, "type": "bool",
        "choices": [], "help": "Shows a reply while it is written; off shows it whole.",
    }  # fmt: skip
    assert by_key["providers.openai.model"]["value"] == "gpt-4.1"
    assert by_key["providers.acme.base_url"]["is_set"] is True
    assert by_key["chat.temperature"]["value"] is None


async def test_the_list_reads_well(terminal):
    terminal.parts.settings.values["chat.stream"] = False
    out = (await terminal.run("settings", "list")).out
    assert out.startswith("General\n  composer.send_with = enter\n")
    assert "\n\nModels & parameters\n  chat.provider = openai    (default: local)\n" in out
    assert "  chat.stream = false    (default: true)\n" in out
    assert "  chat.temperature = (not set)\n" in out
    assert "It must be one of: enter, ctrl_enter." in out
    assert "It must be a number from 0 to 2." in out


@pytest.mark.parametrize(
    ("key", "text", "value", "shown"),
    [
        ("chat.stream", "off", False, "false"),
        ("chat.temperature", "0.3", 0.3, "0.3"),
        ("timeouts.connect_s", "5", 5.0, "5"),
        ("retries.count", "0", 0, "0"),
        ("chat.model", "gpt-x", "gpt-x", "gpt-x"),
        ("chat.system_prompt", "two\nlines", "two\nlines", "two\nlines"),
        ("providers.acme.base_url", "https://ACME.example/v1/", "https://acme.example/v1",
         "https://acme.example/v1"),
    ],
)  # fmt: skip
async def test_what_is_set_is_got_until_it_is_unset(terminal, key, text, value, shown):
    outcome = await terminal.run("settings", "set", key, text)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert terminal.parts.settings.values[key] == value
    assert (await terminal.run("settings", "get", key)).out == f"{shown}\n"
    assert (await terminal.run("settings", "get", key, "--json")).json["value"] == value
    assert (await terminal.run("settings", "unset", key)).code == 0
    assert key not in terminal.parts.settings.values


async def test_what_was_changed_is_told_to_scripts(terminal):
    row = (await terminal.run("settings", "set", "chat.stream", "off", "--json")).json
    assert (row["key"], row["value"], row["is_set"]) == ("chat.stream", False, True)
    row = (await terminal.run("settings", "unset", "chat.stream", "--json")).json
    assert (row["key"], row["value"], row["is_set"]) == ("chat.stream", True, False)


async def test_a_provider_that_is_not_there_cannot_be_chosen(terminal):
    outcome = await terminal.run("settings", "set", "chat.provider", "acme")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(
        "The setting chat.provider cannot be acme. It must be one of: openai, local. Another one "
        "is added by setting its address: desktop-assistant settings set providers.acme.base_url"
    )
    await terminal.run("settings", "set", "providers.acme.base_url", "https://acme.example/v1")
    assert (await terminal.run("settings", "set", "chat.provider", "acme")).code == 0


async def test_a_setting_without_effect_is_refused(terminal):
    outcome = await terminal.run("settings", "set", "providers.local.model", "m")
    assert (outcome.code, outcome.out) == (2, "")
    assert "The setting providers.local.model has no effect" in outcome.err
    assert "local_model.file" in outcome.err


async def test_an_optional_setting_can_be_emptied(terminal):
    await terminal.run("settings", "set", "chat.temperature", "1")
    await terminal.run("settings", "set", "chat.temperature", "none")
    assert "chat.temperature" not in terminal.parts.settings.values
    assert (await terminal.run("settings", "get", "chat.temperature")).out == "\n"


async def test_a_provider_shows_its_preset(terminal):
    assert (await terminal.run("settings", "get", "providers.openai.base_url")).out == (
        "https://api.openai.com/v1\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("get", "nope"), "There is no setting called nope."),
        (("set", "nope", "1"), "There is no setting called nope."),
        (("unset", "nope"), "There is no setting called nope."),
        (("set", "chat.temperature", "hot"), "chat.temperature cannot be hot. It must be a number"),
        (("set", "chat.temperature", "3"), "from 0 to 2"),
        (("set", "appearance.theme", "pink"), "It must be one of: system, light, dark."),
        (("set", "providers.acme.base_url", "acme"), "It must be an address such as"),
    ],
)
async def test_bad_keys_and_values_are_named(terminal, arguments, words):
    before = dict(terminal.parts.settings.values)
    outcome = await terminal.run("settings", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert terminal.parts.settings.values == before


async def test_a_file_that_cannot_be_parsed_is_told_once_and_left_alone(terminal):
    unreadable = problem(ProblemCode.SETTINGS_UNREADABLE, path="settings.toml", reason="line 3")
    terminal.parts.settings.problems = (unreadable.info,)
    terminal.parts.settings.write_error = unreadable
    outcome = await terminal.run("settings", "set", "chat.stream", "off")
    assert outcome.code == 2
    assert outcome.err.startswith(
        "Warning: The settings file cannot be read. settings.toml: line 3"
    )
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [("ask", "Hi"), ("settings", "list"), ("key", "status"), ("doctor",)]
)
async def test_every_command_warns_of_bad_settings_and_goes_on(terminal, arguments):
    bad = problem(ProblemCode.BAD_SETTING, key="chat.stream", value="x", expected="It must be so.")
    terminal.parts.settings.problems = (bad.info,)
    outcome = await terminal.run(*arguments)
    assert outcome.code == 0
    assert "Warning: The setting chat.stream cannot be x. It must be so.\n" in outcome.err
