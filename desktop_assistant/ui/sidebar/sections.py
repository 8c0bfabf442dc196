"""Under which heading a conversation stands."""

import time
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop_assistant.chat.state import ConversationSummary

_DAYS_OF_WEEK, _DAYS_OF_MONTH = 7, 30


class Sections:
    """The headings of one day, in the language of the window; months by the user's locale.

    Each day's heading is found once: a library of years is arranged before the first paint.
    """

    def __init__(self, today: date) -> None:
        self._today = today
        self._pinned = _translate("Pinned")
        self._by_day: dict[tuple[int, int, int], str] = {}

    def of(self, summary: ConversationSummary) -> str:
        """A conversation's heading."""
        if summary.pinned:
            return self._pinned
        day = _local_day(summary.updated_at)
        heading = self._by_day.get(day)
        if heading is None:
            heading = self._by_day[day] = self._heading(date(*day))
        return heading

    def _heading(self, day: date) -> str:
        if day >= self._today:
            return _translate("Today")
        if day == self._today - timedelta(days=1):
            return _translate("Yesterday")
        if day >= self._today - timedelta(days=_DAYS_OF_WEEK):
            return _translate("Previous 7 days")
        if day >= self._today - timedelta(days=_DAYS_OF_MONTH):
            return _translate("Previous 30 days")
        shape = _translate("MMMM yyyy")  # Qt's signs for a month in words and its year
        month = QLocale().toString(QDate(day.year, day.month, day.day), shape)
        return month[:1].upper() + month[1:]


def _local_day(moment: float) -> tuple[int, int, int]:
    """Year, month and day a moment fell on here. A clock may have been set to anything."""
    try:
        year, month, day = time.localtime(moment)[:3]
    except (OverflowError, OSError, ValueError):
        return (1, 1, 1)
    return (year, month, day) if 1 <= year <= date.max.year else (1, 1, 1)


def _translate(text: str) -> str:
    return QCoreApplication.translate("Sections", text)
