"""PySide 6.12 must not use up ``None`` on Python 3.11."""

import sys

from PySide6.QtCore import QRect

import desktop_assistant.ui  # noqa: F401  # importing it is what is tested


def test_none_survives_more_calls_without_a_result_than_it_had_references():
    rect = QRect()
    for _ in range(100_000):
        rect.setX(1)
    assert sys.getrefcount(None) > 1_000
