"""Code as coloured runs: which part of a code block has which role.

Pygments does the reading; it is imported on first use. The work is bounded, because a model may
send anything: only the first 100,000 characters, and only up to the first overlong line.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Final, TypeAlias

from desktop_assistant.rendering.languages import lexer_for

LONGEST_CODE: Final = 100_000
"""Characters; what follows stays plain."""
LONGEST_LINE: Final = 2_000
"""Characters; a longer line, and all that follows it, stays plain."""


class Role(StrEnum):
    """What a run of code is; each has a colour in ``resources/theme/tokens.json``."""

    TEXT = "text"
    COMMENT = "comment"
    KEYWORD = "keyword"
    STRING = "string"
    NUMBER = "number"
    FUNCTION = "function"
    TYPE = "type"
    BUILTIN = "builtin"
    OPERATOR = "operator"
    DECORATOR = "decorator"
    TAG = "tag"
    ATTRIBUTE = "attribute"
    REGEX = "regex"
    INSERTED = "inserted"
    DELETED = "deleted"


Run: TypeAlias = tuple[int, int, Role]
"""Start, end and role; offsets are Python string offsets into the code."""
Token: TypeAlias = tuple[int, object, str]
"""What Pygments finds: start, kind and text."""

_NAME: Final = "Token.Name"
_CALLED: Final = "Token.Name.Function"

# Pygments token type (without "Token.") to role; the longest name that fits decides.
_ROLES: Final = {
    "Comment": Role.COMMENT,
    "Comment.Preproc": Role.DECORATOR,
    "Comment.PreprocFile": Role.STRING,
    "Generic.Deleted": Role.DELETED,
    "Generic.Inserted": Role.INSERTED,
    "Generic.Heading": Role.KEYWORD,
    "Generic.Subheading": Role.FUNCTION,
    "Generic.Prompt": Role.DECORATOR,
    "Keyword": Role.KEYWORD,
    "Keyword.Type": Role.TYPE,
    "Keyword.Constant": Role.BUILTIN,
    "Literal": Role.STRING,
    "Literal.Number": Role.NUMBER,
    "Literal.String.Regex": Role.REGEX,
    "Name.Attribute": Role.ATTRIBUTE,
    "Name.Builtin": Role.BUILTIN,
    "Name.Class": Role.TYPE,
    "Name.Constant": Role.BUILTIN,
    "Name.Decorator": Role.DECORATOR,
    "Name.Entity": Role.BUILTIN,
    "Name.Exception": Role.TYPE,
    "Name.Function": Role.FUNCTION,
    "Name.Namespace": Role.TYPE,
    "Name.Tag": Role.TAG,
    "Operator": Role.OPERATOR,
    "Operator.Word": Role.KEYWORD,
    "Punctuation": Role.OPERATOR,
}


def highlight(code: str, language: str) -> tuple[Run, ...]:
    """Return the coloured runs of ``code``, in order, without overlaps and without plain text.

    An unknown ``language`` gives none.
    """
    return tuple(highlight_runs(code, language))


def highlight_runs(code: str, language: str) -> Iterator[Run]:
    """Yield the runs of :func:`highlight` one after another, so that a view can pause between."""
    lexer = lexer_for(language.lower())
    if lexer is None:
        return
    code = code[: readable(code)]
    # Some lexers end a comment or a prompt only at a line break.
    yield from colored_runs(lexer.get_tokens_unprocessed(code + "\n"), len(code))


def colored_runs(tokens: Iterable[Token], end: int) -> Iterator[Run]:
    """Yield what Pygments found up to ``end`` as runs, neighbours of one role as one."""
    run: Run | None = None
    for start, kind, value in _with_calls(tokens):
        role = _role(kind)
        stop = min(start + len(value), end)
        if role is Role.TEXT or start >= stop or value.isspace():
            continue
        if run is not None and run[2] is role and run[1] == start:
            run = (run[0], stop, role)
            continue
        if run is not None:
            yield run
        run = (start, stop, role)
    if run is not None:
        yield run


def _with_calls(tokens: Iterable[Token]) -> Iterator[tuple[int, str, str]]:
    """Pygments' tokens, with names before a parenthesis as functions, which they are mostly."""
    name: tuple[int, str] | None = None
    for start, kind, value in tokens:
        if name is not None:
            yield name[0], _CALLED if value.startswith("(") else _NAME, name[1]
            name = None
        word = str(kind)
        if word in (_NAME, f"{_NAME}.Other"):
            name = (start, value)
        else:
            yield start, word, value


def readable(code: str, start: int = 0) -> int:
    """Return up to where ``code`` is read, if it is up to ``start``, where a line begins."""
    end = start
    for line in code[start:LONGEST_CODE].split("\n"):
        if len(line) > LONGEST_LINE:
            break
        end += len(line) + 1
    return min(end, LONGEST_CODE, len(code))


@cache
def _role(kind: str) -> Role:
    name = kind.removeprefix("Token.")
    while name:
        if name in _ROLES:
            return _ROLES[name]
        name = name.rpartition(".")[0]
    return Role.TEXT
