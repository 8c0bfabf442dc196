"""What reading and writing long conversations costs, in the real window with the real store."""

import asyncio

from tests.benchmarks import hostile_texts
from tests.benchmarks.children import data_folder, lines_of, merged
from tests.benchmarks.library import fill_with_long
from tests.fakes.openai_server import FakeOpenAI, answers, markdown

LONG_ANSWER = 1_000_000
A_TOKEN = 5
TENTHS = 10
PACE_TOKENS, PACE = 3_000, 200
SOAK_CHARACTERS = 2_000
WINDOW = "tests.benchmarks.transcript_window"
AT_FULL_SPEED = "an answer at full speed"
"""The section of the window's pauses while such an answer comes."""


def reading(folder):
    """A conversation of 10,000 messages beside one of 100: opened, jumped in, looked through."""
    data_dir = data_folder(folder, conversations=20)
    asyncio.run(fill_with_long(data_dir, [100, 10_000]))
    rows = lines_of(WINDOW, "reading", str(data_dir))
    figures = merged(row for row in rows if "section" not in row)
    return {
        "open_100_ms": figures["open_100_ms"],
        "open_10000_ms": figures["open_10000_ms"],
        "open": figures["open_10000_ms"] / figures["open_100_ms"],
        "open_extra_mb": figures["open_extra_mb"],
        "jump_max_ms": figures["jump_max_ms"],
        "resize_max_ms": figures["resize_max_ms"],
        "scroll_max_ms": figures["scroll_max_ms"],
        "find_first_cpu_s": figures["find_first_cpu_s"],
        "find_next_cpu_s": figures["find_next_cpu_s"],
    }, sections(rows)


def writing(folder):
    """An answer of a million characters as fast as it comes."""
    text = (markdown(LONG_ANSWER // 3))[:LONG_ANSWER]
    assert len(text) == LONG_ANSWER
    rows = _answered(folder, "writing", in_pieces(text, A_TOKEN), str(len(text)))
    figures = merged(row for row in rows if "section" not in row)
    assert (figures["status"], figures["chars"]) == ("complete", LONG_ANSWER)
    tenths = figures["tenths_cpu_s"]
    return {
        "writing_tenths_cpu_s": tenths,
        "writing_last_tenth": tenths[-1] / tenths[0],
        "writing_frame_ms": figures["frame_ms"],
        "writing_frame_p99_ms": figures["frame_p99_ms"],
        "writing_frame_max_ms": figures["frame_max_ms"],
    }, sections(rows)


def pace(folder):
    """An answer of 200 tokens a second: its share of a core."""
    with FakeOpenAI(tokens=PACE_TOKENS, tokens_per_s=PACE) as server:
        rows = lines_of(WINDOW, "pace", str(data_folder(folder, server.url, 20)))
    figures = merged(row for row in rows if "section" not in row)
    return {
        "pace_core_share": figures["core_share"] * 100,
        "pace_frame_p99_ms": figures["frame_p99_ms"],
    }, sections(rows)


def soak(folder, count):
    """Thousands of answers, one after the other, in a library that fills the caches at once."""
    with FakeOpenAI(reply=markdown(SOAK_CHARACTERS)[:SOAK_CHARACTERS]) as server:
        data_dir = data_folder(folder, server.url, 2000)
        rows = lines_of(WINDOW, "soak", str(data_dir), str(count), timeout=1800)
    figures = merged(row for row in rows if "section" not in row)
    sizes = figures["soak_rss_mb"]
    return figures | {
        "soak_growth": (sizes[-1] / sizes[max(0, len(sizes) // TENTHS - 1)] - 1) * 100,
    }, sections(rows)


def hostile(folder):
    """Texts that are there to be slow."""
    frames, found = {}, {}
    for name, text in hostile_texts.all_texts().items():
        rows = _answered(folder / name, "writing", in_pieces(text, 60), str(len(text)))
        figures = merged(row for row in rows if "section" not in row)
        assert (figures["status"], figures["chars"]) == ("complete", len(text)), name
        frames[name] = {key: figures[key] for key in ("frame_p99_ms", "frame_max_ms")}
        found |= {f"{name}: {key}": value for key, value in sections(rows).items()}
    worst = max(figures["frame_p99_ms"] for figures in frames.values())
    return {"hostile_frames": frames, "hostile_frame_p99_ms": worst}, found


def sections(rows):
    """The pauses of the event loop, by what went on; what was done in long ones."""
    return {
        row["section"]: {
            "p99_ms": row["p99_ms"],
            "max_ms": row["longest_own_ms"],
            "longest": row["stalls"],
        }
        for row in rows
        if "section" in row
    }


def in_pieces(text, size):
    """A stream of a text in pieces of a size, at full speed."""

    async def answer(exchange):
        await exchange.head()
        batch = []
        for start in range(0, len(text), size):
            batch.append(answers.delta(text[start : start + size]))
            if len(batch) == 64:
                await _send(exchange, batch)
                batch = []
                await asyncio.sleep(0)
        await _send(exchange, [*batch, answers.delta(finish="stop"), "[DONE]"])
        await exchange.end()

    return answer


async def _send(exchange, batch):
    data = b"".join(map(answers.event_bytes, batch))
    await exchange.chunk(data)


def _answered(folder, scenario, answer, *arguments):
    folder.mkdir(parents=True, mode=0o700)
    with FakeOpenAI() as server:
        server.script("clean", answer)
        return lines_of(WINDOW, scenario, str(data_folder(folder, server.url, 20)), *arguments)
