"""How words are put together, in English and where the signs between them are others."""

import pytest
from PySide6.QtCore import QLocale

from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.settings.codec import expectation
from desktop_assistant.settings.schema import RETRIES
from desktop_assistant.ui.error_words import error_hint, error_sentences, error_title
from desktop_assistant.ui.sentences import joined, listed, number, provider_name, stopped
from tests.fakes.spoken import speaking


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        ((), ""),
        (("",), ""),
        (("Stopped",), "Stopped"),
        (("", "It is saved."), "It is saved."),
        (("Stopped", "It is saved."), "Stopped. It is saved."),
        (("Interrupted.", "It is saved."), "Interrupted. It is saved."),
        (("One", "Two", "Three."), "One. Two. Three."),
    ],
)
def test_titles_become_sentences_and_sentences_a_text(qapp, sentences, text):
    assert joined(*sentences) == text


def test_a_sentence_is_stopped_once(qapp):
    assert [stopped(s) for s in ("Ready", "Ready.", "Why?", "So…")] == [
        "Ready.", "Ready.", "Why?", "So…",
    ]  # fmt: skip


def test_lists_and_numbers(qapp):
    assert listed(["a", "b", "c"]) == "a, b, c"
    assert (number(3.0), number(0.5)) == ("3", "0.5")


def test_only_the_built_in_model_is_called_by_words_of_ours(qapp):
    with speaking(qapp, "zh_CN"):
        assert provider_name("Built-in model") == "内置模型"
        assert provider_name("Settings") == "Settings"


def test_chinese_has_signs_of_its_own_and_no_spaces_between_sentences(qapp):
    with speaking(qapp, "zh_CN"):
        assert joined("已停止", "已保存。") == "已停止。已保存。"
        assert listed(["甲", "乙"]) == "甲，乙"


def test_a_problem_is_told_with_the_sentences_in_its_gaps(qapp):
    wrong = ErrorInfo(
        ProblemCode.BAD_SETTING,
        {"key": RETRIES.key, "value": "99", "expected": expectation(RETRIES)},
    )
    proxy = ErrorInfo(
        ProblemCode.PROXY_BAD, {"proxy": "ftp://x", "source": "The proxy setting of Work"}
    )
    local = ErrorInfo(ProblemCode.SERVER_OVERLOADED, {"provider": "Built-in model", "status": "1"})
    assert error_hint(wrong) == "It must be a whole number from 0 to 10."
    with speaking(qapp, "zh_CN"):
        assert error_hint(wrong) == "必须是 0 到 10 之间的整数。"
        assert error_hint(proxy).startswith("该地址由“Work 的代理设置”指定。")
        assert error_title(local) == "内置模型 负载过高"
        assert error_sentences(local).startswith("内置模型 负载过高。返回的状态为 1。")


def test_what_others_say_in_a_gap_stays_as_it_is(qapp):
    theirs = ErrorInfo(ProblemCode.PROXY_BAD, {"proxy": "x", "source": "HTTPS_PROXY"})
    with speaking(qapp, "zh_CN"):
        assert "HTTPS_PROXY" in error_hint(theirs)


def test_numbers_are_the_locale_s(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("ar_EG"))
    assert number(1234) == "١٬٢٣٤"
    QLocale.setDefault(before)
