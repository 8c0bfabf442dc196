"""Runs the window: Qt and asyncio on one loop, from first paint to the last word stored."""

import asyncio
import os
import sys
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_assistant.app.crash import CrashReporter
from desktop_assistant.app.event_loop import EndSignals, run_on_qt
from desktop_assistant.app.garbage import GarbageCollection
from desktop_assistant.app.language import speak
from desktop_assistant.app.options import StartOptions
from desktop_assistant.app.paths import DataFolder, data_folder
from desktop_assistant.app.resources import resources_folder
from desktop_assistant.app.second_launch import raise_running_window
from desktop_assistant.app.wiring import App, build
from desktop_assistant.domain.errors import AssistantError
from desktop_assistant.settings import schema
from desktop_assistant.settings.providers import KEY_VARIABLES
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.locale import settle_locale
from desktop_assistant.ui.main_window import MainWindow
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.theme.application import apply_to

SETTLE_MS = 200
"""After the first paint, before what can wait is loaded."""


def run_window_app(options: StartOptions) -> int:
    """Opens the window on a data folder; returns when it is closed and everything is stored."""
    folder = data_folder(options.data_dir)
    if raise_running_window(folder.socket):
        return 0
    QApplication.setApplicationName("desktop-assistant")
    QApplication.setApplicationDisplayName("Desktop Assistant")
    QApplication.setDesktopFileName("desktop-assistant")
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    settle_locale()
    return run_on_qt(app, _Window(app, folder).live())


@dataclass(slots=True)
class _Running:
    """What lives as long as the window."""

    parts: App
    window: MainWindow
    bridge: Bridge


class _Window:
    """The life of one window."""

    def __init__(self, app: QApplication, folder: DataFolder) -> None:
        self._app = app
        self._folder = folder
        self._closed = asyncio.Event()
        self._crash = CrashReporter()

    async def live(self) -> int:
        """Shows the window, fills it, waits for its end and cleans up; returns the exit code."""
        self._crash.install()
        asyncio.get_running_loop().set_exception_handler(self._on_loop_error)
        signals = EndSignals(self._closed.set)
        resources = resources_folder()
        self._app.setWindowIcon(QIcon(str(resources / "icons" / "app-mark.svg")))
        parts = build(self._folder, self._crash.report, waits_for_disk=False)
        language = parts.controller.settings.current.get(schema.LANGUAGE)
        speak(self._app, language, resources / "translations")
        theme = Theme(resources)
        running = _Running(parts, *self._show(parts, theme))
        try:
            code = await self._open_library(running)
            if code is None:
                self._load_the_rest(running)
                await self._closed.wait()
                code = 0
        finally:
            running.window.close()
            # What closing hands over, such as drafts, gets as far as the store's queue.
            await asyncio.sleep(0)
            running.bridge.stop_listening()
            await parts.controller.close()
            signals.close()
        return code

    def _show(self, parts: App, theme: Theme) -> tuple[MainWindow, Bridge]:
        settings = parts.controller.settings
        bridge = Bridge(parts.controller, parts.tasks)

        def follow_settings() -> None:
            current = settings.current
            theme.apply(
                choice=current.get(schema.THEME),
                reading_size=current.get(schema.READING_SIZE),
                reduce_motion=current.get(schema.REDUCE_MOTION),
            )

        follow_settings()
        bridge.settings_changed.connect(follow_settings)
        offered = [
            name for names in KEY_VARIABLES.values() for name in names if os.environ.get(name)
        ]
        apply_to(self._app, theme)
        window = MainWindow(bridge, theme, data_dir=self._folder.root, key_variables=offered)
        window.closed.connect(self._closed.set)

        def use_variable(name: str, session_only: bool) -> None:  # noqa: FBT001  # a slot
            owner = next(pid for pid, names in KEY_VARIABLES.items() if name in names)
            bridge.run(
                parts.controller.keys.save(
                    owner, os.environ.get(name, ""), session_only=session_only
                ),
                name="use a key from the environment",
                on_error=lambda error: window.key_variable_failed(name, error),
            )

        window.key_variable_wanted.connect(use_variable)
        window.show()
        return window, bridge

    async def _open_library(self, running: _Running) -> int | None:
        """Opens the library; a library that cannot be used is explained, and ends the program."""
        try:
            report = await running.parts.controller.start()
        except AssistantError as error:
            from desktop_assistant.ui.start_problem import StartProblem

            running.window.hide()
            problem = StartProblem(error.info, self._folder.root)
            problem.closed.connect(self._closed.set)
            problem.show()
            await self._closed.wait()
            return 4
        running.window.library_opened(report)
        return None

    def _load_the_rest(self, running: _Running) -> None:
        """What the first paint did not need."""

        def later() -> None:
            if self._closed.is_set():
                return
            GarbageCollection(running.window)
            from desktop_assistant.app.logging_setup import start_logging
            from desktop_assistant.app.window_instance import WindowInstance
            from desktop_assistant.ui.crash_notice import show_crash

            start_logging(self._folder.log, running.parts.controller)
            self._crash.show_with(lambda error: show_crash(running.window, error))
            instance = WindowInstance(
                self._folder.socket, running.window.come_forward, running.window
            )
            running.window.closed.connect(instance.close)
            running.parts.tasks.start(
                running.parts.store.backup_if_due(), name="daily backup", owner=self
            )

        QTimer.singleShot(SETTLE_MS, later)

    def _on_loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._crash.report(error)
        else:
            self._crash.report(RuntimeError(str(context.get("message"))))
