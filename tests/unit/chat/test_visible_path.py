"""The visible branch as a sequence that makes its entries when they are looked at."""

from desktop_assistant.chat.state import PathEntry, VisiblePath
from desktop_assistant.domain.messages import MessageNode, Role, Status


def node(name, parent=None):
    return MessageNode(name, parent, Role.USER, Status.COMPLETE, 0.0, 0)


NODES = (node("q"), node("a2", "q"), node("r", "a2"))
PATH = VisiblePath(NODES, {"q": ("a1", "a2", "a3")})


def test_it_is_a_sequence_of_entries():
    entries = [
        PathEntry(NODES[0], ("q",)),
        PathEntry(NODES[1], ("a1", "a2", "a3")),
        PathEntry(NODES[2], ("r",)),
    ]
    assert list(PATH) == entries
    assert [PATH[0], PATH[-2], PATH[2]] == entries
    assert list(PATH[1:]) == entries[1:]
    assert (len(PATH), len(VisiblePath()), bool(VisiblePath())) == (3, 0, False)
    assert (entries[1].version, entries[1].versions) == (2, 3)


def test_it_knows_its_forks():
    assert PATH.forks == [PathEntry(NODES[1], ("a1", "a2", "a3"))]
    assert VisiblePath(NODES).forks == []
    assert VisiblePath(NODES[:1], {"q": ("a1", "a2")}).forks == [], "that fork is not on this path"


def test_paths_are_equal_when_nodes_and_versions_are():
    same = VisiblePath(NODES, {"q": ("a1", "a2", "a3"), "elsewhere": ("x", "y")})
    assert same == PATH
    assert hash(same) == hash(PATH)
    assert VisiblePath(NODES) != PATH
    assert VisiblePath(NODES[:2], {"q": ("a1", "a2", "a3")}) != PATH
    assert list(PATH) != PATH
