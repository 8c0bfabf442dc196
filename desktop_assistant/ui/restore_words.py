"""What a backup holds and what restoring it would do, in words."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_assistant.chat.backups import BackupInfo, RestorePreview
from desktop_assistant.ui.error_words import error_title
from desktop_assistant.ui.sentences import listed, number


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Backups", text, "", count)


def moment(seconds: float) -> str:
    """Day and time, as the system writes them."""
    when = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def counted(conversations: int, messages: int) -> str:
    """How much a library holds: ``2 conversations, 5 messages``."""
    first = _tr("{n} conversations", conversations).format(n=number(conversations))
    if conversations == 1:
        first = _tr("1 conversation")
    second = _tr("{n} messages", messages).format(n=number(messages))
    if messages == 1:
        second = _tr("1 message")
    return listed((first, second))


def choice(info: BackupInfo) -> str:
    """A backup in a list."""
    if info.is_whole is False:
        return _tr("{time}, cannot be restored").format(time=moment(info.made_at))
    return listed((moment(info.made_at), counted(info.conversations, info.messages)))


def consequences(preview: RestorePreview) -> str:
    """What would be done, a line for each matter."""
    info = preview.backup
    lines = [
        _tr("In the backup: {counted}.").format(counted=counted(info.conversations, info.messages))
    ]
    if info.newest_title:
        lines.append(_tr("Its newest conversation: {title}").format(title=info.newest_title))
    if preview.current is not None:
        now = counted(preview.current.conversations, preview.current.messages)
        lines.append(_tr("In the library now: {counted}.").format(counted=now))
        only_now = counted(preview.conversations_only_now, preview.messages_only_now)
        lines.append(_tr("Not in the backup: {counted}.").format(counted=only_now))
    elif preview.current_problem is not None:
        reason = error_title(preview.current_problem)
        lines.append(_tr("The library now cannot be read: {reason}.").format(reason=reason))
    if preview.kept_as is not None:
        kept = _tr(
            "Nothing is deleted: the library now is put aside in the data folder as {name}, and "
            "“desktop-assistant restore FILE” brings it back."
        )
        lines.append(kept.format(name=preview.kept_as.name))
    return "\n".join(lines)
