import pytest

from desktop_assistant.chat.connection_test import Result, Stage
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.settings.providers import Provider
from tests.fakes.assembly import Parts, running
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.scripted_model import ScriptedModel, answer

KEY = Secret("sk-test-0123456789")


def openai(app, **changes):
    own = app.controller.provider(ProviderId("openai"))
    values = {name: getattr(own, name) for name in own.__slots__} | changes
    return Provider(**values)


async def run(app, chosen, key=KEY):
    seen = []
    report = await app.controller.test_connection(chosen, key, seen.append)
    assert seen[-1] == report
    return report, seen


def results(report):
    return {row.stage: row.result for row in report.stages}


async def test_all_stages_pass_one_after_the_other():
    async with running(Parts(ScriptedModel(answer("Hello"), models=("a", "b")))) as app:
        report, seen = await run(app, openai(app))
        assert report.passed
        assert set(results(report).values()) == {Result.PASSED}
        assert report.models == ("a", "b")
        assert [row.finding for row in report.stages] == ["api.openai.com", "", "", "2", "gpt-4.1"]
        assert seen[0].stages[0].result is Result.RUNNING
        assert not seen[1].passed
        assert app.parts.model.request.endpoint.key == KEY
        assert app.parts.model.open_streams == 0


async def test_a_local_server_without_key_skips_what_does_not_apply():
    async with running(Parts(ScriptedModel(answer("Hello"), models=("a",)))) as app:
        box = openai(app, base_url="http://localhost:1/v1", needs_key=False, model="")
        report, _ = await run(app, box, None)
        assert report.passed
        assert results(report)[Stage.SECURE] is Result.SKIPPED
        assert results(report)[Stage.KEY] is Result.SKIPPED
        assert app.parts.model.request.model == "a"


@pytest.mark.parametrize(
    ("code", "stage"),
    [
        (ProblemCode.HOST_NOT_FOUND, Stage.ADDRESS),
        (ProblemCode.PROXY_UNREACHABLE, Stage.ADDRESS),
        (ProblemCode.CERTIFICATE_UNTRUSTED, Stage.SECURE),
        (ProblemCode.KEY_REJECTED, Stage.KEY),
        (ProblemCode.SERVER_FAILED, Stage.MODELS),
    ],
)
async def test_the_first_failing_stage_is_named(code, stage):
    async with running() as app:
        app.parts.model.models_error = problem(code)
        report, _ = await run(app, openai(app))
        assert not report.passed
        assert report.error.code is code
        order = list(Stage)
        for row in report.stages:
            where = order.index(row.stage) - order.index(stage)
            expected = (
                Result.PASSED if where < 0 else Result.FAILED if where == 0 else Result.NOT_TRIED
            )
            assert row.result is expected


async def test_a_bad_address_fails_before_anything_is_sent():
    async with running() as app:
        report, _ = await run(app, openai(app, base_url="nonsense"))
        assert report.stages[0].result is Result.FAILED
        assert app.parts.model.listed == []


async def test_a_server_without_a_list_is_tried_by_its_words():
    async with running(Parts(ScriptedModel(answer("Hello")))) as app:
        app.parts.model.models_error = problem(ProblemCode.ADDRESS_NOT_FOUND, url="x")
        report, _ = await run(app, openai(app))
        assert report.passed
        assert results(report)[Stage.MODELS] is Result.SKIPPED
        assert results(report)[Stage.KEY] is Result.SKIPPED


async def test_a_model_that_does_not_answer_is_named():
    missing = problem(ProblemCode.MODEL_NOT_FOUND, model="gpt-4.1")
    async with running(Parts(ScriptedModel([missing]))) as app:
        report, _ = await run(app, openai(app))
        assert report.stages[-1].result is Result.FAILED
        assert report.error.code is ProblemCode.MODEL_NOT_FOUND


async def test_an_empty_answer_is_a_failure_of_the_words():
    async with running(Parts(ScriptedModel(answer(), models=()))) as app:
        report, _ = await run(app, openai(app, model=""))
        assert report.error.code is ProblemCode.EMPTY_ANSWER


async def test_the_built_in_model_is_tried_the_same_way():
    parts = Parts(ScriptedModel(answer("Hello")), local_model=PretendLocalModel())
    async with running(parts) as app:
        report, _ = await run(app, app.controller.provider(ProviderId("local")), None)
        assert report.passed
    async with running() as app:
        report, _ = await run(app, app.controller.provider(ProviderId("local")), None)
        assert report.error.code is ProblemCode.LOCAL_MODEL_NOT_INSTALLED
