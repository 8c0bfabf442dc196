r"""Joins UTF-16 halves that a provider split over two deltas.

JSON may carry half of a character as ``\ud83d``. Alone it can be neither stored nor sent, so a
trailing first half is held back until its partner comes; a half without one becomes U+FFFD.
"""

import re

_LONE = re.compile(r"[\ud800-\udfff]")
_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")


class SurrogateJoiner:
    """One per text stream; feed deltas in order, then ``flush``."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> str:
        """The text that can be used now."""
        text = self._held + text
        self._held = ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            self._held = text[-1]
            text = text[:-1]
        return join_surrogates(text)

    def flush(self) -> str:
        """What is left when the stream has ended."""
        held, self._held = self._held, ""
        return "\ufffd" if held else ""


def join_surrogates(text: str) -> str:
    """The text with pairs joined and lone halves replaced; the same object if it has none."""
    if not _LONE.search(text):
        return text
    joined = _PAIR.sub(lambda m: m.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return _LONE.sub("\ufffd", joined)
