"""Files in a message: fenced blocks before the text, so that every model can read them.

``join`` and ``split`` undo each other; what is stored and what is sent is the one text, and whoever
shows it takes it apart again.
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

    @property
    def language(self) -> str:
        """The name's last part, lower case, by which the text is fenced; may be empty."""
        suffix = _SUFFIX.search(self.name)
        return suffix.group(1).lower() if suffix else ""

    @property
    def size(self) -> int:
        """Bytes of its text."""
        return len(self.text.encode("utf-8", "surrogatepass"))


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
    at = 0
    while match := _HEAD.match(message, at):
        start, mark = match.end(), f"\n{match.group(2)}"
        end = message.find(f"{mark}\n", start - 1)
        if end < 0 and message.endswith(mark, start - 1):
            # A client may have taken the last line break away.
            end = len(message) - len(mark)
        if end < 0:
            break
        files.append(AttachedText(match.group(1), message[start:end]))
        at = end + len(mark) + 1
        at += message.startswith("\n", at)
    return tuple(files), message[at:]


def said_in(message: str) -> str:
    """What the user says in a message; of files alone, the first one's name."""
    files, words = split(message)
    return files[0].name if files and not words.strip() else words


def _fenced(file: AttachedText) -> str:
    longest = max((len(ticks) for ticks in _TICKS.findall(file.text)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"File `{file.name}`:\n{fence}{file.language}\n{file.text}\n{fence}\n"
