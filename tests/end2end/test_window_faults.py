"""What goes wrong on the wire, in the real window: states, cards, the one right action, Stop."""

import pytest

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from tests.end2end.desktop import wait_for
from tests.fakes.openai_server import FakeOpenAI, answers

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(240)]

HALF = "Half an answer"


@pytest.fixture
def server():
    with FakeOpenAI(reply="It works.") as running:
        yield running


@pytest.fixture
def window(desktop, launch, tmp_path, server):
    """Starts the program on the same folder, with the fake server as its provider."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    values = {
        "chat.provider": "box",
        "providers.box.base_url": server.url,
        "providers.box.needs_key": False,
        "providers.box.model": "box",
        "retries.count": 1,
    }
    TomlSettingsFile(folder / "settings.toml").write(values)
    return lambda: launch(desktop)


def ends_well(program):
    """It closes in good order, and has printed nothing."""
    assert program.quit() == 0
    assert program.output() == ""


def test_a_cut_reply_is_interrupted_and_can_be_continued_or_tried_again(window, server):
    server.script("reset-midway", answers.events([answers.delta("and more"), "[DONE]"]), "clean")
    program = window()
    program.ask("Tell me")
    _, text, _ = program.wait_for_reply("interrupted", count=2)
    assert text.strip() == HALF
    program.agent.find("Retry as a new version")

    program.agent.press("Continue reply")
    name, text, _ = program.wait_for_reply("complete", count=2)
    assert "version 2 of 2" in name
    assert text.startswith(HALF)
    assert text.endswith("and more")

    program.agent.press("Previous version")
    program.wait_for_reply("interrupted", count=2)
    program.agent.press("Retry as a new version")
    name, text, _ = program.wait_for_reply("complete", count=2)
    assert "version 3 of 3" in name
    assert text == server.reply
    ends_well(program)


def test_an_error_in_the_middle_is_told_with_the_provider_s_words(window, server):
    server.script("error-openrouter")
    program = window()
    program.ask("Tell me")
    _, text, _ = program.wait_for_reply("interrupted", count=2)
    assert text.strip() == HALF
    program.agent.press("Details")
    details = program.agent.find("Details", "text")
    assert "Provider disconnected: upstream died" in program.agent.text(details)
    ends_well(program)


@pytest.mark.parametrize(
    ("scenario", "title", "action"),
    [
        ("model-not-found", "box is not available to this key.", "Choose a model"),
        ("context-length", "This conversation is too long for box", "Shorten the question"),
        ("html", "A web page answered instead of box.", "Retry as a new version"),
    ],
)
def test_a_failure_names_its_cause_and_the_one_right_action(
    window, server, scenario, title, action
):
    server.always(scenario)
    program = window()
    program.ask("Tell me")
    program.wait_for_reply("failed", count=2)
    program.agent.find(title, "panel", starts=True)
    program.agent.find(action, "push button")
    assert program.rows()[0][0].startswith("You: Tell me")
    ends_well(program)


def test_a_retry_is_waited_for_in_sight_and_can_be_cancelled(window, server):
    server.script(answers.status(503, headers=[("Retry-After", "60")]))
    program = window()
    program.ask("Tell me")
    program.agent.press("Cancel")
    program.wait_for_reply("stopped", count=2)
    assert len(server.chats) == 1
    ends_well(program)


def test_a_retry_that_helps_needs_no_hand(window, server):
    server.script("status-503")
    program = window()
    program.ask("Tell me")
    _, text, _ = program.wait_for_reply("complete", count=2)
    assert text == server.reply
    assert len(server.chats) == 2
    ends_well(program)


@pytest.mark.parametrize("scenario", ["stall-before-headers", "stall-midway"])
def test_stop_closes_the_connection(window, server, scenario):
    server.always(scenario)
    program = window()
    program.ask("Tell me")
    server.wait_for_chats(1)
    if scenario == "stall-midway":
        wait_for(lambda: HALF in program.rows()[-1][1], "some text")
    program.agent.press("Stop reply")
    assert server.chats[0].closed.wait(10)
    _, text, _ = program.wait_for_reply("stopped", count=2)
    assert text.strip() == (HALF if scenario == "stall-midway" else "")
    ends_well(program)


def test_quitting_while_a_reply_comes_keeps_it_and_says_nothing(window, server):
    server.reply = "word " * 4000
    server.tokens_per_s = 100
    program = window()
    program.ask("Tell me")
    wait_for(lambda: len(program.rows()[1][1]) > 100, "some text")
    shown = program.rows()[-1][1]
    ends_well(program)
    assert server.chats[0].closed.wait(10)

    again = window()
    _, text, _ = again.wait_for_reply("stopped", count=2)
    assert text.startswith(shown)
    again.agent.find("Continue reply")
    ends_well(again)


def test_a_draft_and_what_was_shown_survive_a_kill(window, server):
    program = window()
    program.ask("The first conversation")
    program.wait_for_reply("complete", count=2)
    program.agent.press("New conversation")
    wait_for(lambda: not program.rows(), "an empty conversation")
    program.ask("The second conversation")
    program.wait_for_reply("complete", count=2)
    row = program.agent.find("The first conversation", ["list item", "table cell"], starts=True)
    program.agent.call("select", ref=row["ref"])
    wait_for(lambda: program.rows()[0][0] == "You: The first conversation", "the first one")
    program.agent.set_text("Message", "typed and never sent")
    kept = program.data_dir / "conversations.db-wal"
    wait_for(lambda: b"typed and never sent" in kept.read_bytes(), "the draft on the disk")
    program.kill()

    again = window()
    wait_for(lambda: again.rows()[0][0] == "You: The first conversation", "the conversation")
    field = again.agent.find("Message", ["text", "entry"])
    wait_for(lambda: again.agent.text(field) == "typed and never sent", "the draft")
    ends_well(again)
