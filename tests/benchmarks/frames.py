"""What the frames of the real window cost its thread, and when something is there to be seen."""

import asyncio
import contextlib
import os
import threading
import time

from desktop_assistant.ui.main_window import MainWindow
from desktop_assistant.ui.transcript.replies import Replies


class OwnClock:
    """Seconds of one thread, without those in which it was ready and others had the processor."""

    def __init__(self):
        self._waits = os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)

    def now(self):
        waited = int(os.pread(self._waits, 100, 0).split()[1]) / 1e9
        return time.monotonic() - waited


class FrameWatch:
    """Times every frame: turning new text into what is laid out, and the paint that shows it.

    That is the time of the thread itself: a screen that is drawn by a program of its own, on the
    same two processors, is not counted. To be made before the window is, on its thread.
    """

    def __init__(self):
        self.clock = OwnClock()
        self.frames = []
        """Milliseconds of the frames with new text, since the last ``take``."""
        self._flushing = 0.0
        self._waiting = []
        self._watch_paints()
        self._watch_flushes()

    def take(self):
        """The frames since the last call, in milliseconds."""
        frames, self.frames = self.frames, []
        return frames

    async def seen(self, is_right):
        """Waits for the end of the first paint after which it is right; tells its moment."""
        while True:
            painted = asyncio.get_running_loop().create_future()
            self._waiting.append(painted)
            moment = await painted
            if is_right():
                return moment

    def _watch_paints(self):
        handle = MainWindow.event

        def event(window, event):
            if event.type() is not event.Type.UpdateRequest:
                return handle(window, event)
            start = time.thread_time()
            done = handle(window, event)
            spent, end = time.thread_time() - start, self.clock.now()
            if self._flushing:
                self.frames.append((self._flushing + spent) * 1000)
                self._flushing = 0.0
            waiting, self._waiting = self._waiting, []
            for painted in waiting:
                with contextlib.suppress(asyncio.InvalidStateError):
                    painted.set_result(end)
            return done

        MainWindow.event = event

    def _watch_flushes(self):
        flush = Replies._flush

        def timed(replies):
            start = time.thread_time()
            flush(replies)
            self._flushing += time.thread_time() - start

        Replies._flush = timed
