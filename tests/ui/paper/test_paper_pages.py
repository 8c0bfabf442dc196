"""Whole PDFs: what is on them, what is not, and that making them lets others have their turn."""

import asyncio
import unicodedata

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize, QPainter

from desktop_assistant.domain.attachments import AttachedText, join
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status, Usage
from desktop_assistant.ui.paper.look import PaperTheme
from desktop_assistant.ui.paper.pages import Pages
from desktop_assistant.ui.paper.sheet import Sheet, page_size
from tests.unit.rendering.exported_talk import WORDS, branch, question, reply

CUT = ErrorInfo(ProblemCode.STREAM_CUT, detail="the server's own words")


@pytest.fixture(autouse=True)
def plain_locale():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def pdf(make, read):
    async def pdf(*messages, title="A talk"):
        content, pages = await make(branch(*messages, title=title))
        found = read(content)
        assert len(found.pages) == pages
        return found

    return pdf


async def test_everything_that_is_seen(pdf):
    found = await pdf(
        question("First question", version=1, versions=2),
        reply("**Bold** answer", reasoning="Deep thought", reasoning_s=6.2),
        reply("Half", status=Status.INTERRUPTED, error=CUT, version=2, versions=3),
        reply("Cut", status=Status.LIMIT, usage=Usage(0, 1234)),
        reply("Two words", status=Status.STOPPED),
        reply("", status=Status.FAILED, error=CUT),
        reply("Growing", status=Status.STREAMING),
        title="The title",
    )
    assert len(found.pages) == 1
    for words in (
        "ThetitleThursday,1January1970·gpt-4.1·7messages", "version1of2", "Firstquestion",
        "Thoughtfor6s", "Deepthought", "Boldanswer", "version2of3",
        "Interrupted.Theconnectionclosedbeforethereplywasfinished.",
        "Lengthlimit.Thereplyreached1,234tokens", "Stoppedbyyouafter2words",
        "Thisreplywasstillbeingwritten",
    ):  # fmt: skip
        assert words in found.text
    assert found.text.endswith("Thetitle1"), "the foot has title and number"
    assert "ownwords" not in found.text
    for button in ("Retry", "Continue", "Copy", "Details", "Showall"):
        assert button not in found.text


async def test_files_of_a_question_stand_above_it_as_code(pdf):
    files = (AttachedText("notes.md", "# Meeting"), AttachedText("pool.py", "x = 12"))
    found = await pdf(question(join(files, "Shorten these.")), question(join(files, "")))
    assert found.text.count("notes.md") == 2
    assert "Markdown·9bytes·≈3tokens" in found.text
    words = [found.text.index(part) for part in ("notes.md", "#Meeting", "x=12", "Shorten")]
    assert words == sorted(words)
    assert "File`" not in found.text


async def test_a_long_file_runs_over_pages_and_a_long_name_is_cut(pdf):
    code = "\n".join(f"c{n}c = {n}" for n in range(300))
    file = AttachedText(f"{'long ' * 60}.py", code)
    found = await pdf(question(join((file,), "Shorten these.")))
    assert len(found.pages) > 3
    assert [n for n in range(300) if found.text.count(f"c{n}c") != 1] == []
    assert "…" in found.pages[0]


async def test_no_word_is_lost_or_painted_twice(pdf):
    lines = "\n".join(f"l{n}l" for n in range(150))
    words = " ".join(f"w{n}w" for n in range(3_000))
    code = "\n".join(f"c{n}c = {n}" for n in range(300))
    rows = "".join(f"| r{n}r | x |\n" for n in range(80))
    found = await pdf(
        question(lines), reply(f"{words}\n\n```py\n{code}\n```\n\n| a | b |\n|--|--|\n{rows}")
    )
    assert len(found.pages) > 10
    for letter, count in (("l", 150), ("w", 3_000), ("c", 300), ("r", 80)):
        wrong = [n for n in range(count) if found.text.count(f"{letter}{n}{letter}") != 1]
        assert wrong == []
    assert [page.endswith(f"Atalk{n}") for n, page in enumerate(found.pages, 1)] == [True] * len(
        found.pages
    )


async def test_a_table_that_goes_on_has_its_header_again(pdf):
    rows = "".join(f"| r{n}r | x |\n" for n in range(120))
    found = await pdf(reply(f"> | Headword | b |\n> |--|--|\n{rows}".replace("\n|", "\n> |")))
    assert len(found.pages) > 3
    assert [page.count("Headword") for page in found.pages] == [1] * len(found.pages)
    assert all(page.startswith("Headword") for page in found.pages[1:])
    assert [n for n in range(120) if found.text.count(f"r{n}r") != 1] == []


