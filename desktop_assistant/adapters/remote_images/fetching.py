"""Gets one picture: bounded in size and time, from the host that was named and no other.

The request says nothing about the user: no cookies, no login, no referrer, nothing from the
environment. What comes must begin as a raster image does; vector images are programs of a kind.
"""

import asyncio
from typing import TYPE_CHECKING, Final

from desktop_assistant.domain.errors import ProblemCode, problem

if TYPE_CHECKING:
    import httpx2

MOST_BYTES: Final = 10 * 1024 * 1024
WHOLE_S: Final = 30.0
_STEP_S: Final = 10.0
_MOST_REDIRECTS: Final = 4
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BEGINNINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")
_HEADERS: Final = {
    "accept": "image/png, image/jpeg, image/webp, image/gif, image/bmp",
    "accept-encoding": "identity",
    "user-agent": "desktop-assistant",
}


class RemoteImages:
    """The port's adapter. Each picture has a connection of its own, closed after it."""

    async def fetch(self, address: str) -> bytes:
        """The bytes of a raster image."""
        # The library takes long to load and certificates long to read: not on the window's thread.
        client = await asyncio.to_thread(_client)
        import httpx2

        host = httpx2.URL(address).host
        try:
            async with asyncio.timeout(WHOLE_S), client:
                return await _follow(client, httpx2.URL(address))
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise problem(ProblemCode.IMAGE_UNREACHABLE, detail=repr(error), host=host) from error


async def _follow(client: "httpx2.AsyncClient", url: "httpx2.URL") -> bytes:
    for _ in range(_MOST_REDIRECTS):
        async with client.stream("GET", url) as answer:
            if answer.status_code not in _REDIRECTS:
                return await _picture(answer)
            target = url.join(answer.headers.get("location", ""))
        if not _is_same_place(url, target):
            break
        client.cookies.clear()
        url = target
    raise problem(ProblemCode.IMAGE_REFUSED, host=url.host)


def _is_same_place(url: "httpx2.URL", target: "httpx2.URL") -> bool:
    """Whether a redirect stays with the host; to its protected door it may go, not back."""
    if target.userinfo or target.host != url.host:
        return False
    if (url.scheme, target.scheme) == ("http", "https"):
        return url.port is None and target.port is None
    return (url.scheme, url.port) == (target.scheme, target.port)


async def _picture(answer: "httpx2.Response") -> bytes:
    host = answer.url.host
    if answer.status_code != 200:
        detail = f"HTTP {answer.status_code}"
        raise problem(ProblemCode.IMAGE_UNREACHABLE, detail=detail, host=host)
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length) > MOST_BYTES:
        raise problem(ProblemCode.IMAGE_TOO_LARGE)
    parts: list[bytes] = []
    size = 0
    async for part in answer.aiter_raw():  # what comes packed after all is no picture
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise problem(ProblemCode.IMAGE_TOO_LARGE)
    data = b"".join(parts)
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    if not (is_webp or data.startswith(_BEGINNINGS)):
        raise problem(ProblemCode.IMAGE_REFUSED, host=host)
    return data


def _client() -> "httpx2.AsyncClient":
    import httpx2

    return httpx2.AsyncClient(
        headers=_HEADERS,
        timeout=_STEP_S,
        trust_env=False,
        follow_redirects=False,
        verify=httpx2.create_ssl_context(trust_env=False),
    )
