"""Scenes of the gallery: the whole conversation in one tall picture, and what is live in it."""

from functools import partial

from tests.end2end.desktop import wait_for
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.openai_server.answers import chunks
from tests.screenshots import gallery
from tests.screenshots.stage import Stage

TALLEST = 16_000
_ROOM = 64
"""Below the last message, in pixels."""
WINDOW = {"en": "en", "zh": "zh_CN", "ar": "ar"}
"""The window's language for each of the gallery's."""
TWICE = {"appearance.reading_size": 30}
"""Text at twice its usual size."""


def whole(language, more, folder, size, theme, path):
    """Everything in one picture, the last reply being written; the window in that language too."""
    told = gallery.load(language)
    with FakeOpenAI() as server:
        server.always(partial(_written_so_far, told.streamed))
        size = f"{size}x{TALLEST}"
        with _stage(folder, size, theme, server, told, more, WINDOW[language]) as stage:
            agent, said = stage.agent, stage.said
            _open(stage, told)
            _ask(stage, told)
            agent.set_text(said("Message"), told.draft)
            row = wait_for(lambda: _live_row(stage), "the reply under way")
            field = agent.find(said("Message"))
            agent.call("focus", ref=field["ref"])
            _, y, _, height = agent.call("extents", ref=row["ref"])
            below = TALLEST - agent.call("extents", ref=field["ref"])[1]
            tall = y + height + _ROOM + below
            stage.resize(tall)
            stage.picture(path, height=tall)


def waiting(folder, size, theme, path):
    """A question whose reply has not begun."""
    told = gallery.load("en")
    with FakeOpenAI() as server:
        server.always("stall-before-text")
        with _stage(folder, size, theme, server, told) as stage:
            _open(stage, told)
            _ask(stage, told)
            stage.picture(path)


def editing(folder, size, theme, path):
    """A question that is being edited."""
    told = gallery.load("en")
    with FakeOpenAI() as server, _stage(folder, size, theme, server, told) as stage:
        _open(stage, told)
        buttons = stage.agent.find_all("Edit message", "push button")
        stage.agent.call("press", ref=buttons[-1]["ref"])
        stage.agent.find("Message text")
        stage.picture(path)


def opened(folder, size, theme, path):
    """A file of a question that is open, because a word was found in it."""
    told = gallery.load("en")
    with FakeOpenAI() as server, _stage(folder, size, theme, server, told) as stage:
        _open(stage, told)
        agent = stage.agent
        agent.press("Find in conversation")
        agent.find("Find text", "text", focused=True)
        stage.desktop.type("pergola")
        agent.find("Hide minutes.md", "push button", starts=True)
        stage.desktop.keys("Escape")
        wait_for(lambda: not agent.find_all("Find text"), "the bar to go")
        stage.picture(path)


def _stage(folder, size, theme, server, told, more=(), language="en"):
    settings = {"chat.context_window": told.context_window, "retries.count": 0, **dict(more)}

    async def write(data_dir):
        await gallery.write(data_dir, told)

    return Stage(folder, size, theme, server.url, write, settings, language)


def _open(stage, told):
    """Shows the gallery, and nothing beside it."""
    agent, said = stage.agent, stage.said

    def is_open():
        return agent.find_all(said("Edit message"), "push button")

    if not is_open():
        if not agent.find_all(said("Hide sidebar"), "push button"):
            agent.press(said("Show sidebar"))
        row = agent.find(told.title, starts=True, role=["list item", "table cell"])
        agent.call("select", ref=row["ref"])
    wait_for(is_open, "the conversation")
    if agent.find_all(said("Hide sidebar"), "push button"):  # where the window has room for it
        agent.press(said("Hide sidebar"))


def _ask(stage, told):
    stage.agent.set_text(stage.said("Message"), told.question)
    stage.agent.press(stage.said("Send message"))
    stage.agent.find(stage.said("Stop reply"))


def _live_row(stage):
    """The last message, once all that will come of it is there."""
    rows = stage.agent.children(stage.agent.find(stage.said("Transcript")))
    last = [row for row in rows if row["role"] in ("list item", "table cell")][-1]
    return last if "def wait" in last["description"] else None


async def _written_so_far(text, exchange):
    await exchange.head()
    for payload in chunks(exchange, text, finish=None):
        if payload != "[DONE]":
            await exchange.event(payload)
    await exchange.stall()


SCENES = {
    "gallery-waiting-light": (waiting, "900x700", "light"),
    "gallery-editing-dark": (editing, "900x700", "dark"),
    "gallery-file-light": (opened, "900x700", "light"),
}
for _language in gallery.LANGUAGES:
    SCENES |= {
        f"gallery-{_language}-light": (partial(whole, _language, {}), "900", "light"),
        f"gallery-{_language}-dark": (partial(whole, _language, {}), "900", "dark"),
        f"gallery-{_language}-narrow": (partial(whole, _language, {}), "640", "light"),
        f"gallery-{_language}-large": (partial(whole, _language, TWICE), "900", "light"),
    }
