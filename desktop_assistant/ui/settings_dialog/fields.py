"""The plain fields of the dialog, in the theme's look: lines, areas, choices, sliders, segments."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from desktop_assistant.ui.controls.buttons import PaintedButton
from desktop_assistant.ui.controls.combo import Combo
from desktop_assistant.ui.controls.focus_ring import paint_ring, shows_ring
from desktop_assistant.ui.theme import Theme

_AREA_FRAME = 7
"""The stylesheet's border and padding, and the document's own margin."""


class Line(QLineEdit):
    """A line of text of a control's height, with room for buttons inside at its end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inside: list[QWidget] = []
        self._icon = ""
        self._apply_theme()
        theme.changed.connect(self._apply_theme)

    def show_icon(self, icon: str) -> None:
        """Shows an icon at the beginning; it is decoration only."""
        self._icon = icon
        self._place_inside()

    def put_inside(self, *buttons: QWidget) -> None:
        """Places small buttons inside the frame, at the end of the line."""
        for button in buttons:
            button.setParent(self)
            self._inside.append(button)
        self._place_inside()

    def place_inside(self) -> None:
        """Places the buttons anew after one of them was shown or hidden."""
        self._place_inside()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._place_inside()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._icon:
            return
        painter = QPainter(self)
        box = QRect(10, (self.height() - 16) // 2, 16, 16)
        if self.isRightToLeft():
            box.moveRight(self.width() - 11)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(
            box.topLeft(), self._theme.pixmap(self._icon, 16, "text.tertiary", ratio)
        )
        painter.end()

    def _apply_theme(self) -> None:
        self.setFont(self._theme.font("ui"))
        self.setMinimumHeight(self._theme.size("control"))
        # The application's sheet decides the text's colour, and so this one's too, only paler.
        color = self._theme.color("text.tertiary").name()
        self.setStyleSheet(
            f"QLineEdit {{ placeholder-text-color: {color}; lineedit-password-character: 8226; }}"
        )

    def _place_inside(self) -> None:
        end = 4
        for button in reversed(self._inside):
            if button.isHidden():
                continue
            size = button.sizeHint()
            x = end if self.isRightToLeft() else self.width() - end - size.width()
            button.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
            end += size.width()
        leading, trailing = 24 if self._icon else 0, max(0, end - 4)
        if self.isRightToLeft():
            leading, trailing = trailing, leading
        self.setTextMargins(leading, 0, trailing, 0)


class Area(QPlainTextEdit):
    """Several lines of text; grows with them up to a limit, Tab leaves it.

    Signals:
        left: the keyboard has gone elsewhere.
    """

    left = Signal()

    def __init__(
        self, theme: Theme, *, least_lines: int = 1, most_lines: int = 6, font: str = "ui"
    ) -> None:
        super().__init__()
        self._theme = theme
        self._least, self._most = least_lines, most_lines
        self._font_name = font
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._apply_theme()
        theme.changed.connect(self._apply_theme)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._grow()
        return done

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _apply_theme(self) -> None:
        self.setFont(self._theme.font(self._font_name))
        color = self._theme.color("text.tertiary").name()
        self.setStyleSheet(f"QPlainTextEdit {{ placeholder-text-color: {color}; }}")
        self._grow()

    def _grow(self) -> None:
        line = QFontMetrics(self.font()).lineSpacing()
        # A plain text layout measures its height in lines, wrapped ones counted.
        shown = round(self.document().size().height())
        lines = min(max(shown, self._least), self._most)
        needs_bar = shown > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needs_bar else policy.ScrollBarAlwaysOff
        )
        frame = 2 * _AREA_FRAME
        height = max(self._theme.size("control"), lines * line + frame)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


class ChoiceBox(Combo):
    """A list to choose one from; the wheel scrolls the page and never changes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Slider(QSlider):
    """A slider over whole numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._shows_ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_ring = shows_ring(event.reason(), before=self._shows_ring)
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(160, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        middle, x = self.height() / 2, handle.center().x() + 0.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border.strong"))
        painter.drawRoundedRect(QRectF(4, middle - 1.5, self.width() - 8, 3), 1.5, 1.5)
        painter.setBrush(theme.color("accent.fill"))
        filled = QRectF(4, middle - 1.5, x - 4, 3)
        if self.isRightToLeft():
            filled = QRectF(x, middle - 1.5, self.width() - 4 - x, 3)
        painter.drawRoundedRect(filled, 1.5, 1.5)
        painter.setPen(QPen(theme.color("bg.canvas"), 2))
        painter.drawEllipse(QPointF(x, middle), 8, 8)
        if self.hasFocus() and self._shows_ring:
            knob = QRect(round(x) - 12, round(middle) - 12, 24, 24)
            paint_ring(painter, knob, 12, theme)
        painter.end()


class _Segment(PaintedButton):
    """One of a few choices that stand side by side."""

    def __init__(self, theme: Theme, label: str, parent: QWidget) -> None:
        super().__init__(theme, label, parent)
        self._label = label
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font("ui_strong"))
        height = max(self.theme.size("control.small"), metrics.height() + 8)
        return QSize(metrics.horizontalAdvance(self._label) + 28, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = "text.secondary"
        if self.isChecked():
            color = "text.primary"
            painter.setPen(QPen(theme.color("border.default"), 1))
            painter.setBrush(theme.color("bg.raised"))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, theme.radius("sm"), theme.radius("sm"))
        elif self.mouse_is_over():
            color = "text.primary"
        painter.setFont(theme.font("ui_strong" if self.isChecked() else "ui"))
        painter.setPen(theme.color(color))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._label)
        painter.end()


class Segments(QWidget):
    """A few choices side by side, one of them chosen; arrows move between them.

    Signals:
        chosen: (index) the person chose another one.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(2)
        for index, label in enumerate(labels):
            segment = _Segment(theme, label, self)
            self._group.addButton(segment, index)
            layout.addWidget(segment)
        self._group.idToggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def choose(self, index: int) -> None:
        """Shows a choice as the chosen one."""
        button = self._group.button(index)
        if button is not None:
            self._group.blockSignals(True)
            button.setChecked(True)
            self._group.blockSignals(False)

    def current(self) -> int:
        """The chosen index, or -1."""
        return self._group.checkedId()

    def focus_target(self) -> QWidget:
        """The segment that takes the keyboard."""
        return self._group.checkedButton() or self

    def _on_toggled(self, index: int, checked: bool) -> None:  # noqa: FBT001  # a slot of Qt's
        if checked:
            self.chosen.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("bg.pressed"))
        radius = self._theme.radius("md")
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.end()
