"""Scenes of the gallery: the whole conversation in one tall picture, and what is live in it."""

from functools import partial

from tests.end2end.desktop import wait_for
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.openai_server.answers import chunks
from tests.screenshots import gallery
from tests.screenshots.stage import Stage

TALLEST = 14_000
_ROOM = 40
"""Below the last message, in pixels."""
TWICE = {"appearance.reading_size": 30}
"""Text at twice its usual size."""


def whole(language, more, folder, size, theme, path):
    """Everything in one picture, the last reply being written."""
    told = gallery.load(language)
    with FakeOpenAI() as server:
        server.always(partial(_written_so_far, told.streamed))
        with _stage(folder, f"{size}x{TALLEST}", theme, server, told, more) as stage:
            agent = stage.agent
            _open(agent, told)
            agent.set_text("Message", told.question)
            agent.press("Send message")
            agent.find("Stop reply")
            agent.set_text("Message", told.draft)
            row = wait_for(lambda: _live_row(agent), "the reply under way")
            agent.call("focus", ref=agent.find("Message")["ref"])
            _, y, _, height = agent.call("extents", ref=row["ref"])
            field = agent.call("extents", ref=agent.find("Message")["ref"])
            tall = y + height + _ROOM + (TALLEST - field[1]) + 20
            stage.resize(tall)
            stage.picture(path, height=tall)


def waiting(folder, size, theme, path):
    """A question whose reply has not begun."""
    told = gallery.load("en")
    with FakeOpenAI() as server:
        server.always("stall-before-text")
        with _stage(folder, size, theme, server, told, {}) as stage:
            _open(stage.agent, told)
            stage.agent.set_text("Message", told.question)
            stage.agent.press("Send message")
            stage.agent.find("Stop reply")
            stage.picture(path)


def editing(folder, size, theme, path):
    """A question that is being edited."""
    told = gallery.load("en")
    with FakeOpenAI() as server, _stage(folder, size, theme, server, told, {}) as stage:
        _open(stage.agent, told)
        buttons = wait_for(
            lambda: stage.agent.find_all("Edit message", "push button"), "the edit buttons"
        )
        stage.agent.call("press", ref=buttons[-1]["ref"])
        stage.agent.find("Message text")
        stage.picture(path)


def _open(agent, told):
    """Shows the gallery, and nothing beside it."""
    if not agent.find_all("Edit message", "push button"):
        shown = agent.find_all("Hide sidebar", "push button")
        if not shown:
            agent.press("Show sidebar")
        row = agent.find(told.title, starts=True, role=["list item", "table cell"])
        agent.call("select", ref=row["ref"])
    wait_for(lambda: agent.find_all("Edit message", "push button"), "the conversation")
    if agent.find_all("Hide sidebar", "push button"):  # where the window has room for it
        agent.press("Hide sidebar")


def _stage(folder, size, theme, server, told, more):
    settings = {"chat.context_window": told.context_window, "retries.count": 0, **more}
    return Stage(
        folder, size, theme, server.url, lambda data_dir: gallery.write(data_dir, told), settings
    )


def _live_row(agent):
    rows = agent.children(agent.find("Transcript"))
    last = [row for row in rows if row["role"] in ("list item", "table cell")][-1]
    return last if "Waits" in last["description"] or "def wait" in last["description"] else None


async def _written_so_far(text, exchange):
    await exchange.head()
    for payload in chunks(exchange, text, finish=None):
        if payload != "[DONE]":
            await exchange.event(payload)
    await exchange.stall()


SCENES = {
    "gallery-waiting-light": (waiting, "900x700", "light"),
    "gallery-editing-dark": (editing, "900x700", "dark"),
}
for _language in gallery.LANGUAGES:
    SCENES |= {
        f"gallery-{_language}-light": (partial(whole, _language, {}), "900", "light"),
        f"gallery-{_language}-dark": (partial(whole, _language, {}), "900", "dark"),
        f"gallery-{_language}-narrow": (partial(whole, _language, {}), "640", "light"),
        f"gallery-{_language}-large": (partial(whole, _language, TWICE), "900", "light"),
    }
