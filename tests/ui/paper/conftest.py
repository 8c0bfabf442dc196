"""Paper without a printer: pages that note what is painted on them, and PDFs that are read."""

import re
import zlib
from pathlib import Path

import pytest

from desktop_assistant.ui.paper.look import paper_look
from desktop_assistant.ui.paper.pdf import pdf_of

RESOURCES = Path("resources")


@pytest.fixture
def look(qapp):
    return paper_look(RESOURCES)


@pytest.fixture
def make(qapp):
    """Makes a PDF of a branch."""

    async def make(branch, **more):
        return await pdf_of(branch, RESOURCES, **more)

    return make


class Pdf:
    """As much of a PDF as these tests ask for; it is written by Qt, whose form is known."""

    def __init__(self, content: bytes) -> None:
        assert content.startswith(b"%PDF-")
        self.content = content
        self.links = [m.decode() for m in re.findall(rb"/URI \((.*?)\)\n", content)]
        self._objects = dict(re.findall(rb"\n(\d+) 0 obj\n(.*?)\nendobj", content, re.DOTALL))
        self.pages = [
            self._text(reference)
            for reference in re.findall(rb"/Type /Page\n.*?/Contents (\d+) 0 R", content, re.DOTALL)
        ]
        """The text of each page, without spaces: they need not be painted."""

    @property
    def text(self) -> str:
        return "".join(self.pages)

    def _stream(self, reference: bytes) -> bytes:
        head, stream = re.search(
            rb"(.*?)stream\n(.*)\nendstream", self._objects[reference], re.DOTALL
        ).groups()
        return zlib.decompress(stream) if b"/FlateDecode" in head else stream

    def _text(self, reference: bytes) -> str:
        painted = []
        letters: dict[int, str] = {}
        for font, glyph in re.findall(
            rb"/F(\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj", self._stream(reference)
        ):
            if font:
                letters = self._letters(font)
            else:
                painted.append(letters.get(int(glyph, 16), "?"))
        return "".join("".join(painted).split())

    def _letters(self, font: bytes) -> dict[int, str]:
        """What each glyph of a font stands for."""
        table = re.search(rb"/ToUnicode (\d+) 0 R", self._objects[font])[1]
        found: dict[int, str] = {}
        hexes = rb"<(\w+)> <(\w+)> (?:<(\w+)>|\[(.*?)\])"
        for first, last, start, each in re.findall(hexes, self._stream(table), re.DOTALL):
            if start:
                for glyph in range(int(first, 16), int(last, 16) + 1):
                    found[glyph] = chr(int(start, 16) + glyph - int(first, 16))
            else:
                for number, code in enumerate(re.findall(rb"<(\w+)>", each)):
                    found[int(first, 16) + number] = bytes.fromhex(code.decode()).decode(
                        "utf-16-be"
                    )
        return found


@pytest.fixture
def read():
    return Pdf
