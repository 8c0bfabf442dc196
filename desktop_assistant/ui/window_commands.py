"""What the user can have done from anywhere in the window: by key, button or menu."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_assistant.chat.state import ConversationState, SearchHit
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page, SettingValue
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.conversation_pane import ConversationPane
from desktop_assistant.ui.conversation_presenter import ConversationPresenter
from desktop_assistant.ui.export_kind import ExportKind
from desktop_assistant.ui.external import open_folder, open_page
from desktop_assistant.ui.regions import Region, first_control, go_to_next_region
from desktop_assistant.ui.sidebar.library_presenter import LibraryPresenter
from desktop_assistant.ui.sidebar.sidebar import Sidebar
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.window_frame import WindowFrame
from desktop_assistant.ui.window_shortcuts import Command, bind_keys

if TYPE_CHECKING:
    from desktop_assistant.ui.find.find_presenter import FindPresenter
    from desktop_assistant.ui.message_actions import MessageActions


class WindowCommands(QObject):
    """Each method is one thing that can be done; most act on the conversation that is shown."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        frame: WindowFrame,
        presenter: ConversationPresenter,
        library: LibraryPresenter,
        *,
        data_dir: Path,
    ) -> None:
        super().__init__(frame)
        self._bridge = bridge
        self._theme = theme
        self._frame = frame
        self._sidebar: Sidebar = frame.sidebar
        self._pane: ConversationPane = frame.pane
        self._presenter = presenter
        self._library = library
        self._data_dir = data_dir
        self._actions: MessageActions | None = None
        self._opens_settings = False
        self._find: FindPresenter | None = None
        self._words_searched = ""
        presenter.shown.connect(self._on_shown)

    def transcript_made(self, actions: "MessageActions") -> None:
        """From now on there is a transcript to act on."""
        self._actions = actions
        actions.settings_wanted.connect(self.open_settings)
        actions.model_wanted.connect(self.choose_model)
        actions.page_wanted.connect(open_page)
        actions.folder_wanted.connect(self.show_folder)
        self._pane.transcript.show_branches_requested.connect(self.open_branches)
        self._pane.transcript.line_numbers_requested.connect(self.number_lines)

    def bind_keys(self, window: QWidget) -> None:
        """Gives the window its keys."""
        bind_keys(
            window,
            {
                Command.NEW: self.open_new,
                Command.NEW_TEMPORARY: self.open_temporary,
                Command.SEARCH: self.search,
                Command.FIND: self.find,
                Command.NEXT_HIT: lambda: self.step_hit(1),
                Command.PREVIOUS_HIT: lambda: self.step_hit(-1),
                Command.NEXT_CONVERSATION: lambda: self.step(1),
                Command.PREVIOUS_CONVERSATION: lambda: self.step(-1),
                Command.SIDEBAR: self._frame.toggle_sidebar,
                Command.BRANCHES: self.open_branches,
                Command.NEXT_REGION: lambda: go_to_next_region(self._regions(), 1),
                Command.PREVIOUS_REGION: lambda: go_to_next_region(self._regions(), -1),
                Command.MESSAGE: self._pane.composer.focus_box,
                Command.MODEL: self.choose_model,
                Command.ATTACH: self._pane.composer.attach.click,
                Command.REGENERATE: self.regenerate,
                Command.PREVIOUS_VERSION: lambda: self.switch_version(-1),
                Command.NEXT_VERSION: lambda: self.switch_version(1),
                Command.PREVIOUS_FORK: lambda: self.step_fork(-1),
                Command.NEXT_FORK: lambda: self.step_fork(1),
                Command.COPY_REPLY: self.copy_reply,
                Command.RENAME: self.rename,
                Command.PIN: self.toggle_pin,
                Command.LARGER: lambda: self.resize_text(1),
                Command.SMALLER: lambda: self.resize_text(-1),
                Command.NORMAL_SIZE: lambda: self.resize_text(0),
                Command.PRINT: self.print,
                Command.SETTINGS: self.open_settings,
                Command.FULL_SCREEN: self.toggle_full_screen,
                Command.CLOSE: self.close_window,
            },
        )

    # From one conversation to another

    def open(self, conversation_id: str) -> None:
        """Shows a conversation."""
        self._presenter.open(conversation_id)
        self._frame.close_drawer()

    def open_new(self) -> None:
        """Shows an empty conversation."""
        self._presenter.open_new()
        self._frame.close_drawer()

    def open_temporary(self) -> None:
        """Shows an empty conversation that is never stored."""
        self._presenter.open_new(temporary=True)
        self._frame.close_drawer()

    def open_hit(self, hit: SearchHit) -> None:
        """Shows what a search found."""
        if hit.message_id is None:
            self._presenter.open(hit.conversation_id)
        else:
            self._presenter.open_message(hit.conversation_id, hit.message_id)
            self._words_searched = self._sidebar.search.text()
        self._frame.close_drawer()

    def step(self, step: int) -> None:
        """Shows the next conversation of the list, or the one before."""
        state = self._presenter.state
        shown = state.id if state is not None else None
        target = self._sidebar.list.conversations.step_from(shown, step)
        if target is not None:
            self._presenter.open(target)

    def search(self) -> None:
        """Puts the cursor into the search field."""
        self._frame.show_sidebar()
        self._sidebar.focus_search()

    # On the conversation that is shown

    def find(self) -> None:
        """Opens the bar to find words: those selected, else those a search led here by."""
        finding = self._finding()
        if finding is not None:
            words = self._pane.transcript.selected_line() or self._words_searched
            self._words_searched = ""
            finding.open(words)

    def step_hit(self, step: int) -> None:
        """Goes to the next place where the words are found, or the one before."""
        finding = self._finding()
        if finding is not None:
            finding.step(step)

    def choose_model(self, anchor: QWidget | None = None) -> None:
        """Opens the list of models at a control."""
        from desktop_assistant.ui.header.model_picker import ModelPicker

        state = self._presenter.state
        if state is not None:
            at = anchor if anchor is not None else self._pane.header.model
            picker = ModelPicker(self._bridge, self._theme, self._frame, state.choice)
            picker.chosen.connect(self._presenter.set_model)
            picker.manage_wanted.connect(lambda: self.open_settings(Page.PROVIDERS))
            picker.open_and_load(at, trailing=at is self._pane.header.model)

    def open_branches(self) -> None:
        """Opens the list of branches."""
        self._pane.header.branches_wanted.emit(self._pane.header.branches)

    def switch_version(self, step: int) -> None:
        """Shows another version at the fork the reader went to, else at the last one."""
        if self._actions is not None:
            fork = self._pane.transcript.fork_at_hand()
            if fork is None:
                self._actions.switch_last_version(step)
            else:
                self._actions.switch_version(fork, step)

    def step_fork(self, step: int) -> None:
        """Goes to the next fork of the visible branch, or the one before."""
        if self._actions is not None and self._pane.shows_transcript:
            self._pane.transcript.step_fork(step)

    def regenerate(self) -> None:
        """Asks for another version of the last reply."""
        if self._actions is not None:
            self._actions.regenerate_last()

    def edit_last_question(self) -> None:
        """Makes the last question a field."""
        if self._actions is not None and self._pane.shows_transcript:
            self._pane.transcript.edit_last_question()

    def copy_reply(self) -> None:
        """Copies the last reply."""
        if self._actions is not None and self._pane.shows_transcript:
            self._pane.transcript.copy_last_reply()

    def rename(self) -> None:
        """Makes a title a field: in the list if the focus is there, else in the header."""
        conversations = self._sidebar.list
        current = conversations.current_id()
        if conversations.hasFocus() and current is not None:
            conversations.rename(current)
        else:
            self._pane.header.title.start()

    def rename_to(self, title: str) -> None:
        """Gives the conversation another title."""
        state = self._presenter.state
        if state is not None and not state.is_new:
            self._library.rename(state.id, title)

    def toggle_pin(self) -> None:
        """Pins the conversation, or unpins it."""
        state = self._presenter.state
        if state is not None:
            self.pin(pinned=not state.pinned)

    def pin(self, *, pinned: bool) -> None:
        """Pins or unpins the conversation."""
        state = self._presenter.state
        if state is not None and not state.is_new and not state.is_temporary:
            self._library.set_pinned(state.id, pinned=pinned)

    def delete(self) -> None:
        """Moves the conversation to the trash."""
        state = self._presenter.state
        if state is not None and not state.is_new and not state.is_temporary:
            self._library.delete(state.id)

    def print(self) -> None:
        """Opens the system's dialog to print the conversation."""
        self._pane.header.export_wanted.emit(ExportKind.PAPER)

    def edit_prompt(self) -> None:
        """Opens the conversation's system prompt."""
        from desktop_assistant.ui.header.prompt_dialog import PromptDialog

        state = self._presenter.state
        if state is not None:
            dialog = PromptDialog(
                self._theme,
                self._frame.window(),
                own=state.system_prompt,
                from_settings=self._bridge.settings.get(schema.SYSTEM_PROMPT),
            )
            dialog.saved.connect(self._presenter.set_system_prompt)
            self._frame.dim_under(dialog)
            dialog.open()

    # On the window

    def open_settings(
        self, page: Page = Page.GENERAL, provider_id: str = "", setting: str = ""
    ) -> None:
        """Opens the settings on a page, perhaps at one provider and one setting."""
        if self._opens_settings:
            return
        self._opens_settings = True
        from desktop_assistant.ui.settings_dialog.dialog import SettingsDialog

        window = self._frame.window()

        def show() -> None:
            self._opens_settings = False
            dialog = SettingsDialog(self._bridge, self._theme, self._data_dir, window)
            self._frame.dim_under(dialog)
            dialog.open_at(page, provider_id=provider_id, setting=setting)

        # In a turn of its own: the first time, loading the code has taken a while already.
        QTimer.singleShot(0, self, show)

    def restore_backup(self) -> None:
        """Opens the list of backups, the latest one chosen."""
        from desktop_assistant.ui.restore_dialog import RestoreDialog

        self._presenter.flush()  # what is put aside is to be complete
        dialog = RestoreDialog(self._bridge, self._theme, self._frame.window())
        self._frame.dim_under(dialog)
        dialog.open()

    def show_folder(self) -> None:
        """Shows the data folder in the system's file manager."""
        open_folder(self._data_dir)

    def resize_text(self, step: int) -> None:
        """Makes the conversation's text larger or smaller; a step of 0 makes it normal."""
        setting = schema.READING_SIZE
        size = self._bridge.settings.get(setting) + step if step else setting.default
        if setting.minimum is not None and setting.maximum is not None:
            size = max(int(setting.minimum), min(int(setting.maximum), size))
        self._change(setting.key, size)

    def number_lines(self, numbered: bool) -> None:  # noqa: FBT001  # a signal's value
        """Numbers the lines of code from now on, or no more."""
        self._change(schema.LINE_NUMBERS.key, numbered)

    def toggle_full_screen(self) -> None:
        """Fills the screen, or no more."""
        window = self._frame.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def close_window(self) -> None:
        """Closes the window."""
        self._frame.window().close()

    def _change(self, key: str, value: SettingValue) -> None:
        """Changes a setting; if that fails, the user is told."""
        try:
            self._bridge.controller.settings.change({key: value})
        except AssistantError as error:
            self._bridge.failed.emit(error.info)

    def _finding(self) -> "FindPresenter | None":
        """What finds words here; none while there is nothing to find them in."""
        if self._actions is None or not self._pane.shows_transcript:
            return None
        if self._find is None:
            from desktop_assistant.ui.find.find_presenter import FindPresenter

            self._find = FindPresenter(
                self._bridge, self._theme, self._pane, lambda: self._presenter.state
            )
        return self._find

    def _on_shown(self, state: ConversationState) -> None:
        if self._find is not None:
            self._find.show_state(state)

    def _regions(self) -> list[Region]:
        sidebar, pane = self._sidebar, self._pane
        regions = [
            Region(sidebar, lambda: sidebar.list if sidebar.list.isVisible() else sidebar.search),
            Region(pane.header, lambda: pane.header.model),
            Region(pane.notices, lambda: first_control(pane.notices)),
        ]
        if self._find is not None:
            bar = self._find.bar
            regions.append(Region(bar, lambda: bar.field))
        if pane.shows_transcript:
            regions.append(Region(pane.transcript, lambda: pane.transcript))
        elif pane.shows_start_page:
            regions.append(Region(pane.start_page, lambda: first_control(pane.start_page)))
        return [*regions, Region(pane.composer, lambda: pane.composer.box)]
