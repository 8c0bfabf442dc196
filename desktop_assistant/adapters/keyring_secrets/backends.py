"""Which of the many keyrings is safe to use.

A keyring that keeps nothing, or keeps it readable, looks like any other when it is written to.
So they are told apart by what they are.
"""

import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Protocol

from desktop_assistant.domain.errors import ProblemCode, problem

WINDOWS_LIMIT = 1200
"""Characters of one item; Windows keeps 2560 bytes of UTF-16, a few are left as a reserve."""
_APPLE_ONLY = "keyring.backends.macOS.api"
_RECOMMENDED = 1
"""The priority from which the library ``keyring`` itself recommends a backend."""


class Backend(Protocol):
    """A keyring, as the library ``keyring`` describes it."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """What is kept, or ``None``."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keeps it."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Forgets it; fails if there is nothing to forget."""
        ...


LoadBackend = Callable[[], Backend]


def system_backend() -> Backend:
    """What the library finds on this computer. Takes a while at the first call.

    Raises:
        AssistantError: if the user's configuration names one that is not installed or not running.
    """
    if sys.platform != "darwin":
        # Would look for Apple's libraries and run compilers to find them, with our environment.
        sys.modules[_APPLE_ONLY] = None  # type: ignore[assignment]  # how an import is forbidden
    try:
        import keyring  # slow: it looks for every backend and asks the session bus

        return keyring.get_keyring()
    except (ImportError, AttributeError, RuntimeError) as error:
        raise problem(ProblemCode.KEYRING_ABSENT, detail=str(error)) from None


def safe_backend(found: Backend) -> Backend:
    """The keyring to use: the one found, or the first safe one of a chain.

    Raises:
        AssistantError: if there is none, or none that keeps a key safe.
    """
    refused: Backend | None = None
    for member in _members(found):
        objection = _objection_to(member)
        if objection is None:
            return member
        if objection is ProblemCode.KEYRING_UNSAFE:
            refused = refused or member
    if refused is not None:
        raise problem(ProblemCode.KEYRING_UNSAFE, backend=name_of(refused))
    raise problem(ProblemCode.KEYRING_ABSENT)


def name_of(backend: Backend) -> str:
    """How the backend calls itself."""
    return str(getattr(backend, "name", "") or type(backend).__name__)


def length_limit(backend: Backend) -> int | None:
    """The most characters that one item may have, where there is a limit."""
    return WINDOWS_LIMIT if _comes_from(backend, "keyring.backends.Windows") else None


def holds_nothing_yet(backend: Backend) -> bool:
    """Whether the user has no keyring yet, so that reading need not ask for one to be made.

    The library makes the default collection of the Secret Service already for a look into it, and
    the desktop then asks the user for a new password: only saving a key is worth that question.
    """
    if not _comes_from(backend, "keyring.backends.SecretService"):
        return False
    import secretstorage

    with closing(secretstorage.dbus_init()) as connection:
        try:
            secretstorage.Collection(connection)
        except secretstorage.ItemNotFoundException:
            return True
    return False


def _members(backend: Backend) -> Iterable[Backend]:
    if _comes_from(backend, "keyring.backends.chainer"):
        yield from getattr(backend, "backends", ())
    else:
        yield backend


def _objection_to(backend: Backend) -> ProblemCode | None:
    """Why a keyring is not used.

    ``fail`` stands for "there is none"; ``null`` keeps nothing. The collection ``keyrings.alt``
    writes files, readable ones or such as ask for a password on a terminal that a window does
    not have.
    """
    if _comes_from(backend, "keyring.backends.fail"):
        return ProblemCode.KEYRING_ABSENT
    if _comes_from(backend, "keyring.backends.null", "keyrings.alt"):
        return ProblemCode.KEYRING_UNSAFE
    if any("plaintext" in cls.__name__.lower() for cls in type(backend).__mro__):
        return ProblemCode.KEYRING_UNSAFE
    try:
        priority = getattr(backend, "priority", _RECOMMENDED)
    except RuntimeError:  # how a backend says that it does not work here
        return ProblemCode.KEYRING_ABSENT
    return None if priority >= _RECOMMENDED else ProblemCode.KEYRING_UNSAFE


def _comes_from(backend: Backend, *modules: str) -> bool:
    return any(
        cls.__module__ == module or cls.__module__.startswith(f"{module}.")
        for cls in type(backend).__mro__
        for module in modules
    )
