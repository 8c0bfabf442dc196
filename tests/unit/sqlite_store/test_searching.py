"""Search finds every message that contains the text, whatever the text is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_assistant.adapters.sqlite_store import searching, writing
from desktop_assistant.adapters.sqlite_store.library import empty_in_memory
from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS
from desktop_assistant.adapters.sqlite_store.search_index import (
    MAX_TERMS,
    fold,
    rebuild,
    trigram_expression,
)
from desktop_assistant.adapters.sqlite_store.snippets import find
from desktop_assistant.domain.surrogates import join_surrogates
from tests.contract.store_contract_values import finished, new_record, question, reply_to

TRICKY = st.sampled_from(
    [
        "AND", "OR", "NOT", "NEAR(", '"', "'", "*", "^", ":", "-", "+", "(", ")", "{", "}", "\0",
        "ß", "ẞ", "İ", "ı", "ſ", "\u212a", "ǅ", "ΐ", "Σ", "ς", "ﬃ", "ŉ", "é", "e\u0301", "潮", "汐",
        "潮汐", "か", "が", "한", "글", "👩‍👧", "\u2028", "\ufffe", "\ud800", "\udc00", "\u0130i",
        "a", "b", "ab", "C++", "20.04", " ", "\n", "\t", "text:", "%", "_", "\\", "\x1b", "\u0345",
    ]
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(TRICKY, st.characters(), st.text(max_size=3), st.sampled_from("abAB")), max_size=12
).map("".join)


def library_of(texts):
    """A library in memory with a conversation of these texts."""
    database = empty_in_memory(MIGRATIONS)
    record = new_record("")
    messages = [question(record, text, None, position) for position, text in enumerate(texts)]
    with database.transaction(durable=False):
        writing.begin_turn(database, record, messages, messages[-1].id, None)
    return database, {message.id: join_surrogates(message.text) for message in messages}


def found(database, query, limit=1000):
    with database.snapshot():
        return searching.search(database, query, limit)


def check_hits(hits, texts, query):
    needle = fold(join_surrogates(query))
    expected = {id_ for id_, text in texts.items() if needle and needle in fold(text)}
    assert {hit.message_id for hit in hits} == expected
    assert len(hits) == len(expected)
    for hit in hits:
        end = hit.match_start + hit.match_length
        assert 0 <= hit.match_start < end <= len(hit.snippet)
        whole = texts[hit.message_id]
        if len(whole) <= 200 and whole.isprintable():
            assert needle in fold(hit.snippet[hit.match_start : end])


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(TEXTS, min_size=1, max_size=6))
def test_any_text_is_found_where_it_is_and_nowhere_else(texts, queries):
    database, stored = library_of(texts)
    for query in queries:
        check_hits(found(database, query), stored, query)
    database.close()


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_every_piece_of_a_text_finds_it(texts, data):
    database, stored = library_of(texts)
    whole = data.draw(st.sampled_from(sorted(stored.values())))
    start = data.draw(st.integers(0, len(whole)))
    piece = whole[start : data.draw(st.integers(start, len(whole)))]
    for query in (piece, piece.upper(), piece.lower(), piece.casefold()):
        check_hits(found(database, query), stored, query)
    database.close()


def test_a_long_text_is_looked_up_by_some_of_its_trigrams():
    text = "".join(chr(0x4E00 + number) for number in range(500))
    assert trigram_expression(text).count(" AND ") == MAX_TERMS - 1
    database, stored = library_of([text, text[::-1], text[:-1]])
    check_hits(found(database, text), stored, text)
    database.close()


def test_the_match_in_a_long_text_is_shown_with_its_surroundings():
    text = "ß" * 500 + " the NEEDLE is here " + "x" * 500
    database, _ = library_of([text])
    (hit,) = found(database, "needle")
    assert hit.snippet[hit.match_start :][: hit.match_length] == "NEEDLE"
    assert hit.snippet.startswith("…ß")
    assert hit.snippet.endswith("x…")
    assert len(hit.snippet) < 210
    (long,) = found(database, "x" * 300)
    assert long.match_start + long.match_length <= len(long.snippet)
    database.close()


def test_line_breaks_and_controls_are_spaces_in_a_snippet():
    database, _ = library_of(["a\nb\u2028c\x00d\x85e"])
    (hit,) = found(database, "B\u2028c")
    assert hit.snippet == "a b c d e"
    assert (hit.match_start, hit.match_length) == (2, 3)
    database.close()


@pytest.mark.parametrize(
    ("text", "needle", "place"),
    [
        ("plain", "ai", (2, 2)),
        ("aßb", "ss", (1, 1)),
        ("aßb", "sb", (1, 2)),
        ("aßb", "as", (0, 2)),
        ("ßß", "sss", (0, 2)),
        ("İx", "i̇x", (0, 2)),
    ],
)
def test_the_place_of_a_match_in_the_text_itself(text, needle, place):
    assert find(text, needle) == place


def test_of_many_hits_the_newest_are_shown():
    database, _ = library_of([f"common {number}" for number in range(3000)])
    hits = found(database, "common", limit=200)
    assert [hit.snippet for hit in hits] == [f"common {2999 - n}" for n in range(200)]
    assert len(found(database, "on", limit=7)) == 7
    assert [hit.snippet for hit in found(database, "common 17", limit=3)] == [
        "common 1799", "common 1798", "common 1797",
    ]  # fmt: skip
    database.close()


def test_a_text_that_was_replaced_is_no_candidate_any_more(database):
    record = new_record("")
    asked = question(record)
    reply = reply_to(asked)
    writing.begin_turn(database, record, [asked, reply], reply.id, None)
    for text in ("old 潮", "new 汐"):
        writing.finish_reply(database, finished(reply, text))
    candidates = "SELECT count(*) FROM {0} WHERE {0} MATCH ?"
    assert database.rows(candidates.format("search_trigrams"), "old") == [(0,)]
    assert database.rows(candidates.format("search_trigrams"), "new") == [(1,)]
    assert database.rows(candidates.format("search_characters"), f"{ord('潮'):x}") == [(0,)]
    assert [hit.snippet for hit in found(database, "汐")] == ["new 汐"]


def test_the_index_can_be_made_anew():
    texts = ["one needle", "潮", "ab"]
    database, stored = library_of(texts)
    record = new_record("")
    asked = question(record)
    growing = reply_to(asked)
    with database.transaction(durable=False):
        writing.begin_turn(database, record, [asked, growing], growing.id, "token")
        writing.append_chunk(database, growing.id, "growing needle", "")
    for table in ("search_trigrams", "search_characters"):
        database.script(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    assert [hit.message_id for hit in found(database, "needle")] == [growing.id]

    with database.transaction(durable=True):
        rebuild(database)

    assert {hit.message_id for hit in found(database, "needle")} == {growing.id, *list(stored)[:1]}
    assert len(found(database, "潮")) == 1
    database.close()
