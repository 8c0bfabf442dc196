"""What can be wrong with an answer, as exceptions between the modules of this room."""

from collections.abc import Mapping


class StatusError(Exception):
    """The answer's status is an error's."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        """Takes the answer: its status, headers by lower-case name, and what was read of it."""
        super().__init__(f"status {status}")
        self.status = status
        self.headers = headers
        self.body = body


class AnswerFaultError(Exception):
    """The status was good, but the body cannot be read, or not to its end."""


class AnswerCutError(AnswerFaultError):
    """The connection broke in the middle; the text is the system's words."""


class TooLargeError(AnswerFaultError):
    """A cap was passed."""

    def __init__(self, limit: int) -> None:
        """Takes the cap in bytes."""
        super().__init__(f"more than {limit} bytes")
        self.limit = limit


class UnknownCodingError(AnswerFaultError):
    """The body is packed in a way that cannot be unpacked, or not in the way it says."""
