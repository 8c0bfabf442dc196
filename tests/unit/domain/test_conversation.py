import pytest
from hypothesis import settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.errors import InvalidInputError
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import MessageNode, Role, Status


def node(name, parent=None, position=0, role=Role.USER, **more):
    return MessageNode(
        id=MessageId(name),
        parent_id=MessageId(parent) if parent else None,
        role=role,
        status=Status.COMPLETE,
        created_at=0.0,
        position=position,
        **more,
    )


def a_forked_tree():
    """q1 - a1 - q2 - a2, and a1b beside a1."""
    return ConversationTree(
        [
            node("q1", position=0),
            node("a1", "q1", 1, Role.ASSISTANT),
            node("q2", "a1", 2),
            node("a2", "q2", 3, Role.ASSISTANT),
            node("a1b", "q1", 4, Role.ASSISTANT),
        ],
        MessageId("a2"),
    )


def test_an_empty_conversation_has_no_branch():
    tree = ConversationTree()
    assert (len(tree), tree.active_leaf_id, tree.path(), tree.branch_count) == (0, None, (), 0)
    assert tree.next_position == 0
    assert tree.children(None) == ()
    assert tree.path() == ()


def test_the_path_leads_from_the_first_message_to_the_active_leaf():
    assert [n.id for n in a_forked_tree().path()] == ["q1", "a1", "q2", "a2"]


def test_editing_adds_a_sibling_and_leaves_the_old_branch_reachable():
    tree = a_forked_tree()
    tree.add(node("q2b", "a1", tree.next_position))
    tree.activate(MessageId("q2b"))
    assert [n.id for n in tree.path()] == ["q1", "a1", "q2b"]
    assert tree.siblings(MessageId("q2")) == ("q2", "q2b")
    assert [n.id for n in tree.path(MessageId("a2"))] == ["q1", "a1", "q2", "a2"]


def test_the_first_message_can_have_versions_too():
    tree = a_forked_tree()
    tree.add(node("q1b", None, tree.next_position))
    assert tree.siblings(MessageId("q1b")) == ("q1", "q1b")
    assert tree.children(None) == ("q1", "q1b")


def test_coming_back_to_a_branch_lands_where_it_was_left():
    tree = a_forked_tree()
    tree.activate(MessageId("q2"))
    tree.activate(MessageId("a1b"))
    assert tree.last_leaf(MessageId("a1")) == "a2", "below q2 nothing was chosen: the newest"
    tree.activate(MessageId("a2"))
    tree.activate(MessageId("a1b"))
    assert tree.last_leaf(MessageId("a1")) == "a2"
    assert tree.last_leaf(MessageId("q1")) == "a1b"


def test_activating_tells_which_pointers_changed():
    tree = a_forked_tree()
    changed = tree.activate(MessageId("a2"))
    assert {n.id: n.last_child_id for n in changed} == {"q1": "a1", "a1": "q2", "q2": "a2"}
    assert tree.activate(MessageId("a2")) == ()
    assert [n.id for n in tree.activate(MessageId("a1b"))] == ["q1"]


def test_an_unknown_active_leaf_falls_back_to_the_newest_branch():
    tree = ConversationTree([node("q1"), node("q1b", position=1)], MessageId("gone"))
    assert tree.active_leaf_id == "q1b"


def test_a_pointer_to_a_child_that_is_gone_is_passed_over():
    tree = ConversationTree([node("q1", last_child_id=MessageId("gone")), node("a1", "q1", 1)])
    assert tree.last_leaf(MessageId("q1")) == "a1"


def test_nodes_are_known_by_id_and_counted():
    tree = a_forked_tree()
    assert len(tree) == 5
    assert "a1" in tree
    assert "zz" not in tree
    assert {n.id for n in tree} == {"q1", "a1", "q2", "a2", "a1b"}
    assert tree.branch_count == 2


def test_an_unknown_id_is_named():
    with pytest.raises(InvalidInputError, match="zz"):
        a_forked_tree().node(MessageId("zz"))


def test_a_message_is_added_once_and_below_a_known_parent():
    tree = a_forked_tree()
    with pytest.raises(ValueError, match="already"):
        tree.add(node("q1"))
    with pytest.raises(ValueError, match="unknown parent"):
        tree.add(node("x", "zz"))


