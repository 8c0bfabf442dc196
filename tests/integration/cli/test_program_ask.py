"""The real program against a real server: the flow of the seed, every exit code, pipes."""

import os
import sqlite3
import stat
import subprocess

import pytest


def sent(server):
    """The last question as the server got it."""
    return [(m["role"], m["content"]) for m in server.chats[-1].json["messages"]]


@pytest.mark.parametrize("mode", [[], ["--no-stream"]], ids=["streamed", "whole"])
def test_a_question_and_its_follow_up_keep_their_context(program, server, asking, mode):
    first = program.run("ask", *asking, *mode, "--system", "Be brief", "--json", "Grüße")
    assert (first.code, first.err) == (0, "")
    started, reply = first.events[0], first.finished
    assert sent(server) == [("system", "Be brief"), ("user", "Grüße")]
    assert server.chats[-1].json["model"] == "fake-model"
    assert server.chats[-1].json.get("stream", False) is (mode == [])
    assert server.chats[-1].headers["authorization"] == "Bearer sk-fake-key-12345678"
    deltas = [e["text"] for e in first.events if e["event"] == "delta"]
    assert "".join(deltas) == ("GRÜSSE" if mode == [] else "")
    assert (reply["text"], reply["status"], reply["finish_reason"]) == (
        "GRÜSSE",
        "complete",
        "stop",
    )
    assert reply["usage"]["estimated"] is False
    assert reply["usage"]["output_tokens"] > 0

    second = program.run("ask", *asking, *mode, "--parent", reply["message_id"], "--json", "More")
    assert sent(server) == [
        ("system", "Be brief"), ("user", "Grüße"), ("assistant", "GRÜSSE"), ("user", "More"),
    ]  # fmt: skip
    assert second.finished["conversation_id"] == reply["conversation_id"]

    shown = program.run("conversations", "show", reply["conversation_id"], "--json").json
    chain = [(m["id"], m["parent_id"], m["role"], m["text"]) for m in shown["messages"]]
    assert chain == [
        (started["user_message_id"], None, "user", "Grüße"),
        (reply["message_id"], started["user_message_id"], "assistant", "GRÜSSE"),
        (second.events[0]["user_message_id"], reply["message_id"], "user", "More"),
        (second.finished["message_id"], second.events[0]["user_message_id"], "assistant", "MORE"),
    ]
    assert shown["active_leaf_id"] == second.finished["message_id"]
    assert shown["messages"][1]["usage"] == reply["usage"]
    (row,) = program.run("conversations", "list", "--json").json
    assert (row["id"], row["title"], row["branches"]) == (shown["id"], "Grüße", 1)
    hits = program.run("conversations", "search", "grüsse", "--json").json
    assert reply["message_id"] in [hit["message_id"] for hit in hits]


def test_the_text_alone_with_piped_input(program, server, asking):
    result = program.run("ask", *asking, "Explain", stdin="a = 'é'\n".encode())
    assert (result.code, result.out, result.err) == (0, "EXPLAIN\n\nA = 'É'\n", "")
    assert sent(server)[-1] == ("user", "Explain\n\na = 'é'")
    assert program.run("ask", *asking, "-", stdin=b"only this").out == "ONLY THIS\n"


@pytest.mark.parametrize(
    ("scenario", "code", "status", "kind"),
    [
        ("finish-length", 0, "limit", None),
        ("finish-filter", 3, "filtered", None),
        ("reset-midway", 3, "interrupted", "network"),
        ("error-object", 3, "interrupted", "server"),
        ("status-401", 4, "failed", "auth"),
        ("no-credit", 4, "failed", "quota"),
        ("model-not-found", 4, "failed", "not_found"),
        ("empty-reply", 4, "failed", "empty"),
    ],
)
def test_exit_codes(program, server, asking, scenario, code, status, kind):
    server.always(scenario)
    result = program.run("ask", *asking, "--json", "Hi")
    assert (result.code, result.finished["status"]) == (code, status)
    error = result.finished["error"]
    assert (error["kind"] if error else None) == kind
    texts = "".join(e["text"] for e in result.events if e["event"] == "delta")
    assert texts == result.finished["text"]
    shown = program.run("conversations", "show", result.finished["conversation_id"], "--json").json[
        "messages"
    ][-1]
    assert (shown["text"], shown["status"], shown["error"]) == (texts, status, error)
    assert "sk-fake-key" not in result.out + result.err


def test_a_retry_is_told_and_succeeds(program, server, asking):
    server.script("status-503")
    result = program.run("ask", *asking, "Hi")
    assert (result.code, result.out) == (0, "HI\n")
    assert "Trying again in" in result.err
    assert len(server.chats) == 2


def test_the_timeout_is_about_text(program, server, asking):
    server.always("comments-forever")
    program.run("settings", "set", "retries.count", "0")
    result = program.run("ask", *asking, "--timeout", "0.5", "--json", "Hi")
    assert (result.code, result.finished["error"]["kind"]) == (4, "timeout")
    server.chats[-1].closed.wait(10)


