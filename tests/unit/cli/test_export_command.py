"""``export`` on fakes: formats, where they go, and what is refused."""

import json
from pathlib import Path

import pytest

from desktop_assistant.domain.errors import ProblemCode, problem
from tests.fakes.strict_page import read_page


@pytest.fixture
async def talk(terminal):
    await terminal.run("ask", "Why?")
    terminal.id = (await terminal.run("conversations", "list", "--json")).json[0]["id"]
    terminal.show = (await terminal.run("conversations", "show", terminal.id, "--json")).json
    return terminal


async def test_markdown_on_the_output_by_default(talk):
    outcome = await talk.run("export", talk.id)
    assert outcome.code == 0
    assert outcome.out.startswith("# Why?\n")
    assert "## You\n\nWhy?\n" in outcome.out
    assert (await talk.run("export", talk.id, "--output", "-")).out == outcome.out


async def test_html(talk):
    outcome = await talk.run("export", talk.id, "--format", "html")
    assert outcome.code == 0
    assert "Why?" in read_page(outcome.out).words


async def test_a_terminal_obeys_no_text(talk):
    await talk.run("ask", "red \x1b[31m", "--conversation", talk.id)
    shown = await talk.run("export", talk.id, is_stdout_tty=True)
    assert "red ␛[31m" in shown.out
    assert "\x1b" in (await talk.run("export", talk.id)).out


@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        ("a.md", "markdown", b"# Why?"),
        ("a.markdown", "markdown", b"# Why?"),
        ("a.HTML", "html", b"<!DOCTYPE html>"),
        ("a.htm", "html", b"<!DOCTYPE html>"),
        ("a.pdf", "pdf", b"%PDF"),
    ],
)
async def test_a_files_name_tells_the_format(talk, tmp_path, name, kind, start):
    path = tmp_path / name
    outcome = await talk.run("export", talk.id, "--output", str(path), "--json")
    written = talk.parts.files.written[path]
    assert written.startswith(start)
    assert outcome.json == {
        "conversation_id": talk.id,
        "leaf_id": talk.show["active_leaf_id"],
        "title": "Why?",
        "format": kind,
        "output": str(path),
        "messages": 2,
        "size_bytes": len(written),
        "pages": 3 if kind == "pdf" else None,
    }


async def test_the_path_is_told(talk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    outcome = await talk.run("export", talk.id, "--format", "html", "--output", "page")
    assert outcome.out == f"{tmp_path / 'page'}\n"
    assert list(talk.parts.files.written) == [tmp_path / "page"]


async def test_a_branch_by_its_leaf(talk):
    question = talk.show["messages"][0]["id"]
    outcome = await talk.run("export", talk.id, "--leaf", question)
    assert outcome.out.count("## ") == 1


async def test_a_pdf_through_a_pipe(talk):
    outcome = await talk.run("export", talk.id, "--format", "pdf", stdout=(stream := Bytes()))
    assert outcome.code == 0
    assert stream.content == b"%PDF-1.4 \xff\n"
    assert talk.printed[0].messages[0].message.text == "Why?"


class Bytes:
    """A standard output that takes bytes, as a pipe does."""

    def __init__(self):
        self.content = b""
        self.buffer = self

    def write(self, content):
        self.content += content

    def flush(self):
        pass


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody"], "There is no conversation nobody"),
        (["ID", "--leaf", "nobody"], "There is no message nobody"),
        (["ID", "--json"], "--json tells what was written to a file"),
        (["ID", "--output", "x.doc"], "The name x.doc does not tell the format"),
        (["ID", "--output", "x"], "The name x does not tell the format"),
    ],
)
async def test_what_is_refused(talk, arguments, words):
    arguments = [talk.id if a == "ID" else a for a in arguments]
    outcome = await talk.run("export", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert not talk.parts.files.written


async def test_a_terminal_gets_no_pdf(talk):
    outcome = await talk.run("export", talk.id, "--format", "pdf", is_stdout_tty=True)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--output" in outcome.err
    assert not talk.printed


async def test_a_file_that_is_there_stays(talk, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"mine")
    outcome = await talk.run("export", talk.id, "--output", str(path))
    assert outcome.code == 2
    assert f"There is already a file {path}" in outcome.err
    assert "--force" in outcome.err
    assert not talk.printed, "nothing was made in vain"
    outcome = await talk.run("export", talk.id, "--output", str(path), "--force")
    assert outcome.code == 0
    assert talk.parts.files.written[path].startswith(b"%PDF")


async def test_a_disk_that_fails(talk):
    talk.parts.files.failing = problem(ProblemCode.FILE_DISK_FULL, path="/x.md")
    outcome = await talk.run("export", talk.id, "--output", "/x.md", "--json")
    assert (outcome.code, outcome.out) == (4, "")
    assert "The disk is full" in outcome.err


async def test_json_titles_are_data(talk):
    await talk.run("conversations", "rename", talk.id, 'a "b" \u202e')
    outcome = await talk.run("export", talk.id, "--output", "/y.md", "--json")
    assert json.loads(outcome.out)["title"] == 'a "b" \u202e'
    assert Path("/y.md") in talk.parts.files.written
