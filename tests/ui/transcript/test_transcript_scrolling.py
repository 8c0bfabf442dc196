"""The scroll contract: the view moves by the user's hand only."""

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.messages import Status
from desktop_assistant.ui.transcript.reading_place import ReadingPlace

LONG = "A line of words that is long enough to fill some room.\n\n" * 30


def wheel(view, notches):
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def stream(view, qtbot, message_id, text):
    """Streams a text and waits until it is shown."""
    view.append_delta(message_id, text)
    content = view.rows.content(message_id)
    if view.rows.widget(message_id) is not None:
        qtbot.waitUntil(lambda: content.stream.wait(1e9) is None)


def test_a_conversation_opens_at_its_end(view, talk, show):
    show(talk.turns(20))
    assert view.scroll_y == view.most_y > 0


def test_following_keeps_the_end_in_sight(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    assert view.scroll_y == view.most_y


def test_scrolling_up_stops_following(view, qtbot, talk, show, on_screen):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    wheel(view, 1)
    before, seen = view.scroll_y, on_screen(live)
    stream(view, qtbot, live, LONG)
    assert view.scroll_y == before
    assert on_screen(live) == seen


def test_one_pixel_up_is_enough_to_stay(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    view.scroll_by(-1)
    before = view.scroll_y
    stream(view, qtbot, live, LONG)
    assert view.scroll_y == before


def test_reaching_the_end_by_hand_follows_again(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    wheel(view, 5)
    wheel(view, -20)
    stream(view, qtbot, live, LONG)
    assert view.scroll_y == view.most_y


def test_the_end_key_follows_again(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    wheel(view, 5)
    qtbot.keyClick(view, Qt.Key.Key_End)
    stream(view, qtbot, live, LONG)
    assert view.scroll_y == view.most_y


def test_the_pill_appears_only_while_new_text_is_out_of_sight(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    assert not view._overlays.pill.isVisible()
    wheel(view, 10)
    assert not view._overlays.pill.isVisible()
    stream(view, qtbot, live, LONG)
    assert view._overlays.pill.isVisible()
    assert view._overlays.pill.accessibleName() == "New text below, go to the end"
    qtbot.mouseClick(view._overlays.pill, Qt.MouseButton.LeftButton)
    assert view.scroll_y == view.most_y
    assert not view._overlays.pill.isVisible()
    stream(view, qtbot, live, LONG)
    assert view.scroll_y == view.most_y


def test_completion_does_not_scroll(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    wheel(view, 4)
    before = view.scroll_y
    view.set_final(talk.finish(live, text=LONG))
    show(talk)
    assert view.scroll_y == before


def test_completion_at_the_end_does_not_scroll_either(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    before = view.scroll_y
    view.set_final(talk.finish(live, text=LONG))
    show(talk)
    assert view.scroll_y == before


def test_an_error_card_does_not_scroll_who_reads_above(view, qtbot, talk, show):
    talk.turns(3)
    live = talk.live()
    show(talk)
    stream(view, qtbot, live, LONG)
    wheel(view, 4)
    before = view.scroll_y
    error = problem(ProblemCode.STREAM_CUT).info
    view.set_final(talk.finish(live, text=LONG, status=Status.INTERRUPTED, error=error))
    assert view.scroll_y == before


def test_sending_goes_to_the_end_and_follows(view, qtbot, talk, show):
    show(talk.turns(10))
    wheel(view, 30)
    talk.user("One more")
    live = talk.live()
    show(talk)
    view.message_sent()
    assert view.scroll_y == view.most_y
    stream(view, qtbot, live, LONG)
    assert view.scroll_y == view.most_y


def test_a_new_state_leaves_the_place(view, talk, show, on_screen):
    show(talk.turns(10))
    view.scroll_by(-700)
    seen = view.rows.id_near(view.scroll_y + 300)
    before = on_screen(seen)
    talk.turns(2)
    show(talk)
    assert on_screen(seen) == before


def test_another_version_keeps_the_fork_at_its_height(view, talk, show, on_screen):
    talk.turns(6)
    fork = talk.user("First wording", versions=("a", "b"), message_id="a")
    talk.reply(LONG)
    talk.turns(4)
    show(talk)
    view.scroll_to(view.rows.top(fork) - 200)
    before = on_screen(fork)
    del talk.path[talk.path.index("a") :]
    other = talk.user("Second wording", versions=("a", "b"), message_id="b")
    talk.reply("Short.")
    show(talk)
    assert on_screen(other) == before


def test_another_version_keeps_the_fork_even_with_nothing_below(view, talk, show, on_screen):
    talk.turns(6)
    fork = talk.user("First wording", versions=("a", "b"), message_id="a")
    talk.reply(LONG * 3)
    show(talk)
    view.scroll_to(view.rows.top(fork) - 20)
    before = on_screen(fork)
    del talk.path[talk.path.index("a") :]
    other = talk.user("Second wording", versions=("a", "b"), message_id="b")
    show(talk)
    assert on_screen(other) == before


def test_the_place_survives_another_width(view, qtbot, talk, show):
    show(talk.turns(30, text=LONG))
    view.scroll_by(-4000)
    before = view.rows.anchor(view.scroll_y)
    view.resize(600, 500)
    after = view.rows.anchor(view.scroll_y)
    assert (after.key, after.offset) == (before.key, before.offset)


def test_the_place_survives_another_theme_and_size(view, theme, talk, show):
    show(talk.turns(30))
    view.scroll_by(-1000)
    before = view.rows.anchor(view.scroll_y)
    theme.apply(choice="dark", reading_size=19, reduce_motion=True)
    after = view.rows.anchor(view.scroll_y)
    assert after.key == before.key


def test_the_end_stays_in_sight_through_another_size(view, theme, talk, show):
    show(talk.turns(10))
    theme.apply(choice="light", reading_size=22, reduce_motion=True)
    assert view.scroll_y == view.most_y
    theme.apply(choice="light", reading_size=13, reduce_motion=True)
    assert view.scroll_y == view.most_y
    view.resize(500, 900)
    assert view.scroll_y == view.most_y


def test_the_place_is_kept_by_anchor(view, talk, show, on_screen):
    show(talk.turns(30))
    view.scroll_by(-1500)
    seen = view.rows.id_near(view.scroll_y + 300)
    anchor, before = view.anchor(), on_screen(seen)
    view.scroll_by(-900)
    view.restore_anchor(anchor)
    assert on_screen(seen) == before
    assert view.anchor() == anchor


def test_the_end_is_an_anchor_too(view, talk, show):
    show(talk.turns(30))
    assert view.anchor() == "end"
    view.scroll_by(-900)
    view.restore_anchor("end")
    assert view.scroll_y == view.most_y


@pytest.mark.parametrize("anchor", ["gone:10", "", ":", "x:y", "nonsense"])
def test_an_anchor_that_is_nowhere_is_the_end(view, talk, show, anchor):
    talk.anchor = anchor
    show(talk.turns(10))
    assert view.scroll_y == view.most_y


def test_a_conversation_opens_where_it_was_left(view, talk, show):
    talk.turns(30)
    place = talk.path[20]
    talk.anchor = f"{place}:25"
    show(talk)
    assert view.scroll_y == view.rows.top(place) + 25
    assert not view.follow.is_on


def test_rows_that_come_in_at_the_top_move_nothing(view, talk, show, on_screen):
    """Their heights were guessed; what is on the screen stays when they become known."""
    show(talk.turns(12, text=LONG))
    for _ in range(400):
        seen = view.rows.id_near(view.scroll_y + 350)
        before = on_screen(seen)
        wheel(view, 1)
        if view.scroll_y == 0:
            break
        assert on_screen(seen) == before + 72
    else:
        pytest.fail("the beginning was never reached")


def test_the_scroll_bar_marks_the_forks(view, talk, show):
    talk.turns(3)
    fork = talk.user("Twice", versions=("x", "y"), message_id="x")
    talk.turns(3)
    show(talk)
    assert list(view.verticalScrollBar()._ticks) == [view.rows.top(fork)]


def test_the_user_told_where_the_reader_is(view, qtbot, talk, show):
    show(talk.turns(30))
    with qtbot.waitSignal(view.place_changed):
        wheel(view, 1)


@pytest.fixture
def written(view, qtbot, talk, show):
    """A conversation whose last reply is being written; returns how to write more of it."""
    talk.turns(10)
    reply = talk.live()
    show(talk)
    view.message_sent()

    def write(paragraphs):
        view.append_delta(reply, "A paragraph of a few words.\n\n" * paragraphs)
        stream = view.rows.content(reply).stream
        qtbot.waitUntil(lambda: stream.wait(time.monotonic()) is None)

    write.reply = reply
    return write


def test_following_stops_where_the_reply_starts_if_the_user_wishes(view, written, on_screen):
    view.replies.stops_at_start = True
    for _ in range(4):
        written(1)
        assert view.follow.is_on
        assert view.scroll_y == view.most_y
    for _ in range(6):
        written(20)
        assert on_screen(written.reply) == 0
        assert not view.follow.is_on
    assert view._overlays.pill.isVisible()
    view.go_to_end()
    written(5)
    assert view.follow.is_on
    assert view.scroll_y == view.most_y


def test_a_reply_shown_whole_stops_at_its_start_too(view, talk, written, on_screen):
    view.replies.stops_at_start = True
    view.set_final(talk.finish(written.reply, text="Words.\n\n" * 200))
    assert on_screen(written.reply) == 0
    assert not view.follow.is_on


def test_following_goes_on_to_the_end_otherwise(view, written):
    for _ in range(4):
        written(40)
        assert view.scroll_y == view.most_y


def test_another_version_that_is_still_being_read_keeps_the_fork_too(
    view, qtbot, talk, show, on_screen
):
    """A long text is read in pieces: until then its row is low, and must not slip out of sight."""
    long = "\n\n".join([LONG] * 60)
    talk.turns(1)
    fork = talk.reply(long, versions=("a", "b"), message_id="a")
    talk.turns(1)
    show(talk)
    qtbot.waitUntil(lambda: view.rows.content(fork).feed is None)
    view.scroll_to(view.rows.top(fork) + 4500)
    del talk.path[talk.path.index("a") :]
    other = talk.reply(long, versions=("a", "b"), message_id="b")
    talk.turns(1)
    show(talk)
    qtbot.waitUntil(lambda: view.rows.row_height(other) > 5000)
    assert on_screen(other) == -4500


def test_what_is_unfolded_at_the_end_stays_where_it_was_pressed(
    view, talk, show, row_of, on_screen
):
    talk.turns(6)
    reply = talk.reply("Short.", reasoning="A thought.\n" * 60, reasoning_s=6.0)
    show(talk)
    assert view.follow.is_on
    before = on_screen(reply)
    chip = row_of(reply).stops()[0]
    chip.click()
    assert on_screen(reply) == before
    assert not view.follow.is_on
    assert view.most_y > view.scroll_y
    chip.click()
    assert on_screen(reply) == before
    assert view.scroll_y == view.most_y
    assert view.follow.is_on


def test_a_fold_leaves_no_room_below_the_end(view, talk, show, row_of):
    talk.turns(6)
    reply = talk.reply("Short.", reasoning="A thought.\n" * 60, reasoning_s=6.0)
    show(talk)
    row_of(reply).stops()[0].click()
    view.go_to_end()
    row_of(reply).stops()[0].click()
    assert view.scroll_y == view.most_y


NUMBERED = "\n\n".join(
    [
        f"**P{number:03}** " + "some words that fill a line " * (1 + number % 9)
        for number in range(90)
    ]
    + ["| a | b |\n|-|-|\n" + "| cell | words |\n" * 40]
    + ["```\n" + "\n".join(f"code {number}" for number in range(30)) + "\n```", "***"]
    + ["one paragraph of very many words " * 200]
)


@pytest.fixture
def deep(view, qtbot, talk, show):
    """In the middle of one long reply, with turns around it."""

    def deep(y):
        talk.turns(2)
        reply = talk.reply(NUMBERED)
        talk.turns(2)
        show(talk)
        qtbot.waitUntil(lambda: view.rows.content(reply).feed is None)
        view.scroll_to(view.rows.top(reply) + y)
        return reply

    return deep


def line_at_top(view):
    """What can be read in the line at the top edge: the first words of it, wherever it breaks."""
    row = view.rows.widget(view.rows.anchor(view.scroll_y).key)
    spot = row.spot_at(QPoint(row.text_area.left(), -row.y()))
    return row.document.offset_of(spot)


@pytest.fixture
def settled(view, qtbot, talk):
    """Waits until every text in sight is read; how far the top line is from where it was."""

    def settled(before):
        qtbot.waitUntil(lambda: all(r.content.feed is None for r in view.rows.widgets()))
        return abs(line_at_top(view) - before)

    return settled


@pytest.mark.parametrize("y", [700, 2_900, 5_000, 6_300])
def test_the_line_that_is_read_survives_another_width(view, deep, settled, y):
    deep(y)
    before = line_at_top(view)
    for width in (560, 1_200, 640, 700):
        view.resize(width, 600)
        # It is in the line at the top: no line is longer than this.
        assert settled(before) <= 130
    view.resize(900, 700)
    assert settled(before) == 0


@pytest.mark.parametrize("y", [700, 2_900, 5_000, 6_300])
def test_the_line_that_is_read_survives_larger_text(view, theme, deep, settled, y):
    deep(y)
    before = line_at_top(view)
    for size in (19, 26, 30, 13):
        theme.apply(choice="dark", reading_size=size, reduce_motion=True)
        assert settled(before) <= 130
    theme.apply(choice="light", reading_size=15, reduce_motion=True)
    assert settled(before) == 0


def test_a_conversation_opens_at_the_line_where_it_was_left(view, qtbot, talk, show, deep, settled):
    deep(5_000)
    before, anchor = line_at_top(view), view.anchor()
    view.show_conversation(None)
    view.resize(600, 700)
    talk.anchor = anchor
    show(talk)
    qtbot.waitUntil(lambda: settled(before) <= 130)
    view.resize(900, 700)
    assert settled(before) == 0
    assert ReadingPlace.read(view.anchor()).spot == ReadingPlace.read(anchor).spot


def test_a_place_between_two_messages_is_kept_by_pixels(view, talk, show):
    show(talk.turns(30))
    fifth = talk.path[5]
    view.scroll_to(view.rows.top(fifth) + 2)
    place = ReadingPlace.read(view.anchor())
    assert (place.at.key, place.at.offset, place.spot) == (fifth, 2, None)


@pytest.mark.parametrize("text", ["m1:5:1.2", "m1:5:1.2.3", "m1:5:1.2.x+4", "m1:5:", "a:b:3"])
def test_what_is_no_place_is_none(text):
    assert ReadingPlace.read(text) is None


@pytest.mark.parametrize("text", ["m1:5", "m1:-16", "m1:5:0.0.0+0", "m1:70:3.1.20-4"])
def test_a_place_is_written_and_read(text):
    assert str(ReadingPlace.read(text)) == text


@pytest.mark.parametrize("step", [24, 72, 500])
def test_scrolling_up_into_what_was_not_laid_out_moves_by_what_was_scrolled(
    view, row_of, deep, settled, step
):
    """Heights above are guessed until they come into sight."""
    reply = deep(5_000)
    view.resize(560, 600)
    settled(0)
    row = row_of(reply)
    for _ in range(2_400 // step):
        spot = row.spot_at(QPoint(row.text_area.left(), -row.y() + 5))
        before = row.y() + row.document.line_top(spot)
        view.scroll_by(-step)
        assert row.y() + row.document.line_top(spot) == before + step
    view.scroll_to(0)
    assert view.scroll_y == 0


@pytest.fixture
def late(view):
    """The texts come one turn of the event loop after they were asked for, as in the program."""

    def late(talk):
        def give(message_ids):
            found = [talk.messages[m] for m in message_ids]
            QTimer.singleShot(0, lambda: view.set_messages(found))

        view.messages_needed.disconnect()
        view.messages_needed.connect(give)
        view.show_conversation(talk.state())

    return late


def lowest(view):
    """Where the last row ends, in the view."""
    return view.rows.height - view.scroll_y


@pytest.mark.parametrize("words", ["word " * 90, "a b\n" * 80, "w" * 3_000])
def test_the_end_is_in_sight_when_long_texts_come_late(view, qtbot, talk, late, words):
    """A long text is low until it is read, and was guessed too high or too low before."""
    long = "\n\n".join([words] * 60)
    talk.turns(2)
    talk.reply(long)
    talk.turns(1)
    last_long = talk.reply(long)
    talk.user("Last question")
    last = talk.reply("Short answer")
    late(talk)
    qtbot.waitUntil(
        lambda: view.rows.widget(last) is not None and view.rows.row_height(last_long) > 2_000
    )
    qtbot.waitUntil(lambda: all(row.content.is_read for row in view.rows.widgets()))
    assert view.follow.is_on
    assert lowest(view) == view.viewport().height()
    view.scroll_by(-100)
    assert lowest(view) == view.viewport().height() + 100
    view.go_to_end()
    assert lowest(view) == view.viewport().height()


def test_the_end_stays_in_sight_when_a_long_text_is_read_again(view, qtbot, talk, late, theme):
    talk.reply("\n\n".join(["word " * 90] * 60))
    talk.user("Last question")
    last = talk.reply("Short answer")
    late(talk)
    qtbot.waitUntil(lambda: view.rows.height > 5_000 and not view.follow.is_arriving)
    for size in (26, 13):
        theme.apply(choice="dark", reading_size=size, reduce_motion=True)
        qtbot.waitUntil(lambda: all(row.content.is_read for row in view.rows.widgets()))
        assert view.rows.widget(last) is not None
        assert lowest(view) == view.viewport().height()
