import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_assistant.chat.state import ConversationState
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.main_window import MainWindow
from tests.fakes.assembly import Assembly, Parts, running
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.memory_store import MemoryStore
from tests.fakes.no_local_model import PretendLocalModel
from tests.fakes.scripted_model import ScriptedModel
from tests.fakes.ui_library import fill


@dataclass
class Shell:
    """The window on a controller made of fakes."""

    assembly: Assembly
    bridge: Bridge
    window: MainWindow

    @property
    def parts(self) -> Parts:
        return self.assembly.parts

    @property
    def model(self) -> ScriptedModel:
        return self.parts.model

    @property
    def store(self) -> MemoryStore:
        return self.parts.store

    @property
    def composer(self):
        return self.window.pane.composer

    @property
    def box(self):
        return self.composer.box

    @property
    def header(self):
        return self.window.pane.header

    @property
    def view(self):
        """The list of conversations."""
        return self.window.sidebar.list

    @property
    def state(self) -> ConversationState | None:
        return self.window.presenter.state

    @property
    def rows(self) -> list[str]:
        model = self.view.conversations
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    async def until(self, condition) -> None:
        """Lets both loops turn until something holds."""
        async with asyncio.timeout(10):
            while not condition():
                QCoreApplication.processEvents()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                await asyncio.sleep(0.001)

    async def until_shown(self, title: str) -> None:
        await self.until(
            lambda: self.window.windowTitle().startswith(title) and self.state is not None
        )

    async def send(self, text: str) -> None:
        """Types a message and presses Enter."""
        self.box.setFocus()
        QTest.keyClicks(self.box, text)
        QTest.keyClick(self.box, Qt.Key.Key_Return)
        await self.until(lambda: True)

    async def settle(self) -> None:
        """Until nothing is being answered and everything typed is stored."""
        await self.until(
            lambda: (
                not (self.state is not None and self.state.replying_to)
                and not self.assembly.tasks._tasks
            )
        )

    def control(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The visible control of that accessible name."""
        found = [
            widget
            for widget in self.window.findChildren(kind)
            if widget.isVisible() and widget.accessibleName() == name
        ]
        assert found, f"no visible control is called {name!r}"
        return found[0]


@asynccontextmanager
async def open_shell(theme, tmp_path, parts, *, key_variables=(), early=None):
    """A shown window whose library is open; closed as the app does it.

    ``early`` is called with the shell while nothing can be shown yet.
    """
    async with running(parts) as assembly:
        bridge = Bridge(assembly.controller, assembly.tasks)
        window = MainWindow(bridge, theme, data_dir=tmp_path, key_variables=key_variables)
        window.show()
        window.activateWindow()
        shell = Shell(assembly, bridge, window)
        if early is not None:
            assert shell.state is None
            early(shell)
        window.library_opened(assembly.parts.store.open_report)
        await shell.until(lambda: shell.state is not None)
        yield shell
        window.close()
        # The real store has taken everything over at the first step; the one in memory has not.
        for _ in range(3):
            await asyncio.sleep(0)
        bridge.stop_listening()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def events_only_within_the_loop(monkeypatch):
    """Between a test's phases pytest-qt lets timers fire while no asyncio loop runs."""
    monkeypatch.setattr("pytestqt.plugin._process_events", lambda: None)


@pytest.fixture(autouse=True)
def plain_locale():
    """Dates and numbers as in these tests, whatever the computer's language is."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def parts():
    """Five conversations of different ages, and OpenAI as the provider."""
    store = MemoryStore()
    fill(store)
    return Parts(
        model=ScriptedModel(models=("gpt-4.1", "o4-mini")),
        store=store,
        settings=MemorySettings({"chat.provider": "openai"}),
        local_model=PretendLocalModel(),
    )


@pytest.fixture
async def shell(qapp, theme, tmp_path, parts, events_only_within_the_loop):
    async with open_shell(theme, tmp_path, parts) as shell:
        yield shell


@pytest.fixture
async def first_run(qapp, theme, tmp_path, events_only_within_the_loop):
    """A window on an empty library, the built-in model at hand."""
    parts = Parts(settings=MemorySettings({}), local_model=PretendLocalModel())
    async with open_shell(theme, tmp_path, parts, key_variables=["OPENAI_API_KEY"]) as shell:
        yield shell


@pytest.fixture
def opening(theme, tmp_path, events_only_within_the_loop):
    """Opens further windows: ``async with opening(parts) as shell``."""
    return lambda parts, **more: open_shell(theme, tmp_path, parts, **more)


@pytest.fixture
def focused():
    """The widget with the focus."""
    return QApplication.focusWidget
