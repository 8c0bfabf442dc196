"""Every name that the outside contract promises to assistive technology, in the real window."""

import pytest

from tests.end2end.desktop import wait_for
from tests.end2end.test_window import choose_page, settings_for
from tests.fakes.openai_server import FakeOpenAI

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(180)]

LISTS = ["list", "list box", "table"]
MESSAGE_BUTTONS = ("Copy message", "Edit message", "Regenerate reply", "More actions")


def test_every_name_of_the_contract(desktop, launch):
    with FakeOpenAI(reply="Hello **there**.") as server:
        settings_for(server, desktop)
        program = launch(desktop)
        agent = program.agent
        agent.find("Conversations", LISTS)
        assert agent.children(agent.find("Transcript", LISTS)) == []
        agent.find("Search conversations", "text")
        agent.find("Message", "text")
        for name in ("New conversation", "Settings", "Send message", "Attach files", "Branches"):
            agent.find(name, "push button", showing=name != "Branches")
        agent.find("Model", "push button", starts=True)

        program.ask("First question")
        program.wait_for_reply(count=2)
        assert agent.find_all(role="frame")[0]["name"].endswith("Desktop Assistant")
        assert len(agent.find_all("Transcript", LISTS, showing=False)) == 1
        for name in MESSAGE_BUTTONS:
            agent.find(name, "push button")
        (you, own_text, _), (reply, text, _) = program.rows()
        assert (you, own_text) == ("You: First question", "First question")
        assert reply == "box, complete: Hello there."
        assert text == "Hello there."

        agent.press("Regenerate reply")
        second = "box, complete, version 2 of 2: Hello there."
        wait_for(lambda: program.rows()[1][0] == second, "the second version")
        agent.press("Previous version")
        wait_for(lambda: "version 1 of 2" in program.rows()[1][0], "the first version again")
        agent.press("Next version")
        agent.find("Branches, 2", "push button")
        wait_for(
            lambda: "First question, 2 branches" in program.conversations(), "the row's full name"
        )

        server.always("reset-midway")
        program.ask("Second question")
        program.wait_for_reply("interrupted")
        agent.find("Continue reply", "push button")
        agent.find("Retry as a new version", "push button")

        agent.press("Settings")
        agent.find("Settings", "dialog")
        agent.find("Pages", LISTS)
        choose_page(agent, "Providers & keys")
        for name in ("API key", "Base URL"):
            agent.find(name, ["text", "password text", "entry"])
        agent.find("Test connection", "push button")
        choose_page(agent, "System prompt")
        agent.find("System prompt", "text")
        choose_page(agent, "Models & parameters")
        agent.find("Stream replies", ["check box", "toggle button", "push button"])
        for name in ("Save", "Cancel"):
            agent.find(name, "push button")
        agent.press("Cancel")
        assert program.quit() == 0


def test_a_reply_being_written_can_be_stopped_by_name(desktop, launch):
    with FakeOpenAI() as server:
        server.always("stall-midway")
        settings_for(server, desktop)
        program = launch(desktop)
        program.ask("Tell me")
        program.agent.find("Stop reply", "push button")
        server.wait_for_chats(1)
        wait_for(
            lambda: any(n.startswith("Tell me, answering") for n in program.conversations()),
            "the row that says so",
        )
        program.agent.press("Stop reply")
        program.wait_for_reply("stopped")
        assert server.chats[-1].closed.wait(5)
        assert program.quit() == 0


def test_a_question_for_children_that_are_gone_ends_nothing(desktop, launch):
    """As a screen reader asks that has counted them a moment too early."""
    with FakeOpenAI(reply="Hello there.\n\n" * 60) as server:
        settings_for(server, desktop)
        program = launch(desktop)
        program.ask("A long answer, with a scroll bar")
        program.wait_for_reply()
        assert program.agent.call("overreach") > 100
        program.agent.press("Settings")
        program.agent.find("Settings", "dialog")
        assert program.agent.call("overreach") > 100
        program.agent.press("Cancel")
        assert program.quit() == 0


def test_a_quick_hand_is_served_in_the_order_of_its_presses(desktop, launch):
    """What is typed at once after New conversation is asked there, and no draft is mixed up."""
    with FakeOpenAI(reply="Hello there.") as server:
        settings_for(server, desktop)
        program = launch(desktop)
        program.ask("The first question")
        program.wait_for_reply(count=2)
        program.agent.set_text("Message", "kept for later")
        for question in ("The second question", "The third question"):
            program.agent.press("New conversation")
            program.ask(question)
            wait_for(lambda q=question: program.rows()[0][0] == f"You: {q}", question)
            program.wait_for_reply(count=2)
        row = program.agent.find("The first question", ["list item", "table cell"], starts=True)
        program.agent.call("select", ref=row["ref"])
        wait_for(lambda: program.rows()[0][0] == "You: The first question", "the first one")
        field = program.agent.find("Message", ["text", "entry"])
        wait_for(lambda: program.agent.text(field) == "kept for later", "the draft")
        assert program.quit() == 0
