"""The fake server by hand: prints its base URL, serves until it is ended."""

import argparse
import signal
import threading

from tests.fakes.openai_server.scenarios import SCENARIOS
from tests.fakes.openai_server.server import DEFAULT_REPLY, FakeOpenAI


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.openai_server")
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--scenario", default="clean", help="how to answer every question")
    parser.add_argument("--key", help="the only key accepted")
    parser.add_argument("--reply", default=DEFAULT_REPLY, help="the text of a good answer")
    parser.add_argument("--tokens", type=int, help="answer with so many tokens of Markdown")
    parser.add_argument("--tokens-per-s", type=float, help="the pace; not set: at full speed")
    parser.add_argument("--list", action="store_true", help="list the scenarios and end")
    options = parser.parse_args()
    if options.list:
        for name, answer in sorted(SCENARIOS.items()):
            print(f"{name:24} {(answer.__doc__ or '').strip().splitlines()[0]}")
        return
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    server = FakeOpenAI(
        reply=options.reply,
        tokens=options.tokens,
        tokens_per_s=options.tokens_per_s,
        key=options.key,
        port=options.port,
    )
    server.always(options.scenario)
    with server:
        print(server.url, flush=True)
        ended.wait()


main()
