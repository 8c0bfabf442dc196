"""Finding in the conversation, by keys and by assistive technology."""

import pytest

from tests.end2end.desktop import wait_for
from tests.end2end.test_window import settings_for
from tests.fakes.openai_server import FakeOpenAI

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(240)]


def test_words_are_found_walked_and_left(desktop, launch):
    with FakeOpenAI() as server:
        program = launch(desktop, environment=settings_for(server, desktop))
        agent = program.agent
        program.ask("herons, HERONS and one more heron")
        program.wait_for_reply(count=2)

        desktop.keys("ctrl+f")
        agent.find("Find text", "text", focused=True)
        desktop.type("heron")
        wait_for(lambda: agent.find_all("1 of 3"), "the count")
        desktop.keys("Return")
        wait_for(lambda: agent.find_all("2 of 3"), "the second hit")
        agent.press("Previous hit")
        wait_for(lambda: agent.find_all("1 of 3"), "the first hit")
        agent.press("Previous hit")
        wait_for(lambda: agent.find_all("3 of 3"), "the last hit")
        desktop.keys("Escape")
        wait_for(lambda: not agent.find_all("Find text"), "the bar to go")

        agent.press("Find in conversation")
        wait_for(lambda: agent.find_all("1 of 3"), "the same words again")
        agent.press("Close")
        wait_for(lambda: not agent.find_all("Find text"), "the bar to go")
        assert program.quit() == 0
        assert program.output() == ""
