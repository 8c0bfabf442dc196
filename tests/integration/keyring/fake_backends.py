"""Keyrings as they are met: one that works, and some that fail in every known way.

They only look like backends of the library ``keyring``: a real subclass would register itself, and
be found as the best keyring of this computer by every other test.
"""

import threading
from collections.abc import Callable

from keyring import errors

from desktop_assistant.adapters.keyring_secrets.backends import Backend


class Keeping:
    """Works, in memory. What it was asked for is in ``calls``."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.calls: list[str] = []
        self.threads: set[int] = set()

    def _note(self, call: str) -> None:
        self.calls.append(call)
        self.threads.add(threading.get_ident())

    def get_password(self, service: str, username: str) -> str | None:
        self._note("get")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._note("set")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._note("delete")
        if self.kept.pop((service, username), None) is None:
            raise errors.PasswordDeleteError("no such password")


class Forgetful(Keeping):
    """Takes writes and loses them."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self._note("set")


class Clinging(Keeping):
    """Does not forget."""

    def delete_password(self, service: str, username: str) -> None:
        self._note("delete")


class Failing(Keeping):
    """Raises, at reading or only at writing."""

    def __init__(self, error: Exception, *, only_writes: bool = False) -> None:
        super().__init__()
        self._error = error
        self._only_writes = only_writes

    def get_password(self, service: str, username: str) -> str | None:
        if not self._only_writes:
            raise self._error
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self._error


class Quoting(Keeping):
    """Repeats what it was given in its error text, as a careless backend might."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise errors.PasswordSetError(f"cannot store {password!r}")


class Waiting(Keeping):
    """Waits for a person at the first reading."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answer.wait(60)
        return super().get_password(service, username)


def after(backend: Backend) -> Callable[[], Backend]:
    """A loader that finds this backend."""
    return lambda: backend
