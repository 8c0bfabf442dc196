"""What is said of an attached file beside its name."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_assistant.domain.attachments import AttachedText
from desktop_assistant.domain.tokens import estimate_tokens
from desktop_assistant.rendering.languages import language_label
from desktop_assistant.ui.composer.meter import short_number

_BETWEEN = " · "


def about_file(file: AttachedText) -> str:
    """Its kind, its size, and about how many tokens it is."""
    return _BETWEEN.join(_parts(file))


def shorter_words(file: AttachedText) -> Iterator[str]:
    """Less and less of that, for where there is no room for all of it; the size stays."""
    kind, size, tokens = _parts(file)
    yield _BETWEEN.join((kind, size, tokens))
    yield _BETWEEN.join((size, tokens))
    yield size


def _parts(file: AttachedText) -> tuple[str, str, str]:
    count = estimate_tokens(file.text)
    tokens = _tr("≈ {count} tokens", count).format(count=short_number(count))
    return file_kind(file), file_size(file), _tr("≈ 1 token") if count == 1 else tokens


def file_kind(file: AttachedText) -> str:
    """What its name tells of it; a text, if that is nothing known."""
    label = language_label(file.language)
    return _tr("Text") if label in (file.language, language_label("txt")) else label


def file_size(file: AttachedText) -> str:
    """How large it is, in the user's language."""
    return QLocale().formattedDataSize(file.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Files", text, "", count)
