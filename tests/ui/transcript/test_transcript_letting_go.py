"""What leaves the screen goes at once: nothing of it refers to itself in a circle.

A circle stays until Python looks through its objects, which is done seldom, and takes the longer
the more there are.
"""

import gc
import weakref

import pytest
from PySide6.QtWidgets import QWidget

from desktop_assistant.domain.attachments import attached, join
from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.messages import Status

EVERY_BLOCK = r"""# Title

Words with `code`, a [link](https://example.org), $x^2$ and a note.[^1]

> Quoted:
>
> - [ ] a task

1. one

       indented

```python
print(1)
```

| a | b |
|---|---|
| 1 | 2 |

$$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa$$

---

[^1]: Said at the end.
"""


def every_block(talk):
    return talk.reply(EVERY_BLOCK)


def several_versions(talk):
    return talk.reply("Another answer", message_id="b", versions=("a", "b"))


def thinking(talk):
    return talk.reply("Answer", reasoning="First this.", reasoning_s=6.2)


def failed(talk):
    error = problem(ProblemCode.UNREACHABLE, host="example.org", detail="refused").info
    return talk.reply("", status=Status.FAILED, error=error)


def under_way(talk):
    return talk.live()


def with_files(talk):
    files = tuple(attached(name, "x = 1") for name in ("notes.md", "pool.py"))
    return talk.user(join(files, "Look at these"))


@pytest.fixture
def nobody_looks_for_garbage():
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def parts_of(row):
    """Everything a row consists of."""
    document = row.document
    boxes = [] if document is None else document._boxes
    frames = [frame.box for box in boxes for frame in box.frames]
    leaves = [placed.leaf for box in (*boxes, *frames) for placed in box.leaves]
    return [row, *row.findChildren(QWidget), document, *boxes, *frames, *leaves]


@pytest.fixture
def let_go(view, qtbot):
    """Shows nothing any more, and waits until all that rows consist of is gone."""

    def let_go():
        rows = view.rows.widgets()
        gone = [weakref.ref(part) for row in rows for part in parts_of(row) if part is not None]
        assert len(gone) > 10
        del rows
        view.show_conversation(None)

        def left():
            return [type(part).__name__ for watch in gone if (part := watch()) is not None]

        qtbot.waitUntil(lambda: left() == [])

    return let_go


@pytest.mark.usefixtures("nobody_looks_for_garbage")
@pytest.mark.parametrize("made", [every_block, several_versions, thinking, failed, with_files])
def test_a_row_goes_with_all_its_parts(talk, show, let_go, made):
    talk.user("A question")
    made(talk)
    show(talk)
    let_go()


@pytest.mark.usefixtures("nobody_looks_for_garbage")
def test_a_row_that_was_written_before_the_readers_eyes_goes(
    view, qtbot, talk, show, row_of, let_go
):
    live = talk.live()
    show(talk)
    view.append_delta(live, EVERY_BLOCK, "Thoughts")
    qtbot.waitUntil(lambda: bool(row_of(live).frames.widgets))
    view.set_final(talk.finish(live, text=EVERY_BLOCK, reasoning="Thoughts"))
    let_go()


@pytest.mark.usefixtures("nobody_looks_for_garbage")
def test_a_row_that_was_edited_goes(view, talk, show, row_of, let_go):
    question = talk.user("A question")
    talk.reply("An answer")
    show(talk)
    view.edit_message(question)
    row_of(question).stop_editing()
    view.edit_message(question)
    let_go()
