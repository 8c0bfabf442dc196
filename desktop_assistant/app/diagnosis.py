"""What only the composition root can find out for ``doctor``: display and versions."""

import os
import sys
from importlib.metadata import PackageNotFoundError, version

from desktop_assistant.app.display import missing_display
from desktop_assistant.chat.diagnosis import Finding, FindingState


async def diagnose() -> list[Finding]:
    """Looks at what the window needs; opens none."""
    return [_display(), _versions()]


def _display() -> Finding:
    reason = missing_display(os.environ)
    if reason is None:
        return Finding("display", FindingState.OK, "A window can be opened.")
    return Finding(
        "display",
        FindingState.WARNING,
        reason,
        "Everything works in the terminal: desktop-assistant chat",
    )


def _versions() -> Finding:
    python = ".".join(str(part) for part in sys.version_info[:3])
    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:
        return Finding(
            "versions",
            FindingState.PROBLEM,
            f"Python {python}; Qt is not installed.",
            "Install the program again: its window needs PySide6-Essentials.",
        )
    return Finding("versions", FindingState.OK, f"Python {python}, Qt {qt}.")
