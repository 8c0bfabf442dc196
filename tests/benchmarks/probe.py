"""Runs a Qt program and tells, as JSON lines, when its window is painted and what it costs then.

    python -m tests.benchmarks.probe bare
    python -m tests.benchmarks.probe ours DATA_DIR [ask BASE_URL]

"Painted" is the first paint after which the window is usable: for ours that means with the list
of conversations filled. Times are counted from the start of the process, as the kernel saw it.
"""

import json
import os
import sys
import time

SETTLE_MS = 1500


def seconds_since_start():
    with open("/proc/self/stat", encoding="ascii") as stat:  # noqa: PTH123  # before pathlib is loaded
        ticks = int(stat.read().rsplit(")", 1)[1].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def memory_mb():
    """Resident memory, and the share of it that is this process's own."""
    with open("/proc/self/smaps_rollup", encoding="ascii") as rollup:  # noqa: PTH123
        rows = dict(line.split(":", 1) for line in rollup.read().splitlines()[1:])
    own = sum(int(rows[name].split()[0]) for name in ("Private_Clean", "Private_Dirty"))
    return int(rows["Rss"].split()[0]) / 1024, own / 1024


def tell(**what):
    print(json.dumps(what), flush=True)


def watch(is_ready, after):
    """Calls back once a visible window was painted and is ready, then lets things settle."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Watch(QObject):
        done = False

        def eventFilter(self, watched, event):
            if not self.done and event.type() == QEvent.Type.Paint and is_ready():
                self.done = True
                # After this paint has reached the screen:
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self):
            tell(painted_s=seconds_since_start())
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(SETTLE_MS, self.settled)

        def settled(self):
            rss, own = memory_mb()
            tell(idle_rss_mb=rss, idle_own_mb=own, idle_cpu_s=time.process_time())
            after()

    run = QApplication.exec

    def exec_watched(*args):
        watcher = Watch()
        QApplication.instance().installEventFilter(watcher)
        QApplication.instance().bench_watcher = watcher
        return run()

    QApplication.exec = exec_watched


def bare():
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks import bare_window

    watch(lambda: True, lambda: QApplication.instance().exit(0))
    sys.exit(bare_window.main())


def ours(arguments):
    from PySide6.QtWidgets import QApplication, QListView

    from desktop_assistant.app.main import main
    from tests.benchmarks.ask_in_window import ask

    def window():
        tops = (w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
        return next(tops, None)

    def is_ready():
        top = window()
        lists = top.findChildren(QListView) if top is not None and top.isVisible() else []
        return any(
            view.accessibleName() == "Conversations" and view.model().rowCount() for view in lists
        )

    def after():
        if arguments[1:2] == ["ask"]:
            ask(window(), tell, memory_mb)
        else:
            window().close()

    watch(is_ready, after)
    sys.exit(main(["--data-dir", arguments[0]]))


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(sys.argv[2:])
