"""A secret that does not show itself by accident, in a log, a repr or a traceback."""

from typing import final


@final
class Secret:
    """Holds a key. Only ``reveal`` gives it away; it can be neither printed nor pickled."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __reduce__(self) -> str:
        raise TypeError("a secret is not pickled")

    @property
    def last4(self) -> str:
        """The last four characters, to recognise a key by; empty for short ones."""
        return self._value[-4:] if len(self._value) >= 12 else ""

    def reveal(self) -> str:
        """The secret itself: only for the request that needs it."""
        return self._value
