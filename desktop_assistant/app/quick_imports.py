"""Keeps PySide from reading the source text of every module.

PySide can offer its methods in other spellings to modules that ask for that. To learn who might,
it reads through the source of each module that is imported after it, on the thread that imports:
17 ms of the start, 40 ms of the SDK's import, and a pause where a dialog is opened for the first
time. No module of ours or below us asks.
"""

import sys

import PySide6.QtCore  # noqa: F401  # brings in what is looked for here

_FEATURES = "shibokensupport.feature"


def read_no_sources() -> None:
    """To be called before anything else of the window is imported."""
    features = sys.modules.get(_FEATURES)
    if features is not None:
        # Private, so it may be gone in another version; then this is without effect.
        vars(features)["_mod_uses_pyside"] = lambda _module: False
