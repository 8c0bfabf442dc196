"""Ctrl+C on the real program, and conversations on a real terminal."""

import json
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


def test_ctrl_c_keeps_the_partial_answer(program, server, asking):
    server.always("stall-midway")
    with program.started("ask", *asking, "--json", "Hi") as process:
        events = []
        while not events or events[-1]["event"] != "delta":
            events.append(json.loads(process.stdout.readline()))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")
    events += [json.loads(line) for line in out.decode().split("\n") if line]
    finished = events[-1]
    assert finished["status"] == "stopped"
    assert finished["text"] == "".join(e["text"] for e in events if e["event"] == "delta")
    assert finished["text"]
    shown = program.run("conversations", "show", finished["conversation_id"], "--json").json
    assert (shown["messages"][-1]["status"], shown["messages"][-1]["text"]) == (
        "stopped",
        finished["text"],
    )
    assert server.chats[0].closed.wait(10), "the server sees the connection close"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (getattr(signal, "SIGHUP", 1), 129)]
)
def test_being_asked_to_end_keeps_the_partial_answer(program, server, asking, number, code):
    server.always("stall-midway")
    with program.started("ask", *asking, "--json", "Hi") as process:
        events = []
        while not events or events[-1]["event"] != "delta":
            events.append(json.loads(process.stdout.readline()))
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (code, b"")
    events += [json.loads(line) for line in out.decode().split("\n") if line]
    finished = events[-1]
    assert (finished["event"], finished["status"]) == ("finished", "stopped")
    assert finished["text"] == "".join(e["text"] for e in events if e["event"] == "delta")
    shown = program.run("conversations", "show", finished["conversation_id"], "--json").json
    assert (shown["messages"][-1]["status"], shown["messages"][-1]["text"]) == (
        "stopped",
        finished["text"],
    )
    assert server.chats[0].closed.wait(10), "the server sees the connection close"


def test_a_script_talks_line_by_line_and_ctrl_c_stops_one_reply(program, server, asking):
    server.script("clean", "stall-midway", "clean")
    command = program.command("chat", *asking, "--json")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=program.environ
    ) as process:

        def told(question, last, *, stops=False):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            event = {"event": ""}
            while event["event"] != last:
                event = json.loads(process.stdout.readline())
                if event["event"] == "delta" and stops:
                    stops = False
                    process.send_signal(signal.SIGINT)
            return event

        assert told("first", "finished")["text"] == "FIRST"
        stopped = told("second", "finished", stops=True)
        assert (stopped["status"], bool(stopped["text"])) == ("stopped", True)
        assert told("third", "finished")["text"] == "THIRD"
        assert len(told("/branches", "branches")["branches"]) == 1
        process.stdin.close()
        assert process.wait(30) == 0
    shown = program.run("conversations", "show", stopped["conversation_id"], "--json").json
    assert [m["status"] for m in shown["messages"][1::2]] == ["complete", "stopped", "complete"]


def test_a_command_that_does_not_answer_can_be_asked_to_end(program):
    with program.started("ask", "-", stdin=subprocess.PIPE) as process:
        while not (program.data_dir / "conversations.db").exists():
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        process.wait(30)  # its input is still open
        err = process.stderr.read()
    # Before the command began to listen, the signal itself ends the process.
    assert process.returncode in (143, -signal.SIGTERM)
    assert b"Traceback" not in err


def test_a_conversation_asked_to_end_at_its_prompt_gives_the_terminal_back(program, asking):
    with program.on_terminal("chat", *asking) as terminal:
        before = terminal.echoes
        terminal.expect("You: ")
        terminal.signal(signal.SIGTERM)
        assert terminal.end() == 143
        assert before
        assert terminal.echoes
    assert "Traceback" not in terminal.shown


def test_a_conversation_asked_to_end_stops_its_reply_and_ends(program, server, asking):
    server.always("stall-midway")
    with program.on_terminal("chat", *asking) as terminal:
        terminal.expect("You: ")
        terminal.type("first\n")
        terminal.expect("fake-model: ")
        server.wait_for_chats(1)
        terminal.signal(signal.SIGTERM)
        terminal.expect("Stopped. ")
        assert terminal.end() == 143
    (row,) = program.run("conversations", "list", "--json").json
    shown = program.run("conversations", "show", row["id"], "--json").json
    assert [m["status"] for m in shown["messages"]][1] == "stopped"


