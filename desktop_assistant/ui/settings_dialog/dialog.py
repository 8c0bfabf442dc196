"""The settings window: pages at the side, one page, and a foot with Save and Cancel.

Changes apply at once, except for providers, keys and the system prompt: those wait for Save.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.domain.ids import ProviderId
from desktop_assistant.settings.declaration import Page
from desktop_assistant.settings.providers import provider_ids
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.error_words import error_sentences
from desktop_assistant.ui.external import open_folder as open_folder_outside
from desktop_assistant.ui.sentences import listed
from desktop_assistant.ui.settings_dialog.edits import StagedEdits
from desktop_assistant.ui.settings_dialog.find import Place
from desktop_assistant.ui.settings_dialog.foot import Foot
from desktop_assistant.ui.settings_dialog.narrow_head import NarrowHead
from desktop_assistant.ui.settings_dialog.pages import Pages
from desktop_assistant.ui.settings_dialog.side import Side
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys
from desktop_assistant.ui.settings_dialog.words import page_title
from desktop_assistant.ui.theme import Theme

_NARROW_BELOW = 760
_SIDE_WIDTH = 208
_ASIDE_WIDTH = 218
_LEAST_WIDTH, _LEAST_HEIGHT = 640, 480


class SettingsDialog(QDialog):
    """Made for one opening, deleted after it; call ``open_at``."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        data_dir: Path,
        parent: QWidget | None = None,
        *,
        open_folder: Callable[[Path], None] | None = None,
    ) -> None:
        """Makes the window; pages are made when they are first shown.

        Args:
            bridge: to the controller.
            theme: the look.
            data_dir: where all state is.
            parent: the window it belongs to.
            open_folder: shows a folder to the user; the system's file manager by default.
        """
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._edits = StagedEdits(bridge, self)
        self._keys = StagedKeys(bridge, self)
        self._page = Page.GENERAL
        self._when_shown: Callable[[], object] | None = None
        """What is left to do once the page is there."""
        self._shows_list = False
        """In a narrow window: whether the list of pages is shown instead of a page."""
        self._is_saving = False
        self._is_finished = False
        self._opener: QWidget | None = None
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        usual = QSize(theme.size("settings.width"), theme.size("settings.height"))
        self.resize(usual.boundedTo(self.screen().availableSize()))
        self.side = Side(theme)
        self.side.page_chosen.connect(self.show_page)
        self.side.place_chosen.connect(self._show_place)
        self._asides = QStackedWidget()
        self._asides.setFixedWidth(_ASIDE_WIDTH)
        self._stack = QStackedWidget()
        self._pages = Pages(
            bridge,
            theme,
            self._edits,
            self._keys,
            data_dir,
            open_folder or open_folder_outside,
            self._stack,
        )
        self._pages.made.connect(self._on_page_made)
        self._pages.session_keys_wanted.connect(lambda: self._save(session_only=True))
        self.foot = Foot(theme)
        self.foot.save_wanted.connect(self.save)
        self.foot.cancel_wanted.connect(self.reject)
        self._head = NarrowHead(theme)
        self._head.back_wanted.connect(self._show_list)
        self._lay_out()
        self._edits.changed.connect(self.foot.take_back)
        self._keys.changed.connect(self.foot.take_back)
        bridge.settings_changed.connect(self._on_settings_changed)
        theme.changed.connect(self.update)
        self.finished.connect(self._on_finished)

    def open_at(
        self, page: Page = Page.GENERAL, *, provider_id: str = "", setting: str = ""
    ) -> None:
        """Opens the window on a page.

        Args:
            page: the page.
            provider_id: the provider to show, on the page of providers.
            setting: the key of a setting to put the keyboard on; ``key`` is the API key.
        """
        self._opener = QApplication.focusWidget()
        key = setting
        if provider_id:
            key = f"providers.{provider_id}.{setting.rsplit('.', 1)[-1] or 'name'}"
        self.show_page(page, reveal=key)
        self.open()
        self.side.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: Page, *, reveal: str = "") -> None:
        """Shows a page; what was typed on the last one is taken first.

        Args:
            page: the page; the first time it is there a few turns of the event loop later.
            reveal: the key of a setting to put the keyboard on.
        """
        self._when_shown = (lambda: self._pages[page].reveal(reveal)) if reveal else None
        if page is self._page and page in self._pages and not self._shows_list:
            self._finish_showing()
            return
        if self._page in self._pages:
            self._pages[self._page].settle()
        self._page = page
        self.side.show_page(page)
        self._shows_list = False
        self._arrange()
        if page in self._pages:
            self._show_made()
        else:
            self._pages.prepare(page)

    def save(self) -> None:
        """Keeps everything that waits for it and closes; stays open if something is wrong."""
        self._save(session_only=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focused = self.focusWidget()
        if is_enter and isinstance(focused, QLineEdit) and focused is not self.side.search:
            self.save()
            return
        if event.key() == Qt.Key.Key_Escape:
            self._close_or_ask()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and self._must_ask():
            self.foot.ask_about_changes()
            event.ignore()
            return
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg.canvas"))
        if self._asides.isVisible():
            origin = self._asides.mapTo(self, QPoint(0, 0))
            x = origin.x() - 1 if self.isRightToLeft() else origin.x() + self._asides.width()
            painter.fillRect(x, 0, 1, self.height(), self._theme.color("border.subtle"))
        painter.end()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _NARROW_BELOW

    def _save(self, *, session_only: bool) -> None:
        if self._is_saving:
            return
        unusable = [page for page in self._pages if not self._pages[page].settle()]
        if unusable:
            self.show_page(unusable[0])
            self._pages[unusable[0]].reveal_problem()
            return
        removed = self._edits.removed
        try:
            self._edits.save()
        except AssistantError as error:
            self.foot.say(error_sentences(error.info))
            return
        if not self._keys.is_pending and not removed:
            self.accept()
            return
        self._is_saving = True
        self.foot.set_busy(True)
        self._bridge.run(
            self._keys.save(removed, session_only=session_only),
            name="save keys",
            on_done=self._on_keys_saved,
        )

    def _on_keys_saved(self, failed: dict[ProviderId, ErrorInfo]) -> None:
        if self._is_finished:
            return
        self._is_saving = False
        self.foot.set_busy(False)
        if not failed:
            self.accept()
            return
        known = provider_ids(self._bridge.settings)
        shown = {p: error for p, error in failed.items() if p in known}
        if shown and Page.PROVIDERS in self._pages:
            self.show_page(Page.PROVIDERS)
            self._pages[Page.PROVIDERS].show_unsaved(shown)
        else:
            self.foot.say(error_sentences(next(iter(failed.values()))))

    def _must_ask(self) -> bool:
        """Whether closing would drop something, and the person has not been told so yet."""
        has_pending = self._edits.is_pending or self._keys.is_pending
        return has_pending and not self.foot.says_something

    def _close_or_ask(self) -> None:
        if self._must_ask():
            self.foot.ask_about_changes()
        else:
            self.reject()

    def _on_finished(self) -> None:
        self._is_finished = True
        self._pages.close()
        self._keys.close()
        self._bridge.settings_changed.disconnect(self._on_settings_changed)
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _on_settings_changed(self) -> None:
        for page in self._pages:
            self._pages[page].refresh()

    def _show_place(self, place: Place) -> None:
        self.show_page(place.page, reveal=place.key)
        announce(self, listed((place.label, page_title(place.page))))

    def _show_list(self) -> None:
        self._shows_list = True
        self._arrange()
        self.side.pages.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_page_made(self, page: Page) -> None:
        made = self._pages[page]
        self._stack.addWidget(made)
        aside, foot = made.aside(), made.foot()
        if aside is not None:
            self._asides.addWidget(aside)
        if foot is not None:
            self.foot.add_beginning(foot)
        if page is self._page:
            self._show_made()

    def _show_made(self) -> None:
        shown = self._pages[self._page]
        self._stack.setCurrentWidget(shown)
        aside = shown.aside()
        self._asides.setVisible(aside is not None)
        if aside is not None:
            self._asides.setCurrentWidget(aside)
        self.foot.show_beginning(shown.foot())
        shown.on_shown()
        self._finish_showing()

    def _finish_showing(self) -> None:
        finish, self._when_shown = self._when_shown, None
        if finish is not None:
            finish()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.foot)
        page = QHBoxLayout()
        page.setSpacing(1)
        page.addWidget(self._asides)
        page.addLayout(right, 1)
        self._content = QWidget()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self._head)
        content.addLayout(page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._content, 1)

    def _arrange(self) -> None:
        """Beside each other, or one after the other where there is no room."""
        narrow = self._is_narrow
        self._head.setVisible(narrow)
        self.side.setVisible(not narrow or self._shows_list)
        self._content.setVisible(not narrow or not self._shows_list)
        if narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(_LEAST_WIDTH * 4)
        else:
            self.side.setFixedWidth(_SIDE_WIDTH)
