"""Reads files that were chosen to be attached: text only, and not too much of it."""

import asyncio
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

MOST_BYTES = 256 * 1024


class Refusal(StrEnum):
    """Why a file cannot be attached."""

    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    NO_FILE = "no_file"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file's text, or why there is none."""

    name: str
    text: str = ""
    refusal: Refusal | None = None


async def read_files(paths: tuple[Path, ...]) -> list[ReadFile]:
    """Reads them beside the window, which a slow disk must not stop."""
    return [await asyncio.to_thread(read_file, path) for path in paths]


def read_file(path: Path) -> ReadFile:
    """Reads a regular UTF-8 file of at most 256 KB."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe or a device may never end.
            return ReadFile(path.name, refusal=Refusal.NO_FILE)
        if status.st_size > MOST_BYTES:
            return ReadFile(path.name, refusal=Refusal.TOO_LARGE)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return ReadFile(path.name, refusal=Refusal.UNREADABLE)
    if len(content) > MOST_BYTES:
        return ReadFile(path.name, refusal=Refusal.TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ReadFile(path.name, refusal=Refusal.NOT_TEXT)
    if "\x00" in text:
        return ReadFile(path.name, refusal=Refusal.NOT_TEXT)
    return ReadFile(path.name, text.replace("\r\n", "\n").rstrip("\n"))
