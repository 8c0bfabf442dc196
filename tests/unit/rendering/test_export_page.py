"""The page of HTML: what it shows, and what it never does."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_assistant.domain.attachments import AttachedText, join
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status
from desktop_assistant.rendering.export.page import write_page
from desktop_assistant.rendering.export.style import (
    CODE_COLORS,
    COLORS,
    style_sheet,
    style_source,
)
from desktop_assistant.rendering.highlight import Role
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.plain import plain_text
from tests.fakes.strict_page import read_page
from tests.unit.rendering.exported_talk import WORDS, branch, question, reply

ROOT = Path(__file__).resolve().parents[3]
TOKENS = json.loads((ROOT / "resources/theme/tokens.json").read_text())
HOSTILE = {
    "elements": "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- --> <![CDATA[ <?x",
    "ends": "</p></div></article></main></style></script></title>",
    "attributes": "\" onclick=\"alert(1)\" ' style='x'",
    "links": "[x](javascript:alert(1)) [y](data:text/html,x) <javascript:a> [z](//evil.org)",
    "a link that leaves its attribute": '[x](https://x.org/"onmouseover="a) <https://x.org/\'>',
    "images": "![a](https://x.org/i.png) ![b](file:///etc/passwd) ![<c>](data:image/svg+xml,x)",
    "a language": '```"><script>\nx\n```\n\n```html\n<script>x</script>\n```',
    "a note": "Text[^<b>].\n\n[^<b>]: <i>note</i>",
    "controls": "a\x00b\x1b[31mc\u202ed\u2028e\u200bf\ud800g\x9bh\r\ni\rj",
    "controls in code": "`\x00` and\n\n```\n\x1b[31m\u202e\n```\n\n    \x07",
    "a table": '| <b> | " |\n|--|:-:|\n| </td> | `</code>` |',
    "a formula": '\\(</code><script>\\) and\n\n$$\n</code>\\text{"<img>}\n$$',
}


def page_of(*messages, title="A talk"):
    page = "".join(write_page(branch(*messages, title=title), WORDS))
    return page, read_page(page.encode("utf-8", "replace").decode())


def test_a_page_stands_alone():
    page, read = page_of(question("Why?"), reply("Because."))
    policy = next(m["content"] for m in read.metas if m.get("http-equiv"))
    assert policy == (
        f"default-src 'none'; style-src {style_source(read.style)}; "
        "style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
    assert '<html lang="en" dir="ltr">' in page
    assert "<title>A talk</title>" in page
    assert "url(" not in read.style
    assert "import" not in read.style
    assert " ".join(read.words.split()) == (
        "A talk A talk day 7 · gpt-4.1 · 2 messages You day 7 Why? gpt-4.1 day 7 Because."
    )


def test_all_of_it_is_shown():
    _, read = page_of(
        question("One <b>\nhttps://x.org/?a=(b)\n\nTwo", version=2, versions=3),
        reply("Yes.", reasoning=" Thinking\n\nhard ", reasoning_s=6.2),
        reply("No.", reasoning=" \n"),
        title="",
    )
    assert "Untitled conversation" in read.words
    assert "version 2 of 3" in read.words
    assert "One <b>" in read.words
    assert "Thought for 6 s" in read.words
    assert read.words.count("Thought") == 1
    assert read.links == ["https://x.org/?a=(b)"]


BLOCKS = """# Title *x*

####### No heading

###### Small

