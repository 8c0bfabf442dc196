"""The real llama.cpp server with the small model: what a client of OpenAI's API sees."""

import asyncio
import json
from collections.abc import Callable

import httpx2
import pytest

from desktop_assistant.adapters.local_model.llama import LlamaLocalModel
from desktop_assistant.ports.local_model import LocalModelOptions
from desktop_assistant.ports.model_client import Endpoint
from desktop_assistant.settings.providers import LOCAL_MODEL_NAME

pytestmark = pytest.mark.local_model
ClientFor = Callable[[Endpoint], httpx2.AsyncClient]


def question(text: str, **more: object) -> dict[str, object]:
    messages = [
        {"role": "system", "content": "You are a helpful assistant."},
        {"role": "user", "content": text},
    ]
    return {"model": LOCAL_MODEL_NAME, "messages": messages, **more}


async def test_only_the_token_opens_the_door(
    local_model: LlamaLocalModel, client_for: ClientFor
) -> None:
    async with client_for(await local_model.endpoint()) as client:
        nobody = await client.get("/models", headers={"Authorization": ""})
        stranger = await client.get("/models", headers={"Authorization": "Bearer guess"})
        page = await client.get("/models", headers={"Origin": "https://evil.example"})
        us = await client.get("/models")

    assert (nobody.status_code, stranger.status_code, us.status_code) == (401, 401, 200)
    assert page.headers["access-control-allow-origin"] != "https://evil.example"
    [model] = us.json()["data"]
    assert model["id"] == LOCAL_MODEL_NAME
    assert model["meta"]["n_ctx"] == LocalModelOptions().context_tokens


async def test_a_reply_is_streamed_with_its_usage(
    local_model: LlamaLocalModel, client_for: ClientFor
) -> None:
    body = question(
        "What is the capital of France?",
        stream=True,
        temperature=0,
        stream_options={"include_usage": True},
    )
    lines: list[str] = []
    async with (
        client_for(await local_model.endpoint()) as client,
        client.stream("POST", "/chat/completions", json=body) as response,
    ):
        assert response.status_code == 200
        lines = [line async for line in response.aiter_lines() if line.startswith("data: ")]

    assert lines[-1] == "data: [DONE]"
    chunks = [json.loads(line.removeprefix("data: ")) for line in lines[:-1]]
    choices = [choice for chunk in chunks for choice in chunk["choices"]]
    texts = [choice["delta"].get("content") or "" for choice in choices]
    assert "Paris" in "".join(texts)
    assert len([text for text in texts if text]) > 1, "it came in one piece"
    assert choices[-1]["finish_reason"] == "stop"
    usage = chunks[-1]["usage"]
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"] > 20


async def test_more_questions_than_places_are_all_answered(
    local_model: LlamaLocalModel, client_for: ClientFor
) -> None:
    async with client_for(await local_model.endpoint()) as client:
        replies = await asyncio.gather(
            *(
                client.post("/chat/completions", json=question(f"Say {n}.", max_tokens=20))
                for n in range(5)
            )
        )

    assert [reply.status_code for reply in replies] == [200] * 5
    assert all(reply.json()["choices"][0]["message"]["content"] for reply in replies)


async def test_closing_the_connection_stops_the_writing(
    local_model: LlamaLocalModel, client_for: ClientFor
) -> None:
    """Both places are taken by replies that go on for minutes, unless leaving ends them."""
    endless = question("Count.", stream=True, ignore_eos=True, max_tokens=8000)
    async with client_for(await local_model.endpoint()) as client:

        async def leave_after_first_text() -> None:
            async with client.stream("POST", "/chat/completions", json=endless) as response:
                async for line in response.aiter_lines():
                    if '"content":"' in line:
                        return

        await asyncio.gather(leave_after_first_text(), leave_after_first_text())
        async with asyncio.timeout(30):
            reply = await client.post("/chat/completions", json=question("Hello.", max_tokens=5))

    assert reply.status_code == 200


async def test_each_reply_has_the_whole_window_and_no_more(client_for: ClientFor) -> None:
    model = LlamaLocalModel(LocalModelOptions(context_tokens=1024))
    try:
        async with client_for(await model.endpoint()) as client:
            fits = question("word " * 900, max_tokens=1)
            both = await asyncio.gather(
                client.post("/chat/completions", json=fits),
                client.post("/chat/completions", json=fits),
            )
            too_long = await client.post("/chat/completions", json=question("word " * 1100))
    finally:
        await model.stop()

    assert [reply.status_code for reply in both] == [200, 200]
    assert too_long.status_code == 400
    assert too_long.json()["error"]["type"] == "exceed_context_size_error"
