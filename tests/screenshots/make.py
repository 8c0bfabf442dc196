"""``make screenshots``: pictures of the real window, worked as a user would, light and dark.

python -m tests.screenshots.make [--output docs/screenshots] [--only NAME …]
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.end2end.desktop import Agent, Desktop, end, wait_for
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.openai_server.answers import chunks
from tests.screenshots import library

ROOT = Path(__file__).resolve().parents[2]


class Stage:
    """The program on a desktop of a given size, with the library of the pictures."""

    def __init__(self, folder, size, theme, base_url, *, empty=False):
        self.data_dir = folder / "data"
        self.data_dir.mkdir(mode=0o700)
        if not empty:
            asyncio.run(library.write_library(self.data_dir))
        settings = f'[appearance]\ntheme = "{theme}"\n'
        if base_url:
            settings += (
                '[chat]\nprovider = "openai"\n[providers.openai]\nneeds_key = false\n'
                f'base_url = "{base_url}"\n'
            )
        (self.data_dir / "settings.toml").write_text(settings, encoding="utf-8")
        self.desktop = Desktop(folder, size=size, frames=False)
        self.size = size

    def __enter__(self):
        self.desktop.__enter__()
        self.program = subprocess.Popen(
            [sys.executable, "-m", "desktop_assistant", "--data-dir", str(self.data_dir)],
            cwd=ROOT,
            env=self.desktop.environment | {"QT_SCALE_FACTOR": "1"},
        )
        self.agent = Agent(self.desktop)
        self.agent.find("Message")
        self._fill_screen()
        return self

    def __exit__(self, *error):
        self.agent.close()
        end(self.program)
        self.desktop.__exit__(*error)

    def picture(self, path):
        time.sleep(1.0)
        self.desktop.screenshot(path)
        print(path)

    def _fill_screen(self):
        width, height = self.size.split("x")
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Desktop Assistant"],
            env=self.desktop.environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        window = found.stdout.split()[-1]
        for command in (
            ["windowmove", window, "0", "0"],
            ["windowsize", window, width, height],
            ["windowfocus", window],
        ):
            subprocess.run(["xdotool", *command], env=self.desktop.environment, check=True)
        time.sleep(0.5)


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
        with Stage(folder, size, theme, server.url) as stage:
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
    with Stage(folder, size, theme, None, empty=True) as stage:
        stage.picture(path)


def settings_page(page):
    def scene(folder, size, theme, path):
        with FakeOpenAI() as server, Stage(folder, size, theme, server.url) as stage:
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
