"""Rows 5.5 and 5.6: names that are markup, and signs nobody sees, wherever text is shown."""

from collections.abc import Iterator
from pathlib import Path

from tests.end2end.hostile.corpus import Case, Place

_NAMES = {
    "bold": "<b>bold</b> name",
    "picture": '<img src="{c}/canary.png" width="400" height="400">',
    "picture far away": "<img src='http://127.0.0.1/x.png'>",
    "table": '<table background="{c}/canary.png" bgcolor="#ff00fe"><tr><td>x</table>',
    "link": '<a href="file://{c}/canary.html">name</a>',
    "end of a tip": "</span></body><img src='{c}/canary.png' width=400>",
    "style": "<style>*{background:#ff00fe}</style>name",
    "Markdown": "![x]({c}/canary.png) **name**",
    "entities": "&x &amp; &lt;b&gt; &#60;i&#62;",
    "ampersand": "Salt & pepper && more",
    "places": "%s %n %d %1 %L1 %% {title} {0} {model} {host}",
    "shell": "$(touch {c}/made) `id` ; -e --help",
    "quotes": "\"quoted\" 'name' \\n \\x1b",
    "path": "../../etc/passwd",
    "long": "word " * 400,
    "one long word": "W" * 3_000,
    "lines": "first\nsecond\r\nthird\tfourth",
    "spaces": "   name   ",
}
_UNSEEN = {
    "override": "invoice\u202egnp.exe",
    "isolates": "a\u2066b\u2067c\u2068d\u2069",
    "marks": "a\u200eb\u200fc\u061cd",
    "embedding": "a\u202ab\u202bc\u202cd\u202de",
    "tags": "Hello" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all"),
    "zero width": "pass\u200bword\u200c\u200d\u2060\ufeff",
    "soft hyphens": "in\u00advi\u00adsi\u00adble",
    "fillers": "a\u115f\u1160\u3164\uffa0b",
    "selectors": "a\ufe00\ufe01\U000e0100\U000e01efb",
    "escape codes": "\x1b[31mred\x1b[0m \x1b]0;title\x07\x9b2J",
    "C0": "a\x01\x02\x08\x0e\x1fb\x7f",
    "C1": "a\x80\x85\x90\x9f b",
    "carriage return": "hidden\rshown",
    "separators": "one\u2028two\u2029three",
    "Zalgo": "Z" + "\u0336\u0334\u0321\u035d\u0301\u0302" * 12 + "algo",
    "stack": "o" + "\u0302" * 400,
    "no characters": "a\ufdd0\ufffe\uffff\U0001fffeb",
    "annotation": "a\ufff9b\ufffac\ufffbd\ufffc",
}
HIDDEN = (
    "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c", "\u202a",
    "\u202b", "\u202c", "\u202d", "\U000e0069", "\u200b", "\u2060", "\ufeff", "\u115f", "\u3164",
    "\U000e0100", "\x1b", "\x07", "\x9b", "\x01", "\x7f", "\x85", "\r", "\ufffc",
)  # fmt: skip
"""What must never reach a layout as it is."""
_PLACES = (Place.TITLE, Place.MODEL, Place.ERROR, Place.FILE_NAME)


def cases(canaries: Path) -> Iterator[Case]:
    """Rows 5.5 and 5.6."""
    for place in _PLACES:
        for name, raw in _NAMES.items():
            text = raw.replace("{c}", str(canaries))
            yield Case("5.5", f"{place}: {name}", text, place)
    for name, text in _UNSEEN.items():
        hidden = tuple(sign for sign in HIDDEN if sign in text)
        yield Case("5.6", f"reply: {name}", text, hides=hidden)
        yield Case("5.6", f"code: {name}", f"```\n{text}\n```", hides=hidden)
        for place in (Place.QUESTION, Place.THINKING, Place.PASTE, *_PLACES):
            yield Case("5.6", f"{place}: {name}", text, place, hides=hidden)
