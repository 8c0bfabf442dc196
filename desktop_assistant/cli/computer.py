"""What ``doctor`` finds out about this computer: folder, disk, lock, variables, clock, proxies."""

import os
import shutil
import stat
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from desktop_assistant.chat.diagnosis import Finding, FindingState
from desktop_assistant.cli.key_status import key_variables
from desktop_assistant.settings.providers import KEY_VARIABLES

_LOW_SPACE = 200_000_000
_NO_SPACE = 5_000_000
_EARLIEST_YEAR = 2026
"""This program did not exist before."""
_LATEST_YEAR = 2100
_PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
_PROXY_SCHEMES = ("http", "https", "socks4", "socks4a", "socks5", "socks5h")


def data_folder_finding(folder: Path) -> Finding:
    """Whether the data folder is there, writable and private."""
    name = "data folder"
    try:
        mode = stat.S_IMODE(folder.stat().st_mode)
    except OSError as error:
        return Finding(
            name,
            FindingState.PROBLEM,
            f"{folder} cannot be used: {error.strerror}.",
            "Choose another folder with --data-dir.",
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        return Finding(
            name,
            FindingState.PROBLEM,
            f"{folder} cannot be written to.",
            "Make it yours, or choose another folder with --data-dir.",
        )
    if os.name == "posix" and mode & 0o077:
        return Finding(
            name,
            FindingState.WARNING,
            f"Other users of this computer may look into {folder}.",
            f"Make it private with: chmod 700 '{folder}'",
        )
    return Finding(name, FindingState.OK, f"{folder} is private and writable.")


def disk_finding(folder: Path) -> Finding:
    """Whether the disk of the data folder has space."""
    name = "disk"
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding(name, FindingState.WARNING, f"Its space is not known: {error.strerror}.")
    if free >= _LOW_SPACE:
        return Finding(name, FindingState.OK, f"{free / 1e9:.1f} GB are free.")
    return Finding(
        name,
        FindingState.PROBLEM if free < _NO_SPACE else FindingState.WARNING,
        f"Only {free / 1_000_000:.0f} MB are free on the disk of {folder}.",
        "Free some space: what cannot be saved is lost at the end of the program.",
    )


def lock_finding(folder: Path) -> Finding:
    """Who else has the library open, once this process has opened it.

    Every process that has it open holds one lock file, this one included; those of the dead are
    removed when the library is opened.
    """
    others = len(list((folder / "locks").glob("*.lock"))) - 1
    if others < 1:
        return Finding("lock", FindingState.OK, "No other process has the library open.")
    who = "Another process has" if others == 1 else f"{others} other processes have"
    return Finding(
        "lock", FindingState.OK, f"{who} the library open; all of them can work at the same time."
    )


def clock_finding(now: float) -> Finding:
    """Whether the clock can be right: with a wrong one every certificate looks invalid.

    Args:
        now: what the clock says, seconds since the epoch.
    """
    moment = datetime.fromtimestamp(now, UTC)
    shown = moment.strftime("%Y-%m-%d %H:%M UTC")
    if _EARLIEST_YEAR <= moment.year < _LATEST_YEAR:
        return Finding("clock", FindingState.OK, f"It says {shown}.")
    return Finding(
        "clock",
        FindingState.WARNING,
        f"It says {shown}, which cannot be right.",
        "Set the clock: with a wrong date secure connections fail.",
    )


def proxies_finding(environ: Mapping[str, str]) -> Finding:
    """Which proxies the environment names, without their passwords."""
    named = [
        (variable, environ[variable].strip())
        for lower in _PROXY_VARIABLES
        for variable in (lower, lower.upper())
        if environ.get(variable, "").strip()
    ]
    if not named:
        return Finding("proxies", FindingState.OK, "The environment names no proxy.")
    shown = ", ".join(f"{variable}={_redacted(value)}" for variable, value in named)
    bad = [v for v, value in named if v.lower() != "no_proxy" and not _is_proxy(value)]
    if bad:
        return Finding(
            "proxies",
            FindingState.WARNING,
            f"{shown}. {bad[0]} is no usable proxy address.",
            "It must look like http://host:port or socks5://host:port.",
        )
    return Finding("proxies", FindingState.OK, f"{shown}.")


def key_variables_finding(environ: Mapping[str, str]) -> Finding:
    """Which of the usual variables hold a key; one is never used without being named."""
    named = [name for provider_id in KEY_VARIABLES for name in key_variables(provider_id, environ)]
    if not named:
        return Finding("key variables", FindingState.OK, "The environment holds no key we know of.")
    return Finding(
        "key variables",
        FindingState.OK,
        f"Set, and not used by itself: {', '.join(named)}.",
        f"To use it for one call: desktop-assistant ask --provider openai --key-env {named[0]}",
    )


def _redacted(value: str) -> str:
    """A proxy without name and password, whatever form it has."""
    scheme, separator, rest = value.rpartition("://")
    if "@" not in rest:
        return value
    return f"{scheme}{separator}***@{rest.rpartition('@')[2]}"


def _is_proxy(value: str) -> bool:
    try:
        parts = urlsplit(value if "://" in value else f"http://{value}")
        return parts.scheme in _PROXY_SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
