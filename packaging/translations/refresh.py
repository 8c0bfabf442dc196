"""Brings the translations up to date with the sources: ``make translations``.

For every ``resources/translations/*.ts``: lupdate merges what the sources say now (translations
are kept, new texts come as unfinished, vanished ones go), and lrelease compiles the file into the
``.qm`` beside it, which the window loads. Both belong to PySide6-Essentials.

    refresh.py                       refreshes all files and names what is not translated yet
    refresh.py --check               changes nothing; ends with 1 if a refresh would change a file
    refresh.py --add zh_TW           begins another language
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from sources import ROOT, Text, all_texts

FOLDER = ROOT / "resources" / "translations"
NAME = "desktop-assistant_{language}.ts"


def main() -> int:
    """Does what the arguments say; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only tell whether they are current")
    parser.add_argument("--add", metavar="LANGUAGE", help="begin another language, such as zh_TW")
    chosen = parser.parse_args()
    files = sorted(FOLDER.glob("*.ts"))
    if chosen.add:
        files.append(FOLDER / NAME.format(language=chosen.add))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        refreshed = [_refreshed(file, work, all_texts()) for file in files]
        if chosen.check:
            return _check(files, work)
        for copy in refreshed:
            shutil.copyfile(copy, FOLDER / copy.name)
            shutil.copyfile(copy.with_suffix(".qm"), FOLDER / copy.with_suffix(".qm").name)
            _tell_unfinished(copy)
    return 0


def _refreshed(file: Path, work: Path, texts: list[Text]) -> Path:
    """Merges and compiles a copy of one file, and returns it."""
    markers = work / "texts.cpp"
    markers.write_text("".join(_marker(text) for text in texts), encoding="utf-8")
    copy = work / file.name
    if file.exists():
        shutil.copyfile(file, copy)
    language = file.stem.partition("_")[2]
    _run(
        "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none",
        "-source-language", "en_GB", "-target-language", language, markers, "-ts", copy,
    )  # fmt: skip
    _run("pyside6-lrelease", "-silent", "-nounfinished", copy, "-qm", copy.with_suffix(".qm"))
    return copy


def _marker(text: Text) -> str:
    """One text as lupdate finds it, with the module it is from as a remark for translators."""
    # JSON's escapes are C's.
    context, source, note = (
        json.dumps(part, ensure_ascii=False) for part in (text.context, text.source, text.note)
    )
    if text.is_plural:
        call = f"QT_TRANSLATE_N_NOOP3({context}, {source}, {note})"
    elif text.note:
        call = f"QT_TRANSLATE_NOOP3({context}, {source}, {note})"
    else:
        call = f"QT_TRANSLATE_NOOP({context}, {source})"
    return f"//: {text.module}\n{call}\n"


def _run(tool: str, *arguments: str | Path) -> None:
    beside = shutil.which(tool, path=str(Path(sys.executable).parent)) or tool
    subprocess.run([beside, *map(str, arguments)], check=True, timeout=60)


def _check(files: list[Path], work: Path) -> int:
    stale = [
        path
        for file in files
        for path in (file, file.with_suffix(".qm"))
        if not path.exists() or path.read_bytes() != (work / path.name).read_bytes()
    ]
    for path in stale:
        print(f"{path.relative_to(ROOT)} is not up to date: run make translations")
    return 1 if stale else 0


def _tell_unfinished(file: Path) -> None:
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "unfinished":
                where, source = context.findtext("name"), message.findtext("source")
                print(f"{file.name}: not translated: {where}: {source}")


if __name__ == "__main__":
    sys.exit(main())
