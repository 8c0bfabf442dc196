"""What the window remembers of itself: its place, its sidebar, what it showed."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class WindowState:
    """A value that survives the program as text."""

    x: int = 0
    y: int = 0
    """Where its frame was, in pixels of the whole desktop."""
    width: int = 0
    height: int = 0
    """How large it was inside its frame, while it did not fill the screen; 0 was never told."""
    maximized: bool = False
    sidebar_width: int = 0
    """Pixels; 0 is the normal width."""
    sidebar_shown: bool = True
    conversation_id: str = ""

    def to_text(self) -> str:
        """The text to store."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> "WindowState":
        """What a stored text says; whatever is wrong in it is as if it had not been said."""
        try:
            data = json.loads(text) if text else {}
        except ValueError:
            return cls()
        if not isinstance(data, dict):
            return cls()
        fresh = asdict(cls())
        known = {
            key: data[key]
            for key, default in fresh.items()
            if key in data and type(data[key]) is type(default)
        }
        return cls(**known)
