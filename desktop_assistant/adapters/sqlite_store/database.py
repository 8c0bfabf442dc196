"""One connection to SQLite: hardened, with transactions that say how durable they must be."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import apsw

from desktop_assistant.domain.surrogates import join_surrogates

Row: TypeAlias = tuple[Any, ...]
Value: TypeAlias = str | bytes | int | float | None

OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones can corrupt a WAL database that two connections write and checkpoint at once."""
BUSY_TIMEOUT_MS = 5_000
WAL_PAGES = 1_000
"""Pages (of 4 KiB) in the write-ahead log after which a commit moves them to the main file."""
WAL_LIMIT = 8 * 1024 * 1024
"""Bytes the write-ahead log keeps on disk once it has been emptied."""
_READER_CACHE_KIB = 8 * 1024
_WRITER_CACHE_KIB = 1024
"""Room for the pages of some writes. The system keeps the file in memory, too, and writing is no
faster with more."""
_NORMAL, _FULL = 1, 2


class Database:
    """A connection. Used by one thread at a time; text given to it may hold anything."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._synchronous: int | None = None
        _harden(connection)

    @property
    def system_errno(self) -> int:
        """The system's error number behind the last input or output error."""
        return self._connection.system_errno

    def execute(self, sql: str, *values: Value) -> apsw.Cursor:
        """Runs a statement; half characters in text become U+FFFD, as SQLite cannot keep them."""
        return self._connection.execute(sql, [_storable(value) for value in values])

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """All rows of a query."""
        return self.execute(sql, *values).fetchall()

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row of a query, or ``None``."""
        cursor = self.execute(sql, *values)
        row = cursor.fetchone()
        cursor.close()
        return row

    def script(self, sql: str) -> None:
        """Runs several statements; where one gives rows, they are not wanted."""
        self._connection.execute(sql).fetchall()  # without it the first row would end the script

    def changed(self) -> int:
        """How many rows the last statement changed."""
        return self._connection.changes()

    @property
    def last_pk(self) -> int:
        """The key of the row inserted last."""
        return self._connection.last_insert_rowid()

    @contextmanager
    def transaction(self, *, durable: bool) -> Iterator[None]:
        """All or nothing. ``durable`` waits until a power cut cannot undo it; else a crash cannot.

        Raises:
            apsw.Error: whatever went wrong; nothing was changed then.
        """
        level = _FULL if durable else _NORMAL
        if level != self._synchronous:
            self._connection.execute(f"PRAGMA synchronous = {level}")
            self._synchronous = level
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads that see one moment."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def keep_log(self) -> None:
        """Writes to a write-ahead log from now on, so that readers and the writer never wait.

        Raises:
            apsw.Error: if the file cannot be used that way, or is no database.
        """
        self.script(
            f"PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = {WAL_PAGES};"
            f"PRAGMA journal_size_limit = {WAL_LIMIT};"
            # Only macOS knows the difference: without these its disks may keep data in their cache.
            "PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;"
            f"PRAGMA cache_size = -{_WRITER_CACHE_KIB}"
        )

    def copy_from(self, source: "Database") -> None:
        """Becomes a copy of another database, as it is at this moment.

        Raises:
            apsw.Error: if the source cannot be read or this one not written.
        """
        with self._connection.backup("main", source._connection, "main") as backup:
            backup.step(-1)

    def close(self) -> None:
        """Ends the connection; the last one of a file empties its write-ahead log."""
        self._connection.close()

    def close_untouched(self) -> None:
        """Ends the connection and leaves every byte of the file and its log as it is."""
        self._connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        self._connection.close()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # SQLite may have rolled back by itself
            self._connection.execute("ROLLBACK")


def open_writer(path: Path) -> Database:
    """The connection that is to write to an existing file; it changes nothing yet.

    Raises:
        apsw.Error: if the file cannot be opened.
    """
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_NOMUTEX
    return Database(apsw.Connection(str(path), flags=flags))


def open_reader(path: Path, *, immutable: bool = False) -> Database:
    """A connection that can only read.

    Args:
        path: an existing file.
        immutable: whether nobody can write it, so that SQLite needs no files beside it.

    Raises:
        apsw.Error: if the file cannot be opened, or cannot be read.
    """
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_NOMUTEX
    name = str(path)
    if immutable:
        flags |= apsw.SQLITE_OPEN_URI
        name = f"{path.absolute().as_uri()}?immutable=1"
    database = Database(apsw.Connection(name, flags=flags))
    try:
        database.script(f"PRAGMA cache_size = -{_READER_CACHE_KIB}")
    except BaseException:
        database.close()
        raise
    return database


def open_alone(path: Path) -> Database:
    """A connection that can only read, and makes no file beside the library to do so.

    As long as it is open no other process can open the file.

    Raises:
        apsw.Error: if the file cannot be opened, or another process has it open.
    """
    database = open_writer(path)
    try:
        # SQLite then keeps in memory what it else shares with other processes by a file.
        database.script(
            f"PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -{_READER_CACHE_KIB};"
            "PRAGMA query_only = ON; PRAGMA user_version"
        )
    except BaseException:
        database.close_untouched()
        raise
    return database


def open_memory() -> Database:
    """An empty database that is gone when it is closed."""
    return Database(apsw.Connection(":memory:"))


def sqlite_version() -> str:
    """The version of the SQLite in use."""
    return apsw.sqlite_lib_version()


def sqlite_is_recent(version: str) -> bool:
    """Whether a version is one we trust with two connections."""
    return tuple(int(part) for part in version.split(".")) >= OLDEST_SQLITE


def _harden(connection: apsw.Connection) -> None:
    """Opening a file that somebody else made must run nothing of theirs."""
    for option, value in (
        (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
        (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
        (apsw.SQLITE_DBCONFIG_DQS_DDL, 0),
        (apsw.SQLITE_DBCONFIG_DQS_DML, 0),
        (apsw.SQLITE_DBCONFIG_ENABLE_FKEY, 1),
    ):
        connection.config(option, value)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_busy_timeout(BUSY_TIMEOUT_MS)
    connection.execute("PRAGMA temp_store = MEMORY")  # sorting must leave no text in files


def _storable(value: Value) -> Value:
    if isinstance(value, str) and not value.isascii():
        return join_surrogates(value)
    return value
