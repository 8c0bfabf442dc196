"""The start page: three offers at the first run, later a line and the prompts used last."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_assistant.chat.state import LocalModelState, LocalModelStatus
from desktop_assistant.domain.attachments import said_in
from desktop_assistant.ui.controls.accessible import AccessibleRole
from desktop_assistant.ui.controls.app_mark import AppMark
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.chips import BadgeKind
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.start_page.offer import Offer
from desktop_assistant.ui.theme import Theme

_WIDTH = 820
_SIDE_BY_SIDE = 660
_GAP = 16


class _EmptyTranscript(QWidget, AccessibleRole):
    """Tells assistive technology that the list of messages is there, and has none yet."""

    accessible_role = QAccessible.Role.List

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(1, 1)  # what has no size counts as not shown

    def showEvent(self, event: QShowEvent) -> None:
        self.setAccessibleName(QCoreApplication.translate("Transcript", "Transcript"))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        # The name is the real one's again, also to who looks among hidden things.
        self.setAccessibleName("")
        super().hideEvent(event)


class StartPage(QScrollArea):
    """Scrolls where the window is low.

    Signals:
        chat_wanted: with the built-in model.
        local_settings_wanted: the settings of the built-in model.
        key_wanted: the settings, at OpenAI's key.
        variable_wanted: (name) use the key in that environment variable.
        server_wanted: the settings, for a new provider.
        prompt_chosen: (text) put it into the composer.
    """

    chat_wanted = Signal()
    local_settings_wanted = Signal()
    key_wanted = Signal()
    variable_wanted = Signal(str)
    server_wanted = Signal()
    prompt_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._local_works = True
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.empty_transcript = _EmptyTranscript(inside)
        self._middle = QWidget(inside)
        self._middle.setMaximumWidth(_WIDTH)
        outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        outer.setContentsMargins(16, 16, 16, 24)
        outer.addStretch(1)
        outer.addWidget(self._middle, 100)
        outer.addStretch(1)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        mark = AppMark(theme, 52, self._middle)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(14)
        self._title = self._centred("display", "text.primary")
        self._line = self._centred("reading", "text.secondary")
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(28)
        self._make_offers(column)
        self._make_prompts(column)
        column.addStretch(1)
        self.setWidget(inside)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    def show_first_run(self, local_model: LocalModelStatus, variables: Sequence[str]) -> None:
        """Offers the three ways to begin.

        Args:
            local_model: how it stands with the built-in model.
            variables: names of environment variables that hold a key for OpenAI.
        """
        self._title.setText(self.tr("Start a conversation"))
        self.show_local_model(local_model)
        self._offers.show()
        self._prompts.hide()
        if variables:
            name = variables[0]
            self._key.show_hint(
                self.tr("{name} is set on this computer. It would go to OpenAI only.").format(
                    name=name
                ),
                self.tr("Use {name}").format(name=name),
            )
            self._variable = name

    def show_local_model(self, status: LocalModelStatus) -> None:
        """Says whether the built-in model can be used."""
        text = self.tr(
            "A small model is already here and works offline. Add a larger one when you need it."
        )
        works = self.tr(
            "Runs on this computer. Nothing you write leaves it, and there is nothing to pay."
        )
        self._local_works = status.state not in (
            LocalModelState.NOT_INSTALLED,
            LocalModelState.FAILED,
        )
        match status.state:
            case LocalModelState.NOT_INSTALLED:
                self._local.show_badge(self.tr("Not installed"), BadgeKind.NEUTRAL)
                text = self.tr("Add a key or connect to a server, then write below.")
            case LocalModelState.FAILED:
                self._local.show_badge(self.tr("Does not start"), BadgeKind.ERROR, "error")
                text = self.tr("Add a key or connect to a server, then write below.")
            case LocalModelState.STARTING:
                self._local.show_badge(self.tr("Starting"), BadgeKind.NEUTRAL, "clock")
            case LocalModelState.IDLE | LocalModelState.READY:
                self._local.show_badge(self.tr("Ready"), BadgeKind.SUCCESS, "check")
        self._line.setText(text)
        if self._local_works:
            self._local.show_text(works, self.tr("Start chatting"))
        else:
            self._local.show_text(
                self.tr("Runs on this computer once a model file is chosen."),
                self.tr("Choose a model file"),
            )

    def show_temporary(self) -> None:
        """Shows an empty conversation that will not be stored."""
        self.show_prompts(())
        self._title.setText(self.tr("Temporary conversation"))
        self._line.setText(
            self.tr("Nothing of it is stored. It is gone when you close the window.")
        )

    def show_prompts(self, prompts: Sequence[str]) -> None:
        """Shows an empty conversation that is not the first one."""
        self._title.setText(self.tr("What is on your mind?"))
        self._line.setText("")
        self._offers.hide()
        while self._prompt_column.count():
            item = self._prompt_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for prompt in prompts:
            words = " ".join(said_in(prompt).split())[:200]
            button = Button(self._theme, words, kind=ButtonKind.SECONDARY, icon="clock")
            button.align_leading()
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self.prompt_chosen.emit, prompt))
            self._prompt_column.addWidget(button)
        self._prompts.setVisible(bool(prompts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= _SIDE_BY_SIDE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._offer_row.setDirection(across if wide else down)

    def _make_offers(self, column: QVBoxLayout) -> None:
        theme = self._theme
        self._variable = ""
        self._local = Offer(
            theme,
            icon="chip",
            title=self.tr("Built-in model"),
            text="",
            action=self.tr("Start chatting"),
            is_main=True,
            parent=self._middle,
        )
        self._key: Offer = Offer(
            theme,
            icon="key",
            title=self.tr("Use an API key"),
            text=self.tr(
                "OpenAI or any compatible service. The key is kept in the system keyring."
            ),
            action=self.tr("Add a key"),
            parent=self._middle,
        )
        self._server = Offer(
            theme,
            icon="server",
            title=self.tr("Connect to a local server"),
            text=self.tr("Ollama, LM Studio, llama.cpp or vLLM on this computer or your network."),
            action=self.tr("Connect"),
            parent=self._middle,
        )
        self._offers: QWidget = QWidget(self._middle)
        self._offer_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._offers)
        self._offer_row.setContentsMargins(0, 0, 0, 0)
        self._offer_row.setSpacing(_GAP)
        for offer in (self._local, self._key, self._server):
            self._offer_row.addWidget(offer, 1)
        column.addWidget(self._offers)
        self._local.taken.connect(self._take_local)
        self._key.taken.connect(self.key_wanted)
        self._key.hint_taken.connect(lambda: self.variable_wanted.emit(self._variable))
        self._server.taken.connect(self.server_wanted)

    def _make_prompts(self, column: QVBoxLayout) -> None:
        self._prompts = QWidget(self._middle)
        self._prompts.setMaximumWidth(560)
        box = QVBoxLayout(self._prompts)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(
            Label(
                self._theme,
                self.tr("Used last"),
                font="caption",
                color="text.tertiary",
                parent=self._prompts,
            )
        )
        self._prompt_column = QVBoxLayout()
        self._prompt_column.setSpacing(6)
        box.addLayout(self._prompt_column)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addStretch(1)
        row.addWidget(self._prompts, 100)
        row.addStretch(1)
        column.addLayout(row)
        self._prompts.hide()

    def _take_local(self) -> None:
        if self._local_works:
            self.chat_wanted.emit()
        else:
            self.local_settings_wanted.emit()

    def _centred(self, font: str, color: str) -> Label:
        label = Label(self._theme, font=font, color=color, wrap=True, parent=self._middle)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _apply_theme(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._theme.color("bg.canvas"))
        self.setPalette(palette)
