"""How the file's format came to be: one step a module, numbered, never changed once released.

A step is plain SQL and imports nothing of ours, so it does the same to an old file for ever.
"""

from dataclasses import dataclass

from desktop_assistant.adapters.sqlite_store.migrations import m0001_initial


@dataclass(frozen=True, slots=True)
class Migration:
    """From the format before to ``version``, which stands in the file as ``user_version``."""

    version: int
    sql: str


MIGRATIONS = (Migration(1, m0001_initial.SQL),)
"""Every step, first to last; the last one's version is the format that is read and written."""
