"""A formula as SVG for a white page: one element that loads nothing, in the text's colour."""

from html import escape

from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.rendering.formulas.colors import readable
from desktop_assistant.rendering.formulas.marks import (
    EM,
    GROUND_ALPHA,
    WORDS_SIZE,
    Bar,
    Glyph,
    Mark,
    Outline,
    Ring,
    Stroke,
    Words,
)
from desktop_assistant.rendering.formulas.typeset import typeset


def formula_svg(source: str, *, displayed: bool) -> str | None:
    r"""Return a formula as an ``svg`` element to stand in a line of HTML, or ``None`` if faulty.

    Its size is in ``em``, its baseline is the line's, and its source is its accessible name.

    Args:
        source: TeX without its delimiters.
        displayed: whether it stands by itself.
    """
    outline = typeset(source, displayed=displayed)
    return to_svg(outline, show_controls(source)) if isinstance(outline, Outline) else None


def to_svg(outline: Outline, name: str) -> str:
    """Return an outline as an ``svg`` element.

    Args:
        outline: the formula.
        name: what assistive technology calls it.
    """
    height = outline.ascent + outline.descent
    marks = "".join(_mark(mark) for mark in outline.marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(name)}" '
        f'viewBox="0 {_n(-outline.ascent)} {_n(outline.width)} {_n(height)}" '
        f'width="{_n(outline.width / EM)}em" height="{_n(height / EM)}em" '
        f'style="vertical-align:{_n(-outline.descent / EM)}em;overflow:visible" '
        f'fill="currentColor">{marks}</svg>'
    )


def _mark(mark: Mark) -> str:
    match mark:
        case Glyph():
            scale = f" scale({_n(mark.scale)} {_n(-mark.scale)})"
            place = f"translate({_n(mark.x)} {_n(-mark.y)}){scale}"
            return f'<path transform="{place}"{_fill(mark.color)} d="{mark.shape}"/>'
        case Bar():
            box = _pairs(x=mark.x, y=-mark.y - mark.height, width=mark.width, height=mark.height)
            if mark.is_ground:
                return f'<rect{box} fill="{mark.color}" fill-opacity="{GROUND_ALPHA}"/>'
            return f"<rect{box}{_fill(mark.color)}/>"
        case Stroke():
            ends = _pairs(x1=mark.x1, y1=-mark.y1, x2=mark.x2, y2=-mark.y2)
            return f'<line{ends}{_stroke(mark.color, mark.thickness)} stroke-linecap="round"/>'
        case Ring():
            ring = _pairs(cx=mark.x, cy=-mark.y, rx=mark.x_radius, ry=mark.y_radius)
            return f'<ellipse{ring} fill="none"{_stroke(mark.color, mark.thickness)}/>'
        case _:
            return _words(mark)


def _words(mark: Words) -> str:
    place = _pairs(x=mark.x, y=-mark.y, textLength=mark.width)
    size = f' font-size="{_n(WORDS_SIZE * mark.scale)}"'
    return f"<text{place}{size}{_fill(mark.color)}>{escape(mark.text)}</text>"


def _pairs(**values: float) -> str:
    return "".join(f' {name}="{_n(value)}"' for name, value in values.items())


def _fill(color: str | None) -> str:
    return "" if color is None else f' fill="{readable(color, on_dark=False)}"'


def _stroke(color: str | None, thickness: float) -> str:
    shown = "currentColor" if color is None else readable(color, on_dark=False)
    return f' stroke="{shown}" stroke-width="{_n(thickness)}"'


def _n(value: float) -> str:
    """A number as short as it can be written, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
