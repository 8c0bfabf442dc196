"""Every sentence of the transcript that depends on values."""

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop_assistant.chat.state import PathEntry
from desktop_assistant.domain.errors import Remedy
from desktop_assistant.domain.messages import Message, Role, Status, Usage
from desktop_assistant.ui.error_words import error_title
from desktop_assistant.ui.sentences import joined, listed, number
from desktop_assistant.ui.transcript.streaming import Phase, ReplyStream

if TYPE_CHECKING:
    from desktop_assistant.rendering.formulas.marks import Fault


def tr(text: str, note: str = "", count: int = -1) -> str:
    """The text in the user's language, in the transcript's context."""
    return QCoreApplication.translate("Transcript", text, note, count)


def tokens(count: int) -> str:
    """So many tokens."""
    if count == 1:
        return tr("1 token")
    return tr("{count} tokens", "", count).format(count=number(count))


def code_lines(count: int) -> str:
    """How long a block of code is."""
    return (
        tr("1 line") if count == 1 else tr("{count} lines", "", count).format(count=number(count))
    )


def code_name(language: str, count: int) -> str:
    """What a block of code is, for assistive technology."""
    lines = code_lines(count)
    if not language:
        return tr("Code, {lines}").format(lines=lines)
    return tr("{language} code, {lines}").format(language=language, lines=lines)


def show_all_lines(count: int) -> str:
    """The button that unfolds a block of code."""
    if count == 1:
        return tr("Show all")
    return tr("Show all {count} lines", "", count).format(count=number(count))


def table_name(rows: int, columns: int) -> str:
    """What a table is, for assistive technology."""
    rows_words = tr("{count} rows", "", rows).format(count=number(rows))
    if rows == 1:
        rows_words = tr("1 row")
    columns_words = tr("{count} columns", "", columns).format(count=number(columns))
    if columns == 1:
        columns_words = tr("1 column")
    return tr("Table, {rows}, {columns}").format(rows=rows_words, columns=columns_words)


def file_name(name: str, about: str) -> str:
    """What an attached file is, for assistive technology."""
    return tr("File {name}, {about}").format(name=name, about=about)


def show_file(name: str, about: str) -> str:
    """The button that shows an attached file's text."""
    return tr("Show {name}, {about}").format(name=name, about=about)


def hide_file(name: str, about: str) -> str:
    """The button that hides it."""
    return tr("Hide {name}, {about}").format(name=name, about=about)


def formula_name(source: str) -> str:
    """What a wide formula is, for assistive technology."""
    return tr("Formula, {source}").format(source=source)


def formula_fault(fault: "Fault") -> str:
    """Why a formula is not drawn."""
    from desktop_assistant.rendering.formulas.marks import FaultKind

    match fault.kind:
        case FaultKind.COMMAND:
            return tr("Not drawn: {name} is not known here.").format(name=fault.detail)
        case FaultKind.CHARACTER:
            return tr(
                "Not drawn: the character {name} is missing from the font of formulas."
            ).format(name=fault.detail)
        case FaultKind.TOO_LARGE:
            return tr("Not drawn: this formula is too large.")
        case FaultKind.EMPTY:
            return tr("Not drawn: there is nothing to see in this formula.")
        case FaultKind.MISTAKE if fault.place:
            return tr("Not drawn: there is a mistake at character {place}.").format(
                place=number(fault.place)
            )
        case FaultKind.MISTAKE:
            return tr("Not drawn: there is a mistake in this formula.")


def stopped_line(count: int) -> str:
    """What is said under a reply that the user stopped."""
    if count == 0:
        return tr("Stopped by you")
    if count == 1:
        return tr("Stopped by you after 1 word")
    return tr("Stopped by you after {count} words", "", count).format(count=number(count))


def reply_complete(count: int) -> str:
    """What a screen reader says at the end of a reply."""
    if count == 1:
        return tr("Reply complete, 1 word")
    return tr("Reply complete, {count} words", "", count).format(count=number(count))


def author(entry: PathEntry, message: Message | None) -> str:
    """Who wrote a message."""
    if entry.node.role is Role.USER:
        return tr("You")
    model = message.model if message is not None else None
    return model or entry.node.model or tr("Assistant")


def clock_time(seconds: float) -> str:
    """When a message was written: the time today, else day and time."""
    when = QDateTime.fromSecsSinceEpoch(int(seconds))
    locale = QLocale()
    shape = QLocale.FormatType.ShortFormat
    if when.date() == QDateTime.currentDateTime().date():
        return locale.toString(when.time(), shape)
    return locale.toString(when, shape)


def stream_state(stream: ReplyStream, now: float) -> str:
    """What a reply under way is doing, for its label."""
    seconds = number(stream.seconds(now))
    match stream.phase:
        case Phase.STARTING_MODEL:
            return tr("Starting the built-in model…")
        case Phase.RETRYING:
            again = tr("Trying again in {seconds} s").format(
                seconds=number(stream.seconds_to_retry(now))
            )
            # The reason comes last: where there is no room, it is what can be left out.
            return joined(again, "" if stream.retry is None else error_title(stream.retry.error))
        case Phase.WRITING:
            return tr("Writing… {seconds} s").format(seconds=seconds)
        case Phase.WAITING if stream.is_slow(now):
            return tr("Still waiting… {seconds} s").format(seconds=seconds)
        case _:
            return tr("Thinking… {seconds} s").format(seconds=seconds)


