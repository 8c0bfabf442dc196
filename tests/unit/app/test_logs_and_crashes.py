import logging
import stat

import pytest

from desktop_assistant.app.crash import CrashReporter
from desktop_assistant.app.logging_setup import start_logging
from desktop_assistant.app.request_log import RequestLog
from tests.fakes.assembly import Parts, running
from tests.fakes.scripted_model import ScriptedModel, answer, cut_off

KEY = "sk-canary-0123456789abcdef"


@pytest.fixture
def clean_root():
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


async def test_the_log_is_private_and_holds_no_keys(tmp_path, clean_root):
    path = tmp_path / "logs" / "desktop-assistant.log"
    async with running() as app:
        start_logging(path, app.controller)
        try:
            raise ValueError(f"Authorization: Bearer {KEY}")
        except ValueError:
            logging.getLogger("test").exception("failed with api_key=%s", KEY)
        state = await app.controller.new_conversation()
        await (await app.controller.send(state.id, "a secret question")).wait()
    text = path.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "canary" not in text
    assert "secret question" not in text
    assert "status=complete" in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_where_no_log_can_be_written_the_program_goes_on(tmp_path, clean_root):
    blocked = tmp_path / "file"
    blocked.write_text("")
    async with running() as app:
        start_logging(blocked / "logs" / "x.log", app.controller)
        logging.getLogger("test").error("nowhere to go")
    assert blocked.read_text() == ""


async def test_one_line_a_request(caplog):
    caplog.set_level(logging.INFO, logger="desktop_assistant.requests")
    async with running(Parts(ScriptedModel(cut_off(), answer("x"), cut_off("half")))) as app:
        app.controller.subscribe(RequestLog().on_event)
        for _ in range(2):
            state = await app.controller.new_conversation()
            await (await app.controller.send(state.id, "q")).wait()
    lines = [record.getMessage() for record in caplog.records]
    assert "attempt 2 after connection_lost" in lines[0]
    assert "status=complete" in lines[1]
    assert "status=interrupted error=connection_lost" in lines[2]
    assert len(lines) == 3


def test_a_bug_is_logged_and_shown_once(caplog):
    shown = []
    reporter = CrashReporter()
    reporter.show_with(shown.append)

    def fail():
        raise RuntimeError("bug")

    for _ in range(3):
        try:
            fail()
        except RuntimeError as error:
            reporter.report(error)
    assert len(shown) == 1
    assert len(caplog.records) == 3
    caplog.clear()


def test_before_there_is_a_window_a_bug_goes_to_the_terminal(capsys, caplog):
    CrashReporter().report(RuntimeError(f"early bug with {KEY}"))
    told = capsys.readouterr().err
    assert "early bug with" in told
    assert "canary" not in told
    caplog.clear()
