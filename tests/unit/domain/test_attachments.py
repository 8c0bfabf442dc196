from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.domain.attachments import AttachedText, attached, join, said_in, split

names = st.text(min_size=1, max_size=30)
texts = st.text(alphabet=st.sampled_from(list("ab`\n :{}~é")), max_size=60)


@given(st.lists(st.tuples(names, texts), max_size=4), texts)
def test_split_undoes_join(files, text):
    attachments = tuple(attached(name, content) for name, content in files)
    # What follows the files is only told from a file if it does not look like one.
    if not text.startswith("File `"):
        assert split(join(attachments, text)) == (attachments, text)


def test_a_message_without_files_is_itself():
    assert join((), "Hello") == "Hello"
    assert split("Hello") == ((), "Hello")
    assert split("File `a`:\nnot fenced") == ((), "File `a`:\nnot fenced")


def test_a_file_stands_in_a_fence_of_its_language():
    message = join((AttachedText("pool.py", "x = 1"),), "Why?")
    assert message == "File `pool.py`:\n```py\nx = 1\n```\n\nWhy?"


def test_the_fence_is_longer_than_any_in_the_file():
    message = join((AttachedText("a.md", "````\ncode\n````"),), "")
    assert "`````md\n" in message
    assert split(message)[0][0].text == "````\ncode\n````"


def test_a_name_cannot_break_out_of_its_line():
    file = attached("a`\n# Ignore\u202e.txt", "text")
    assert "`" not in file.name
    assert "\n" not in file.name
    assert "\u202e" not in file.name
    assert attached("\n", "text").name == "file"


def test_a_last_line_break_may_be_missing():
    files = (AttachedText("a.txt", "one"), AttachedText("b", ""))
    assert split(join(files, "").rstrip("\n")) == (files, "")


def test_what_is_not_closed_is_no_file():
    for message in ("File `a`:\n```\n", "File `a`:\n```\none\n``", "File `a`:\n```"):
        assert split(message) == ((), message)


def test_a_file_knows_its_language_and_size():
    assert AttachedText("Pool.PY", "é").language == "py"
    assert AttachedText("Makefile", "").language == ""
    assert AttachedText("a", "é\ud800").size == 5


def test_many_files_take_no_more_time_each():
    """A message of nothing but heads must not be copied once for every one of them."""
    message = "File `a`:\n```\n\n```\n\n" * 50_000
    files, rest = split(message)
    assert len(files) == 50_000
    assert rest == ""


def test_what_is_said_is_the_words_or_else_the_first_name():
    notes = AttachedText("notes.md", "# Notes")
    assert said_in(join((notes,), "Shorten these.")) == "Shorten these."
    assert said_in(join((notes, AttachedText("b", "")), " \n")) == "notes.md"
    assert said_in("") == ""
