"""What runs in the child process: llama.cpp's server on a loopback port of its own.

It reads one ``Order`` from standard input, loads the model and answers with its port. It lives as
long as standard input stays open, so it cannot outlast the app that started it, however that
ended. The token comes through the pipe because every user of a computer can read command lines,
and every process of the same user environments.
"""

import contextlib
import os
import signal
import sys
from pathlib import Path
from urllib.parse import urlsplit

import xllamacpp

from desktop_assistant.adapters.local_model.cores import sensible_threads
from desktop_assistant.adapters.local_model.order import Order

PARALLEL_REPLIES = 2
"""Replies written at the same time, each with a whole window; more wait for their turn."""
_PROMPT_CACHE_MIB = 256
_LONGEST_REPLY_OF_SHIPPED_MODEL = 2048
_LOG_WARNINGS = 2
_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Serves until standard input ends."""
    _stay_in_the_background()
    order = Order.from_line(sys.stdin.buffer.readline())
    try:
        server = xllamacpp.Server(_parameters(order))
    except RuntimeError as error:
        sys.exit(str(error))  # its log has said why
    try:
        port = urlsplit(server.listening_address).port
        os.write(sys.stdout.fileno(), order.answer(port or 0))
        sys.stdin.buffer.read()
    finally:
        # Whatever happened: the server's own end waits for its threads for ever, and nobody may
        # be there any more to end it. Its memory and port go with the process.
        os._exit(0)


def _stay_in_the_background() -> None:
    # Ctrl+C in a terminal stops the reply, not the model.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(5)  # the window stays fluent while the model computes
    if sys.platform == "linux":
        import ctypes  # of use here only

        # Standard input is not looked at while the model loads, so the kernel watches as well.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        with contextlib.suppress(OSError):
            # If memory runs out, the model goes before the window.
            Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _parameters(order: Order) -> xllamacpp.CommonParams:
    params = xllamacpp.CommonParams()
    params.model.path = order.model_file
    params.model_alias = {order.model_name}
    params.offline = True
    params.verbosity = _LOG_WARNINGS
    params.warmup = False

    params.api_keys = [order.token]
    params.cors_origins = "http://127.0.0.1"  # no web page has anything to ask here
    params.cors_origins_explicit = True
    params.cors_credentials = False
    params.ui = False
    params.endpoint_slots = False

    # Writing leaves one core to the window: on two busy cores, two threads that wait for each
    # other at every step write slower than one. Reading the question is short and takes all.
    cores = sensible_threads()
    params.cpuparams.n_threads = order.threads or max(1, cores - 1)
    params.cpuparams_batch.n_threads = order.threads or cores
    params.n_parallel = PARALLEL_REPLIES
    params.n_ctx = PARALLEL_REPLIES * order.context_tokens
    params.cache_ram_mib = _PROMPT_CACHE_MIB
    if order.shipped:
        # What suits this small model: warmer it rambles, colder it repeats itself without end.
        params.sampling.temp = 0.2
        params.sampling.top_p = 0.9
        params.sampling.penalty_repeat = 1.1
        params.n_predict = _LONGEST_REPLY_OF_SHIPPED_MODEL
    return params


if __name__ == "__main__":
    main()
