r"""TeX sources as the typesetter takes them.

What it does not know but has another name for is renamed. Letters that its font lacks (ideographs,
Arabic and so on in ``\text``) are replaced by signs of its font that nobody types, so that it makes
room for them; where those came to stand, the letters are drawn by whoever has fonts for them.
"""

import re
from typing import Final

STAND_INS: Final = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x24B6, 0x24EA))))
"""Circled figures and letters; all of one width."""

_LACKING: Final = re.compile(
    "[\u0590-\u1cff\u2e80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe30-\ufefc\uff01-\uffef"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff" + STAND_INS + "]"
)
_NAMES: Final = {
    "And": r"\&",
    "Arg": r"\operatorname{Arg}",
    "Bra": r"\bra",
    "Braket": r"\braket",
    "Ket": r"\ket",
    "bbox": r"\boxed",
    "cdotp": r"\cdot",
    "eqno": r"\qquad",
    "hdashline": r"\hline",
    "hfil": r"\quad",
    "hfill": r"\quad",
    "intop": r"\int",
    "lbrack": "[",
    "leqno": r"\qquad",
    "lparen": "(",
    "mathbfcal": r"\mathcal",
    "nobreak": "",
    "nobreakspace": "~",
    "overgroup": r"\overbrace",
    "rbrack": "]",
    "rparen": ")",
    "slashed": r"\not",
    "space": "~",
    "textasciitilde": r"\sim",
    "uline": r"\underline",
    "undergroup": r"\underbrace",
    "uwave": r"\underline",
    "varliminf": r"\underline{\lim}",
    "varlimsup": r"\overline{\lim}",
    "vbox": r"\hbox",
    "vcentcolon": ":",
    **{
        f"var{name}": rf"\mathit{{\{name}}}"
        for name in (
            *("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi"),
            *("Sigma", "Upsilon", "Phi", "Psi", "Omega"),
        )
    },
}
_RENAMED: Final = re.compile(r"\\(" + "|".join(_NAMES) + r")(?![A-Za-z])")
_DROPPED: Final = re.compile(r"\\(?:href|leftroot|uproot|vspace\*?|cellcolor)\s*\{[^{}]*\}")
_OPTION: Final = re.compile(r"\\bbox\s*\[[^]]*\]")
_MIXED: Final = re.compile(r"(\\(?:text)?color(?:box)?\s*\{\s*\w+)![^{}]*\}")
_REFERENCE: Final = re.compile(r"\\(?:eq)?ref\s*\{([^{}]*)\}")
_COLUMNS: Final = re.compile(r"(\\begin\s*\{(?:array|tabular)\}(?:\[[a-z]\])?\s*\{)([^{}]*)\}")
_OTHER_NAME: Final = re.compile(
    r"!|\\(?:href|leftroot|uproot|vspace|cellcolor|(?:eq)?ref|begin\s*\{(?:array|tabular|multl)|"
    + "|".join(_NAMES)
    + ")"
)
"""Whether any of these may be in a source: most have none."""


class TooManyCharactersError(ValueError):
    """More different letters than there are stand-ins."""


def renamed(source: str) -> str:
    """Return a source with what the typesetter knows under other names."""
    if _OTHER_NAME.search(source) is None:
        return source
    source = _DROPPED.sub("", source)
    source = _OPTION.sub(r"\\bbox", source)
    source = _MIXED.sub(r"\1}", source)
    source = _REFERENCE.sub(r"(\1)", source)
    source = _COLUMNS.sub(lambda found: f"{found[1]}{found[2].replace(':', '|')}}}", source)
    source = source.replace("{multlined}", "{multline}")
    return _RENAMED.sub(lambda found: _name(found[1]), source)


def _name(name: str) -> str:
    new = _NAMES[name]
    # A letter after it must not become part of the new name.
    return f"{new} " if new[-1:].isalpha() else new


def with_stand_ins(source: str) -> tuple[str, dict[str, str]]:
    """Replace the letters that the font lacks.

    Returns:
        The source, of the same length, and the letter behind each stand-in.

    Raises:
        TooManyCharactersError: there are more different ones than stand-ins.
    """
    if source.isascii():
        return source, {}
    letters = sorted(set(_LACKING.findall(source)))
    if len(letters) > len(STAND_INS):
        raise TooManyCharactersError
    names = dict(zip(letters, STAND_INS, strict=False))
    changed = _LACKING.sub(lambda found: names[found[0]], source)
    return changed, {stand_in: letter for letter, stand_in in names.items()}