def test_ctrl_c_before_any_text(program, server, asking):
    server.always("stall-before-headers")
    with program.started("ask", *asking, "Hi") as process:
        server.wait_for_chats(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert err.decode().startswith("Stopped. ")


def waiting_in(pipe):
    """How many bytes nobody has read yet."""
    import fcntl
    import termios

    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into a pipe of Linux")
def test_a_second_ctrl_c_ends_a_program_whose_reader_sleeps(program, server, asking):
    server.reply = "x" * 2_000_000
    with program.started("ask", *asking, "--no-stream", "Hi") as process:
        while waiting_in(process.stdout) < 65_536:
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    (row,) = program.run("conversations", "list", "--json").json
    shown = program.run("conversations", "show", row["id"], "--json").json
    assert shown["messages"][-1]["text"] == server.reply


def test_ctrl_c_pressed_wildly_is_still_130(program, server, asking):
    server.always("stall-midway")
    with program.started("ask", *asking, "Hi") as process:
        assert process.stdout.read(1)
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            time.sleep(0.002)
        err = process.stderr.read()
    assert (process.returncode, b"Traceback" in err) == (130, False), err


def test_ctrl_c_in_a_command_that_does_not_answer(program):
    with program.started("ask", "-", stdin=subprocess.PIPE) as process:
        while not (program.data_dir / "conversations.db").exists():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_a_conversation_on_a_terminal(program, server, asking):
    with program.on_terminal("chat", *asking, "--system", "S") as terminal:
        terminal.expect("fake-model. /help lists the commands. Ctrl+D or /quit leaves.")
        terminal.expect("You: ")
        terminal.type("first \\\n")
        terminal.expect("...  ")
        terminal.type("question\n")
        terminal.expect("fake-model: FIRST \nQUESTION\n")
        terminal.expect("You: ")
        terminal.type("\x03")
        terminal.expect("Ctrl+D or /quit leaves.")
        terminal.type("/branches\n")
        terminal.expect("1*")
        terminal.expect("You: ")
        terminal.type("\x04")
        assert terminal.end() == 0
    assert "Traceback" not in terminal.shown
    assert server.chats[0].json["messages"][-1]["content"] == "first \nquestion"


def test_ctrl_c_stops_a_reply_on_a_terminal_and_the_conversation_goes_on(program, server, asking):
    server.script("stall-midway")
    with program.on_terminal("chat", *asking) as terminal:
        terminal.expect("You: ")
        terminal.type("first\n")
        terminal.expect("fake-model: ")
        server.wait_for_chats(1)
        terminal.type("\x03")
        terminal.expect("Stopped. ")
        terminal.expect("You: ")
        terminal.type("second\n")
        terminal.expect("SECOND")
        terminal.expect("You: ")
        terminal.type("/quit\n")
        assert terminal.end() == 0
    assert server.chats[-1].json["messages"][-1]["content"] == "second"
    (row,) = program.run("conversations", "list", "--json").json
    shown = program.run("conversations", "show", row["id"], "--json").json
    assert [m["status"] for m in shown["messages"]][1] == "stopped"


def test_the_last_question_can_be_edited_in_place(program, server, asking):
    pytest.importorskip("readline")
    with program.on_terminal("chat", *asking) as terminal:
        terminal.expect("You: ")
        terminal.type("what is norht\n")
        terminal.expect("NORHT")
        terminal.expect("You: ")
        terminal.type("/edit\n")
        terminal.expect("Edit: what is norht")
        terminal.type("\x7f\x7fth\n")
        terminal.expect("WHAT IS NORTH")
        terminal.expect("You: ")
        terminal.type("\x04")
        assert terminal.end() == 0


def test_a_key_typed_at_a_terminal_is_not_shown(program):
    program.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with program.on_terminal("key", "set", "openai") as terminal:
        terminal.expect("Key for OpenAI (it is not shown): ")
        terminal.type("sk-typed-0123456789\n")
        assert terminal.end() == 4
    assert "sk-typed" not in terminal.shown
    assert "keyring" in terminal.shown


def test_ctrl_c_at_the_key_prompt_leaves_at_once(program):
    with program.on_terminal("key", "set", "openai") as terminal:
        terminal.expect("(it is not shown): ")
        terminal.type("sk-ty\x03")
        assert terminal.end() == 130
    assert "Traceback" not in terminal.shown


def test_thinking_and_retries_are_told_beside_the_conversation(program, server, asking):
    server.script("status-503", "reasoning")
    with program.on_terminal("chat", *asking) as terminal:
        terminal.expect("You: ")
        terminal.type("first\n")
        terminal.expect("Trying again in")
        terminal.expect("Thinking …\n")
        terminal.expect("fake-model: ")
        terminal.expect("You: ")
        terminal.type("/system\n")
        terminal.expect("You are a helpful assistant.")
        terminal.expect("You: ")
        terminal.type("/new\n")
        terminal.expect("A new conversation.")
        terminal.expect("You: ")
        terminal.type("\x04")
        assert terminal.end() == 0


def test_going_on_shows_where_it_was_left(program, server, asking):
    program.run("ask", *asking, "Where is north?")
    (row,) = program.run("conversations", "list", "--json").json
    with program.on_terminal("chat", *asking, "--conversation", row["id"]) as terminal:
        terminal.expect("Going on with “Where is north?”.")
        terminal.expect("You: Where is north?\n")
        terminal.expect("fake-model: WHERE IS NORTH?\n")
        terminal.expect("You: ")
        terminal.type("Why?\n")
        terminal.expect("WHY?")
        terminal.expect("You: ")
        terminal.type("\x04")
        assert terminal.end() == 0
    assert len(server.chats[-1].json["messages"]) == 4


SLOW_NAMES = """
import socket, time

found = socket.getaddrinfo

def getaddrinfo(host, *arguments, **more):
    if host in ("slow.test", b"slow.test"):
        open("looked-up", "w").close()
        time.sleep(300)
    return found(host, *arguments, **more)

socket.getaddrinfo = getaddrinfo
"""


def test_ctrl_c_does_not_wait_for_a_name_that_nobody_finds(program):
    place = program.data_dir.parent / "slow-names"
    place.mkdir()
    (place / "sitecustomize.py").write_text(SLOW_NAMES)
    program.environ["PYTHONPATH"] += f":{place}"
    with program.started("ask", "--base-url", "http://slow.test/v1", "Hi") as process:
        while not (program.data_dir.parent / "looked-up").exists():
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert err.decode().startswith("Stopped. ")
