"""``settings.toml``: read by the standard library, changed without touching what people wrote.

``toml_file`` is the port's adapter; ``reading`` turns a text into settings and problems,
``editing`` a text into a changed text, ``replacing`` puts the new text in the old one's place,
``folder_lock`` lets one process at a time do that. ``unhurried`` keeps a slow disk from holding up
the window.
"""

from desktop_assistant.adapters.settings_file.toml_file import TomlSettingsFile
from desktop_assistant.adapters.settings_file.unhurried import UnhurriedSettingsFile

__all__ = ["TomlSettingsFile", "UnhurriedSettingsFile"]
