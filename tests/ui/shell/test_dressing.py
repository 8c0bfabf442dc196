"""A theme changed while windows are open."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QListView, QTextEdit, QWidget
from shiboken6 import delete

from desktop_assistant.settings.declaration import Page
from desktop_assistant.ui.settings_dialog.dialog import SettingsDialog
from desktop_assistant.ui.sidebar.conversation_view import ConversationView
from desktop_assistant.ui.theme.application import Dresser, apply_to
from desktop_assistant.ui.theme.stylesheet import stylesheet


@pytest.fixture
def dressed(qapp, theme):
    """The application in the theme's light colours; taken back afterwards."""
    before = (qapp.palette(), qapp.font(), qapp.styleSheet())
    theme.apply(choice="light", reading_size=15, reduce_motion=True)
    apply_to(qapp, theme)
    yield qapp
    for dresser in qapp.findChildren(Dresser):
        delete(dresser)
    qapp.setStyleSheet(before[2])
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


class Form(QWidget):
    """Counts how often it is painted in which colours."""

    def __init__(self):
        super().__init__()
        layout = QFormLayout(self)
        for field in (QLineEdit("line"), QTextEdit("text"), QComboBox(), QListView()):
            field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout.addRow(field)
        self.painted = []

    def paintEvent(self, event):
        self.painted.append(self.palette().window().color())
        super().paintEvent(event)


@pytest.fixture
def form(dressed, qtbot):
    form = Form()
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: bool(form.painted))
    return form


def change(theme, choice):
    theme.apply(choice=choice, reading_size=15, reduce_motion=True)


def picture(widget):
    return widget.grab().toImage()


def test_a_change_looks_as_if_it_had_been_so_from_the_start(dressed, theme, form, qtbot):
    light = picture(form)
    change(theme, "dark")
    qtbot.waitUntil(form.updatesEnabled)
    dark = picture(form)
    fresh = Form()
    qtbot.addWidget(fresh)
    fresh.resize(form.size())
    fresh.show()
    qtbot.waitUntil(lambda: bool(fresh.painted))
    assert picture(form) == picture(fresh) != light
    change(theme, "light")
    qtbot.waitUntil(form.updatesEnabled)
    assert picture(form) == light != dark


def test_nothing_is_painted_half_changed(dressed, theme, form, qtbot):
    form.painted.clear()
    change(theme, "dark")
    assert not form.updatesEnabled()
    form.update()
    qtbot.waitUntil(lambda: bool(form.painted))
    assert dressed.styleSheet() == stylesheet(theme)
    assert set(map(QColor.name, form.painted)) == {theme.color("bg.canvas").name()}


def test_a_change_of_mind_in_between_ends_in_the_last_choice(dressed, theme, form, qtbot):
    change(theme, "dark")
    assert dressed.styleSheet() == ""
    change(theme, "light")
    qtbot.waitUntil(form.updatesEnabled)
    assert dressed.styleSheet() == stylesheet(theme)
    change(theme, "dark")
    qtbot.waitUntil(lambda: dressed.styleSheet() != "")
    change(theme, "light")
    assert not form.updatesEnabled()
    qtbot.waitUntil(form.updatesEnabled)
    assert dressed.styleSheet() == stylesheet(theme)
    assert form.palette().window().color() == theme.color("bg.canvas")


def test_another_text_size_keeps_the_stylesheet_on(dressed, theme, form):
    theme.apply(choice="light", reading_size=20, reduce_motion=True)
    assert form.updatesEnabled()


def test_a_window_closed_meanwhile_is_left_alone(dressed, theme, form, qtbot):
    gone = QWidget()
    gone.show()
    change(theme, "dark")
    gone.deleteLater()
    dressed.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(form.updatesEnabled)


async def test_the_whole_window_follows(dressed, theme, shell):
    """Each of its lists and columns, whose grounds differ, and the settings over it."""
    window = shell.window
    window.commands.open_settings(Page.APPEARANCE)
    await shell.until(lambda: window.findChild(SettingsDialog) is not None)
    dialog = window.findChild(SettingsDialog)
    change(theme, "dark")
    await shell.until(window.updatesEnabled)
    for top in (window, dialog):
        shown = picture(top)
        light = [
            (x, y)
            for x in range(0, shown.width(), 4)
            for y in range(0, shown.height(), 4)
            if shown.pixelColor(x, y).lightness() > 240
        ]
        assert len(light) < shown.width() * shown.height() / 16 * 0.02
    dialog.close()
    await shell.until(lambda: not dialog.isVisible())
    view = window.findChild(ConversationView)
    ground = view.viewport().mapTo(window, view.viewport().rect().bottomRight())
    shown = picture(window)
    assert shown.pixelColor(ground.x() - 1, ground.y() - 1) == theme.color("bg.sidebar")
