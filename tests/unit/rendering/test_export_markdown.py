"""The branch as Markdown: texts as they came, between lines of ours."""

import pytest

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.domain.messages import Status
from desktop_assistant.rendering.export.markdown import write_markdown
from desktop_assistant.rendering.parse import parse
from desktop_assistant.rendering.plain import plain_text
from tests.unit.rendering.exported_talk import WORDS, branch, question, reply


def markdown(*messages, title="A *talk*"):
    return "".join(write_markdown(branch(*messages, title=title), WORDS))


def test_a_branch():
    error = ErrorInfo(ProblemCode.HOST_NOT_FOUND, {"host": "*x*"})
    assert (
        markdown(
            question("Why?\n", version=1, versions=2),
            reply("**Because**\n\n- so", reasoning="One\n\ntwo", reasoning_s=3.0),
            question("And?"),
            reply("", status=Status.FAILED, error=error),
            reply("Well", status=Status.STOPPED),
        )
        == """\
# A \\*talk\\*

day 7 · gpt-4.1 · 5 messages

---

## You (version 1 of 2)

Why?

## gpt-4.1

> Thought for 3 s
>
> One
>
> two

**Because**

- so

---

## You

And?

## gpt-4.1

*\\*x\\* was not found Check the spelling of the address and the network connection. \
Your message is saved.*

## gpt-4.1

Well

*Stopped by you*
"""
    )


def test_titles_and_models_are_one_literal_line():
    text = markdown(reply("x", model="a\n# b <c>"), title="a\n\n![x](y)\u202e")
    assert text.startswith("# a \\!\\[x](y)⇄\n")
    assert "## a \\# b \\<c\\>\n" in text
    assert plain_text(parse(text)).startswith("a ![x](y)")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("```py\nx", "x\n```"),
        ("~~~~\nx\n~~~", "x\n~~~\n~~~~"),
        ("```\nx\n```", "x\n```"),
        ("```\nx\n````", "x\n````"),
        ("```\nx\n```y", "```y\n```"),
        ("``` a`b ```\nx", "x"),
        ("   ```\rx", "x\n```"),
        ("plain", "plain"),
    ],
)
def test_a_fence_that_stays_open_is_closed(text, end):
    after = "after it"
    whole = markdown(reply(text), question(after))
    assert f"{end}\n\n---\n\n## You\n\nafter it\n" in whole
    assert "You\n\nafter it" in plain_text(parse(whole))
