"""What one send may choose differently from conversation and settings."""

from dataclasses import dataclass

from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.domain.secret import Secret
from desktop_assistant.settings.providers import Provider


@dataclass(frozen=True, slots=True)
class SendOptions:
    """``None`` everywhere means: as the conversation and the settings say."""

    system_prompt: str | None = None
    """A new conversation keeps it as its own; in an existing one it counts for this send only."""
    stream: bool | None = None
    provider_id: ProviderId | None = None
    model: str | None = None
    provider: Provider | None = None
    """A provider for this send only, which the settings do not know."""
    key: Secret | None = None
    """Its key, sent to that provider's origin alone."""
    text_timeout_s: float | None = None
    """The longest wait for the first text and between two texts, seconds."""
