"""The window: sidebar and conversation, put together and kept in step.

It is painted before the library is open. What needs the library, and what takes long to make,
comes with ``library_opened``.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_assistant.chat.events import ReplyFinished
from desktop_assistant.chat.state import ConversationState, OpenReport
from desktop_assistant.domain.errors import ErrorInfo
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.settings import schema
from desktop_assistant.ui.attaching import Attaching
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls import accessible
from desktop_assistant.ui.controls.toast import Toast
from desktop_assistant.ui.conversation_pane import ConversationPane
from desktop_assistant.ui.conversation_presenter import ConversationPresenter
from desktop_assistant.ui.exporting import Exporting
from desktop_assistant.ui.sidebar.library_presenter import LibraryPresenter
from desktop_assistant.ui.sidebar.sidebar import Sidebar
from desktop_assistant.ui.start_presenter import StartPresenter
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.window_commands import WindowCommands
from desktop_assistant.ui.window_frame import WindowFrame
from desktop_assistant.ui.window_memory import WindowMemory
from desktop_assistant.ui.window_notices import WindowNotices

_FIRST_SIZE = (1200, 800)
_POLL_MS = 1000
_ONE_FRAME_MS = 16
_COLUMNS = {"narrow": 640, "normal": 760, "wide": 960}


class MainWindow(QMainWindow):
    """One window on one library.

    Signals:
        closed: it goes; drafts and its place have been handed to the library.
        key_variable_wanted: (name, session only) the user wants the key in that environment
            variable kept in the keyring, or used until the end of the program.
    """

    closed = Signal()
    key_variable_wanted = Signal(str, bool)

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        *,
        data_dir: Path,
        key_variables: Sequence[str] = (),
    ) -> None:
        """Makes what is painted first.

        Args:
            bridge: to the controller, whose library need not be open yet.
            theme: the look.
            data_dir: where all state is, for the settings and for showing the folder.
            key_variables: names of environment variables with a key, to be offered.
        """
        super().__init__()
        accessible.install()
        self._bridge = bridge
        self._theme = theme
        self._is_noticing = False
        self._is_closed = False
        self.setWindowTitle(self.tr("Desktop Assistant"))
        self.setMinimumSize(theme.size("window.min_w"), theme.size("window.min_h"))
        self.resize(*_FIRST_SIZE)
        self.sidebar = Sidebar(theme)
        self.pane = ConversationPane(theme)
        self.frame = WindowFrame(theme, self.sidebar, self.pane)
        self.setCentralWidget(self.frame)
        self.toast = Toast(theme, self.pane)
        self.library = LibraryPresenter(bridge, theme, self.sidebar, self.toast)
        self.presenter = ConversationPresenter(bridge, theme, self.pane)
        self.commands = WindowCommands(
            bridge, theme, self.frame, self.presenter, self.library, data_dir=data_dir
        )
        self.exporting = Exporting(
            bridge, theme, self.presenter, self.toast, self.pane.notices, self
        )
        self.notices = WindowNotices(bridge, self.pane.notices)
        self._start = StartPresenter(bridge, self.pane, self.presenter, key_variables)
        self._memory = WindowMemory(bridge, self, self.frame)
        self._attaching = Attaching(bridge, self.pane.composer, self.pane.notices)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look_around)
        self._connect()
        self.commands.bind_keys(self)
        self._follow_settings()
        self.pane.composer.box.setFocus(Qt.FocusReason.OtherFocusReason)

    # For the app

    def library_opened(self, report: OpenReport) -> None:
        """Fills the window: list, last conversation, notices."""
        self.notices.library_opened(report)
        self.library.refresh()

        def list_is_there(what_was_shown: str) -> None:
            # The list is painted before the transcript, which takes longest to load, is made.
            QTimer.singleShot(_ONE_FRAME_MS, self, lambda: self._complete(what_was_shown))

        self._bridge.run(
            self._bridge.controller.library.load_window_state(),
            name="find out what was shown last",
            on_done=list_is_there,
        )

    def come_forward(self) -> None:
        """A second launch asked for this window."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def key_variable_failed(self, name: str, error: ErrorInfo) -> None:
        """The keyring does not keep that variable's key: offers to use it until the end."""
        self.notices.offer_session_key(error, lambda: self.key_variable_wanted.emit(name, True))

    # What Qt tells

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._is_closed:
            self._is_closed = True
            self._poll.stop()
            self.presenter.end()
            self._memory.end()
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._memory.note()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._memory.note()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._mark_read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.presenter.stop()
            return
        is_undo = event.key() == Qt.Key.Key_Z
        if is_undo and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if not self.toast.is_work:
                self.toast.act()
            return
        super().keyPressEvent(event)

    # In step

    def _connect(self) -> None:
        sidebar, header, composer = self.sidebar, self.pane.header, self.pane.composer
        commands = self.commands
        sidebar.new_wanted.connect(commands.open_new)
        sidebar.hide_wanted.connect(self.frame.toggle_sidebar)
        sidebar.settings_wanted.connect(commands.open_settings)
        sidebar.list.opened.connect(commands.open)
        sidebar.hits.chosen.connect(commands.open_hit)
        header.show_sidebar_wanted.connect(self.frame.toggle_sidebar)
        header.new_wanted.connect(commands.open_new)
        header.find_wanted.connect(commands.find)
        header.renamed.connect(commands.rename_to)
        header.pin_wanted.connect(lambda pinned: commands.pin(pinned=pinned))
        header.prompt_wanted.connect(commands.edit_prompt)
        header.delete_wanted.connect(commands.delete)
        header.export_wanted.connect(self.exporting.start)
        header.model_wanted.connect(commands.choose_model)
        composer.model_wanted.connect(commands.choose_model)
        composer.edit_last_wanted.connect(commands.edit_last_question)
        composer.resized.connect(self._lift_toast)
        self.library.loaded.connect(lambda is_empty: self._start.library_loaded(is_empty=is_empty))
        self.library.deleted.connect(self._on_deleted)
        self.presenter.shown.connect(self._on_shown)
        self.presenter.left.connect(self._on_left)
        self._start.settings_wanted.connect(commands.open_settings)
        self._start.variable_wanted.connect(lambda name: self.key_variable_wanted.emit(name, False))
        self.notices.settings_wanted.connect(commands.open_settings)
        self.notices.folder_wanted.connect(commands.show_folder)
        self.notices.restore_wanted.connect(commands.restore_backup)
        self._bridge.library_replaced.connect(self.presenter.reopen)
        self._bridge.reply_finished.connect(self._on_reply_finished)
        self._bridge.settings_changed.connect(self._follow_settings)

    def _complete(self, what_was_shown: str) -> None:
        """Makes the transcript and shows the conversation that was shown last."""
        from desktop_assistant.ui.code_saving import CodeSaving
        from desktop_assistant.ui.image_loading import ImageLoading
        from desktop_assistant.ui.message_actions import MessageActions

        if self._is_closed:
            return
        self.presenter.connect_transcript()
        transcript = self.pane.transcript
        self.commands.transcript_made(MessageActions(self._bridge, self.presenter, transcript))
        saving = CodeSaving(self._bridge, self.toast, self)
        transcript.save_code_requested.connect(saving.save)
        ImageLoading(self._bridge, transcript)
        self._follow_settings()
        self._show_what_was_shown(what_was_shown)
        self._poll.start()

    def _show_what_was_shown(self, text: str) -> None:
        state = self._memory.restore(text)
        opens_last = self._bridge.settings.get(schema.OPEN_WITH) == "last"
        if opens_last and state.conversation_id:
            self.presenter.open(state.conversation_id, otherwise=self.presenter.open_new)
        else:
            self.presenter.open_new()

    def _on_shown(self, state: ConversationState) -> None:
        title = self._title_of(state)
        self.setWindowTitle(
            self.tr("{title} – Desktop Assistant").format(title=show_controls(title))
            if title
            else self.tr("Desktop Assistant")
        )
        self.pane.header.show_state(state, title)
        is_listed = not state.is_new and not state.is_temporary
        self.sidebar.list.show_selected(state.id if is_listed else None)
        self._memory.note_conversation(state.id if is_listed else "")
        self._start.show_state(state)
        self._lift_toast()
        self._mark_read()

    def _title_of(self, state: ConversationState) -> str:
        if state.is_new and not state.path:
            return self.tr("Temporary conversation") if state.is_temporary else ""
        return state.title or self.tr("Untitled conversation")

    def _on_left(self, state: ConversationState) -> None:
        """A temporary conversation stands in no list: a way back is offered."""
        if state.is_temporary and state.path:
            self.toast.tell(
                self.tr("The temporary conversation is kept until you quit."),
                self.tr("Go back"),
                lambda: self.presenter.open(state.id),
            )

    def _on_deleted(self, conversation_id: str, neighbour: str) -> None:
        shown = self.presenter.state
        if shown is None or shown.id != conversation_id:
            return
        if neighbour:
            self.presenter.open(neighbour)
        else:
            self.presenter.open_new()

    def _on_reply_finished(self, event: ReplyFinished) -> None:
        shown = self.presenter.state
        is_seen = shown is not None and shown.id == event.conversation_id and self.isActiveWindow()
        if is_seen:
            return
        self.library.mark_unread(event.conversation_id)
        if not self.isActiveWindow():
            QApplication.alert(self)

    def _mark_read(self) -> None:
        shown = self.presenter.state
        if shown is not None and self.isActiveWindow():
            self.library.mark_read(shown.id)

    def _follow_settings(self) -> None:
        settings = self._bridge.settings
        with_ctrl = settings.get(schema.SEND_WITH) == "ctrl_enter"
        self.pane.composer.set_sends_with_ctrl(with_ctrl)
        self.pane.set_column(_COLUMNS[settings.get(schema.COLUMN)])
        self.pane.follow_settings(
            wraps_code=settings.get(schema.WRAP_CODE),
            numbers_lines=settings.get(schema.LINE_NUMBERS),
            sends_with_enter=not with_ctrl,
            stops_at_start=settings.get(schema.STOP_AT_START),
        )

    def _look_around(self) -> None:
        """Every second: what did others write, is it another day, is the local model ready."""
        self.library.let_a_day_pass()
        self._start.look_at_local_model()
        if self._is_noticing:
            return
        self._is_noticing = True

        def done(_: object = None) -> None:
            self._is_noticing = False

        self._bridge.run(
            self._bridge.controller.notice_changes(),
            name="notice what others wrote",
            on_done=done,
            on_error=done,
        )

    def _lift_toast(self) -> None:
        self.toast.set_lift(self.pane.composer.height())
