"""The gallery has every block and every state, and is the same in each language."""

import re
from pathlib import Path

import pytest

from desktop_assistant.domain.attachments import split
from desktop_assistant.domain.messages import Status
from desktop_assistant.rendering import blocks
from desktop_assistant.rendering.blocks import Style
from desktop_assistant.rendering.parse import parse
from tests.screenshots.gallery import LANGUAGES, load
from tests.screenshots.gallery_scenes import SCENES

ROOT = Path(__file__).resolve().parents[3]

KINDS = {
    blocks.Paragraph, blocks.Heading, blocks.CodeBlock, blocks.MathBlock, blocks.Quote,
    blocks.ListBlock, blocks.Table, blocks.Rule, blocks.Footnotes,
}  # fmt: skip


def walk(found):
    for block in found:
        yield block
        yield from walk(getattr(block, "blocks", ()))
        for item in getattr(block, "items", ()):
            yield from walk(item.blocks)
        for _, inner in getattr(block, "notes", ()):
            yield from walk(inner)


def all_blocks(gallery):
    texts = [m.text for m in gallery.messages] + [gallery.streamed]
    return [block for text in texts for block in walk(parse(text))]


def make(gallery):
    """What must be alike in each language."""
    return [
        (m.id, m.parent_id, m.role, m.status, m.model, m.usage, m.error, bool(m.reasoning),
         [type(block).__name__ for block in walk(parse(m.text))])
        for m in gallery.messages
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_is_there(language):
    found = all_blocks(load(language))
    assert {type(block) for block in found} == KINDS
    spans = [span for block in found for span in getattr(block, "spans", ())]
    styles = Style.NONE
    for span in spans:
        styles |= span.style
    for style in Style:
        assert style in styles, style
    assert {block.level for block in found if isinstance(block, blocks.Heading)} == set(range(1, 7))
    lists = [block for block in found if isinstance(block, blocks.ListBlock)]
    assert {one.tight for one in lists} == {True, False}
    assert {item.checked for one in lists for item in one.items} == {None, True, False}
    tables = [block for block in found if isinstance(block, blocks.Table)]
    assert {align for table in tables for align in table.aligns} == set(blocks.Align)
    assert max(len(table.header) for table in tables) > 8
    code = [block for block in found if isinstance(block, blocks.CodeBlock)]
    assert max(block.code.count("\n") for block in code) > 60
    assert {True, False} == {block.closed for block in code}
    assert any(span.image for span in spans)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_there(language):
    gallery = load(language)
    assert {m.status for m in gallery.messages} == set(Status) - {Status.STREAMING}
    parents = [m.parent_id for m in gallery.messages]
    assert any(parents.count(parent) > 1 for parent in parents)
    assert any(m.reasoning for m in gallery.messages)
    assert any(split(m.text)[0] for m in gallery.messages)
    assert any("\u202e" in m.text for m in gallery.messages)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_languages_are_of_equal_make(language):
    assert make(load(language)) == make(load("en"))
    assert latin_share(load(language)) < latin_share(load("en"))


def test_the_page_shows_every_picture():
    page = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"screenshots/(gallery-[\w-]+)\.png", page))
    assert shown == set(SCENES)
    for name in shown:
        assert (ROOT / "docs" / "screenshots" / f"{name}.png").is_file()


def latin_share(gallery):
    """The share of letters that are Latin."""
    letters = [char for m in gallery.messages for char in m.text if char.isalpha()]
    return sum(char.isascii() for char in letters) / len(letters)
