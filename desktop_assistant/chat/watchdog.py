"""Ends a stream that brings no text. Bytes do not count: keep-alive comments would fool it."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.stream import ReasoningDelta, StreamEvent, TextDelta


async def watched(
    stream: AsyncIterator[StreamEvent],
    *,
    provider: str,
    first_text_s: float,
    idle_s: float,
    total_s: float | None,
) -> AsyncGenerator[StreamEvent, None]:
    """The stream's events, as long as text keeps coming.

    Args:
        stream: what the model client sends.
        provider: the provider's name, for the error.
        first_text_s: longest wait for the first text, seconds.
        idle_s: longest wait between two texts, seconds.
        total_s: longest time in all, seconds; ``None`` for no limit.

    Raises:
        AssistantError: with the timeout that struck.
    """
    loop = asyncio.get_running_loop()
    end = None if total_s is None else loop.time() + total_s
    limit, code, deadline = first_text_s, ProblemCode.FIRST_TEXT_TIMEOUT, loop.time() + first_text_s
    iterator = aiter(stream)
    while True:
        at = deadline if end is None else min(deadline, end)
        try:
            async with asyncio.timeout_at(at):
                event = await anext(iterator)
        except StopAsyncIteration:
            return
        except TimeoutError:
            if total_s is not None and at == end:
                limit, code = total_s, ProblemCode.TOTAL_TIMEOUT
            raise problem(code, provider=provider, seconds=f"{limit:g}") from None
        if isinstance(event, TextDelta | ReasoningDelta):
            limit, code, deadline = idle_s, ProblemCode.IDLE_TIMEOUT, loop.time() + idle_s
        yield event
