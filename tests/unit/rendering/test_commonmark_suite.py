"""CommonMark's own examples: what our parser makes of each, against the expected HTML."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from desktop_assistant.rendering.blocks import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
)
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.plain import plain_text

DATA = Path(__file__).parents[2] / "data" / "markdown" / "commonmark-0.31.2.json"
EXAMPLES = json.loads(DATA.read_text(encoding="utf-8"))
TEXT_ELEMENTS = {"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
CONTAINERS = {"blockquote", "ul", "ol", "li"}
HARD_BREAK = "\x01"


def outline_of_html(html: str) -> list[tuple[str, str]]:
    reader = OutlineReader()
    reader.feed(html)
    reader.close()
    return [(path, normal(path, text)) for path, text in reader.found]


class OutlineReader(HTMLParser):
    """Reads HTML as a list of paths ("ul/li/p") and texts."""

    def __init__(self):
        super().__init__()
        self.path = []
        self.found = []
        self.text_open = False

    def handle_starttag(self, tag, attrs):
        if tag in TEXT_ELEMENTS or tag in CONTAINERS:
            self.path.append(tag)
            if tag not in {"ul", "ol"}:
                self.found.append(("/".join(self.path), ""))
            self.text_open = tag in TEXT_ELEMENTS
        elif tag == "hr":
            self.found.append(("/".join([*self.path, "hr"]), ""))
            self.text_open = False
        elif tag == "img":
            image = dict(attrs)
            self.handle_data(image["alt"] or image["src"])
        elif tag == "br":
            self.handle_data(HARD_BREAK)

    def handle_endtag(self, tag):
        if tag in TEXT_ELEMENTS or tag in CONTAINERS:
            assert self.path.pop() == tag
            self.text_open = False

    def handle_data(self, data):
        if not self.text_open:
            if not data.strip():
                return
            # The text of an item in a tight list stands in no paragraph.
            self.found.append(("/".join([*self.path, "p"]), ""))
            self.text_open = True
        path, text = self.found[-1]
        self.found[-1] = (path, text + data)


def outline_of_blocks(blocks: tuple[Block, ...], above: tuple[str, ...] = ()) -> Iterator:
    for block in blocks:
        match block:
            case Paragraph():
                path, text = "p", block.text.replace("\n", HARD_BREAK)
            case Heading():
                path, text = f"h{block.level}", block.text.replace("\n", HARD_BREAK)
            case CodeBlock():
                path, text = "pre", block.code + "\n"
            case Rule():
                path, text = "hr", ""
            case Quote():
                yield "/".join([*above, "blockquote"]), ""
                yield from outline_of_blocks(block.blocks, (*above, "blockquote"))
                continue
            case ListBlock():
                inside = (*above, "ul" if block.start is None else "ol", "li")
                for item in block.items:
                    yield "/".join(inside), ""
                    yield from outline_of_blocks(item.blocks, inside)
                continue
            case _:
                path, text = type(block).__name__, ""
        full = "/".join([*above, path])
        yield full, normal(full, text)


def normal(path: str, text: str) -> str:
    """Code as it is without its last line break; in running text a line break is a space."""
    if path.endswith("pre"):
        return text.removesuffix("\n")
    text = text.replace(f"{HARD_BREAK}\n", HARD_BREAK).replace("\n", " ").strip()
    return "\n".join(line.strip() for line in text.split(HARD_BREAK))


def holds_html(markdown: str) -> bool:
    tokens = MarkdownIt("commonmark").parse(markdown)
    inline = [child for token in tokens for child in token.children or ()]
    return any(token.type in {"html_block", "html_inline"} for token in [*tokens, *inline])


WITH_HTML = [example for example in EXAMPLES if holds_html(example["markdown"])]
WITHOUT_HTML = [example for example in EXAMPLES if not holds_html(example["markdown"])]


def named(example):
    return f"{example['example']}-{example['section'].replace(' ', '-')}"


def test_the_suite_is_whole():
    assert [example["example"] for example in EXAMPLES] == list(range(1, 653))
    assert len(WITH_HTML) == 72


@pytest.mark.parametrize("example", WITHOUT_HTML, ids=named)
def test_structure_and_text_agree_with_the_specification(example):
    # No example deviates: links that the policy refuses differ in what a click does, not in text.
    assert list(outline_of_blocks(parse(example["markdown"]))) == outline_of_html(example["html"])


@pytest.mark.parametrize("example", WITH_HTML, ids=named)
def test_html_is_literal_text(example):
    # The one deviation of the grammar: a tag is shown, never obeyed.
    shown = plain_text(parse(example["markdown"]))
    for tag in re.findall(
        r"</?(?:div|del|script|style|table|pre|iframe|b|i)\b", example["markdown"]
    ):
        assert tag in shown
