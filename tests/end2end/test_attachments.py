"""A file is attached, sent, opened, found and kept by an edit, as a user would do it."""

import json
import subprocess
import sys

import pytest

from tests.end2end.desktop import ROOT, wait_for
from tests.end2end.test_window import settings_for
from tests.fakes.openai_server import FakeOpenAI

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(240)]

NOTES = "# Notes\nthe wall is repaired first"


def last_question(desktop, data_dir):
    """What the library holds of the last question."""

    def tell(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "desktop_assistant", "--data-dir", str(data_dir), *arguments],
            cwd=ROOT, env=desktop.environment, capture_output=True, text=True, check=True,
            timeout=60,
        )  # fmt: skip
        return json.loads(done.stdout)

    (talk,) = tell("conversations", "list", "--json")
    messages = tell("conversations", "show", talk["id"], "--json")["messages"]
    return talk["title"], [m["text"] for m in messages if m["role"] == "user"][-1]


def test_a_sent_file_is_opened_found_and_kept(desktop, launch, tmp_path):
    path = tmp_path / "notes.md"
    path.write_text(NOTES + "\n", encoding="utf-8")
    with FakeOpenAI() as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        agent = program.agent
        agent.press("Attach files")
        agent.find("Attach files", ["dialog", "file chooser", "frame"])
        desktop.type(str(path))
        desktop.keys("Return")
        agent.find("Remove notes.md", "push button")
        program.ask("Shorten these.")
        program.wait_for_reply(count=2)
        sent = server.chats[-1].json["messages"][-1]["content"]
        assert sent == f"File `notes.md`:\n```md\n{NOTES}\n```\n\nShorten these."
        assert last_question(desktop, program.data_dir) == ("Shorten these", sent)

        name, text, _ = program.rows()[0]
        assert name == "You, 1 attached file: Shorten these."
        assert text == f"notes.md\n{NOTES}\nShorten these."
        chip = agent.find("Show notes.md", "push button", starts=True)
        assert "Markdown · 34 bytes" in chip["name"]
        agent.call("press", ref=chip["ref"])
        agent.find("Hide notes.md", "push button", starts=True)
        agent.find("Markdown code, 2 lines")
        agent.press("Hide notes.md", starts=True)
        wait_for(lambda: not agent.find_all("Markdown code, 2 lines"), "the text to go")

        desktop.keys("ctrl+f")
        agent.find("Find text", "text", focused=True)
        desktop.type("repaired")
        agent.find("Markdown code, 2 lines")
        desktop.keys("Escape")

        agent.press("Edit message")
        agent.find("Remove notes.md", "push button")
        agent.set_text("Message text", "Translate these.")
        agent.press("Send as new branch")
        program.wait_for_reply(count=2)
        wait_for(lambda: len(server.chats) > 1, "the second request")
        assert last_question(desktop, program.data_dir)[1] == sent.replace("Shorten", "Translate")
        assert program.quit() == 0
        # Where the system's dialog is GTK's, that misses its own service here and says so.
        said = [line for line in program.output().splitlines() if "dconf" not in line]
        assert not any(said)
