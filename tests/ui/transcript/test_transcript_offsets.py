"""Offsets of a text and of its layout, whatever stands in it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.ui.transcript.blocks.offsets import PAD, OffsetMap

TEXTS = st.text(alphabet=st.sampled_from("ab 👍𝒳中ש\n\u200b\u202e"), max_size=30)


@st.composite
def padded_texts(draw):
    text = draw(TEXTS)
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    runs = [(a, b) for a, b in zip(places[::2], places[1::2], strict=False) if a < b]
    return text, runs


def units(text):
    """How many UTF-16 units a text has."""
    return len(text.encode("utf-16-le")) // 2


def test_plain_text_is_counted_alike():
    assert OffsetMap("plain words").is_identity


def test_signs_beyond_the_basic_plane_count_twice():
    offsets = OffsetMap("a👍b")
    assert [offsets.to_layout(i) for i in range(4)] == [0, 1, 3, 4]
    assert [offsets.from_layout(i) for i in (0, 1, 3, 4)] == [0, 1, 2, 3]


def test_padding_is_no_part_of_the_text():
    offsets = OffsetMap("a code b", [(2, 6)])
    assert offsets.text == f"a {PAD}code{PAD} b"
    assert offsets.pads == [(2, 7)]
    assert offsets.to_layout(2) == 3
    assert offsets.start_in_layout(2) == 2


def test_code_and_links_keep_their_order_among_letters_from_the_right():
    offsets = OffsetMap("ש a/ b/", [(2, 4)], isolated=[(1, 4), (5, 7)])
    assert offsets.text == f"ש\u2068 {PAD}\u2066a/\u2069{PAD}\u2069 \u2068b/\u2069"
    assert offsets.pads == [(3, 8)]
    assert offsets.start_in_layout(2) == 3
    assert [offsets.to_layout(offset) for offset in (2, 4, 5, 7)] == [5, 10, 12, 15]
    image = OffsetMap("ש a/", [(2, 4)], isolated=[(2, 4)])
    assert image.text == f"ש {PAD}\u2068a/\u2069{PAD}"
    assert image.start_in_layout(2) == 2
    assert OffsetMap("s a/ b/", [(2, 4)], isolated=[(5, 7)]).text == f"s {PAD}a/{PAD} b/"


def test_hidden_signs_are_shown():
    shown = OffsetMap("a\u202eb\u200bc").text
    assert "\u202e" not in shown
    assert len(shown) == 5


@given(padded_texts())
def test_every_offset_comes_back(drawn):
    text, runs = drawn
    offsets = OffsetMap(text, runs, isolated=runs)
    for offset in range(len(text) + 1):
        assert offsets.from_layout(offsets.to_layout(offset)) == offset


@given(padded_texts())
def test_offsets_keep_their_order_and_their_signs(drawn):
    text, runs = drawn
    offsets = OffsetMap(text, runs, isolated=runs)
    places = [offsets.to_layout(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    encoded = offsets.text.encode("utf-16-le")
    for offset, char in enumerate(text):
        if char in "ab中ש👍𝒳":
            at = places[offset]
            assert encoded[2 * at : 2 * (at + units(char))].decode("utf-16-le") == char


@given(padded_texts())
def test_every_place_of_the_layout_is_an_offset(drawn):
    text, runs = drawn
    offsets = OffsetMap(text, runs, isolated=runs)
    for place in range(units(offsets.text) + 1):
        assert 0 <= offsets.from_layout(place) <= len(text)
