import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.settings_dialog import SettingsDialog
from desktop_assistant.ui.settings_dialog.generated_page import GeneratedPage
from desktop_assistant.ui.settings_dialog.prompt_page import PromptPage
from desktop_assistant.ui.settings_dialog.providers_page import ProvidersPage
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from tests.fakes.assembly import Assembly, Parts, running
from tests.fakes.memory_secrets import MemorySecrets
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.no_local_model import PretendLocalModel

STORED_KEY = "sk-stored-0123456789-7Qd4"
OPENAI_ORIGIN = "https://api.openai.com:443"


def wait_for_page(dialog: SettingsDialog) -> None:
    """Lets the turns pass in which the chosen page is made."""
    while dialog._page not in dialog._pages or (
        dialog._stack.currentWidget() is not dialog._pages[dialog._page]
    ):
        QCoreApplication.processEvents()


@dataclass
class Desk:
    """A window with the dialog open before it, on a controller made of fakes."""

    assembly: Assembly
    bridge: Bridge
    window: QMainWindow
    opener: QPushButton
    dialog: SettingsDialog
    opened_folders: list[Path] = field(default_factory=list)
    results: list[int] = field(default_factory=list)

    @property
    def parts(self) -> Parts:
        return self.assembly.parts

    @property
    def values(self) -> dict[str, object]:
        """What the settings file holds."""
        return self.parts.settings.values

    @property
    def providers(self) -> ProvidersPage:
        page = self._page(Page.PROVIDERS)
        assert isinstance(page, ProvidersPage)
        return page

    @property
    def prompt(self) -> PromptPage:
        page = self._page(Page.PROMPT)
        assert isinstance(page, PromptPage)
        return page

    def show_page(self, page: Page) -> None:
        """Shows a page, made by now."""
        self.dialog.show_page(page)
        self.wait_for_page()

    def wait_for_page(self) -> None:
        """Lets the turns pass in which the chosen page is made."""
        wait_for_page(self.dialog)

    def generated(self, page: Page) -> GeneratedPage:
        shown = self._page(page)
        assert isinstance(shown, GeneratedPage)
        return shown

    def editor(self, setting: object, page: Page | None = None) -> SettingEditor:
        """The editor of a setting on its page."""
        shown = self._page(page or setting.page)
        return next(e for e in shown.editors() if e.setting.key == setting.key)

    async def until(self, condition) -> None:
        """Lets both loops turn until something holds."""
        async with asyncio.timeout(10):
            while not condition():
                QCoreApplication.processEvents()
                await asyncio.sleep(0)

    async def until_closed(self) -> int:
        await self.until(lambda: self.results)
        return self.results[-1]

    async def until_keys_known(self) -> None:
        await self.until(lambda: self.dialog._keys.known is not None)

    def key_of(self, provider_id: str) -> str | None:
        """What the keyring holds."""
        stored = self.parts.secrets._kept.get(provider_id)
        return None if stored is None else stored.secret.reveal()

    def _page(self, page: Page):
        self.show_page(page)
        return self.dialog._pages[page]


@pytest.fixture
def parts():
    """No provider chosen, as at the first start; a stored key for OpenAI."""
    return Parts(
        settings=MemorySettings({}),
        secrets=MemorySecrets(openai=(STORED_KEY, OPENAI_ORIGIN)),
        local_model=PretendLocalModel(),
    )


@pytest.fixture
def plain_locale():
    """Numbers as in these tests, whatever the computer's language is."""
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(before)


@pytest.fixture
async def desk(qapp, theme, tmp_path, parts, plain_locale):
    others = QApplication.topLevelWidgets()
    async with running(parts) as assembly:
        bridge = Bridge(assembly.controller, assembly.tasks)
        window = QMainWindow()
        opener = QPushButton("Settings")
        window.setCentralWidget(opener)
        window.resize(1200, 800)
        window.show()
        window.activateWindow()
        opener.setFocus()
        folders: list[Path] = []
        dialog = SettingsDialog(bridge, theme, tmp_path, window, open_folder=folders.append)
        desk = Desk(assembly, bridge, window, opener, dialog, folders)
        dialog.finished.connect(desk.results.append)
        dialog.open_at(Page.GENERAL)
        wait_for_page(dialog)
        yield desk
        if not desk.results:
            dialog.reject()
        bridge.stop_listening()
        window.close()
        window.deleteLater()
        # Widgets that outlive the interpreter's last moments are deleted in no good order.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not [w for w in QApplication.topLevelWidgets() if w not in others]
