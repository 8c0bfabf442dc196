from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.domain.attachments import AttachedText, join
from desktop_assistant.rendering.blocks import CodeBlock, Paragraph, Span
from desktop_assistant.rendering.readable import ReadableText
from desktop_assistant.rendering.typed import (
    file_block,
    plain_blocks,
    question_blocks,
    question_text,
)

files = st.lists(
    st.builds(AttachedText, st.sampled_from(["a.md", "notes", "ملف.txt"]), st.text(max_size=40)),
    max_size=3,
).map(tuple)


def test_files_come_before_the_words():
    notes = AttachedText("notes.md", "# Notes")
    assert question_blocks(join((notes,), "See https://example.org")) == (
        CodeBlock("# Notes", "md", file="notes.md"),
        Paragraph("See https://example.org", (Span(4, 23, link="https://example.org"),)),
    )
    assert question_blocks(join((notes,), "")) == (file_block(notes),)
    assert question_blocks("") == (Paragraph(""),)


@given(files, st.text(alphabet="ab \n`سم", max_size=60))
def test_what_can_be_read_is_what_its_blocks_say(attached, said):
    message = join(attached, said)
    whole = ReadableText()
    whole.update(question_blocks(message))
    assert question_text(message) == whole.text.removesuffix("\n")


@given(st.text(alphabet=st.sampled_from(list("a\n b")), max_size=12_000))
def test_pieces_are_the_text_and_none_is_long(text):
    blocks = plain_blocks(text)
    assert max(len(block.text) for block in blocks) <= 4_000
    parts = [block.text if block.goes_on else f"\n{block.text}" for block in blocks]
    assert "".join(parts).removeprefix("\n") == text.removesuffix("\n") or len(text) <= 4_000


def test_a_long_text_is_cut_at_a_line_s_end():
    text = "word\n" * 2_000 + "end"
    blocks = plain_blocks(text)
    assert len(blocks) > 2
    assert "\n".join(block.text for block in blocks) == text
    assert not any(block.goes_on for block in blocks)


def test_a_long_line_goes_on_in_the_next_piece():
    blocks = plain_blocks("a" * 9_000)
    assert [len(block.text) for block in blocks] == [4_000, 4_000, 1_000]
    assert [block.goes_on for block in blocks] == [False, True, True]
