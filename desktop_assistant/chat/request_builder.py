"""From a branch to a request: prompt filled, context chosen, bodies read as far as needed."""

from dataclasses import dataclass

from desktop_assistant.chat.model_windows import kept_for_reply, window_of
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.chat.session import ConversationSession
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.chat.state import ContextMeter, ModelChoice
from desktop_assistant.domain.context_window import ContextPlan, is_sendable, plan_context
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Role
from desktop_assistant.domain.prompt_template import fill_prompt, prompt_values
from desktop_assistant.domain.tokens import MESSAGE_OVERHEAD, estimate_tokens
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.model_client import ChatTurn, Endpoint, ModelRequest, Sampling
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import LOCAL, provider, provider_ids
from desktop_assistant.settings.values import Settings

CONTINUE_INSTRUCTION = (
    "Your last reply was cut off. Go on exactly where it stopped, "
    "without repeating anything and without any remark."
)
_READ_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of this computer the prompt's variables may tell."""

    language: str = "English"
    system: str = ""


@dataclass(frozen=True, slots=True)
class BuiltRequest:
    """A request and what was decided on the way."""

    request: ModelRequest
    plan: ContextPlan
    system_prompt: str


class RequestBuilder:
    """Builds requests; remembers token counts of messages, which never change."""

    def __init__(self, settings: SettingsService, clock: Clock, surroundings: Surroundings) -> None:
        self._settings = settings
        self._clock = clock
        self._surroundings = surroundings
        self._tokens: dict[MessageId, int] = {}

    def system_prompt(self, session: ConversationSession, options: SendOptions, model: str) -> str:
        """The system text as it would be sent now; empty means none is sent."""
        template = options.system_prompt
        if template is None:
            template = session.record.system_prompt
        if template is None:
            template = self._settings.current.get(schema.SYSTEM_PROMPT)
        return self.fill(template, model)

    def fill(self, template: str, model: str) -> str:
        """A system prompt with its variables filled as of now."""
        values = prompt_values(
            self._clock.local(),
            model=model,
            language=self._surroundings.language,
            system=self._surroundings.system,
        )
        return fill_prompt(template, values)

    def preview(self, template: str) -> str:
        """A system prompt as a new conversation would send it now."""
        settings = self._settings.current
        chosen = settings.get(schema.PROVIDER)
        model = settings.get(schema.MODEL)
        if not model and chosen in provider_ids(settings):
            model = provider(settings, chosen).model
        return self.fill(template, model)

    async def build(
        self,
        session: ConversationSession,
        question: MessageNode,
        *,
        endpoint: Endpoint,
        choice: ModelChoice,
        options: SendOptions,
        continued: Message | None = None,
    ) -> BuiltRequest:
        """The request for a reply to a question.

        Args:
            session: the conversation.
            question: the message to answer; its branch is the context.
            endpoint: where it goes.
            choice: the provider and model.
            options: what this send chose differently.
            continued: a cut-off reply to go on with.

        Raises:
            AssistantError: if the store cannot be read.
        """
        system = self.system_prompt(session, options, choice.model)
        path = list(session.tree.path(question.id))
        plan = await self._plan(session, path, system, choice)
        texts = {m.id: m.text for m in await session.store.messages([n.id for n in plan.kept])}
        turns = [ChatTurn("system", system)] if system else []
        turns += [ChatTurn(node.role, texts[node.id]) for node in plan.kept]
        if continued is not None:
            turns.append(ChatTurn(Role.ASSISTANT, continued.text))
            turns.append(ChatTurn(Role.USER, CONTINUE_INSTRUCTION))
        settings = self._settings.current
        stream = options.stream if options.stream is not None else settings.get(schema.STREAM)
        request = ModelRequest(
            endpoint=endpoint,
            model=choice.model,
            turns=tuple(turns),
            sampling=_sampling(settings),
            stream=stream,
        )
        return BuiltRequest(request, plan, system)

    async def meter(self, session: ConversationSession, draft: str) -> ContextMeter:
        """What sending the draft now would carry.

        Raises:
            AssistantError: if the store cannot be read.
        """
        choice = session.choice(self._settings.current)
        system = self.system_prompt(session, SendOptions(), choice.model)
        plan = await self._plan(session, list(session.tree.path()), system, choice)
        extra = estimate_tokens(draft) + MESSAGE_OVERHEAD if draft.strip() else 0
        window = self._window(choice)
        count = len(plan.kept) + (1 if extra else 0)
        return ContextMeter(plan.input_tokens + extra, window, count, plan.left_out)

    def _window(self, choice: ModelChoice) -> int:
        settings = self._settings.current
        if choice.provider_id == LOCAL:
            return settings.get(schema.LOCAL_MODEL_CONTEXT)
        own = settings.get(schema.CONTEXT_WINDOW)
        return window_of(choice.model) if own is None else own

    async def _plan(
        self,
        session: ConversationSession,
        path: list[MessageNode],
        system: str,
        choice: ModelChoice,
    ) -> ContextPlan:
        window = self._window(choice)
        limit = self._settings.current.get(schema.REPLY_LIMIT)
        budget = window - kept_for_reply(window, limit)
        await self._count_newest(session, path, budget)
        return plan_context(
            path,
            system_tokens=estimate_tokens(system),
            budget=budget,
            tokens_of=lambda node: self._tokens.get(node.id, node.length),
        )

    async def _count_newest(
        self, session: ConversationSession, path: list[MessageNode], budget: int
    ) -> None:
        """Counts from the end until the budget is used up: older bodies are never read."""
        used = 0
        nodes = [node for node in path if is_sendable(node)]
        for end in range(len(nodes), 0, -_READ_AT_ONCE):
            part = nodes[max(0, end - _READ_AT_ONCE) : end]
            unknown = [node.id for node in part if node.id not in self._tokens]
            if unknown:
                for message in await session.store.messages(unknown):
                    self._tokens[message.id] = estimate_tokens(message.text)
            used += sum(self._tokens[node.id] for node in part)
            if used > budget:
                return


def _sampling(settings: Settings) -> Sampling:
    """What the settings want of the model; what they leave open is not sent."""
    effort = settings.get(schema.REASONING_EFFORT)
    stop = tuple(word for word in settings.get(schema.STOP_WORDS).splitlines() if word.strip())
    return Sampling(
        temperature=settings.get(schema.TEMPERATURE),
        top_p=settings.get(schema.TOP_P),
        reply_limit=settings.get(schema.REPLY_LIMIT),
        frequency_penalty=settings.get(schema.FREQUENCY_PENALTY),
        presence_penalty=settings.get(schema.PRESENCE_PENALTY),
        seed=settings.get(schema.SEED),
        reasoning_effort=None if effort == schema.REASONING_EFFORT.default else effort,
        stop=stop or None,
        extra_json=settings.get(schema.EXTRA_JSON).strip() or None,
    )
