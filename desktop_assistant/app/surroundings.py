"""What the system prompt's variables may tell of this computer: language and system, no more."""

import sys
from collections.abc import Mapping

from desktop_assistant.chat.request_builder import Surroundings

_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_SYSTEMS = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}


def surroundings(environ: Mapping[str, str], platform: str = sys.platform) -> Surroundings:
    """Language by the usual variables, in their order; English if they name none we know."""
    named = next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    language = (
        _LANGUAGES.get(named[:2].lower(), "English") if named not in ("C", "POSIX") else "English"
    )
    return Surroundings(language=language, system=_SYSTEMS.get(platform, platform))
