"""One open conversation: its record, its tree, the store it lives in, the replies under way."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.state import ConversationState, ModelChoice, VisiblePath
from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, MessageNode
from desktop_assistant.ports.conversation_store import ConversationRecord, ConversationStore
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import LOCAL, provider, provider_ids
from desktop_assistant.settings.values import Settings

if TYPE_CHECKING:
    from desktop_assistant.chat.reply_job import ReplyJob


class ConversationSession:
    """Owned by the controller; everything it changes here it has told the store first."""

    def __init__(
        self,
        record: ConversationRecord,
        store: ConversationStore,
        *,
        is_new: bool,
        is_temporary: bool,
    ) -> None:
        self.record = record
        self.store = store
        self.is_new = is_new
        self.is_temporary = is_temporary
        self.tree = ConversationTree(record.nodes, record.active_leaf_id)
        self.jobs: dict[MessageId, ReplyJob] = {}

    @property
    def id(self) -> ConversationId:
        """The conversation's id."""
        return self.record.id

    def refresh(self, record: ConversationRecord) -> None:
        """Takes over what another process wrote."""
        self.record = record
        self.tree = ConversationTree(record.nodes, record.active_leaf_id)

    def change(
        self,
        *,
        title: str | None = None,
        pinned: bool | None = None,
        draft: str | None = None,
        scroll_anchor: str | None = None,
    ) -> None:
        """Takes over a change of the record that the store has been told."""
        record = self.record
        self.record = replace(
            record,
            title=record.title if title is None else title,
            pinned=record.pinned if pinned is None else pinned,
            draft=record.draft if draft is None else draft,
            scroll_anchor=record.scroll_anchor if scroll_anchor is None else scroll_anchor,
        )

    def begin(self, title: str, options: SendOptions) -> None:
        """Takes over what the first question brings along; the draft has become that question."""
        self.change(title=title, draft="")
        if options.system_prompt is not None:
            self.change_system_prompt(options.system_prompt)
        if options.provider is None and options.provider_id is not None:
            self.change_model(options.provider_id, options.model)

    def change_model(self, provider_id: ProviderId | None, model: str | None) -> None:
        """Takes over another model."""
        self.record = replace(self.record, provider_id=provider_id, model=model)

    def change_system_prompt(self, system_prompt: str | None) -> None:
        """Takes over another system prompt."""
        self.record = replace(self.record, system_prompt=system_prompt)

    def add(self, message: Message) -> None:
        """Adds a stored message to the tree."""
        self.tree.add(message.node)

    def update(self, node: MessageNode) -> None:
        """Takes over a message's new status and length."""
        self.tree.update(node)

    def with_live_text(self, message: Message) -> Message:
        """A stored message; a reply being written with exactly the text shown so far."""
        job = self.jobs.get(message.id)
        return message if job is None else replace(message, text=job.text, reasoning=job.reasoning)

    def choice(self, settings: Settings) -> ModelChoice:
        """What this conversation talks to: its own choice, else the settings'."""
        known = provider_ids(settings)
        wanted = self.record.provider_id or settings.get(schema.PROVIDER)
        chosen = provider(settings, wanted if wanted in known else LOCAL)
        if chosen.is_local:  # one model, whatever answered here before
            return ModelChoice(chosen.id, chosen.name, chosen.model)
        own = self.record.model if self.record.provider_id == chosen.id else None
        default = settings.get(schema.MODEL) if settings.get(schema.PROVIDER) == chosen.id else ""
        return ModelChoice(chosen.id, chosen.name, own or default or chosen.model)

    def state(self, settings: Settings) -> ConversationState:
        """The conversation as it is shown now."""
        path = VisiblePath(self.tree.path(), self.tree.forks())
        return ConversationState(
            id=self.id,
            title=self.record.title,
            is_temporary=self.is_temporary,
            is_new=self.is_new,
            pinned=self.record.pinned,
            path=path,
            branches=self.tree.branch_count,
            messages_elsewhere=len(self.tree) - len(path),
            choice=self.choice(settings),
            system_prompt=self.record.system_prompt,
            draft=self.record.draft,
            scroll_anchor=self.record.scroll_anchor,
            replying_to=tuple(self.jobs),
        )
