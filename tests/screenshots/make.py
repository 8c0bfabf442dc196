"""``make screenshots``: pictures of the real window, worked as a user would, light and dark.

python -m tests.screenshots.make [--output docs/screenshots] [--only NAME …]
"""

import argparse
import tempfile
from pathlib import Path

from tests.end2end.desktop import wait_for
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.openai_server.answers import chunks
from tests.screenshots import gallery_scenes, library
from tests.screenshots.stage import Stage

ROOT = Path(__file__).resolve().parents[2]


async def written_so_far(exchange):
    """The pieces come, and then nothing: the picture is taken while the reply is written."""
    await exchange.head()
    for payload in chunks(exchange, library.STREAMED.rstrip("\n"), finish=None):
        if payload != "[DONE]":
            await exchange.event(payload)
    await exchange.stall()


def main_window(folder, size, theme, path):
    """The mock-up's scene: a forked conversation while its newest reply is written."""
    with FakeOpenAI() as server:
        server.script(written_so_far)
        with Stage(folder, size, theme, server.url, library.write_library) as stage:
            agent = stage.agent
            row = agent.find(library.MAIN_TITLE, starts=True, role=["list item", "table cell"])
            agent.call("select", ref=row["ref"])
            edit = wait_for(
                lambda: agent.find_all("Edit message", "push button"), "the edit buttons"
            )
            agent.call("press", ref=edit[-1]["ref"])
            agent.set_text("Message text", library.QUESTION)
            agent.press("Send as new branch")
            agent.find("Stop reply")
            agent.set_text("Message", library.DRAFT)
            agent.call("focus", ref=agent.find("Message")["ref"])
            stage.picture(path)


def first_run(folder, size, theme, path):
    """What a new user sees."""
    with Stage(folder, size, theme) as stage:
        stage.picture(path)


def settings_page(page):
    def scene(folder, size, theme, path):
        with (
            FakeOpenAI() as server,
            Stage(folder, size, theme, server.url, library.write_library) as stage,
        ):
            stage.agent.press("Settings")
            row = stage.agent.find(page, role=["list item", "table cell"], starts=True)
            stage.agent.call("select", ref=row["ref"])
            if page.startswith("Providers"):
                stage.agent.press("Test connection")
            stage.picture(path)

    return scene


SCENES = {
    "main-light": (main_window, "1440x900", "light"),
    "main-dark": (main_window, "1440x900", "dark"),
    "narrow-light": (main_window, "640x900", "light"),
    "first-run-light": (first_run, "1440x900", "light"),
    "first-run-dark": (first_run, "1440x900", "dark"),
    "settings-providers-light": (settings_page("Providers & keys"), "1440x900", "light"),
    "settings-prompt-dark": (settings_page("System prompt"), "1440x900", "dark"),
    **gallery_scenes.SCENES,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--only", nargs="*", choices=sorted(SCENES), default=sorted(SCENES))
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    for name in options.only:
        scene, size, theme = SCENES[name]
        with tempfile.TemporaryDirectory() as folder:
            scene(Path(folder), size, theme, options.output / f"{name}.png")


if __name__ == "__main__":
    main()
