"""Between the tree and the header: the path through the forks, and the list of branches."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message
from desktop_assistant.ui.branch_words import branch_ends, branch_lines, fork_ids, forks_of
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.header.branch_list import BranchLine, BranchList
from desktop_assistant.ui.header.header import Header
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.version_words import MOST_VERSIONS, version_lines


class BranchPresenter(QObject):
    """Reads the few texts that name branches; goes where the user points."""

    def __init__(self, bridge: Bridge, theme: Theme, header: Header) -> None:
        super().__init__(header)
        self._bridge = bridge
        self._theme = theme
        self._header = header
        self._state: ConversationState | None = None
        self._texts: dict[MessageId, Message] = {}
        self._close_versions: Callable[[], None] | None = None
        header.version_chosen.connect(self.go_to)
        header.branches_wanted.connect(self.open_list)

    def show_state(self, state: ConversationState) -> None:
        """Shows the forks of a conversation; texts that are not known yet are read first."""
        if self._state is None or self._state.id != state.id:
            self._texts = {}
        before = None if self._state is None else self._state.active_leaf_id
        if self._close_versions is not None and state.active_leaf_id != before:
            self._close_versions()  # another version is shown, perhaps by a click beside the list
        self._state = state
        wanted = fork_ids(state)
        missing = [message_id for message_id in wanted if message_id not in self._texts]
        if not missing:
            self._header.show_forks(forks_of(state, self._texts))
            return

        def show(messages: list[Message]) -> None:
            if self._state is not None and self._state.id == state.id:
                self._texts.update((message.id, message) for message in messages)
                self._header.show_forks(forks_of(self._state, self._texts))

        self._bridge.run(
            self._bridge.controller.messages(state.id, missing),
            name="read the names of forks",
            on_done=show,
        )

    def open_list(self, anchor: QWidget) -> None:
        """Opens the list of branches at a control."""
        state = self._state
        if state is None or state.is_new:
            return
        window = self._header.window()

        def show(lines: list[BranchLine]) -> None:
            branches = BranchList(self._theme, window)
            branches.chosen.connect(self.go_to)
            branches.open_with(lines, anchor)

        self._bridge.run(
            self._lines(state.id, state.active_leaf_id), name="list branches", on_done=show
        )

    def open_versions(self, message_id: str, anchor: QWidget, hovering: bool) -> None:  # noqa: FBT001  # a slot
        """Opens the list of a message's versions at a control.

        Args:
            message_id: the version that is shown.
            anchor: the control.
            hovering: whether the pointer rests on it; else the keyboard goes into the list.
        """
        state = self._state
        if state is None:
            return
        window = self._header.window()

        def show(lines: list[BranchLine]) -> None:
            gone = not isValid(anchor) or not anchor.isVisible()
            if gone or (hovering and not anchor.underMouse()):
                return
            versions = BranchList(self._theme, window, self.tr("Versions"))
            versions.chosen.connect(self.go_to)
            versions.open_with(lines, anchor, trailing=False, hovering=hovering)
            self._close_versions = versions.close_card
            versions.closed.connect(self._forget_versions)

        self._bridge.run(
            self._versions(state.id, MessageId(message_id)), name="list versions", on_done=show
        )

    def go_to(self, message_id: str) -> None:
        """Shows the branch that a message is on."""
        self._bridge.run(
            self._bridge.controller.show_message(MessageId(message_id)), name="show a branch"
        )

    def _forget_versions(self) -> None:
        self._close_versions = None

    async def _versions(
        self, conversation_id: ConversationId, shown: MessageId
    ) -> list[BranchLine]:
        controller = self._bridge.controller
        record = await controller.library.record(conversation_id)
        tree = ConversationTree(record.nodes, record.active_leaf_id)
        versions = tree.siblings(shown)[-MOST_VERSIONS:]
        messages = await controller.messages(conversation_id, versions)
        texts = {message.id: message for message in messages}
        return version_lines(tree, versions, texts, shown)

    async def _lines(
        self, conversation_id: ConversationId, current: MessageId | None
    ) -> list[BranchLine]:
        controller = self._bridge.controller
        record = await controller.library.record(conversation_id)
        ends = branch_ends(ConversationTree(record.nodes, record.active_leaf_id))
        ids = list(dict.fromkeys(question.id for _, question, _ in ends))
        messages = await controller.messages(conversation_id, ids)
        texts: Mapping[MessageId, Message] = {message.id: message for message in messages}
        return branch_lines(ends, texts, current)
