"""What a service says about an error, out of the many shapes in which services say it."""

import json
import re
from dataclasses import dataclass

_LONGEST = 8_000
"""Characters of a service's words that are looked at."""
_TITLE = re.compile(r"<title[^>]*>([^<]{1,300})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """A service's words."""

    message: str = ""
    code: str = ""
    kind: str = ""
    parameter: str = ""

    @property
    def words(self) -> str:
        """Everything said, for a person to read."""
        tags = ", ".join(dict.fromkeys(tag for tag in (self.kind, self.code) if tag))
        return f"{self.message} ({tags})" if self.message and tags else self.message or tags


def parse_error_body(body: bytes) -> ErrorBody:
    """The words of an answer's body: JSON, a page's title, or plain text."""
    text = body.decode("utf-8-sig", "replace").strip()
    try:
        return read_error(json.loads(text))
    except (ValueError, RecursionError):
        pass
    if text.startswith("<"):
        title = _TITLE.search(text)
        return ErrorBody(title[1].strip() if title else "")
    return ErrorBody(text[:_LONGEST])


def read_error(payload: object) -> ErrorBody:
    """The words of a parsed error: an object, a list of objects, a string."""
    if isinstance(payload, list) and payload:
        payload = payload[0]
    if not isinstance(payload, dict):
        return ErrorBody(_text(payload))
    inner = payload.get("error")
    if not isinstance(inner, dict):
        inner = {**payload, "message": inner} if inner else payload
    message = next((t for key in ("message", "detail", "msg") if (t := _text(inner.get(key)))), "")
    metadata = inner.get("metadata")
    if isinstance(metadata, dict) and (upstream := _text(metadata.get("raw"))):
        message = f"{message}: {upstream}"
    return ErrorBody(
        message=message[:_LONGEST],
        code=_text(inner.get("code"))[:200],
        kind=_text(inner.get("type"))[:200],
        parameter=_text(inner.get("param"))[:200],
    )


def _text(value: object) -> str:
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(_complaint(item) for item in value[:20])
    return json.dumps(value, ensure_ascii=False)


def _complaint(item: object) -> str:
    """One complaint of a validator: where, and what."""
    if isinstance(item, dict) and "msg" in item:
        where = item.get("loc")
        path = ".".join(map(str, where)) + ": " if isinstance(where, list) else ""
        kind = f" ({item['type']})" if "type" in item else ""
        return f"{path}{item['msg']}{kind}"
    return _text(item)
