from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.domain.context_window import is_sendable, plan_context
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import MessageNode, Role, Status
from desktop_assistant.domain.tokens import MESSAGE_OVERHEAD


def nodes(*lengths_by_role):
    path = []
    for index, (role, length, *status) in enumerate(lengths_by_role):
        path.append(
            MessageNode(
                id=MessageId(f"m{index}"),
                parent_id=path[-1].id if path else None,
                role=Role.USER if role == "u" else Role.ASSISTANT,
                status=status[0] if status else Status.COMPLETE,
                created_at=0.0,
                position=index,
                length=length,
            )
        )
    return path


def plan(path, budget, system=0):
    return plan_context(
        path, system_tokens=system, budget=budget, tokens_of=lambda node: node.length
    )


def test_everything_is_sent_while_it_fits():
    made = plan(nodes(("u", 5), ("a", 5), ("u", 5)), 100)
    assert [n.id for n in made.kept] == ["m0", "m1", "m2"]
    assert made.left_out == ()
    assert made.input_tokens == 15 + 3 * MESSAGE_OVERHEAD
    assert not made.is_over_budget


def test_whole_turns_are_dropped_oldest_first_and_named():
    made = plan(nodes(("u", 50), ("a", 50), ("u", 5), ("a", 5), ("u", 5)), 60)
    assert [n.id for n in made.kept] == ["m2", "m3", "m4"]
    assert made.left_out == ("m0", "m1")


def test_one_huge_old_turn_ends_the_context_there():
    made = plan(nodes(("u", 1), ("a", 900), ("u", 5), ("a", 1), ("u", 5)), 100)
    assert made.left_out == ("m0", "m1")


def test_the_newest_question_is_never_dropped():
    made = plan(nodes(("u", 5), ("a", 5), ("u", 900)), 100, system=300)
    assert [n.id for n in made.kept] == ["m2"]
    assert made.is_over_budget


def test_the_system_prompt_is_counted():
    path = nodes(("u", 5))
    assert plan(path, 100, system=7).input_tokens == plan(path, 100).input_tokens + 7 + 4


def test_replies_without_text_and_unfinished_ones_are_not_sent():
    path = nodes(("u", 5), ("a", 0, Status.FAILED), ("u", 5), ("a", 3, Status.STREAMING))
    assert [n.id for n in plan(path, 100).kept] == ["m0", "m2"]
    assert is_sendable(nodes(("a", 4, Status.STOPPED))[0])
    assert not is_sendable(nodes(("a", 4, Status.FAILED))[0])
    assert not is_sendable(nodes(("a", 0))[0])


def test_a_branch_may_begin_with_a_reply():
    assert [n.id for n in plan(nodes(("a", 5), ("u", 5)), 100).kept] == ["m0", "m1"]


@given(
    st.lists(st.tuples(st.sampled_from("ua"), st.integers(0, 50)), min_size=1, max_size=20),
    st.integers(0, 300),
    st.integers(0, 50),
)
def test_for_any_branch(lengths, budget, system):
    path = nodes(*lengths)
    made = plan(path, budget, system)
    sendable = [n.id for n in path if is_sendable(n)]
    assert [*made.left_out, *(n.id for n in made.kept)] == sendable, "nothing vanishes unsaid"
    if any(n.role is Role.USER for n in path):
        newest = next(n.id for n in reversed(path) if n.role is Role.USER)
        assert newest in {n.id for n in made.kept}
    if made.left_out:
        assert made.kept[0].role is Role.USER
    turns_kept = sum(1 for n in made.kept if n.role is Role.USER)
    assert made.input_tokens <= budget or turns_kept <= 1
