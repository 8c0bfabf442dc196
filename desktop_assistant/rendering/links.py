"""The links policy: what a click may open, whose address it is, and when to warn.

Text from a model is not trusted. Only ``http``, ``https`` and ``mailto`` targets open, and a target
is brought to one unambiguous ASCII form first, so that what was checked is what the browser gets.
"""

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final
from urllib.parse import quote, unquote, urlsplit

_LONGEST: Final = 8_192
_LONGEST_READ: Final = 1_000
_LONGEST_HOST_READ: Final = 80
"""Longer ones nobody reads to their end, where it is said whose they are."""
_SAFE: Final = "/?#[]@!$&'()*+,;=:%-._~"
_SAFE_IN_USER: Final = "!$&'()*+,;=:%-._~"
_MAIL_FIELDS: Final = frozenset({"subject", "body", "cc", "bcc", "to"})
_MAIL_ADDRESS: Final = re.compile(
    r"[^\s@,;:<>\"()\[\]\\%&?=/]{1,64}@[^\s@,;:<>\"()\[\]\\%&?=/]{1,253}"
)
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_FULL_STOPS: Final = str.maketrans({"\u3002": ".", "\uff0e": ".", "\uff61": "."})
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")

# What looks like a host in a text. The repetitions are bounded, because the text may be long and
# made to hurt.
_HOST_IN_TEXT: Final = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]{0,20})://(?:[^\s/@]{0,99}@)?|(?P<www>www\.))?"
    r"(?P<host>(?:[^\W_][\w-]{0,62}\.){1,30}(?P<top>[^\W\d_][\w-]{0,62}))",
    re.IGNORECASE,
)
# Without a scheme, only these endings make a host. Those of common files (md, py, rs, sh, zip and
# the like) are left out: "main.py" is no attempt to deceive.
_COMMON_TOP: Final = re.compile(
    "com|org|net|edu|gov|mil|int|info|biz|io|ai|dev|app|co|me|tv|eu|uk|de|fr|es|it|nl|be|ch|at|se"
    "|no|dk|fi|pt|gr|ie|cz|hu|ro|bg|ua|ru|cn|jp|kr|in|br|mx|ca|us|au|nz|za|tr|il|online|site|shop"
    "|store|bank|cloud|tech|xyz|top|live|news",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _WebTarget:
    """A checked http or https address in its parts."""

    scheme: str
    host: str
    port: int | None
    user: str
    """The user name with its ``@``; empty if there is none."""
    rest: str


def openable(url: str) -> str | None:
    """Return the address to open for ``url``, or ``None`` if a click must not open it.

    The result is ASCII: the host in its ``xn--`` form, everything else percent-encoded.
    """
    if (web := _web_target(url)) is not None:
        port = "" if web.port is None else f":{web.port}"
        return f"{web.scheme}://{web.user}{_bracketed(web.host)}{port}{web.rest}"
    return _mail_target(url)


def loadable(url: str) -> str | None:
    """Return the address to load an image from, or ``None`` if none may be loaded from ``url``.

    Images come from the web only, and no user name goes along.
    """
    web = _web_target(url)
    return openable(url) if web is not None and not web.user else None


def display_host(url: str) -> str:
    """Return whom ``url`` leads to, in ASCII: host and unusual port, or the mail address.

    User names before an ``@`` are left out, because they exist to look like a host. An address
    that :func:`openable` refuses gives an empty string.
    """
    if (web := _web_target(url)) is not None:
        usual = web.port is None or web.port == _DEFAULT_PORTS[web.scheme]
        return _bracketed(web.host) if usual else f"{_bracketed(web.host)}:{web.port}"
    if (mail := _mail_target(url)) is not None:
        return unquote(mail.removeprefix("mailto:").partition("?")[0])
    return ""


def needs_warning(url: str, text: str) -> bool:
    """Tell whether a person should see the real host before ``url`` opens.

    That is so if ``text``, on which they clicked, shows another host, or if the address holds a
    user name, an international or a disguised numeric host, or is longer than anybody reads.
    """
    if (web := _web_target(url)) is None:
        return _mail_needs_warning(url, text)
    if web.user or "xn--" in web.host or _is_disguised_number(web.host):
        return True
    if len(url) > _LONGEST_READ or len(web.host) > _LONGEST_HOST_READ:
        return True
    return any(not _same_site(host, web.host) for host in _hosts_in(text))


def _mail_needs_warning(url: str, text: str) -> bool:
    mail = display_host(url)
    shown = _MAIL_ADDRESS.search(text)
    return bool(mail) and shown is not None and shown.group().casefold() != mail.casefold()


def _web_target(url: str) -> _WebTarget | None:
    if len(url) > _LONGEST or _has_hidden(url):
        return None
    scheme, found, _ = url.partition("://")
    scheme = scheme.lower()
    if not found or scheme not in _DEFAULT_PORTS:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = _ascii_host(parts.hostname or "")
    if host is None:
        return None
    rest = _encoded(url[len(scheme) + 3 + len(parts.netloc) :])
    user, at, _ = parts.netloc.rpartition("@")
    shown_user = quote(user, safe=_SAFE_IN_USER) + at
    return _WebTarget(scheme, host, port, shown_user, rest)


def _mail_target(url: str) -> str | None:
    if len(url) > _LONGEST or _has_hidden(url) or url[:7].lower() != "mailto:":
        return None
    address, _, query = url[7:].partition("?")
    if not _MAIL_ADDRESS.fullmatch(address):
        return None
    for field in query.split("&") if query else ():
        name, _, value = field.partition("=")
        # Other fields ("attach") have made mail programs send files, and a line break in a field
        # would start a header of its own.
        breaks = "%0a" in value.lower() or "%0d" in value.lower()
        if name.lower() not in _MAIL_FIELDS or (breaks and name.lower() != "body"):
            return None
    return f"mailto:{_encoded(url[7:])}"


def _has_hidden(url: str) -> bool:
    """Tell whether ``url`` holds what programs read in different ways, or nobody can see."""
    if url != url.strip() or "\\" in url:
        return True
    if url.isascii():
        return not url.isprintable()
    return any(unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"} for char in url)


def _encoded(text: str) -> str:
    return quote(text, safe=_SAFE)


def _ascii_host(host: str) -> str | None:
    """Return ``host`` in lower-case ASCII, or ``None`` if it is no host."""
    if ":" in host:
        try:
            address = IPv6Address(host)
        except AddressValueError:
            return None
        return None if address.scope_id else str(address)
    folded = unicodedata.normalize("NFKC", host.translate(_FULL_STOPS).lower()).lower()
    labels = folded.removesuffix(".").split(".")
    encoded = [
        label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
        for label in labels
    ]
    if len(".".join(encoded)) > 253 or not all(map(_LABEL.fullmatch, encoded)):
        return None
    return ".".join(encoded)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_disguised_number(host: str) -> bool:
    """Tell whether a browser would read ``host`` as an IPv4 address that is not written as one."""
    last = host.rpartition(".")[2]
    if not (last.isdigit() or last.startswith("0x")):
        return False
    try:
        return str(IPv4Address(host)) != host
    except AddressValueError:
        return True


def _hosts_in(text: str) -> list[str]:
    """Return the hosts that ``text`` shows, in ASCII; what only might be one is left out."""
    hosts = []
    for match in _HOST_IN_TEXT.finditer(unicodedata.normalize("NFKC", text)):
        named = match["scheme"] or match["www"]
        if named or _COMMON_TOP.fullmatch(match["top"]):
            hosts.append(_ascii_host(match["host"]) or match["host"])
    return hosts


def _same_site(shown: str, real: str) -> bool:
    """Tell whether ``real`` is the shown host or a subdomain of it."""
    return f".{real}".endswith(f".{shown.removeprefix('www.')}")
