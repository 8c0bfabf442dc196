"""A stopped request ends at the server too, wherever it was."""

import asyncio
import socket
from contextlib import aclosing

import pytest

from desktop_assistant.adapters.openai_client.service import GATHER_S
from desktop_assistant.domain.stream import TextDelta
from tests.fakes.openai_server import answers
from tests.fakes.openai_server.proxies import FakeProxy


def begun(coroutine):
    return asyncio.get_running_loop().create_task(coroutine)


async def cancelled(task):
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(task, 5)


@pytest.mark.parametrize(
    "scenario", ["stall-before-headers", "stall-before-text", "stall-midway", "comments-forever"]
)
@pytest.mark.parametrize("stream", [True, False])
async def test_cancelling_closes_the_connection(ask, server, scenario, stream):
    server.script(scenario)
    task = begun(ask(server.url, stream=stream))
    (request,) = await server.chats_came(1)
    await asyncio.sleep(0)
    assert not request.closed.is_set()
    await cancelled(task)
    await request.was_closed()
    assert not request.finished


@pytest.mark.parametrize("count", range(1, 9))
async def test_leaving_at_any_event_closes_the_connection(ask, client, server, count):
    async def slowly(exchange):
        await exchange.head()
        for number in range(20):
            await exchange.event(answers.delta(f"{number} "))
            # Slower than the client gathers what comes, so that each is an event of its own.
            await asyncio.sleep(2 * GATHER_S)
        await exchange.stall()

    server.script(slowly)
    seen = 0
    async with aclosing(client.stream(ask.request(server.url))) as stream:
        async for _ in stream:
            seen += 1
            if seen == count:
                break
    await server.chats[0].was_closed()


async def test_cancelling_while_an_error_comes_in(ask, server):
    server.script("stalled-error")
    task = begun(ask(server.url))
    (request,) = await server.chats_came(1)
    await cancelled(task)
    await request.was_closed()


@pytest.mark.parametrize("kind", ["http", "socks5"])
async def test_cancelling_while_a_proxy_is_silent(ask, kind):
    with FakeProxy(kind=kind, mood="silent") as proxy:
        task = begun(ask("https://service.test/v1", proxy=proxy.url))
        while not proxy.connections:
            await asyncio.sleep(0.001)
        await cancelled(task)
        assert await asyncio.to_thread(proxy.connections[0].wait, 5)


async def test_cancelling_in_the_middle_of_a_handshake(ask):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        loop = asyncio.get_running_loop()
        task = begun(ask(f"https://127.0.0.1:{listener.getsockname()[1]}/v1"))
        peer, _ = await loop.sock_accept(listener)
        with peer:
            assert await loop.sock_recv(peer, 5)  # the first words of TLS
            await cancelled(task)
            while await asyncio.wait_for(loop.sock_recv(peer, 1 << 16), 5):
                pass


async def test_cancelling_before_anything_was_sent(ask, server):
    task = begun(ask(server.url))
    await asyncio.sleep(0)
    await cancelled(task)
    assert server.chats == []


async def test_a_stopped_request_leaves_the_client_usable(ask, server):
    server.script("stall-midway")
    task = begun(ask(server.url))
    await server.chats_came(1)
    await cancelled(task)
    assert (await ask(server.url)).code is None


async def test_closing_the_client_closes_idle_connections(ask, client, server):
    await ask(server.url)
    (request,) = server.chats
    assert not request.closed.is_set()
    await client.close()
    await request.was_closed()
    assert (await ask(server.url)).code is None, "a closed client opens anew when asked"


async def test_many_streams_at_once_and_one_of_them_stopped(ask, server):
    server.always("stall-midway")
    first = begun(ask(server.url))
    await server.chats_came(1)
    server.always(None)
    talks = await asyncio.gather(*(ask(server.url) for _ in range(8)))
    assert {talk.code for talk in talks} == {None}
    assert not first.done()
    await cancelled(first)
    await server.chats[0].was_closed()


async def test_text_comes_as_it_is_written_not_at_the_end(ask, client, server):
    go_on = asyncio.Event()
    loop = asyncio.get_running_loop()

    async def in_two_parts(exchange):
        await exchange.head()
        await exchange.event(answers.delta("first"))
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(go_on.wait(), loop))
        await exchange.event(answers.delta("second", finish="stop"))
        await exchange.end()

    server.script(in_two_parts)
    texts = []
    async with aclosing(client.stream(ask.request(server.url))) as stream:
        async for event in stream:
            if isinstance(event, TextDelta):
                texts.append(event.text)
                go_on.set()
    assert texts == ["first", "second"]
