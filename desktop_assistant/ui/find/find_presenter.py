"""Finding in the conversation that is shown: from the words in the bar to the hit in sight."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.domain.ids import ConversationId, MessageId
from desktop_assistant.domain.messages import Message
from desktop_assistant.rendering.finding import Pattern
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.conversation_pane import ConversationPane
from desktop_assistant.ui.find import find_bar
from desktop_assistant.ui.find.find_bar import FindBar
from desktop_assistant.ui.find.scan import Scan
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript.finding import Place

_LIVE_PAUSE_MS = 250
"""How often a reply under way is looked through again."""
_COUNT_PAUSE_MS = 60
"""How often the count is shown while it grows."""


class FindPresenter(QObject):
    """Opens the bar, looks, and goes from hit to hit.

    While words are typed the reader is led to the first hit from where he was; what comes later,
    a reply that grows or another branch, changes the count and moves nothing.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        pane: ConversationPane,
        state: Callable[[], ConversationState | None],
    ) -> None:
        """Makes the bar, hidden.

        Args:
            bridge: to the controller, which reads the texts.
            theme: the look.
            pane: whose transcript is looked through.
            state: the conversation that is shown.
        """
        super().__init__(pane)
        self._bridge = bridge
        self._pane = pane
        self._state = state
        self._view = pane.transcript
        self.bar = FindBar(theme, pane, self._view)
        self._scan = Scan(self._view)
        self._pattern = Pattern("")
        self._place: Place | None = None
        self._origin: Place | None = None
        """From where on the first hit is to be shown; ``None`` once it is."""
        self._says_count = False
        self._conversation_id: ConversationId | None = None
        self._known: dict[MessageId, object] = {}
        self._focus_before: QWidget | None = None
        self._last_shown = QElapsedTimer()
        self._live = QTimer(self, interval=_LIVE_PAUSE_MS)
        self._live.timeout.connect(self._look_at_live)
        self.bar.words_changed.connect(self._look_for)
        self.bar.step_wanted.connect(self.step)
        self.bar.close_wanted.connect(self.close)
        self._scan.texts_needed.connect(self._read)
        self._scan.progressed.connect(self._on_progress)
        self._scan.settled.connect(self._on_settled)

    # What the user does

    def open(self, words: str = "") -> None:
        """Shows the bar, or comes back to it.

        Args:
            words: what to find; without any, what was looked for last. Words that are selected are
                the first hit.
        """
        selected = self._view.selection_start() if words else None
        was_open = self.bar.isVisible()
        if not was_open:
            self._focus_before = QApplication.focusWidget()
        words = words or self.bar.field.text()
        self.bar.open_with(words)
        if selected is not None:
            self._place = Place(selected[0], in_thinking=False, start=selected[1])
        if selected is not None or not was_open or words != self._pattern.words:
            self._look_for(words)

    def step(self, step: int) -> None:
        """Goes to the next hit, or the one before; opens the bar if it is closed."""
        if not self.bar.isVisible():
            self.open()
            return
        found = self._scan.hits.step(self._from_here(), step)
        if found is not None:
            self._go_to(found)
            self._say_count()

    def close(self) -> None:
        """Hides the bar; the focus goes back to where it was, and nothing is marked any more."""
        if not self.bar.isVisible():
            return
        had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self._pane)
        self.bar.hide()
        self._live.stop()
        self._scan.stop()
        self._known = {}
        self._place = self._origin = None
        self._pattern = Pattern("")
        self._view.finding.show(None, None)
        if had_focus:
            before = self._focus_before
            target = before if before is not None and before.isVisible() else self._view
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_before = None

    # What happens meanwhile

    def show_state(self, state: ConversationState) -> None:
        """Another conversation is shown, or another state of it."""
        if not self.bar.isVisible():
            return
        if not self._pane.shows_transcript:
            self.close()
            return
        if state.id != self._conversation_id:
            self._origin = self._place = None
            self._start(None)
            return
        before, self._known = self._known, self._snapshot(state)
        changed = [m for m, known in self._known.items() if before.get(m) != known]
        if self._place is not None and self._place.message_id not in self._known:
            self._place = None
        self._scan.look_again(changed, list(self._known))
        self._show()

    # Inside

    def _look_for(self, words: str) -> None:
        self._pattern = Pattern(words)
        self._origin = self._from_here()
        self._place = None
        self._says_count = True
        self._start(self._origin.message_id)

    def _start(self, first: MessageId | None) -> None:
        state = self._state()
        if state is None:
            return
        if state.id != self._conversation_id or not self._known:
            self._conversation_id = state.id
            self._known = self._snapshot(state)
        self._scan.start(self._pattern, list(self._known), first)
        self._live.start()
        self._show()

    def _from_here(self) -> Place:
        """Where the reader is: at the hit that was shown last, else at the top of the view."""
        if self._place is not None:
            return self._place
        message_id, offset = self._view.finding.reader_is_at() or (MessageId(""), 0)
        return Place(message_id, in_thinking=False, start=offset)

    def _on_progress(self) -> None:
        self._take_first(wrap=False)
        # A count that changes in every frame cannot be read, and painting it costs as much again.
        if not self._last_shown.isValid() or self._last_shown.elapsed() >= _COUNT_PAUSE_MS:
            self._show()

    def _on_settled(self) -> None:
        self._take_first(wrap=True)
        self._origin = None
        self._show()
        if self._says_count and not self._pattern.is_empty:
            self._says_count = False
            self._say_count()

    def _take_first(self, *, wrap: bool) -> None:
        """Shows the first hit from where the reader was, as soon as it is known."""
        if self._origin is None:
            return
        found = self._scan.hits.first_from(self._origin)
        if found is None and wrap:
            found = self._scan.hits.first()
        if found is not None:
            self._origin = None
            self._go_to(found)

    def _go_to(self, place: Place) -> None:
        self._place = place
        self._show()
        self._view.finding.go_to(place)

    def _show(self) -> None:
        self._view.finding.show(self._pattern, self._place)
        self.bar.show_count(self._count_words(), found=self._scan.hits.total > 0)
        self._last_shown.start()

    def _count_words(self) -> str:
        total = self._scan.hits.total
        if self._pattern.is_empty:
            return ""
        if not self._scan.is_settled:
            return find_bar.hits_so_far(total)
        number = None if self._place is None else self._scan.hits.number_of(self._place)
        return find_bar.hits(total) if number is None else find_bar.position_of(number, total)

    def _say_count(self) -> None:
        announce(self.bar.field, self.bar.count_text)

    def _look_at_live(self) -> None:
        live = [c.entry.node.id for c in self._view.rows.known() if c.is_live]
        if live:
            self._scan.look_again(live, list(self._known))

    def _read(self, message_ids: list[MessageId]) -> None:
        state = self._state()
        if state is None:
            return

        def done(messages: list[Message]) -> None:
            self._scan.give(message_ids, messages)

        def failed(_: object) -> None:
            if len(message_ids) == 1:
                self._scan.give(message_ids, ())
                return
            # One that cannot be read must not hide what is found in the others.
            for message_id in message_ids:
                self._read([message_id])

        self._bridge.run(
            self._bridge.controller.messages(state.id, message_ids),
            name="read messages to find words",
            on_done=done,
            on_error=failed,
        )

    @staticmethod
    def _snapshot(state: ConversationState) -> dict[MessageId, object]:
        """What is seen of each message of the path, as far as it could change."""
        nodes = [entry.node for entry in state.path]
        return {node.id: (node.status, node.length) for node in nodes}
