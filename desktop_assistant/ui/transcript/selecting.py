"""What is selected in the transcript, and what of it goes to the clipboard."""

from PySide6.QtWidgets import QWidget

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import copying
from desktop_assistant.ui.transcript.area import TranscriptArea
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.selection import Part
from desktop_assistant.ui.transcript.spots import END, START
from desktop_assistant.ui.transcript.words import tr


class SelectingArea(TranscriptArea):
    """An area whose text can be selected and copied, also where it is not in sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._copy_when_texts_came = False
        self.pointer.selection_made.connect(
            lambda: copying.offer_for_middle_click(self._selected())
        )

    def select_all(self) -> None:
        """Selects the whole branch."""
        if len(self.rows):
            self.selection.select(self.rows.id_at(0), self.rows.id_at(len(self.rows) - 1))
            self.show_selection()

    def select_message(self, message_id: MessageId) -> None:
        """Selects a whole message."""
        if message_id in self.rows:
            self.selection.select(message_id, message_id)
            self.show_selection()

    def forget_selection(self) -> None:
        """Another conversation is shown."""
        self.selection.clear()
        self._copy_when_texts_came = False
        self.rows.keeps_all_texts = False

    def selected_line(self) -> str:
        """The first line of what is selected, as far as it is in sight."""
        for content, part in self._selected():
            if part is not None and content.document is not None:
                lines = content.document.text_between(*part).split("\n")
                return next((line.strip() for line in lines if line.strip()), "")
        return ""

    def selection_start(self) -> tuple[MessageId, int] | None:
        """Where what is selected begins: the message, and how far into what can be read of it."""
        for content, part in self._selected():
            if part is not None and content.document is not None:
                return content.entry.node.id, content.document.offset_of(part[0])
        return None

    def copy_selection(self) -> None:
        """Copies what is selected; texts that are not held are asked for first."""
        selected = self._selected()
        missing = [content.entry.node.id for content, _ in selected if not content.is_loaded]
        self._copy_when_texts_came = self.rows.keeps_all_texts = bool(missing)
        if missing:
            self.messages_needed.emit(missing)
        elif selected:
            copying.copy_parts(selected)

    def texts_came(self) -> None:
        """Copies what could not be copied before."""
        if self._copy_when_texts_came and all(c.is_loaded for c, _ in self._selected()):
            self.copy_selection()

    def copy_message(self, message_id: MessageId) -> None:
        """Copies a message."""
        content = self.rows.content(message_id)
        if content is None or not content.is_loaded:
            return
        copying.copy_whole(content)
        row = self.rows.widget(message_id)
        if row is not None:
            row.actions_bar.show_copied()
        announce(self, tr("Copied"))

    def copy_last_reply(self) -> None:
        """Copies the last reply of the branch."""
        for content in self.rows.backwards():
            if not content.is_user:
                self.copy_message(content.entry.node.id)
                return

    def copy_last_code(self) -> None:
        """Copies the last block of code of the branch."""
        for content in self.rows.backwards():
            if content.is_user or not content.is_loaded:
                continue
            code = copying.last_code(content)
            if code is not None:
                copying.copy_text(code)
                announce(self, tr("Copied"))
                return

    def _selected(self) -> list[tuple[RowContent, Part | None]]:
        """The selected messages, each with its part; ``None`` is the whole."""
        ends = self.selection.ends
        if ends is None or self.selection.is_empty:
            return []
        places = (self.rows.place(ends[0]), self.rows.place(ends[1]))
        found: list[tuple[RowContent, Part | None]] = []
        for place in range(min(places), max(places) + 1):
            message_id = self.rows.id_at(place)
            part = self.selection.part_of(message_id, place, places)
            content = self.rows.content(message_id)
            if content is not None and part is not None:
                found.append((content, None if part == (START, END) else part))
        return found
