"""One setting on a page: label, control, help, and under it what is wrong with the value."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_assistant.settings.declaration import Setting, SettingValue
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.settings_dialog.edits import Edits
from desktop_assistant.ui.settings_dialog.value_editors import RING, ValueEditor, editor_for
from desktop_assistant.ui.settings_dialog.words import help_of, label_of, why_not
from desktop_assistant.ui.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
_VERY_HIGH = 10_000


class FieldLabel(QWidget):
    """A field's label for the eye only.

    The field itself carries the name, so that assistive technology meets every name once.
    """

    def __init__(self, theme: Theme, text: str, *, font: str, color: str) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self._font_name, self._color = font, color
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._font_name))
        return QSize(metrics.horizontalAdvance(self._text) + 2, self._height(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._font_name))
        words = max((metrics.horizontalAdvance(w) for w in self._text.split()), default=0)
        return QSize(words + 2, self._height(metrics.height()))

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(self._font_name))
        box = metrics.boundingRect(QRect(0, 0, width, _VERY_HIGH), _WRAP, self._text)
        return self._height(box.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._font_name))
        painter.setPen(self._theme.color(self._color))
        painter.drawText(self.rect(), _WRAP | Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

    def _height(self, text_height: int) -> int:
        return max(text_height, round(self._theme.line_height(self._font_name)))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class SettingEditor(QWidget):
    """Shows and edits one setting through ``Edits``.

    Signals:
        taken: the edits hold another value now.
    """

    taken = Signal()

    def __init__(
        self,
        theme: Theme,
        setting: Setting[SettingValue],
        edits: Edits,
        *,
        editor: ValueEditor | None = None,
        shows_help: bool = True,
        takes_typing: bool = False,
        shows_label: bool = True,
    ) -> None:
        """Makes the editor and shows the value.

        Args:
            theme: the look.
            setting: what is edited; its label is the control's accessible name.
            edits: where values come from and go to.
            editor: a control of its own kind; else the one that fits the declaration.
            shows_help: whether the help is shown, or the page says enough; assistive technology
                has it always.
            takes_typing: whether the edits get every letter, not only what was finished.
            shows_label: whether the label is shown, or the page's title says enough.
        """
        super().__init__()
        self._theme = theme
        self.setting = setting
        self._edits = edits
        self._takes_typing = takes_typing
        self._is_dirty = False
        self.editor = editor or editor_for(theme, setting)
        self.is_narrow = self.editor.is_narrow
        self._help = Label(theme, help_of(setting), font="label", color="text.tertiary", wrap=True)
        if not shows_help:  # shown without a parent it would be a window for a moment
            self._help.hide()
        self._problem = Label(theme, font="label", color="error.text", wrap=True)
        self._problem.hide()
        self._lay_out(shows_label=shows_label)
        control = self.editor.control()
        control.setAccessibleName(label_of(setting))
        line = control.lineEdit() if isinstance(control, QComboBox) else None
        if line is not None:  # it is what has the keyboard then
            line.setAccessibleName(label_of(setting))
        control.setAccessibleDescription(self._help.text())
        self.editor.edited.connect(self._on_edited)
        self.editor.paused.connect(self._on_paused)
        self.editor.settled.connect(self.settle)
        self.refresh()

    @property
    def has_problem(self) -> bool:
        """Whether the value could not be taken."""
        return not self._problem.isHidden()

    @property
    def problem_text(self) -> str:
        """What is shown about the value, or an empty text."""
        return self._problem.text() if self.has_problem else ""

    def bind(self, setting: Setting[SettingValue]) -> None:
        """Edits the same setting of another provider."""
        self.setting = setting
        self._is_dirty = False
        self.show_problem("")
        self.editor.show_value(self._edits.value(setting))

    def refresh(self) -> None:
        """Shows the edits' value, unless something newer is being typed here."""
        if not self._is_dirty:
            self.editor.show_value(self._edits.value(self.setting))

    def settle(self) -> bool:
        """Takes what was typed; shows what is expected and returns False if it cannot be used."""
        if not self._is_dirty and not self._takes_typing:
            return not self.has_problem
        error = self._put()
        self.show_problem("" if error is None else error)
        if error is None:
            self._is_dirty = False
        return error is None

    def show_problem(self, text: str) -> None:
        """Says under the control what is wrong; an empty text takes that back."""
        if text and text != self._problem.text():
            announce(self.editor.control(), text)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.editor.control().setAccessibleDescription(text or self._help.text())

    def focus_control(self) -> None:
        """Lets the keyboard act on the control, and shows that."""
        self.editor.focus_target().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _put(self) -> str | None:
        error = self._edits.put(self.setting, self.editor.value())
        self.taken.emit()
        return None if error is None else why_not(self.setting, error)

    def _on_edited(self) -> None:
        self._is_dirty = True
        if self.has_problem:
            self.show_problem("")
        if self._takes_typing:
            self._put()

    def _on_paused(self) -> None:
        # Half a number is no mistake yet: what is wrong is said when the field is left.
        if not self._takes_typing and self._put() is None:
            self._is_dirty = False

    def _lay_out(self, *, shows_label: bool) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(1)
        if self.editor.is_inline:
            words = QVBoxLayout()
            words.setContentsMargins(RING, RING, RING, 0)
            words.setSpacing(2)
            words.addWidget(self._label("ui", "text.primary"))
            words.addWidget(self._help)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addLayout(words, 1)
            row.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignTop)
            outer.addLayout(row)
        else:
            if shows_label:
                outer.addLayout(_inset(self._label("label", "text.secondary")))
            outer.addWidget(self.editor)
            outer.addLayout(_inset(self._help))
        outer.addLayout(_inset(self._problem))

    def _label(self, font: str, color: str) -> FieldLabel:
        return FieldLabel(self._theme, label_of(self.setting), font=font, color=color)


def _inset(widget: QWidget) -> QVBoxLayout:
    """Words start where the control's frame does."""
    layout = QVBoxLayout()
    layout.setContentsMargins(RING, 0, RING, 0)
    layout.addWidget(widget)
    return layout
