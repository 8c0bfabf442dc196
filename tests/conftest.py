"""What holds for all tests."""

import sys

from hypothesis import HealthCheck, settings

# No test may fail because a machine is slow: it says nothing about the program.
settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("patient")


def pytest_sessionfinish():
    """Empties the clipboard: without a screen Qt frees it after Python is gone, and crashes."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
