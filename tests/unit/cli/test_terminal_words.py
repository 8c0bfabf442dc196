"""The small parts: the parser, text for terminals, standard input and output, Ctrl+C."""

import asyncio
import contextlib
import errno
import io
import os
import signal
import sys
import threading

import pytest

from desktop_assistant import __version__
from desktop_assistant.cli.interrupts import Interrupts, end_was_asked_for
from desktop_assistant.cli.json_output import json_line, utc_time
from desktop_assistant.cli.output import Output
from desktop_assistant.cli.parser import build_parser
from desktop_assistant.cli.standard_input import MOST_BYTES, StandardInput
from desktop_assistant.cli.terminal_text import one_line, shortened, table, visible, width_of
from desktop_assistant.domain.errors import InvalidInputError


def parse(*arguments):
    return build_parser().parse_args(list(arguments))


# The parser


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "COMMAND: invalid choice: 'frobnicate'"),
        (["ask", "--nope", "Hi"], "There is no option --nope; what begins with a dash"),
        (["ask", "Hi", "--temp"], "stands behind --. See: desktop-assistant ask --help"),
        (["ask", "--timeout"], "--timeout: expected one argument."),
        (["ask", "--timeout", "0", "Hi"], "a number of seconds above 0, not '0'."),
        (["ask", "--timeout", "inf", "Hi"], "a number of seconds above 0, not 'inf'."),
        (["ask", "--timeout", "soon", "Hi"], "a number of seconds above 0, not 'soon'."),
        (["conversations"], "Missing: ACTION. See: desktop-assistant conversations --help"),
        (["conversations", "show"], "Missing: ID."),
        (["settings", "set", "chat.model"], "Missing: VALUE."),
        (["ask", "--key=sk-proj-0123456789abcdWXYZ"], "There is no option --key; "),
        (["doctor", "--jsno"], "There is no option --jsno. See: desktop-assistant doctor --help"),
        (["conversations", "list", "all"], "There is nothing that takes 'all'. See: desktop-"),
        (["ask", "--fo\udcc3\udca9", "Hi"], "There is no option --foé; "),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(capsys, arguments, words):
    with pytest.raises(SystemExit) as raised:
        parse(*arguments)
    assert raised.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1


class BadStream(io.StringIO):
    """Cannot be flushed."""

    def __init__(self, number):
        super().__init__()
        self.number = number

    def flush(self):
        raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        (errno.ENOSPC, 4, "The output could not be written: No space left on device.\n"),
        (errno.EPIPE, 0, ""),
    ],
)
def test_help_that_cannot_be_written_is_a_failure(monkeypatch, capsys, number, code, told):
    monkeypatch.setattr(sys, "stdout", BadStream(number))
    with pytest.raises(SystemExit) as raised:
        parse("--version")
    assert raised.value.code == code
    assert capsys.readouterr().err == told


def test_a_mistake_without_standard_error_is_an_exit_code(monkeypatch):
    for stream in (None, BadStream(errno.EIO)):
        monkeypatch.setattr(sys, "stderr", stream)
        with pytest.raises(SystemExit) as raised:
            parse("nope")
        assert raised.value.code == 2


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as raised:
        parse("--version")
    assert raised.value.code == 0
    assert capsys.readouterr().out == f"desktop-assistant {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-dir", "/d", "ask", "Hi"],
        ["ask", "--data-dir", "/d", "Hi"],
        ["ask", "Hi", "--data-dir", "/d"],
        ["conversations", "--data-dir", "/d", "list"],
        ["conversations", "list", "--data-dir", "/d"],
        ["key", "status", "--data-dir", "/d"],
    ],
)
def test_the_data_folder_may_be_named_anywhere(arguments):
    assert parse(*arguments).data_dir == "/d"


def test_words_after_two_dashes_are_no_options():
    assert parse("ask", "a", "--json", "--", "--model", "--", "x").prompt == [
        "a", "--model", "--", "x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [[], ["ask"], ["chat"], ["doctor"], ["conversations"], ["settings"], ["key"], ["key", "set"]],
)
def test_every_command_explains_itself(capsys, arguments):
    with pytest.raises(SystemExit) as raised:
        parse(*arguments, "--help")
    assert raised.value.code == 0
    out = capsys.readouterr().out
    assert "--data-dir" in out
    assert all(len(line) <= 90 for line in out.splitlines())


