"""Keeps PySide 6.12 from using up ``None`` on Python 3.11.

Its wheels return ``None`` and ``True`` without counting a reference, as Python 3.12, where these
objects are immortal, allows. On 3.11 every call of a method without a result then takes one away,
and after some seven thousand of them the interpreter aborts with "deallocating None". Measured
with PySide 6.12.0; 6.11.3 counts. Giving them a count that no program can use up makes 3.11 behave
like 3.12, and harms nothing where the wheels count.
"""

import ctypes
import sys

_PLENTY = 1 << 40


def guard() -> None:
    """Makes the singletons immortal where the interpreter does not; once in a process."""
    if sys.version_info < (3, 12):
        _make_immortal()


def _make_immortal() -> None:
    for singleton in (None, True, False):
        # An object begins with its reference count; debug builds, which put a list there, are no
        # builds that anybody gets from us.
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if count.value < _PLENTY:
            count.value += _PLENTY
