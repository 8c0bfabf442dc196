"""Names for branches that nobody has named: the first words of what makes them different."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.domain.conversation import ConversationTree
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.domain.messages import Message, MessageNode, Role
from desktop_assistant.domain.titles import title_from
from desktop_assistant.ui.header.branch_list import BranchLine
from desktop_assistant.ui.header.breadcrumb import Fork
from desktop_assistant.ui.sentences import number

_LONGEST = 40
MOST_BRANCHES = 200


def forks_of(state: ConversationState, texts: Mapping[MessageId, Message]) -> tuple[Fork, ...]:
    """The forks along the visible branch; versions whose text is unknown are numbered."""
    forks: list[Fork] = []
    for entry in state.path.forks:
        versions = tuple(
            (sibling, _version_words(texts.get(sibling), entry.node.role, version))
            for version, sibling in enumerate(entry.siblings, start=1)
        )
        forks.append(Fork(versions, entry.version - 1))
    return tuple(forks)


def fork_ids(state: ConversationState) -> tuple[MessageId, ...]:
    """The messages whose first words name the forks: only questions differ by their words."""
    return tuple(
        sibling
        for entry in state.path.forks
        if entry.node.role is Role.USER
        for sibling in entry.siblings
    )


def branch_ends(tree: ConversationTree) -> list[tuple[MessageNode, MessageNode, int]]:
    """Every branch: its leaf, the question that names it, and how many messages it has.

    That question is the last one on the branch that no other branch shares, or simply the last.
    """
    ends: list[tuple[MessageNode, MessageNode, int]] = []
    leaves = [node for node in tree if not tree.children(node.id)]
    for leaf in sorted(leaves, key=lambda node: -node.position)[:MOST_BRANCHES]:
        path = tree.path(leaf.id)
        ends.append((leaf, _telling_question(tree, path), len(path)))
    return ends


def branch_lines(
    ends: Iterable[tuple[MessageNode, MessageNode, int]],
    texts: Mapping[MessageId, Message],
    current: MessageId | None,
) -> list[BranchLine]:
    """The rows of the branch list."""
    lines: list[BranchLine] = []
    for leaf, question, count in ends:
        message = texts.get(question.id)
        label = (title_from(message.text) if message is not None else "") or _tr("Untitled branch")
        messages = _tr("{n} messages", count).format(n=number(count))
        parts = [_tr("1 message") if count == 1 else messages]
        if leaf.model:
            parts.append(leaf.model)
        moment = QDateTime.fromSecsSinceEpoch(int(leaf.created_at))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        lines.append(
            BranchLine(leaf.id, label, " · ".join([*parts, when]), is_current=leaf.id == current)
        )
    return lines


def _telling_question(tree: ConversationTree, path: Sequence[MessageNode]) -> MessageNode:
    forked = [node for node in path if len(tree.siblings(node.id)) > 1]
    if not forked:
        return _first_question(path)
    start = path.index(forked[-1])
    after = [node for node in path[start:] if node.role is Role.USER]
    before = [node for node in path[:start] if node.role is Role.USER]
    return (after or list(reversed(before)) or [path[-1]])[0]


def _first_question(path: Sequence[MessageNode]) -> MessageNode:
    return next((node for node in path if node.role is Role.USER), path[-1])


def _version_words(message: Message | None, role: Role, version: int) -> str:
    words = ""
    if message is not None and role is Role.USER:
        words = title_from(message.text)
        if len(words) > _LONGEST:
            words = words[: _LONGEST - 1].rstrip() + "…"
    return words or _tr("Version {number}").format(number=number(version))


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("BranchWords", text, "", count)
