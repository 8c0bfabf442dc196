"""Looks at and works a window through AT-SPI; runs under the system's Python, which has pyatspi.

Reads one JSON request a line from standard input and answers one JSON line each. Requests:

    {"do": "tree"}                                  every accessible object, as nested lists
    {"do": "find", "name": …, "role": …, "starts": bool, "all": bool}
    {"do": "overreach"}                             asks every object for children it does not have
    {"do": "press" | "focus" | "select", "ref": n}
    {"do": "set_text", "ref": n, "text": …}
    {"do": "text" | "children" | "state" | "describe", "ref": n}

A ``ref`` is a number given out by ``find`` or ``children``.
"""

import json
import sys

import pyatspi

APP = "desktop-assistant"
_refs = []


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    for app in desktop:
        if app is not None and app.name in (APP, "Desktop Assistant", "python", "python3"):
            yield app


def keep(accessible):
    _refs.append(accessible)
    return len(_refs) - 1


def walk(accessible, depth=0):
    if depth > 40:
        return
    yield accessible
    try:
        count = accessible.childCount
    except Exception:  # the object went away between two calls
        return
    for index in range(min(count, 3000)):
        try:
            child = accessible.getChildAtIndex(index)
        except Exception:
            continue
        if child is not None:
            yield from walk(child, depth + 1)


def everything():
    for app in application():
        yield from walk(app)


def is_showing(accessible):
    try:
        return accessible.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        return False


def matches(accessible, request):
    try:
        name, role = accessible.name or "", accessible.getRoleName()
    except Exception:
        return False
    wanted = request.get("name")
    if wanted is not None:
        fits = name.startswith(wanted) if request.get("starts") else name == wanted
        if not fits:
            return False
    roles = request.get("role")
    if roles is not None and role not in (roles if isinstance(roles, list) else [roles]):
        return False
    return not request.get("showing", True) or is_showing(accessible)


def describe(accessible):
    states = accessible.getState()
    return {
        "ref": keep(accessible),
        "name": accessible.name,
        "role": accessible.getRoleName(),
        "description": accessible.description,
        "states": [pyatspi.stateToString(s) for s in states.getStates()],
    }


def find(request):
    root = request.get("under")
    objects = walk(_refs[root]) if root is not None else everything()
    found = []
    for accessible in objects:
        if matches(accessible, request):
            found.append(describe(accessible))
            if not request.get("all"):
                break
    return found


def press(accessible):
    action = accessible.queryAction()
    names = [action.getName(i).lower() for i in range(action.nActions)]
    for wanted in ("press", "toggle", "click", "activate", "showmenu"):
        if wanted in names:
            return action.doAction(names.index(wanted))
    raise ValueError(f"no way to press it: {names}")


def text_of(accessible):
    text = accessible.queryText()
    return text.getText(0, text.characterCount)


def select(accessible):
    parent = accessible.parent
    try:
        done = parent.querySelection().selectChild(accessible.getIndexInParent())
    except NotImplementedError:
        done = False
    try:
        accessible.queryComponent().grabFocus()
        press(accessible)
    except (NotImplementedError, ValueError):
        pass
    return done


def tree(accessible, depth=0):
    return [
        f"{accessible.getRoleName()}: {accessible.name!r}",
        [tree(c, depth + 1) for c in accessible if c is not None] if depth < 20 else [],
    ]


def overreach():
    asked = 0
    for accessible in list(everything()):
        try:
            count = accessible.childCount
            for index in (count, count + 1, 1000):
                accessible.getChildAtIndex(index)
                asked += 1
        except Exception as error:
            # Saying that there is none is right; a program that is gone says nothing.
            if "NoReply" in str(error) or "exited" in str(error):
                raise
    return asked


def extents(accessible):
    box = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [box.x, box.y, box.width, box.height]


VERBS = {
    "press": lambda accessible, request: press(accessible),
    "focus": lambda accessible, request: accessible.queryComponent().grabFocus(),
    "select": lambda accessible, request: select(accessible),
    "set_text": lambda accessible, request: accessible.queryEditableText().setTextContents(
        request["text"]
    ),
    "text": lambda accessible, request: text_of(accessible),
    "children": lambda accessible, request: [describe(c) for c in accessible if c is not None],
    "describe": lambda accessible, request: describe(accessible),
    "extents": lambda accessible, request: extents(accessible),
}


def answer(request):
    verb = request["do"]
    if verb == "find":
        return find(request)
    if verb == "overreach":
        return overreach()
    if verb == "tree":
        return [tree(app) for app in application()]
    return VERBS[verb](_refs[request["ref"]], request)


def main():
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        try:
            result = {"ok": answer(json.loads(line))}
        except Exception as error:
            result = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(result), flush=True)


main()
