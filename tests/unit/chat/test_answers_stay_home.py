"""An answer lands in the conversation that asked, whatever is done meanwhile with any of them.

Three conversations and more are answered at once, a chunk at a time, in any order; between any
two chunks one of them is shown, left, renamed, pinned, deleted, branched, stopped or asked again,
or the program is closed. ``ANSWER_SCHEDULES`` sets how many schedules are tried.
"""

import asyncio
import contextlib
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_assistant.chat import events
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.domain.messages import Status
from desktop_assistant.domain.stream import EndMarker, FinishReported, ResponseStarted, TextDelta
from tests.fakes.assembly import Parts, running
from tests.fakes.scripted_model import ScriptedModel

SCHEDULES = int(os.environ.get("ANSWER_SCHEDULES", "200"))
CONVERSATIONS = 3
CHUNKS = 4
STEPS = 24
ENDS = {Status.COMPLETE, Status.STOPPED, Status.INTERRUPTED, Status.FAILED}


def chunks_for(question):
    return [f"[{question}:{number}]" for number in range(CHUNKS)]


class SteppedModel(ScriptedModel):
    """Answers every question with chunks that name it; the next one comes when it is let."""

    def __init__(self):
        super().__init__()
        self.waiting = []
        """Of each stream that waits for its next step: the question, and what lets it go on."""
        self.runs_freely = False

    async def stream(self, request):
        self.requests.append(request)
        question = request.turns[-1].text
        yield ResponseStarted("stepped")
        for chunk in chunks_for(question):
            await self._next_step(question)
            yield TextDelta(chunk)
        yield FinishReported("stop")
        yield EndMarker()

    async def _next_step(self, question):
        if self.runs_freely:
            return
        step = (question, asyncio.Event())
        self.waiting.append(step)
        try:
            await step[1].wait()
        finally:
            self.waiting.remove(step)

    def let_one_step(self, which):
        if self.waiting:
            self.waiting[which % len(self.waiting)][1].set()

    def run_freely(self):
        self.runs_freely = True
        for _, step in self.waiting:
            step.set()


class Hand:
    """Does what a user may do, and remembers which question was asked where."""

    def __init__(self, app):
        self.app = app
        self.controller = app.controller
        self.conversations = []
        self.replies = []
        """Every reply that was begun, with its question."""
        self.asked = 0

    async def begin(self):
        for _ in range(CONVERSATIONS):
            self.conversations.append((await self.controller.new_conversation()).id)
            await self.ask(len(self.conversations) - 1)

    def next_question(self):
        self.asked += 1
        return f"Question {self.asked}"

    async def ask(self, which):
        question = self.next_question()
        reply = await self.controller.send(self.conversations[which], question)
        assert reply.conversation_id == self.conversations[which]
        self.replies.append((reply, question))

    def last(self, which):
        return [
            (reply, question)
            for reply, question in self.replies
            if reply.conversation_id == self.conversations[which]
        ][-1]

    async def do(self, action, which):
        reply, question = self.last(which)
        conversation, library = self.conversations[which], self.controller.library
        actions = {
            "show": lambda: self.controller.open(conversation),
            "rename": lambda: library.rename(conversation, f"Renamed {which}"),
            "pin": lambda: library.set_pinned(conversation, pinned=True),
            "delete": lambda: library.delete(conversation),
            "undelete": lambda: library.undelete(conversation),
            "stop": lambda: self.controller.stop(reply.message_id),
            "go back": lambda: self.controller.continue_from(reply.user_message_id),
            "look elsewhere": lambda: self.controller.switch_version(reply.user_message_id, -1),
            "branch": lambda: self.branch(reply),
            "regenerate": lambda: self.regenerate(reply, question),
            "ask again": lambda: self.ask(which),
            "leave": lambda: self.leave(conversation),
        }
        await actions[action]()

    async def branch(self, reply):
        question = self.next_question()
        self.replies.append((await self.controller.edit(reply.user_message_id, question), question))

    async def regenerate(self, reply, question):
        self.replies.append((await self.controller.regenerate(reply.message_id), question))

    async def leave(self, conversation):
        self.controller.leave(conversation)


ACTIONS = (
    "show", "leave", "rename", "pin", "delete", "undelete", "stop", "branch", "regenerate",
    "go back", "look elsewhere", "ask again",
)  # fmt: skip


async def settle():
    """Lets everything that can go on do so."""
    for _ in range(6):
        await asyncio.sleep(0)


async def play(schedule, closes_at):
    model = SteppedModel()
    async with running(Parts(model)) as app:
        hand = Hand(app)
        await hand.begin()
        for number, (action, which) in enumerate(schedule):
            if number == closes_at:
                break
            await settle()
            if action == "step":
                model.let_one_step(which)
            else:
                # Some things are refused, such as stopping what has ended.
                with contextlib.suppress(AssistantError):
                    await hand.do(action, which % CONVERSATIONS)
        if closes_at is None:
            model.run_freely()
        else:
            await app.controller.close()
        finals = [await reply.wait() for reply, _ in hand.replies]
        await check(app, hand, finals, is_closed=closes_at is not None)


async def check(app, hand, finals, *, is_closed):
    deltas, homes = {}, {}
    for event in app.events:
        if isinstance(event, events.ReplyDelta):
            deltas[event.message_id] = deltas.get(event.message_id, "") + event.text
            homes.setdefault(event.message_id, set()).add(event.conversation_id)
    for (reply, question), final in zip(hand.replies, finals, strict=True):
        whole = "".join(chunks_for(question))
        assert final.id == reply.message_id
        assert final.conversation_id == reply.conversation_id
        assert final.parent_id == reply.user_message_id
        assert final.status in ENDS
        assert whole.startswith(final.text)
        assert (final.text == whole) or final.status is not Status.COMPLETE
        assert deltas.get(final.id, "") == final.text, "shown is what is stored"
        assert homes.get(final.id, {final.conversation_id}) == {final.conversation_id}
        if not is_closed:
            (stored,) = await app.parts.store.messages([final.id])
            assert (stored.text, stored.status) == (final.text, final.status)
            assert stored.conversation_id == reply.conversation_id


steps = st.tuples(
    st.one_of(st.just("step"), st.just("step"), st.sampled_from(ACTIONS)), st.integers(0, 11)
)


@pytest.mark.timeout(1800)
@given(
    schedule=st.lists(steps, min_size=1, max_size=STEPS),
    closes_at=st.one_of(st.none(), st.none(), st.integers(0, STEPS - 1)),
)
@settings(max_examples=SCHEDULES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_answer_lands_where_it_was_asked(schedule, closes_at):
    if closes_at is not None:
        closes_at = min(closes_at, len(schedule) - 1)
    asyncio.run(play(schedule, closes_at))