def test_a_server_that_is_not_there(program):
    program.run("settings", "set", "retries.count", "0")
    result = program.run("ask", "--base-url", "http://127.0.0.1:1/v1", "Hi")
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("Nothing answers at 127.0.0.1:1. ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask", "--nope"], "There is no option --nope; what begins with a dash"),
        (["ask"], "There is nothing to send"),
        (["ask", "--parent", "nope", "Hi"], "There is no message nope"),
        (["ask", "--base-url", "http://198.51.100.1/v1", "--key-env", "FAKE_KEY", "Hi"],
         "would send your key unprotected"),
        (["ask", "--base-url", "https://x", "--key-env", "NOT_THERE", "Hi"],
         "NOT_THERE is not set"),
        (["settings", "set", "chat.temperature", "hot"], "chat.temperature"),
        (["conversations", "show", "nope"], "There is no conversation nope"),
        (["key", "set", "nobody"], "There is no provider called nobody"),
    ],
)  # fmt: skip
def test_bad_arguments_end_with_2_and_one_sentence(program, asking, arguments, words):
    result = program.run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1


def test_a_provider_of_the_settings(program, server):
    for key, value in [
        ("providers.fake.base_url", server.url),
        ("providers.fake.needs_key", "false"),
        ("providers.fake.model", "fake-model-large"),
        ("chat.provider", "fake"),
    ]:
        assert program.run("settings", "set", key, value).code == 0
    assert program.run("ask", "Hi").out == "HI\n"
    assert server.chats[-1].json["model"] == "fake-model-large"
    assert "authorization" not in server.chats[-1].headers
    listed = {row["key"]: row["value"] for row in program.run("settings", "list", "--json").json}
    assert listed["providers.fake.base_url"] == server.url


def test_settings_that_cannot_be_parsed_are_told_and_left_alone(program, server, asking):
    program.run("settings", "set", "chat.stream", "true")
    file = program.data_dir / "settings.toml"
    file.write_text("this is = = no toml\n")
    result = program.run("ask", *asking, "Hi")
    assert (result.code, result.out) == (0, "HI\n")
    assert result.err.startswith("Warning: ")
    result = program.run("settings", "set", "chat.stream", "false")
    assert result.code == 2
    assert file.read_text() == "this is = = no toml\n"


def test_a_temporary_question_is_nowhere_on_the_disk(program, server, asking):
    result = program.run("ask", *asking, "--temporary", "--json", "xyzzy secret question")
    assert (result.code, result.finished["text"]) == (0, "XYZZY SECRET QUESTION")
    assert program.run("conversations", "list", "--json").json == []
    for file in (path for path in program.data_dir.rglob("*") if path.is_file()):
        assert b"xyzzy" not in file.read_bytes().lower(), file


def test_the_strictest_umask_leaves_us_what_is_ours(program, asking):
    os.umask(0o777)
    try:
        assert program.run("ask", *asking, "Hi").code == 0
        assert program.run("settings", "set", "chat.stream", "false").code == 0
    finally:
        os.umask(0o022)
    for path in (program.data_dir, *program.data_dir.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_what_is_stored_is_private_and_readable_by_sqlite(program, server, asking):
    os.umask(0)
    try:
        program.run("ask", *asking, "Hi")
    finally:
        os.umask(0o022)
    assert stat.S_IMODE(program.data_dir.stat().st_mode) == 0o700
    for path in program.data_dir.rglob("*"):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
        if path.is_file():
            assert b"sk-fake-key" not in path.read_bytes(), path
    with sqlite3.connect(program.data_dir / "conversations.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_a_reader_that_leaves_loses_nothing(program, server, asking):
    server.tokens_per_s = 200.0
    server.reply = "line one\n" + "more words " * 40
    with program.started("ask", *asking, "Hi") as process:
        assert process.stdout.readline() == b"line one\n"
        process.stdout.close()
        err = process.stderr.read()
        assert (process.wait(30), err) == (0, b"")
    (row,) = program.run("conversations", "list", "--json").json
    shown = program.run("conversations", "show", row["id"], "--json").json
    assert shown["messages"][-1]["text"] == server.reply
    assert shown["messages"][-1]["status"] == "complete"


def test_two_processes_share_one_library(program, server, asking):
    server.tokens_per_s = 50.0
    server.reply = "word " * 30
    with (
        program.started("ask", *asking, "--json", "One") as one,
        program.started("ask", *asking, "--json", "Two") as two,
    ):
        outputs = [p.communicate(timeout=60) for p in (one, two)]
    assert [one.returncode, two.returncode] == [0, 0], outputs
    assert len(program.run("conversations", "list", "--json").json) == 2


def test_a_locale_of_another_country_changes_nothing(program, server, asking):
    program.environ |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}
    with program.started("ask", *asking, "--json", "-", stdin=subprocess.PIPE) as process:
        out, _ = process.communicate("数学 é".encode(), timeout=30)
    assert "数学 É".encode() in out
    assert sent(server)[-1] == ("user", "数学 é")


def test_doctor_finds_a_working_place_and_a_broken_one(program, server, asking):
    program.run("ask", *asking, "Hi")
    result = program.run("doctor", "--json")
    assert result.code == 0, result.out
    rows = {row["name"]: row for row in result.json["findings"]}
    assert rows["database"]["state"] == "ok"
    assert rows["database"]["summary"].startswith("Conversations: 1, messages: 2, ")
    assert rows["display"]["state"] == "warning"
    assert rows["data folder"]["state"] in ("ok", "warning")
    assert rows["keyring"]["state"] == "warning"
    assert "versions" in rows
    assert "sk-fake" not in result.out
