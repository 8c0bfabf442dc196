"""The conversation tree: parent links only; children, siblings and paths are derived.

A conversation knows its active leaf, and each node the child through which it was last left, so
that coming back to a branch lands where it was left (`last_leaf`). Following those pointers gives
the same leaf as storing it in every ancestor would, but one new message changes one pointer
instead of one per ancestor.
"""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import MessageNode


class ConversationTree:
    """All nodes of one conversation and which of its branches is shown.

    Not a value: it changes by ``add``, ``update`` and ``activate``, and only its owner does that.
    """

    def __init__(
        self, nodes: Iterable[MessageNode] = (), active_leaf_id: MessageId | None = None
    ) -> None:
        self._nodes: dict[MessageId, MessageNode] = {}
        """In the order in which they were added."""
        self._known_children: dict[MessageId | None, list[MessageId]] | None = None
        """Not written down as long as every message answers the one before."""
        self._active_leaf_id: MessageId | None = None
        self._next_position = 0
        ordered = sorted(nodes, key=attrgetter("position"))
        if not self._take_line(ordered):
            self._take(ordered)
        if active_leaf_id is not None and active_leaf_id in self._nodes:
            self._active_leaf_id = active_leaf_id
        elif self._nodes:
            self._active_leaf_id = self._newest_leaf()

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._nodes

    def __iter__(self) -> Iterator[MessageNode]:
        return iter(self._nodes.values())

    @property
    def active_leaf_id(self) -> MessageId | None:
        """The end of the branch that is shown, or ``None`` in an empty conversation."""
        return self._active_leaf_id

    @property
    def next_position(self) -> int:
        """The position for the next message: one more than any so far."""
        return self._next_position

    @property
    def branch_count(self) -> int:
        """How many leaves the tree has: 1 for a straight conversation, 0 for an empty one."""
        children = self._known_children
        if children is None:
            return min(1, len(self._nodes))
        return len(self._nodes) - len(children) + (None in children)

    def node(self, message_id: MessageId) -> MessageNode:
        """The node with that id.

        Raises:
            InvalidInputError: if this conversation has no such message.
        """
        try:
            return self._nodes[message_id]
        except KeyError:
            raise problem(ProblemCode.UNKNOWN_MESSAGE, id=message_id) from None

    def children(self, message_id: MessageId | None) -> tuple[MessageId, ...]:
        """The answers to a message, oldest first; ``None`` asks for the first messages."""
        return tuple(self._children.get(message_id, ()))

    def forks(self) -> dict[MessageId | None, tuple[MessageId, ...]]:
        """The children of every message that has several; of ``None``, the first messages."""
        if self.branch_count <= 1:  # without a look at ten thousand messages
            return {}
        return {parent: tuple(ids) for parent, ids in self._children.items() if len(ids) > 1}

    def siblings(self, message_id: MessageId) -> tuple[MessageId, ...]:
        """All versions at a message's place, itself included, oldest first."""
        return tuple(self._children[self.node(message_id).parent_id])

    def path(self, leaf_id: MessageId | None = None) -> tuple[MessageNode, ...]:
        """The nodes from the first message to a leaf (the active one if none is named)."""
        current = leaf_id if leaf_id is not None else self._active_leaf_id
        if self._known_children is None and current == self._last_id:
            return tuple(self._nodes.values())
        found: list[MessageNode] = []
        if current is not None:
            node = self.node(current)
            found.append(node)
            while node.parent_id is not None:
                node = self._nodes[node.parent_id]
                found.append(node)
        found.reverse()
        return tuple(found)

    def last_leaf(self, message_id: MessageId) -> MessageId:
        """Where going to this message ends: the leaf last shown below it, else the newest."""
        current = message_id
        while children := self._children.get(current):
            last = self.node(current).last_child_id
            current = last if last is not None and last in children else children[-1]
        return current

    def add(self, node: MessageNode) -> None:
        """Adds a message below its parent; the branch that is shown does not change.

        Raises:
            ValueError: if the id is taken or the parent is unknown: either is a bug of ours.
        """
        if node.id in self._nodes:
            raise ValueError(f"message {node.id} is already in the tree")
        if node.parent_id is not None and node.parent_id not in self._nodes:
            raise ValueError(f"message {node.id} has an unknown parent {node.parent_id}")
        if self._known_children is not None or node.parent_id != self._last_id:
            self._children.setdefault(node.parent_id, []).append(node.id)
        self._nodes[node.id] = node
        self._next_position = max(self._next_position, node.position + 1)

    def update(self, node: MessageNode) -> None:
        """Replaces what is known of a message (its status, its length), never its place.

        Raises:
            ValueError: if the node would move.
        """
        old = self.node(node.id)
        if (old.parent_id, old.position) != (node.parent_id, node.position):
            raise ValueError(f"message {node.id} may not move")
        self._nodes[node.id] = node._replace(last_child_id=old.last_child_id)

    def activate(self, leaf_id: MessageId) -> tuple[MessageNode, ...]:
        """Shows the branch that ends at a message and remembers it all the way up.

        Returns:
            The nodes whose ``last_child_id`` changed, for the store.

        Raises:
            InvalidInputError: if this conversation has no such message.
        """
        self.node(leaf_id)
        self._active_leaf_id = leaf_id
        changed: list[MessageNode] = []
        child = self._nodes[leaf_id]
        while child.parent_id is not None:
            parent = self._nodes[child.parent_id]
            if parent.last_child_id != child.id:
                parent = parent._replace(last_child_id=child.id)
                self._nodes[parent.id] = parent
                changed.append(parent)
            child = parent
        return tuple(changed)

    def _take_line(self, ordered: list[MessageNode]) -> bool:
        """Adds all messages at once if each answers the one before; else adds none."""
        ids = [node.id for node in ordered]
        nodes = dict(zip(ids, ordered, strict=True))
        before = [None, *ids[:-1]]
        if [node.parent_id for node in ordered] != before[: len(ids)] or len(nodes) != len(ids):
            return False
        self._nodes = nodes
        self._next_position = max(0, ordered[-1].position + 1) if ordered else 0
        return True

    def _take(self, ordered: list[MessageNode]) -> None:
        """Adds messages as ``add`` does, of which there may be ten thousand, to an empty tree."""
        nodes, children = self._nodes, self._children
        for node in ordered:
            parent_id = node.parent_id
            if node.id in nodes or not (parent_id is None or parent_id in nodes):
                self.add(node)  # tells what is wrong
            if parent_id in children:
                children[parent_id].append(node.id)
            else:
                children[parent_id] = [node.id]
            nodes[node.id] = node
        self._next_position = max(0, ordered[-1].position + 1)

    @property
    def _last_id(self) -> MessageId | None:
        """The message that was added last."""
        return next(reversed(self._nodes), None)

    @property
    def _children(self) -> dict[MessageId | None, list[MessageId]]:
        if self._known_children is None:
            self._known_children = {}
            for node in self._nodes.values():
                self._known_children.setdefault(node.parent_id, []).append(node.id)
        return self._known_children

    def _newest_leaf(self) -> MessageId:
        return self.last_leaf(self._children[None][-1])
