"""The one item in the keyring: JSON that holds every provider's key and where it may go."""

import json
from typing import TypeAlias

from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.secret_store import StoredKey

Entries: TypeAlias = dict[str, object]
"""The item as it is kept. Entries that this version cannot read stay as they are."""


def parse_item(text: str | None) -> Entries:
    """The entries of an item; none, if there is no item or it is not ours to understand."""
    try:
        entries = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return entries if isinstance(entries, dict) else {}


def format_item(entries: Entries) -> str:
    """The item to be kept: short, since some keyrings have little room."""
    return json.dumps(entries, separators=(",", ":"))


def keys_in(entries: Entries) -> dict[ProviderId, StoredKey]:
    """The keys that can be used."""
    keys: dict[ProviderId, StoredKey] = {}
    for name, entry in entries.items():
        match entry:
            case {"key": str(key), "origin": str(origin)}:
                keys[ProviderId(name)] = StoredKey(Secret(key), origin)
    return keys


def entry_for(key: StoredKey) -> dict[str, str]:
    """How a key stands in the item."""
    return {"key": key.secret.reveal(), "origin": key.origin}
