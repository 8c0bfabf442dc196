"""What a document says beside the conversation itself, as the window says it."""

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from desktop_assistant.domain.attachments import AttachedText
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.rendering.export.branch import Branch
from desktop_assistant.rendering.export.words import Ending
from desktop_assistant.ui.file_words import about_file
from desktop_assistant.ui.sentences import number
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.cards import card_for
from desktop_assistant.ui.transcript.words import tr


class WindowWords:
    """The words of a document in the user's language."""

    def __init__(self) -> None:
        self.language = QLocale().bcp47Name()
        self.right_to_left = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def title(self, branch: Branch) -> str:
        """The conversation's title."""
        return branch.title or tr("Untitled conversation")

    def about(self, branch: Branch) -> str:
        """Date, models and length."""
        count = len(branch.messages)
        if count == 1:
            length = tr("1 message")
        else:
            length = tr("{count} messages", "", count).format(count=number(count))
        moment = QDateTime.fromSecsSinceEpoch(int(branch.written_at))
        day = QLocale().toString(moment.date(), QLocale.FormatType.LongFormat)
        return " · ".join([day, *branch.models, length])

    def author(self, message: Message) -> str:
        """The user, or the model."""
        return tr("You") if message.role is Role.USER else message.model or tr("Assistant")

    def when(self, seconds: float) -> str:
        """Day and time; "today" would not be true for long."""
        moment = QDateTime.fromSecsSinceEpoch(int(seconds))
        return QLocale().toString(moment, QLocale.FormatType.ShortFormat)

    def version(self, number: int, count: int) -> str:
        """Counted from 1."""
        locale = QLocale()
        return tr("version {number} of {count}").format(
            number=locale.toString(number), count=locale.toString(count)
        )

    def file(self, file: AttachedText) -> str:
        """What its chip says."""
        return about_file(file)

    def thought(self, seconds: float | None) -> str:
        """With its duration, if that is known."""
        return words.thought_label(seconds, live=False)

    def ending(self, message: Message) -> Ending | None:
        """What the card or the line under a reply says."""
        if message.status is Status.STOPPED:
            return Ending("quiet", words.stopped_line(words.word_count(message.text)))
        if message.status is Status.STREAMING:
            return Ending("quiet", tr("This reply was still being written"))
        card = card_for(message)
        if card is None:
            return None
        return Ending(card.tone, card.title, card.text, card.on_one_line)
