"""One control per kind of value: what a setting is decides how it is edited."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_assistant.settings.declaration import Setting, SettingValue, ValueType
from desktop_assistant.ui.controls.labels import Label
from desktop_assistant.ui.controls.switch import Switch
from desktop_assistant.ui.sentences import number
from desktop_assistant.ui.settings_dialog.fields import Area, ChoiceBox, Line, Segments, Slider
from desktop_assistant.ui.settings_dialog.words import choice_label
from desktop_assistant.ui.theme import Theme

RING = 4
"""Room that a control leaves around itself for its focus ring, which its parent would cut off."""
_TYPING_ENDS_MS = 400
_MOST_SEGMENTS = 3
_MOST_SLIDER_STEPS = 20
_NUMBER_WIDTH = 160


class ValueEditor(QWidget):
    """A control that shows a value and takes another one.

    Signals:
        edited: the value differs by the person's (or an assistive tool's) doing.
        paused: the person has stopped typing for a moment.
        settled: the person has finished with it; never comes before its ``edited``.
    """

    edited = Signal()
    paused = Signal()
    settled = Signal()

    is_inline = False
    """Whether it stands beside its label instead of below."""
    is_narrow = False
    """Whether half of a page's width is enough."""

    def value(self) -> SettingValue:
        """What it holds; text that is no number where a number is wanted."""
        raise NotImplementedError

    def show_value(self, value: SettingValue) -> None:
        """Shows a value without taking it for an edit."""
        raise NotImplementedError

    def control(self) -> QWidget:
        """The widget that has name and keyboard."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self.control()

    def _fill(self, widget: QWidget, *, stretch: bool = True) -> QHBoxLayout:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(RING, RING, RING, RING)
        layout.setSpacing(8)
        layout.addWidget(widget, 1 if stretch else 0)
        if not stretch:
            layout.addStretch(1)
        return layout


class SwitchEditor(ValueEditor):
    """On or off."""

    is_inline = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._switch = Switch(theme, "", self)
        self._fill(self._switch)
        self._switch.toggled.connect(self._on_toggled)

    def value(self) -> SettingValue:
        return self._switch.isChecked()

    def show_value(self, value: SettingValue) -> None:
        self._switch.blockSignals(True)
        self._switch.setChecked(bool(value))
        self._switch.blockSignals(False)

    def control(self) -> QWidget:
        return self._switch

    def _on_toggled(self) -> None:
        self.edited.emit()
        self.settled.emit()


class LineEditor(ValueEditor):
    """A line of text; it settles when it is left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = Line(theme, self)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_ENDS_MS)
        self._pause.timeout.connect(self.paused)
        self._layout = self._fill(self.line)
        # Assistive technology sets the text; that is an edit too, so not textEdited.
        self.line.textChanged.connect(self._on_changed)
        self.line.editingFinished.connect(self._on_finished)

    def value(self) -> SettingValue:
        return self.line.text()

    def show_value(self, value: SettingValue) -> None:
        text = "" if value is None else str(value)
        if text != self.line.text():
            self.line.blockSignals(True)
            self.line.setText(text)
            self.line.blockSignals(False)
        self._pause.stop()

    def control(self) -> QWidget:
        return self.line

    def _on_changed(self) -> None:
        self.edited.emit()
        self._pause.start()

    def _on_finished(self) -> None:
        self._pause.stop()
        self.settled.emit()


class NumberEditor(LineEditor):
    """A number as text: it can be empty where a setting may be unset. Arrows step it."""

    is_narrow = True

    def __init__(self, theme: Theme, setting: Setting[SettingValue]) -> None:
        super().__init__(theme)
        self._setting = setting
        self.line.setMaximumWidth(_NUMBER_WIDTH)
        self._layout.addStretch(1)
        if setting.optional:
            self.line.setPlaceholderText(self.tr("Not set"))
        self.line.installEventFilter(self)

    def value(self) -> SettingValue:
        text = (
            self.line.text()
            .strip()
            .replace(",", ".")
            .replace("٫", ".")
            .replace("\u202f", "")
            .replace("\xa0", "")
        )
        if not text and self._setting.optional:
            return None
        try:
            return int(text) if self._setting.type is ValueType.INTEGER else float(text)
        except ValueError:
            return text

    def show_value(self, value: SettingValue) -> None:
        if isinstance(value, float):
            value = f"{value:g}"
        super().show_value(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}.get(event.key())
            if step is not None:
                self._step(step)
                return True
        return False

    def _step(self, direction: int) -> None:
        low, high = self._setting.minimum or 0, self._setting.maximum or 0
        value = self.value()
        size = (
            1.0
            if self._setting.type is ValueType.INTEGER or high - low > _MOST_SLIDER_STEPS
            else 0.1
        )
        start = value if isinstance(value, int | float) else low - direction * size
        stepped = min(max(round(start + direction * size, 6), low), high)
        self.line.setText(f"{stepped:.15g}")


