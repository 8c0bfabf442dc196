"""Chooses the parts: the only module that knows every adapter."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_assistant.adapters.remote_images import RemoteImages
from desktop_assistant.adapters.saved_files import DiskFiles
from desktop_assistant.adapters.settings_file import TomlSettingsFile, UnhurriedSettingsFile
from desktop_assistant.adapters.sqlite_store import SqliteStore
from desktop_assistant.adapters.system_clock import SystemClock
from desktop_assistant.app.late import LateLocalModel, LateModelClient, LateSecretStore
from desktop_assistant.app.paths import DataFolder
from desktop_assistant.app.surroundings import surroundings
from desktop_assistant.chat.controller import ChatController, Outside
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.chat.task_registry import TaskRegistry

if TYPE_CHECKING:
    from desktop_assistant.ports.local_model import LocalModel
    from desktop_assistant.ports.model_client import ModelClient
    from desktop_assistant.ports.secret_store import SecretStore


@dataclass(frozen=True, slots=True)
class App:
    """The parts that window and terminal work with."""

    folder: DataFolder
    controller: ChatController
    tasks: TaskRegistry
    store: SqliteStore


def build(
    folder: DataFolder, on_bug: Callable[[BaseException], None], *, waits_for_disk: bool = True
) -> App:
    """Puts the parts together; opens nothing yet.

    Args:
        folder: where all state is.
        on_bug: told of errors that nobody else sees.
        waits_for_disk: whether changing a setting may take as long as the disk takes.
    """
    settings = TomlSettingsFile(folder.settings)
    store = SqliteStore(folder.database, backups_dir=folder.backups, locks_dir=folder.locks)
    tasks = TaskRegistry(on_bug)
    outside = Outside(
        store=store,
        temporary_store=SqliteStore(None),
        client=LateModelClient(_model_client),
        secrets=LateSecretStore(_secret_store),
        settings=SettingsService(settings if waits_for_disk else UnhurriedSettingsFile(settings)),
        local_model=LateLocalModel(_local_model),
        clock=SystemClock(),
        files=DiskFiles(),
        images=RemoteImages(),
        surroundings=surroundings(os.environ),
    )
    return App(folder, ChatController(outside, tasks), tasks, store)


def _model_client() -> "ModelClient":
    from desktop_assistant.adapters.openai_client import OpenAIClient

    return OpenAIClient()


def _secret_store() -> "SecretStore":
    from desktop_assistant.adapters.keyring_secrets import KeyringSecrets

    return KeyringSecrets()


def _local_model() -> "LocalModel":
    from desktop_assistant.adapters.local_model import LlamaLocalModel

    return LlamaLocalModel()
