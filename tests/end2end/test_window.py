"""The main job through the real window: the built-in model, real keyring, real disk."""

import subprocess
import sys

import pytest

from tests.end2end.desktop import ROOT, wait_for
from tests.fakes.openai_server import FakeOpenAI

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(240)]

CONTRACT_BUTTONS = ("New conversation", "Settings", "Send message", "Attach files")


def command(desktop, data_dir, *arguments, stdin=""):
    done = subprocess.run(
        [sys.executable, "-m", "desktop_assistant", "--data-dir", str(data_dir), *arguments],
        cwd=ROOT, env=desktop.environment, input=stdin, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    return done


@pytest.mark.local_model
def test_first_run_ask_edit_walk_the_branches_and_find_it_all_again(desktop, launch):
    program = launch(desktop)
    agent = program.agent
    agent.find("Start a conversation")
    for name in CONTRACT_BUTTONS:
        agent.find(name, "push button")
    agent.find("Search conversations", "text")
    agent.find("Model", starts=True)
    title = agent.find_all(role="frame")[0]["name"]
    assert title.endswith("Desktop Assistant")

    program.ask("What is the capital of France? Answer in one sentence.")
    name, text, _ = program.wait_for_reply(count=2)
    assert name.startswith("SmolLM2 135M")
    assert len(text) > 5
    question = program.rows()[0]
    assert question[0].startswith("You: What is the capital of France?")

    agent.press("Edit message")
    agent.set_text("Message text", "What is the capital of Spain? Answer in one sentence.")
    agent.press("Send as new branch")
    wait_for(lambda: "version 2 of 2" in program.rows()[0][0], "the second version")
    program.wait_for_reply(count=2)
    assert "Spain" in program.rows()[0][1]
    agent.press("Previous version")
    wait_for(lambda: "version 1 of 2" in program.rows()[0][0], "the first version")
    wait_for(lambda: program.rows()[1][1] == text, "the first answer")
    assert "France" in program.rows()[0][1]
    agent.press("Next version")
    wait_for(lambda: "version 2 of 2" in program.rows()[0][0], "the second version again")
    shown = [row[:2] for row in program.rows()]
    wait_for(lambda: any("2 branches" in name for name in program.conversations()), "the badge")

    assert program.quit() == 0
    again = launch(desktop)
    wait_for(lambda: [row[:2] for row in again.rows()] == shown, "what was there before")
    assert again.quit() == 0
    assert again.output() == ""


@pytest.mark.local_model
def test_a_reply_is_stopped_and_kept_and_regenerated(desktop, launch):
    program = launch(desktop)
    program.ask("Write a very long story about a lighthouse keeper, at least 2000 words.")
    wait_for(lambda: len(program.rows()) == 2 and len(program.rows()[1][1]) > 40, "some text", 60)
    program.agent.press("Stop reply")
    _, text, _ = program.wait_for_reply("stopped")
    assert len(text) > 40
    program.agent.press("Regenerate reply")
    wait_for(lambda: "version 2 of 2" in program.rows()[1][0], "the second version")
    program.agent.press("Stop reply")
    wait_for(lambda: program.agent.find_all("Send message"), "the end of the reply")
    assert program.quit() == 0


def test_settings_with_key_and_prompt_against_a_real_keyring(desktop_with_keyring, launch):
    key = "sk-canary-4242424242424242"
    desktop = desktop_with_keyring
    with FakeOpenAI(key=key, reply="I am the **provider**.") as server:
        program = launch(desktop)
        agent = program.agent
        agent.press("Settings")
        agent.find("Settings", "dialog")
        choose_page(agent, "Providers & keys")
        agent.set_text("Base URL", server.url)
        agent.set_text("API key", key)
        agent.press("Test connection")
        agent.find("Connected", starts=True)
        choose_page(agent, "System prompt")
        agent.set_text("System prompt", "Answer as {model}.")
        choose_page(agent, "Models & parameters")
        agent.press("Stream replies", role=None)
        agent.press("Save")
        wait_for(lambda: not agent.find_all("Settings", "dialog"), "the dialog to close")

        program.ask("Who are you?")
        name, text, _ = program.wait_for_reply(count=2)
        assert name.startswith("gpt-4.1")
        assert "provider" in text
        sent = server.chats[-1]
        assert sent.json["messages"][0] == {"role": "system", "content": "Answer as gpt-4.1."}
        assert sent.json.get("stream") in (None, False)
        assert sent.headers["authorization"] == f"Bearer {key}"
        assert program.quit() == 0

        status = command(desktop, program.data_dir, "key", "status", "--json")
        assert "openai" in status.stdout
        assert key not in status.stdout
        asked = command(desktop, program.data_dir, "ask", "Again?")
        assert asked.stdout.strip() == "I am the **provider**."
    canary = [
        p for p in program.data_dir.rglob("*") if p.is_file() and key.encode() in p.read_bytes()
    ]
    assert canary == []


def choose_page(agent, name):
    agent.find("Pages", ["list", "list box", "table"])
    row = agent.find(name, ["list item", "table cell"], starts=True)
    agent.call("select", ref=row["ref"])


def test_a_killed_window_loses_nothing_that_was_shown(desktop, launch):
    # So slow that the question is still in sight when the window is killed.
    with FakeOpenAI(tokens=2000, tokens_per_s=50) as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        program.ask("Tell me a lot")
        wait_for(lambda: len(program.rows()[1][1]) > 200, "text")
        shown = program.rows()[1][1]
        program.kill()
        again = launch(desktop)
        _, text, _ = again.wait_for_reply("interrupted")
        assert len(text) > len(shown) * 0.5
        assert again.rows()[0][0] == "You: Tell me a lot"
        again.agent.find("Continue reply")
        again.agent.find("Retry as a new version")
        assert again.quit() == 0


def settings_for(server, desktop):
    folder = desktop.folder / "data"
    folder.mkdir(mode=0o700)
    (folder / "settings.toml").write_text(
        '[chat]\nprovider = "box"\n[providers.box]\nneeds_key = false\nmodel = "box"\n'
        f'base_url = "{server.url}"\n',
        encoding="utf-8",
    )
    return {}


def test_the_command_line_works_beside_the_window(desktop, launch):
    with FakeOpenAI(reply="from the terminal") as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        done = command(desktop, program.data_dir, "ask", "A question from outside")
        assert done.returncode == 0, done.stderr
        wait_for(
            lambda: any(n.startswith("A question from outside") for n in program.conversations()),
            "the conversation in the window",
        )
        program.ask("A question from inside")
        program.wait_for_reply(count=2)
        listed = command(desktop, program.data_dir, "conversations", "list", "--json")
        assert "A question from inside" in listed.stdout
        assert program.quit() == 0


def test_a_second_launch_brings_the_first_window_forward(desktop, launch):
    program = launch(desktop)
    wait_for((program.data_dir / "locks" / "window.socket").exists, "the window's socket")
    second = command(desktop, program.data_dir)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert program.quit() == 0


def test_an_error_is_told_with_its_one_action(desktop, launch):
    with FakeOpenAI() as server:
        server.always("status-401")
        program = launch(desktop, environment=settings_for(server, desktop))
        program.ask("Hello")
        name, _, _ = program.wait_for_reply("failed")
        assert name.startswith("box")
        program.agent.press("Open key settings")
        program.agent.find("Settings", "dialog")
        program.agent.press("Cancel")
        server.always(None)
        program.agent.press("Retry as a new version")
        program.wait_for_reply("complete")
        assert program.quit() == 0
