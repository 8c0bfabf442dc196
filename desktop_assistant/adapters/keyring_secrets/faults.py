"""What the exceptions of keyrings mean. Every backend has its own, so they are told by name."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from desktop_assistant.adapters.keyring_secrets.backends import WINDOWS_LIMIT
from desktop_assistant.domain.errors import AssistantError, ProblemCode, problem
from desktop_assistant.domain.redaction import Redactor

_MEANINGS = {
    "KeyringLocked": ProblemCode.KEYRING_LOCKED,
    "LockedException": ProblemCode.KEYRING_LOCKED,
    "InitError": ProblemCode.KEYRING_DENIED,
    "PasswordSetError": ProblemCode.KEYRING_DENIED,
    "PasswordDeleteError": ProblemCode.KEYRING_DENIED,
    "PromptDismissedException": ProblemCode.KEYRING_DENIED,
    "NoKeyringError": ProblemCode.KEYRING_ABSENT,
    "SecretServiceNotAvailableException": ProblemCode.KEYRING_ABSENT,
}
_WINDOWS_ITEM_TOO_LARGE = 1783


@contextmanager
def keyring_faults(secrets: Iterable[str] = ()) -> Iterator[None]:
    """Turns whatever a keyring raises into a problem that can be told.

    The original is not kept as a cause: its text may quote what was to be kept.

    Raises:
        AssistantError: with a keyring problem.
    """
    try:
        yield
    except AssistantError:
        raise
    except Exception as error:  # noqa: BLE001  # backends let through whatever their system raises
        raise _told(error, Redactor(secrets)) from None


def _told(error: Exception, redact: Redactor) -> AssistantError:
    if getattr(error, "winerror", None) == _WINDOWS_ITEM_TOO_LARGE:
        return problem(ProblemCode.KEY_TOO_LONG, limit=str(WINDOWS_LIMIT))
    names = [cls.__name__ for cls in type(error).__mro__]
    code = next((_MEANINGS[n] for n in names if n in _MEANINGS), ProblemCode.KEYRING_FAILED)
    return problem(code, detail=redact(f"{type(error).__name__}: {error}"))
