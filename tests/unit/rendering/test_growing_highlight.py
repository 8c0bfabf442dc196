"""Colours for code that grows."""

import random

import pytest

from desktop_assistant.rendering.growing_highlight import GrowingHighlight
from desktop_assistant.rendering.highlight import LONGEST_CODE, LONGEST_LINE, Role, highlight
from desktop_assistant.rendering.languages import LANGUAGES

CODE = {
    "python": '"""Why.\n\nMore."""\n\n@cache\ndef f(x):\n    # y\n    return f"{x}" + """\nb"""\n',
    "js": "// hi\nfunction a() {\n  /* block\n   comment */\n  return `t ${x}\nmore` + /re/g;\n}\n",
    "c": "/* head\n * more\n */\n#include <a.h>\nint main(void) {\n  return 0; // c\n}\n",
    "css": "/* a\nb */\np {\n  color: red;\n}\n@media x {\n  a { b: c }\n}\n",
    "sql": "-- x\nSELECT a, 'b'\nFROM t /* c\n d */ WHERE x = 1;\n",
    "bash": '#!/bin/sh\nif [ -f x ]; then\n  echo "a $b\nc"\nfi\ncat <<EOF\nx\nEOF\n',
    "rust": '/* a\n */\nfn main() -> u8 {\n  let x = r#"a\nb"#;\n  1\n}\n',
    "java": "/**\n * doc\n */\nclass A {\n  int x = 1; // c\n}\n",
    "diff": "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n",
    "toml": "[a]\nb = 1\nc = '''\nd\n'''\n",
}
WHOLE_ONLY = ("json", "yaml", "markdown", "php", "console", "make", "", "no such language")


def never():
    return False


def count_to(number):
    """Time that is over when it is asked for so many times."""
    left = iter(range(number))
    return lambda: next(left, None) is None


class Shown:
    """The runs a view would have."""

    def __init__(self, language):
        self.highlight = GrowingHighlight(language)
        self.runs = []
        self.read_from = []

    def read(self, code, is_over=never):
        start, runs, is_complete = self.highlight.read(code, is_over)
        self.runs = [(a, min(b, start), role) for a, b, role in self.runs if a < start] + runs
        self.read_from.append(start)
        return is_complete

    def roles(self, code):
        return {code[start:end]: role for start, end, role in self.runs}


def painted(runs, code):
    """The role of every sign that can be seen."""
    roles = [Role.TEXT] * len(code)
    for start, end, role in runs:
        roles[start:end] = [role] * (end - start)
    return [role for role, sign in zip(roles, code, strict=True) if not sign.isspace()]


@pytest.mark.parametrize("language", CODE)
@pytest.mark.parametrize("seed", range(5))
def test_in_pieces_it_is_what_it_is_as_a_whole(language, seed):
    code, cuts = CODE[language], random.Random(seed)
    shown, at = Shown(language), 0
    while at < len(code):
        at = min(len(code), at + cuts.randint(1, 15))
        assert shown.read(code[:at])
    assert painted(shown.runs, code) == painted(highlight(code, language), code)


def test_runs_stay_in_order_without_overlaps():
    code, shown = CODE["python"], Shown("python")
    for at in range(len(code)):
        shown.read(code[:at])
        last = 0
        for start, end, _ in shown.runs:
            assert last <= start < end <= at
            last = end


def test_only_the_last_lines_are_read_again():
    line, shown = "x = 1  # one\n", Shown("python")
    code = ""
    for _ in range(200):
        code += line
        shown.read(code)
        assert len(code) - shown.read_from[-1] <= 3 * len(line)


def test_an_open_comment_is_one_before_its_end_has_come():
    code = "int a;\n/* some\n words that\n go on"
    shown = Shown("c")
    for at in range(len(code) + 1):
        shown.read(code[:at])
    assert shown.roles(code)[code[7:]] is Role.COMMENT


@pytest.mark.parametrize("language", WHOLE_ONLY)
def test_some_lexers_know_only_the_whole(language):
    highlight = GrowingHighlight(language)
    assert not highlight.can_go_on
    assert highlight.read("a: 1\n", never).runs == []


def test_the_letter_case_of_a_language_does_not_count():
    assert GrowingHighlight("Python").can_go_on


def test_every_language_can_be_read_bit_by_bit_or_says_that_it_cannot():
    """Pygments has many kinds of rules; none may break a view."""
    code = "".join(CODE.values()) + "<a href='x'>${y}</a>\n{{ a }} {% b %}\n@foo :: 'b' <<E\nd\nE\n"
    able = 0
    for language in LANGUAGES:
        highlight = GrowingHighlight(language)
        able += highlight.can_go_on
        for at in (0, 50, 51, 400, len(code)):
            highlight.read(code[:at], never)
    assert able > 100


def test_it_stops_when_time_is_over_and_goes_on():
    code, shown = CODE["python"] * 5, Shown("python")
    readings = 1
    while not shown.read(code, count_to(3)):
        readings += 1
    assert readings > 3
    assert painted(shown.runs, code) == painted(highlight(code, "python"), code)


def test_what_there_is_never_time_for_is_given_up():
    line = "x = [" + ", ".join(map(str, range(300))) + "]"
    highlight = GrowingHighlight("python")
    assert not highlight.read(line, lambda: True).is_complete
    assert not highlight.can_go_on


def test_no_more_is_read_than_of_closed_code():
    shown = Shown("python")
    code = f"a = 1\n{'b' * (LONGEST_LINE + 1)} = 2\nc = 3\n"
    for at in (3, 8, 2_000, len(code), len(code)):
        shown.read(code[:at])
    assert {code[start:end] for start, end, _ in shown.runs} == {"=", "1"}
    code = "x = 1\n" * (LONGEST_CODE // 6 + 100)
    shown = Shown("python")
    for at in range(40_000, len(code), 9_999):
        shown.read(code[:at])
    assert max(end for _, end, _ in shown.runs) <= LONGEST_CODE
