"""What ``docs/storage.md`` tells people to type works, with the SQLite that Python brings."""

import re
import sqlite3

import pytest

from desktop_assistant.adapters.sqlite_store.migrations import MIGRATIONS
from tests.contract.store_contract_values import finished, question, reply_to, stored_turn
from tests.integration.store.conftest import ROOT

TEXT = (ROOT / "docs" / "storage.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
async def rows(opened, path):
    """Runs a query on a library with two branches, while the app has it open."""
    store = await opened()
    record, asked, _ = await stored_turn(store)
    other = reply_to(asked, position=2)
    await store.begin_turn(record, [other], other.id)
    await store.finish_reply(finished(other, "Because of the moon and the sun."))
    more = question(record, "And then?", other.id, 3)
    growing = reply_to(more)
    await store.begin_turn(record, [more, growing], growing.id)
    await store.append_chunk(growing.id, "So ", "")
    await store.append_chunk(growing.id, "far", "")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield lambda query: connection.execute(query).fetchall()
    connection.close()


def test_there_are_queries():
    assert len(QUERIES) >= 6


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0])
def test_every_query_runs(rows, query):
    rows(query)


def test_they_answer_what_is_asked(rows):
    answers = [rows(query) for query in QUERIES]
    assert [row[0] for row in answers[0]] == ["Tides"]
    shown = ["Why are there tides?", "Because of the moon and the sun.", "And then?", "So far"]
    assert [text for _, text in answers[1]] == shown
    assert answers[2][0][-1] == shown[0]
    assert [versions for _, versions, _ in answers[3]] == [2]


def test_every_table_and_view_is_described():
    names = re.findall(r"CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)", MIGRATIONS[0].sql)
    assert [name for name in names if name not in TEXT] == []
    assert f"the format, now {MIGRATIONS[-1].version}" in TEXT
