"""Hostile texts by the rows of a table: what is put where, and what may come of it.

Rows 5.1 to 5.10 are images, links, deceiving links, markup, names, signs nobody sees, texts made to
take long, what is pasted or dropped, imitations of the window, and orders to the model or program.
"""

import base64
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

COLOUR = (255, 0, 254)
"""What every canary picture is made of; nothing else in the window has this colour."""
ROWS = tuple(f"5.{number}" for number in range(1, 11))


class Place(StrEnum):
    """Where in the window a text comes to stand."""

    REPLY = "reply"
    THINKING = "thinking"
    QUESTION = "question"
    TITLE = "title"
    ERROR = "error"
    MODEL = "model"
    FILE_NAME = "file name"
    ATTACHMENT = "attachment"
    PASTE = "paste"
    DROP = "drop"


@dataclass(frozen=True)
class Case:
    """One hostile text."""

    row: str
    name: str
    text: str
    place: Place = Place.REPLY
    opens: tuple[str, ...] = ()
    """Addresses that its links open when each of them is clicked."""
    asks: tuple[str, ...] = ()
    """Hosts that are named in a question before the rest of its links opens."""
    shows: tuple[str, ...] = ()
    """What must be readable in it."""
    hides: tuple[str, ...] = ()
    """Signs that must not reach the layout as they are."""
    rich: str = ""
    """HTML that comes with a paste or drop."""


def png(width: int = 64, height: int = 64) -> bytes:
    """A picture in the canary's colour."""
    return _png(width, height, zlib.compress((b"\0" + bytes(COLOUR) * width) * height))


def _png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", head), chunk(b"IDAT", data), chunk(b"IEND", b""))
    )


def lay_canaries(folder: Path) -> None:
    """Puts files of every kind there, which nothing may open; a picture of them is magenta."""
    folder.mkdir()
    red, green, blue = COLOUR
    colour = f"#{red:02x}{green:02x}{blue:02x}"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">'
        f'<rect width="300" height="300" fill="{colour}"/></svg>'
    )
    (folder / "canary.png").write_bytes(png())
    (folder / "canary.svg").write_text(svg, encoding="ascii")
    (folder / "canary.css").write_text(f"body,p,div{{background:{colour}}}", encoding="ascii")
    (folder / "canary.html").write_text(f"<body bgcolor='{colour}'>canary", encoding="ascii")
    (folder / "canary.txt").write_text("words of a file that nobody asked for\n", encoding="ascii")
    (folder / "canary.sh").write_text("#!/bin/sh\n", encoding="ascii")
    (folder / "canary.desktop").write_text("[Desktop Entry]\nExec=true\n", encoding="ascii")


def corpus(canaries: Path) -> list[Case]:
    """All cases; their local addresses point at the canaries."""
    from tests.end2end.hostile import corpus_links, corpus_names, corpus_texts

    parts = (_images, corpus_links.cases, corpus_texts.cases, corpus_names.cases)
    found = [case for part in parts for case in part(canaries)]
    return sorted(found, key=lambda case: ROWS.index(case.row))


def sample(cases: list[Case], per_row: int) -> list[Case]:
    """About as many of every row, from its first to its last, and one at least of each place."""
    chosen = []
    for row in ROWS:
        places: dict[Place, list[Case]] = {}
        for case in cases:
            if case.row == row:
                places.setdefault(case.place, []).append(case)
        for same in places.values():
            share = per_row // len(places)
            if same[0].place is Place.REPLY:
                share = per_row - (len(places) - 1) * share
            step = max(1, len(same) // max(1, share))
            chosen += same[step // 2 :: step][: max(1, share)]
    return chosen


def addresses(canaries: Path) -> dict[str, str]:
    """Names and addresses of canaries: local, shared, embedded, far away."""
    small = base64.b64encode(png(8, 8)).decode()
    # 18,000 by 18,000 pixels in a few hundred kilobytes would be 300 million pixels in memory; the
    # head alone makes a careless reader reserve them.
    bomb = base64.b64encode(_png(18_000, 18_000, b"")).decode()
    nested = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{canaries}/canary.png"/></svg>'
    return {
        "path": f"{canaries}/canary.png",
        "file": f"file://{canaries}/canary.png",
        "file on localhost": f"file://localhost{canaries}/canary.png",
        "file in capitals": f"FILE://{canaries}/canary.png",
        "file with percent signs": f"file://{str(canaries).replace('/', '%2F')}%2Fcanary.png",
        "relative": "canary.png",
        "relative with a dot": "./canary.png",
        "relative from above": f"../{canaries.name}/canary.png",
        "svg": f"file://{canaries}/canary.svg",
        "share": "//127.0.0.1/share/canary.png",
        "share with backslashes": "\\\\\\\\127.0.0.1\\\\share\\\\canary.png",
        "share as file": "file://127.0.0.1/share/canary.png",
        "resource": "qrc:/canary.png",
        "resource path": ":/canary.png",
        "http": "http://127.0.0.1/canary.png",
        "https": "https://127.0.0.1/canary.png",
        "http by name": "http://canary.example/canary.png",
        "http far away": "http://192.0.2.1/canary.png",
        "no scheme": "//canary.example/canary.png",
        "data": f"data:image/png;base64,{small}",
        "data svg": f"data:image/svg+xml;base64,{base64.b64encode(nested.encode()).decode()}",
        "data of 300 million pixels": f"data:image/png;base64,{bomb}",
        "ftp": "ftp://127.0.0.1/canary.png",
    }


_FORMS = {
    "inline": "Look: ![the picture]({a})",
    "in angle brackets": "![the picture](<{a}>)",
    "by reference": '![the picture][pic]\n\n[pic]: <{a}> "a title"',
    "in a link": "[![the picture](<{a}>)](<{a}>)",
    "html": '<img src="{a}" alt="the picture" width="400" height="400">',
    "in a table": "| a | b |\n| --- | --- |\n| ![the picture](<{a}>) | b |",
    "in a quoted item": "> - ![the picture](<{a}>)\n>   **![*the picture*](<{a}>)**",
}


def _images(canaries: Path) -> Iterator[Case]:
    for address_name, address in addresses(canaries).items():
        for form, text in _FORMS.items():
            # Backslashes are for Markdown; what stands in HTML is text.
            is_web = address.startswith("http") and form in ("html", "in a link")
            yield Case(
                "5.1",
                f"image {form}: {address_name}",
                text.replace("{a}", address),
                shows=("the picture",),
                # Whatever stands as text is text, and an address in it is a link as anywhere.
                opens=(address,) if is_web else (),
            )
