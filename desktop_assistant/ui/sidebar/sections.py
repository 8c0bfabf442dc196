"""Under which heading a conversation stands."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_assistant.chat.state import ConversationSummary

_DAYS_OF_WEEK, _DAYS_OF_MONTH = 7, 30


def section_of(summary: ConversationSummary, today: date) -> str:
    """The heading, in the language of the window; months by the user's locale."""
    if summary.pinned:
        return _translate("Pinned")
    day = _local_day(summary.updated_at)
    if day >= today:
        return _translate("Today")
    if day == today - timedelta(days=1):
        return _translate("Yesterday")
    if day >= today - timedelta(days=_DAYS_OF_WEEK):
        return _translate("Previous 7 days")
    if day >= today - timedelta(days=_DAYS_OF_MONTH):
        return _translate("Previous 30 days")
    month = QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")
    return month[:1].upper() + month[1:]


def _local_day(moment: float) -> date:
    """The day a moment fell on here. A clock may have been set to anything."""
    try:
        return datetime.fromtimestamp(moment).astimezone().date()
    except (OverflowError, OSError, ValueError):
        return date.min


def _translate(text: str) -> str:
    return QCoreApplication.translate("Sections", text)
