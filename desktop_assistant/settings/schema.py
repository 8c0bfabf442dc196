"""Every setting, declared once, in the order in which they are shown."""

from desktop_assistant.settings.declaration import Page, Setting, SettingValue, ValueType

DEFAULT_SYSTEM_PROMPT = (
    "You are a helpful assistant. Answer plainly and briefly; use a list or a table only when it "
    "helps. Today is {weekday}, {date}."
)

SEND_WITH = Setting(
    "composer.send_with", ValueType.TEXT, "enter", Page.GENERAL, "Send with",
    "The key that sends a message; with the other one a new line starts.",
    choices=("enter", "ctrl_enter"),
)  # fmt: skip
OPEN_WITH = Setting(
    "window.open_with", ValueType.TEXT, "last", Page.GENERAL, "Open with",
    "What the window shows at start: the last conversation or a new one.",
    choices=("last", "new"),
)  # fmt: skip

PROVIDER_NAME = Setting(
    "providers.*.name", ValueType.TEXT, "", Page.PROVIDERS, "Name",
    "How the provider is called in the window.",
)  # fmt: skip
PROVIDER_BASE_URL = Setting(
    "providers.*.base_url", ValueType.ADDRESS, "", Page.PROVIDERS, "Base URL",
    "Address of the OpenAI-compatible service, usually ending in /v1.",
)  # fmt: skip
PROVIDER_MODEL = Setting(
    "providers.*.model", ValueType.TEXT, "", Page.PROVIDERS, "Default model",
    "The model a new conversation with this provider uses.",
)  # fmt: skip
PROVIDER_NEEDS_KEY = Setting(
    "providers.*.needs_key", ValueType.BOOL, True, Page.PROVIDERS, "Needs a key",
    "Whether requests carry a key. Local servers usually need none.",
)  # fmt: skip
PROVIDER_ORGANIZATION = Setting(
    "providers.*.organization", ValueType.TEXT, "", Page.PROVIDERS, "Organisation",
    "Sent as OpenAI-Organization if set.",
)  # fmt: skip
PROVIDER_PROJECT = Setting(
    "providers.*.project", ValueType.TEXT, "", Page.PROVIDERS, "Project",
    "Sent as OpenAI-Project if set.",
)  # fmt: skip
PROVIDER_PROXY = Setting(
    "providers.*.proxy", ValueType.TEXT, "system", Page.PROVIDERS, "Proxy",
    "“system” uses the system's proxy, “none” connects directly, "
    "or an address such as http://host:port or socks5://host:port.",
)  # fmt: skip
PROVIDER_CA_FILE = Setting(
    "providers.*.ca_file", ValueType.TEXT, "", Page.PROVIDERS, "Certificate file",
    "A PEM file trusted for this provider besides the system's certificates.",
)  # fmt: skip
PROVIDER_HEADERS = Setting(
    "providers.*.headers", ValueType.TEXT, "", Page.PROVIDERS, "Extra headers",
    "Sent with every request, one “Name: value” a line. Not for keys.",
    multiline=True,
)  # fmt: skip
PROVIDER_ALLOW_HTTP = Setting(
    "providers.*.allow_http", ValueType.BOOL, False, Page.PROVIDERS, "Allow unprotected address",
    "Lets the key travel over http:// to another computer. Only for networks you trust.",
)  # fmt: skip

SYSTEM_PROMPT = Setting(
    "chat.system_prompt", ValueType.TEXT, DEFAULT_SYSTEM_PROMPT, Page.PROMPT, "System prompt",
    "Sent before the first message of every conversation; a conversation may use its own. "
    "{date}, {time}, {weekday}, {model}, {language} and {os} are filled at every send. "
    "Empty sends none.",
    multiline=True,
)  # fmt: skip

