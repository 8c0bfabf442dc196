import pytest

from desktop_assistant.rendering.scripts import has_cjk, is_mostly_cjk


@pytest.mark.parametrize(
    ("text", "mostly"),
    [
        ("", False),
        ("Plain words.", False),
        ("Größe und Maß", False),
        ("سؤال قصير", False),
        ("先看一下这三类问题", True),
        ("使用 pandas.read_csv 读取 CSV", False),
        ("使用 pandas 读取数据", True),
        ("これはペンです。", True),
        ("한국어 문장입니다", True),
        ("We met 王小明 in Beijing", False),
        ("2024 年 12 月", True),
        ("2024, 1 %: …", False),
        ("𠮷野家", True),
        ("\u3000。「」", False),
    ],
)
def test_a_text_is_what_most_of_it_is(text, mostly):
    assert is_mostly_cjk(text) is mostly


def test_a_text_that_grows_keeps_its_looks():
    beginning = "这是一段中文。" * 20
    assert is_mostly_cjk(beginning)
    assert is_mostly_cjk(beginning + "and now many English words " * 100)
    assert not is_mostly_cjk("word " * 30 + "这是一段中文。" * 100)


def test_one_sign_anywhere_is_enough_to_have_some():
    assert has_cjk("word " * 100 + "中")
    assert not has_cjk("Größe")
    assert not has_cjk("words")
