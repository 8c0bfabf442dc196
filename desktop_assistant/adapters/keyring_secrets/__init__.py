"""Keys in the system's keyring: one item for all of them, on a thread of its own.

* ``store``: the port's adapter
* ``key_item``: what the item holds
* ``backends``: which keyrings are safe to use
* ``faults``: what a keyring's exceptions mean
* ``keyring_thread``: waits for the keyring, so that nobody else does
"""
