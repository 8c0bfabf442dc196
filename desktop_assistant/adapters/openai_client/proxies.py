"""Which proxy leads to an endpoint: the user's, the system's, or none."""

import os
import urllib.request
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.gap_sentences import PROXY_OF_PROVIDER, PROXY_OF_SYSTEM
from desktop_assistant.domain.origin import is_loopback
from desktop_assistant.domain.redaction import redact
from desktop_assistant.ports.model_client import Endpoint

SYSTEM, NONE = "system", "none"

_DEFAULT_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy, checked; name and password apart from the address, so that it can be shown."""

    url: str
    """Scheme, host and port."""
    source: str
    """What names it: a setting or an environment variable."""
    login: tuple[str, str] | None = None

    def __repr__(self) -> str:
        return f"Proxy({self.url!r})"

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS 5."""
        return self.url.startswith("socks5")


def proxy_for(endpoint: Endpoint) -> Proxy | None:
    """The proxy to use; ``None`` is a direct connection. May ask the system, so may block.

    Raises:
        AssistantError: if the proxy's address cannot be used.
    """
    if endpoint.proxy == NONE:
        return None
    if endpoint.proxy not in ("", SYSTEM):
        return _checked(endpoint.proxy, PROXY_OF_PROVIDER.format(name=endpoint.name))
    if is_loopback(endpoint.base_url):
        return None
    parts = urlsplit(endpoint.base_url)
    known = urllib.request.getproxies()
    found = known.get(parts.scheme) or known.get("all")
    if not found or urllib.request.proxy_bypass(parts.netloc):
        return None
    return _checked(found, _source_of(found, parts.scheme))


def _source_of(found: str, scheme: str) -> str:
    names = (f"{scheme}_proxy", f"{scheme}_proxy".upper(), "all_proxy", "ALL_PROXY")
    return next((name for name in names if os.environ.get(name) == found), PROXY_OF_SYSTEM)


def _checked(address: str, source: str) -> Proxy:
    written = address.strip()
    if "://" not in written:
        written = f"http://{written}"
    try:
        parts = urlsplit(written)
        default_port = _DEFAULT_PORTS[parts.scheme]
        port = parts.port or default_port
    except (ValueError, KeyError):
        raise problem(ProblemCode.PROXY_BAD, proxy=redact(address), source=source) from None
    host = parts.hostname
    if not host or any(c.isspace() for c in host):
        raise problem(ProblemCode.PROXY_BAD, proxy=redact(address), source=source)
    login = None
    if parts.username or parts.password:
        login = (unquote(parts.username or ""), unquote(parts.password or ""))
    shown_host = f"[{host}]" if ":" in host else host
    return Proxy(f"{parts.scheme}://{shown_host}:{port}", source, login)
