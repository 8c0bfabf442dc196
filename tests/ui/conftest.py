"""What tests of the window share: no screen needed, and the theme of the real resources."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Windows with a least size make the offscreen platform warn; that is no fault of ours."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture
def theme(qapp):
    from desktop_assistant.ui.theme import Theme

    theme = Theme(Path("resources"))
    theme.apply(choice="light", reading_size=15, reduce_motion=True)
    return theme
