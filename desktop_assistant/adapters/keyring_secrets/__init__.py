"""Keys in the system's keyring: one item for all of them, on a thread of its own.

``store`` is the port's adapter; ``key_item`` is what the item holds, ``backends`` tells which
keyrings are safe to use, ``faults`` what their exceptions mean, and ``keyring_thread`` waits for
them, so that nobody else does.
"""

from desktop_assistant.adapters.keyring_secrets.store import KeyringSecrets

__all__ = ["KeyringSecrets"]
