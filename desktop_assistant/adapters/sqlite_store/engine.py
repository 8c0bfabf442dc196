"""Runs work on the open library: on which thread, with which connection, in which transaction."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

from desktop_assistant.adapters.sqlite_store import recovery
from desktop_assistant.adapters.sqlite_store.database import Database, open_reader
from desktop_assistant.adapters.sqlite_store.library import Library, OpenLibrary
from desktop_assistant.adapters.sqlite_store.place import Place
from desktop_assistant.adapters.sqlite_store.translation import translated
from desktop_assistant.adapters.sqlite_store.worker import Worker
from desktop_assistant.domain.errors import AssistantError, ErrorInfo, ProblemCode
from desktop_assistant.ports.conversation_store import OpenReport

T = TypeVar("T")
_CHANGES_OF_AN_OPENING = 2**40
"""More than are ever counted while a library is open."""


class Engine:
    """One thread writes and one reads, each with its own connection.

    So a list never waits until the disk has confirmed a write; and what a write has returned for,
    every later read sees. Searches have a third thread, copies and checks a fourth. In memory
    there is one connection, so one thread does everything.
    """

    def __init__(
        self,
        place: Place | None,
        open_library: OpenLibrary,
    ) -> None:
        """Prepares; ``open`` opens.

        Args:
            place: where the library is; ``None`` in memory.
            open_library: opens it; called on the writer's thread.
        """
        self._place = place
        self._open_library = open_library
        self._library: Library | None = None
        self._lost: ErrorInfo | None = None
        """Why the library could not be opened again."""
        self._recoveries = 0
        self._openings = 0
        self._is_closed = False
        self._writing = Worker("store-writer")
        self._reading = self._writing if place is None else Worker("store-reader")
        self._searching = Worker("store-search")
        self._apart = Worker("store-apart")

    # Life

    async def open(self) -> OpenReport:
        """Opens the library.

        Raises:
            AssistantError: if it cannot be used at all.
        """
        return await self._writing.run(self._open)

    async def closed_meanwhile(self, work: Callable[[], T]) -> T:
        """Does something with the files while this process does not have the library open.

        If it is open it is closed, and opened again whatever the work did. What is asked for
        meanwhile waits.

        Raises:
            AssistantError: with a storage problem, or what the work raises.
        """

        def with_files() -> T:
            with translated(self._path):
                return work()

        return await self._writing.run(lambda: self._between_two_openings(with_files))

    async def with_files(self, work: Callable[[], T]) -> T:
        """Looks at files for long, beside everything else; the library need not be open.

        Raises:
            AssistantError: with a storage problem, or what the work raises.
        """

        def translating() -> T:
            with translated(self._path):
                return work()

        return await self._apart.run(translating)

    async def close(self) -> None:
        """Finishes what was asked for before, then closes; a second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        try:
            await self._apart.run(lambda: None)
            await self._searching.run(lambda: None)
            await self._reading.run(self._close_reader)
            await self._writing.run(self._close_writer)
        finally:
            for worker in (self._apart, self._searching, self._reading, self._writing):
                worker.stop()

    # Work

    async def read(self, work: Callable[[Database], T]) -> T:
        """Reads at one moment of the library, never behind a write.

        Raises:
            AssistantError: with a storage problem, or what the work raises.
        """
        return await self._reading.ask(
            lambda: self._with_reader(lambda database: _at_one_moment(database, work))
        )

    async def search(self, work: Callable[[Database], T]) -> T:
        """Reads at one moment, without holding up lists; dropped if the caller is cancelled.

        Raises:
            AssistantError: with a storage problem, or what the work raises.
        """
        path = self._path_for_more_readers()
        if path is None:
            return await self.read(work)
        return await self._searching.ask(
            lambda: self._on_own_connection(path, lambda database: _at_one_moment(database, work))
        )

    async def read_apart(self, work: Callable[[Database], T]) -> T:
        """Reads for long, without holding up anything else.

        Raises:
            AssistantError: with a storage problem, or what the work raises.
        """
        path = self._path_for_more_readers()
        if path is None:
            return await self._reading.run(lambda: self._with_reader(work))
        return await self._apart.run(lambda: self._on_own_connection(path, work))

    async def write(self, work: Callable[[Database], T], *, durable: bool = True) -> T:
        """Writes in one transaction, after all writes asked for before.

        Args:
            work: is given the writer.
            durable: whether a power cut must not undo it; else only a crash of the app cannot.

        Raises:
            AssistantError: with a storage problem, or what the work raises; nothing changed then.
        """
        return await self._writing.run(lambda: self._in_transaction(work, durable=durable))

    async def change_counter(self) -> int:
        """A number that differs after another process has written.

        Also closes the replies of processes that have died since; that counts as a change.

        Raises:
            AssistantError: with a storage problem.
        """
        if self._opened().writer is None:
            return await self._reading.run(lambda: self._with_reader(self._counted))
        return await self._writing.run(self._count_changes)

    # On the threads

    def _open(self) -> OpenReport:
        with translated(self._path):
            self._library = self._open_library()
        return self._library.report

    def _between_two_openings(self, work: Callable[[], T]) -> T:
        is_unopened = self._library is None and self._lost is None
        if is_unopened or self._place is None:
            return work()
        with ExitStack() as stack:
            for worker in (self._reading, self._searching, self._apart):
                stack.enter_context(worker.held())
            self._close_reader()
            self._close_writer()
            self._library = None
            try:
                return work()
            finally:
                self._reopen()

    def _reopen(self) -> None:
        try:
            self._open()
        except AssistantError as error:
            self._lost = error.info
            raise
        self._lost = None
        self._openings += 1

    def _close_reader(self) -> None:
        if self._library is not None:
            self._library.reader.close()

    def _close_writer(self) -> None:
        if self._place is None or self._library is None or self._library.writer is None:
            return  # in memory it was the reader, too
        writer = self._library.writer
        try:
            # What is still being written will not be finished: spare the next start finding out.
            recovery.recover(writer, lambda token: token != self.token)
        finally:
            writer.close()
            self._place.presence.leave()

    def _count_changes(self) -> int:
        database = self._writer()
        with self._translated(database):
            # The writer's own commits do not change its number, only those of other processes.
            if self._place is not None:
                self._recoveries += recovery.recover(database, self._place.presence.is_alive)
            return self._counted(database) + self._recoveries

    def _in_transaction(self, work: Callable[[Database], T], *, durable: bool) -> T:
        database = self._writer()
        with self._translated(database), database.transaction(durable=durable):
            return work(database)

    def _with_reader(self, work: Callable[[Database], T]) -> T:
        database = self._opened().reader
        with self._translated(database):
            return work(database)

    def _on_own_connection(self, path: Path, work: Callable[[Database], T]) -> T:
        with translated(path):
            database = open_reader(path)
        try:
            with self._translated(database):
                return work(database)
        finally:
            database.close()

    def _counted(self, database: Database) -> int:
        # SQLite counts anew for each connection.
        return self._openings * _CHANGES_OF_AN_OPENING + _data_version(database)

    # Parts

    @property
    def _path(self) -> Path | None:
        return None if self._place is None else self._place.file.path

    @property
    def token(self) -> str | None:
        """Names this process as the writer of a reply."""
        return None if self._place is None else self._place.presence.token

    def _path_for_more_readers(self) -> Path | None:
        """The file, unless it takes more than opening it to read it."""
        return None if self._opened().writer is None else self._path

    def _opened(self) -> Library:
        if self._library is not None:
            return self._library
        if self._lost is not None:
            raise AssistantError(self._lost)
        raise RuntimeError("the library is not open")

    def _writer(self) -> Database:
        library = self._opened()
        if library.read_only_because is not None:
            raise AssistantError(library.read_only_because)
        assert library.writer is not None
        return library.writer

    @contextmanager
    def _translated(self, database: Database) -> Iterator[None]:
        """Storage problems; after damage the next start looks closely."""
        try:
            with translated(self._path, database):
                yield
        except AssistantError as error:
            if error.info.code is ProblemCode.STORAGE_DAMAGED and self._place is not None:
                self._place.file.mark_suspect()
            raise


def _at_one_moment(database: Database, work: Callable[[Database], T]) -> T:
    with database.snapshot():
        return work(database)


def _data_version(database: Database) -> int:
    ((version,),) = database.rows("PRAGMA data_version")
    return int(version)
