"""Which messages of a branch are sent, and which are left out because the window is too small.

Whole turns are dropped, oldest first, so what is sent always begins with a question. The system
prompt and the newest question are never dropped: if they alone are too long, that is said.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import MessageNode, Role, Status
from desktop_assistant.domain.tokens import MESSAGE_OVERHEAD


@dataclass(frozen=True, slots=True)
class ContextPlan:
    """What one request will carry."""

    kept: tuple[MessageNode, ...]
    left_out: tuple[MessageId, ...]
    """Ids of messages above the first one sent, oldest first."""
    input_tokens: int
    """About how many tokens the request takes, system prompt included."""
    budget: int
    """The most it may take: the model's window less what is kept free for the reply."""

    @property
    def is_over_budget(self) -> bool:
        """Whether even the newest question with the system prompt is too long."""
        return self.input_tokens > self.budget


def plan_context(
    path: Sequence[MessageNode],
    *,
    system_tokens: int,
    budget: int,
    tokens_of: Callable[[MessageNode], int],
) -> ContextPlan:
    """Chooses the newest whole turns of a branch that fit.

    Args:
        path: the branch from its first message to the newest question.
        system_tokens: tokens of the system prompt; 0 if none is sent.
        budget: the most tokens the request may take.
        tokens_of: tokens of one message's text.
    """
    turns = _turns([node for node in path if is_sendable(node)])
    used = system_tokens + MESSAGE_OVERHEAD if system_tokens else 0
    kept: list[list[MessageNode]] = []
    for turn in reversed(turns):
        cost = sum(tokens_of(node) + MESSAGE_OVERHEAD for node in turn)
        if kept and used + cost > budget:
            break
        kept.append(turn)
        used += cost
    left_out = tuple(node.id for turn in turns[: len(turns) - len(kept)] for node in turn)
    return ContextPlan(tuple(n for turn in reversed(kept) for n in turn), left_out, used, budget)


def is_sendable(node: MessageNode) -> bool:
    """Whether a message is part of the context: a reply without text is not."""
    if node.role is Role.USER:
        return True
    return node.length > 0 and node.status not in (Status.FAILED, Status.STREAMING)


def _turns(nodes: Sequence[MessageNode]) -> list[list[MessageNode]]:
    """A turn is a question and every reply to it, up to the next question."""
    turns: list[list[MessageNode]] = []
    for node in nodes:
        if node.role is Role.USER or not turns:
            turns.append([node])
        else:
            turns[-1].append(node)
    return turns
