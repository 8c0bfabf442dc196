"""Providers: listed with their state, added, edited, removed; nothing before Save."""

import pytest

from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.settings.providers import provider, provider_ids
from desktop_assistant.ui.settings_dialog.provider_templates import TEMPLATES

OLLAMA = {
    "providers.ollama.name": "Ollama",
    "providers.ollama.base_url": "http://localhost:11434/v1",
    "providers.ollama.needs_key": False,
}


def rows(desk) -> list[str]:
    """What the list says, as assistive technology hears it."""
    listed = desk.providers._list.rows
    return [listed.item(i).text() for i in range(listed.count())]


def field(desk, setting):
    return desk.providers.form._fields[setting.key]


def template(name: str):
    return next(t for t in TEMPLATES if t.id == name)


async def test_the_list_says_of_every_provider_whether_it_can_be_used(desk):
    desk.assembly.controller.settings.change(
        {**OLLAMA, "providers.router.base_url": "https://openrouter.ai/api/v1"}
    )
    desk.show_page(Page.PROVIDERS)
    await desk.until_keys_known()
    assert rows(desk) == [
        "OpenAI, Key in the keyring",
        "Ollama, localhost:11434",
        "router, No key yet",
        "Built-in model, Works offline",
    ]


async def test_the_line_in_a_list_that_takes_typing_has_its_name(desk):
    desk.show_page(Page.PROVIDERS)
    line = desk.providers.form._model.box.lineEdit()
    assert line.accessibleName() == "Default model"


async def test_openai_is_shown_first_while_the_built_in_model_is_in_use(desk):
    assert desk.providers.form.provider.id == "openai"


async def test_the_provider_in_use_is_shown_first(desk):
    desk.assembly.controller.settings.change({**OLLAMA, "chat.provider": "ollama"})
    assert desk.providers.form.provider.id == "ollama"


async def test_choosing_a_row_shows_its_provider(desk):
    desk.assembly.controller.settings.change(OLLAMA)
    page = desk.providers
    page._list.rows.setCurrentRow(1)
    assert page.form.provider.name == "Ollama"
    assert field(desk, schema.PROVIDER_NAME).editor.value() == "Ollama"
    page._list.rows.setCurrentRow(2)
    assert page._forms.currentWidget() is page.local_form


async def test_edits_wait_for_save(desk):
    field(desk, schema.PROVIDER_NAME).editor.control().setText("Work")
    field(desk, schema.PROVIDER_HEADERS).editor.control().setPlainText("X-Team: herring")
    assert desk.values == {}
    assert rows(desk)[0].startswith("Work, ")
    desk.dialog.foot.save.click()
    assert desk.results == [1]
    assert desk.values == {
        "providers.openai.name": "Work",
        "providers.openai.headers": "X-Team: herring",
    }


async def test_a_value_back_at_its_preset_leaves_the_file(desk):
    desk.assembly.controller.settings.change({"providers.openai.model": "gpt-4o"})
    field(desk, schema.PROVIDER_MODEL).editor.control().setEditText("gpt-4.1")
    desk.dialog.foot.save.click()
    assert desk.values == {}


@pytest.mark.parametrize("address", ["api.example.org", "ftp://example.org", "https://", "no"])
async def test_an_address_that_is_none_is_not_saved(desk, address):
    line = field(desk, schema.PROVIDER_BASE_URL).editor.control()
    line.setText(address)
    assert field(desk, schema.PROVIDER_BASE_URL).problem_text == ""  # not while it is typed
    desk.dialog.foot.save.click()
    assert desk.results == []
    assert field(desk, schema.PROVIDER_BASE_URL).problem_text == (
        "This must be an address such as https://api.example.org/v1."
    )
    assert desk.dialog.focusWidget() is line
    assert desk.values == {}


async def test_an_unusable_value_is_still_there_after_looking_at_another_provider(desk):
    page = desk.providers
    field(desk, schema.PROVIDER_BASE_URL).editor.control().setText("nonsense")
    page._choose("local")
    page._choose("openai")
    assert field(desk, schema.PROVIDER_BASE_URL).editor.value() == "nonsense"


async def test_an_unprotected_address_offers_to_allow_it(desk):
    allow = field(desk, schema.PROVIDER_ALLOW_HTTP)
    line = field(desk, schema.PROVIDER_BASE_URL).editor.control()
    assert allow.isHidden()
    line.setText("http://models.example.org/v1")
    assert not allow.isHidden()
    line.setText("http://127.0.0.1:8080/v1")
    assert allow.isHidden()


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("ollama", "Ollama, localhost:11434"),
        ("lmstudio", "LM Studio, localhost:1234"),
        ("llamacpp", "llama.cpp, localhost:8080"),
        ("openrouter", "OpenRouter, No key yet"),
        ("custom", "New provider, No address yet"),
    ],
)
async def test_a_provider_is_added_from_a_template(desk, name, row):
    desk.show_page(Page.PROVIDERS)
    await desk.until_keys_known()
    desk.providers._list.add_wanted.emit(template(name))
    assert rows(desk)[1] == row
    assert desk.providers.form.provider.id == name
    assert provider_ids(desk.bridge.settings) == ("openai", "local")
    desk.dialog.foot.save.click()
    assert provider_ids(desk.bridge.settings) == ("openai", name, "local")
    assert provider(desk.bridge.settings, name).base_url == template(name).base_url


