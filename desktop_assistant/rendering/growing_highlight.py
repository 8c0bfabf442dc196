"""Colours for code that still grows: each time only its last lines are read again.

The state of the lexer is kept where a line began, and the next reading goes on from the last line
but one. A token that reaches over several lines may look different once its end has come, so this
is right for the time being only: closed code is read as a whole, by ``highlight``.
"""

import inspect
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from desktop_assistant.rendering.highlight import Run, Token, colored_runs, readable
from desktop_assistant.rendering.languages import lexer_for

if TYPE_CHECKING:
    from pygments.lexer import ExtendedRegexLexer, LexerContext

_CHECK_EVERY: Final = 16
"""Tokens between two looks at the clock."""
# Many languages read a comment as one token, which an open one is not. Where "*/" means nothing it
# stands behind the code, and what is behind the code is not coloured.
_CLOSED: Final = "\n*/"

_rules = attrgetter("_tokens")
"""A lexer's rules by state, as triples of pattern, action and next state; no method tells them."""

_Place: TypeAlias = tuple[int, tuple[str, ...]]
"""Where a line begins, and the lexer's state there."""


class Recoloring(NamedTuple):
    """What a reading found."""

    start: int
    """From here on the runs replace those that there were."""
    runs: list[Run]
    is_complete: bool
    """Whether it came to the end of the code."""


class GrowingHighlight:
    """Reads one code block while it comes."""

    def __init__(self, language: str) -> None:
        """Loads what Pygments has for the language, which may take some 30 ms."""
        self._lexer = _resumable(language.lower())
        self._place: _Place = (0, ("root",))

    @property
    def can_go_on(self) -> bool:
        """Whether reading can begin in the middle; some lexers only know the whole."""
        return self._lexer is not None

    def read(self, code: str, is_over: Callable[[], bool]) -> Recoloring:
        """Reads on.

        Args:
            code: the code so far, which begins as it did the last time.
            is_over: whether there is no time for more; the next reading goes on then.
        """
        start, stack = self._place
        end = readable(code, start)
        if self._lexer is None or end <= start:
            return Recoloring(end, [], is_complete=True)
        from pygments.lexer import ExtendedRegexLexer, LexerContext

        text = code[:end] + _CLOSED
        context = LexerContext(text, start, [*stack], len(text))
        tokens = ExtendedRegexLexer.get_tokens_unprocessed(self._lexer, context=context)
        reading = _Reading(context, self._place, is_over)
        runs = list(colored_runs(reading.watched(tokens), end))
        self._place = reading.places[0]
        if not reading.is_complete and self._place[0] == start:
            self._lexer = None  # a line, or what a language embeds, that there is no time for
        return Recoloring(start, runs, reading.is_complete)


class _Reading:
    """Notes where lines begin while tokens pass."""

    def __init__(self, context: "LexerContext", place: _Place, is_over: Callable[[], bool]) -> None:
        self.places: deque[_Place] = deque([place], maxlen=2)
        self.is_complete = True
        self._context = context
        self._is_over = is_over

    def watched(self, tokens: Iterable[Token]) -> Iterator[Token]:
        text, context = self._context.text, self._context
        for number, token in enumerate(tokens):
            start = token[0]
            if number % _CHECK_EVERY == _CHECK_EVERY - 1 and self._is_over():
                self.is_complete = False
                return
            # Tokens of one match share the state before it, so only the first can be gone on from.
            if context.pos == start and text[start - 1 : start] == "\n":
                self.places.append((start, tuple(context.stack)))
            yield token


@cache
def _resumable(language: str) -> "ExtendedRegexLexer | None":
    """The lexer of a language, if it can be begun anywhere and asked for its state.

    ``ExtendedRegexLexer`` reads by the rules of any ``RegexLexer``, and takes a state.
    """
    from pygments.lexer import ExtendedRegexLexer, RegexLexer

    lexer = lexer_for(language)
    if not isinstance(lexer, RegexLexer):
        return None
    reads = type(lexer).get_tokens_unprocessed
    # Some take a context of their own, or begin elsewhere than at the root.
    is_usual = reads is ExtendedRegexLexer.get_tokens_unprocessed
    if not is_usual and "stack" not in inspect.signature(reads).parameters:
        return None
    is_willing = all(_takes_context(action) for _, action, _ in chain(*_rules(lexer).values()))
    return cast("ExtendedRegexLexer", lexer) if is_willing else None


def _takes_context(action: object) -> bool:
    return not inspect.isfunction(action) or len(inspect.signature(action).parameters) > 2
