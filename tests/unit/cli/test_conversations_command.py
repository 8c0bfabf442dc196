"""``conversations``: the library for people and scripts."""

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from tests.fakes.scripted_model import answer, cut_off


async def asked(terminal, *words):
    outcome = await terminal.run("ask", "--json", *words)
    return outcome.events[0]["conversation_id"], outcome.finished["message_id"]


async def test_the_list_has_the_promised_fields_newest_first(terminal):
    older, _ = await asked(terminal, "Older")
    terminal.parts.clock.advance(60)
    newer, reply = await asked(terminal, "Newer")
    await asked(terminal, "--parent", reply, "A")
    terminal.parts.clock.advance(0.5)
    await asked(terminal, "--parent", reply, "B")
    rows = (await terminal.run("conversations", "list", "--json")).json
    assert [row["id"] for row in rows] == [newer, older]
    assert list(rows[0]) == ["id", "title", "updated_at", "branches", "pinned"]
    assert rows[0] | {"updated_at": ""} == {
        "id": newer, "title": "Newer", "updated_at": "", "branches": 2, "pinned": False,
    }  # fmt: skip
    assert rows[0]["updated_at"].startswith("2026-11-24T07:35:")
    assert rows[0]["updated_at"].endswith("Z")
    assert len(rows[0]["updated_at"]) == len("2026-11-24T07:34:28.123Z")


async def test_the_table_is_aligned_and_safe(terminal):
    first, _ = await asked(terminal, "数学の問題")
    second, _ = await asked(terminal, "Plain")
    await terminal.run("conversations", "rename", second, "evil\x1b[2J\u202etitle\x07")
    await terminal.parts.store.set_pinned(first, pinned=True)
    outcome = await terminal.run("conversations", "list")
    head, one, two = outcome.out.splitlines()
    assert head.index("TITLE") == one.index("数学") == two.index("evil")
    assert one.endswith("数学の問題 (pinned)")
    assert "\x1b" not in two
    assert "evil␛[2J\\u202etitle␇" in two


async def test_an_empty_library_is_said_so(terminal):
    outcome = await terminal.run("conversations", "list")
    assert (outcome.code, outcome.out) == (0, "")
    assert "no conversations yet" in outcome.err
    assert (await terminal.run("conversations", "list", "--json")).json == []


async def test_show_gives_every_message_of_every_branch(terminal):
    conversation, reply = await asked(terminal, "One")
    terminal.parts.model.then(*cut_off("half"))
    _, other = await asked(terminal, "--parent", reply, "Two")
    terminal.parts.model.then(*answer("A second three", finish="length"))
    _, last = await asked(terminal, "--conversation", conversation, "Three")
    shown = (await terminal.run("conversations", "show", conversation, "--json")).json
    assert list(shown) == [
        "id", "title", "active_leaf_id", "created_at", "updated_at", "messages",
    ]  # fmt: skip
    assert (shown["id"], shown["title"], shown["active_leaf_id"]) == (conversation, "One", last)
    assert [m["text"] for m in shown["messages"]] == [
        "One", "ONE", "Two", "half", "Three", "A second three",
    ]  # fmt: skip
    by_id = {m["id"]: m for m in shown["messages"]}
    assert list(by_id[last]) == [
        "id", "parent_id", "role", "status", "text", "reasoning", "model", "usage",
        "finish_reason", "error", "created_at",
    ]  # fmt: skip
    assert by_id[other]["status"] == "interrupted"
    assert by_id[other]["error"]["kind"] == "network"
    assert by_id[last]["status"] == "limit"
    assert by_id[last]["usage"]["estimated"] is True
    assert by_id[last]["model"] == "gpt-4.1"
    question = by_id[by_id[last]["parent_id"]]
    assert (question["role"], question["model"], question["usage"]) == ("user", None, None)
    assert shown["messages"][0]["parent_id"] is None
    assert by_id[question["parent_id"]]["text"] == "half"


async def test_a_long_conversation_is_shown_whole_and_in_order(terminal, monkeypatch):
    from dataclasses import replace

    store = terminal.parts.store
    conversation_of_store = store.conversation

    async def unsorted(conversation_id):
        record = await conversation_of_store(conversation_id)
        return replace(record, nodes=record.nodes[::-1])

    monkeypatch.setattr(store, "conversation", unsorted)
    monkeypatch.setattr("desktop_assistant.cli.conversations._READ_AT_ONCE", 3)
    conversation, _ = await asked(terminal, "0")
    for number in range(1, 4):
        await asked(terminal, "--conversation", conversation, str(number))
    shown = (await terminal.run("conversations", "show", conversation, "--json")).json
    assert [m["text"] for m in shown["messages"]] == list("00112233")


async def test_show_reads_well(terminal):
    conversation, reply = await asked(terminal, "One")
    terminal.parts.model.then(*cut_off("half\x1b"))
    await asked(terminal, "--conversation", conversation, "Two")
    await asked(terminal, "--parent", reply, "Beside")
    await terminal.parts.store.activate(
        conversation,
        next(m.id for m in terminal.parts.store.shelf.messages.values() if "half" in m.text),
    )
    outcome = await terminal.run("conversations", "show", conversation, is_stdout_tty=True)
    heading, one, reply_one, two, reply_two = outcome.out.split("\n\n")
    assert heading == f"One\n{conversation}, 2 branches"
    assert one.startswith("You (2026-11-24 ")
    assert one.endswith("):\nOne")
    assert reply_one.startswith("gpt-4.1 (")
    assert "version 1 of 2):\nTwo" in two
    assert "interrupted):\nhalf␛\n(The connection to test was lost." in reply_two
    assert "Beside" not in outcome.out


