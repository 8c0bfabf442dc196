"""Everything the controller needs from outside, as ``app.wiring`` filled it."""

from dataclasses import dataclass

from desktop_assistant.chat.request_builder import Surroundings
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.ports.clock import Clock
from desktop_assistant.ports.conversation_store import ConversationStore
from desktop_assistant.ports.image_source import ImageSource
from desktop_assistant.ports.local_model import LocalModel
from desktop_assistant.ports.model_client import ModelClient
from desktop_assistant.ports.saved_files import SavedFiles
from desktop_assistant.ports.secret_store import SecretStore


@dataclass(frozen=True, slots=True)
class Outside:
    """All ports."""

    store: ConversationStore
    temporary_store: ConversationStore
    client: ModelClient
    secrets: SecretStore
    settings: SettingsService
    local_model: LocalModel
    clock: Clock
    files: SavedFiles
    images: ImageSource
    surroundings: Surroundings
