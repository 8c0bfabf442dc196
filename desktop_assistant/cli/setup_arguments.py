"""The options of what sets the program up: settings, keys, and ``doctor``."""

import argparse

from desktop_assistant.cli.arguments import (
    PROGRAM,
    Commands,
    add_command,
    add_group,
    add_json,
    text,
)

_SETTINGS_AFTER = f"""\
examples:
  {PROGRAM} settings list
  {PROGRAM} settings set chat.provider openai
  {PROGRAM} settings set chat.temperature 0.3
  {PROGRAM} settings unset chat.temperature
  {PROGRAM} settings set providers.ollama.base_url http://127.0.0.1:11434/v1
  {PROGRAM} settings set providers.ollama.needs_key false

A provider is added by setting its base URL under a name of your choice.
The settings are in settings.toml in the data folder, which may also be edited.
"""

_KEY_AFTER = f"""\
examples:
  {PROGRAM} key set openai                asks for the key without showing it
  pass show openai | {PROGRAM} key set openai
  {PROGRAM} key status

A key is kept in the system's keyring and nowhere else, and is sent only to the
address its provider had when the key was saved. A key is never taken from the
command line, where other users could read it.
"""


def add_settings(commands: Commands) -> None:
    """Adds ``settings``."""
    actions = add_group(
        commands, "settings", "see and change every setting",
        about="Every setting of the window's dialog.", after=_SETTINGS_AFTER,
    )  # fmt: skip
    add_json(
        add_command(
            actions, "list", "all settings with their values and meanings",
            about="Lists all settings with their values, defaults and meanings.",
        ),
        "print an array of key, value, default, is_set, type, choices, help",
    )  # fmt: skip
    get = add_command(actions, "get", "the value of a setting", about="Prints a setting's value.")
    get.add_argument("key", metavar="KEY", type=text, help="such as chat.model")
    add_json(get, "print an object like those of the list")
    change = add_command(actions, "set", "change a setting", about="Changes a setting.")
    change.add_argument("key", metavar="KEY", type=text, help="such as chat.model")
    change.add_argument("value", metavar="VALUE", type=text, help="its new value")
    add_json(change, "print the setting as get does, with its new value")
    unset = add_command(
        actions, "unset", "put a setting back to its default",
        about="Puts a setting back to its default.",
    )  # fmt: skip
    unset.add_argument("key", metavar="KEY", type=text, help="such as chat.model")
    add_json(unset, "print the setting as get does, with its default")


def add_key(commands: Commands) -> None:
    """Adds ``key``."""
    actions = add_group(
        commands, "key", "keep keys in the system's keyring",
        about="Keys of providers.", after=_KEY_AFTER,
    )  # fmt: skip
    keep = add_command(
        actions, "set", "keep the key of a provider",
        about="Asks for the key of a provider without showing it, or reads it from standard input.",
    )  # fmt: skip
    keep.add_argument("provider", metavar="PROVIDER", type=text, help="such as openai")
    # Taken only to be refused: argparse's own words about it would repeat a key.
    keep.add_argument("in_argv", nargs="*", type=text, help=argparse.SUPPRESS)
    add_json(keep, "print an object of provider and saved")
    delete = add_command(
        actions, "delete", "forget the key of a provider", about="Forgets the key of a provider."
    )
    delete.add_argument("provider", metavar="PROVIDER", type=text, help="such as openai")
    add_json(delete, "print an object of provider and deleted")
    add_json(
        add_command(
            actions, "status", "the keyring and which providers have a key",
            about="Tells whether keys can be kept here and which providers have one.\n"
            "Of a key at most the last four characters are shown.",
        ),
        "print an object of state, backend, problem, and providers: an array of provider, key, "
        "last4, origin, session_only, variables. key is stored, session or none, or what keeps "
        "it from being told: locked, absent, unsafe or unknown. variables are those that are "
        "set and can be given to --key-env",
    )  # fmt: skip


def add_doctor(commands: Commands) -> None:
    """Adds ``doctor``."""
    parser = add_command(
        commands, "doctor", "what works on this computer",
        about="Looks at settings, keyring, database, providers, built-in model, data folder,\n"
        "disk, lock, clock, proxies and display, and says what to do where something is\n"
        "amiss. Nothing is sent. Ends with 4 if something is broken.",
    )  # fmt: skip
    add_json(parser, "print one object: version, and findings of name, state, summary, hint")
