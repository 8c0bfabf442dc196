"""The branch that is shown, as a sequence that costs little however long it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, overload

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import MessageNode


class PathEntry(NamedTuple):
    """One visible message's place: the node and its versions."""

    node: MessageNode
    siblings: tuple[MessageId, ...]
    """All versions, oldest first, this one included."""

    @property
    def version(self) -> int:
        """Which version this is, from 1."""
        return self.siblings.index(self.node.id) + 1

    @property
    def versions(self) -> int:
        """How many there are."""
        return len(self.siblings)


class VisiblePath(Sequence[PathEntry]):
    """The visible branch, first message first.

    An entry is made when somebody looks at it: a window shows a few, and asks for a new path
    whenever anything of the conversation changes.
    """

    def __init__(
        self,
        nodes: tuple[MessageNode, ...] = (),
        forks: Mapping[MessageId | None, tuple[MessageId, ...]] | None = None,
    ) -> None:
        """Takes the nodes, and the children of each parent that has several."""
        self.nodes = nodes
        self._forks = forks or {}

    def __len__(self) -> int:
        return len(self.nodes)

    @overload
    def __getitem__(self, place: int) -> PathEntry: ...
    @overload
    def __getitem__(self, place: slice) -> "VisiblePath": ...
    def __getitem__(self, place: int | slice) -> "PathEntry | VisiblePath":
        if isinstance(place, slice):
            return VisiblePath(self.nodes[place], self._forks)
        return self._entry(self.nodes[place])

    def __iter__(self) -> Iterator[PathEntry]:
        return map(self._entry, self.nodes)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, VisiblePath):
            return NotImplemented
        return self.nodes == other.nodes and self.forks == other.forks

    def __hash__(self) -> int:
        return hash(self.nodes)

    @property
    def forks(self) -> list[PathEntry]:
        """The messages that have several versions."""
        if not self._forks:
            return []
        return [self._entry(node) for node in self.nodes if node.parent_id in self._forks]

    def _entry(self, node: MessageNode) -> PathEntry:
        return PathEntry(node, self._forks.get(node.parent_id, (node.id,)))
