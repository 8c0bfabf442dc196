"""The branches of a conversation, as ``/branches`` numbers them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_assistant.chat.controller import ChatController
from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Role
from desktop_assistant.ports.conversation_store import ConversationRecord


@dataclass(frozen=True, slots=True)
class Branch:
    """One way through the conversation, from its beginning to a leaf."""

    number: int
    """From 1, oldest first: numbers never change, new branches come last."""
    leaf: MessageNode
    is_active: bool
    length: int
    """Messages from the beginning to the leaf."""
    question: str
    """The last question of the branch."""
    reply: str
    """The leaf's text, if it is a reply."""


def leaves_of(record: ConversationRecord) -> list[MessageNode]:
    """The ends of all branches, oldest first."""
    parents = {node.parent_id for node in record.nodes}
    leaves = [node for node in record.nodes if node.id not in parents]
    return sorted(leaves, key=lambda node: node.position)


async def branches_of(controller: ChatController, record: ConversationRecord) -> list[Branch]:
    """All branches.

    Raises:
        AssistantError: if the library cannot be read.
    """
    tree = ConversationTree(record.nodes, record.active_leaf_id)
    branches = []
    for number, leaf in enumerate(leaves_of(record), 1):
        path = tree.path(leaf.id)
        question = next((n for n in reversed(path) if n.role is Role.USER), None)
        wanted = [node.id for node in (question, leaf) if node is not None]
        messages = await controller.messages(record.id, wanted)
        branches.append(
            Branch(
                number=number,
                leaf=leaf,
                is_active=leaf.id == record.active_leaf_id,
                length=len(path),
                question=_text(messages, question.id if question else None),
                reply=_text(messages, leaf.id) if leaf is not question else "",
            )
        )
    return branches


def _text(messages: Sequence[Message], message_id: MessageId | None) -> str:
    return next((message.text for message in messages if message.id == message_id), "")
