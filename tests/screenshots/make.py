"""``make screenshots``: pictures of the real window, worked as a user would, light and dark.

python -m tests.screenshots.make [--output docs/screenshots] [--only NAME …]
"""

import argparse
import tempfile
from functools import partial
from pathlib import Path

from tests.end2end.desktop import wait_for
from tests.fakes.openai_server import FakeOpenAI
from tests.fakes.openai_server.answers import chunks
from tests.screenshots import gallery_scenes, library, words_ar, words_en, words_zh_cn
from tests.screenshots.stage import Stage

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"en": words_en, "zh_CN": words_zh_cn, "ar": words_ar}


async def written_so_far(streamed, exchange):
    """The pieces come, and then nothing: the picture is taken while the reply is written."""
    await exchange.head()
    for payload in chunks(exchange, streamed.rstrip("\n"), finish=None):
        if payload != "[DONE]":
            await exchange.event(payload)
    await exchange.stall()


def filled(folder, size, theme, server, language):
    """The window on the library of a language, in that language."""
    write = partial(library.write_library, words=WORDS[language])
    return Stage(folder, size, theme, server.url, write, language=language)


def main_window(folder, size, theme, path, language="en"):
    """The mock-up's scene: a forked conversation while its newest reply is written."""
    words = WORDS[language]
    with FakeOpenAI() as server:
        server.script(partial(written_so_far, words.STREAMED))
        with filled(folder, size, theme, server, language) as stage:
            agent, said = stage.agent, stage.said
            row = agent.find(words.MAIN_TITLE, starts=True, role=["list item", "table cell"])
            agent.call("select", ref=row["ref"])
            edit = wait_for(
                lambda: agent.find_all(said("Edit message"), "push button"), "the edit buttons"
            )
            agent.call("press", ref=edit[-1]["ref"])
            agent.set_text(said("Message text"), words.QUESTION)
            agent.press(said("Send as new branch"))
            agent.find(said("Stop reply"))
            agent.set_text(said("Message"), words.DRAFT)
            agent.call("focus", ref=agent.find(said("Message"))["ref"])
            stage.picture(path)


def first_run(folder, size, theme, path):
    """What a new user sees."""
    with Stage(folder, size, theme) as stage:
        stage.picture(path)


def settings_page(page):
    def scene(folder, size, theme, path):
        with FakeOpenAI() as server, filled(folder, size, theme, server, "en") as stage:
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
    "chinese-dark": (partial(main_window, language="zh_CN"), "1440x900", "dark"),
    "arabic-light": (partial(main_window, language="ar"), "1440x900", "light"),
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
