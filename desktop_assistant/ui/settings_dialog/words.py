"""The dialog's words for what the declarations name: pages, settings, choices, bounds, faults."""

from PySide6.QtCore import QCoreApplication

from desktop_assistant.chat.keys import KeyFault
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.settings.declaration import Page, Setting, SettingValue, ValueType
from desktop_assistant.ui.error_words import error_sentences
from desktop_assistant.ui.sentences import number

translate = QCoreApplication.translate

PAGE_ICONS = {
    Page.GENERAL: "sliders",
    Page.PROVIDERS: "key",
    Page.PROMPT: "book",
    Page.MODELS: "chip",
    Page.APPEARANCE: "palette",
    Page.DATA: "shield",
    Page.ADVANCED: "wrench",
}

# Each in itself, so that whoever reads no other finds it.
LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文", "ar": "العربية"}


def page_title(page: Page) -> str:
    """How a page is called in the list."""
    return translate("Settings", page.value)


def label_of(setting: Setting[SettingValue]) -> str:
    """A setting's name, also for assistive technology."""
    return translate("Settings", setting.label)


def help_of(setting: Setting[SettingValue]) -> str:
    """What a setting does, in a sentence or two."""
    return translate("Settings", setting.help)


def choice_label(setting: Setting[SettingValue], choice: str) -> str:
    """What a person sees in place of a choice's word in the file."""
    words = {
        ("composer.send_with", "enter"): translate("SettingsDialog", "Enter"),
        ("composer.send_with", "ctrl_enter"): translate("SettingsDialog", "Ctrl+Enter"),
        ("window.open_with", "last"): translate("SettingsDialog", "Last conversation"),
        ("window.open_with", "new"): translate("SettingsDialog", "New conversation"),
        ("appearance.language", "system"): translate("SettingsDialog", "As the system"),
        ("appearance.theme", "system"): translate("SettingsDialog", "As the system"),
        ("appearance.theme", "light"): translate("SettingsDialog", "Light"),
        ("appearance.theme", "dark"): translate("SettingsDialog", "Dark"),
        ("appearance.column", "narrow"): translate("SettingsDialog", "Narrow"),
        ("appearance.column", "normal"): translate("SettingsDialog", "Normal"),
        ("appearance.column", "wide"): translate("SettingsDialog", "Wide"),
        ("chat.reasoning_effort", "default"): translate("SettingsDialog", "Default"),
        ("chat.reasoning_effort", "minimal"): translate("SettingsDialog", "Minimal"),
        ("chat.reasoning_effort", "low"): translate("SettingsDialog", "Low"),
        ("chat.reasoning_effort", "medium"): translate("SettingsDialog", "Medium"),
        ("chat.reasoning_effort", "high"): translate("SettingsDialog", "High"),
        ("log.level", "warning"): translate("SettingsDialog", "Warnings"),
        ("log.level", "info"): translate("SettingsDialog", "Normal"),
        ("log.level", "debug"): translate("SettingsDialog", "Everything"),
    } | {("appearance.language", code): name for code, name in LANGUAGE_NAMES.items()}
    return words.get((setting.key, choice), choice.replace("_", " ").capitalize())


def expectation(setting: Setting[SettingValue]) -> str:
    """What a setting may be, for somebody who has just typed something else."""
    if setting.type is ValueType.ADDRESS:
        return translate(
            "SettingsDialog", "This must be an address such as https://api.example.org/v1."
        )
    if setting.type is ValueType.OBJECT:
        return translate(
            "SettingsDialog",
            "This must be a JSON object, without “model”, “messages” and “stream”.",
        )
    if setting.minimum is not None and setting.maximum is not None:
        sentence = (
            translate("SettingsDialog", "This must be a whole number from {low} to {high}.")
            if setting.type is ValueType.INTEGER
            else translate("SettingsDialog", "This must be a number from {low} to {high}.")
        )
        return sentence.format(low=number(setting.minimum), high=number(setting.maximum))
    return translate("SettingsDialog", "This value cannot be used.")


def why_not(setting: Setting[SettingValue], error: ErrorInfo) -> str:
    """Why a value was not taken: it is out of bounds, or could not be written down."""
    if error.code is ProblemCode.BAD_SETTING:
        return expectation(setting)
    return error_sentences(error)


def key_fault(fault: KeyFault) -> str:
    """Why a text can be no key."""
    match fault:
        case KeyFault.SEVERAL_LINES:
            return translate("SettingsDialog", "A key is one line. Several lines were entered.")
        case KeyFault.SPACES:
            return translate("SettingsDialog", "A key has no spaces in it. Check what was copied.")
        case KeyFault.SHORTENED:
            return translate(
                "SettingsDialog",
                "This is a shortened key, as web pages show it. Copy the whole key.",
            )
        case KeyFault.STRANGE_SIGNS:
            return translate(
                "SettingsDialog", "A key has letters, digits and signs only. Check what was copied."
            )
