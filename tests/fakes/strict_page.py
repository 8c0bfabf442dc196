"""Reads an exported page as strictly as the promise it makes: nothing active, nothing loaded."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

VOID = {"meta", "br", "hr"}
OURS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "article", "section",
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "span", "div", "details", "summary",
    "blockquote", "ul", "ol", "li", "figure", "figcaption", "pre", "code", "table", "thead",
    "tbody", "tr", "th", "td", "hr", "br", "strong", "em", "s", "sup", "a",
}  # fmt: skip
FORMULAS = {"svg", "path", "rect", "line", "ellipse", "text"}
ATTRIBUTES = {
    "lang", "dir", "charset", "http-equiv", "content", "name", "class", "href", "rel", "start",
    "scope", "role", "aria-label",
}  # fmt: skip
FORMULA_ATTRIBUTES = {
    "xmlns", "role", "aria-label", "viewbox", "width", "height", "style", "fill", "transform", "d",
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "rx", "ry", "stroke", "stroke-width",
    "stroke-linecap", "textlength", "font-size",
}  # fmt: skip
FORMULA_STYLE = re.compile(r"vertical-align:-?[0-9.]+em;overflow:visible")
INLINE = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption", "code", "a", "b", "sup"}
BLOCKS = {"p", "div", "ul", "ol", "table", "blockquote", "pre", "figure", "section", "article"}


@dataclass
class StrictPage(HTMLParser):
    """Fails at the first thing that a page of ours never has."""

    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    """The sources of drawn formulas."""
    classes: set[str] = field(default_factory=set)
    metas: list[dict] = field(default_factory=list)
    style: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        assert len(found) == len(attrs), f"an attribute twice in <{tag}>"
        if tag in FORMULAS:
            assert set(found) <= FORMULA_ATTRIBUTES, f"{found} in <{tag}>"
            assert "style" not in found or FORMULA_STYLE.fullmatch(found["style"])
            assert tag == "svg" or "svg" in self._open
            self.formulas += [found["aria-label"]] if tag == "svg" else []
            self._open.append(tag)
            return
        assert tag in OURS, f"<{tag}>"
        assert set(found) <= ATTRIBUTES, f"{found} in <{tag}>"
        if tag in BLOCKS:
            assert not INLINE & set(self._open), f"<{tag}> within {self._open}"
        if tag == "a":
            assert "a" not in self._open
            assert urlsplit(found["href"]).scheme in ("http", "https", "mailto")
            assert found["rel"] == "noopener noreferrer"
            self.links.append(found["href"])
        if tag == "meta":
            self.metas.append(found)
        self.classes.update((found.get("class") or "").split())
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> ends nothing"
        assert self._open.pop() == tag, f"</{tag}>"

    def handle_data(self, data):
        if self._open and self._open[-1] == "style":
            self.style += data
        else:
            self.text.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data):
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data):
        raise AssertionError(f"a declaration: {data}")

    @property
    def words(self) -> str:
        """Everything that is read on the page."""
        return "".join(self.text)


def read_page(page: str) -> StrictPage:
    """Reads a whole page."""
    assert page.startswith("<!DOCTYPE html>\n<html ")
    found = StrictPage()
    found.feed(page)
    found.close()
    assert not found._open, found._open
    controls = [c for c in page if (c < " " and c not in "\n\t") or "\x7f" <= c < "\xa0"]
    assert not controls, controls
    return found
