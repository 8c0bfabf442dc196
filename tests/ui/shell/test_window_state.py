import pytest

from desktop_assistant.ui.window_state import WindowState


def test_a_state_survives_as_text():
    state = WindowState(
        10, -20, 900, 600, maximized=True, sidebar_width=300, sidebar_shown=False,
        conversation_id="c1",
    )  # fmt: skip
    assert WindowState.from_text(state.to_text()) == state


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "null",
        '{"sidebar_width": "wide"}',
        '{"unknown": 1}',
        '{"x": "5"}',
        '{"x": true}',
    ],
)
def test_a_broken_text_is_as_if_nothing_had_been_said(text):
    assert WindowState.from_text(text) == WindowState()


def test_what_is_right_in_a_text_counts():
    text = '{"sidebar_width": 300, "sidebar_shown": 1, "conversation_id": "c"}'
    assert WindowState.from_text(text) == WindowState(sidebar_width=300, conversation_id="c")
