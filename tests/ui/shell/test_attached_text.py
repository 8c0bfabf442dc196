from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.ui.composer.attached_text import AttachedText, attached, join, split

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
