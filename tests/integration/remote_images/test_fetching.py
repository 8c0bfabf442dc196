"""Pictures over real sockets: what is taken, what is refused, and what is said about the user."""

import asyncio
import contextlib

import pytest

from desktop_assistant.adapters.remote_images import RemoteImages, fetching
from desktop_assistant.domain.errors import AssistantError, ProblemCode

PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


class Server:
    """Answers each path with what the test put there; remembers what was asked."""

    def __init__(self):
        self.answers = {}
        self.requests = []

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self._server.close()
        await self._server.wait_closed()

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    async def _serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.requests.append(head)
        answer = self.answers[head.split(" ")[1]]
        with contextlib.suppress(ConnectionError):
            for part in answer:
                writer.write(part)
                await writer.drain()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


def answer(body, *, status="200 OK", headers=()):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return ["\r\n".join([*lines, "", ""]).encode(), body]


def redirect(target, *headers):
    return answer(b"", status="302 Found", headers=(f"Location: {target}", *headers))


@pytest.fixture
async def server():
    async with Server() as server:
        yield server


async def refused(address):
    with pytest.raises(AssistantError) as caught:
        await RemoteImages().fetch(address)
    return caught.value.info.code


async def test_a_picture_comes_as_it_is(server):
    server.answers["/a.png"] = answer(PNG)
    assert await RemoteImages().fetch(server.url("/a.png")) == PNG


@pytest.mark.parametrize(
    "data", [b"\xff\xd8\xff\xe0", b"GIF89a", b"BM1234", b"RIFF\0\0\0\0WEBPVP8 "]
)
async def test_every_raster_kind_is_taken(server, data):
    server.answers["/a"] = answer(data)
    assert await RemoteImages().fetch(server.url("/a")) == data


async def test_nothing_of_the_user_goes_along(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.answers["/a"] = redirect("/b", "Set-Cookie: id=1")
    server.answers["/b"] = answer(PNG)
    await RemoteImages().fetch(server.url("/a"))
    names = {
        line.partition(":")[0].lower()
        for request in server.requests
        for line in request.split("\r\n")[1:]
        if line
    }
    assert len(server.requests) == 2
    assert names == {"host", "accept", "accept-encoding", "connection", "user-agent"}


@pytest.mark.parametrize(
    "body", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html>", b"", b"RIFF----WAVE"]
)
async def test_what_is_no_raster_image_is_refused(server, body):
    server.answers["/a"] = answer(body, headers=("Content-Type: image/png",))
    assert await refused(server.url("/a")) is ProblemCode.IMAGE_REFUSED


async def test_a_redirect_to_another_place_is_refused(server):
    server.answers["/a"] = redirect(server.url("/b", host="localhost"))
    server.answers["/c"] = redirect("ftp://127.0.0.1/b")
    server.answers["/d"] = redirect(f"http://me@127.0.0.1:{server.port}/b")
    for path in ("/a", "/c", "/d"):
        assert await refused(server.url(path)) is ProblemCode.IMAGE_REFUSED
    assert len(server.requests) == 3


async def test_redirects_that_never_end_are_refused(server):
    server.answers["/a"] = redirect("/a")
    assert await refused(server.url("/a")) is ProblemCode.IMAGE_REFUSED


async def test_a_picture_that_is_too_large_is_not_read_to_its_end(server, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 1000)
    server.answers["/a"] = answer(PNG + bytes(2000))
    server.answers["/b"] = [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", PNG, bytes(2000)]
    for path in ("/a", "/b"):
        assert await refused(server.url(path)) is ProblemCode.IMAGE_TOO_LARGE


async def test_what_is_not_there_is_told(server):
    server.answers["/a"] = answer(b"gone", status="404 Not Found")
    server.answers["/b"] = [b"nonsense\r\n\r\n"]
    for path in ("/a", "/b"):
        assert await refused(server.url(path)) is ProblemCode.IMAGE_UNREACHABLE
    assert await refused("http://127.0.0.1:1/") is ProblemCode.IMAGE_UNREACHABLE


async def test_a_server_that_never_ends_is_given_up(server, monkeypatch):
    monkeypatch.setattr(fetching, "WHOLE_S", 0.2)
    stalled = asyncio.Event()

    async def serve(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        await stalled.wait()
        writer.close()

    other = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = other.sockets[0].getsockname()[1]
    assert await refused(f"http://127.0.0.1:{port}/") is ProblemCode.IMAGE_UNREACHABLE
    stalled.set()
    other.close()
    await other.wait_closed()


def test_a_redirect_may_go_to_the_hosts_protected_door_only():
    import httpx2

    def stays(url, target):
        return fetching._is_same_place(httpx2.URL(url), httpx2.URL(target))

    assert stays("http://a.org/x", "https://a.org/y")
    assert stays("https://a.org/x", "https://a.org/y")
    assert not stays("https://a.org/x", "http://a.org/y")
    assert not stays("http://a.org/x", "http://b.a.org/y")
    assert not stays("http://a.org/x", "http://a.org:8080/y")
    assert not stays("http://a.org:8080/x", "https://a.org/y")
