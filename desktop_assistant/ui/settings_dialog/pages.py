"""The dialog's pages, each made when it is first wanted.

A page's code is loaded in one turn of the event loop, its widgets are made in the next one, and
shown and painted in those after it: all of it at once would hold up the window for longer than it
takes to notice.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.settings_dialog.edits import StagedEdits
from desktop_assistant.ui.settings_dialog.page import SettingsPage
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys
from desktop_assistant.ui.theme import Theme


class Pages(QObject):
    """Makes pages and keeps them.

    Signals:
        made: (Page) a page that was asked for can be shown.
        session_keys_wanted: save, keeping the typed keys until the app quits only.
    """

    made = Signal(object)
    session_keys_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        edits: StagedEdits,
        keys: StagedKeys,
        data_dir: Path,
        open_folder: Callable[[Path], None],
        home: QWidget,
    ) -> None:
        """Makes no page yet; ``home`` will show them."""
        super().__init__(home)
        self._home = home
        self._bridge = bridge
        self._theme = theme
        self._edits = edits
        self._keys = keys
        self._data_dir = data_dir
        self._open_folder = open_folder
        self._under_way: set[Page] = set()
        self._is_closed = False
        self._pages: dict[Page, SettingsPage] = {}

    def __getitem__(self, page: Page) -> SettingsPage:
        """A page that was made."""
        return self._pages[page]

    def __contains__(self, page: Page) -> bool:
        """Whether it was made, and ``made`` has told so."""
        return page in self._pages and page not in self._under_way

    def __iter__(self) -> Iterator[Page]:
        """The pages that were made, whether or not ``made`` has told so already."""
        return iter(tuple(self._pages))

    def prepare(self, page: Page) -> None:
        """Makes a page in the next turns of the event loop; ``made`` tells when."""
        if page in self._pages or page in self._under_way:
            return
        self._under_way.add(page)

        def load() -> None:
            make = self._maker(page)
            QTimer.singleShot(0, self, lambda: keep(make))

        def keep(make: Callable[[], SettingsPage]) -> None:
            if not self._is_closed:
                self._pages[page] = make()
                QTimer.singleShot(0, self, tell)

        def tell() -> None:
            if not self._is_closed:
                self._under_way.discard(page)
                self.made.emit(page)

        QTimer.singleShot(0, self, load)

    def close(self) -> None:
        """Ends what is under way on the pages, and makes no more of them."""
        self._is_closed = True
        for page, made in self._pages.items():
            made.settle()
            made.stop()
            if page in self._under_way:  # in nobody's hands yet
                for widget in (made.aside(), made.foot(), made):
                    if widget is not None:
                        widget.deleteLater()

    def _maker(self, page: Page) -> Callable[[], SettingsPage]:
        """Loads the code of a page."""
        makers: dict[Page, Callable[[], Callable[[], SettingsPage]]] = {
            Page.PROVIDERS: self._providers,
            Page.PROMPT: self._prompt,
            Page.DATA: self._data,
            Page.ADVANCED: self._advanced,
        }
        special = makers.get(page)
        return special() if special is not None else self._generated(page)

    def _providers(self) -> Callable[[], SettingsPage]:
        from desktop_assistant.ui.settings_dialog.providers_page import ProvidersPage

        def make() -> SettingsPage:
            page = ProvidersPage(self._bridge, self._theme, self._edits, self._keys, self._home)
            page.session_keys_wanted.connect(self.session_keys_wanted)
            return page

        return make

    def _prompt(self) -> Callable[[], SettingsPage]:
        from desktop_assistant.ui.settings_dialog.prompt_page import PromptPage

        return lambda: PromptPage(self._bridge, self._theme, self._edits)

    def _data(self) -> Callable[[], SettingsPage]:
        from desktop_assistant.ui.settings_dialog.data_page import DataPage

        return lambda: DataPage(
            self._bridge, self._theme, self._keys, self._data_dir, self._open_folder
        )

    def _advanced(self) -> Callable[[], SettingsPage]:
        from desktop_assistant.ui.settings_dialog.advanced_page import AdvancedPage

        return lambda: AdvancedPage(self._bridge, self._theme)

    def _generated(self, page: Page) -> Callable[[], SettingsPage]:
        from desktop_assistant.ui.settings_dialog.generated_page import GeneratedPage

        return lambda: GeneratedPage(self._bridge, self._theme, page)
