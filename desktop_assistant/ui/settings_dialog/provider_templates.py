"""What "Add provider" offers: services whose address is known, and an empty one."""

from collections.abc import Collection
from dataclasses import dataclass

from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import SettingValue


@dataclass(frozen=True, slots=True)
class ProviderTemplate:
    """A provider to begin with; names of products are not translated."""

    id: str
    name: str
    base_url: str = ""
    needs_key: bool = True


TEMPLATES = (
    ProviderTemplate("custom", ""),
    ProviderTemplate("ollama", "Ollama", "http://localhost:11434/v1", needs_key=False),
    ProviderTemplate("lmstudio", "LM Studio", "http://localhost:1234/v1", needs_key=False),
    ProviderTemplate("llamacpp", "llama.cpp", "http://localhost:8080/v1", needs_key=False),
    ProviderTemplate("openrouter", "OpenRouter", "https://openrouter.ai/api/v1"),
)


def free_id(template: ProviderTemplate, taken: Collection[str]) -> ProviderId:
    """The template's id, with a number if it is in use."""
    numbered = (f"{template.id}-{number}" for number in range(2, len(taken) + 3))
    return ProviderId(next(i for i in (template.id, *numbered) if i not in taken))


def values_of(
    template: ProviderTemplate, provider_id: ProviderId, name: str
) -> dict[str, SettingValue]:
    """The template as settings of a new provider."""
    values: dict[str, SettingValue] = {
        schema.PROVIDER_NAME.for_provider(provider_id).key: name,
        schema.PROVIDER_NEEDS_KEY.for_provider(provider_id).key: template.needs_key,
    }
    if template.base_url:
        values[schema.PROVIDER_BASE_URL.for_provider(provider_id).key] = template.base_url
    return values
