"""What every ``ConversationStore`` must do; a class of tests for each to inherit.

A subclass has a fixture ``store``: one that is open and empty.
"""

import asyncio
from dataclasses import replace

import pytest

from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.errors import ErrorInfo, InvalidInputError, ProblemCode
from desktop_assistant.domain.ids import ConversationId, MessageId, ProviderId
from desktop_assistant.domain.messages import Message, Role, Status, Usage
from tests.contract.store_contract_values import (
    START,
    finished,
    new_record,
    question,
    reply_to,
    stored_turn,
)

NOBODY = ConversationId("nobody")
NOTHING = MessageId("nothing")
ODD_TEXTS = {
    "nul": "before\0after",
    "line separators": "a\u2028b\u2029c\u0085d\r\ne\rf",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇳",
    "controls": "\x01\x1b[31mred\x7f\ufeff\u202e",
    "noncharacters": "\ufffe\uffff\U0010ffff",
    "blanks": "  \n\t \n",
    "quotes": """'";--%_*\\""",
    "a megabyte": "Ебб und Flut, 潮汐. " * 50_000,
}


class StoreContract:
    async def test_an_empty_library_is_empty(self, store):
        assert await store.summaries() == []
        assert await store.search("a") == []
        assert await store.load_new_draft() == ""
        assert await store.load_window_state() == ""
        health = await store.health()
        assert (health.integrity, health.conversations, health.messages) == ("ok", 0, 0)

    async def test_a_first_turn_makes_the_conversation(self, store):
        record = new_record(system_prompt="Be brief.")
        asked = question(record)
        reply = reply_to(asked)

        await store.begin_turn(record, [asked, reply], reply.id)

        stored = await store.conversation(record.id)
        assert stored == replace(
            record,
            active_leaf_id=reply.id,
            nodes=(asked.node._replace(last_child_id=reply.id), reply.node),
        )
        assert await store.messages([reply.id, asked.id]) == [reply, asked]
        assert await store.conversation_of(reply.id) == record.id
        (row,) = await store.summaries()
        assert (row.id, row.title, row.created_at) == (record.id, record.title, START)
        assert (row.branches, row.pinned, row.unread, row.answering) == (1, False, False, True)

    async def test_a_later_turn_leaves_the_conversation_as_it_was_set(self, store):
        record, _, reply = await stored_turn(store)
        again = question(record, "And at new moon?", reply.id, 2, START + 60)

        await store.begin_turn(replace(record, title="Other", model="other"), [again], again.id)

        stored = await store.conversation(record.id)
        assert (stored.title, stored.model) == (record.title, record.model)
        assert stored.active_leaf_id == again.id
        assert stored.updated_at == START + 60
        assert (await store.summaries())[0].updated_at == START + 60

    async def test_a_reply_grows_and_ends(self, store):
        record = new_record()
        asked = question(record)
        reply = reply_to(asked)
        await store.begin_turn(record, [asked, reply], reply.id)

        await store.append_chunk(reply.id, "", "Let me see")
        await store.append_chunk(reply.id, "The ", ".")
        await store.append_chunk(reply.id, "moon", "")
        (so_far,) = await store.messages([reply.id])
        assert so_far == replace(reply, text="The moon", reasoning="Let me see.")
        assert [row.answering for row in await store.summaries()] == [True]

        final = finished(
            reply,
            "The moon pulls.",
            reasoning="Let me see. Yes.",
            reasoning_s=1.5,
            system_prompt="Today is Monday.",
            finish_reason="stop",
            usage=Usage(12, 34, estimated=True),
            duration_s=2.5,
            note="A parameter was left out.",
        )
        await store.finish_reply(final)
        assert await store.messages([reply.id]) == [final]
        assert [row.answering for row in await store.summaries()] == [False]
        (_, node) = (await store.conversation(record.id)).nodes
        assert node == final.node
        assert node.length == len("The moon pulls.")

    @pytest.mark.parametrize("status", [s for s in Status if s.is_final])
    async def test_every_ending_is_kept_with_its_error(self, store, status):
        record = new_record()
        asked = question(record)
        reply = reply_to(asked)
        await store.begin_turn(record, [asked, reply], reply.id)
        error = ErrorInfo(
            ProblemCode.SERVER_OVERLOADED,
            {"provider": "Æ", "status": "529"},
            detail="busy {x}",
            retry_after_s=2.5,
        )

        final = finished(reply, "Half", status=status, error=error)
        await store.finish_reply(final)

        assert await store.messages([reply.id]) == [final]

    async def test_ending_again_changes_nothing(self, store):
        """A final message is written again and again while the disk is full."""
        _, _, reply = await stored_turn(store, reply_text="needle")

        await store.finish_reply(reply)

        assert await store.messages([reply.id]) == [reply]
        assert [hit.message_id for hit in await store.search("needle")] == [reply.id]
        assert (await store.summaries())[0].branches == 1

    async def test_writes_are_done_in_the_order_of_the_calls(self, store):
        record = new_record()
        asked = question(record)
        reply = reply_to(asked)
        await store.begin_turn(record, [asked, reply], reply.id)

        words = [f"{number} " for number in range(200)]
        await asyncio.gather(*(store.append_chunk(reply.id, word, "") for word in words))

        assert (await store.messages([reply.id]))[0].text == "".join(words)

    async def test_a_read_sees_every_write_that_has_returned(self, store):
        record, _, _ = await stored_turn(store)
        for number in range(50):
            await store.rename(record.id, f"title {number}")
            assert (await store.summaries())[0].title == f"title {number}"
            assert (await store.conversation(record.id)).title == f"title {number}"

    @pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
    async def test_any_text_is_kept_to_the_character(self, store, text):
        record = new_record(title=text[:100], system_prompt=text)
        asked = question(record, text)
        reply = reply_to(asked)
        await store.begin_turn(record, [asked, reply], reply.id)
        await store.append_chunk(reply.id, text, text)
        assert (await store.messages([reply.id]))[0].text == text
        final = finished(reply, text, reasoning=text, note=text, system_prompt=text)
        await store.finish_reply(final)
        await store.save_draft(record.id, text)
        await store.save_scroll_anchor(record.id, text)
        await store.save_window_state(text)

        assert await store.messages([asked.id, reply.id]) == [asked, final]
        stored = await store.conversation(record.id)
        assert (stored.draft, stored.scroll_anchor, stored.system_prompt) == (text, text, text)
        assert stored.title == text[:100]
        assert [node.length for node in stored.nodes] == [len(text), len(text)]
        assert await store.load_window_state() == text

    # The tree

    async def test_branches_are_counted_and_remembered(self, store):
        record, asked, reply = await stored_turn(store)
        other = reply_to(asked, position=2)
        await store.begin_turn(record, [other], other.id)
        await store.finish_reply(finished(other, "Because of the moon."))
        assert (await store.summaries())[0].branches == 2

        more = question(record, "Tell me more", reply.id, 3)
        await store.begin_turn(record, [more], more.id)
        assert (await store.summaries())[0].branches == 2
        first = question(record, "Another beginning", None, 4)
        await store.begin_turn(record, [first], first.id)
        assert (await store.summaries())[0].branches == 3

        await store.activate(record.id, other.id)
        stored = await store.conversation(record.id)
        tree = ConversationTree(stored.nodes, stored.active_leaf_id)
        assert [node.id for node in tree.path()] == [asked.id, other.id]
        assert tree.last_leaf(reply.id) == more.id
        assert tree.branch_count == 3
        await store.activate(record.id, more.id)
        stored = await store.conversation(record.id)
        tree = ConversationTree(stored.nodes, stored.active_leaf_id)
        assert tree.last_leaf(asked.id) == more.id

    async def test_a_tree_of_turns_is_the_tree_that_was_made(self, store):
        """Branches at many depths, activated to and fro: nodes and pointers as the domain's."""
        record = new_record()
        tree = ConversationTree()
        for step in range(60):
            known = [node.id for node in tree]
            parent = known[(step * 7) % len(known)] if known and step % 11 else None
            message = question(record, str(step), parent, tree.next_position)
            await store.begin_turn(record, [message], message.id)
            tree.add(message.node)
            tree.activate(message.id)
            if step % 3 == 0:
                leaf = tree.last_leaf(known[(step * 5) % len(known)] if known else message.id)
                await store.activate(record.id, leaf)
                tree.activate(leaf)

            stored = await store.conversation(record.id)
            assert stored.nodes == tuple(tree)
            assert stored.active_leaf_id == tree.active_leaf_id
            assert (await store.summaries())[0].branches == tree.branch_count

    # The list

    async def test_pinned_first_then_the_last_used(self, store):
        records = [new_record(title=str(number), at=START + number) for number in range(4)]
        for record in records:
            await stored_turn(store, record, at=record.created_at)
        await store.set_pinned(records[1].id, pinned=True)
        assert [row.title for row in await store.summaries()] == ["1", "3", "2", "0"]
        assert [row.pinned for row in await store.summaries()] == [True, False, False, False]
        assert (await store.conversation(records[1].id)).pinned

        again = question(records[0], "again", None, 2, at=START + 100)
        await store.begin_turn(records[0], [again], again.id)
        await store.set_pinned(records[1].id, pinned=False)
        assert [row.title for row in await store.summaries()] == ["0", "3", "2", "1"]

    async def test_what_belongs_to_a_conversation_is_set_and_unset(self, store):
        record, _, _ = await stored_turn(store)

        await store.set_unread(record.id, unread=True)
        assert (await store.summaries())[0].unread
        await store.set_unread(record.id, unread=False)
        assert not (await store.summaries())[0].unread

        await store.set_model(record.id, ProviderId("local"), "small")
        stored = await store.conversation(record.id)
        assert (stored.provider_id, stored.model) == ("local", "small")
        await store.set_model(record.id, None, None)
        stored = await store.conversation(record.id)
        assert (stored.provider_id, stored.model) == (None, None)

        for prompt in ("Be kind.", "", None):
            await store.set_system_prompt(record.id, prompt)
            assert (await store.conversation(record.id)).system_prompt == prompt

        await store.save_draft(record.id, "half a thou")
        await store.save_scroll_anchor(record.id, "m1:12")
        stored = await store.conversation(record.id)
        assert (stored.draft, stored.scroll_anchor) == ("half a thou", "m1:12")
        await store.save_draft(record.id, "")
        assert (await store.conversation(record.id)).draft == ""

    async def test_what_belongs_to_the_window_is_kept_apart(self, store):
        await store.save_draft(None, "not yet")
        await store.save_window_state("here")
        assert await store.load_new_draft() == "not yet"
        assert await store.load_window_state() == "here"
        await store.save_draft(None, "")
        assert await store.load_new_draft() == ""
        assert await store.load_window_state() == "here"

    async def test_the_trash_gives_back(self, store):
        record, asked, _ = await stored_turn(store, text="needle")

        await store.delete(record.id)
        assert await store.summaries() == []
        assert await store.search("needle") == []
        assert await store.search(record.title) == []
        stored = await store.conversation(record.id)
        assert (stored.title, stored.is_deleted) == (record.title, True)
        (row,) = await store.deleted_summaries()
        assert (row.id, row.title, row.branches) == (record.id, record.title, 1)
        assert row.deleted_at is not None
        assert (await store.health()).conversations == 0

        await store.undelete(record.id)
        assert [row.id for row in await store.summaries()] == [record.id]
        assert (await store.summaries())[0].deleted_at is None
        assert await store.deleted_summaries() == []
        assert not (await store.conversation(record.id)).is_deleted
        assert [hit.message_id for hit in await store.search("needle")] == [asked.id]

    # Search

    async def test_search_finds_titles_and_every_branch(self, store):
        record, asked, reply = await stored_turn(store, new_record("Low and high water"))
        other = reply_to(asked, position=2, created_at=START + 10)
        await store.begin_turn(record, [other], other.id)
        await store.finish_reply(finished(other, "It is the MOON, and the sun."))

        hits = await store.search("moon")
        assert [(hit.message_id, hit.on_active_branch) for hit in hits] == [
            (other.id, True),
            (reply.id, False),
        ]
        hit = hits[0]
        assert hit.conversation_id == record.id
        assert hit.title == record.title
        assert hit.snippet[hit.match_start :][: hit.match_length] == "MOON"

        (by_title,) = await store.search("AND HIGH")
        assert by_title.message_id is None
        assert by_title.on_active_branch
        assert by_title.snippet[by_title.match_start :][: by_title.match_length] == "and high"

    async def test_search_reads_along_while_a_reply_is_written(self, store):
        record = new_record()
        asked = question(record)
        reply = reply_to(asked)
        await store.begin_turn(record, [asked, reply], reply.id)
        await store.append_chunk(reply.id, "spring ", "")
        await store.append_chunk(reply.id, "tide", "")

        (hit,) = await store.search("g t")
        assert hit.message_id == reply.id
        assert hit.snippet == "spring tide"

    @pytest.mark.parametrize(
        "text",
        [
            "don't", '"', '""', "a-b", "C++", "20.04", "AND", "OR NOT", "NEAR(", "*", "(", "^x",
            ":", "text:x", "x*", "\\", "%", "_", "\0", "a\0b", "潮", "潮汐", "ß", "İ", "é", "👍",
            "\n", " ", "  ", "\ufffe",
        ],
    )  # fmt: skip
    async def test_search_takes_every_text_literally(self, store, text):
        record = new_record("none")
        with_text = question(record, f"zzz{text}zzz", None, 0)
        without = question(record, "plain", with_text.id, 1)
        await store.begin_turn(record, [with_text, without], without.id)

        hits = await store.search(text)

        assert [hit.message_id for hit in hits] == [with_text.id]
        assert await store.search(text + "qq") == []

    async def test_search_without_letter_case_in_any_script(self, store):
        record = new_record("none")
        texts = ["STRASSE", "Straße", "ΣΊΣΥΦΟΣ", "σίσυφος", "ПРИЛИВ", "прилив"]
        messages = [question(record, texts[0])]
        for position, text in enumerate(texts[1:], start=1):
            messages.append(question(record, text, messages[-1].id, position))
        await store.begin_turn(record, messages, messages[-1].id)

        async def found(query):
            hits = await store.search(query)
            assert all(hit.match_length > 0 for hit in hits)
            return {hit.snippet for hit in hits}

        assert await found("straße") == {"STRASSE", "Straße"}
        assert await found("SS") == {"STRASSE", "Straße"}
        assert await found("Σίσυφος") == {"ΣΊΣΥΦΟΣ", "σίσυφος"}
        assert await found("рИЛ") == {"ПРИЛИВ", "прилив"}
        assert await found("П") == {"ПРИЛИВ", "прилив"}

    async def test_search_shows_the_newest_first_and_no_more_than_wanted(self, store):
        record = new_record("none")
        times = [3, 1, 2, 5, 4]
        messages = [
            question(record, f"needle {time}", None, position, START + time)
            for position, time in enumerate(times)
        ]
        await store.begin_turn(record, messages, messages[-1].id)

        hits = await store.search("needle")
        assert [hit.snippet[-1] for hit in hits] == ["5", "4", "3", "2", "1"]
        assert len(await store.search("needle", limit=2)) == 2
        assert await store.search("needle", limit=0) == []
        assert await store.search("") == []

    # What cannot be

    async def test_unknown_ids_are_the_callers_mistake(self, store):
        record, asked, reply = await stored_turn(store)
        other_record, _, _ = await stored_turn(store)
        stray = question(record, parent=NOTHING, position=9)
        calls = [
            lambda: store.conversation(NOBODY),
            lambda: store.messages([asked.id, NOTHING]),
            lambda: store.conversation_of(NOTHING),
            lambda: store.begin_turn(record, [stray], stray.id),
            lambda: store.append_chunk(NOTHING, "x", ""),
            lambda: store.finish_reply(replace(reply, id=NOTHING)),
            lambda: store.activate(NOBODY, asked.id),
            lambda: store.activate(record.id, NOTHING),
            lambda: store.rename(NOBODY, "x"),
            lambda: store.set_pinned(NOBODY, pinned=True),
            lambda: store.set_unread(NOBODY, unread=True),
            lambda: store.set_model(NOBODY, None, None),
            lambda: store.set_system_prompt(NOBODY, "x"),
            lambda: store.save_draft(NOBODY, "x"),
            lambda: store.save_scroll_anchor(NOBODY, "x"),
            lambda: store.delete(NOBODY),
            lambda: store.undelete(NOBODY),
        ]
        before = [await store.conversation(r.id) for r in (record, other_record)]
        for call in calls:
            with pytest.raises(InvalidInputError) as caught:
                await call()
            assert caught.value.info.code in (
                ProblemCode.UNKNOWN_CONVERSATION,
                ProblemCode.UNKNOWN_MESSAGE,
            )
        assert [await store.conversation(r.id) for r in (record, other_record)] == before
        assert len(await store.summaries()) == 2

    async def test_own_writes_are_no_news(self, store):
        before = await store.change_counter()
        record, _, _ = await stored_turn(store)
        await store.rename(record.id, "new")
        await store.save_window_state("x")
        await store.summaries()
        assert await store.change_counter() == before

    async def test_all_kinds_of_messages_come_back_whole(self, store):
        record = new_record()
        plain = Message(
            MessageId("plain"), record.id, None, Role.USER, Status.COMPLETE, "", START, position=0
        )
        rich = Message(
            id=MessageId("rich"),
            conversation_id=record.id,
            parent_id=plain.id,
            role=Role.ASSISTANT,
            status=Status.FILTERED,
            text="t",
            created_at=START + 0.123456,
            position=1,
            reasoning="r",
            reasoning_s=0.25,
            provider_id=ProviderId("p"),
            model="m",
            system_prompt="",
            finish_reason="content_filter",
            usage=Usage(0, 0),
            error=ErrorInfo(ProblemCode.STOPPED),
            duration_s=0.0,
            note="n",
        )
        await store.begin_turn(record, [plain, rich], rich.id)
        assert await store.messages([plain.id, rich.id]) == [plain, rich]