async def test_rename_and_delete(terminal):
    conversation, _ = await asked(terminal, "One")
    outcome = await terminal.run("conversations", "rename", conversation, "A", " new  name")
    assert outcome.out == "Renamed to: A new name\n"
    outcome = await terminal.run("conversations", "rename", conversation, "B", "--json")
    assert outcome.json == {"id": conversation, "title": "B"}
    outcome = await terminal.run("conversations", "delete", conversation, "--json")
    assert outcome.json == {"id": conversation, "deleted": True}
    assert (await terminal.run("conversations", "list", "--json")).json == []
    other, _ = await asked(terminal, "Two")
    outcome = await terminal.run("conversations", "delete", other)
    assert outcome.out == "Moved to the trash: Two\n"
    assert outcome.err == f"Undo with: desktop-assistant conversations undelete {other}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("conversations", "show", "ID"),
        ("conversations", "show", "ID", "--json"),
        ("conversations", "rename", "ID", "title"),
        ("conversations", "delete", "ID"),
        ("ask", "--conversation", "ID", "Hi"),
        ("ask", "--parent", "MESSAGE", "Hi"),
        ("chat", "--conversation", "ID"),
    ],
)
async def test_no_command_knows_what_is_in_the_trash(terminal, arguments):
    conversation, reply = await asked(terminal, "One")
    await terminal.run("conversations", "delete", conversation)
    ids = {"ID": conversation, "MESSAGE": reply}
    outcome = await terminal.run(*(ids.get(word, word) for word in arguments))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"The conversation {conversation} is in the trash. "
        f"Take it out with: desktop-assistant conversations undelete {conversation}\n"
    )
    assert terminal.parts.store.shelf.records[conversation].title == "One"


async def test_the_trash_can_be_listed_and_gives_back(terminal):
    assert (await terminal.run("conversations", "list", "--deleted")).err == "The trash is empty.\n"
    conversation, _ = await asked(terminal, "One")
    other, _ = await asked(terminal, "Two")
    for deleted in (conversation, other):
        await terminal.run("conversations", "delete", deleted)
    rows = (await terminal.run("conversations", "list", "--deleted", "--json")).json
    assert [row["title"] for row in rows] == ["Two", "One"]
    assert list(rows[0]) == ["id", "title", "updated_at", "branches", "pinned", "deleted_at"]
    listed = (await terminal.run("conversations", "list", "--deleted")).out
    assert listed.split("\n")[0].split() == ["ID", "DELETED", "BRANCHES", "TITLE"]
    assert conversation in listed

    outcome = await terminal.run("conversations", "undelete", conversation)
    assert outcome.out == "Taken out of the trash: One\n"
    outcome = await terminal.run("conversations", "undelete", other, "--json")
    assert outcome.json == {"id": other, "deleted": False}
    assert len((await terminal.run("conversations", "list", "--json")).json) == 2
    assert (await terminal.run("conversations", "show", conversation)).code == 0


async def test_search_tells_where(terminal):
    conversation, reply = await asked(terminal, "About north")
    await asked(terminal, "--parent", reply, "Left")
    await asked(terminal, "--parent", reply, "Right")
    hits = (await terminal.run("conversations", "search", "left", "--json")).json
    assert [list(hit) for hit in hits] == [
        ["conversation_id", "message_id", "title", "snippet", "on_active_branch"]
    ] * 2
    assert {(hit["snippet"], hit["on_active_branch"]) for hit in hits} == {
        ("Left", False), ("LEFT", False),
    }  # fmt: skip
    titles = (await terminal.run("conversations", "search", "about", "NORTH", "--json")).json
    assert [hit["message_id"] is None for hit in titles] == [True, False, False]
    outcome = await terminal.run("conversations", "search", "left")
    assert "About north (on another branch)\n  LEFT\n  " + conversation in outcome.out
    outcome = await terminal.run("conversations", "search", "nowhere")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing contains “nowhere”.\n")


@pytest.mark.parametrize(
    "arguments", [("show",), ("show", "--json"), ("rename", "title"), ("delete",), ("undelete",)]
)
async def test_unknown_ids_are_bad_arguments(terminal, arguments):
    action, *more = arguments
    outcome = await terminal.run("conversations", action, "nope", *more)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("There is no conversation nope. List them with:")


async def test_an_empty_title_is_a_bad_argument(terminal):
    conversation, _ = await asked(terminal, "One")
    outcome = await terminal.run("conversations", "rename", conversation, " ")
    assert outcome.code == 2
    assert "title cannot be empty" in outcome.err


async def test_a_library_that_cannot_be_opened_fails(terminal):
    terminal.parts.store.failing["open"] = problem(
        ProblemCode.STORAGE_NEWER, known="1", found="2", path="/x"
    )
    outcome = await terminal.run("conversations", "list", "--json")
    assert (outcome.code, outcome.out) == (4, "")
    assert "saved by a newer version" in outcome.err


async def test_what_opening_found_is_told(terminal):
    from desktop_assistant.ports.conversation_store import OpenReport

    notice = problem(ProblemCode.STORAGE_DAMAGED, kept="conversations.damaged").info
    terminal.parts.store.open_report = OpenReport(notice=notice)
    outcome = await terminal.run("conversations", "list", "--json")
    assert (outcome.code, outcome.json) == (0, [])
    assert "database is damaged" in outcome.err
