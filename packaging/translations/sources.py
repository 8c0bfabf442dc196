"""Every text of the window that can be translated, read from the program's own sources.

Qt's lupdate knows ``self.tr`` and ``translate("Context", …)`` in Python. This program also has
short functions of its own around them (``tr`` of the transcript, ``_tr`` of a module), and texts
in rooms that may not know Qt: the catalogue of problems and the declarations of the settings.
Here all of them are found, so that lupdate is given plain markers to merge.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop_assistant"

PROBLEMS, SETTINGS = "Problems", "Settings"
_TOLD_GAPS = ("what", "expected")
"""Gaps of a problem that hold a whole sentence of ours, not a name or a number."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text to translate, as Qt looks it up, and the module it was found in."""

    context: str
    source: str
    note: str
    is_plural: bool
    module: str


class UnreadableTextError(Exception):
    """A call that translates something which cannot be known from the source."""


def all_texts() -> list[Text]:
    """The texts of all rooms, in the order of their modules."""
    found = [*_declared()]
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in _modules()}
    wrappers = {_dotted(path): _wrappers(tree) for path, tree in modules.items()}
    for path, tree in modules.items():
        found += _Reader(path, tree, wrappers).texts()
    return list(dict.fromkeys(found))


def _modules() -> Iterator[Path]:
    for room in ("chat", "adapters", "ui"):
        yield from sorted((PACKAGE / room).rglob("*.py"))


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _declared() -> Iterator[Text]:
    """Texts of the rooms without Qt, which are values: they are asked for, not searched."""
    sys.path.insert(0, str(ROOT))
    from desktop_assistant.domain.gap_sentences import GAP_SENTENCES
    from desktop_assistant.domain.problem_catalogue import PROBLEMS as CATALOGUE
    from desktop_assistant.settings.declaration import Page
    from desktop_assistant.settings.schema import SETTINGS as DECLARED

    for entry in CATALOGUE.values():
        for text in (entry.title, entry.hint):
            if not _is_only_a_gap(text):
                yield Text(PROBLEMS, text, "", False, "domain/problem_catalogue.py")
    for text in GAP_SENTENCES:
        yield Text(PROBLEMS, text, "", False, "domain/gap_sentences.py")
    for page in Page:
        yield Text(SETTINGS, page.value, "", False, "settings/declaration.py")
    for setting in DECLARED:
        for text in (setting.label, setting.help):
            yield Text(SETTINGS, text, "", False, "settings/schema.py")


def _is_only_a_gap(text: str) -> bool:
    return text.startswith("{") and text.endswith("}") and text.count("{") == 1


@dataclass(frozen=True, slots=True)
class _Wrapper:
    """A function that does nothing but hand its arguments to ``translate``."""

    context: str
    parameters: tuple[str, ...]
    handed: tuple[str | None, ...]
    """For text, note and count: the parameter, or ``None`` for what is always the same."""

    def arguments(self, call: ast.Call) -> list[ast.expr]:
        """Text, note and count of a call, as far as they are given."""
        given = dict(zip(self.parameters, call.args, strict=False))
        found: list[ast.expr] = []
        for name in self.handed:
            if name is None:
                found.append(ast.Constant(""))
            elif name in given:
                found.append(given[name])
        return found


def _wrappers(tree: ast.Module) -> dict[str, _Wrapper]:
    found = {}
    for node in tree.body:
        if not (isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return)):
            continue
        call = node.body[-1].value
        if isinstance(call, ast.Call) and _name(call) == "translate" and len(call.args) > 1:
            parameters = tuple(argument.arg for argument in node.args.args)
            handed = tuple(a.id if isinstance(a, ast.Name) else None for a in call.args[1:])
            context = _literal(call.args[0])
            if context and parameters and handed[0] == parameters[0]:
                found[node.name] = _Wrapper(context, parameters, handed)
    return found


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


class _Reader(ast.NodeVisitor):
    """Finds the calls of one module."""

    def __init__(
        self, path: Path, tree: ast.Module, wrappers: dict[str, dict[str, _Wrapper]]
    ) -> None:
        self._module = path.relative_to(PACKAGE).as_posix()
        self._tree = tree
        self._all = wrappers
        self._own = set(wrappers[_dotted(path)])
        self._wrappers = dict(wrappers[_dotted(path)])
        self._classes: list[str] = []
        self._texts: list[Text] = []

    def texts(self) -> list[Text]:
        """What the module says.

        Raises:
            UnreadableTextError: if a call's text is no literal.
        """
        self.visit(self._tree)
        return self._texts

    def visit_ClassDef(self, node: ast.ClassDef) -> None:  # ast's name
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:  # ast's name
        if not (node.name in self._own and not self._classes):
            self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:  # ast's name
        offered = self._all.get(node.module or "", {})
        for name in node.names:
            if name.name in offered:
                self._wrappers[name.asname or name.name] = offered[name.name]

    def visit_Call(self, node: ast.Call) -> None:  # ast's name
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(attr="tr") if self._classes:
                self._add(node, self._classes[-1], node.args)
            case ast.Attribute(attr="tr"):
                raise UnreadableTextError(
                    f"{self._module}:{node.lineno}: tr() belongs into a class, which is its context"
                )
            case ast.Attribute(attr="translate") | ast.Name(id="translate") if self._is_qt(node):
                self._add(node, _literal(node.args[0]) or "", node.args[1:])
            case ast.Name(id=name) if name in self._wrappers:
                wrapper = self._wrappers[name]
                self._add(node, wrapper.context, wrapper.arguments(node))
            case ast.Name(id="problem"):
                self._add_told(node)
            case _:
                pass

    def _is_qt(self, node: ast.Call) -> bool:
        """Strings and painters have a ``translate`` of their own."""
        return len(node.args) > 1 and _literal(node.args[0]) is not None

    def _add(self, node: ast.Call, context: str, arguments: list[ast.expr]) -> None:
        if context in (PROBLEMS, SETTINGS) and _literal(arguments[0]) is None:
            return  # the declared texts, looked up
        note = _literal(arguments[1]) if len(arguments) > 1 else ""
        for choice in _choices(arguments[0]):
            text = _literal(choice)
            if not text or note is None:
                raise UnreadableTextError(
                    f"{self._module}:{node.lineno}: only literal texts can be translated"
                )
            self._texts.append(Text(context, text, note, len(arguments) > 2, self._module))

    def _add_told(self, node: ast.Call) -> None:
        for keyword in node.keywords:
            text = _literal(keyword.value)
            if keyword.arg in _TOLD_GAPS and text:
                self._texts.append(Text(PROBLEMS, text, "", False, self._module))


def _choices(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.IfExp):
        return [*_choices(node.body), *_choices(node.orelse)]
    return [node]
