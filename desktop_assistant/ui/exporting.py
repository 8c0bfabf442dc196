"""Save, copy and print the conversation: dialogs, work under way, and what came of it.

What makes the documents is loaded when one is wanted.
"""

import re
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QStandardPaths, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.toast import Toast
from desktop_assistant.ui.conversation_presenter import ConversationPresenter
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.export_kind import ExportKind
from desktop_assistant.ui.external import open_folder
from desktop_assistant.ui.notices import Notice, Notices
from desktop_assistant.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_assistant.rendering.export.branch import Branch

_KEY = "export"
_PATIENCE_MS = 400
"""Work that is done by then is not told of before its end."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069/\\:*?"<>|]+')
_LONGEST_NAME = 80


class Exporting(QObject):
    """One document at a time, of the branch that was visible when it was wished for."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        presenter: ConversationPresenter,
        toast: Toast,
        notices: Notices,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._theme = theme
        self._presenter = presenter
        self._toast = toast
        self._notices = notices
        self._window = window
        self._cancel: Callable[[], None] | None = None
        self._folder = ""
        self._work = ""
        self._total = self._done = 0
        self._telling = QTimer(self, interval=_PATIENCE_MS)
        self._telling.timeout.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether a document is being made."""
        return self._cancel is not None

    def start(self, kind: ExportKind) -> None:
        """Asks where to, if that is to be asked, and makes the document."""
        state = self._presenter.state
        if state is None or not state.path or self.is_busy:
            return
        self._notices.withdraw(_KEY)
        match kind:
            case ExportKind.MARKDOWN:
                words = self.tr("Copying the conversation…")
                self._run(partial(self._copy, state), words, self._copied)
            case ExportKind.PAPER:
                self._choose_printer(state)
            case _:
                self._choose_file(state, kind)

    # Files

    def _choose_file(self, state: ConversationState, kind: ExportKind) -> None:
        is_pdf = kind is ExportKind.PDF
        title = self.tr("Save as PDF") if is_pdf else self.tr("Save as HTML")
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        suffix = "pdf" if is_pdf else "html"
        dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(self._folder or QStandardPaths.writableLocation(documents))
        dialog.selectFile(f"{file_name(state.title) or self.tr('Conversation')}.{suffix}")
        dialog.fileSelected.connect(lambda name: self.save(state, kind, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, state: ConversationState, kind: ExportKind, path: Path) -> None:
        """Writes a document into a file; one that is there already is replaced.

        Args:
            state: whose visible branch.
            kind: PDF or HTML.
            path: where; the dialog has asked whether to replace what is there.
        """
        if self.is_busy:
            return
        self._folder = str(path.parent)
        words = self.tr("Saving “{name}”…").format(name=path.name)
        self._run(partial(self._write, state, kind, path), words, partial(self._saved, path))

    async def _write(self, state: ConversationState, kind: ExportKind, path: Path) -> int:
        """Returns how many pages it has; 0 if it has none."""
        exports = self._bridge.controller.exports
        branch = await self._branch(state)
        pages = 0
        if kind is ExportKind.PDF:
            from desktop_assistant.ui.paper.pdf import pdf_of

            content, pages = await pdf_of(branch, self._theme.resources, self._note)
        else:
            from desktop_assistant.ui.paper.words import WindowWords

            content = (await exports.html(branch, WindowWords())).encode("utf-8", "replace")
        await exports.save(path, content, replace=True)
        return pages

    def _saved(self, path: Path, pages: int) -> None:
        if pages == 1:
            told = self.tr("Saved “{name}”, 1 page.").format(name=path.name)
        elif pages:
            count = QLocale().toString(pages)
            told = self.tr("Saved “{name}”, {count} pages.", "", pages).format(
                name=path.name, count=count
            )
        else:
            told = self.tr("Saved “{name}”.").format(name=path.name)
        self._toast.tell(told, self.tr("Show folder"), lambda: open_folder(path.parent))

    # The clipboard

    async def _copy(self, state: ConversationState) -> str:
        from desktop_assistant.ui.paper.words import WindowWords

        branch = await self._branch(state)
        return await self._bridge.controller.exports.markdown(branch, WindowWords())

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._toast.tell(self.tr("The conversation is on the clipboard, as Markdown."))

    # The printer

    def _choose_printer(self, state: ConversationState) -> None:
        try:
            from desktop_assistant.ui.paper.printing import print_dialog
        except ImportError:  # some systems ship Qt without it
            self._notices.tell(
                Notice(
                    _KEY,
                    self.tr("Nothing can be printed here"),
                    self.tr("Qt has no print support on this computer. Save as PDF instead."),
                )
            )
            return
        dialog, printer = print_dialog(self._window)

        def print_it() -> None:
            words = self.tr("Printing…")
            self._run(partial(self._print, state, printer), words, self._printed)

        dialog.accepted.connect(print_it)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # the stubs know only the form with a slot

    async def _print(self, state: ConversationState, printer: "QPrinter") -> int:
        from desktop_assistant.ui.paper.printing import print_onto

        branch = await self._branch(state)
        return await print_onto(printer, branch, self._theme.resources, self._note)

    def _printed(self, pages: int) -> None:
        if pages == 1:
            told = self.tr("1 page was sent to the printer.")
        else:
            count = QLocale().toString(pages)
            told = self.tr("{count} pages were sent to the printer.", "", pages).format(count=count)
        self._toast.tell(told)

    # Work under way

    async def _branch(self, state: ConversationState) -> "Branch":
        branch = await self._bridge.controller.exports.branch(state.id, state.active_leaf_id)
        self._total = len(branch.messages)
        return branch

    def _run(
        self,
        work: Callable[[], Coroutine[Any, Any, Any]],
        words: str,
        on_done: Callable[[Any], None],
    ) -> None:
        self._work, self._total, self._done = words, 0, 0

        async def work_to_the_end() -> object:
            try:
                return await work()
            finally:  # whatever comes of it, the next document may be made
                if self._cancel is cancel:
                    self._end()

        def failed(error: ErrorInfo) -> None:
            self._notices.forget_dismissed(_KEY)
            self._notices.tell(Notice(_KEY, error_title(error), error_hint(error)))

        self._telling.start()
        cancel = self._cancel = self._bridge.run(
            work_to_the_end(), name="export a conversation", on_done=on_done, on_error=failed
        )

    def _note(self, done: int) -> None:
        self._done = done

    def _tell(self) -> None:
        """Says how far it is, for as long as it takes."""
        words = self._work
        if self._done:
            locale = QLocale()
            words = self.tr("{work} {done} of {total} messages").format(
                work=words,
                done=locale.toString(self._done),
                total=locale.toString(self._total),
            )
        self._toast.show_work(words, self.tr("Cancel"), self.cancel)

    def cancel(self) -> None:
        """Gives up; no file is written then."""
        if self._cancel is not None:
            self._cancel()
            self._end()
            self._toast.tell(self.tr("Cancelled. Nothing was saved or printed."))

    def _end(self) -> None:
        self._cancel = None
        self._telling.stop()
        self._toast.end_work()


def file_name(title: str) -> str:
    """A title as a file's name without its ending; empty if nothing of it can be used."""
    return " ".join(_UNSAFE.sub(" ", title).split())[:_LONGEST_NAME].strip(" .")
