"""The pure reducer from stream events to a reply. Nothing but this decides a reply's status.

A reply is COMPLETE only if the provider named a finish reason or sent its end mark: a cut answer
must never look whole.
"""

from dataclasses import dataclass, replace

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.domain.stream import (
    EndMarker,
    FinishReported,
    ReasoningDelta,
    RequestAdjusted,
    ResponseStarted,
    StreamEvent,
    StreamFault,
    TextDelta,
    UsageReported,
)


@dataclass(frozen=True, slots=True)
class ReplyOutcome:
    """How a reply ended."""

    status: Status
    text: str
    reasoning: str | None
    finish_reason: str | None
    usage: Usage | None
    error: ErrorInfo | None
    model: str | None
    note: str | None


class ReplyDraft:
    """Gathers the events of one reply.

    Text is kept in pieces and joined once, so a long reply costs linear time.
    """

    def __init__(self, provider: str) -> None:
        self._provider = provider
        self._text: list[str] = []
        self._reasoning: list[str] = []
        self._finish_reason: str | None = None
        self._end_seen = False
        self._usage: Usage | None = None
        self._fault: ErrorInfo | None = None
        self._model: str | None = None
        self._notes: list[str] = []

    @property
    def has_text(self) -> bool:
        """Whether anything was said yet; from then on nothing is retried by itself."""
        return bool(self._text)

    @property
    def has_output(self) -> bool:
        """Whether text or thinking came."""
        return bool(self._text or self._reasoning)

    @property
    def text(self) -> str:
        """All text so far."""
        return "".join(self._text)

    @property
    def reasoning(self) -> str | None:
        """All thinking so far, or ``None`` if there was none."""
        return "".join(self._reasoning) or None

    def apply(self, event: StreamEvent) -> None:
        """Takes one event. After a fault nothing else counts."""
        if self._fault is not None:
            return
        match event:
            case TextDelta(text) if text:
                self._text.append(text)
            case ReasoningDelta(text) if text:
                self._reasoning.append(text)
            case StreamFault(error):
                self._fault = error
            case _:
                self._note(event)

    def _note(self, event: StreamEvent) -> None:
        """Takes what is said about the reply rather than in it."""
        match event:
            case FinishReported(reason):
                self._finish_reason = self._finish_reason or reason
            case EndMarker():
                self._end_seen = True
            case UsageReported(usage):
                self._usage = usage
            case ResponseStarted(model):
                self._model = model or self._model
            case RequestAdjusted(note):
                self._notes.append(note)
            case _:
                pass

    def finish(self) -> ReplyOutcome:
        """The reply once the stream has ended by itself."""
        if self._fault is not None:
            return self._outcome(self._broken(), self._told(self._fault))
        if self._finish_reason is None and not self._end_seen:
            code = ProblemCode.STREAM_CUT if self.has_output else ProblemCode.EMPTY_ANSWER
            return self._outcome(self._broken(), self._error(code))
        if self._finish_reason == "length":
            return self._outcome(Status.LIMIT, None)
        if self._finish_reason == "content_filter":
            return self._outcome(Status.FILTERED, None)
        if not self.has_text:
            return self._outcome(Status.FAILED, self._error(ProblemCode.EMPTY_ANSWER))
        return self._outcome(Status.COMPLETE, None)

    def stop(self) -> ReplyOutcome:
        """The reply when the user stopped it; a stream that had already ended stays as it was."""
        if self._fault is not None or self._finish_reason is not None or self._end_seen:
            return self.finish()
        return self._outcome(Status.STOPPED, self._error(ProblemCode.STOPPED))

    def fail(self, error: ErrorInfo) -> ReplyOutcome:
        """The reply when the request or a watchdog failed it."""
        if self._fault is None:
            self._fault = error
        return self.finish()

    def _broken(self) -> Status:
        return Status.INTERRUPTED if self.has_text else Status.FAILED

    def _told(self, fault: ErrorInfo) -> ErrorInfo:
        """The fault in words that fit: there is no middle of a reply that never began."""
        if fault.code is ProblemCode.PROVIDER_ERROR and not self.has_text:
            return replace(fault, code=ProblemCode.ERROR_INSTEAD)
        return fault

    def _error(self, code: ProblemCode) -> ErrorInfo:
        return ErrorInfo(code, {"provider": self._provider})

    def _outcome(self, status: Status, error: ErrorInfo | None) -> ReplyOutcome:
        return ReplyOutcome(
            status=status,
            text=self.text,
            reasoning=self.reasoning,
            finish_reason=self._finish_reason,
            usage=self._usage,
            error=error,
            model=self._model,
            note=" ".join(self._notes) or None,
        )
