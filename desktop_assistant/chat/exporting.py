"""A branch of a conversation as a document: gathered, written, saved."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_assistant.chat.sessions import Sessions
from desktop_assistant.chat.slices import in_slices
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message
from desktop_assistant.ports.saved_files import SavedFiles

if TYPE_CHECKING:
    from desktop_assistant.rendering.export.branch import Branch, ExportedMessage
    from desktop_assistant.rendering.export.words import Words

ReadMessages = Callable[[ConversationId, Sequence[MessageId]], Awaitable[list[Message]]]

_READ_AT_ONCE = 100


class Exports:
    """What can be taken out of the library; what is in it stays as it is."""

    def __init__(self, sessions: Sessions, read: ReadMessages, files: SavedFiles) -> None:
        self._sessions = sessions
        self._read = read
        self._files = files

    async def branch(
        self, conversation_id: ConversationId, leaf_id: MessageId | None = None
    ) -> "Branch":
        """A branch with all its texts; replies being written have what has come so far.

        Args:
            conversation_id: whose.
            leaf_id: the branch's last message; ``None`` is the visible branch.

        Raises:
            InvalidInputError: for an unknown id, or if there is no message.
        """
        from desktop_assistant.rendering.export.branch import Branch, exported

        session = await self._sessions.get(conversation_id)
        tree = session.tree
        path = tree.path(leaf_id)
        if not path:
            raise problem(ProblemCode.NOTHING_TO_EXPORT)
        siblings = {node.id: tree.siblings(node.id) for node in path}
        title = session.record.title
        messages: list[ExportedMessage] = []
        for begin in range(0, len(path), _READ_AT_ONCE):
            ids = [node.id for node in path[begin : begin + _READ_AT_ONCE]]
            for message in await self._read(conversation_id, ids):
                versions = siblings[message.id]
                messages.append(exported(message, versions.index(message.id) + 1, len(versions)))
        return Branch(title, tuple(messages))

    async def html(self, branch: "Branch", words: "Words") -> str:
        """The branch as a page that stands alone and loads nothing."""
        from desktop_assistant.rendering.export.page import write_page

        return "".join(await in_slices(write_page(branch, words)))

    async def markdown(self, branch: "Branch", words: "Words") -> str:
        """The branch as Markdown, every text as it came."""
        from desktop_assistant.rendering.export.markdown import write_markdown

        return "".join(await in_slices(write_markdown(branch, words)))

    async def save(self, path: Path, content: bytes, *, replace: bool) -> None:
        """Writes a file whole or not at all, for this user's eyes only.

        Raises:
            InvalidInputError: if it exists and is not to be replaced, or cannot be written there.
            AssistantError: if the disk is full or fails; what was there is then as before.
        """
        await self._files.write(path, content, replace=replace)
