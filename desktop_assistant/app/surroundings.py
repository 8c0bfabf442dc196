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
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    named = next((environ[name] for name in variables if environ.get(name)), "")
    code = named[:2].lower() if named not in ("C", "POSIX") else "en"
    return Surroundings(_LANGUAGES.get(code, "English"), _SYSTEMS.get(platform, platform))
