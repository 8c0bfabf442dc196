"""Colours for code, a few milliseconds at a time, so that no frame waits for them.

Signals:
    colored: (CodeBox) a block has got its colours.
"""

import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_assistant.rendering.highlight import Run, highlight_runs
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox

_SLICE_S = 0.005
_KEPT = 64
_CHECK_EVERY = 32
"""Runs between two looks at the clock."""


class Coloring(QObject):
    """Highlights closed code blocks while nothing else is to be done."""

    colored = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[CodeBox] = []
        self._work: Iterator[Run] | None = None
        self._runs: list[Run] = []
        self._known: OrderedDict[tuple[str, str], tuple[Run, ...]] = OrderedDict()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def want(self, boxes: Iterable[CodeBox]) -> None:
        """Colours these blocks before any others that wait."""
        wanted = [box for box in boxes if box.is_closed and not box.is_highlighted]
        if not wanted:
            return
        fresh = [box for box in wanted if all(box is not other for other in self._waiting)]
        if self._work is None:
            self._waiting = [*fresh, *self._waiting]
        else:
            self._waiting = [self._waiting[0], *fresh, *self._waiting[1:]]
        if self._waiting:
            self._timer.start()

    def forget(self) -> None:
        """Drops what waits; its blocks are gone."""
        self._waiting.clear()
        self._work = None
        self._timer.stop()

    def _go_on(self) -> None:
        end = time.perf_counter() + _SLICE_S
        while self._waiting and time.perf_counter() < end:
            self._step(self._waiting[0], end)
        if not self._waiting:
            self._timer.stop()

    def _step(self, box: CodeBox, end: float) -> None:
        key = (box.language, box.code)
        if key in self._known:
            self._known.move_to_end(key)
            self._done(box, self._known[key])
            return
        if self._work is None:
            self._runs, self._work = [], highlight_runs(box.code, box.language)
        for number, run in enumerate(self._work):
            self._runs.append(run)
            if number % _CHECK_EVERY == 0 and time.perf_counter() >= end:
                return
        self._known[key] = tuple(self._runs)
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self._done(box, self._known[key])

    def _done(self, box: CodeBox, runs: tuple[Run, ...]) -> None:
        self._work = None
        self._waiting.pop(0)
        box.set_runs(runs)
        self.colored.emit(box)
