"""Code that nobody writes, in every language that is read for colours: none may hold it up."""

import random
import signal
import time
from contextlib import contextmanager
from itertools import permutations

from desktop_assistant.rendering.growing_highlight import GrowingHighlight
from desktop_assistant.rendering.highlight import LONGEST_LINE, highlight
from desktop_assistant.rendering.languages import LANGUAGES, lexer_for
from tests.torture.figures import Figures

LONGEST_S = 2.0
_PARTS = [
    "a", "A", "é", "中", "_", "0", "1e", "0x", "1.2", '"', "'", "`", "(", "[", "{", "<", "/",
    "*", "#", "@", "$", "%", "-", "=", ":", ";", ".", ",", "~", "|", "&", "!", "?", "^", "+",
    "\\", "\\\\", "\\a", "a\\n", "/*", "//", "<!--", "${", '"""', "'''", "a=", "a.", "a,", "a(",
    "a:", "::", 'r"', "<<", "<%", "{{", "{%", "()", "[]", "{}", "@a(", "a-b", "<a", 'a="b"',
    "<a&b='c'>", "'a'", "--", "begin", "def", "class", "import", "x&y", "int&a", "a_1",
]  # fmt: skip
_PAIRED = ["a", '"', "'", "\\", "(", "<", "/", "*", "{", "=", ".", "1"]


def odd_lines():
    """Lines that are one thing over and over, as long as lines are read."""
    parts = [" ", "\t", *(part.replace("&", " ") for part in _PARTS)]
    parts += [f"{part} " for part in parts] + [a + b for a, b in permutations(_PAIRED, 2)]
    for part in parts:
        line = (part * LONGEST_LINE)[: LONGEST_LINE - 20]
        yield line
        yield f"x = {line}\n!"


def try_odd_code(number, seed):
    """Reads so many odd lines in each language, of the hundreds there are."""
    figures = Figures("Odd code read for its colours")
    figures.count(f"lines that took longer than {LONGEST_S} s", 0)
    lines, choice = list(odd_lines()), random.Random(seed)
    readers = {type(lexer_for(word)): word for word in sorted(LANGUAGES)}
    for language in sorted(readers.values()):
        figures.count("languages")
        for line in choice.sample(lines, min(number, len(lines))):
            figures.count("lines")
            began = time.process_time()
            try:
                with time_limit():
                    highlight(line, language)
                    GrowingHighlight(language).read(line, lambda: False)
            except TimeoutError:
                figures.fault(f"lines that took longer than {LONGEST_S} s",
                              f"{language}: {line[:30]!r} …")  # fmt: skip
            figures.sample("a line, ms", (time.process_time() - began) * 1000)
    return figures


@contextmanager
def time_limit():
    """Ends what takes too long; Python's patterns look for signals now and then."""

    def end(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, 4 * LONGEST_S)
    try:
        began = time.process_time()
        yield
        if time.process_time() - began > LONGEST_S:
            raise TimeoutError
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
