"""The dialog's words for what the declarations name: pages, settings, choices, bounds, faults."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_assistant.chat.keys import KeyFault
from desktop_assistant.domain.errors import ErrorInfo, ProblemCode
from desktop_assistant.settings.declaration import Page, Setting, SettingValue, ValueType
from desktop_assistant.ui.error_words import error_sentences

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
    known = {
        ("composer.send_with", "enter"): translate("SettingsDialog", "Enter"),
        ("composer.send_with", "ctrl_enter"): translate("SettingsDialog", "Ctrl+Enter"),
        ("window.open_with", "last"): translate("SettingsDialog", "Last conversation"),
        ("window.open_with", "new"): translate("SettingsDialog", "New conversation"),
        ("appearance.theme", "system"): translate("SettingsDialog", "As the system"),
    }
    words = {
        "light": translate("SettingsDialog", "Light"),
        "dark": translate("SettingsDialog", "Dark"),
        "narrow": translate("SettingsDialog", "Narrow"),
        "normal": translate("SettingsDialog", "Normal"),
        "wide": translate("SettingsDialog", "Wide"),
        "warning": translate("SettingsDialog", "Warnings"),
        "info": translate("SettingsDialog", "Normal"),
        "debug": translate("SettingsDialog", "Everything"),
    }
    plain = choice.replace("_", " ").capitalize()
    return known.get((setting.key, choice), words.get(choice, plain))


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


def number(value: float) -> str:
    """A number as the user's language writes it, without idle zeros."""
    locale = QLocale()
    return locale.toString(int(value)) if value == int(value) else locale.toString(value, "g", 6)


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
