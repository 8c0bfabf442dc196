"""The branches of a conversation, as ``/branches`` numbers them."""

from desktop_assistant.chat.controller import ChatController
from desktop_assistant.cli.conversations import local_time
from desktop_assistant.cli.terminal_text import table
from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Role
from desktop_assistant.ports.conversation_store import ConversationRecord

_WIDEST = 40


def leaves_of(record: ConversationRecord) -> list[MessageNode]:
    """The ends of all branches, oldest first: their order never changes, new ones come last."""
    parents = {node.parent_id for node in record.nodes}
    leaves = [node for node in record.nodes if node.id not in parents]
    return sorted(leaves, key=lambda node: node.position)


async def branch_table(
    controller: ChatController, record: ConversationRecord, leaves: list[MessageNode]
) -> str:
    """The branches with their numbers; the visible one has a mark.

    Raises:
        AssistantError: if the library cannot be read.
    """
    tree = ConversationTree(record.nodes, record.active_leaf_id)
    rows = []
    for number, leaf in enumerate(leaves, 1):
        path = tree.path(leaf.id)
        mark = "*" if leaf.id == record.active_leaf_id else ""
        question = next((n for n in reversed(path) if n.role is Role.USER), None)
        wanted = [node.id for node in (question, leaf) if node is not None]
        messages = await controller.messages(record.id, wanted)
        rows.append(
            (
                f"{number}{mark}",
                local_time(leaf.created_at),
                str(len(path)),
                _text(messages, question.id if question else None),
                _text(messages, leaf.id) if leaf is not question else "",
            )
        )
    if not rows:
        return "There are no messages yet.\n"
    return table(("BRANCH", "UPDATED", "MESSAGES", "LAST QUESTION", "REPLY"), rows, widest=_WIDEST)


def _text(messages: list[Message], message_id: MessageId | None) -> str:
    text = next((message.text for message in messages if message.id == message_id), "")
    return " ".join(text.split())
