"""What cannot be seen in a text, made visible.

Invisible characters can turn a line around, hide words from a reader that a program still obeys, or
carry a message of their own. A view shows a mark in place of each; the text itself stays as it
came. Every mark takes the place of exactly one code point, so offsets into the text stay valid.
"""

import re
from functools import cache
from typing import Final

CONTROL_MARK: Final = "\u2370"  # ⍰
DIRECTION_MARK: Final = "\u21c4"  # ⇄
INVISIBLE_MARK: Final = "\u2423"  # ␣
LINE_MARK: Final = "\u2424"  # ␤
STACK_MARK: Final = "\u00b7"  # ·
BROKEN_MARK: Final = "\ufffd"  # half of a surrogate pair

MOST_STACKED: Final = 8
"""Combining marks on one letter that are shown; real scripts need about four."""

_COMBINING: Final = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u06df-\u06e4"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_DIRECTION: Final = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL: Final = (
    r"\u0080-\u009f\u206a-\u206f\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_INVISIBLE: Final = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufeff\uffa0"
    r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
_USUAL: Final = re.compile("[\t\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff]*")
"""The characters of the program's own words; what has no others needs no look at the tables."""


_RIGHT_TO_LEFT: Final = "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufefc"
# Scripts whose letters take joiners (Arabic, Syriac, Indic, Mongolian and their like).
_JOINING: Final = (
    "\u0600-\u07ff\u0840-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff"
    "\ufe70-\ufefc"
)
# Scripts without spaces, which mark where a line may break.
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_EMOJI: Final = "\u00a9\u00ae\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_EMOJI_PART: Final = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_IDEOGRAPH: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_FLAG: Final = (
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
_FLAG_LENGTH: Final = 7


def show_controls(text: str) -> str:
    """Return ``text``, as long as before, with a visible mark for everything that has no looks.

    Tabs, line feeds, and joiners and selectors where a script or an emoji needs them stay.
    """
    if _USUAL.fullmatch(text):
        return text
    return _suspect().sub(_shown, text)


def has_hidden(text: str) -> bool:
    """Tell whether ``text`` holds anything that :func:`show_controls` would mark."""
    return show_controls(text) != text


def _shown(match: re.Match[str]) -> str:
    char = match.group()
    if match["stacked"]:
        return STACK_MARK * len(char)
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    if char in "\u2028\u2029":
        return LINE_MARK
    if _is_ordinary(match.string, match.start(), char):
        return char
    if _class(_DIRECTION).match(char):
        return DIRECTION_MARK
    if _class(_CONTROL).match(char):
        return CONTROL_MARK
    return INVISIBLE_MARK if _class(_INVISIBLE).match(char) else BROKEN_MARK


def _is_ordinary(text: str, at: int, char: str) -> bool:
    """Tell whether a script or an emoji needs ``char`` where it stands."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char in "\u061c\u200e\u200f":
        return _class(_RIGHT_TO_LEFT).search(text) is not None
    if char in "\u200c\u200d":
        emoji = _class(_EMOJI).match(before) or _class(_EMOJI_PART).match(before)
        joins_emoji = char == "\u200d" and emoji and _class(_EMOJI).match(after)
        return bool(_class(_JOINING).match(before) or joins_emoji)
    if char == "\u200b":
        return (
            _class(_UNSPACED).match(before) is not None
            and _class(_UNSPACED).match(after) is not None
        )
    if char == "\u00ad":
        return before.isalpha() and after.isalpha()
    if "\ufe00" <= char <= "\ufe0f":
        return _takes_selector(before)
    if char >= "\U000e0100":
        return _class(_IDEOGRAPH).match(before) is not None
    if char >= "\U000e0000":
        return _is_in_flag(text, at)
    return False


def _takes_selector(base: str) -> bool:
    keycap = base in ("#", "*") or base.isdigit()
    return keycap or bool(
        _class(_EMOJI).match(base) or _class(_IDEOGRAPH).match(base) or _class(_JOINING).match(base)
    )


def _is_in_flag(text: str, at: int) -> bool:
    """Tell whether a tag belongs to one of the three flags that are spelled with tags."""
    start = text.rfind("\U0001f3f4", max(0, at - _FLAG_LENGTH), at)
    flag = re.compile(_FLAG).match(text, start) if start >= 0 else None
    return flag is not None and at < flag.end()


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile(
        rf"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff{_DIRECTION}{_CONTROL}{_INVISIBLE}]"
        rf"|(?<=[{_COMBINING}]{{{MOST_STACKED}}})(?P<stacked>[{_COMBINING}]+)"
    )


@cache
def _class(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")
