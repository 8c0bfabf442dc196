"""What works here, as ``doctor`` tells it: one finding a row, each with what to do about it.

This part needs nothing but the controller; what only this computer or ``app`` knows (the data
folder, the clock, the display) is found out by them and told in the same form.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_assistant.chat.controller import ChatController
from desktop_assistant.chat.endpoints import require_safe_for_key
from desktop_assistant.chat.keys import KeyInfo, KnownKeys
from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.domain.origin import origin_of
from desktop_assistant.ports.conversation_store import OpenReport
from desktop_assistant.ports.local_model import LocalModelState
from desktop_assistant.ports.secret_store import KeyringState
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import Provider, provider_ids


class FindingState(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    WARNING = "warning"
    """Something is missing that the program can do without."""
    PROBLEM = "problem"
    """Something is broken."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    state: FindingState
    summary: str
    """What was found, in one sentence."""
    hint: str = ""
    """What to do about it; empty if nothing needs doing."""


def found(name: str, state: FindingState, error: ErrorInfo) -> Finding:
    """A finding in the words of a catalogued problem."""
    summary = f"{error.title}." if error.detail is None else f"{error.title} ({error.detail})."
    return Finding(name, state, summary, error.hint)


async def diagnose(controller: ChatController, opened: OpenReport | ErrorInfo) -> list[Finding]:
    """Looks at settings, keyring, library, providers and built-in model; changes nothing.

    Args:
        controller: what to look at.
        opened: what ``ChatController.start`` reported, or why it could not open the library.
    """
    known = await controller.keys.known()
    findings = [*_settings(controller), _keyring(known), await _library(controller, opened)]
    findings += [finding async for finding in _providers(controller, known)]
    return [*findings, _local_model(controller)]


def _settings(controller: ChatController) -> list[Finding]:
    problems = controller.settings.problems
    if not problems:
        return [Finding("settings", FindingState.OK, "All settings can be used.")]
    return [found("settings", FindingState.WARNING, error) for error in problems]


def _keyring(known: KnownKeys) -> Finding:
    keyring = known.keyring
    if keyring.problem is not None:
        return found("keyring", FindingState.WARNING, keyring.problem)
    if keyring.state is not KeyringState.READY:
        return Finding("keyring", FindingState.WARNING, f"The keyring is {keyring.state}.")
    count = len(known.by_provider)
    keys = "no key yet" if not count else "1 key" if count == 1 else f"{count} keys"
    return Finding("keyring", FindingState.OK, f"{keyring.backend} works and holds {keys}.")


async def _library(controller: ChatController, opened: OpenReport | ErrorInfo) -> Finding:
    if isinstance(opened, ErrorInfo):
        return found("database", FindingState.PROBLEM, opened)
    if opened.notice is not None:
        return found("database", FindingState.PROBLEM, opened.notice)
    try:
        health = await controller.library.health()
    except AssistantError as error:
        return found("database", FindingState.PROBLEM, error.info)
    if health.integrity != "ok":
        return Finding(
            "database",
            FindingState.PROBLEM,
            f"The conversation database is damaged: {health.integrity}.",
            "Make a copy of the data folder, then restore the latest backup.",
        )
    return Finding(
        "database",
        FindingState.OK,
        f"Conversations: {health.conversations}, messages: {health.messages}, "
        f"{_size(health.size_bytes + health.wal_bytes)}, format {health.schema_version}, "
        f"SQLite {health.sqlite_version}.",
    )


async def _providers(controller: ChatController, known: KnownKeys) -> AsyncIterator[Finding]:
    settings = controller.settings.current
    ids = provider_ids(settings)
    default = settings.get(schema.PROVIDER)
    if default not in ids:
        yield Finding(
            "providers",
            FindingState.WARNING,
            f"The provider of new conversations, {default}, does not exist; "
            "the built-in model is used.",
            f"Choose another one with: desktop-assistant settings set {schema.PROVIDER.key} NAME",
        )
    for provider_id in ids:
        chosen = controller.provider(provider_id)
        if not chosen.is_local:
            yield _provider(chosen, known.by_provider.get(provider_id), default)


def _provider(chosen: Provider, key: KeyInfo | None, default: str) -> Finding:
    name = f"provider {chosen.id}"
    if not chosen.base_url:
        return Finding(
            name,
            FindingState.WARNING,
            f"{chosen.name} has no address yet.",
            f"Set it with: desktop-assistant settings set providers.{chosen.id}.base_url URL",
        )
    if not chosen.needs_key:
        return Finding(name, FindingState.OK, f"{chosen.name} at {chosen.base_url} needs no key.")
    try:
        require_safe_for_key(chosen.base_url, chosen)
    except AssistantError as error:
        return found(name, FindingState.WARNING, error.info)
    key_command = f"desktop-assistant key set {chosen.id}"
    if key is None:
        # Everybody has the preset of OpenAI, so without a key it is only worth a remark if used.
        return Finding(
            name,
            FindingState.WARNING if chosen.id == default else FindingState.OK,
            f"{chosen.name} at {chosen.base_url} has no key.",
            f"Add one with: {key_command}",
        )
    if key.origin != origin_of(chosen.base_url):
        return Finding(
            name,
            FindingState.WARNING,
            f"The key of {chosen.name} was given for {key.origin}, "
            f"and the address is now {chosen.base_url}, so it is not sent.",
            f"Enter the key again with: {key_command}",
        )
    where = "for this session only" if key.session_only else "in the keyring"
    return Finding(name, FindingState.OK, f"{chosen.name} at {chosen.base_url} has a key {where}.")


def _local_model(controller: ChatController) -> Finding:
    status = controller.local_model.status
    if status.problem is not None:
        missing = status.state is LocalModelState.NOT_INSTALLED
        state = FindingState.WARNING if missing else FindingState.PROBLEM
        return found("local model", state, status.problem)
    if status.state is LocalModelState.NOT_INSTALLED:
        return Finding("local model", FindingState.WARNING, "The built-in model is not installed.")
    file = f" ({status.model_file})" if status.model_file is not None else ""
    return Finding(
        "local model", FindingState.OK, f"{status.model_name}{file} starts at its first use."
    )


def _size(size_bytes: int) -> str:
    if size_bytes < 1_000_000:
        return f"{size_bytes / 1000:.0f} kB"
    return f"{size_bytes / 1_000_000:.1f} MB"
