"""Rules of the house that no linter knows: each walks the source, none runs it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop_assistant"
MODULES = sorted(PACKAGE.rglob("*.py"))
UI = sorted((PACKAGE / "ui").rglob("*.py"))
MAX_LINES = 400
TABLES = ("problem_catalogue.py",)
"""One table of texts each: long, and still one reason to change."""


def relative(path):
    return str(path.relative_to(ROOT))


def calls(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_the_walk_finds_the_house():
    assert len(MODULES) > 100
    assert len(UI) > 20


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_has_one_reason_to_change(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert path.name in TABLES or lines <= MAX_LINES, f"{lines} lines ask to be two modules"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=relative)
def test_every_room_says_what_it_is_for(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "a package begins with a sentence about itself"


@pytest.mark.parametrize("path", UI, ids=relative)
def test_no_nested_event_loop(path):
    """Under qasync a nested loop ends other tasks in the middle: use open() and finished."""
    for call in calls(path):
        if isinstance(call.func, ast.Attribute):
            name = call.func.attr
            assert name not in ("exec", "exec_", "processEvents", "getText", "getOpenFileName"), (
                f"line {call.lineno}: {name}"
            )


@pytest.mark.parametrize("path", UI, ids=relative)
def test_no_effects_and_no_rich_text(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not [name for name in names if name.startswith("QGraphics")]
    # On the clipboard HTML is data for others; ``copying`` gives it nowhere else.
    html = set() if path.name == "copying.py" else {"setHtml"}
    assert not attributes & (html | {"insertHtml", "setMarkdown", "RichText", "AutoText"})


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_links_are_opened_in_known_places_only(path):
    if "QDesktopServices" in path.read_text(encoding="utf-8"):
        assert path.name in ("link_gate.py", "external.py"), (
            "one gate for whatever leaves the program"
        )


def test_packaging_is_no_package():
    """With an __init__.py it would shadow the library `packaging` of the same name."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_no_room_without_a_purpose():
    for name in ("utils", "util", "core", "common", "helpers", "misc"):
        assert not list(PACKAGE.rglob(name))
        assert not list(PACKAGE.rglob(f"{name}.py"))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_tasks_start_in_the_registry(path):
    if path.name == "task_registry.py":
        return
    for call in calls(path):
        if isinstance(call.func, ast.Attribute):
            assert call.func.attr not in ("create_task", "ensure_future"), f"line {call.lineno}"
