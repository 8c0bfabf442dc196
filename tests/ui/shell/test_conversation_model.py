import random
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_assistant.chat.state import ConversationSummary
from desktop_assistant.ui.sidebar.conversation_model import ConversationModel

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12).astimezone().timestamp()
DAY = 86_400


def summary(name, age_days=0.0, **changes):
    moment = NOON - age_days * DAY
    row = ConversationSummary(name, f"Title {name}", moment, moment, branches=1, pinned=False)
    return row._replace(**changes)


@pytest.fixture
def model(qapp):
    model = ConversationModel()
    model._tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    return model


def shown(model):
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_headings_follow_the_calendar(model):
    model.set_summaries(
        [
            summary("p", 50, pinned=True),
            summary("a"),
            summary("b", 1),
            summary("c", 6),
            summary("d", 20),
            summary("e", 60),
            summary("f", 800),
        ],
        TODAY,
    )
    assert shown(model) == [
        "Pinned", "Title p", "Today", "Title a", "Yesterday", "Title b",
        "Previous 7 days", "Title c", "Previous 30 days", "Title d",
        "September 2026", "Title e", "September 2024", "Title f",
    ]  # fmt: skip


def test_midnight_moves_conversations_to_other_headings(model):
    model.set_summaries([summary("a")], TODAY)
    model.set_today(TODAY + timedelta(days=1))
    assert shown(model) == ["Yesterday", "Title a"]


def test_a_clock_gone_mad_breaks_nothing(model):
    far = summary("a", updated_at=1e18)
    model.set_summaries([far, summary("b", updated_at=-1e18)], TODAY)
    assert "Title a" in shown(model)
    assert "Title b" in shown(model)


def test_headings_cannot_be_selected_and_titles_can_be_edited(model):
    model.set_summaries([summary("a")], TODAY)
    heading, row = model.flags(model.index(0)), model.flags(model.index(1))
    assert not heading & Qt.ItemFlag.ItemIsSelectable
    assert not heading & Qt.ItemFlag.ItemIsEnabled
    assert row & Qt.ItemFlag.ItemIsSelectable
    assert row & Qt.ItemFlag.ItemIsEditable


def test_what_is_spoken_begins_with_the_title(model):
    model.set_summaries(
        [summary("a", branches=3, answering=True, unread=True, pinned=True), summary("b")], TODAY
    )
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 3)]
    assert spoken == ["Title a, 3 branches, answering, unread, pinned", "Title b"]


def test_a_conversation_without_words_still_has_a_name(model):
    model.set_summaries([summary("a", title="")], TODAY)
    assert shown(model)[1] == "Untitled conversation"


def test_a_row_that_moves_to_the_top_is_still_the_same_row(model):
    model.set_summaries([summary("a"), summary("b"), summary("c", 2)], TODAY)
    third = QPersistentModelIndex(model.index_of("c"))
    moves = []
    model.rowsMoved.connect(lambda *_: moves.append(1))
    removed = []
    model.rowsRemoved.connect(lambda _, first, last: removed.append(last - first + 1))
    model.set_summaries([summary("c"), summary("a"), summary("b")], TODAY)
    assert third.isValid()
    assert third.row() == 1
    assert len(moves) == 1
    assert removed == [1]  # only the heading that has become empty


def test_a_changed_badge_changes_one_row_only(model):
    rows = [summary("a"), summary("b"), summary("c")]
    model.set_summaries(rows, TODAY)
    changed = []
    model.dataChanged.connect(lambda first, last, *_: changed.append((first.row(), last.row())))
    model.set_summaries([rows[0], rows[1]._replace(branches=4), rows[2]], TODAY)
    assert changed == [(2, 2)]


def test_any_list_becomes_any_other_list(model):
    chance = random.Random(7)
    names = [f"n{number}" for number in range(30)]
    for _ in range(60):
        chosen = chance.sample(names, chance.randint(0, 30))
        rows = [
            summary(name, chance.choice([0, 1, 3, 20, 90]), pinned=chance.random() < 0.2)
            for name in chosen
        ]
        rows.sort(key=lambda row: (not row.pinned, -row.updated_at))
        model.set_summaries(rows, TODAY)
        titles = [text for text in shown(model) if text.startswith("Title ")]
        assert titles == [row.title for row in rows]


def test_a_clock_that_was_set_back_repeats_headings(model):
    now, yesterday, again = summary("a"), summary("b", 1), summary("c")
    for rows in ([now], [now, yesterday, again], [yesterday, again, now], [again, yesterday, now]):
        model.set_summaries(rows, TODAY)
        titles = [text for text in shown(model) if text.startswith("Title ")]
        assert titles == [row.title for row in rows]
    assert shown(model) == ["Today", "Title c", "Yesterday", "Title b", "Today", "Title a"]


def test_a_list_of_which_little_changed_keeps_its_other_rows(model):
    before = [summary(f"n{number}", number / 10) for number in range(50)]
    model.set_summaries(before, TODAY)
    kept = list(model._rows)
    after = [row._replace() for row in before]
    after[3] = after[3]._replace(title="Another title")
    model.set_summaries(after, TODAY)
    assert [old.title for old, new in zip(kept, model._rows, strict=True) if old is not new] == [
        "Title n3"
    ]


def test_a_title_that_was_not_taken_is_shown_as_it_was(model):
    model.set_summaries([summary("a")], TODAY)
    model.setData(model.index(1), "A better title")
    model.set_summaries([summary("a")], TODAY)
    assert shown(model)[1] == "Title a"


def test_an_edited_title_is_asked_for_and_shown_at_once(model):
    model.set_summaries([summary("a")], TODAY)
    wanted = []
    model.rename_wanted.connect(lambda *args: wanted.append(args))
    assert model.setData(model.index(1), "  A better\n title ")
    assert wanted == [("a", "A better title")]
    assert shown(model)[1] == "A better title"
    assert not model.setData(model.index(1), "   ")
    assert not model.setData(model.index(0), "A heading")


def test_hidden_conversations_take_their_heading_with_them(model):
    model.set_summaries([summary("a"), summary("b", 1)], TODAY)
    model.hide(frozenset({"b"}))
    assert shown(model) == ["Today", "Title a"]
    model.hide(frozenset())
    assert shown(model) == ["Today", "Title a", "Yesterday", "Title b"]


def test_neighbours_and_steps_go_over_headings(model):
    model.set_summaries([summary("a"), summary("b", 1), summary("c", 2)], TODAY)
    assert model.neighbour_of("a") == "b"
    assert model.neighbour_of("c") == "b"
    assert model.neighbour_of("x") is None
    assert model.step_from("a", 1) == "b"
    assert model.step_from("c", 1) == "a"
    assert model.step_from("a", -1) == "c"
    assert model.step_from(None, 1) == "a"


def test_two_thousand_conversations_are_one_insertion(model):
    rows = [summary(f"n{number}", number / 10) for number in range(2_000)]
    insertions = []
    model.rowsInserted.connect(lambda _, first, last: insertions.append(last - first + 1))
    model.set_summaries(rows, TODAY)
    assert insertions == [model.rowCount()]
    assert model.rowCount() > 2_000
    model.set_summaries(rows, TODAY)
    assert len(insertions) == 1
