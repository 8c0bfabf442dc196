"""Blocks as plain text, HTML and Markdown."""

import html.parser

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_assistant.rendering.blocks import Align, Cell, Paragraph, Span, Style, Table
from desktop_assistant.rendering.html import to_html
from desktop_assistant.rendering.markdown import to_markdown
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.plain import plain_text, table_tsv

TEXT = """# Title *x*

Text with **strong**, *em*, ~~gone~~, `a<b`, $x<y$, [link](https://x.org/?a=1&b=2),
![alt](https://x.org/i.png) ![bad](file:///x) <b>tag</b> & note[^1].\\
Second line.

> quote
>
> - a
> - b

3. three
4. four
   - [x] done
   - [ ] open

1) loose

2) items

   more

```py
if a < b: "&"
```

```
plain
```

    indented

$$
a < b
$$

| a | b | c |
|:--|:-:|--:|
| 1 | **2** | x\\|y |

***

[^1]: Note.

    More.
"""

PLAIN = """Title x

Text with strong, em, gone, a<b, x<y, link, alt bad <b>tag</b> & note1.
Second line.

quote

- a
- b

3. three
4. four
  - [x] done
  - [ ] open

1. loose

2. items

  more

if a < b: "&"

plain

indented

a < b

a\tb\tc
1\t2\tx|y

* * *

[1] Note.
  More."""

HTML = """<h1>Title <em>x</em></h1>
<p>Text with <strong>strong</strong>, <em>em</em>, <s>gone</s>, <code>a&lt;b</code>, \
<code>\\(x&lt;y\\)</code>, <a href="https://x.org/?a=1&amp;b=2">link</a>, \
<a href="https://x.org/i.png">alt</a> bad &lt;b&gt;tag&lt;/b&gt; &amp; note<sup>[1]</sup>.<br>
Second line.</p>
<blockquote>
<p>quote</p>
<ul>
<li>a</li>
<li>b</li>
</ul>
</blockquote>
<ol start="3">
<li>three</li>
<li>four
<ul>
<li>☑ done</li>
<li>☐ open</li>
</ul></li>
</ol>
<ol>
<li><p>loose</p></li>
<li><p>items</p>
<p>more</p></li>
</ol>
<pre><code class="language-py">if a &lt; b: &quot;&amp;&quot;
</code></pre>
<pre><code>plain
</code></pre>
<pre><code>indented
</code></pre>
<pre><code>\\[a &lt; b\\]</code></pre>
<table>
<tr><th>a</th><th align="center">b</th><th align="right">c</th></tr>
<tr><td>1</td><td align="center"><strong>2</strong></td><td align="right">x|y</td></tr>
</table>
<hr>
<section>
<p>[1]</p>
<p>Note.</p>
<p>More.</p>
</section>"""


def test_plain_text():
    assert plain_text(parse(TEXT)) == PLAIN


def test_html():
    assert to_html(parse(TEXT)) == HTML


def test_markdown_parses_to_the_same_blocks():
    blocks = parse(TEXT)
    assert parse(to_markdown(blocks)) == blocks


def test_a_table_for_the_clipboard():
    table = Table(
        (Align.START, Align.END),
        (Cell("a\tb"), Cell("c")),
        ((Cell("1\n2"), Cell("|")),),
    )
    assert table_tsv(table) == "a b\tc\n1 2\t|"
    assert to_markdown([table]) == "| a\tb | c |\n| --- | --: |\n| 1 2 | \\| |"


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\n  b\n- c",
        "1. a\n\n       code\n",
        "`` a`b ``",
        "` `` `",
        "`a` ``b``",
        "*a***b**",
        "***a** b*",
        "[a](<http://x.org/(b>)",
        "![a b](<x y.png>)",
        "[![a](i.png)](http://x.org)",
        "http://x.org/a*b*",
        "[**a**](http://x.org) **[b](http://y.org)**",
        "1\\. not a list\\\n2\\) nor this\\\n\\- or this\\\n\\# this",
        "\\*a\\* \\_b\\_ \\[c\\] \\`d\\` \\$e\\$ \\<f\\> \\&amp; \\~g\\~ \\|",
        "````\n```\n````",
        "```\n```",
        "#",
        "-",
        "- a\n\n* b\n\n- c\n\n1. d\n\n1) e",
        "- - a\n  * b\n",
        "> \n",
        "- [ ] a\n- [x] b\n\n  c",
        "0. a",
        "x[^a]\n\n[^a]: note\n\n    - more",
        "\\(a_b\\) and $$c*d$$",
        "~~a *b*~~",
        "*a **b** [c `d` **e**](http://x.org) f*",
        "[a] \\[b [c&#93;](http://x.org)",
        "<http://x.org/a> and [http://x.org/b](http://x.org/b) and [`http://x.org`](http://x.org)",
    ],
)
def test_markdown_round_trips(text):
    blocks = parse(text)
    assert parse(to_markdown(blocks)) == blocks


@given(st.text(alphabet="ab *_`~[]()<>#-+1.|$\\&!:=\n", max_size=30))
@example("[1\\]")
@settings(max_examples=300, deadline=None)
def test_plain_words_survive_as_markdown(text):
    # A paragraph's text holds no space at its ends, none around breaks, and no empty line.
    words = "\n".join(" ".join(line.split()) for line in text.split("\n"))
    words = "\n".join(line for line in words.split("\n") if line)
    blocks = (Paragraph(words),) if words else ()
    assert plain_text(parse(to_markdown(blocks))) == words


class Elements(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.addresses = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in {"href", "src"}]


HARMLESS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "code", "blockquote", "ul", "ol", "li"),
    *("table", "tr", "th", "td", "hr", "br", "section", "a", "strong", "em", "s", "sup"),
}


@given(data=st.data())
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_html_loads_nothing_and_no_export_fails(data, markdown_texts):
    blocks = parse(data.draw(markdown_texts))
    reader = Elements()
    reader.feed(to_html(blocks))
    reader.close()
    assert set(reader.tags) <= HARMLESS
    assert all(address.startswith("http") for address in reader.addresses)
    assert plain_text(parse(to_markdown(blocks))) is not None


def test_a_link_to_nowhere_and_an_image_that_may_not_load_are_text():
    spans = (Span(0, 1, Style.STRONG, image='javascript:"x'), Span(1, 2, image=""))
    assert to_html([Paragraph("ab", spans)]) == "<p><strong>a</strong>b</p>"