class SliderEditor(ValueEditor):
    """A whole number from a short range."""

    def __init__(self, theme: Theme, setting: Setting[SettingValue]) -> None:
        super().__init__()
        self._slider = Slider(theme, self)
        self._slider.setRange(int(setting.minimum or 0), int(setting.maximum or 0))
        self._slider.setPageStep(1)
        self._slider.setFixedWidth(240)
        self._shown = Label(theme, font="ui", color="text.secondary", parent=self)
        layout = self._fill(self._slider, stretch=False)
        layout.insertWidget(1, self._shown)
        self._slider.valueChanged.connect(self._on_changed)
        self._slider.sliderReleased.connect(self.settled)

    def value(self) -> SettingValue:
        return self._slider.value()

    def show_value(self, value: SettingValue) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(int(value) if isinstance(value, int | float) else 0)
        self._slider.blockSignals(False)
        self._shown.setText(number(self._slider.value()))

    def control(self) -> QWidget:
        return self._slider

    def _on_changed(self) -> None:
        self._shown.setText(number(self._slider.value()))
        self.edited.emit()
        if not self._slider.isSliderDown():
            self.settled.emit()


class SegmentsEditor(ValueEditor):
    """A choice of two or three."""

    def __init__(self, theme: Theme, setting: Setting[SettingValue]) -> None:
        super().__init__()
        self._choices = setting.choices
        labels = [choice_label(setting, choice) for choice in setting.choices]
        self._segments = Segments(theme, labels, self)
        self._fill(self._segments, stretch=False)
        self._segments.chosen.connect(self._on_chosen)

    def value(self) -> SettingValue:
        return self._choices[self._segments.current()]

    def show_value(self, value: SettingValue) -> None:
        if value in self._choices:
            self._segments.choose(self._choices.index(str(value)))

    def control(self) -> QWidget:
        return self._segments

    def focus_target(self) -> QWidget:
        return self._segments.focus_target()

    def _on_chosen(self) -> None:
        self.edited.emit()
        self.settled.emit()


class ChoiceEditor(ValueEditor):
    """A choice from a list. A value that is not in it is shown as it is."""

    is_narrow = True

    def __init__(self, theme: Theme, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.box = ChoiceBox(theme, self)
        self._fill(self.box)
        self.offer(choices)
        self.box.currentIndexChanged.connect(self._on_chosen)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers values with their labels; keeps what is chosen."""
        chosen = self.box.currentData()
        self.box.blockSignals(True)
        self.box.clear()
        for value, label in choices:
            self.box.addItem(label, value)
        self.box.blockSignals(False)
        if chosen is not None:
            self.show_value(str(chosen))

    def value(self) -> SettingValue:
        return str(self.box.currentData())

    def show_value(self, value: SettingValue) -> None:
        self.box.blockSignals(True)
        index = self.box.findData(value)
        if index < 0:
            self.box.addItem(str(value), value)
            index = self.box.count() - 1
        self.box.setCurrentIndex(index)
        self.box.blockSignals(False)

    def control(self) -> QWidget:
        return self.box

    def _on_chosen(self) -> None:
        self.edited.emit()
        self.settled.emit()


class AreaEditor(ValueEditor):
    """Several lines of text."""

    def __init__(self, theme: Theme, *, least_lines: int = 1, most_lines: int = 6) -> None:
        super().__init__()
        self.area = Area(theme, least_lines=least_lines, most_lines=most_lines)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_ENDS_MS)
        self._pause.timeout.connect(self.paused)
        self._fill(self.area)
        self.area.textChanged.connect(self._on_changed)
        self.area.left.connect(self._on_left)

    def value(self) -> SettingValue:
        return self.area.toPlainText()

    def show_value(self, value: SettingValue) -> None:
        text = "" if value is None else str(value)
        if text != self.area.toPlainText():
            self.area.blockSignals(True)
            self.area.setPlainText(text)
            self.area.blockSignals(False)
        self._pause.stop()

    def control(self) -> QWidget:
        return self.area

    def _on_changed(self) -> None:
        self.edited.emit()
        self._pause.start()

    def _on_left(self) -> None:
        self._pause.stop()
        self.settled.emit()


def editor_for(theme: Theme, setting: Setting[SettingValue]) -> ValueEditor:
    """The control that fits what the declaration says; a new setting needs nothing else."""
    if setting.choices:
        if len(setting.choices) <= _MOST_SEGMENTS:
            return SegmentsEditor(theme, setting)
        return ChoiceEditor(theme, [(c, choice_label(setting, c)) for c in setting.choices])
    make: dict[ValueType, Callable[[], ValueEditor]] = {
        ValueType.BOOL: lambda: SwitchEditor(theme),
        ValueType.INTEGER: lambda: _whole_number_editor(theme, setting),
        ValueType.NUMBER: lambda: NumberEditor(theme, setting),
        ValueType.TEXT: lambda: AreaEditor(theme) if setting.multiline else LineEditor(theme),
        ValueType.ADDRESS: lambda: LineEditor(theme),
        ValueType.OBJECT: lambda: AreaEditor(theme),
    }
    return make[setting.type]()


def _whole_number_editor(theme: Theme, setting: Setting[SettingValue]) -> ValueEditor:
    low, high = setting.minimum, setting.maximum
    is_short = low is not None and high is not None and high - low <= _MOST_SLIDER_STEPS
    if is_short and not setting.optional:
        return SliderEditor(theme, setting)
    return NumberEditor(theme, setting)
