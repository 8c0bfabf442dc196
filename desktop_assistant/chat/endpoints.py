"""From a provider in the settings to an endpoint with its key: the one gate for keys.

A key goes only to the origin it was given for; over plain http only to this computer, unless the
user allowed it for that provider.
"""

from desktop_assistant.chat.options import SendOptions
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.origin import is_loopback, normalise_base_url, origin_of
from desktop_assistant.domain.secret import Secret
from desktop_assistant.ports.local_model import LocalModel
from desktop_assistant.ports.model_client import Endpoint
from desktop_assistant.ports.secret_store import SecretStore
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import (
    Provider,
    is_local_model_name,
    local_model_name,
    provider,
)
from desktop_assistant.settings.values import Settings


class Endpoints:
    """Resolves providers to endpoints."""

    def __init__(self, secrets: SecretStore, local_model: LocalModel) -> None:
        self._secrets = secrets
        self._local_model = local_model

    async def resolve(
        self, settings: Settings, provider_id: ProviderId, options: SendOptions
    ) -> Endpoint:
        """Where a request goes; starts the built-in model if it is the one asked for.

        Raises:
            AssistantError: if there is no usable address or key, or the model does not start.
        """
        chosen = options.provider or provider(settings, provider_id)
        if chosen.is_local:
            return await self._local_model.endpoint()
        return await self.of_provider(settings, chosen, options.key)

    async def of_provider(
        self, settings: Settings, chosen: Provider, key: Secret | None
    ) -> Endpoint:
        """The endpoint of a provider, with the given key or else the stored one.

        Raises:
            AssistantError: if there is no usable address or key.
        """
        base_url = normalise_base_url(chosen.base_url)
        if key is None and chosen.needs_key:
            key = await self._stored_key(chosen, base_url)
        if key is not None:
            require_safe_for_key(base_url, chosen)
        return Endpoint(
            name=chosen.name,
            base_url=base_url,
            key=key,
            organization=chosen.organization,
            project=chosen.project,
            headers=chosen.headers,
            proxy=chosen.proxy,
            ca_file=chosen.ca_file,
            connect_timeout_s=settings.get(schema.CONNECT_TIMEOUT),
        )

    async def _stored_key(self, chosen: Provider, base_url: str) -> Secret:
        stored = await self._secrets.get(chosen.id)
        if stored is None:
            raise problem(ProblemCode.KEY_MISSING, provider=chosen.name)
        origin = origin_of(base_url)
        if stored.origin != origin:
            raise problem(
                ProblemCode.KEY_BOUND_ELSEWHERE,
                provider=chosen.name,
                origin=stored.origin,
                new_origin=origin,
            )
        return stored.secret


def require_local_model(settings: Settings, name: str | None) -> None:
    """Lets the name of a model pass that the built-in one answers to; ``None`` is any.

    Raises:
        AssistantError: for every other: a wrong name must not get an answer all the same.
    """
    if name is None or is_local_model_name(settings, name):
        return
    raise problem(
        ProblemCode.LOCAL_MODEL_UNKNOWN,
        model=name,
        known=local_model_name(settings),
        setting=schema.LOCAL_MODEL_FILE.key,
    )


def require_safe_for_key(base_url: str, chosen: Provider) -> None:
    """Lets an address pass to which a key may travel.

    Raises:
        InvalidInputError: if the key would go unprotected to another computer.
    """
    if base_url.startswith("https:") or is_loopback(base_url) or chosen.allow_http:
        return
    raise problem(
        ProblemCode.INSECURE_ADDRESS,
        url=base_url,
        setting=schema.PROVIDER_ALLOW_HTTP.for_provider(chosen.id).key,
    )
