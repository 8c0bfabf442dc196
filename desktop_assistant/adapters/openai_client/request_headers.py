"""Exactly those headers that leave, written from an endpoint alone."""

import re

from desktop_assistant import __version__
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.model_client import Endpoint

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*")
_OURS = frozenset({"host", "content-length", "transfer-encoding", "connection"})
"""Headers that no setting may change."""


def request_headers(endpoint: Endpoint) -> dict[str, str]:
    """Headers of any request to an endpoint, by lower-case name.

    Raises:
        AssistantError: if the key or a header of the settings cannot be sent.
    """
    headers = {
        "accept": "application/json, text/event-stream",
        # Packed streams come in bursts, and a packed bomb is larger than it looks.
        "accept-encoding": "identity",
        "user-agent": f"desktop-assistant/{__version__}",
    }
    if endpoint.key:
        key = endpoint.key.reveal().strip()
        if not _VALUE.fullmatch(key):
            raise problem(
                ProblemCode.KEY_REJECTED,
                provider=endpoint.name,
                detail="The key holds a character that cannot be sent, such as a line break.",
            )
        headers["authorization"] = f"Bearer {key}"
    headers |= _named("organization", "openai-organization", endpoint.organization)
    headers |= _named("project", "openai-project", endpoint.project)
    for name, value in endpoint.headers:
        if name.lower() not in _OURS:
            headers |= _named("headers", name, value)
    return headers


def _named(setting: str, name: str, value: str) -> dict[str, str]:
    value = value.strip()
    if not value:
        return {}
    if not (_NAME.fullmatch(name) and _VALUE.fullmatch(value)):
        raise problem(
            ProblemCode.BAD_SETTING,
            key=setting,
            value=name,
            expected="A header's name holds no spaces, and its value no line breaks.",
        )
    return {name.lower(): value}
