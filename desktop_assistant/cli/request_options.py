"""From the options of ``ask`` and ``chat`` to what one send chooses differently.

Everything that can be wrong with them is found here, before anything is stored or sent.
"""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace

from desktop_assistant.chat.controller import ChatController
from desktop_assistant.chat.endpoints import require_safe_for_key
from desktop_assistant.chat.keys import fault_of
from desktop_assistant.chat.options import SendOptions
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ConversationId, ProviderId
from desktop_assistant.domain.origin import host_of, normalise_base_url
from desktop_assistant.domain.secret import Secret
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import LOCAL, OPENAI, Provider, provider_ids

CUSTOM = ProviderId("custom")
"""The provider that ``--base-url`` makes for one call; the settings do not know it."""


def send_options(
    args: Namespace,
    environ: Mapping[str, str],
    controller: ChatController,
    usual_provider: ProviderId,
) -> SendOptions:
    """What this call chooses differently.

    Args:
        args: the parsed options.
        environ: where ``--key-env`` looks.
        controller: knows the providers.
        usual_provider: whom the conversation talks to without any option.

    Raises:
        InvalidInputError: for an unknown provider, a bad address or a missing key variable.
    """
    key = _key(args.key_env, environ)
    named = None if args.provider is None else _named(controller, args.provider)
    options = SendOptions(
        system_prompt=args.system,
        stream=False if args.no_stream else None,
        model=args.model,
        key=key,
        text_timeout_s=args.timeout,
    )
    if args.base_url is not None:
        return replace(options, provider=_custom(controller, args.base_url, named, key))
    chosen = named or controller.provider(usual_provider)
    if key is not None:
        _check_may_have_key(chosen)
    # With its provider, a new conversation keeps the model for the questions that follow.
    keeps_model = named is not None or args.model is not None
    return replace(options, provider_id=chosen.id if keeps_model else None)


async def missing_provider_remark(
    controller: ChatController, conversation_id: ConversationId, options: SendOptions
) -> str | None:
    """What to say if the provider to be asked does not exist any more, else ``None``.

    The built-in model answers then: that sends nothing anywhere, but must not go unsaid.
    """
    settings = controller.settings.current
    record = await controller.library.record(conversation_id)
    wanted = record.provider_id or settings.get(schema.PROVIDER)
    is_named = options.provider is not None or options.provider_id is not None
    if is_named or wanted in provider_ids(settings):
        return None
    return (
        f"There is no provider called {wanted} any more, so the built-in model is used. "
        f"Name another one with --provider, or choose it for new conversations with: "
        f"desktop-assistant settings set {schema.PROVIDER.key} NAME"
    )


def is_streamed(options: SendOptions, controller: ChatController) -> bool:
    """Whether the reply is shown while it is written."""
    if options.stream is not None:
        return options.stream
    return controller.settings.current.get(schema.STREAM)


def _key(variable: str | None, environ: Mapping[str, str]) -> Secret | None:
    if variable is None:
        return None
    text = environ.get(variable, "").strip()
    if not text:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what=f"The environment variable {variable} is not set or empty",
            expected="--key-env takes the name of a variable that holds the key, not the key.",
        )
    if fault_of(text) is not None:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what=f"The environment variable {variable} does not hold a key",
            expected="A key is one word of plain letters, digits and signs.",
        )
    return Secret(text)


def _named(controller: ChatController, name: str) -> Provider:
    """A provider by its id, or by the name that the window shows."""
    ids = provider_ids(controller.settings.current)
    if name not in ids:
        same_name = [
            provider_id
            for provider_id in ids
            if controller.provider(provider_id).name.casefold() == name.casefold()
        ]
        if len(same_name) == 1:
            return controller.provider(same_name[0])
    return controller.provider(ProviderId(name))


def _custom(
    controller: ChatController, base_url: str, named: Provider | None, key: Secret | None
) -> Provider:
    """A provider for this call; a named one lends model, proxy and certificates, never its key."""
    address = normalise_base_url(base_url)
    like = named if named is not None and not named.is_local else controller.provider(OPENAI)
    custom = Provider(
        id=CUSTOM,
        name=host_of(address),
        base_url=address,
        model=like.model,
        needs_key=False,
        proxy=like.proxy if named is not None else "system",
        ca_file=like.ca_file if named is not None else "",
    )
    if key is not None:
        require_safe_for_key(address, custom)
    return custom


def _check_may_have_key(chosen: Provider) -> None:
    if chosen.id == LOCAL:
        raise problem(
            ProblemCode.BAD_ARGUMENT,
            what="The built-in model takes no key",
            expected="Name the provider that the key belongs to with --provider or --base-url.",
        )
    require_safe_for_key(normalise_base_url(chosen.base_url), chosen)
