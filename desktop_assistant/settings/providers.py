"""Providers as the settings describe them: two that are always there, and any the user adds."""

from dataclasses import dataclass

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Setting, SettingValue
from desktop_assistant.settings.values import Settings, T

LOCAL = ProviderId("local")
OPENAI = ProviderId("openai")
LOCAL_MODEL_NAME = "SmolLM2 135M"
LOCAL_PROVIDER_NAME = "Built-in model"
_PRESETS: dict[ProviderId, dict[str, SettingValue]] = {
    OPENAI: {
        "name": "OpenAI",
        "base_url": "https://api.openai.com/v1",
        "model": "gpt-4.1",
    },
    LOCAL: {"name": LOCAL_PROVIDER_NAME, "model": LOCAL_MODEL_NAME, "needs_key": False},
}
KEY_VARIABLES: dict[ProviderId, tuple[str, ...]] = {OPENAI: ("OPENAI_API_KEY", "CHAT_GPT_API_KEY")}
"""Environment variables offered by name at first run; they go to this provider's origin only."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Where requests can go."""

    id: ProviderId
    name: str
    base_url: str
    """Empty for the built-in model, whose address is known once it runs."""
    model: str
    needs_key: bool
    organization: str = ""
    project: str = ""
    proxy: str = "system"
    ca_file: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    allow_http: bool = False

    @property
    def is_local(self) -> bool:
        """Whether it is the built-in model."""
        return self.id == LOCAL


def provider_ids(settings: Settings) -> tuple[ProviderId, ...]:
    """All providers: OpenAI, those the user added in order, the built-in model last."""
    added = dict.fromkeys(
        ProviderId(key.split(".")[1]) for key in settings if key.startswith("providers.")
    )
    return (OPENAI, *(p for p in added if p not in _PRESETS), LOCAL)


def provider(settings: Settings, provider_id: str) -> Provider:
    """One provider.

    Raises:
        InvalidInputError: if there is none of that id.
    """
    known = provider_ids(settings)
    if provider_id not in known:
        raise problem(ProblemCode.UNKNOWN_PROVIDER, provider=provider_id, known=", ".join(known))
    pid = ProviderId(provider_id)

    def value(setting: Setting[T]) -> T:
        return settings.get(with_preset(setting, pid))

    model = local_model_name(settings) if pid == LOCAL else value(schema.PROVIDER_MODEL)
    return Provider(
        id=pid,
        name=value(schema.PROVIDER_NAME) or pid,
        base_url=value(schema.PROVIDER_BASE_URL),
        model=model,
        needs_key=value(schema.PROVIDER_NEEDS_KEY),
        organization=value(schema.PROVIDER_ORGANIZATION),
        project=value(schema.PROVIDER_PROJECT),
        proxy=value(schema.PROVIDER_PROXY),
        ca_file=value(schema.PROVIDER_CA_FILE),
        headers=parse_headers(value(schema.PROVIDER_HEADERS)),
        allow_http=value(schema.PROVIDER_ALLOW_HTTP),
    )


def local_model_name(settings: Settings) -> str:
    """What the built-in model is called: as its GGUF file, if the settings name one."""
    file = settings.get(schema.LOCAL_MODEL_FILE).strip()
    if not file:
        return LOCAL_MODEL_NAME
    name = _file_name(file)
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name


def is_local_model_name(settings: Settings, name: str) -> bool:
    """Whether a name can only mean the built-in model: its own, or its file's."""
    file = settings.get(schema.LOCAL_MODEL_FILE).strip()
    names = {local_model_name(settings), *({file, _file_name(file)} if file else ())}
    return name.strip().casefold() in {known.casefold() for known in names}


def _file_name(path: str) -> str:
    """The last part of a path as any system writes it; no file is looked at."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def with_preset(setting: Setting[T], provider_id: ProviderId) -> Setting[T]:
    """A provider's own declaration, with the preset of a known provider as its default."""
    declared = setting.for_provider(provider_id)
    presets = _PRESETS.get(provider_id, {})
    name = declared.key.rsplit(".", 1)[-1]
    if name not in presets:
        return declared
    return Setting(
        declared.key, declared.type, presets[name], declared.page, declared.label, declared.help,  # type: ignore[arg-type]  # presets hold the declared type
        declared.choices, declared.minimum, declared.maximum, declared.optional,
        declared.multiline,
    )  # fmt: skip


def parse_headers(text: str) -> tuple[tuple[str, str], ...]:
    """Headers from lines of ``Name: value``; lines without a colon are passed over."""
    pairs = (line.partition(":") for line in text.splitlines() if ":" in line)
    return tuple((name.strip(), value.strip()) for name, _, value in pairs if name.strip())
