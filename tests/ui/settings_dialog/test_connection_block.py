"""Testing a connection from the page: what is tested, what is shown, what helps."""

from PySide6.QtGui import QGuiApplication

from desktop_assistant.chat.connection_test import Result, Stage
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.settings import schema
from tests.fakes.scripted_model import Gate, answer


async def _tested(desk):
    """Presses the button and waits for the end."""
    block = desk.providers.form.connection
    await desk.until_keys_known()
    block.button.click()
    await desk.until(lambda: not block._is_running)
    return block


async def test_a_connection_that_works(desk):
    desk.parts.model.models = ("gpt-4.1", "o4-mini")
    block = await _tested(desk)
    assert block.result.report.passed
    assert block.result._summary.text() == "Connected. Ready to chat."
    assert block.result.row_text(Stage.ADDRESS) == "Address: api.openai.com, found"
    assert block.result.row_text(Stage.SECURE) == "Secure connection: Certificate trusted"
    assert block.result.row_text(Stage.KEY) == "Key: Accepted"
    assert block.result.row_text(Stage.MODELS).startswith("Model list: 2 models")
    assert block.result.row_text(Stage.WORDS).startswith(
        "First words: gpt-4.1 answered, streaming works"
    )
    assert block.result.failure.isHidden()
    assert block._when.text().startswith("Last test today, ")


async def test_the_models_found_are_offered(desk):
    desk.parts.model.models = ("gpt-4.1", "o4-mini")
    await _tested(desk)
    box = desk.providers.form._model.box
    assert [box.itemText(i) for i in range(box.count())] == ["gpt-4.1", "o4-mini"]
    assert box.currentText() == "gpt-4.1"
    box.setCurrentIndex(1)
    desk.dialog.foot.save.click()
    assert desk.values == {"providers.openai.model": "o4-mini"}


async def test_what_is_tested_is_what_stands_in_the_fields(desk):
    form = desk.providers.form
    await desk.until_keys_known()
    form.key.line.setText("sk-typed-0123456789")
    form._fields[schema.PROVIDER_BASE_URL.key].editor.control().setText("http://localhost:9/v1")
    form._fields[schema.PROVIDER_MODEL.key].editor.control().setEditText("tiny")
    await _tested(desk)
    request = desk.parts.model.request
    assert request.endpoint.base_url == "http://localhost:9/v1"
    assert request.endpoint.key.reveal() == "sk-typed-0123456789"
    assert request.model == "tiny"
    assert desk.values == {}


async def test_without_a_typed_key_the_stored_one_is_used(desk):
    await _tested(desk)
    assert desk.parts.model.request.endpoint.key.last4 == "7Qd4"


async def test_a_rejected_key_opens_its_row_with_one_action(desk):
    desk.parts.model.models_error = problem(
        ProblemCode.KEY_REJECTED, provider="OpenAI", detail='HTTP 401 {"error": "no"}'
    )
    block = await _tested(desk)
    failure = block.result.failure
    assert block.result._summary.text() == "The key for OpenAI was rejected."
    assert block.result.row_text(Stage.KEY) == "Key: The key for OpenAI was rejected"
    assert block.result.row_text(Stage.MODELS) == "Model list: Not tried"
    assert block.result.row_text(Stage.WORDS) == "First words: Not tried"
    assert "revoked" in failure._hint.text()
    assert failure._detail.isHidden()
    failure.fold.click()
    assert failure._detail.text() == 'HTTP 401 {"error": "no"}'
    assert not failure._detail.isHidden()
    failure.action.click()
    assert desk.dialog.focusWidget() is desk.providers.form.key.line


async def test_a_failure_of_the_last_stage_leaves_no_stage_under_way(desk):
    desk.parts.model.then(problem(ProblemCode.NO_CREDIT, provider="OpenAI"))
    block = await _tested(desk)
    results = [row.result for row in block.result.report.stages]
    assert results[-1] is Result.FAILED
    assert block.result.row_text(Stage.WORDS).startswith("First words: This OpenAI account")
    assert block.result.failure.action.isHidden()  # paying is nothing a button here can do


async def test_a_server_that_cannot_be_reached_offers_to_try_again(desk):
    lost = problem(ProblemCode.CONNECT_TIMEOUT, host="api.openai.com")
    desk.parts.model.models_error = lost
    block = await _tested(desk)
    assert block.result.failure.action.label == "Try again"
    desk.parts.model.models_error = None
    block.result.failure.action.click()
    await desk.until(lambda: block.result.report.passed)


async def test_an_unprotected_address_is_refused_before_anything_is_sent(desk):
    form = desk.providers.form
    form.key.line.setText("sk-typed-0123456789")
    line = form._fields[schema.PROVIDER_BASE_URL.key].editor.control()
    line.setText("http://models.example.org/v1")
    block = await _tested(desk)
    assert desk.parts.model.listed == []
    assert "would send your key unprotected" in block.result._summary.text()
    block.result.failure.action.click()
    assert desk.dialog.focusWidget() is line


async def test_values_that_cannot_be_used_are_not_tested(desk):
    form = desk.providers.form
    line = form._fields[schema.PROVIDER_BASE_URL.key].editor.control()
    line.setText("nonsense")
    form.connection.button.click()
    assert not form.connection._is_running
    assert desk.dialog.focusWidget() is line


async def test_the_report_can_be_copied_and_holds_no_key(desk):
    desk.providers.form.key.line.setText("sk-typed-0123456789")
    block = await _tested(desk)
    block.result.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("OpenAI: Connected. Ready to chat.\n")
    assert "Secure connection: Certificate trusted" in text
    assert "sk-typed" not in text
    assert block.result.copy.label == "Copied"


async def test_a_test_can_be_stopped_and_another_provider_clears_it(desk):
    gate = Gate()
    desk.parts.model.then(*answer("H")[:1], gate)
    page = desk.providers
    block = page.form.connection
    block.button.click()
    await gate.reached()
    assert block.result.row_text(Stage.WORDS) == "First words: Trying…"
    block._cancel.click()
    await desk.until(lambda: desk.parts.model.open_streams == 0)
    assert block.result.isHidden()
    assert not block.button.is_busy
    await _tested(desk)
    page._choose("local")
    page._choose("openai")
    assert not block.result.isHidden()  # the same provider: its result still holds
    page._add(_first_template())
    assert block.result.isHidden()


async def test_closing_the_window_ends_a_test(desk):
    gate = Gate()
    desk.parts.model.then(gate)
    desk.providers.form.connection.button.click()
    await gate.reached()
    desk.dialog.foot.cancel.click()
    await desk.until(lambda: desk.parts.model.open_streams == 0)
    await desk.until(lambda: not desk.assembly.tasks._tasks)


async def test_the_built_in_model_is_tested_the_same_way(desk):
    desk.providers._choose("local")
    block = desk.providers.local_form.connection
    block.button.click()
    await desk.until(lambda: not block._is_running)
    assert block.result.report.passed
    assert desk.parts.model.request.endpoint.base_url == "http://127.0.0.1:1/v1"


def _first_template():
    from desktop_assistant.ui.settings_dialog.provider_templates import TEMPLATES

    return TEMPLATES[0]
