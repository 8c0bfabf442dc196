"""What holds for every translation, whatever it says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.spoken import LANGUAGES, forms, messages

ROOT = Path(__file__).resolve().parents[2]
GAP = re.compile(r"\{\w*\}|%L?n|%\d")
MNEMONIC = re.compile(r"&(?=\w)")
ENDS = {".": ".。", "…": "…", ":": ":：", "?": "?？؟"}
PLURAL_FORMS = {"zh_CN": 1, "ar": 6}


def gaps(text):
    return {gap.replace("%Ln", "%n") for gap in GAP.findall(text)}


def finished(language):
    """Every text that is translated, with its translations."""
    return [
        (message, message.findtext("source"), forms(message))
        for message in messages(language)
        if message.find("translation").get("type") != "unfinished"
    ]


def ends_alike(source, form):
    if source[-1] in ENDS:
        return form[-1] in ENDS[source[-1]]
    return form[-1] not in "".join(ENDS.values())


def test_every_language_s_way_of_counting_is_known():
    assert set(LANGUAGES) == set(PLURAL_FORMS)


def test_the_files_are_what_sources_and_translations_give():
    """Also that every text of the window is a literal, or it could not be translated."""
    done = subprocess.run(
        [sys.executable, "packaging/translations/refresh.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language):
    missing = [
        f"{message.get('context')}: {message.findtext('source')}"
        for message in messages(language)
        if message.find("translation").get("type") is not None
    ]
    assert not missing, f"translate in resources/translations, then make translations: {missing}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_its_source_s_gaps_and_says_something(language):
    wrong = [
        source
        for message, source, said in finished(language)
        if message.get("numerus") != "yes" and (not said[0] or gaps(said[0]) != gaps(source))
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_all_of_the_language_s_forms(language):
    """Few things are counted with words ("one branch"), so only the last form has the number."""
    wrong = [
        source
        for message, source, said in finished(language)
        if message.get("numerus") == "yes"
        and not (
            len(said) == PLURAL_FORMS[language]
            and all(form and gaps(form) <= gaps(source) for form in said)
            and gaps(said[-1]) == gaps(source)
        )
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_ends_like_its_source_and_is_as_calm(language):
    wrong = [
        form
        for _, source, said in finished(language)
        for form in said
        if not ends_alike(source, form)
        or len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(source))
        or set("!！") & set(form)
    ]
    assert not wrong
