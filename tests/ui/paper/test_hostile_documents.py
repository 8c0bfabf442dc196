"""All hostile texts of the window's corpus in exported documents: text, and nothing else.

What the documents are made of is watched while they are made: no canary file is opened.
"""

import re
import sys

import pytest

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status
from desktop_assistant.rendering.export.markdown import write_markdown
from desktop_assistant.rendering.export.page import write_page
from tests.end2end.hostile.corpus import ROWS, Place, corpus, lay_canaries
from tests.end2end.hostile.watching import FileWatch
from tests.fakes.strict_page import read_page
from tests.unit.rendering.exported_talk import WORDS, branch, question, reply

LONGEST = 21_000
"""Longer texts are about time; ``unit/rendering`` has them."""
SHORT = tuple(row for row in ROWS if row != "5.7")
"""Rows with texts that are not about length alone."""


@pytest.fixture(scope="module")
def canaries(tmp_path_factory):
    folder = tmp_path_factory.mktemp("canaries") / "files"
    lay_canaries(folder)
    return folder


@pytest.fixture(scope="module")
def cases(canaries):
    return [case for case in corpus(canaries) if len(case.text) <= LONGEST]


@pytest.fixture
def watch(canaries):
    if sys.platform != "linux":
        pytest.skip("only Linux tells who opens a file")
    watch = FileWatch(canaries)
    (canaries / "canary.txt").read_bytes()
    assert "canary.txt" in watch.seen(), "the watch sees"
    yield watch
    watch.close()


def message(case):
    text = case.text
    error = ErrorInfo(ProblemCode.HOST_NOT_FOUND, {"host": text}, detail=text)
    return {
        Place.THINKING: lambda: reply("", reasoning=text),
        Place.ERROR: lambda: reply("", status=Status.FAILED, error=error),
        Place.MODEL: lambda: reply("", model=text),
        Place.QUESTION: lambda: question(text),
        Place.FILE_NAME: lambda: question(f"File `{text}`:\n```\n```\n"),
        Place.ATTACHMENT: lambda: question(f"File `a`:\n```\n{text}\n```\n"),
    }.get(case.place, lambda: reply(text))()


@pytest.mark.parametrize("row", SHORT)
def test_pages(cases, row, watch):
    mine = [case for case in cases if case.row == row]
    assert mine
    for case in mine:
        title = case.text if case.place is Place.TITLE else "A talk"
        page = "".join(write_page(branch(message(case), title=title), WORDS))
        read = read_page(page.encode("utf-8", "replace").decode())
        for words in case.shows:
            assert re.sub(r"\s", "", words) in re.sub(r"\s", "", read.words), case.name
        for sign in case.hides:
            assert sign not in page, case.name
        "".join(write_markdown(branch(message(case), title=title), WORDS))
    assert watch.seen() == []


@pytest.mark.parametrize("row", SHORT)
async def test_pdfs(cases, row, watch, make, read):
    mine = [case for case in cases if case.row == row]
    titles = [case.text for case in mine if case.place is Place.TITLE]
    content, pages = await make(branch(*map(message, mine), title=(titles or ["A talk"])[0]))
    assert watch.seen() == []
    found = read(content)
    assert len(found.pages) == pages
    schemes = {link.partition(":")[0] for link in found.links}
    assert schemes <= {"http", "https", "mailto"}
    for active in (b"/JavaScript", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/GoToR"):
        assert active not in content
