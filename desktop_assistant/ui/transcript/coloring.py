"""Colours for code, a few milliseconds at a time, so that no frame waits for them.

Signals:
    colored: (CodeBox) a block has got colours.
"""

import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_assistant.rendering.growing_highlight import GrowingHighlight
from desktop_assistant.rendering.highlight import Run, highlight_runs
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox

_SLICE_S = 0.005
_FRAME_S = 0.002
"""The share of a frame that brings text: some ten lines."""
_KEPT = 64
_CHECK_EVERY = 32
"""Runs between two looks at the clock."""
_REST = 20
"""Times the duration of reading a growing block as a whole, until that is done again."""
_LEAST_REST_S = 0.3


@dataclass
class _Growing:
    """An open block, and when it may be read as a whole if that is all its lexer can do."""

    highlight: GrowingHighlight
    rests_until: float = 0.0


class Coloring(QObject):
    """Highlights code blocks.

    A closed one is read as a whole while nothing else is to be done. An open one gets its colours
    in the frame that brings its text: only its last lines are read again. Where the lexer knows
    nothing but the whole, that is read now and then.
    """

    colored = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[CodeBox] = []
        self._work: Iterator[Run] | None = None
        self._code = ""
        """What is being read; an open block may have grown meanwhile."""
        self._began_at = 0.0
        self._runs: list[Run] = []
        self._known: OrderedDict[tuple[str, str], tuple[Run, ...]] = OrderedDict()
        self._growing: WeakKeyDictionary[CodeBox, _Growing] = WeakKeyDictionary()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._resting: dict[CodeBox, None] = {}
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._wake)

    def want(self, boxes: Iterable[CodeBox]) -> None:
        """Colours these blocks before any others that wait."""
        wanted = [box for box in boxes if not box.is_highlighted and not self._is_served(box)]
        if not wanted:
            return
        fresh = [box for box in wanted if all(box is not other for other in self._waiting)]
        if self._work is None:
            self._waiting = [*fresh, *self._waiting]
        else:
            self._waiting = [self._waiting[0], *fresh, *self._waiting[1:]]
        self._timer.start()

    def forget(self) -> None:
        """Drops what waits; its blocks are gone."""
        self._waiting.clear()
        self._resting.clear()
        self._work = None
        self._timer.stop()

    def _is_served(self, box: CodeBox) -> bool:
        """Whether a block needs nothing more now; an open one gets at once what is quickly done."""
        growing = self._growing.get(box)
        if box.is_closed or growing is None:
            return False
        now = time.perf_counter()
        if growing.highlight.can_go_on:
            return self._read_on(box, growing.highlight, now + _FRAME_S)
        if now >= growing.rests_until:
            return False
        self._let_rest(box, growing.rests_until - now)
        return True

    def _let_rest(self, box: CodeBox, rest_s: float) -> None:
        self._resting[box] = None
        if not self._rest.isActive():
            self._rest.start(round(rest_s * 1000) + 1)

    def _wake(self) -> None:
        boxes = list(self._resting)
        self._resting.clear()
        self.want(boxes)

    def _go_on(self) -> None:
        end = time.perf_counter() + _SLICE_S
        while self._waiting and time.perf_counter() < end:
            if self._step(self._waiting[0], end):
                self._waiting.pop(0)
        if not self._waiting:
            self._timer.stop()

    def _step(self, box: CodeBox, end: float) -> bool:
        """Goes on with a block; returns whether that was all for now."""
        if box.is_closed or self._work is not None:
            return self._read_whole(box, end)
        growing = self._growing.get(box)
        if growing is None:
            self._growing[box] = _Growing(GrowingHighlight(box.language))
            return False
        if growing.highlight.can_go_on:
            return self._read_on(box, growing.highlight, end)
        return self._read_whole(box, end)

    def _read_on(self, box: CodeBox, highlight: GrowingHighlight, end: float) -> bool:
        found = highlight.read(box.code, lambda: time.perf_counter() >= end)
        box.color_from(found.start, found.runs, is_complete=found.is_complete)
        self.colored.emit(box)
        return found.is_complete

    def _read_whole(self, box: CodeBox, end: float) -> bool:
        if self._work is None:
            if box.is_closed and (box.language, box.code) in self._known:
                self._known.move_to_end((box.language, box.code))
                box.set_runs(self._known[box.language, box.code])
                self.colored.emit(box)
                return True
            self._began_at, self._code = time.perf_counter(), box.code
            self._runs, self._work = [], highlight_runs(box.code, box.language)
        for number, run in enumerate(self._work):
            self._runs.append(run)
            if number % _CHECK_EVERY == 0 and time.perf_counter() >= end:
                return False
        self._work = None
        return self._take_whole(box)

    def _take_whole(self, box: CodeBox) -> bool:
        """Takes what was read; returns false if it has grown meanwhile and is whole only now."""
        is_complete = self._code == box.code
        if box.is_closed and is_complete:
            self._known[box.language, box.code] = tuple(self._runs)
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
            box.set_runs(self._runs)
        else:
            box.color_from(0, self._runs, is_complete=is_complete)
        self.colored.emit(box)
        if not box.is_closed:
            now = time.perf_counter()
            rest_s = max(_LEAST_REST_S, _REST * (now - self._began_at))
            self._growing[box].rests_until = now + rest_s
            if not is_complete:
                self._let_rest(box, rest_s)
            return True
        return is_complete
