"""What tests of the transcript share: a conversation that is easily written down, and a view."""

import itertools
import time
from dataclasses import dataclass, field, replace

import pytest

from desktop_assistant.chat.state import ConversationState, ModelChoice, VisiblePath
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, Role, Status

_numbers = itertools.count(1)


@dataclass
class Talk:
    """A conversation under construction."""

    id: str = field(default_factory=lambda: f"conversation{next(_numbers)}")
    messages: dict = field(default_factory=dict)
    path: list = field(default_factory=list)
    versions: dict = field(default_factory=dict)
    branches: int = 1
    elsewhere: int = 0
    anchor: str = ""

    def user(self, text, **more):
        return self._add(Role.USER, text, **more)

    def reply(self, text, **more):
        more.setdefault("model", "gpt-4.1")
        return self._add(Role.ASSISTANT, text, **more)

    def live(self, text=""):
        return self.reply(text, status=Status.STREAMING)

    def turns(self, count, text="Some words. " * 12):
        for number in range(count):
            self.user(f"Question {number}")
            self.reply(f"Answer {number}. {text}")
        return self

    def finish(self, message_id, **changes):
        """The final message of a reply under way; the path knows of it."""
        changes.setdefault("status", Status.COMPLETE)
        self.messages[message_id] = replace(self.messages[message_id], **changes)
        return self.messages[message_id]

    def state(self):
        nodes = tuple(self.messages[m].node for m in self.path)
        forks = {n.parent_id: self.versions[n.id] for n in nodes if n.id in self.versions}
        path = VisiblePath(nodes, forks)
        return ConversationState(
            id=ConversationId(self.id),
            title="A talk",
            is_temporary=False,
            is_new=False,
            pinned=False,
            path=path,
            branches=self.branches,
            messages_elsewhere=self.elsewhere,
            choice=ModelChoice(ProviderId("openai"), "OpenAI", "gpt-4.1"),
            system_prompt=None,
            draft="",
            scroll_anchor=self.anchor,
            replying_to=tuple(e.node.id for e in path if not e.node.status.is_final),
        )

    def _add(self, role, text, *, status=Status.COMPLETE, versions=None, message_id=None, **more):
        message_id = MessageId(message_id or f"m{next(_numbers)}")
        self.messages[message_id] = Message(
            id=message_id,
            conversation_id=ConversationId(self.id),
            parent_id=self.path[-1] if self.path else None,
            role=role,
            status=status,
            text=text,
            created_at=time.time(),
            position=len(self.path),
            **more,
        )
        self.path.append(message_id)
        if versions is not None:
            self.versions[message_id] = versions
        return message_id


@pytest.fixture
def talk():
    return Talk()


@pytest.fixture
def opened():
    """Addresses that were handed to the system."""
    return []


@pytest.fixture
def view(qtbot, theme, opened):
    """A view of 900 x 700 that gets every text it asks for at once."""
    from desktop_assistant.ui.transcript import TranscriptView

    def opener(address):
        opened.append(address)
        return True

    view = TranscriptView(theme, opener=opener)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.sources = []
    view.asked = []

    def give(message_ids):
        view.asked.append(list(message_ids))
        found = [t.messages[m] for m in message_ids for t in view.sources if m in t.messages]
        view.set_messages(found)

    view.messages_needed.connect(give)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def show(view):
    """Shows a talk's present state."""

    def show(talk):
        if talk not in view.sources:
            view.sources.append(talk)
        view.show_conversation(talk.state())

    return show


@pytest.fixture
def row_of(view):
    """The widget of a message that is in sight."""

    def row_of(message_id):
        row = view.rows.widget(message_id)
        assert row is not None, "the message is not in sight"
        return row

    return row_of


@pytest.fixture
def on_screen(view):
    """Where a message's top stands in the view."""
    return lambda message_id: view.rows.top(message_id) - view.scroll_y
