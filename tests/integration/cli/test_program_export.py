"""``export`` as a program of its own: real files, and a real PDF without a display."""

import stat
import subprocess

import pytest

from tests.fakes.strict_page import read_page

TEXT = "# Title\n\n<script>x</script> **bold** ![a](https://x.org/i.png)\n\n```py\nx = 1\n```"


@pytest.fixture
def talk(program, asking):
    program.environ["DISPLAY"] = ":no-such-display"
    asked = program.run("ask", *asking, "--json", TEXT)
    assert asked.code == 0, asked.err
    program.id = asked.finished["conversation_id"]
    program.home = program.data_dir.parent
    return program


def test_a_pdf_needs_no_display(talk):
    path = talk.home / "talk.pdf"
    done = talk.run("export", talk.id, "--output", str(path), "--json")
    assert done.code == 0, done.err
    assert done.err == ""
    assert path.read_bytes().startswith(b"%PDF-")
    assert (done.json["pages"], done.json["size_bytes"]) == (1, path.stat().st_size)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(p.name for p in talk.home.iterdir() if p.is_file()) == ["talk.pdf"]


def test_a_pdf_through_a_pipe(talk):
    with talk.started("export", talk.id, "--format", "pdf", stdin=subprocess.DEVNULL) as process:
        content, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def test_html_and_markdown(talk):
    page = talk.run("export", talk.id, "--format", "html")
    assert page.code == 0, page.err
    assert "<script>x</script>" in read_page(page.out).words
    markdown = talk.run("export", talk.id)
    assert f"## You\n\n{TEXT}\n" in markdown.out


def test_what_cannot_be_written(talk):
    done = talk.run("export", talk.id, "--output", str(talk.home / "missing" / "x.html"))
    assert (done.code, done.out) == (2, "")
    assert "cannot be written to" in done.err
    assert talk.run("export", "nobody").code == 2


def test_without_qt_it_says_so(talk):
    broken = talk.home / "broken" / "PySide6"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('libEGL.so.1 is missing')")
    talk.environ["PYTHONPATH"] = f"{broken.parent}:{talk.environ['PYTHONPATH']}"
    done = talk.run("export", talk.id, "--output", str(talk.home / "x.pdf"))
    assert (done.code, done.out) == (4, "")
    assert "A PDF cannot be made here" in done.err
    assert "libEGL.so.1" in done.err
    assert talk.run("export", talk.id, "--format", "html").code == 0
