"""Only what is in sight costs anything: widgets, texts, layouts, parsing."""

import pytest

from desktop_assistant.domain.messages import Status
from desktop_assistant.ui.transcript import rows as rows_module
from desktop_assistant.ui.transcript.spots import END, START

LONG = "A line of words that is long enough to fill some room.\n\n" * 30


def test_ten_thousand_messages_open_with_a_handful_of_widgets(view, talk, show):
    show(talk.turns(5_000, text=""))
    assert len(view.rows) == 10_000
    assert 2 <= len(view.rows.widgets()) <= 12


def test_only_texts_near_the_view_are_asked_for(view, talk, show):
    show(talk.turns(5_000, text=""))
    asked = [message_id for ids in view.asked for message_id in ids]
    assert talk.path[-1] in asked
    assert talk.path[0] not in asked
    assert len(asked) < 60
    assert len(set(asked)) == len(asked)


def test_scrolling_keeps_widgets_and_layouts_few(view, qtbot, talk, show):
    show(talk.turns(300, text=LONG))
    for _ in range(120):
        view.scroll_by(-1_500)
    held = [content for content in view.rows.known() if content.document is not None]
    assert len(view.rows.widgets()) <= 6
    assert len(held) <= 6 + rows_module._KEPT_LAYOUTS
    qtbot.waitUntil(lambda: len(view.viewport().children()) <= 6)


def test_texts_that_were_not_seen_for_long_are_let_go(view, talk, show, monkeypatch):
    monkeypatch.setattr(rows_module, "_KEPT_BODIES", 30)
    show(talk.turns(200, text=LONG))
    for _ in range(100):
        view.scroll_by(-1_500)
    held = [content for content in view.rows.known() if content.message is not None]
    assert len(held) <= 30 + 6
    view.go_to_end()
    assert view.rows.content(talk.path[-1]).message is not None


def test_a_text_that_comes_late_is_shown_and_moves_nothing(view, talk, on_screen):
    view.messages_needed.disconnect()
    talk.turns(20, text=LONG)
    view.show_conversation(talk.state())
    last = talk.path[-1]
    assert view.rows.widget(last).document is None
    view.set_messages([talk.messages[last]])
    assert view.rows.widget(last).document is not None
    assert view.scroll_y == view.most_y


def test_texts_of_another_conversation_are_ignored(view, talk, show):
    show(talk.turns(2))
    stranger = type(talk)()
    stranger.turns(1)
    view.set_messages(list(stranger.messages.values()))
    assert len(view.rows) == 4


def test_a_reply_out_of_sight_is_not_parsed(view, talk, show):
    talk.turns(3, text=LONG)
    live = talk.live()
    talk.anchor = f"{talk.path[0]}:0"
    show(talk)
    assert view.rows.widget(live) is None
    for _ in range(50):
        view.append_delta(live, "**word** ")
    stream = view.rows.content(live).stream
    assert stream.text == "**word** " * 50
    assert stream.feed.blocks == ()


def test_it_is_shown_whole_once_it_is_in_sight(view, qtbot, talk, show):
    talk.turns(3, text=LONG)
    live = talk.live()
    talk.anchor = f"{talk.path[0]}:0"
    show(talk)
    view.append_delta(live, "# Title\n\nSome words")
    view.go_to_end()
    qtbot.waitUntil(lambda: len(view.rows.widget(live).document.blocks) == 2)


def test_settled_blocks_stay_laid_out_while_text_comes(view, qtbot, talk, show):
    live = talk.live()
    show(talk)
    view.append_delta(live, "First paragraph.\n\nSecond.\n\nThird.\n\nFourth.\n\n")
    document = view.rows.content(live).document
    qtbot.waitUntil(lambda: len(document.blocks) == 4)
    boxes = list(document._boxes)
    view.append_delta(live, "Fifth.\n\nSixth")
    qtbot.waitUntil(lambda: len(document.blocks) == 6)
    assert document._boxes[:3] == boxes[:3]


def test_an_open_fence_grows_in_place(view, qtbot, talk, show):
    live = talk.live()
    show(talk)
    view.append_delta(live, "```python\nx = 1\n")
    document = view.rows.content(live).document
    qtbot.waitUntil(lambda: len(document.blocks) == 1)
    box = document._boxes[0]
    view.append_delta(live, "y = 2\nz = 3\n")
    qtbot.waitUntil(lambda: "z = 3" in document.blocks[0].code)
    assert document._boxes[0] is box
    view.append_delta(live, "```\n")
    qtbot.waitUntil(lambda: document.blocks[0].closed)
    assert document._boxes[0] is box
    assert box.leaf.line_count == 3