def test_every_option_of_ask_is_explained(capsys):
    with pytest.raises(SystemExit):
        parse("ask", "--help")
    out = capsys.readouterr().out
    for option in (
        "--conversation", "--parent", "--system", "--no-stream", "--model", "--provider",
        "--base-url", "--key-env", "--temporary", "--timeout", "--json", "parent_message_id",
    ):  # fmt: skip
        assert option in out


# Text


def test_control_characters_are_shown_and_line_ends_obeyed():
    assert visible("a\x1b[0m\tb\r\nc\x00\x7f\x85") == "a␛[0m\tb\nc␀␡\\x85"
    assert one_line("a\nb\tc\u202ed") == "a␊b c\\u202ed"


def test_widths_are_those_of_a_terminal():
    assert width_of("ab") == 2
    assert width_of("数学") == 4
    assert width_of("e\u0301\u200d") == 1
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("数学数学", 4) == "数…"
    assert shortened("abcd", 4) == "abcd"


def test_columns_line_up():
    assert table(("A", "B"), [("数", "x"), ("long", "y")]) == "A     B\n数    x\nlong  y\n"


def test_times_are_utc_with_milliseconds():
    assert utc_time(1_795_505_668.123) == "2026-11-24T07:34:28.123Z"
    assert utc_time(0) == "1970-01-01T00:00:00.000Z"


def test_a_table_fits_a_narrow_terminal():
    rows = [("1", "a title that is long"), ("2", "short")]
    assert table(("NO", "TITLE"), rows, columns=14) == ("NO  TITLE\n1   a title t…\n2   short\n")
    assert table(("NO", "TITLE"), rows, columns=3).split("\n")[1] == "1   a ti…"
    assert table(("NO", "TITLE"), rows, columns=99) == table(("NO", "TITLE"), rows)


def test_a_json_line_is_one_line_of_readable_unicode():
    assert json_line({"text": "é\n\u2028"}) == '{"text": "é\\n\\u2028"}\n'


# Standard input


async def test_lines_are_cut_and_the_last_needs_no_end():
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as pipe:
        pipe.write("eins\r\nzwei ü\n\ndrei".encode())
    with os.fdopen(read_end) as stdin:
        source = StandardInput(stdin, pytest.fail)
        lines = [await source.read_line() for _ in range(5)]
    assert lines == ["eins", "zwei ü", "", "drei", None]


async def test_what_does_not_come_in_time_may_still_come_later():
    read_end, write_end = os.pipe()
    with os.fdopen(read_end) as stdin:
        source = StandardInput(stdin, pytest.fail)
        assert await source.read_all(first_within_s=0.01) is None
        os.write(write_end, b"late")
        os.close(write_end)
        assert await source.read_all() == "late"
        assert await source.read_line() is None


async def test_no_standard_input_is_an_empty_one():
    assert await StandardInput(None, pytest.fail).read_all() == ""
    assert await StandardInput(io.StringIO("x"), pytest.fail).read_line() is None


async def read_from(data, remark=pytest.fail):
    read_end, write_end = os.pipe()
    with os.fdopen(read_end) as stdin:
        threading.Thread(target=write_whole, args=(write_end, data), daemon=True).start()
        return await StandardInput(stdin, remark).read_all()


def write_whole(end, data):
    with contextlib.suppress(BrokenPipeError), os.fdopen(end, "wb") as pipe:
        pipe.write(data)


async def test_more_than_a_pipe_holds_is_read_whole():
    assert await read_from(b"x" * 3_000_000) == "x" * 3_000_000


async def test_what_is_no_utf8_is_read_and_told():
    remarks = []
    assert await read_from(b"caf\xe9", remarks.append) == "caf\ufffd"
    assert remarks == [
        "Standard input is not UTF-8 text: what could not be read in it is sent as \ufffd."
    ]


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
async def test_files_of_the_windows_shell_are_read(coding):
    assert await read_from("\ufeffGrüße 你好\r\n".encode(coding)) == "Grüße 你好\r\n"


