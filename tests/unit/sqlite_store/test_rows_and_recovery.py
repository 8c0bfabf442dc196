"""Columns and back, and replies without a writer."""

import json

import apsw
import pytest

from desktop_assistant.adapters.sqlite_store import reading, recovery, writing
from desktop_assistant.adapters.sqlite_store.checking import first_complaint
from desktop_assistant.adapters.sqlite_store.database import Database, sqlite_is_recent
from desktop_assistant.adapters.sqlite_store.rows import error_from_json, error_to_json
from desktop_assistant.adapters.sqlite_store.wall_clock import SystemWallClock
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status
from tests.contract.store_contract_values import finished, new_record, question, reply_to


def test_an_error_of_a_newer_version_keeps_its_name():
    stored = json.dumps(
        {"code": "from_the_future", "params": {"a": "b"}, "detail": None, "retry_after_s": None}
    )
    error = error_from_json(stored)
    assert error.code is ProblemCode.PROVIDER_ERROR
    assert error.params == {"a": "b"}
    assert "from_the_future" in error.detail


def test_errors_come_back_equal():
    for error in (None, ErrorInfo(ProblemCode.STOPPED), ErrorInfo(ProblemCode.STREAM_CUT, {}, "ü")):
        assert error_from_json(error_to_json(error)) == error


def test_only_replies_of_the_dead_are_closed(database):
    record = new_record()
    asked = question(record)
    writing.begin_turn(database, record, [asked], asked.id, None)
    replies = [(token, reply_to(asked)) for token in ("alive", "dead", None, "dead", "alive")]
    for token, reply in replies:
        writing.begin_turn(database, record, [reply], reply.id, token)
        writing.append_chunk(database, reply.id, "text", "")
    asked_about = []

    def is_alive(token):
        asked_about.append(token)
        return token == "alive"

    assert recovery.has_orphans(database, is_alive)
    assert sorted(asked_about, key=str) == [None, "alive", "dead"], "each is looked at once"
    assert recovery.close_orphans(database, is_alive) == 3
    assert not recovery.has_orphans(database, is_alive)
    stored = reading.messages(database, [reply.id for _, reply in replies])
    assert [m.status for m in stored] == [
        Status.STREAMING, Status.INTERRUPTED, Status.INTERRUPTED, Status.INTERRUPTED,
        Status.STREAMING,
    ]  # fmt: skip


def test_thoughts_alone_are_no_reply(database):
    record = new_record()
    asked = question(record)
    reply = reply_to(asked)
    writing.begin_turn(database, record, [asked, reply], reply.id, None)
    writing.append_chunk(database, reply.id, "", "thinking")
    recovery.close_orphans(database, lambda token: False)
    (stored,) = reading.messages(database, [reply.id])
    assert (stored.status, stored.text, stored.reasoning) == (Status.FAILED, "", "thinking")


def test_bugs_of_ours_are_not_stored(database):
    record = new_record()
    asked = question(record)
    reply = reply_to(asked)
    writing.begin_turn(database, record, [asked, reply], reply.id, None)
    with pytest.raises(ValueError, match="not finished"):
        writing.finish_reply(database, reply)
    writing.finish_reply(database, finished(reply))
    with pytest.raises(ValueError, match="is finished"):
        writing.append_chunk(database, reply.id, "late", "")


def test_a_position_that_is_taken_becomes_the_next(database):
    record = new_record()
    messages = [question(record, position=position) for position in (0, 5, 5, 3, 9)]
    writing.begin_turn(database, record, messages, messages[-1].id, None)
    nodes = reading.conversation(database, record.id).nodes
    assert [node.position for node in nodes] == [0, 5, 6, 7, 9]


def test_a_system_prompt_is_stored_once(database):
    record = new_record(system_prompt="Be brief.")
    messages = [question(record, position=n, system_prompt="Be brief.") for n in range(5)]
    writing.begin_turn(database, record, messages, messages[-1].id, None)
    assert database.rows("SELECT count(*) FROM system_texts") == [(1,)]


def test_a_conversation_without_messages_needs_a_leaf(database):
    with pytest.raises(Exception, match="There is no message"):
        writing.begin_turn(database, new_record(), [], "nothing", None)


def test_versions_of_sqlite():
    assert not sqlite_is_recent("3.51.2")
    assert sqlite_is_recent("3.51.3")
    assert sqlite_is_recent("3.100")
    assert sqlite_is_recent("4.0.0")


def test_the_computers_clock_agrees_with_itself():
    clock = SystemWallClock()
    assert abs(clock.local().timestamp() - clock.now()) < 60
    assert clock.local().tzinfo is not None


def test_a_check_of_what_cannot_be_read_is_a_complaint_too(tmp_path):
    path = tmp_path / "x.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    database = Database(apsw.Connection(str(path)))
    assert "not a database" in first_complaint(database)
    database.close()