Text **strong** `a<b` ~~s~~ $x<y$, [link](https://x.org/) [bank.com](https://evil.example/),\\
![alt](https://x.org/i.png) ![](https://x.org/j.png) ![c](file:///x)[^1].

> quote

3. three
   - [x] done
   - [ ] open

- loose

- items

> \u05e9\u05dc\u05d5\u05dd

```py
x = 1  # one
```

```
plain
```

$$
a < b
$$

| a | b | c |
|:--|:-:|--:|
| 1 | **2** | 3 |

***

[^1]: Note.
"""


def test_files_of_a_question_are_folded_above_its_words():
    notes, empty = AttachedText("no<t>es.md", "# <Notes>"), AttachedText("e", "x")
    shown, _ = page_of(question(join((notes, empty), "Shorten these.")))
    summary = '<summary><b dir="auto">no&lt;t&gt;es.md</b> <span>9 bytes</span></summary>'
    assert f'<details class="file">\n{summary}' in shown
    assert "<span>1 byte</span>" in shown
    assert "&lt;Notes&gt;" in shown
    assert shown.index("Notes") < shown.index('<div class="text">') < shown.index("Shorten these.")
    assert "File `" not in shown


def test_paragraphs_of_ideographs_have_lines_of_their_own():
    shown, _ = page_of(question("先看一下\nWords"), reply("再决定怎么处理\n\nWords"))
    assert shown.count('<p dir="auto" class="cjk">') == 2
    assert shown.count('<p dir="auto">') == 2


def test_a_question_of_files_alone_has_no_empty_block():
    shown, _ = page_of(question(join((AttachedText("a", "x"),), "")))
    assert 'class="text"' not in shown


def test_blocks():
    page, read = page_of(reply(BLOCKS))
    for piece in (
        '<h2 class="l1" dir="auto">Title <em>x</em></h2>',
        '<h6 class="l4" dir="auto">Small</h6>',
        '<strong>strong</strong> <code dir="ltr">a&lt;b</code> <s>s</s> ',
        '<a href="https://x.org/" rel="noopener noreferrer">link</a>',
        'bank.com</a> <span class="host">(evil.example)</span>,<br>\n',
        '<span class="image">alt (https://x.org/i.png)</span></a>',
        '<span class="image">https://x.org/j.png</span></a>',
        ' <span class="image">c (file:///x)</span><sup>[1]</sup>.</p>',
        '<blockquote dir="ltr">\n<p dir="auto">quote</p>\n</blockquote>',
        '<ol class="tight" start="3" dir="ltr">\n<li><p dir="auto">three</p>',
        '<span class="box done" role="img" aria-label="☑">✓</span><p dir="auto">done</p>',
        '<span class="box" role="img" aria-label="☐"> </span><p dir="auto">open</p>',
        '<ul dir="ltr">\n<li><p dir="auto">loose</p>',
        '<blockquote dir="rtl">',
        "<figcaption>Python</figcaption><pre><code>x ",
        '<span class="number">1</span>  <span class="comment"># one</span>\n</code></pre>',
        '<figure class="code" dir="ltr"><pre><code>plain\n</code></pre></figure>',
        '<th scope="col"><span dir="auto">a</span></th>',
        '<td class="centre"><span dir="auto"><strong>2</strong></span></td>'
        '<td class="end"><span dir="auto">3</span></td>',
        "<hr>",
        '<section class="notes">\n<div><span class="mark">1</span>\n<p dir="auto">Note.</p>',
    ):
        assert piece in page
    assert "https://evil.example/" in read.links


def test_formulas_are_drawn_and_faulty_ones_are_their_source():
    page, read = page_of(
        reply("\\(x<y\\) \\(\\nothing{<b>}\\)\n\n$$\n\\frac{a}{b}\n$$\n\n$$\n\\oops <b>\n$$")
    )
    assert read.formulas == ["x<y", "\\frac{a}{b}"]
    assert "<code>\\nothing{&lt;b&gt;}</code>" in page
    assert '<div class="formula" dir="ltr"><code>\\oops &lt;b&gt;</code></div>' in page
    assert '<div class="formula" dir="ltr"><svg ' in page


def test_a_table_that_begins_at_the_right():
    page, _ = page_of(reply("| \u05d0 | b |\n|--|--|\n| 1 | 2 |"))
    assert '<table dir="rtl">' in page


@pytest.mark.parametrize(
    ("changes", "words", "tone"),
    [
        ({"status": Status.STOPPED}, "Stopped by you", "quiet"),
        ({"status": Status.STREAMING}, "This reply was still being written", "quiet"),
        ({"status": Status.LIMIT}, "Length limit. The end of the reply is missing.", "neutral"),
        ({"status": Status.FILTERED}, "The provider withheld this reply.", "neutral"),
        (
            {"status": Status.INTERRUPTED, "error": ErrorInfo(ProblemCode.STREAM_CUT)},
            "Interrupted. The connection closed before the reply was finished. "
            "The text above is saved.",
            "warning",
        ),
        ({"status": Status.FAILED}, "There is no reply", "error"),
        (
            {
                "status": Status.FAILED,
                "error": ErrorInfo(ProblemCode.HOST_NOT_FOUND, {"host": "<x>"}),
            },
            "<x> was not found Check the spelling",
            "error",
        ),
        (
            {
                "status": Status.FILTERED,
                "error": ErrorInfo(ProblemCode.EMPTY_ANSWER, {"provider": "P"}),
            },
            "The service answered without any text.",
            "neutral",
        ),
    ],
)
def test_how_a_reply_ended(changes, words, tone):
    _, read = page_of(reply("", **changes))
    assert words in read.words
    assert tone in read.classes


def test_a_reply_without_a_model_and_a_thought_without_a_duration():
    _, read = page_of(reply("x", model=None, reasoning="y"))
    assert "Assistant" in read.words
    assert "Thought\n" in read.words


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("where", ["question", "reply", "reasoning", "title", "model", "error"])
def test_hostile_text_stays_text(text, where):
    error = ErrorInfo(ProblemCode.HOST_NOT_FOUND, {"host": text}, detail="never shown")
    messages = {
        "question": question(text),
        "reply": reply(text),
        "reasoning": reply("", reasoning=text),
        "model": reply("", model=text),
        "error": reply("", status=Status.FAILED, error=error),
    }
    _, read = page_of(
        messages.get(where, question("x")), title=text if where == "title" else "A talk"
    )
    assert "never shown" not in read.words
    assert not {"javascript:", "data:", "file:"} & {link.split("/")[0] for link in read.links}
    if where in ("question", "title") and text.isprintable():
        assert text in read.words


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_markdown_makes_a_strict_page(markdown_texts, data):
    page_of(question(data.draw(markdown_texts)), reply(data.draw(markdown_texts)))


def test_a_long_page_comes_in_small_pieces():
    text = "Some words. " * 20_000 + "\n\n```py\n" + "x = 1\n" * 5_000 + "```\n"
    pieces = list(write_page(branch(reply(text)), WORDS))
    assert len(pieces) > 1_000
    assert "x = 1" not in pieces[0]


def test_the_colours_are_the_designs():
    light = TOKENS["color"]["light"]
    assert {name: light[name] for name in COLORS} == COLORS
    code = TOKENS["code"]["light"]
    assert {name: code[name] for name in CODE_COLORS} == CODE_COLORS
    assert set(CODE_COLORS) - {"bg"} == {str(role) for role in Role}


def test_the_style_sheet_is_whole():
    sheet = style_sheet()
    assert "$" not in sheet
    assert "<" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet)) <= {
        *COLORS.values(),
        *CODE_COLORS.values(),
    }


def test_the_page_says_what_the_message_says():
    _, read = page_of(reply(BLOCKS))
    squeezed = re.sub(r"\s", "", read.words)
    for line in plain_text(parse(BLOCKS)).splitlines():
        for word in line.split():
            if word.isalnum():
                assert word in squeezed
