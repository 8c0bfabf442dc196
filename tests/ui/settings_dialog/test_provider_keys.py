"""Keys on the providers' page: saved, shown as four characters, deleted, bound to an address."""

from PySide6.QtWidgets import QLineEdit

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.secret_store import KeyringState
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys
from tests.ui.settings_dialog.conftest import STORED_KEY

NEW_KEY = "sk-new-0123456789-AbCd"
BASE_URL = schema.PROVIDER_BASE_URL.for_provider("openai").key


def _base_url_line(desk) -> QLineEdit:
    return desk.providers.form._fields[schema.PROVIDER_BASE_URL.key].editor.control()


async def test_the_keyring_is_not_asked_before_the_page_is_shown(desk):
    desk.show_page(Page.MODELS)
    assert desk.dialog._keys.known is None
    desk.show_page(Page.PROVIDERS)
    await desk.until_keys_known()


async def test_a_stored_key_shows_its_last_four_characters_only(desk):
    key = desk.providers.form.key
    await desk.until_keys_known()
    assert key.line.text() == ""
    assert key.line.placeholderText().endswith("7Qd4")
    assert STORED_KEY[:6] not in key.line.placeholderText() + key.line.accessibleDescription()
    assert key._eye.isHidden()
    assert not key._replace.isHidden()


async def test_a_typed_key_is_hidden_until_it_is_asked_for(desk):
    key = desk.providers.form.key
    key.line.setText(NEW_KEY)
    assert key.line.echoMode() is QLineEdit.EchoMode.Password
    assert key._eye.accessibleName() == "Show API key"
    key._eye.click()
    assert key.line.echoMode() is QLineEdit.EchoMode.Normal
    key._eye.click()
    assert key.line.echoMode() is QLineEdit.EchoMode.Password


async def test_save_keeps_the_key_for_the_address_in_the_fields_and_closes(desk):
    desk.providers.form.key.line.setText(f"  {NEW_KEY}\n")
    _base_url_line(desk).setText("http://127.0.0.1:8123/v1/chat/completions")
    desk.dialog.foot.save.click()
    assert await desk.until_closed() == 1
    assert desk.key_of("openai") == NEW_KEY
    assert desk.parts.secrets._kept["openai"].origin == "http://127.0.0.1:8123"
    assert desk.values[BASE_URL] == "http://127.0.0.1:8123/v1"


async def test_the_first_key_puts_its_provider_into_use(desk):
    desk.providers.form.key.line.setText(NEW_KEY)
    desk.dialog.foot.save.click()
    await desk.until_closed()
    assert desk.values == {schema.PROVIDER.key: "openai"}


async def test_cancel_keeps_the_old_key(desk):
    desk.providers.form.key.line.setText(NEW_KEY)
    desk.dialog.foot.cancel.click()
    assert desk.results == [0]
    assert desk.key_of("openai") == STORED_KEY
    assert desk.values == {}


async def test_a_key_of_the_wrong_shape_is_told_at_once_and_not_saved(desk):
    key = desk.providers.form.key
    key.line.setText("sk-…7Qd4")
    assert "shortened" in key.problem_text
    assert key.line.accessibleDescription() == key.problem_text
    desk.dialog.foot.save.click()
    assert desk.results == []
    assert desk.key_of("openai") == STORED_KEY
    key.line.setText(NEW_KEY)
    assert key.problem_text == ""


async def test_a_wrong_key_of_another_provider_is_shown_before_saving(desk):
    page = desk.providers
    page.form.key.line.setText("two words")
    page._choose("local")
    desk.show_page(Page.GENERAL)
    desk.dialog.foot.save.click()
    assert desk.dialog._page is Page.PROVIDERS
    assert page.form.provider.id == "openai"
    assert "spaces" in page.form.key.problem_text


async def test_without_a_keyring_a_key_can_be_used_until_quitting(desk):
    desk.parts.secrets.trouble = problem(ProblemCode.KEYRING_ABSENT)
    key = desk.providers.form.key
    key.line.setText(NEW_KEY)
    desk.dialog.foot.save.click()
    await desk.until(lambda: not key.card.isHidden())
    assert desk.results == []
    assert "There is no keyring on this computer." in key.card.text
    assert key.card.button.label == "Use until I quit"
    assert desk.parts.secrets._session == {}
    key.card.button.click()
    assert await desk.until_closed() == 1
    kept = desk.parts.secrets._session["openai"]
    assert kept.secret.reveal() == NEW_KEY
    assert kept.session_only
    assert desk.values == {schema.PROVIDER.key: "openai"}


async def test_a_locked_keyring_is_told_before_anything_is_typed_and_can_be_asked_again(desk):
    desk.parts.secrets.trouble = problem(ProblemCode.KEYRING_LOCKED)
    desk.parts.secrets.state_in_trouble = KeyringState.LOCKED
    key = desk.providers.form.key
    await desk.until(lambda: not key.card.isHidden())
    assert "locked" in key.card.text
    assert key.card.button.label == "Try again"
    desk.parts.secrets.trouble = None
    key.card.button.click()
    await desk.until(key.card.isHidden)
    assert key.line.placeholderText().endswith("7Qd4")


async def test_another_address_asks_for_the_key_again(desk):
    key = desk.providers.form.key
    await desk.until_keys_known()
    assert key.card.isHidden()
    _base_url_line(desk).setText("https://proxy.example.org/v1")
    assert key.card.text == (
        "The key for OpenAI was given for api.openai.com. The address has changed since, so the "
        "key was not sent. Enter the key again in Settings to use it with proxy.example.org."
    )
    _base_url_line(desk).setText("https://api.openai.com/v2")
    assert key.card.isHidden()


async def test_a_key_is_deleted_by_save_only(desk):
    key = desk.providers.form.key
    await desk.until_keys_known()
    key._delete.click()
    assert desk.key_of("openai") == STORED_KEY
    assert "deleted when you save" in key.line.accessibleDescription()
    key._delete.click()
    assert key.line.placeholderText().endswith("7Qd4")
    key._delete.click()
    desk.dialog.foot.save.click()
    await desk.until_closed()
    assert desk.key_of("openai") is None


async def test_a_key_that_cannot_be_deleted_stays_pending(desk):
    key = desk.providers.form.key
    await desk.until_keys_known()
    key._delete.click()
    desk.parts.secrets.trouble = problem(ProblemCode.KEYRING_LOCKED)
    desk.dialog.foot.save.click()
    await desk.until(lambda: not key.card.isHidden())
    assert desk.results == []
    desk.parts.secrets.trouble = None
    desk.dialog.foot.save.click()
    await desk.until_closed()
    assert desk.key_of("openai") is None


async def test_no_secret_is_in_the_picture_of_the_keys(desk):
    keys = desk.dialog._keys
    assert isinstance(keys, StagedKeys)
    desk.show_page(Page.PROVIDERS)
    await desk.until_keys_known()
    assert STORED_KEY not in repr(keys.known)


async def test_closing_while_the_keyring_is_asked_harms_nothing(desk):
    desk.show_page(Page.PROVIDERS)
    desk.dialog.foot.cancel.click()
    await desk.until(lambda: not desk.assembly.tasks._tasks)
    assert desk.results == [0]


async def test_cancel_while_keys_are_saved_harms_nothing(desk):
    desk.providers.form.key.line.setText(NEW_KEY)
    desk.dialog.foot.save.click()
    desk.dialog.foot.cancel.click()
    await desk.until(lambda: not desk.assembly.tasks._tasks)
    assert desk.results == [0]
