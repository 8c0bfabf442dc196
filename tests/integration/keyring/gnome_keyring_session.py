"""Uses the real keyring of its own session and prints what came of it, as JSON.

Started by the tests under ``dbus-run-session`` with a home of its own.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable

from desktop_assistant.adapters.keyring_secrets.store import KeyringSecrets
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.secret_store import StoredKey

OPENAI = ProviderId("openai")
KEY = StoredKey(Secret("sk-canary-0123456789abcdef"), "https://api.openai.com:443")


async def outcome(call: Callable[[], Awaitable[object]]) -> str:
    """What a call gave, or which problem it raised."""
    try:
        result = await call()
    except AssistantError as error:
        return error.info.code.value
    if isinstance(result, StoredKey):
        return "the key" if result == KEY else "another key"
    return str(result)


async def use() -> dict[str, str]:
    """Each of the port's methods once."""
    secrets = KeyringSecrets()
    report = {
        "get": await outcome(lambda: secrets.get(OPENAI)),
        "set": await outcome(lambda: secrets.set(OPENAI, KEY)),
        "get again": await outcome(lambda: KeyringSecrets().get(OPENAI)),
        "delete": await outcome(lambda: secrets.delete(OPENAI)),
    }
    status = await secrets.status()
    return report | {"state": status.state.value, "backend": status.backend}


def unlock() -> None:
    """Makes the login keyring with a password, as signing in to a desktop does."""
    subprocess.run(
        ["gnome-keyring-daemon", "--unlock", "--components=secrets"],
        input=b"password",
        stdout=subprocess.DEVNULL,
        check=True,
    )


def lock() -> None:
    """Locks it, as a desktop may after a while."""
    import secretstorage

    connection = secretstorage.dbus_init()
    secretstorage.get_default_collection(connection).lock()
    connection.close()


async def main(scenario: str) -> None:
    """Prepares the keyring and uses it."""
    if scenario in ("unlocked", "locked"):
        unlock()
    if scenario == "locked":
        await KeyringSecrets().set(OPENAI, KEY)
        lock()
    print(json.dumps(await use()))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
