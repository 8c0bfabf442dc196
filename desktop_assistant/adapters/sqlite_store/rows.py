"""Messages as columns and back."""

from desktop_assistant.adapters.sqlite_store.database import Row, Value
from desktop_assistant.adapters.sqlite_store.library_file import DamagedFileError
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.ids import ConversationId
from desktop_assistant.domain.messages import Message, Role, Status, Usage

ROLES = {role.value: role for role in Role}
STATUSES = {status.value: status for status in Status}

OUTCOME_COLUMNS = (
    "status, length, provider_id, model, system_text, finish_reason, input_tokens, output_tokens,"
    " usage_estimated, reasoning_s, duration_s, error, note"
)
"""What is known of a reply once it is finished, in the order of ``outcome_values``."""


def outcome_values(message: Message, system_text: int | None, length: int) -> tuple[Value, ...]:
    """The values of ``OUTCOME_COLUMNS``."""
    usage = message.usage
    return (
        message.status.value,
        length,
        message.provider_id,
        message.model,
        system_text,
        message.finish_reason,
        usage.input_tokens if usage else None,
        usage.output_tokens if usage else None,
        int(usage.estimated) if usage else None,
        message.reasoning_s,
        message.duration_s,
        error_to_json(message.error),
        message.note,
    )


MESSAGE_COLUMNS = (
    "m.id, c.id, p.id, m.role, m.status, m.created_at, m.position, m.provider_id, m.model, s.text,"
    " m.finish_reason, m.input_tokens, m.output_tokens, m.usage_estimated, m.reasoning_s,"
    " m.duration_s, m.error, m.note"
)
"""What ``message_from`` reads: ``m`` the message, ``c`` its conversation, ``p`` its parent, ``s``
its system text."""


def role_from(stored: str) -> Role:
    """A role as it is stored.

    Raises:
        DamagedFileError: if it is none.
    """
    try:
        return ROLES[stored]
    except KeyError:
        raise DamagedFileError(f"a message has the role {stored!r}") from None


def status_from(stored: str) -> Status:
    """A status as it is stored.

    Raises:
        DamagedFileError: if it is none.
    """
    try:
        return STATUSES[stored]
    except KeyError:
        raise DamagedFileError(f"a message has the status {stored!r}") from None


def message_from(row: Row, text: str, reasoning: str | None) -> Message:
    """A message from its columns and its text."""
    (
        id_,
        conversation_id,
        parent_id,
        role,
        status,
        created_at,
        position,
        provider_id,
        model,
        system_prompt,
        finish_reason,
        input_tokens,
        output_tokens,
        estimated,
        reasoning_s,
        duration_s,
        error,
        note,
    ) = row
    usage = None
    if input_tokens is not None:
        usage = Usage(input_tokens, output_tokens or 0, estimated=bool(estimated))
    return Message(
        id=id_,
        conversation_id=ConversationId(conversation_id),
        parent_id=parent_id,
        role=role_from(role),
        status=status_from(status),
        text=text,
        created_at=created_at,
        position=position,
        reasoning=reasoning,
        reasoning_s=reasoning_s,
        provider_id=provider_id,
        model=model,
        system_prompt=system_prompt,
        finish_reason=finish_reason,
        usage=usage,
        error=error_from_json(error),
        duration_s=duration_s,
        note=note,
    )


def error_to_json(error: ErrorInfo | None) -> str | None:
    """An error as it is stored."""
    if error is None:
        return None
    import json  # only replies that failed need it: not at start

    return json.dumps(
        {
            "code": error.code.value,
            "params": dict(error.params),
            "detail": error.detail,
            "retry_after_s": error.retry_after_s,
        },
        ensure_ascii=False,
    )


def error_from_json(stored: str | None) -> ErrorInfo | None:
    """A stored error; one that only a newer version knows keeps its name in the detail."""
    if stored is None:
        return None
    import json

    fields = json.loads(stored)
    try:
        code = ProblemCode(fields["code"])
    except ValueError:
        return ErrorInfo(ProblemCode.PROVIDER_ERROR, fields["params"], detail=stored)
    return ErrorInfo(code, fields["params"], fields["detail"], fields["retry_after_s"])