PROVIDER = Setting(
    "chat.provider", ValueType.TEXT, "local", Page.MODELS, "Provider",
    "The provider of new conversations.",
)  # fmt: skip
MODEL = Setting(
    "chat.model", ValueType.TEXT, "", Page.MODELS, "Model",
    "The model of new conversations; empty takes the provider's default.",
)  # fmt: skip
STREAM = Setting(
    "chat.stream", ValueType.BOOL, True, Page.MODELS, "Stream replies",
    "Shows a reply while it is written; off shows it whole.",
)  # fmt: skip
TEMPERATURE: Setting[float | None] = Setting(
    "chat.temperature", ValueType.NUMBER, None, Page.MODELS, "Temperature",
    "0 is steady, 2 is wild. Not set: not sent.",
    minimum=0, maximum=2, optional=True,
)  # fmt: skip
TOP_P: Setting[float | None] = Setting(
    "chat.top_p", ValueType.NUMBER, None, Page.MODELS, "Top p",
    "Share of likely words considered. Not set: not sent.",
    minimum=0, maximum=1, optional=True,
)  # fmt: skip
REPLY_LIMIT: Setting[int | None] = Setting(
    "chat.reply_limit", ValueType.INTEGER, None, Page.MODELS, "Reply limit",
    "The most tokens a reply may have. Not set: not sent.",
    minimum=1, maximum=1_000_000, optional=True,
)  # fmt: skip
FREQUENCY_PENALTY: Setting[float | None] = Setting(
    "chat.frequency_penalty", ValueType.NUMBER, None, Page.MODELS, "Frequency penalty",
    "Above 0 avoids words the more often they came already. Not set: not sent.",
    minimum=-2, maximum=2, optional=True,
)  # fmt: skip
PRESENCE_PENALTY: Setting[float | None] = Setting(
    "chat.presence_penalty", ValueType.NUMBER, None, Page.MODELS, "Presence penalty",
    "Above 0 avoids words that came already at all. Not set: not sent.",
    minimum=-2, maximum=2, optional=True,
)  # fmt: skip
SEED: Setting[int | None] = Setting(
    "chat.seed", ValueType.INTEGER, None, Page.MODELS, "Seed",
    "The same seed asks for the same reply to the same question. Not set: not sent.",
    minimum=0, maximum=9_007_199_254_740_991, optional=True,
)  # fmt: skip
REASONING_EFFORT = Setting(
    "chat.reasoning_effort", ValueType.TEXT, "default", Page.MODELS, "Reasoning effort",
    "How long a reasoning model may think; “default” sends nothing.",
    choices=("default", "minimal", "low", "medium", "high"),
)  # fmt: skip
STOP_WORDS = Setting(
    "chat.stop", ValueType.TEXT, "", Page.MODELS, "Stop words",
    "A reply ends before any of these; one a line. Empty: not sent.",
    multiline=True,
)  # fmt: skip
EXTRA_JSON = Setting(
    "chat.extra_json", ValueType.OBJECT, "", Page.MODELS, "Extra JSON",
    "Added to every request as it stands, for what has no setting of its own. Not for keys.",
    multiline=True,
)  # fmt: skip
CONTEXT_WINDOW: Setting[int | None] = Setting(
    "chat.context_window", ValueType.INTEGER, None, Page.MODELS, "Context window",
    "Tokens the model can take. Not set: taken from a list of known models.",
    minimum=512, maximum=100_000_000, optional=True,
)  # fmt: skip
LOCAL_MODEL_FILE = Setting(
    "local_model.file", ValueType.TEXT, "", Page.MODELS, "Model file",
    "A GGUF file to use instead of the small model that came with the app.",
)  # fmt: skip
LOCAL_MODEL_THREADS = Setting(
    "local_model.threads", ValueType.INTEGER, 0, Page.MODELS, "Threads",
    "Processor threads for the built-in model; 0 chooses.",
    minimum=0, maximum=256,
)  # fmt: skip
LOCAL_MODEL_CONTEXT = Setting(
    "local_model.context", ValueType.INTEGER, 8192, Page.MODELS, "Window of the built-in model",
    "Tokens the built-in model can take; more needs more memory.",
    minimum=512, maximum=1_048_576,
)  # fmt: skip

