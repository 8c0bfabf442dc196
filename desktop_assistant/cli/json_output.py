"""The JSON forms of the outside contract (CONTRACT: the command line). Field names never change."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.domain.messages import Message, Usage
from desktop_assistant.ports.conversation_store import (
    BackupInfo,
    ConversationRecord,
    ConversationSummary,
    RestorePreview,
    SearchHit,
)

JsonObject = dict[str, Any]

# Line ends of Unicode that JSON lets pass: some readers of JSON Lines cut there.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_line(value: Mapping[str, Any]) -> str:
    """One object on one line, with its line end."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS) + "\n"


def json_document(value: object) -> str:
    """A whole document, laid out to be read."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def utc_time(seconds: float) -> str:
    """A moment as ``2026-11-24T07:34:28.123Z``."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def error_object(error: ErrorInfo | None) -> JsonObject | None:
    """What went wrong, or ``None``."""
    if error is None:
        return None
    return {
        "kind": error.kind.value,
        "title": error.title,
        "hint": error.hint,
        "detail": error.detail,
    }


def usage_object(usage: Usage | None) -> JsonObject | None:
    """Tokens, or ``None`` if nothing is known."""
    if usage is None:
        return None
    return {
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "estimated": usage.estimated,
    }


def finished_event(message: Message) -> JsonObject:
    """The last line of ``ask --json``."""
    return {
        "event": "finished",
        "status": message.status.value,
        "message_id": message.id,
        "parent_message_id": message.parent_id,
        "conversation_id": message.conversation_id,
        "text": message.text,
        "reasoning": message.reasoning,
        "model": message.model,
        "finish_reason": message.finish_reason,
        "usage": usage_object(message.usage),
        "error": error_object(message.error),
    }


def never_started_event(error: ErrorInfo) -> JsonObject:
    """The only line of an ``ask --json`` whose question could not even be stored."""
    return {
        "event": "finished",
        "status": "failed",
        "message_id": None,
        "parent_message_id": None,
        "conversation_id": None,
        "text": "",
        "reasoning": None,
        "model": None,
        "finish_reason": None,
        "usage": None,
        "error": error_object(error),
    }


def summary_object(summary: ConversationSummary) -> JsonObject:
    """A row of ``conversations list --json``."""
    return {
        "id": summary.id,
        "title": summary.title,
        "updated_at": utc_time(summary.updated_at),
        "branches": summary.branches,
        "pinned": summary.pinned,
    }


def deleted_object(summary: ConversationSummary) -> JsonObject:
    """A row of ``conversations list --deleted --json``."""
    deleted_at = None if summary.deleted_at is None else utc_time(summary.deleted_at)
    return {**summary_object(summary), "deleted_at": deleted_at}


def conversation_object(record: ConversationRecord, messages: Iterable[Message]) -> JsonObject:
    """``conversations show ID --json``: every message of every branch, in order of position."""
    return {
        "id": record.id,
        "title": record.title,
        "active_leaf_id": record.active_leaf_id,
        "created_at": utc_time(record.created_at),
        "updated_at": utc_time(record.updated_at),
        "messages": [_message_object(message) for message in messages],
    }


def hit_object(hit: SearchHit) -> JsonObject:
    """A row of ``conversations search --json``."""
    return {
        "conversation_id": hit.conversation_id,
        "message_id": hit.message_id,
        "title": hit.title,
        "snippet": hit.snippet,
        "on_active_branch": hit.on_active_branch,
    }


def backup_object(info: BackupInfo) -> JsonObject:
    """What ``backup --json`` prints; a row of ``restore --list --json``."""
    return {
        "path": str(info.path),
        "made_at": utc_time(info.made_at),
        "conversations": info.conversations,
        "messages": info.messages,
        "newest_title": info.newest_title,
        "size_bytes": info.size_bytes,
        "is_whole": info.is_whole,
    }


def restore_object(
    preview: RestorePreview, *, restored: bool = False, kept_as: Path | None = None
) -> JsonObject:
    """``restore --json``: what would be done, or what was."""
    kept = kept_as if restored else preview.kept_as
    now = preview.current
    return {
        "restored": restored,
        "backup": backup_object(preview.backup),
        "current": now and {"conversations": now.conversations, "messages": now.messages},
        "current_error": error_object(preview.current_problem),
        "conversations_only_in_current": preview.conversations_only_now,
        "messages_only_in_current": preview.messages_only_now,
        "conversations_only_in_backup": preview.conversations_only_then,
        "kept_as": None if kept is None else str(kept),
    }


def _message_object(message: Message) -> JsonObject:
    return {
        "id": message.id,
        "parent_id": message.parent_id,
        "role": message.role.value,
        "status": message.status.value,
        "text": message.text,
        "reasoning": message.reasoning,
        "model": message.model,
        "usage": usage_object(message.usage),
        "finish_reason": message.finish_reason,
        "error": error_object(message.error),
        "created_at": utc_time(message.created_at),
    }