async def test_what_no_model_can_take_is_refused():
    with pytest.raises(InvalidInputError) as caught:
        await read_from(b"x" * (MOST_BYTES + 1))
    assert "more than 32 MB" in caught.value.info.title


async def test_nothing_is_read_ahead():
    read_end, write_end = os.pipe()
    os.write(write_end, b"first\n" + b"x" * 65_530)
    with os.fdopen(read_end) as stdin:
        source = StandardInput(stdin, pytest.fail)
        assert await source.read_line() == "first"
        os.write(write_end, b"second")
        assert os.get_blocking(read_end)
        assert os.read(read_end, 6) == b"second"
    os.close(write_end)


# Standard output


async def test_output_is_utf8_whatever_the_stream_says():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    await Output(stream, is_tty=False).write("数\n\ud800")
    assert raw.getvalue() == "数\n?".encode()


async def test_a_slow_reader_does_not_block_the_loop():
    read_end, write_end = os.pipe()
    much = "x" * 1_000_000
    with os.fdopen(write_end, "w") as stream:
        out = Output(stream, is_tty=False)
        async with asyncio.TaskGroup() as group:
            writing = group.create_task(out.write(much))
            # The pipe is full long before, so only a loop that is free can come here and read.
            os.set_blocking(read_end, False)
            got = 0
            while got < len(much):
                try:
                    got += len(os.read(read_end, 65_536))
                except BlockingIOError:
                    await asyncio.sleep(0.001)
        assert writing.done()
    os.close(read_end)
    assert out.fault is None


async def test_nothing_is_written_after_the_reader_has_gone():
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as stream:
        out = Output(stream, is_tty=False)
        await out.write("lost")
        await out.write("lost as well")
    assert out.fault is None


async def test_no_standard_output_is_no_trouble():
    await Output(None, is_tty=False).write("x")


# Ctrl+C


async def test_the_first_ctrl_c_and_the_others_differ():
    heard = []
    before = signal.getsignal(signal.SIGINT)
    first, more = asyncio.Event(), asyncio.Event()

    def hear(event, name):
        heard.append(name)
        event.set()

    with Interrupts(lambda: hear(first, "first"), lambda: hear(more, "more")):
        os.kill(os.getpid(), signal.SIGINT)
        await first.wait()
        os.kill(os.getpid(), signal.SIGINT)
        await more.wait()
    assert heard == ["first", "more"]
    assert signal.getsignal(signal.SIGINT) is before


async def test_an_inner_block_counts_while_it_lasts():
    heard = []
    came = asyncio.Event()

    def hear(name):
        heard.append(name)
        came.set()

    async def press():
        came.clear()
        os.kill(os.getpid(), signal.SIGINT)
        await came.wait()

    with Interrupts(lambda: hear("outer"), lambda: hear("outer again")):
        with Interrupts(lambda: hear("inner")):
            await press()
        await press()
        with Interrupts(lambda: hear("inner")):
            await press()
        await press()
    assert heard == ["inner", "outer", "inner", "outer again"]


# Being asked to end


async def test_being_asked_to_end_is_known_outside_as_well():
    heard = []
    came = asyncio.Event()

    def hear(name):
        heard.append(name)
        came.set()

    before = signal.getsignal(signal.SIGTERM)
    with Interrupts(lambda: hear("outer")) as outer:
        assert not end_was_asked_for()
        with Interrupts(lambda: hear("inner"), on_end=lambda _: hear("end")) as inner:
            os.kill(os.getpid(), signal.SIGTERM)
            await came.wait()
            assert (inner.ended_by, end_was_asked_for()) == (signal.SIGTERM, True)
        assert (outer.ended_by, end_was_asked_for()) == (signal.SIGTERM, True)
    assert (heard, outer.count, end_was_asked_for()) == (["end"], 0, False)
    assert signal.getsignal(signal.SIGTERM) is before


async def test_the_end_of_a_terminal_under_nohup_does_not_count():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Interrupts(lambda: None):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
