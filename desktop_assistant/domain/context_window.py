"""Which messages of a branch are sent, and which are left out because the window is too small.

Whole turns are dropped, oldest first, so what is sent always begins with a question. The system
prompt and the newest question are never dropped: if they alone are too long, that is said.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.domain.tokens import MESSAGE_OVERHEAD, estimate_tokens

TokenCounter = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class ContextPlan:
    """What one request will carry."""

    messages: tuple[Message, ...]
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
    path: Sequence[Message],
    *,
    system_prompt: str,
    window_tokens: int,
    reply_tokens: int,
    count: TokenCounter = estimate_tokens,
) -> ContextPlan:
    """Chooses the newest whole turns of a branch that fit.

    Args:
        path: the branch from its first message to the newest question.
        system_prompt: the text sent first, or an empty string for none.
        window_tokens: what the model can take in all.
        reply_tokens: what is kept free for the reply.
        count: tokens of one text.
    """
    budget = window_tokens - reply_tokens
    turns = _turns([m for m in path if _is_sendable(m)])
    used = count(system_prompt) + MESSAGE_OVERHEAD if system_prompt else 0
    kept: list[list[Message]] = []
    for turn in reversed(turns):
        cost = sum(count(m.text) + MESSAGE_OVERHEAD for m in turn)
        if kept and used + cost > budget:
            break
        kept.append(turn)
        used += cost
    messages = tuple(message for turn in reversed(kept) for message in turn)
    left_out = tuple(m.id for turn in turns[: len(turns) - len(kept)] for m in turn)
    return ContextPlan(messages, left_out, used, budget)


def _is_sendable(message: Message) -> bool:
    return message.role is Role.USER or (bool(message.text) and message.status is not Status.FAILED)


def _turns(messages: Sequence[Message]) -> list[list[Message]]:
    """A turn is a question and every reply to it, up to the next question."""
    turns: list[list[Message]] = []
    for message in messages:
        if message.role is Role.USER or not turns:
            turns.append([message])
        else:
            turns[-1].append(message)
    return turns
