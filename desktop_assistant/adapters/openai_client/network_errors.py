"""From an exception of sockets, TLS or a proxy to what a user is told.

The libraries wrap the system's errors in several layers, so the cause is looked for in the whole
chain; a proxy's own failures are told apart from those of the service behind it.
"""

import errno
import socket
import ssl
from collections.abc import Iterator

import httpcore2
import httpx2
import openai
import socksio

from desktop_assistant.adapters.openai_client.errors import ErrorDescriber
from desktop_assistant.adapters.openai_client.proxies import Proxy
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from desktop_assistant.ports.model_client import Endpoint

_C = ProblemCode

FAILURES: tuple[type[Exception], ...] = (
    openai.OpenAIError,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpcore2.TimeoutException,
    httpcore2.UnsupportedProtocol,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    socksio.SOCKSError,
    ssl.SSLError,
    OSError,
    # What httpcore2 raises when a SOCKS proxy answers out of turn, or "socksio" is missing.
    AssertionError,
    ImportError,
)
"""What asking a service may raise instead of an answer."""

_EXPIRED = frozenset({9, 10})
_WRONG_HOST = frozenset({62, 63, 64})
"""OpenSSL's verification results: not yet valid, expired; host, mail, address mismatch."""
_UNREACHABLE = frozenset(
    {errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL}
)
_PROXY_LOGIN = ("407", "USERNAME/PASSWORD", "Invalid username", "NO ACCEPTABLE METHODS")


class FailureDescriber:
    """Tells what stopped a request to one endpoint."""

    def __init__(self, endpoint: Endpoint, proxy: Proxy | None, describer: ErrorDescriber) -> None:
        self._endpoint = endpoint
        self._proxy = proxy
        self._describer = describer

    def describe(self, failure: Exception, *, read_timeout_s: float | None) -> AssistantError:
        """The problem behind a failure.

        Args:
            failure: what was raised instead of an answer.
            read_timeout_s: the longest wait for an answer, if there was a limit.
        """
        chain = tuple(_chain(failure))
        told = (f"{type(e).__name__}: {e}" for e in chain if isinstance(e, FAILURES) and str(e))
        detail = "\n".join(dict.fromkeys(told))
        code, seconds = self._code(chain), self._endpoint.connect_timeout_s
        if code is _C.FIRST_TEXT_TIMEOUT:
            seconds = read_timeout_s or 0.0
        source = self._proxy.source if self._proxy else ""
        return self._describer.error(code, detail, seconds=f"{seconds:g}", source=source)

    def _code(self, chain: tuple[BaseException, ...]) -> ProblemCode:
        if code := _tls_code(chain):
            return code
        if self._proxy is not None and (code := self._proxy_code(chain)):
            return code
        for error in chain:
            if code := _system_code(error):
                return code
        return _protocol_code(chain, secure=self._endpoint.base_url.startswith("https:"))

    def _proxy_code(self, chain: tuple[BaseException, ...]) -> ProblemCode | None:
        if _any(chain, ImportError):
            return _C.PROXY_BAD
        refusal = next((str(e) for e in chain if isinstance(e, httpcore2.ProxyError)), None)
        if refusal is not None:
            if any(word in refusal for word in _PROXY_LOGIN):
                return _C.PROXY_NEEDS_LOGIN
            return _C.NOTHING_LISTENS if "refused" in refusal else _C.UNREACHABLE
        # The connection that fails is the one to the proxy: it connects onwards by itself.
        never_spoke = (
            httpcore2.ConnectError, httpcore2.TimeoutException, socksio.SOCKSError, AssertionError,
        )  # fmt: skip
        return _C.PROXY_UNREACHABLE if _any(chain, *never_spoke) else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and all that led to it, each once, the outermost first."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(reversed(current.exceptions))
        waiting += [current.__context__, current.__cause__]


def _any(chain: tuple[BaseException, ...], *kinds: type[BaseException]) -> bool:
    return any(isinstance(error, kinds) for error in chain)


def _tls_code(chain: tuple[BaseException, ...]) -> ProblemCode | None:
    for error in chain:
        if isinstance(error, ssl.SSLCertVerificationError):
            said = str(error).lower()
            if error.verify_code in _EXPIRED or "expired" in said:
                return _C.CERTIFICATE_EXPIRED
            if error.verify_code in _WRONG_HOST or "hostname mismatch" in said:
                return _C.CERTIFICATE_WRONG_HOST
            return _C.CERTIFICATE_UNTRUSTED
    return _C.SECURE_CONNECTION_FAILED if _any(chain, ssl.SSLError) else None


def _system_code(error: BaseException) -> ProblemCode | None:
    if isinstance(error, socket.gaierror):
        return _C.HOST_NOT_FOUND
    if isinstance(error, ConnectionRefusedError):
        return _C.NOTHING_LISTENS
    if isinstance(error, httpcore2.ConnectTimeout):
        return _C.CONNECT_TIMEOUT
    if isinstance(error, httpcore2.ReadTimeout):
        return _C.FIRST_TEXT_TIMEOUT
    if isinstance(error, OSError) and error.errno in _UNREACHABLE:
        return _C.UNREACHABLE
    if isinstance(error, OSError) and error.errno == errno.ETIMEDOUT:
        return _C.CONNECT_TIMEOUT
    return None


def _protocol_code(chain: tuple[BaseException, ...], *, secure: bool) -> ProblemCode:
    if _any(chain, httpcore2.UnsupportedProtocol, httpx2.InvalidURL):
        return _C.BAD_ADDRESS
    if _any(chain, httpcore2.LocalProtocolError):
        return _C.REQUEST_REFUSED
    if _any(chain, httpcore2.RemoteProtocolError):
        lost = any("disconnected" in str(error) for error in chain)
        return _C.CONNECTION_LOST if lost else _C.BAD_STREAM
    if _any(chain, httpcore2.ReadError, httpcore2.WriteError):
        return _C.CONNECTION_LOST
    if secure and _any(chain, httpcore2.ConnectError, openai.APIConnectionError):
        # The socket was open, so it was the handshake that ended without a word.
        return _C.SECURE_CONNECTION_FAILED
    return _C.UNREACHABLE
