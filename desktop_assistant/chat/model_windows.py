"""How many tokens known models can take. A wrong guess costs an error text, never a lost question.

Sources: the providers' public model pages, 2026. Unknown models get a generous window: cutting
context in silence is worse than a clear "too long" from the server.
"""

_WINDOWS: tuple[tuple[str, int], ...] = (
    ("gpt-3.5", 16_385),
    ("gpt-4-turbo", 128_000),
    ("gpt-4o", 128_000),
    ("gpt-4.1", 1_047_576),
    ("gpt-4", 8_192),
    ("gpt-5", 400_000),
    ("o1", 200_000),
    ("o3", 200_000),
    ("o4", 200_000),
    ("claude", 200_000),
    ("gemini", 1_048_576),
    ("smollm2", 8_192),
)
DEFAULT_WINDOW = 128_000
REPLY_SHARE = 8
"""An eighth of the window is kept free for the reply, if no reply limit is set."""
MOST_KEPT_FREE = 16_384


def window_of(model: str) -> int:
    """Tokens the model can take, question and reply together."""
    name = model.lower().rsplit("/", 1)[-1]
    return next((size for prefix, size in _WINDOWS if name.startswith(prefix)), DEFAULT_WINDOW)


def kept_for_reply(window: int, reply_limit: int | None) -> int:
    """Tokens to keep free for the reply."""
    if reply_limit is not None:
        return min(reply_limit, window // 2)
    return min(window // REPLY_SHARE, MOST_KEPT_FREE)
