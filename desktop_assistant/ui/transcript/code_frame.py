"""The widget of a code block: a bar with language, Wrap and Copy, the code, a fold."""

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_assistant.rendering.controls import has_hidden, show_controls
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button, ButtonKind, IconButton
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.document import FramePlace
from desktop_assistant.ui.transcript.frame import Frame
from desktop_assistant.ui.transcript.painting import mirrored
from desktop_assistant.ui.transcript.words import tr

COPIED_MS = 2000
_BUTTON, _SIDE, _GAP = 26, 8, 6
_BEFORE = 13
_WORDS_FROM = 420
"""Under this width, or without room for them, the buttons of a code block show icons only."""


class CodeFrame(Frame):
    """A code block with its bar.

    Signals:
        save_wanted: (code, language) it is to be saved as a file.
        numbers_wanted: (bool) lines of code are to be numbered, or not.
    """

    save_wanted = Signal(str, str)
    numbers_wanted = Signal(bool)

    def __init__(self, theme: Theme, place: FramePlace, parent: QWidget) -> None:
        super().__init__(place, parent)
        self._theme = theme
        self._bar = _CodeBar(theme, self)
        self._bar.copy_pressed.connect(self._copy)
        self._bar.wrap_wanted.connect(self._set_wrap)
        self._bar.more_pressed.connect(self._open_menu)
        self._fold: Button | None = None
        self._sticky = 0

    @property
    def box(self) -> CodeBox:
        """The block."""
        assert isinstance(self.place.box, CodeBox)
        return self.place.box

    def show_block(self) -> None:
        box = self.box
        self._bar.show_language(box.label)
        self._bar.show_wrap(box.wrap)
        if box.is_folded and self._fold is None:
            self._fold = Button(
                self._theme, "", kind=ButtonKind.QUIET, small=True, reading=True, parent=self
            )
            self._fold.clicked.connect(self._expand)
            self._fold.show()
        elif not box.is_folded and self._fold is not None:
            self._fold.hide()
            self._fold.deleteLater()
            self._fold = None
        if self._fold is not None:
            self._fold.set_label(words.show_all_lines(box.leaf.line_count))
        self._place_parts()

    def stops(self) -> list[QWidget]:
        return [*self._bar.buttons(), *([self._fold] if self._fold is not None else [])]

    def stick(self, viewport_top: int) -> None:
        most = max(0, self.height() - round(self.box.bar) - 60)
        sticky = min(max(0, viewport_top), most)
        if sticky != self._sticky:
            self._sticky = sticky
            self._bar.set_floating(sticky > 0)
            self._place_parts()

    def resizeEvent(self, event: object) -> None:
        self._place_parts()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            clip = QRectF(event.rect())
            self.mark_found(0, self.box.leaf)
            self.box.paint_frame(painter, clip, self.selection_in(0, self.box.leaf))
            self.paint_end(painter)

    def _place_parts(self) -> None:
        bar = round(self.box.bar)
        self._bar.setGeometry(1, self._sticky + 1, max(0, self.width() - 2), bar - 1)
        if self._fold is not None:
            hint = self._fold.sizeHint()
            x = 4 if not self.isRightToLeft() else self.width() - 4 - hint.width()
            y = self.height() - round(self.box.foot) + 2
            self._fold.setGeometry(x, y, hint.width(), hint.height())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.box.code)
        announce(self, self._bar.show_copied(with_hidden=has_hidden(self.box.code)))

    def _open_menu(self) -> None:
        box = self.box
        numbered = box.look.line_numbers
        menu = Menu(self._theme, self, tr("Code"))
        menu.add(tr("Save as…"), lambda: self.save_wanted.emit(box.code, box.language), icon="save")
        menu.add(
            tr("Line numbers"), lambda: self.numbers_wanted.emit(not numbered), checked=numbered
        )
        menu.open_below(self._bar.more, trailing=True)

    def _set_wrap(self, wrap: bool) -> None:  # noqa: FBT001  # a slot of Qt's
        self.box.set_wrap(wrap)
        self._bar.show_wrap(self.box.wrap)
        self.resized.emit()

    def _expand(self) -> None:
        self.box.expand()
        self.resized.emit()


