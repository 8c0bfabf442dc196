"""The kinds of problems, their names and their form; the texts are in ``problem_catalogue``."""

from dataclasses import dataclass
from enum import StrEnum


class ErrorKind(StrEnum):
    """What failed, as scripts see it; the words are the outside contract's."""

    AUTH = "auth"
    PERMISSION = "permission"
    QUOTA = "quota"
    RATE_LIMIT = "rate_limit"
    CONTEXT_LENGTH = "context_length"
    BAD_REQUEST = "bad_request"
    NOT_FOUND = "not_found"
    SERVER = "server"
    NETWORK = "network"
    DNS = "dns"
    TLS = "tls"
    PROXY = "proxy"
    TIMEOUT = "timeout"
    PROTOCOL = "protocol"
    EMPTY = "empty"
    KEYRING = "keyring"
    STORAGE = "storage"
    CANCELLED = "cancelled"


class Remedy(StrEnum):
    """The one right action; the window turns it into a button, the terminal into a sentence."""

    NONE = "none"
    OPEN_KEY_SETTINGS = "open_key_settings"
    OPEN_PROVIDER_SETTINGS = "open_provider_settings"
    OPEN_LOCAL_MODEL_SETTINGS = "open_local_model_settings"
    CHOOSE_MODEL = "choose_model"
    OPEN_BILLING = "open_billing"
    TRY_AGAIN = "try_again"
    SHORTEN = "shorten"
    EDIT_QUESTION = "edit_question"
    UNLOCK_KEYRING = "unlock_keyring"
    USE_SESSION_KEY = "use_session_key"
    OPEN_DATA_FOLDER = "open_data_folder"


class ProblemCode(StrEnum):
    """Names of the catalogue's entries; stored with a message, so never renamed."""

    KEY_MISSING = "key_missing"
    KEY_REJECTED = "key_rejected"
    KEY_BOUND_ELSEWHERE = "key_bound_elsewhere"
    FORBIDDEN = "forbidden"
    NO_CREDIT = "no_credit"
    RATE_LIMITED = "rate_limited"
    CONTEXT_TOO_LONG = "context_too_long"
    REQUEST_REFUSED = "request_refused"
    REQUEST_TOO_LARGE = "request_too_large"
    MODEL_NOT_FOUND = "model_not_found"
    ADDRESS_NOT_FOUND = "address_not_found"
    SERVER_FAILED = "server_failed"
    SERVER_OVERLOADED = "server_overloaded"
    UNREACHABLE = "unreachable"
    NOTHING_LISTENS = "nothing_listens"
    CONNECTION_LOST = "connection_lost"
    HOST_NOT_FOUND = "host_not_found"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_WRONG_HOST = "certificate_wrong_host"
    SECURE_CONNECTION_FAILED = "secure_connection_failed"
    CERTIFICATE_FILE_BAD = "certificate_file_bad"
    PROXY_NEEDS_LOGIN = "proxy_needs_login"
    PROXY_UNREACHABLE = "proxy_unreachable"
    PROXY_BAD = "proxy_bad"
    CONNECT_TIMEOUT = "connect_timeout"
    FIRST_TEXT_TIMEOUT = "first_text_timeout"
    IDLE_TIMEOUT = "idle_timeout"
    TOTAL_TIMEOUT = "total_timeout"
    STREAM_CUT = "stream_cut"
    PROVIDER_ERROR = "provider_error"
    BAD_STREAM = "bad_stream"
    ANSWER_TOO_LARGE = "answer_too_large"
    CAPTIVE_PORTAL = "captive_portal"
    REDIRECTED = "redirected"
    EMPTY_ANSWER = "empty_answer"
    KEYRING_ABSENT = "keyring_absent"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_DENIED = "keyring_denied"
    KEYRING_SLOW = "keyring_slow"
    KEYRING_UNSAFE = "keyring_unsafe"
    KEYRING_LOST_WRITE = "keyring_lost_write"
    KEYRING_FAILED = "keyring_failed"
    KEY_TOO_LONG = "key_too_long"
    STORAGE_FULL = "storage_full"
    STORAGE_READ_ONLY = "storage_read_only"
    STORAGE_DAMAGED = "storage_damaged"
    STORAGE_NEWER = "storage_newer"
    STORAGE_BUSY = "storage_busy"
    STORAGE_FAILED = "storage_failed"
    BACKUP_UNUSABLE = "backup_unusable"
    FOLDER_UNUSABLE = "folder_unusable"
    LOCAL_MODEL_NOT_INSTALLED = "local_model_not_installed"
    LOCAL_MODEL_FILE_BAD = "local_model_file_bad"
    LOCAL_MODEL_UNKNOWN = "local_model_unknown"
    LOCAL_MODEL_FAILED = "local_model_failed"
    STOPPED = "stopped"
    APP_CLOSED = "app_closed"
    UNKNOWN_CONVERSATION = "unknown_conversation"
    CONVERSATION_IN_TRASH = "conversation_in_trash"
    UNKNOWN_MESSAGE = "unknown_message"
    UNKNOWN_PROVIDER = "unknown_provider"
    UNKNOWN_SETTING = "unknown_setting"
    BAD_SETTING = "bad_setting"
    SETTINGS_UNREADABLE = "settings_unreadable"
    SETTINGS_NOT_SAVED = "settings_not_saved"
    EMPTY_PROMPT = "empty_prompt"
    BAD_ADDRESS = "bad_address"
    INSECURE_ADDRESS = "insecure_address"
    BUSY_CONVERSATION = "busy_conversation"
    BUSY_LIBRARY = "busy_library"
    NO_BACKUP = "no_backup"
    BAD_ARGUMENT = "bad_argument"


@dataclass(frozen=True, slots=True)
class Problem:
    """One entry: texts with ``{gaps}``, the right action, and whether trying again may help."""

    kind: ErrorKind
    title: str
    hint: str
    remedy: Remedy = Remedy.NONE
    may_retry: bool = False
    is_invalid_input: bool = False
