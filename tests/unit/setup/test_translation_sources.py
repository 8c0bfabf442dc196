"""Which texts of a module are offered for translation, and which calls are refused."""

import importlib.util
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[3] / "packaging" / "translations" / "sources.py"
WORDS = '''
def tr(text, note="", count=-1):
    """A wrapper."""
    return QCoreApplication.translate("Words", text, note, count)
'''


@pytest.fixture
def texts_of(tmp_path, monkeypatch):
    """The (context, source, is plural) of modules in the room of the window."""
    spec = importlib.util.spec_from_file_location("translation_sources", SOURCES)
    sources = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, sources)
    spec.loader.exec_module(sources)
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    monkeypatch.setattr(sources, "PACKAGE", tmp_path / "desktop_assistant")
    monkeypatch.setattr(sources, "_declared", lambda: iter(()))

    def read(code, room="ui", **others):
        for name, text in {"module": code, **others}.items():
            file = tmp_path / "desktop_assistant" / room / f"{name}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return [(t.context, t.source, t.is_plural) for t in sources.all_texts()]

    read.error = sources.UnreadableTextError
    return read


def test_a_method_s_text_belongs_to_its_class(texts_of):
    code = "class A:\n    def f(self):\n        self.tr('a' 'b')\n        self.tr('%n c', '', 3)\n"
    assert texts_of(code) == [("A", "ab", False), ("A", "%n c", True)]


def test_translate_names_its_context(texts_of):
    assert texts_of("translate('Ctx', 'a')\nQCoreApplication.translate('Ctx', 'b', '', n)\n") == [
        ("Ctx", "a", False),
        ("Ctx", "b", True),
    ]


def test_both_texts_of_a_choice_are_found(texts_of):
    assert texts_of("translate('Ctx', 'a' if x else 'b')\n") == [
        ("Ctx", "a", False),
        ("Ctx", "b", False),
    ]


def test_a_function_around_translate_gives_its_context_wherever_it_is_imported(texts_of):
    code = "from desktop_assistant.ui.words import tr as say\nsay('a')\nsay('b', '', 2)\n"
    assert texts_of(code, words=WORDS) == [("Words", "a", False), ("Words", "b", True)]


def test_two_functions_of_one_name_are_not_mixed_up(texts_of):
    code = "from desktop_assistant.ui.words import tr\ntr('a')\n"
    other = WORDS.replace('"Words"', '"Other"') + "tr('b')\n"
    assert set(texts_of(code, words=WORDS, zwords=other)) == {
        ("Words", "a", False),
        ("Other", "b", False),
    }


def test_a_short_function_with_a_count_only_makes_plurals(texts_of):
    code = (
        "def _tr(text, count=-1):\n    return translate('Ctx', text, '', count)\n"
        "_tr('one')\n_tr('{n} many', 4)\n"
    )
    assert texts_of(code) == [("Ctx", "one", False), ("Ctx", "{n} many", True)]


def test_sentences_that_a_problem_is_told_with_are_found(texts_of):
    code = "problem(CODE, what='A title', expected=f'{x}', detail='theirs')\n"
    assert texts_of(code, room="chat") == [("Problems", "A title", False)]


def test_the_translate_of_strings_and_painters_is_another(texts_of):
    assert texts_of("text.translate(TABLE)\npainter.translate(0, 3)\n") == []


@pytest.mark.parametrize(
    "code",
    [
        "class A:\n    def f(self, name):\n        self.tr(name)\n",
        "class A:\n    def f(self, name):\n        self.tr(f'{name} is there')\n",
        "translate('Ctx', words)\n",
        "widget.tr('outside of any class')\n",
    ],
)
def test_what_cannot_be_known_is_refused_with_its_line(texts_of, code):
    with pytest.raises(texts_of.error, match=r"ui/module\.py:\d+"):
        texts_of(code)