@pytest.mark.parametrize(
    ("nodes", "fault"),
    [
        ([node("a"), node("b", "a", 1), node("a", "b", 2)], "already"),
        ([node("a", "zz")], "unknown parent"),
        ([node("a", "b"), node("b", "a", 1)], "unknown parent"),
    ],
)
def test_a_tree_is_made_of_messages_below_each_other_only(nodes, fault):
    with pytest.raises(ValueError, match=fault):
        ConversationTree(nodes)


def test_a_straight_line_is_shown_up_to_any_message_and_forks_later():
    tree = ConversationTree([node("q", None, 0), node("a", "q", 1), node("r", "a", 2)])
    assert (tree.branch_count, tree.forks(), tree.next_position) == (1, {}, 3)
    assert [n.id for n in tree.path()] == ["q", "a", "r"]
    assert [n.id for n in tree.path(MessageId("a"))] == ["q", "a"]
    tree.add(node("s", "r", 3))
    tree.add(node("a2", "q", 4))
    assert tree.branch_count == 2
    assert tree.forks() == {"q": ("a", "a2")}
    assert [n.id for n in tree.path(MessageId("s"))] == ["q", "a", "r", "s"]
    assert tree.last_leaf(MessageId("a")) == "s"


def test_an_update_changes_what_is_known_but_not_the_place():
    tree = a_forked_tree()
    tree.activate(MessageId("a2"))
    tree.update(node("q2", "a1", 2, length=7))
    assert tree.node(MessageId("q2")).length == 7
    assert tree.node(MessageId("q2")).last_child_id == "a2"
    with pytest.raises(ValueError, match="may not move"):
        tree.update(node("q2", "q1", 2))


class TreeMachine(RuleBasedStateMachine):
    """Against a model that stores the last leaf in every ancestor, as a slow tree would."""

    ids = Bundle("ids")

    def __init__(self):
        super().__init__()
        self.tree = ConversationTree()
        self.parents = {}
        self.last_leaf = {}
        self.active = None

    @initialize(target=ids)
    def begin(self):
        return self._add(None)

    def _add(self, parent):
        name = MessageId(f"m{len(self.parents)}")
        self.tree.add(node(name, parent, self.tree.next_position))
        self.parents[name] = parent
        return name

    def _ancestors(self, name):
        while self.parents[name] is not None:
            name = self.parents[name]
            yield name

    @rule(target=ids, parent=ids)
    def reply(self, parent):
        return self._add(parent)

    @rule(target=ids, sibling=ids)
    def edit(self, sibling):
        return self._add(self.parents[sibling])

    @rule(leaf=ids)
    def activate(self, leaf):
        before = {n.id: n.last_child_id for n in self.tree}
        changed = self.tree.activate(leaf)
        assert all(before[n.id] != n.last_child_id for n in changed)
        self.active = leaf
        for ancestor in self._ancestors(leaf):
            self.last_leaf[ancestor] = leaf

    @rule(name=ids)
    def go_to(self, name):
        landed = self.tree.last_leaf(name)
        assert name in (landed, *self._ancestors(landed))
        remembered = self.last_leaf.get(name)
        if remembered is not None:
            # Below the leaf that was shown, newer messages may have come.
            assert remembered in (landed, *self._ancestors(landed))

    def teardown(self):
        self.look_around()

    @rule()
    def reload(self):
        self.tree = ConversationTree(list(self.tree), self.tree.active_leaf_id)

    @rule()
    def look_around(self):
        """No invariant: a straight line does not write down who answers whom until it is asked."""
        assert set(self.parents) == {n.id for n in self.tree}
        for name, parent in self.parents.items():
            assert name in self.tree.children(parent)
            assert name in self.tree.siblings(name)

    @invariant()
    def the_path_is_the_chain_of_parents(self):
        if self.active is not None:
            expected = [self.active, *self._ancestors(self.active)]
            assert [n.id for n in self.tree.path()] == expected[::-1]

    @invariant()
    def branches_are_leaves(self):
        parents = set(self.parents.values())
        assert self.tree.branch_count == sum(1 for name in self.parents if name not in parents)


TestTree = TreeMachine.TestCase
TestTree.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