class _CodeBar(QWidget):
    """Language at the start; wrap and copy at the end.

    Signals:
        copy_pressed, more_pressed: a button was pressed.
        wrap_wanted: (bool) long lines are to be wrapped, or not.
    """

    copy_pressed = Signal()
    wrap_wanted = Signal(bool)
    more_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = ""
        self._words_end = 0
        self._floating = False
        self._wrap = _BarButton(theme, "wrap", tr("Wrap"), tr("Wrap code lines"), self)
        self._wrap.setCheckable(True)
        # Assistive technology has two actions for it: it presses it, or only turns it over.
        self._wrap.toggled.connect(self.wrap_wanted)
        self._copy = _BarButton(theme, "copy", tr("Copy"), tr("Copy code"), self)
        self._copy.clicked.connect(self.copy_pressed)
        self.more = IconButton(
            theme, "more", tr("More for this code"), size=_BUTTON, reading=True, parent=self
        )
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self.more_pressed)
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(lambda: self._copy.show_words("copy", tr("Copy")))
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def buttons(self) -> list[QWidget]:
        """Its buttons in order."""
        return [self._wrap, self._copy, self.more]

    def show_language(self, label: str) -> None:
        """Names the language."""
        if label != self._language:
            self._language = show_controls(label)
            self.resizeEvent(None)
            self.update()

    def show_wrap(self, wrap: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Shows whether lines are wrapped."""
        with QSignalBlocker(self._wrap):
            self._wrap.setChecked(wrap)

    def show_copied(self, *, with_hidden: bool) -> str:
        """Says for a moment that the code was copied, and if it holds what nobody sees.

        Returns:
            What it says.
        """
        words = tr("Copied, with hidden signs") if with_hidden else tr("Copied")
        self._copy.show_words("warning" if with_hidden else "check", words)
        self._copied.start()
        return words

    def set_floating(self, floating: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Paints a ground while code runs behind the bar."""
        if floating != self._floating:
            self._floating = floating
            self.update()

    def resizeEvent(self, event: object) -> None:
        buttons = (self._copy, self._wrap)
        for button in buttons:
            button.set_words_shown(True)
        metrics = QFontMetrics(self._theme.font("label", reading=True))
        needed = _BEFORE + metrics.horizontalAdvance(self._language) + 2 * _BEFORE
        needed += sum(each.sizeHint().width() + 2 for each in (self.more, *buttons))
        for button in buttons:
            button.set_words_shown(self.width() >= max(_WORDS_FROM, needed))
        x = self.width() - 4
        for each in (self.more, *buttons):
            hint = each.sizeHint()
            x -= hint.width()
            left = self.width() - x - hint.width() if self.isRightToLeft() else x
            y = (self.height() - hint.height()) // 2
            each.setGeometry(left, y, hint.width(), hint.height())
            x -= 2
        self._words_end = x

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._floating:
                painter.fillRect(self.rect(), theme.code_color("bg"))
                painter.fillRect(
                    QRect(0, self.height() - 1, self.width(), 1), theme.color("border.subtle")
                )
            painter.setFont(theme.font("label", reading=True))
            painter.setPen(theme.color("text.tertiary"))
            room = QRect(_BEFORE, 0, max(0, self._words_end - _BEFORE - 4), self.height())
            where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            right = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(self._language, right, room.width())
            painter.drawText(mirrored(room, self.width(), rtl=self.isRightToLeft()), where, shown)


class _BarButton(IconButton):
    """A small button with icon and words, of which narrow blocks show the icon only."""

    def __init__(self, theme: Theme, icon: str, words: str, name: str, parent: QWidget) -> None:
        super().__init__(theme, icon, name, size=_BUTTON, reading=True, parent=parent)
        self._words = words
        self._words_shown = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_words(self, icon: str, words: str) -> None:
        """Shows another icon and other words; the room stays as it was measured."""
        self._words = words
        self.set_icon(icon)
        parent = self.parentWidget()
        if isinstance(parent, _CodeBar):
            parent.resizeEvent(None)

    def set_words_shown(self, shown: bool) -> None:  # noqa: FBT001  # a setter in Qt's manner
        """Shows the words, or the icon only."""
        self._words_shown = shown

    def sizeHint(self) -> QSize:
        height, side = self.length(_BUTTON), self.length(_SIDE)
        if not self._words_shown:
            return QSize(self.length(28), height)
        words = QFontMetrics(self.font_of("label")).horizontalAdvance(self._words)
        return QSize(side + self.length(16) + self.length(_GAP) + words + side, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            color = self._paint_ground(painter)
            icon, side, rtl = self.length(16), self.length(_SIDE), self.isRightToLeft()
            left = side if self._words_shown else (self.width() - icon) // 2
            box = QRect(left, (self.height() - icon) // 2, icon, icon)
            self.paint_icon(painter, self._icon, mirrored(box, self.width(), rtl=rtl), color)
            if self._words_shown:
                painter.setFont(self.font_of("label"))
                painter.setPen(self.theme.color(color))
                room = self.rect().adjusted(side + icon + self.length(_GAP), 0, 0, 0)
                where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
                painter.drawText(mirrored(room, self.width(), rtl=rtl), where, self._words)
