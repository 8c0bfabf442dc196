"""Menus and the list of branches are worked through AT-SPI alone."""

import subprocess

import pytest

from tests.end2end.desktop import wait_for
from tests.end2end.test_window import settings_for
from tests.fakes.openai_server import FakeOpenAI

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(240)]


def entries(agent, name="More actions"):
    menu = agent.find(name, "popup menu")
    return [entry["name"] for entry in agent.children(menu) if entry["role"] == "menu item"]


def choose(agent, entry):
    agent.press(entry, "menu item")
    wait_for(lambda: not agent.find_all(role="popup menu"), "the menu to go")


def test_a_conversation_is_renamed_pinned_deleted_and_brought_back_from_its_rows_menu(
    desktop, launch
):
    with FakeOpenAI() as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        agent = program.agent
        program.ask("What are herons?")
        program.wait_for_reply(count=2)

        agent.press("More actions for What are herons?")
        assert entries(agent) == ["Rename", "Pin", "Delete"]
        choose(agent, "Rename")
        agent.set_text("Conversation title", "Herons")
        agent.call("focus", ref=agent.find("Message", "text")["ref"])  # leaving it keeps it
        wait_for(lambda: "Herons" in program.conversations(), "the new title")

        agent.press("More actions for Herons")
        choose(agent, "Pin")
        wait_for(lambda: "Herons, pinned" in program.conversations(), "the pin")
        agent.press("More actions for Herons")
        assert entries(agent) == ["Rename", "Unpin", "Delete"]
        choose(agent, "Delete")
        wait_for(lambda: not program.conversations(), "the row to go")
        agent.press("Undo")
        wait_for(lambda: "Herons, pinned" in program.conversations(), "the row to come back")
        assert program.quit() == 0
        assert program.output() == ""


def test_branches_versions_and_messages_have_menus(desktop, launch):
    with FakeOpenAI() as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        agent = program.agent
        program.ask("Tell me of herons")
        program.wait_for_reply(count=2)
        agent.press("Edit message")
        agent.set_text("Message text", "Tell me of storks")
        agent.press("Send as new branch")
        wait_for(lambda: "storks" in program.rows()[0][0], "the second version")
        program.wait_for_reply(count=2)

        agent.press("Branches", starts=True)
        branches = agent.children(agent.find("Branches", "list"))
        assert [b["role"] for b in branches] == ["list item", "list item"]
        assert [("selected" in b["states"]) for b in branches] == [True, False]
        agent.call("press", ref=branches[1]["ref"])
        wait_for(lambda: "herons" in program.rows()[0][0], "the first branch")
        wait_for(lambda: not agent.find_all("Branches", "list"), "the list to go")

        agent.press("Tell me of herons")  # the crumb
        versions = agent.children(agent.find("Versions", "popup menu"))
        assert [("checked" in version["states"]) for version in versions] == [True, False]
        choose(agent, "2. Tell me of storks")
        wait_for(lambda: "storks" in program.rows()[0][0], "the second version")

        question, _ = program.rows()
        (more,) = agent.find_all("More actions", "push button", under=question[2]["ref"])
        agent.call("press", ref=more["ref"])
        wanted = {"Copy message", "Copy as Markdown", "Edit message", "Select all"}
        assert wanted <= set(entries(agent))
        choose(agent, "Edit message")
        agent.find("Message text")
        assert program.quit() == 0
        assert program.output() == ""


def test_versions_show_themselves_where_the_pointer_rests_and_by_key(desktop, launch):
    with FakeOpenAI() as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        agent = program.agent
        program.ask("Tell me of herons")
        program.wait_for_reply(count=2)
        agent.press("Regenerate reply")
        wait_for(lambda: "version 2 of 2" in program.rows()[1][0], "the second version")
        program.wait_for_reply(count=2)

        number = agent.find("Versions, 2 of 2", "push button")
        x, y, width, height = agent.call("extents", ref=number["ref"])
        for step in (-1, 0):
            point_at(desktop, x + width // 2 + step, y + height // 2)
        versions = agent.find("Versions", "list")
        assert [row["name"].partition(".")[0] for row in agent.children(versions)] == ["1", "2"]
        point_at(desktop, 300, 500)
        wait_for(lambda: not agent.find_all("Versions", "list"), "the list to go")

        agent.press("Versions, 2 of 2")
        agent.find("Versions", "list")
        desktop.activate()
        desktop.keys("Up", "Return")
        wait_for(lambda: "version 1 of 2" in program.rows()[1][0], "the first version")
        assert program.quit() == 0
        assert program.output() == ""


def point_at(desktop, x, y):
    subprocess.run(
        ["xdotool", "mousemove", str(x), str(y)], env=desktop.environment, check=True, timeout=20
    )


def test_a_menu_works_by_keyboard_and_gives_the_focus_back(desktop, launch):
    with FakeOpenAI() as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        agent = program.agent
        program.ask("Herons?")
        program.wait_for_reply(count=2)
        (more,) = [
            button
            for button in agent.find_all("More actions", "push button")
            if "focusable" in button["states"]
        ]
        agent.call("focus", ref=more["ref"])
        desktop.activate()
        desktop.keys("space")
        agent.find("More actions", "popup menu")
        desktop.keys("p")
        wait_for(lambda: focused(agent, "Pin"), "the entry that begins with P")
        desktop.keys("Escape")
        wait_for(lambda: "focused" in described(agent, more), "the button to have the focus again")
        assert program.quit() == 0


def focused(agent, name):
    return any("focused" in e["states"] for e in agent.find_all(name, "menu item"))


def described(agent, found):
    return agent.call("describe", ref=found["ref"])["states"]


def test_footnotes_are_followed_there_and_back_through_the_messages_menu(desktop, launch):
    text = "Herons fish[^1].\n\n" + "A paragraph.\n\n" * 40 + "[^1]: In shallow water.\n"
    with FakeOpenAI(reply=text) as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        agent = program.agent
        program.ask("What are herons?")
        program.wait_for_reply(count=1)
        back = "Go back to footnote 1 in the text"
        _open_menu_of_last(program)
        assert back in entries(agent)
        choose(agent, back)
        _open_menu_of_last(program)
        assert "Go to footnote 1" in entries(agent)
        assert back not in entries(agent)
        choose(agent, "Go to footnote 1")
        _open_menu_of_last(program)
        assert back in entries(agent)
        choose(agent, back)
        assert program.quit() == 0
        assert program.output() == ""


def _open_menu_of_last(program):
    """Opens the menu of the last message."""
    agent = program.agent
    row = program.rows()[-1]
    (button,) = agent.find_all("More actions", "push button", under=row[2]["ref"])
    agent.call("press", ref=button["ref"])
    wait_for(lambda: agent.find_all(role="popup menu"), "the menu to open")
