"""The transcript by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

LONG = "A line of words that is long enough to fill some room.\n\n" * 30
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def focused(view, qtbot):
    """Gives the view the keyboard and sends keys to whatever has it."""
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.clearFocus()

    def key(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    return key


def at(view):
    """The message that has the keyboard."""
    return next((r.content.entry.node.id for r in view.rows.widgets() if r.hasFocus()), None)


def test_tab_comes_to_the_last_message_and_moves_nothing(view, focused, talk, show):
    show(talk.turns(5))
    before = view.scroll_y
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert at(view) == talk.path[-1]
    assert view.scroll_y == before


def test_up_and_down_walk_the_messages(view, focused, talk, show):
    show(talk.turns(5, text=""))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_Up)
    assert at(view) == talk.path[-2]
    focused(Qt.Key.Key_Up, CONTROL)
    assert at(view) == talk.path[-3]
    focused(Qt.Key.Key_Down)
    assert at(view) == talk.path[-2]


def test_walking_scrolls_to_the_message(view, focused, talk, show):
    show(talk.turns(30))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(20):
        focused(Qt.Key.Key_Up)
    here = at(view)
    top = view.rows.top(here) - view.scroll_y
    assert -1 <= top < view.viewport().height()


def test_a_message_higher_than_the_view_is_read_through(view, focused, talk, show):
    talk.user("Question")
    long = talk.reply(LONG)
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_Up)
    assert at(view) == long
    assert view.scroll_y < view.most_y


def test_right_enters_a_message_and_left_leaves_it(view, focused, talk, show, row_of):
    talk.user("Question")
    reply = talk.reply("Answer")
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_Right)
    assert QApplication.focusWidget().accessibleName() == "Copy message"
    focused(Qt.Key.Key_Right)
    assert QApplication.focusWidget().accessibleName() == "Edit message"
    focused(Qt.Key.Key_Left)
    focused(Qt.Key.Key_Left)
    assert at(view) == reply
    focused(Qt.Key.Key_Right)
    focused(Qt.Key.Key_Escape)
    assert at(view) == reply


def test_the_buttons_of_code_are_reached(view, focused, talk, show):
    talk.reply("```\ncode\n```")
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_Right)
    assert QApplication.focusWidget().accessibleName() == "Wrap code lines"
    focused(Qt.Key.Key_Right)
    focused(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "code"


def test_enter_presses_what_has_the_keyboard(view, qtbot, focused, talk, show):
    talk.user("Question")
    reply = talk.reply("Answer")
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        focused(Qt.Key.Key_Right)
    with qtbot.waitSignal(view.regenerate_requested) as asked:
        focused(Qt.Key.Key_Return)
    assert asked.args == [reply]


def test_alt_arrows_switch_versions(view, qtbot, focused, talk, show):
    middle = talk.user("Question", versions=("a", "b", "c"), message_id="b")
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(view.previous_version_requested) as asked:
        focused(Qt.Key.Key_Left, ALT)
    assert asked.args == [middle]
    with qtbot.waitSignal(view.next_version_requested):
        focused(Qt.Key.Key_Right, ALT)


def test_there_is_no_version_before_the_first(view, qtbot, focused, talk, show):
    talk.user("Question", versions=("a", "b"), message_id="a")
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(view.previous_version_requested):
        focused(Qt.Key.Key_Left, ALT)


def test_home_end_and_pages_scroll(view, focused, talk, show):
    show(talk.turns(30))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_Home)
    assert view.scroll_y == 0
    focused(Qt.Key.Key_PageDown)
    down = view.scroll_y
    assert down > 300
    focused(Qt.Key.Key_PageUp)
    assert view.scroll_y == 0
    focused(Qt.Key.Key_End, CONTROL)
    assert view.scroll_y == view.most_y


def test_copying_without_a_selection_takes_the_message(view, focused, talk, show):
    talk.user("Question")
    talk.reply("Answer")
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Answer"


def test_tab_goes_through_the_current_message_only_and_out_again(qtbot, theme, talk):
    from desktop_assistant.ui.transcript import TranscriptView

    window = QWidget()
    qtbot.addWidget(window)
    before, view, after = QLineEdit(), TranscriptView(theme), QLineEdit()
    layout = QVBoxLayout(window)
    for part in (before, view, after):
        layout.addWidget(part)
    window.resize(800, 600)
    view.messages_needed.connect(lambda ids: view.set_messages([talk.messages[m] for m in ids]))
    talk.user("Question")
    talk.reply("Answer")
    view.show_conversation(talk.state())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    seen = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is after:
            break
    names = [w.accessibleName() for w in seen[1:-1]]
    assert names == ["Copy message", "Edit message", "Regenerate reply", "More actions"]
    for _ in range(12):
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier
        )
        if QApplication.focusWidget() is before:
            break
    else:
        pytest.fail("Shift+Tab never came back")


def test_only_the_keyboard_shows_a_ring(view, qtbot, focused, talk, show, row_of):
    reply = talk.reply("Answer")
    show(talk)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert row_of(reply).shows_ring
    row_of(reply).clearFocus()
    row_of(reply).setFocus(Qt.FocusReason.MouseFocusReason)
    assert not row_of(reply).shows_ring


def test_arrows_read_a_long_message_by_line_and_with_ctrl_go_by_message(
    view, focused, talk, show, on_screen, qtbot
):
    talk.user("Question")
    long = talk.reply(LONG)
    last = talk.user("Another")
    show(talk)
    # A busy machine reads it in several turns, and it is not as long before.
    qtbot.waitUntil(lambda: view.rows.content(long).feed is None)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_Up, CONTROL)
    assert at(view) == long
    assert on_screen(long) == 8
    before = view.scroll_y
    focused(Qt.Key.Key_Down)
    focused(Qt.Key.Key_Down)
    assert view.scroll_y == before + 48
    assert at(view) == long
    focused(Qt.Key.Key_Up, CONTROL)  # first to its own beginning
    assert at(view) == long
    assert on_screen(long) == 8
    focused(Qt.Key.Key_Up, CONTROL)
    assert at(view) == talk.path[0]
    focused(Qt.Key.Key_Up, CONTROL)
    assert at(view) == talk.path[0]
    for _ in range(2):
        focused(Qt.Key.Key_Down, CONTROL)
    assert at(view) == last


@pytest.fixture
def forked(talk):
    """Forty turns, of which three questions have versions."""
    for number in range(40):
        versions = (f"q{number}", f"other{number}") if number in (5, 20, 35) else None
        talk.user(f"Question {number}", message_id=f"q{number}", versions=versions)
        talk.reply(f"Answer {number}. " + "Some words. " * 20)
    return talk


def test_forks_are_walked_from_where_the_reader_is(view, forked, show, on_screen):
    show(forked)
    assert view.fork_at_hand() is None
    view.step_fork(1)
    assert view.fork_at_hand() is None  # there is none below
    for fork in ("q35", "q20", "q5"):
        view.step_fork(-1)
        assert view.fork_at_hand() == fork
        assert on_screen(fork) == 16
    view.step_fork(-1)
    assert view.fork_at_hand() == "q5"
    view.step_fork(1)
    assert view.fork_at_hand() == "q20"
    view.scroll_to(0)
    assert view.fork_at_hand() is None
    view.step_fork(1)
    assert view.fork_at_hand() == "q5"
    assert not view.follow.is_on


def test_a_fork_takes_the_focus_from_another_message_only(view, focused, forked, show):
    show(forked)
    view.step_fork(-1)
    assert at(view) is None
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.step_fork(-1)
    assert at(view) == "q20"


def test_another_version_keeps_the_reader_at_the_fork(view, focused, forked, show):
    show(forked)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.step_fork(-1)
    assert at(view) == "q35"
    place = forked.path.index("q35")
    del forked.path[place:]
    forked.user("In other words", message_id="other35", versions=("q35", "other35"))
    forked.reply("Another answer")
    show(forked)
    assert view.fork_at_hand() == "other35"
    assert at(view) == "other35"


def test_whoever_was_below_the_fork_is_at_it_after_a_switch(view, focused, forked, show):
    show(forked)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert at(view) == forked.path[-1]
    view.step_fork(-1)
    focused(Qt.Key.Key_Down)
    assert at(view) == forked.path[forked.path.index("q35") + 1]
    del forked.path[forked.path.index("q35") :]
    forked.user("In other words", message_id="other35", versions=("q35", "other35"))
    forked.reply("Another answer")
    show(forked)
    assert at(view) == "other35"


def test_a_focus_that_was_far_below_the_fork_stays_in_the_transcript(view, focused, forked, show):
    show(forked)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused(Qt.Key.Key_Home)
    del forked.path[forked.path.index("q20") :]
    forked.user("In other words", message_id="other20", versions=("q20", "other20"))
    forked.reply("Another answer")
    show(forked)
    assert view.hasFocus() or at(view) == "other20"


def test_back_from_within_a_long_fork_is_its_beginning(view, qtbot, talk, show, on_screen):
    talk.user("Twice", message_id="a", versions=("a", "b"))
    talk.reply("Some words")
    long = talk.reply(LONG * 4, message_id="long", versions=("other", "long"))
    show(talk)
    qtbot.waitUntil(lambda: view.rows.row_height(long) > 3_000)
    view.step_fork(-1)
    view.scroll_by(1_500)
    assert view.fork_at_hand() == long
    view.step_fork(-1)
    assert on_screen(long) == 16
    view.step_fork(-1)
    assert view.fork_at_hand() == "a"
