"""The composer: field, attachments, model, meter, and the button that sends or stops."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_assistant.chat.state import ContextMeter, ModelChoice
from desktop_assistant.domain.attachments import AttachedText, attached, join, split
from desktop_assistant.rendering.controls import has_hidden
from desktop_assistant.settings.providers import LOCAL
from desktop_assistant.ui.composer.frame import ROOM, ComposerFrame
from desktop_assistant.ui.composer.message_box import MessageBox
from desktop_assistant.ui.composer.meter import MeterLabel
from desktop_assistant.ui.composer.pieces import AttachmentPiece, QueuedPiece
from desktop_assistant.ui.composer.send_button import SendButton
from desktop_assistant.ui.controls.buttons import IconButton
from desktop_assistant.ui.controls.chips import Chip
from desktop_assistant.ui.controls.flow_layout import FlowLayout
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.sentences import joined, number, provider_name
from desktop_assistant.ui.theme import Theme

_BOTTOM_GAP = 16
_LEAST_FIELD = 24


class Composer(QWidget):
    """Says what the user wants to ask; asks nothing itself.

    Signals:
        sent: (text) send this message, or let it wait while a reply is written.
        stop_wanted: stop the reply of this branch.
        text_changed: the message differs: what ``message`` gives is another text.
        edit_last_wanted: the last question into the field of its own.
        attach_wanted: choose files.
        model_wanted: (the chip) choose another model.
        queue_changed: a waiting message was removed by the user.
        resized: its height differs.
    """

    sent = Signal(str)
    stop_wanted = Signal()
    text_changed = Signal()
    edit_last_wanted = Signal()
    attach_wanted = Signal()
    model_wanted = Signal(object)
    queue_changed = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_answering = False
        self._sends_with_ctrl = False
        self._is_first_run = False
        self._meter: ContextMeter | None = None
        self._files: list[AttachmentPiece] = []
        self._queue: list[QueuedPiece] = []
        self._is_filling = False
        self._is_narrow = False
        self._holds_hidden = False
        self._frame = ComposerFrame(theme, self)
        self.box = MessageBox(theme, self._frame)
        self.attach = IconButton(theme, "attach", "", icon_size=20, parent=self._frame)
        self.attach.set_name(self.tr("Attach files"), "Ctrl+Shift+A")
        self.chip = Chip(theme, "globe", "", "", opens_menu=True, parent=self._frame)
        self.meter = MeterLabel(theme, self._frame)
        self.send = SendButton(theme, self._frame)
        self._under = Label(theme, font="caption", color="text.tertiary", parent=self)
        self._lay_out()
        self._frame.set_field(self.box)
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._on_text)
        self.box.submitted.connect(self._submit)
        self.box.escaped.connect(self._escape)
        self.box.edit_last_wanted.connect(self.edit_last_wanted)
        self.box.too_much_pasted.connect(self._attach_paste)
        self.box.height_wanted.connect(self.resized)
        self.attach.clicked.connect(self.attach_wanted)
        self.chip.clicked.connect(lambda: self.model_wanted.emit(self.chip))
        self.send.clicked.connect(self._press_button)
        self._tell()

    # What is in it

    @property
    def message(self) -> str:
        """The message as it would be sent, files included."""
        return join(tuple(piece.file for piece in self._files), self.box.text())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send."""
        return not self._files and not self.box.text().strip()

    def set_message(self, message: str) -> None:
        """Shows a draft: files as files, the rest in the field."""
        files, text = split(message)
        self._is_filling = True
        try:
            while self._files:
                self._drop(self._files[0])
            for file in files:
                self._add_file(file)
            self.box.set_text(text)
        finally:
            self._is_filling = False
        self._tell()

    def add_files(self, files: Sequence[AttachedText]) -> None:
        """Attaches files."""
        for file in files:
            self._add_file(file)
        self._on_text()

    @property
    def queue(self) -> tuple[str, ...]:
        """Messages that wait for the reply, first one first."""
        return tuple(piece.text for piece in self._queue)

    def set_queue(self, texts: Sequence[str]) -> None:
        """Shows the messages that wait."""
        if tuple(texts) == self.queue:
            return
        while self._queue:
            piece = self._queue.pop()
            self._pieces.removeWidget(piece)
            piece.hide()
            piece.deleteLater()
        for text in texts:
            piece = QueuedPiece(self._theme, text, self._pieces_row)
            piece.removed.connect(lambda piece=piece: self._unqueue(piece))
            self._pieces.addWidget(piece)
            piece.show()
            self._queue.append(piece)
        self._show_pieces()

    # What is known about it

    def set_choice(self, choice: ModelChoice) -> None:
        """Names the model that will be asked."""
        is_local = choice.provider_id == LOCAL
        provider = provider_name(choice.provider_name)
        shown = provider if is_local else choice.model
        self.chip.show_text("chip" if is_local else "globe", shown or provider)
        name = self.tr("Model, {model} from {provider}").format(
            model=choice.model, provider=provider
        )
        self.chip.set_name(name, "Ctrl+Shift+M")

    def set_meter(self, meter: ContextMeter) -> None:
        """Shows what the next send would carry."""
        self._meter = meter
        self.meter.show_meter(meter)
        self._tell()

    def set_answering(self, *, answering: bool) -> None:
        """Whether the visible branch is being answered."""
        if answering != self._is_answering:
            self._is_answering = answering
            self._tell()

    def set_sends_with_ctrl(self, sends_with_ctrl: bool) -> None:  # noqa: FBT001  # a setter
        """Whether Ctrl+Enter sends."""
        self._sends_with_ctrl = sends_with_ctrl
        self.box.set_sends_with_ctrl(sends_with_ctrl)
        self._tell()

    def set_first_run(self, *, is_first_run: bool, is_new: bool) -> None:
        """Whether the conversation is empty, and whether it is the first one ever."""
        self._is_first_run = is_first_run
        self.box.setPlaceholderText(self.tr("Ask anything") if is_new else self.tr("Message"))
        self._tell()

    def set_narrow(self, *, narrow: bool, icons_only: bool) -> None:
        """Says less where the window is narrow."""
        self.meter.set_short(narrow)
        self.chip.set_icon_only(icons_only)
        self._is_narrow = narrow
        self._tell()

    def set_room(self, height: int) -> None:
        """How high the field may grow, in pixels."""
        self.box.set_most_height(max(_LEAST_FIELD, height))

    def focus_box(self) -> None:
        """Puts the cursor into the field."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.set_focused(focused=event.type() is QEvent.Type.FocusIn)
        return False

    # Inside

    def _lay_out(self) -> None:
        self._pieces_row = QWidget(self._frame)
        self._pieces = FlowLayout(self._pieces_row, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._pieces_row.setSizePolicy(policy)
        self._pieces_row.hide()
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 8, 0, 0)
        tools.setSpacing(2)
        tools.addWidget(self.attach)
        tools.addSpacing(6)
        tools.addWidget(self.chip)
        tools.addStretch(1)
        tools.addWidget(self.meter)
        tools.addSpacing(8)
        tools.addWidget(self.send)
        for control in (self.attach, self.chip, self.send):
            control.setCursor(Qt.CursorShape.ArrowCursor)
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(ROOM + 8, ROOM + 13, ROOM + 10, ROOM + 10)
        inner.setSpacing(0)
        pieces = QVBoxLayout()
        pieces.setContentsMargins(4, 0, 4, 0)
        pieces.addWidget(self._pieces_row)
        field = QHBoxLayout()
        field.setContentsMargins(8, 0, 4, 0)
        field.addWidget(self.box)
        inner.addLayout(pieces)
        inner.addLayout(field)
        inner.addLayout(tools)
        self._under.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._under.setContentsMargins(0, 0, 0, ROOM)
        self._under.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._frame)
        column.addWidget(self._under)
        column.addSpacing(_BOTTOM_GAP - ROOM)
        self.setTabOrder(self.box, self.attach)
        self.setTabOrder(self.attach, self.chip)
        self.setTabOrder(self.chip, self.send)

    def _on_text(self) -> None:
        self._tell()
        if not self._is_filling:
            self.text_changed.emit()

    def _submit(self) -> None:
        if not self.is_empty:
            self.sent.emit(self.message)

    def _press_button(self) -> None:
        if self.send.stops:
            self.stop_wanted.emit()
        else:
            self._submit()
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        if self._is_answering:
            self.stop_wanted.emit()

    def _attach_paste(self, text: str) -> None:
        self.add_files([attached(self.tr("Pasted text"), text)])

    def _add_file(self, file: AttachedText) -> None:
        piece = AttachmentPiece(self._theme, file, self._pieces_row)
        piece.removed.connect(lambda: self._remove_file(piece))
        self._files.append(piece)
        self._pieces.addWidget(piece)
        piece.show()
        self._show_pieces()

    def _remove_file(self, piece: AttachmentPiece) -> None:
        self._drop(piece)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_text()

    def _drop(self, piece: AttachmentPiece) -> None:
        self._files.remove(piece)
        self._pieces.removeWidget(piece)
        piece.hide()
        piece.deleteLater()
        self._show_pieces()

    def _unqueue(self, piece: QueuedPiece) -> None:
        self._queue.remove(piece)
        self._pieces.removeWidget(piece)
        piece.hide()
        piece.deleteLater()
        self._show_pieces()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.queue_changed.emit()

    def _show_pieces(self) -> None:
        has_any = bool(self._files or self._queue)
        self._pieces.setContentsMargins(0, 0, 0, 10 if has_any else 0)
        self._pieces_row.setVisible(has_any)
        self._pieces_row.updateGeometry()

    def _tell(self) -> None:
        """Makes the button and the line under the frame say what is so."""
        self._look_for_hidden()
        self.send.set_stops(stops=self._is_answering)
        self.send.setEnabled(self._is_answering or not self.is_empty)
        self._under.setText(self._under_words())

    def _look_for_hidden(self) -> None:
        """Notes whether anything would be sent that cannot be seen."""
        found = has_hidden(self.box.text()) or any(piece.holds_hidden for piece in self._files)
        if found != self._holds_hidden:
            self._holds_hidden = found
            self._under.set_color("warning.text" if found else "text.tertiary")
        self._under.setVisible(found or not self._is_narrow)

    def _under_words(self) -> str:
        if self._holds_hidden:
            # They may have come with a paste, and the model obeys what the user cannot read.
            return self.tr("This message holds signs that cannot be seen. The model will get them.")
        key = "Ctrl+Enter" if self._sends_with_ctrl else "Enter"
        other = "Enter" if self._sends_with_ctrl else "Shift+Enter"
        if self._is_answering:
            if self.is_empty:
                return self.tr("Esc stops the reply. You can write the next message meanwhile.")
            return self.tr("{key} queues this message; it is sent after the reply").format(key=key)
        if self.is_empty or self._meter is None or self._meter.messages < 2:
            words = self.tr("{key} sends, {other} starts a new line.").format(key=key, other=other)
            if self._is_first_run:
                words = joined(words, self.tr("You can swap them in Settings."))
            return words
        count = self._meter.messages
        if self._meter.left_out:
            left_out = len(self._meter.left_out)
            words = self.tr(
                "{key} sends {count} messages from this branch · "
                "the oldest {left_out} are left out",
                "",
                left_out,
            )
            if left_out == 1:
                words = self.tr(
                    "{key} sends {count} messages from this branch · the oldest is left out"
                )
            return words.format(key=key, count=number(count), left_out=number(left_out))
        return self.tr("{key} sends {count} messages from this branch", "", count).format(
            key=key, count=number(count)
        )