async def test_a_header_as_high_as_a_page_stands_once(pdf):
    header = "Headword " * 900
    found = await pdf(reply(f"| {header} | b |\n|--|--|\n" + "| r | x |\n" * 90))
    assert found.text.count("Headword") == 900


async def test_links_lead_where_the_policy_lets_them(pdf):
    found = await pdf(
        question("https://x.org/?a=(b)"),
        reply("[a](https://y.org/) [b](javascript:x) ![c](https://z.org/i.png) <file:///x>"),
    )
    assert found.links == ["https://x.org/?a=%28b%29", "https://y.org/"]


@pytest.mark.parametrize("address", ["https://x.org/a\\b", "https://x.org/)/Type /Action("])
async def test_no_address_can_end_its_brackets(pdf, address):
    found = await pdf(reply(f"[a](<{address}>)"))
    assert found.content.count(b"/Type /Action") == len(found.links)
    assert not any(char in link for link in found.links for char in "()\\ ")


async def test_what_nobody_would_see_is_marked(pdf):
    found = await pdf(
        reply("a\x00b\u202ec", model="m\u202ex"),
        title="t\u202eitle",
    )
    for hidden in "\x00\u202e":
        assert hidden not in found.text
    assert "t⇄itle" in found.text
    assert "m⇄x" in found.text
    assert "a␀b⇄c" in found.text


async def test_other_scripts(pdf):
    found = await pdf(reply("שלום עולם\n\nПривет мир\n\nGrüße, ﬁ fi"))
    text = unicodedata.normalize("NFKC", found.text)
    assert "םולע" in text or "עולם" in text
    assert "Приветмир" in text
    assert "Grüße,fifi" in text


async def test_code_is_copied_as_it_was_written(pdf):
    assert "a->b!==c=>d" in (await pdf(reply("```\na -> b !== c => d\n```"))).text


async def test_it_has_a_title_and_names_its_maker(pdf):
    content = (await pdf(reply("x"), title="Tïtle")).content
    assert "Tïtle".encode("utf-16-be").hex().encode() in content.lower() or (
        b"\xfe\xff" in content or "Tïtle".encode() in content
    )
    assert b"JavaScript" not in content
    assert b"/OpenAction" not in content


async def test_it_is_made_in_slices_and_tells_how_far_it_is(make):
    turns, told = [], []

    async def other():
        while True:
            turns.append(None)
            await asyncio.sleep(0)

    task = asyncio.get_running_loop().create_task(other())
    messages = [reply("Some words. " * 200) for _ in range(60)]
    content, pages = await make(branch(*messages), on_progress=told.append)
    task.cancel()
    assert content.startswith(b"%PDF")
    assert pages > 20
    assert told == list(range(1, 60)) or told == list(range(1, 61))
    assert len(turns) > 3


async def test_it_can_be_cancelled(make):
    messages = [reply("Some words. " * 200) for _ in range(60)]
    painting = asyncio.Event()
    task = asyncio.get_running_loop().create_task(
        make(branch(*messages), on_progress=lambda _: painting.set())
    )
    await painting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.qt_log_ignore("Returned false")
def test_a_device_that_takes_no_painting_is_told(look, qapp):
    from PySide6.QtGui import QPdfWriter

    writer = QPdfWriter("/nowhere/at/all.pdf")
    pages = Pages(writer, branch(reply("x")), WORDS, look)
    with pytest.raises(OSError, match="no painting"):
        next(pages.steps())


def test_it_is_light_whatever_the_window_is(look, theme):
    theme.apply(choice="dark", reading_size=20, reduce_motion=True)
    assert isinstance(look.theme, PaperTheme)
    assert not look.theme.is_dark
    assert look.style("reading").font.pixelSize() == 15


@pytest.mark.parametrize(
    ("locale", "size"),
    [
        ("en_US", QPageSize.PageSizeId.Letter),
        ("de_DE", QPageSize.PageSizeId.A4),
        ("C", QPageSize.PageSizeId.A4),
    ],
)
def test_the_paper_of_the_country(locale, size):
    usual = page_size(QLocale(locale))
    assert usual.id() is size
    sheet = Sheet.of(usual.size(QPageSize.Unit.Point))
    assert 650 < sheet.width < 760
    assert sheet.height > sheet.width


def test_the_window_can_be_painted_meanwhile(look, qapp):
    """A painter that waits between two slices must not hinder others."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPdfWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    steps = Pages(QPdfWriter(buffer), branch(reply("x " * 3_000)), WORDS, look).steps()
    next(steps)
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.fillRect(0, 0, 10, 10, "red")
    assert image.pixelColor(5, 5).name() == "#ff0000"
    for _ in steps:
        pass
