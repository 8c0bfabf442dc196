"""The system prompt: its text, its variables, and what is sent of it now."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.domain.prompt_template import VARIABLES
from desktop_assistant.domain.tokens import estimate_tokens
from desktop_assistant.settings import schema
from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.flow_layout import FlowLayout
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.sentences import number
from desktop_assistant.ui.settings_dialog.edits import StagedEdits
from desktop_assistant.ui.settings_dialog.page import ScrollColumn, SettingsPage
from desktop_assistant.ui.settings_dialog.prompt_highlighter import PromptHighlighter
from desktop_assistant.ui.settings_dialog.setting_editor import SettingEditor
from desktop_assistant.ui.settings_dialog.value_editors import RING, AreaEditor
from desktop_assistant.ui.settings_dialog.variable_chip import VariableChip
from desktop_assistant.ui.settings_dialog.words import page_title
from desktop_assistant.ui.theme import Theme

_MOST_WIDTH = 780
_PREVIEW_PAUSE_MS = 150


class PromptPage(SettingsPage):
    """Edits the system prompt; Save keeps it."""

    def __init__(self, bridge: Bridge, theme: Theme, edits: StagedEdits) -> None:
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        area = AreaEditor(theme, least_lines=4, most_lines=14)
        self._area = area.area
        self._editor = SettingEditor(
            theme, schema.SYSTEM_PROMPT, edits, editor=area, shows_help=False, takes_typing=True,
            shows_label=False,
        )  # fmt: skip
        self._area.setPlaceholderText(self.tr("No system prompt is sent"))
        self._highlighter = PromptHighlighter(theme, self._area.document())
        self._tokens = Label(theme, font="label", color="text.tertiary")
        self._preview = _Quote(theme, self.tr("As it is sent now"))
        self._preview_pause = QTimer(self, singleShot=True, interval=_PREVIEW_PAUSE_MS)
        self._preview_pause.timeout.connect(self._show_preview)
        self._area.textChanged.connect(self._preview_pause.start)
        self._lay_out()
        self._show_preview()

    def on_shown(self) -> None:
        self._show_preview()

    def refresh(self) -> None:
        super().refresh()
        self._show_preview()

    def _show_preview(self) -> None:
        text = self._bridge.controller.preview_prompt(self._area.toPlainText())
        self._preview.show_text(text.strip() or self.tr("Nothing: no system prompt is sent."))
        count = estimate_tokens(text)
        words = self.tr("≈ {tokens} tokens per request", "", count)
        self._tokens.setText(words.format(tokens=number(count)))

    def _insert(self, variable: str) -> None:
        self._area.insertPlainText("{" + variable + "}")
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        cursor = self._area.textCursor()
        # Through the cursor, so that Ctrl+Z brings the own text back.
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(schema.SYSTEM_PROMPT.default)
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        theme = self._theme
        body = ScrollColumn(theme, most_width=_MOST_WIDTH)
        title = Label(theme, page_title(Page.PROMPT), font="page_title", wrap=True)
        about = self.tr(
            "Sent before the first message of every conversation. A conversation may use its own."
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(Label(theme, about, color="text.secondary", wrap=True))
        restore = Button(theme, self.tr("Restore default"), kind=ButtonKind.QUIET, icon="undo")
        restore.clicked.connect(self._restore)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(restore, 0, Qt.AlignmentFlag.AlignTop)
        body.add(head)
        body.column.addWidget(self._editor)
        body.column.addWidget(self._chips())
        body.add(self._preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(body)

    def _chips(self) -> QWidget:
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        flow.setContentsMargins(RING, RING, RING, RING)
        insert = Label(self._theme, self.tr("Insert"), font="label", color="text.tertiary")
        for label in (insert, self._tokens):
            label.setMinimumHeight(self._theme.size("hit.min"))
        flow.addWidget(insert)
        for variable in VARIABLES:
            chip = VariableChip(self._theme, "{" + variable + "}")
            chip.set_name(self.tr("Insert {variable}").format(variable=chip.text_shown))
            chip.clicked.connect(lambda *_, name=variable: self._insert(name))
            flow.addWidget(chip)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, RING, 0)
        layout.setSpacing(12)
        layout.addWidget(chips, 1)
        layout.addWidget(self._tokens, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


class _Quote(QWidget):
    """A titled text with a rule before it."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._text = Label(theme, font="ui", color="text.secondary", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setSpacing(2)
        layout.addWidget(Label(theme, title, font="label", color="text.tertiary"))
        layout.addWidget(self._text)
        self._set_margins()
        theme.changed.connect(self.update)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self._text.setText(text)
        self._text.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._set_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = self.width() - 2 if self.isRightToLeft() else 0
        painter.fillRect(x, 0, 2, self.height(), self._theme.color("accent.line"))
        painter.end()

    def _set_margins(self) -> None:
        layout = self.layout()
        if layout is not None:  # Qt mirrors contents margins itself only for styles
            leading, trailing = (0, 14) if self.isRightToLeft() else (14, 0)
            layout.setContentsMargins(leading, 0, trailing, 0)
