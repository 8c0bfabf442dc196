"""What the list of a message's versions says: first line, model, age, and what follows."""

import time
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_assistant.domain.attachments import said_in
from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Role, Status
from desktop_assistant.ui.header.branch_list import BranchLine

MOST_VERSIONS = 50
_LOOKED_AT = 600
_LONGEST_LINE = 120
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def version_lines(
    tree: ConversationTree,
    versions: Iterable[MessageId],
    texts: Mapping[MessageId, Message],
    shown: MessageId,
) -> list[BranchLine]:
    """A line for each version of a message, oldest first.

    Args:
        tree: the conversation.
        versions: siblings.
        texts: their messages, as far as they are known.
        shown: the version on the branch that is shown.
    """
    lines: list[BranchLine] = []
    number_of = {sibling: at for at, sibling in enumerate(tree.siblings(shown), start=1)}
    for version in versions:
        node = tree.node(version)
        words = first_line(texts.get(version)) or _without_text(node)
        label = _tr("{number}. {words}").format(
            number=QLocale().toString(number_of[version]), words=words
        )
        following = len(tree.path(tree.last_leaf(version))) - len(tree.path(version))
        parts = [node.model or "", age(node.created_at, time.time()), _tail(following)]
        detail = " · ".join(part for part in parts if part)
        lines.append(BranchLine(version, label, detail, is_current=version == shown))
    return lines


def first_line(message: Message | None) -> str:
    """The first line with words in it, as it reads; of a reply without its marks."""
    if message is None:
        return ""
    if message.role is Role.USER:
        text = said_in(message.text).lstrip()[:_LOOKED_AT]
    else:
        from desktop_assistant.rendering.parse import parse
        from desktop_assistant.rendering.plain import plain_text

        text = plain_text(parse(message.text.lstrip()[:_LOOKED_AT]))
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1].rstrip() + "…"


def age(created_at: float, now: float) -> str:
    """How long ago, in the largest unit that says enough; further back, the day.

    Both are seconds since the epoch; a clock that was set back makes nothing younger than now.
    """
    seconds = max(0, int(now - created_at))
    locale = QLocale()
    if seconds < _MINUTE:
        return _tr("just now")
    if seconds < _HOUR:
        return _tr("{count} min ago").format(count=locale.toString(seconds // _MINUTE))
    if seconds < _DAY:
        return _tr("{count} h ago").format(count=locale.toString(seconds // _HOUR))
    day = QDateTime.fromSecsSinceEpoch(int(created_at)).date()
    return locale.toString(day, QLocale.FormatType.ShortFormat)


def _tail(count: int) -> str:
    if count == 0:
        return _tr("nothing follows")
    if count == 1:
        return _tr("1 message follows")
    return _tr("{count} messages follow", count).format(count=QLocale().toString(count))


def _without_text(node: MessageNode) -> str:
    if node.status is Status.STREAMING:
        return _tr("Being written")
    return _tr("No text")


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("VersionWords", text, "", count)
