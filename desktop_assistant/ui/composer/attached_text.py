"""Files in a message: fenced blocks before the text, so that every model can read them.

``join`` and ``split`` undo each other; a draft therefore needs no other form than the message's.
"""

import re
from dataclasses import dataclass

_HEAD = re.compile(r"File `([^`\n]+)`:\n(`{3,})([\w+#.-]*)\n", re.ASCII)
_TICKS = re.compile(r"`{3,}")
_UNSAFE = re.compile(r"[`\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SUFFIX = re.compile(r"\.([A-Za-z0-9+#]{1,12})$")
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class AttachedText:
    """A file's name and text."""

    name: str
    text: str


def attached(name: str, text: str) -> AttachedText:
    """An attachment whose name can do no harm in a message."""
    clean = _UNSAFE.sub("", name).strip()[:_LONGEST_NAME] or "file"
    return AttachedText(clean, text)


def join(files: tuple[AttachedText, ...], text: str) -> str:
    """The message: every file in its fence, then the text."""
    parts = [_fenced(file) for file in files]
    return "\n".join([*parts, text] if text or not parts else parts)


def split(message: str) -> tuple[tuple[AttachedText, ...], str]:
    """The files at the head of a message and the text after them."""
    files: list[AttachedText] = []
    rest = message
    while match := _HEAD.match(rest):
        fence = match.group(2)
        end = rest.find(f"\n{fence}\n", match.end() - 1)
        if end < 0:
            break
        files.append(AttachedText(match.group(1), rest[match.end() : end]))
        rest = rest[end + len(fence) + 2 :].removeprefix("\n")
    return tuple(files), rest


def _fenced(file: AttachedText) -> str:
    longest = max((len(ticks) for ticks in _TICKS.findall(file.text)), default=2)
    fence = "`" * max(3, longest + 1)
    suffix = _SUFFIX.search(file.name)
    language = suffix.group(1).lower() if suffix else ""
    return f"File `{file.name}`:\n{fence}{language}\n{file.text}\n{fence}\n"
