"""What is said of an attached file beside its name."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_assistant.domain.attachments import AttachedText
from desktop_assistant.domain.tokens import estimate_tokens
from desktop_assistant.rendering.highlight import language_label
from desktop_assistant.ui.composer.meter import short_number


def about_file(file: AttachedText) -> str:
    """Its kind, its size, and about how many tokens it is."""
    tokens = estimate_tokens(file.text)
    about = _tr("{kind} · {size} · ≈ {tokens} tokens", tokens)
    if tokens == 1:
        about = _tr("{kind} · {size} · ≈ 1 token")
    return about.format(kind=file_kind(file), size=file_size(file), tokens=short_number(tokens))


def file_kind(file: AttachedText) -> str:
    """What its name tells of it; a text, if that is nothing known."""
    label = language_label(file.language)
    return _tr("Text") if label in (file.language, language_label("txt")) else label


def file_size(file: AttachedText) -> str:
    """How large it is, in the user's language."""
    return QLocale().formattedDataSize(file.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Files", text, "", count)