LANGUAGE = Setting(
    "appearance.language", ValueType.TEXT, "system", Page.APPEARANCE, "Language",
    "Language of the window, from the next start.",
    choices=("system", "en", "zh_CN", "ar"),
)  # fmt: skip
THEME = Setting(
    "appearance.theme", ValueType.TEXT, "system", Page.APPEARANCE, "Theme",
    "Light, dark, or as the system says.",
    choices=("system", "light", "dark"),
)  # fmt: skip
READING_SIZE = Setting(
    "appearance.reading_size", ValueType.INTEGER, 15, Page.APPEARANCE, "Reading size",
    "Size of the conversation's text, in pixels.",
    minimum=13, maximum=30,
)  # fmt: skip
COLUMN = Setting(
    "appearance.column", ValueType.TEXT, "normal", Page.APPEARANCE, "Column",
    "Width of the reading column.",
    choices=("narrow", "normal", "wide"),
)  # fmt: skip
REDUCE_MOTION = Setting(
    "appearance.reduce_motion", ValueType.BOOL, False, Page.APPEARANCE, "Reduce motion",
    "No pulsing, sliding or fading.",
)  # fmt: skip
WRAP_CODE = Setting(
    "appearance.wrap_code", ValueType.BOOL, False, Page.APPEARANCE, "Wrap code",
    "Breaks long lines of code instead of scrolling them.",
)  # fmt: skip
LINE_NUMBERS = Setting(
    "appearance.line_numbers", ValueType.BOOL, False, Page.APPEARANCE, "Line numbers",
    "Numbers the lines of code.",
)  # fmt: skip
STOP_AT_START = Setting(
    "appearance.stop_at_start", ValueType.BOOL, False, Page.APPEARANCE, "Stop at the reply's start",
    "Following a reply that is being written ends when its first line reaches the top; "
    "End goes along again.",
)  # fmt: skip

CONNECT_TIMEOUT = Setting(
    "timeouts.connect_s", ValueType.NUMBER, 10.0, Page.ADVANCED, "Connect within",
    "Seconds to wait for a connection.",
    minimum=0.1, maximum=600,
)  # fmt: skip
FIRST_TEXT_TIMEOUT = Setting(
    "timeouts.first_text_s", ValueType.NUMBER, 60.0, Page.ADVANCED, "First words within",
    "Seconds to wait for the first text of a reply.",
    minimum=0.1, maximum=86_400,
)  # fmt: skip
IDLE_TIMEOUT = Setting(
    "timeouts.idle_s", ValueType.NUMBER, 60.0, Page.ADVANCED, "Between words",
    "Seconds to wait between two pieces of text.",
    minimum=0.1, maximum=86_400,
)  # fmt: skip
TOTAL_TIMEOUT: Setting[float | None] = Setting(
    "timeouts.total_s", ValueType.NUMBER, None, Page.ADVANCED, "Whole reply within",
    "Seconds a reply may take in all. Not set: no limit.",
    minimum=0.1, maximum=604_800, optional=True,
)  # fmt: skip
RETRIES = Setting(
    "retries.count", ValueType.INTEGER, 2, Page.ADVANCED, "Retries",
    "How often a request is sent again by itself before any text came.",
    minimum=0, maximum=10,
)  # fmt: skip
LOG_LEVEL = Setting(
    "log.level", ValueType.TEXT, "info", Page.ADVANCED, "Log level",
    "How much goes into the log; keys and texts never do.",
    choices=("warning", "info", "debug"),
)  # fmt: skip

SETTINGS: tuple[Setting[SettingValue], ...] = (
    SEND_WITH, OPEN_WITH,
    PROVIDER_NAME, PROVIDER_BASE_URL, PROVIDER_MODEL, PROVIDER_NEEDS_KEY, PROVIDER_ORGANIZATION,
    PROVIDER_PROJECT, PROVIDER_PROXY, PROVIDER_CA_FILE, PROVIDER_HEADERS, PROVIDER_ALLOW_HTTP,
    SYSTEM_PROMPT,
    PROVIDER, MODEL, STREAM, TEMPERATURE, TOP_P, REPLY_LIMIT, CONTEXT_WINDOW,
    FREQUENCY_PENALTY, PRESENCE_PENALTY, SEED, REASONING_EFFORT, STOP_WORDS, EXTRA_JSON,
    LOCAL_MODEL_FILE, LOCAL_MODEL_THREADS, LOCAL_MODEL_CONTEXT,
    LANGUAGE, THEME, READING_SIZE, COLUMN, REDUCE_MOTION, WRAP_CODE, LINE_NUMBERS, STOP_AT_START,
    CONNECT_TIMEOUT, FIRST_TEXT_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT, RETRIES, LOG_LEVEL,
)  # fmt: skip

PROVIDER_SETTINGS: tuple[Setting[SettingValue], ...] = tuple(s for s in SETTINGS if "*" in s.key)
