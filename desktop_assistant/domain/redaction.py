"""Takes secrets out of texts that leave their place: error details, logs, diagnostics.

Two nets. Known secrets are found in every encoding they may come back in, whole or cut short;
unknown ones by the shapes in which keys are written. Better a harmless word too many is hidden than
one key too few: nothing here is needed to understand an error.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

HIDDEN = "‹hidden›"

_SHORTEST_KNOWN = 8
"""What is shorter is a stand-in such as "none": hiding it would only hide words."""
_RECOGNISABLE = 12
"""So many first characters of a longer secret give it away even if the rest is cut or masked."""

_CHARACTER = r"[^\s\"'`,;<>()\[\]{}\\&‹›]"
"""A character of something written without a break."""
_SCHEME = r"(?:bearer|basic|token)"
_SURE_NAME = (
    r"(?:(?:proxy-)?authorization|(?:set-)?cookie|password|passwd|pwd|client[-_]?secret|secret"
    r"|(?:x[-_])?(?:goog[-_])?(?:api|access|auth|secret|private|subscription)[-_ ]?(?:key|token)"
    r"(?:[ \t]+provided)?)"
)
_MAYBE_NAME = r"(?:key|token|sig|signature)"
"""Also ordinary words, so only a value with a digit counts."""
_ASSIGNED = r"[\"']?[ \t]*[:=][ \t]*[\"']?"
_LOOKS_RANDOM = rf"(?={_CHARACTER}{{0,200}}[0-9])"

_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = (
    # https://user:password@host
    (re.compile(r"(?<=://)[^\s/@\"'<>]+@"), f"{HIDDEN}@"),
    # https://host/?key=…
    (
        re.compile(rf"([?&](?:{_SURE_NAME}|{_MAYBE_NAME})=)[^\s&#\"'<>]+", re.IGNORECASE),
        rf"\1{HIDDEN}",
    ),
    # Authorization: Bearer …   api-key: …   "api_key": "…"   password=…
    (
        re.compile(
            rf"(\b{_SURE_NAME}{_ASSIGNED}(?:{_SCHEME}[ \t]+)?)(?!{_SCHEME}\b){_CHARACTER}{{6,}}",
            re.IGNORECASE,
        ),
        rf"\1{HIDDEN}",
    ),
    (
        re.compile(
            rf"(\b{_MAYBE_NAME}{_ASSIGNED}){_LOOKS_RANDOM}{_CHARACTER}{{6,}}", re.IGNORECASE
        ),
        rf"\1{HIDDEN}",
    ),
    # Bearer …, wherever it stands
    (
        re.compile(rf"\b({_SCHEME}[ \t]+){_LOOKS_RANDOM}{_CHARACTER}{{6,}}", re.IGNORECASE),
        rf"\1{HIDDEN}",
    ),
    # Keys that show by their first letters what they are; some services print them with stars.
    (
        re.compile(
            r"\b(?:sk|pk|rk|gsk|xai|pplx|hf|r8|nvapi|csk|tgp|fw|ghp|gho|github_pat|glpat|xox[abp])"
            r"[-_][A-Za-z0-9*.…_-]{6,}"
        ),
        HIDDEN,
    ),
    (
        re.compile(r"\b(?:AIza[\w-]{20,}|AKIA[A-Z0-9]{12,}|ya29\.[\w.-]{10,})", re.ASCII),
        HIDDEN,
    ),
    # A signed token: two or three parts of Base64
    (re.compile(r"\beyJ[\w-]{8,2000}\.[\w-]{8,}(?:\.[\w-]*)?", re.ASCII), HIDDEN),
)


class Redactor:
    """Hides the secrets it was given, and all that look like one."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        """Takes the secrets as they are; very short ones are passed over."""
        known = {secret for secret in secrets if len(secret.strip()) >= _SHORTEST_KNOWN}
        forms = {form for secret in known for form in _forms(secret)}
        # The longest first: a form may be the beginning of another. What is cut comes last.
        ordered = sorted(forms, key=lambda form: (-len(form), form))
        longer = [secret for secret in sorted(known) if len(secret) > _RECOGNISABLE]
        ordered += [form for secret in longer for form in _cut_forms(secret)]
        self._known = re.compile("|".join(ordered)) if ordered else None

    def __repr__(self) -> str:
        return "Redactor(…)"

    def __call__(self, text: str) -> str:
        """The text without secrets; a text without any comes back as it was."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        for shape, replacement in _SHAPES:
            text = shape.sub(replacement, text)
        return text


def redact(text: str) -> str:
    """The text without anything that looks like a secret, where none is known."""
    return _BY_SHAPE(text)


def _forms(secret: str) -> Iterable[str]:
    """Patterns for a secret as it is and as programs rewrite it."""
    raw = secret.encode("utf-8", "surrogatepass")
    wide = secret.encode("utf-16-le", "surrogatepass")
    exact = {
        secret,
        secret.strip(),
        json.dumps(secret)[1:-1],
        json.dumps(secret)[1:-1].replace("/", "\\/"),
        json.dumps(secret, ensure_ascii=False)[1:-1],
        repr(secret)[1:-1],
        secret.replace("/", "\\/"),
        "\0".join(secret),
        *_base64_forms(raw),
        *_base64_forms(wide),
    }
    in_any_case = {
        quote(secret, safe="", errors="replace"),
        quote(secret, errors="replace"),
        quote_plus(secret, errors="replace"),
        raw.hex(),
    }
    for form in exact:
        yield re.escape(form)
    for form in in_any_case:
        yield f"(?i:{re.escape(form)})"


def _cut_forms(secret: str) -> Iterable[str]:
    """Patterns for the beginning of a secret, in any form, whatever follows it."""
    for beginning in sorted(_forms(secret[:_RECOGNISABLE])):
        yield f"{beginning}{_CHARACTER}*"


def _base64_forms(raw: bytes) -> Iterable[str]:
    """What of the Base64 of a text that holds the secret depends on the secret alone.

    Base64 packs three bytes into four letters, so there are three ways for the secret to lie.
    """
    for offset in range(3):
        encoded = b64encode(b"\0" * offset + raw).decode("ascii")
        first = (0, 2, 3)[offset]
        last = len(encoded) - (0, 3, 2)[(offset + len(raw)) % 3]
        sure = encoded[first:last]
        yield sure
        yield sure.replace("+", "-").replace("/", "_")


_BY_SHAPE = Redactor()