def usage_line(usage: Usage | None, duration_s: float | None) -> str:
    """Tokens and seconds of a reply."""
    parts: list[str] = []
    if usage is not None:
        written = tokens(usage.output_tokens)
        parts.append(f"≈ {written}" if usage.estimated else written)
    if duration_s is not None:
        parts.append(tr("{seconds} s").format(seconds=QLocale().toString(duration_s, "f", 1)))
    return " · ".join(parts)


def thought_label(seconds: float | None, *, live: bool) -> str:
    """The chip over the thinking."""
    if live:
        return tr("Thinking…")
    if seconds is None:
        return tr("Thought")
    return tr("Thought for {seconds} s").format(seconds=number(max(1, round(seconds))))


def status_word(status: Status) -> str:
    """A message's state, as assistive technology says it."""
    return {
        Status.STREAMING: tr("being written"),
        Status.COMPLETE: tr("complete"),
        Status.LIMIT: tr("length limit reached"),
        Status.FILTERED: tr("withheld by the provider"),
        Status.STOPPED: tr("stopped"),
        Status.INTERRUPTED: tr("interrupted"),
        Status.FAILED: tr("failed"),
    }[status]


def not_sent() -> str:
    """The tag of a message that the next request does not carry."""
    return tr("Not sent: over the window")


def retrying(stream: ReplyStream, now: float) -> str:
    """When a request is sent again and for which time, for assistive technology; else nothing."""
    retry = stream.retry
    if retry is None or stream.phase is not Phase.RETRYING:
        return ""
    return tr("retrying in {seconds} s, attempt {number} of {count}").format(
        seconds=number(stream.seconds_to_retry(now)),
        number=number(retry.attempt),
        count=number(retry.of),
    )


def row_name(
    entry: PathEntry,
    message: Message | None,
    text: str,
    *,
    state: str = "",
    is_left_out: bool = False,
    files: int = 0,
) -> str:
    """The accessible name of a row: author, state, version, files, then the text.

    Args:
        entry: its place on the path.
        message: the message, if it was read.
        text: what it says.
        state: what a reply under way is doing, if that is worth its name.
        is_left_out: whether the next request does not carry it.
        files: how many are attached to it.
    """
    parts = [author(entry, message)]
    if entry.node.role is Role.ASSISTANT:
        status = message.status if message is not None else entry.node.status
        parts.append(state or status_word(status))
    if entry.versions > 1:
        parts.append(
            tr("version {number} of {count}").format(
                number=number(entry.version), count=number(entry.versions)
            )
        )
    if files:
        count = tr("{count} attached files", "", files).format(count=number(files))
        parts.append(tr("1 attached file") if files == 1 else count)
    if is_left_out:
        parts.append(tr("not sent"))
    return tr("{who}: {text}").format(who=listed(parts), text=text)


def remedy_words(remedy: Remedy) -> tuple[str, str] | None:
    """Icon and words of the button for a remedy; ``None`` if there is none."""
    words = {
        Remedy.OPEN_KEY_SETTINGS: ("key", tr("Open key settings")),
        Remedy.OPEN_PROVIDER_SETTINGS: ("sliders", tr("Open provider settings")),
        Remedy.OPEN_LOCAL_MODEL_SETTINGS: ("chip", tr("Open model settings")),
        Remedy.CHOOSE_MODEL: ("chip", tr("Choose a model")),
        Remedy.OPEN_BILLING: ("external", tr("Open billing")),
        Remedy.TRY_AGAIN: ("regenerate", tr("Try again")),
        Remedy.SHORTEN: ("edit", tr("Shorten the question")),
        Remedy.EDIT_QUESTION: ("edit", tr("Edit the question")),
        Remedy.UNLOCK_KEYRING: ("lock", tr("Unlock the keyring")),
        Remedy.USE_SESSION_KEY: ("key", tr("Use a key until I quit")),
        Remedy.OPEN_DATA_FOLDER: ("folder", tr("Open the data folder")),
    }
    return words.get(remedy)


def word_count(text: str) -> int:
    """How many words a text has; of scripts without spaces, every sign is one."""
    return len(text.split() if text.isascii() else _unspaced().findall(text))


@cache
def _unspaced() -> re.Pattern[str]:
    signs = "\u3041-\u30ff\u3400-\u9fff"
    return re.compile(f"[{signs}]|[^\\s\u3000-\u303f\uff00-\uff0f{signs}]+")


def elsewhere(messages: int, branches: int) -> str:
    """What continues on other branches, after a switch."""
    if messages == 1:
        return tr("1 message continues on another branch")
    count = number(messages)
    if branches == 1:
        return tr("{count} messages continue on 1 other branch", "", messages).format(count=count)
    return tr("{count} messages continue on {branches} other branches", "", branches).format(
        count=count, branches=number(branches)
    )
