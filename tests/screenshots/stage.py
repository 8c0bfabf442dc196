"""The real window on a screen of its own, filled, sized and photographed."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from xml.etree import ElementTree

from desktop_assistant.adapters.settings_file import TomlSettingsFile
from tests.end2end.desktop import Agent, Desktop, end

ROOT = Path(__file__).resolve().parents[2]


def spoken(language):
    """The names of things in a language, by their English names."""
    if language == "en":
        return lambda english: english
    file = ROOT / "resources" / "translations" / f"desktop-assistant_{language}.ts"
    messages = ElementTree.parse(file).getroot().iter("message")
    return {m.findtext("source"): m.findtext("translation") for m in messages}.__getitem__


class Stage:
    """The program on a desktop of a given size.

    Args:
        folder: an empty one.
        size: of screen and window, such as ``1440x900``.
        theme: ``light`` or ``dark``.
        base_url: of the provider; none leaves everything as it is at the first start.
        write: fills the data folder.
        settings: further settings by key.
        language: of the window.
    """

    def __init__(
        self,
        folder: Path,
        size: str,
        theme: str,
        base_url: str | None = None,
        write: Callable[[Path], Awaitable[object]] | None = None,
        settings: dict[str, object] | None = None,
        language: str = "en",
    ):
        self.said = spoken(language)
        self.data_dir = folder / "data"
        self.data_dir.mkdir(mode=0o700)
        if write is not None:
            asyncio.run(write(self.data_dir))
        values = {"appearance.theme": theme, "appearance.language": language, **(settings or {})}
        if base_url:
            values |= {
                "chat.provider": "openai",
                "providers.openai.needs_key": False,
                "providers.openai.base_url": base_url,
            }
        TomlSettingsFile(self.data_dir / "settings.toml").write(values)
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
        self.agent.find(self.said("Message"))
        self._fill_screen()
        return self

    def __exit__(self, *error):
        self.agent.close()
        end(self.program)
        self.desktop.__exit__(*error)

    def picture(self, path, *, height=None):
        """Photographs the screen, or as much of its top, in as few bytes as look the same."""
        time.sleep(1.0)
        self.desktop.screenshot(path)
        crop = ["-crop", f"{self.width}x{height}+0+0", "+repage"] if height else []
        packed = ["-dither", "None", "-colors", "128", "-define", "png:compression-level=9"]
        subprocess.run(["convert", path, *crop, *packed, f"PNG8:{path}"], check=True)
        print(path)

    @property
    def width(self):
        return int(self.size.split("x")[0])

    def resize(self, height):
        """Gives the window another height."""
        self._place(str(self.width), str(height))

    def _fill_screen(self):
        self._place(*self.size.split("x"))

    def _place(self, width, height):
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
