"""Finds settings by what they are called and what they do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.settings_dialog.generated_page import LOCAL_MODEL_PREFIX
from desktop_assistant.ui.settings_dialog.words import help_of, label_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where something can be set."""

    key: str
    label: str
    about: str
    page: Page


def places() -> tuple[Place, ...]:
    """Every setting, and what the pages have besides."""
    found = [
        Place(
            setting.key,
            label_of(setting),
            help_of(setting),
            Page.PROVIDERS if setting.key.startswith(LOCAL_MODEL_PREFIX) else setting.page,
        )
        for setting in schema.SETTINGS
    ]
    translate = QCoreApplication.translate
    key = translate("SettingsDialog", "API key")
    about_key = translate("SettingsDialog", "Kept in the system keyring.")
    folder = translate("SettingsDialog", "Data folder")
    about_folder = translate("SettingsDialog", "Conversations, settings and logs.")
    reset = translate("SettingsDialog", "Reset settings")
    about_reset = translate("SettingsDialog", "Puts every setting back to how it was at first.")
    found.insert(0, Place("providers.*.key", key, about_key, Page.PROVIDERS))
    found.append(Place("data", folder, about_folder, Page.DATA))
    found.append(Place("reset", reset, about_reset, Page.ADVANCED))
    return tuple(found)


def matching(query: str, all_places: Sequence[Place]) -> list[Place]:
    """Places that have every word of the query; those with it in their name come first."""
    words = query.casefold().split()
    if not words:
        return []

    def has_all(text: str) -> bool:
        folded = text.casefold()
        return all(word in folded for word in words)

    by_name = [p for p in all_places if has_all(p.label)]
    by_text = [p for p in all_places if has_all(f"{p.label} {p.about}")]
    return by_name + [p for p in by_text if p not in by_name]