def test_the_final_text_replaces_only_what_differs(view, qtbot, talk, show):
    live = talk.live()
    show(talk)
    text = "One.\n\nTwo.\n\nThree."
    view.append_delta(live, text)
    document = view.rows.content(live).document
    qtbot.waitUntil(lambda: len(document.blocks) == 3)
    boxes = list(document._boxes)
    view.set_final(talk.finish(live, text=text))
    assert view.rows.content(live).document is document
    assert document._boxes == boxes


def test_a_final_text_that_differs_wins(view, qtbot, talk, show, row_of):
    live = talk.live()
    show(talk)
    view.append_delta(live, "Something")
    view.set_final(talk.finish(live, text="Something else entirely."))
    assert row_of(live).document.blocks[0].text == "Something else entirely."


def test_a_conversation_opened_in_the_middle_of_a_reply_goes_on(view, qtbot, talk, show, row_of):
    live = talk.live("So far ")
    show(talk)
    view.append_delta(live, "and further.")
    blocks = lambda: row_of(live).document.blocks  # noqa: E731
    qtbot.waitUntil(lambda: bool(blocks()) and blocks()[0].text == "So far and further.")
    # The same text asked for again is not shown twice.
    view.set_messages([talk.finish(live, text="So far and further.", status=Status.STREAMING)])
    view.append_delta(live, " End.")
    qtbot.waitUntil(lambda: blocks()[0].text == "So far and further. End.")


def test_a_long_text_is_read_over_several_frames(view, qtbot, talk, show, row_of):
    reply = talk.reply("Words and **more** words.\n\n" * 8_000)
    show(talk)
    content = row_of(reply).content
    assert content.feed is not None
    qtbot.waitUntil(lambda: content.feed is None, timeout=20_000)
    assert len(content.document.blocks) == 8_000


def test_a_reply_that_ended_elsewhere_is_read_again(view, talk, show, row_of):
    live = talk.live("half")
    show(talk)
    assert row_of(live).content.is_live
    talk.finish(live, text="whole text")
    show(talk)
    assert not row_of(live).content.is_live
    assert row_of(live).document.blocks[0].text == "whole text"


def test_another_conversation_forgets_the_first(view, talk, show):
    show(talk.turns(20))
    view.select_all()
    other = type(talk)()
    other.user("Hello")
    show(other)
    assert len(view.rows) == 1
    assert view.selection.is_empty


def test_no_conversation_is_an_empty_view(view, talk, show):
    show(talk.turns(5))
    view.show_conversation(None)
    assert len(view.rows) == 0
    assert view.anchor() == "end"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "word " * 60_000,
        "```\n" + "x" * 300_000 + "\n```",
        "```\n" + "line\n" * 20_000 + "```",
        "- item\n" * 3_000,
        "|a|b|\n|-|-|\n" + "|c|d|\n" * 1_000,
        "> " * 200 + "deep",
        "`" * 20_000,
        "\u202e\u2066\u200b\U000e0041 text",
        "\u0301" * 10_000,
        "\ud83d broken",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_are_shown(view, qtbot, talk, show, row_of, text):
    reply = talk.reply(text)
    show(talk)
    content = row_of(reply).content
    qtbot.waitUntil(lambda: content.feed is None, timeout=20_000)
    view.scroll_to(0)
    view.go_to_end()
    view.grab()
    assert content.document.height > 0


def test_lines_of_a_question_read_each_in_its_own_direction(view, talk, show, row_of):
    question = talk.user("First\nשלום לכולם\n12\nLast")
    show(talk)
    document = row_of(question).document
    assert [block.text for block in document.blocks] == ["First", "שלום לכולם\n12", "Last"]
    assert document.text_between(START, END) == "First\nשלום לכולם\n12\nLast"
    first, second, _ = (box.leaves[0].leaf for box in document._boxes)
    assert first.rect_of(0).x() == 0
    assert second.rect_of(0).x() > second.width / 2


def test_a_folded_question_ends_between_two_lines(view, talk, show, row_of):
    question = talk.user("中文\n" * 30)
    show(talk)
    row = row_of(question)
    leaf = row.document._boxes[0].leaves[0].leaf
    assert row.text_area.height() == round(12 * leaf.line_height)