async def test_the_same_template_twice_makes_two_providers(desk):
    desk.providers._list.add_wanted.emit(template("ollama"))
    desk.providers._list.add_wanted.emit(template("ollama"))
    desk.dialog.foot.save.click()
    assert provider_ids(desk.bridge.settings) == ("openai", "ollama", "ollama-2", "local")


async def test_a_new_provider_can_be_given_up_before_it_is_saved(desk):
    desk.providers._list.add_wanted.emit(template("ollama"))
    desk.providers._foot._remove.click()
    assert len(rows(desk)) == 2
    desk.dialog.foot.save.click()
    assert desk.values == {}


async def test_a_removed_provider_goes_with_its_key_at_save(desk):
    service = desk.assembly.controller.settings
    service.change({"providers.router.base_url": "https://openrouter.ai/api/v1"})
    await desk.assembly.controller.keys.save("router", "sk-router-0123456789")
    assert desk.values[schema.PROVIDER.key] == "router"
    desk.show_page(Page.PROVIDERS)
    await desk.until_keys_known()
    desk.providers._foot._remove.click()
    assert desk.key_of("router") is not None
    assert not any(row.startswith("router") for row in rows(desk))
    desk.dialog.foot.save.click()
    await desk.until_closed()
    assert desk.values == {}
    assert desk.key_of("router") is None
    assert desk.key_of("openai") is not None


async def test_removing_a_provider_can_be_undone(desk):
    desk.assembly.controller.settings.change({**OLLAMA, "chat.provider": "ollama"})
    page = desk.providers
    page._foot._remove.click()
    page._foot._undo.click()
    assert page.form.provider.id == "ollama"
    desk.dialog.foot.save.click()
    assert provider_ids(desk.bridge.settings) == ("openai", "ollama", "local")


async def test_what_is_always_there_cannot_be_removed(desk):
    assert desk.providers._foot._remove.isHidden()
    desk.providers._choose("local")
    assert desk.providers._foot._remove.isHidden()


async def test_entering_a_key_for_a_provider_that_needs_none_lets_it_be_sent(desk):
    desk.assembly.controller.settings.change({**OLLAMA, "chat.provider": "ollama"})
    desk.providers.form.key.line.setText("token-0123456789")
    desk.dialog.foot.save.click()
    await desk.until_closed()
    assert provider(desk.bridge.settings, "ollama").needs_key
    assert desk.key_of("ollama") == "token-0123456789"


async def test_a_proxy_is_the_systems_none_or_an_address(desk):
    editor = field(desk, schema.PROVIDER_PROXY).editor
    assert editor.address.isHidden()
    editor.kind.setCurrentIndex(1)
    assert editor.value() == "none"
    editor.kind.setCurrentIndex(2)
    assert not editor.address.isHidden()
    editor.address.setText("socks5://127.0.0.1:1080")
    desk.dialog.foot.save.click()
    assert desk.values == {"providers.openai.proxy": "socks5://127.0.0.1:1080"}


async def test_the_built_in_model_says_how_it_is_and_takes_a_file(desk):
    desk.providers._choose("local")
    form = desk.providers.local_form
    assert form.card.text == "Ready. It starts with the first question. Tiny model"
    assert form.reveal("local_model.threads")
    desk.dialog.focusWidget().setText("3")
    desk.dialog.foot.save.click()
    assert desk.values == {"local_model.threads": 3}
    assert desk.parts.local_model.options.threads == 3


async def test_a_missing_built_in_model_says_how_to_get_it(desk, parts):
    from tests.fakes.no_local_model import NoLocalModel

    parts.local_model.__class__ = NoLocalModel
    desk.providers._choose("local")
    assert "The built-in model is not installed." in desk.providers.local_form.card.text
    await desk.until(lambda: rows(desk)[-1] == "Built-in model, Not installed")


async def test_a_file_that_cannot_be_written_keeps_everything_pending(desk):
    from desktop_assistant.domain.errors import ProblemCode, problem

    desk.parts.settings.write_error = problem(
        ProblemCode.SETTINGS_UNREADABLE, path="settings.toml", reason="line 3 is broken"
    )
    field(desk, schema.PROVIDER_NAME).editor.control().setText("Work")
    desk.dialog.foot.save.click()
    assert desk.results == []
    assert "line 3 is broken" in desk.dialog.foot.words.text()
    desk.parts.settings.write_error = None
    desk.dialog.foot.save.click()
    assert desk.values == {"providers.openai.name": "Work"}
