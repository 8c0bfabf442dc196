"""A keyring that waits for somebody who never comes; for ``PYTHON_KEYRING_BACKEND``."""

import time

from keyring.backend import KeyringBackend

BLOCKED_S = 60


class Keyring(KeyringBackend):
    """Answers every question after a minute."""

    priority = 5

    def get_password(self, service, username):
        time.sleep(BLOCKED_S)

    def set_password(self, service, username, password):
        time.sleep(BLOCKED_S)

    def delete_password(self, service, username):
        time.sleep(BLOCKED_S)
