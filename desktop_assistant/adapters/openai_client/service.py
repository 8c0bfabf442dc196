"""One endpoint, reached through the SDK.

Importing this module imports the SDK, which takes a second: do so on a worker thread.
"""

import asyncio
import logging
import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing, suppress
from importlib import import_module
from typing import Any
from urllib.parse import urljoin

import httpx2
import openai

from desktop_assistant.adapters.openai_client.errors import ErrorDescriber
from desktop_assistant.adapters.openai_client.faults import StatusError
from desktop_assistant.adapters.openai_client.network_errors import FAILURES, FailureDescriber
from desktop_assistant.adapters.openai_client.proxies import Proxy
from desktop_assistant.adapters.openai_client.request_headers import request_headers
from desktop_assistant.adapters.openai_client.tls import tls_context
from desktop_assistant.adapters.openai_client.transport import Transport
from desktop_assistant.domain.origin import origin_of
from desktop_assistant.ports.model_client import Endpoint

_MOST_REDIRECTS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
GATHER_S = 0.04
"""Seconds in which text gathers before it is read: a read costs the same for one token or ten, and
what is shown changes no more often than that."""
_MUCH = 8_192
"""Bytes at once that show that more is waiting."""
_UNUSED = "unused"
"""Stands for the key in the SDK, which insists on one: the transport alone knows the real one."""

with suppress(ImportError):
    # Else it would come in with the first connection, on the event loop's thread.
    import_module("anyio._backends._asyncio")

# Their debug lines hold addresses and bodies, and an environment variable switches them on.
for _name in ("openai", "httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class Service:
    """The SDK's client for one endpoint, with its connections. Blocks while it is made."""

    def __init__(self, endpoint: Endpoint, proxy: Proxy | None) -> None:
        """Reads certificates and builds the client.

        Raises:
            AssistantError: if a certificate file, the key or a header cannot be used.
        """
        request_headers(endpoint)
        self.endpoint = endpoint
        self.proxy = proxy
        self.users = 0
        """Requests under way; a service in use is not closed to make room."""
        self._client = openai.AsyncOpenAI(
            base_url=endpoint.base_url,
            # Whatever is None here is looked for in the environment.
            api_key=_UNUSED,
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            max_retries=0,
            timeout=_timeout(endpoint, None),
            http_client=httpx2.AsyncClient(
                transport=Transport(endpoint, proxy, _tls(endpoint)),
                trust_env=False,
                follow_redirects=False,
            ),
        )
        # Else the SDK starts "uname", with our environment, for a header that is not sent.
        self._client._platform = "Unknown"

    def describer(self, model: str = "") -> ErrorDescriber:
        """Describes errors of this endpoint."""
        return ErrorDescriber(self.endpoint, model, proxy=self.proxy.url if self.proxy else "")

    async def ask(
        self,
        path: str,
        body: Mapping[str, Any] | None,
        describer: ErrorDescriber,
        *,
        read_timeout_s: float | None = None,
    ) -> "ServiceAnswer":
        """Sends one request: POST if it has a body. Follows the service about its own house only.

        Raises:
            StatusError: if the answer is an error.
            AssistantError: if there is no answer.
        """
        url = path
        for _ in range(1 + _MOST_REDIRECTS):
            try:
                return await self._send(url, body, read_timeout_s)
            except openai.APIStatusError as error:
                answer = error.response
            except FAILURES as error:
                failures = FailureDescriber(self.endpoint, self.proxy, describer)
                raise failures.describe(error, read_timeout_s=read_timeout_s) from error
            location = answer.headers.get("location", "")
            if answer.status_code not in _REDIRECTS or not location:
                raise StatusError(answer.status_code, dict(answer.headers), answer.content)
            url = urljoin(str(answer.request.url), location)
            if origin_of(url) != origin_of(self.endpoint.base_url):
                raise describer.redirected(url)
        raise describer.redirected(url)

    async def _send(
        self, url: str, body: Mapping[str, Any] | None, read_timeout_s: float | None
    ) -> "ServiceAnswer":
        # Always as a stream, whatever the reply: nothing is read that we have not asked for.
        stream: bool = True
        options: Any = {"timeout": _timeout(self.endpoint, read_timeout_s)}
        if body is None:
            answer = await self._client.get(
                url, cast_to=httpx2.Response, options=options, stream=stream
            )
        else:
            answer = await self._client.post(
                url, cast_to=httpx2.Response, body=body, options=options, stream=stream
            )
        return ServiceAnswer(answer)

    async def close(self) -> None:
        """Closes all connections."""
        await self._client.close()


class ServiceAnswer:
    """An answer whose status is success; see ``answer_body.Answer``."""

    def __init__(self, response: httpx2.Response) -> None:
        self._response = response

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers by lower-case name."""
        return self._response.headers

    async def bytes(self) -> AsyncGenerator[bytes]:
        """The body as it comes, a few tokens at once where a model writes quickly."""
        async with aclosing(self._response.aiter_raw()) as parts:
            async for part in parts:
                yield part
                if len(part) < _MUCH:
                    await asyncio.sleep(GATHER_S)

    async def close(self) -> None:
        """Gives the connection back, or closes it."""
        await self._response.aclose()


def _timeout(endpoint: Endpoint, read_timeout_s: float | None) -> httpx2.Timeout:
    # Texts are watched by the caller: a server may be silent for long and well.
    connect_s = endpoint.connect_timeout_s
    return httpx2.Timeout(connect=connect_s, read=read_timeout_s, write=None, pool=None)


def _tls(endpoint: Endpoint) -> ssl.SSLContext | None:
    return tls_context(endpoint) if endpoint.base_url.startswith("https:") else None
