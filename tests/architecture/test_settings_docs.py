"""The table of settings in the docs is the declaration's, word for word."""

from pathlib import Path

from desktop_assistant.settings.codec import expectation
from desktop_assistant.settings.schema import SETTINGS

DOCS = Path(__file__).resolve().parents[2] / "docs" / "settings.md"


def table():
    rows = ["| key | default | meaning |", "| --- | --- | --- |"]
    for setting in SETTINGS:
        default = "not set" if setting.default is None else repr(setting.default)
        if isinstance(setting.default, bool):
            default = str(setting.default).lower()
        if len(default) > 60:
            default = "see the dialog"
        key = setting.key.replace("*", "NAME")
        rows.append(f"| `{key}` | {default} | {setting.help} {expectation(setting)} |")
    return "\n".join(rows)


def test_the_docs_show_every_setting_as_declared():
    assert table() in DOCS.read_text(encoding="utf-8"), (
        "put this into docs/settings.md:\n" + table()
    )
