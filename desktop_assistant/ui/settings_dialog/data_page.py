"""Where everything is kept, and what leaves this computer."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_assistant.chat.keys import KnownKeys
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.sentences import joined, number, stopped
from desktop_assistant.ui.settings_dialog.backup_block import BackupBlock
from desktop_assistant.ui.settings_dialog.edits import LiveEdits
from desktop_assistant.ui.settings_dialog.generated_page import settings_of
from desktop_assistant.ui.settings_dialog.notice_card import CardKind, NoticeCard
from desktop_assistant.ui.settings_dialog.page import FieldRows, ScrollColumn, SettingsPage, pairs
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.staged_keys import StagedKeys
from desktop_assistant.ui.settings_dialog.value_editors import RING
from desktop_assistant.ui.settings_dialog.words import page_title
from desktop_assistant.ui.theme import Theme

_MOST_WIDTH = 640


class DataPage(SettingsPage):
    """Folder, backups, keyring and what is sent; settings of this page, if there are any."""

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        keys: StagedKeys,
        data_dir: Path,
        open_folder: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._keys = keys
        self._data_dir = data_dir
        self._end_measuring: Callable[[], None] | None = None
        self._size = Label(theme, font="label", color="text.tertiary")
        self._keyring = Label(theme, wrap=True, color="text.secondary")
        self._trouble = NoticeCard(theme)
        self._backups = BackupBlock(bridge, theme)
        body = ScrollColumn(theme, most_width=_MOST_WIDTH)
        body.add_title(page_title(Page.DATA))
        edits = LiveEdits(bridge)
        own = [SettingEditor(theme, setting, edits) for setting in settings_of(Page.DATA)]
        if own:
            body.column.addWidget(FieldRows(pairs(own)))
        body.add_section(self.tr("Data folder"))
        body.column.addWidget(self._folder(theme, open_folder))
        body.add_section(self.tr("Backups"))
        body.column.addWidget(self._backups)
        body.add_section(self.tr("Keys"))
        body.add(self._keyring)
        body.add(self._trouble)
        body.add_section(self.tr("What leaves this computer"))
        for sentence in _promises():
            body.add(Label(theme, sentence, color="text.secondary", wrap=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(body)
        keys.changed.connect(self._show_keyring)
        self._show_keyring()

    def on_shown(self) -> None:
        self._keys.load()
        self.stop()
        self._backups.load()
        self._end_measuring = self._bridge.run(
            _size_of(self._data_dir), name="measure the data folder", on_done=self._show_size
        )

    def stop(self) -> None:
        self._backups.stop()
        if self._end_measuring is not None:
            self._end_measuring()

    def _folder(self, theme: Theme, open_folder: Callable[[Path], None]) -> QWidget:
        path = Label(theme, str(self._data_dir), font="code", wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if self.isRightToLeft():  # a path reads from the left, and stands where the text does
            path.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        open_ = Button(theme, self.tr("Open folder"), icon="folder")
        open_.clicked.connect(lambda *_: open_folder(self._data_dir))
        about = self.tr("Conversations, settings and logs. Nothing is kept anywhere else.")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(RING, 0, RING, RING)
        column.setSpacing(6)
        column.addWidget(path)
        column.addWidget(self._size)
        column.addWidget(Label(theme, about, font="label", color="text.tertiary", wrap=True))
        column.addSpacing(4)
        column.addWidget(open_, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _show_size(self, size: int) -> None:
        words = QLocale().formattedDataSize(
            size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
        )
        self._size.setText(self.tr("{size} on disk").format(size=words))

    def _show_keyring(self) -> None:
        known = self._keys.known
        self._trouble.hide()
        if known is None:
            self._keyring.setText(self.tr("The system keyring is being asked…"))
            return
        self._keyring.setText(self._keyring_words(known))
        trouble = known.keyring.problem
        if trouble is not None:
            title = stopped(error_title(trouble))
            self._trouble.say(CardKind.WARNING, title, error_hint(trouble))

    def _keyring_words(self, known: KnownKeys) -> str:
        if known.keyring.problem is not None:
            return self.tr("Keys are kept in memory until you quit, and nowhere else.")
        count = len(known.by_provider)
        where = self.tr("Keys are kept in the system keyring ({backend}) and nowhere else.")
        held = self.tr("Keys there now: {count}.").format(count=number(count))
        return joined(where.format(backend=known.keyring.backend), held)


def _promises() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate(
            "DataPage",
            "A question goes, with the messages before it, to the provider you have chosen and to "
            "nobody else. With the built-in model nothing leaves this computer.",
        ),
        translate("DataPage", "There is no account, no usage statistics and no check for updates."),
        translate(
            "DataPage",
            "Text from a model can open nothing and load nothing by itself: no pictures, no links.",
        ),
        translate(
            "DataPage",
            "Whoever can use your account on this computer can read the data folder, but not the "
            "keys while the keyring is locked.",
        ),
    )


async def _size_of(folder: Path) -> int:
    return await asyncio.to_thread(_bytes_in, folder)


def _bytes_in(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            if path.is_file() and not path.is_symlink():
                total += path.stat().st_size
        except OSError:
            continue  # it went away meanwhile
    return total
