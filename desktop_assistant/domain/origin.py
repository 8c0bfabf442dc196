"""The origin (scheme, host, port) a key is bound to, and base URLs as users paste them."""

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit, urlunsplit

from desktop_assistant.domain.errors import ProblemCode, problem

_DEFAULT_PORTS = {"http": 80, "https": 443}
_ENDPOINTS = ("/chat/completions", "/completions", "/models", "/responses")


def normalise_base_url(url: str) -> str:
    """The base URL without trailing slash, endpoint, query or fragment.

    Raises:
        InvalidInputError: if it is no http or https address with a host, or carries a password.
    """
    try:
        parts = urlsplit(url.strip())
        valid = parts.scheme in _DEFAULT_PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise problem(ProblemCode.BAD_ADDRESS, url=without_login(url)) from None
    if not valid or "@" in parts.netloc or any(c.isspace() for c in parts.netloc):
        raise problem(ProblemCode.BAD_ADDRESS, url=without_login(url))
    path = parts.path.rstrip("/")
    for endpoint in _ENDPOINTS:
        path = path.removesuffix(endpoint)
    return urlunsplit((parts.scheme, parts.netloc.lower(), path.rstrip("/"), "", ""))


def without_login(url: str) -> str:
    """What may be shown of an address, however it is written: nothing before an @."""
    return url.rsplit("@", 1)[-1]


def origin_of(url: str) -> str:
    """Scheme, host and port of an address, the port always written: ``https://host:443``."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    return f"{parts.scheme}://{host}:{parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)}"


def host_of(url: str) -> str:
    """Host and, where it is not the usual one, port: as people name a server."""
    parts = urlsplit(url)
    host = parts.hostname or url
    if parts.port and parts.port != _DEFAULT_PORTS.get(parts.scheme):
        return f"{host}:{parts.port}"
    return host


def is_loopback(url: str) -> bool:
    """Whether an address can only be this computer."""
    host = urlsplit(url).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped.is_loopback
    return address.is_loopback
