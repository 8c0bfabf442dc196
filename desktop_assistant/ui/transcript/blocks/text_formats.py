"""How a span of running text looks."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat

from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.rendering.scripts import has_cjk
from desktop_assistant.ui.transcript.look import Look, TextStyle

_PAD_WIDTH = 5.0
_UNDERLINE_ALPHA = 0.45


def is_chip(span: Span) -> bool:
    """Whether a run stands on a ground of its own."""
    return Style.CODE in span.style or bool(span.image)


class SpanFormats:
    """The looks of a text's spans; those that look alike share one, for there may be thousands."""

    def __init__(self, text: str, text_style: TextStyle, look: Look) -> None:
        """Takes what the spans are of.

        Args:
            text: the whole text.
            text_style: of the text around them.
            look: colours and fonts.
        """
        self._text = text
        self._text_style = text_style
        self._look = look
        self._made: dict[tuple[Style, str | None, bool, bool, bool], QTextCharFormat] = {}

    def of(self, span: Span, *, is_faulty: bool) -> QTextCharFormat:
        """The looks of a span, which may be a formula that cannot be drawn."""
        upright = has_cjk(self._text[span.start : span.end])
        key = (span.style, span.link, span.image is None, upright, is_faulty)
        if key not in self._made:
            self._made[key] = _span_format(
                span, self._text_style, self._look, upright=upright, is_faulty=is_faulty
            )
        return self._made[key]


def _span_format(
    span: Span, text_style: TextStyle, look: Look, *, upright: bool, is_faulty: bool
) -> QTextCharFormat:
    font = QFont(text_style.font)
    style = span.style
    char_format = QTextCharFormat()
    if Style.STRONG in style:
        font.setWeight(QFont.Weight.DemiBold)
    if Style.EMPHASIS in style and not upright:
        font.setItalic(True)
    if Style.STRIKE in style:
        font.setStrikeOut(True)
    if Style.CODE in style or Style.MATH in style:
        weight, italic = font.weight(), font.italic()
        font = QFont(look.style("code").font)
        font.setPixelSize(round(text_style.font.pixelSize() * 13 / 15))
        font.setWeight(weight)
        font.setItalic(italic)
    if Style.FOOTNOTE_REF in style:
        char_format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        char_format.setForeground(look.color("link"))
    char_format.setFont(font)
    if is_faulty:
        char_format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        char_format.setUnderlineColor(look.color("text.tertiary"))
    if span.link:
        color = look.color("link")
        line = QColor(color)
        line.setAlphaF(_UNDERLINE_ALPHA)
        char_format.setForeground(color)
        char_format.setFontUnderline(True)
        char_format.setUnderlineColor(line)
        # On paper, that is in a PDF, it makes the words a link; on the screen it does nothing.
        char_format.setAnchorHref(_for_pdf(span.link))
    elif span.image:
        char_format.setForeground(look.color("text.secondary"))
    return char_format


def pad_format(code: QTextCharFormat) -> QTextCharFormat:
    """The looks of the padding around a span on a ground of its own."""
    font = QFont(code.font())
    natural = QFontMetricsF(font).horizontalAdvance("\u00a0")
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _PAD_WIDTH - natural)
    pad = QTextCharFormat(code)
    pad.setFont(font)
    pad.setFontUnderline(False)
    return pad


def _for_pdf(address: str) -> str:
    """An address that Qt can write between a PDF's brackets, which it does as it is."""
    return address.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")


def link_runs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where each link or image begins and ends, whatever looks it has inside."""
    runs: list[tuple[int, int]] = []
    before: Span | None = None
    for span in spans:
        if (span.link or span.image) and span.start < span.end:
            goes_on = before is not None and before.end == span.start and before.link == span.link
            goes_on = goes_on and span.link is not None
            runs.append((runs.pop()[0] if goes_on else span.start, span.end))
            before = span
    return runs
