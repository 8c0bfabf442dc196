from desktop_assistant.ui.waiting_messages import WaitingMessages, join_drafts


def test_messages_wait_in_their_order_each_in_its_conversation():
    waiting = WaitingMessages()
    waiting.add("a", "one")
    waiting.add("b", "other")
    waiting.add("a", "two")
    assert waiting.of("a") == ("one", "two")
    assert waiting.take_first("a") == "one"
    assert waiting.take_first("a") == "two"
    assert waiting.take_first("a") is None
    assert waiting.of("b") == ("other",)


def test_the_draft_to_store_holds_what_waits():
    waiting = WaitingMessages()
    waiting.add("a", "one")
    assert waiting.with_draft("a", "typing") == "one\n\ntyping"
    assert waiting.of("a") == ("one",)
    assert waiting.give_up("a", "") == "one"
    assert waiting.of("a") == ()


def test_empty_drafts_leave_no_trace():
    assert join_drafts("", " ", "text", "") == "text"
    assert join_drafts() == ""
