"""How a span of running text looks."""

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat

from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.ui.transcript.look import Look, TextStyle, has_cjk

_PAD_WIDTH = 5.0
_UNDERLINE_ALPHA = 0.45


def is_chip(span: Span) -> bool:
    """Whether a run stands on a ground of its own."""
    return Style.CODE in span.style or bool(span.image)


def span_format(
    span: Span, text: str, text_style: TextStyle, look: Look, *, is_faulty: bool
) -> QTextCharFormat:
    """The looks of a span.

    Args:
        span: what to show.
        text: the whole text it is of.
        text_style: of the text around it.
        look: colours and fonts.
        is_faulty: whether it is a formula that cannot be drawn.
    """
    font = QFont(text_style.font)
    style = span.style
    char_format = QTextCharFormat()
    if Style.STRONG in style:
        font.setWeight(QFont.Weight.DemiBold)
    if Style.EMPHASIS in style and not has_cjk(text[span.start : span.end]):
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
