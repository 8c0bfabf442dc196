import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_assistant.ui.composer.meter import short_number
from desktop_assistant.ui.controls.busy_arc import BusyArc
from desktop_assistant.ui.controls.buttons import Button
from desktop_assistant.ui.controls.combo import Combo
from desktop_assistant.ui.header.breadcrumb import Breadcrumb, Fork
from desktop_assistant.ui.theme.application import apply_to, palette
from desktop_assistant.ui.theme.stylesheet import stylesheet


@pytest.fixture
def bare_app(qapp):
    """Whatever is put in force here is taken back."""
    before = (qapp.palette(), qapp.font(), qapp.styleSheet())
    yield qapp
    qapp.setStyleSheet(before[2])
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


def test_the_stylesheet_fills_every_gap(theme):
    sheet = stylesheet(theme)
    assert "$" not in sheet
    assert theme.color("focus").name() in sheet


def test_a_theme_dresses_the_application_and_goes_on_doing_so(bare_app, theme, qtbot):
    apply_to(bare_app, theme)
    field = QLineEdit("text")
    qtbot.addWidget(field)
    field.show()
    assert bare_app.palette().color(QPalette.ColorRole.Window) == QColor("#FFFFFF")
    theme.apply(choice="dark", reading_size=15, reduce_motion=True)
    assert QApplication.palette().color(QPalette.ColorRole.Window) == theme.color("bg.canvas")
    assert theme.color("bg.canvas") != QColor("#FFFFFF")
    theme.changed.disconnect()


def test_disabled_text_has_its_own_colour(theme):
    made = palette(theme)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.color("text.disabled")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"), (980, "980"), (3_412, "3.4k"), (8_000, "8k"), (12_345, "12k"),
        (128_000, "128k"), (1_000_000, "1M"), (1_047_576, "1.05M"), (12_500_000, "12.5M"),
    ],
)  # fmt: skip
def test_token_counts_are_short(number, text, qapp):
    assert short_number(number) == text


def test_a_busy_arc_appears_only_after_a_moment(theme, qtbot):
    theme.apply(choice="light", reading_size=15, reduce_motion=False)
    arc = BusyArc(theme, theme)
    arc.start()
    assert arc.is_running
    assert not arc.is_visible
    with qtbot.waitSignal(arc.turned):
        pass
    assert arc.is_visible
    arc.stop()
    assert not arc.is_visible
    button = Button(theme, "Test connection", icon="regenerate")
    qtbot.addWidget(button)
    button.set_busy(True)
    qtbot.waitUntil(lambda: button._busy.is_visible)
    for still in (False, True):
        theme.apply(choice="light", reading_size=15, reduce_motion=still)
        assert not button.grab().toImage().isNull()


def test_a_combo_shows_its_choice(theme, qtbot):
    combo = Combo(theme, "Theme")
    qtbot.addWidget(combo)
    combo.addItems(["System", "Light"])
    combo.show()
    assert combo.accessibleName() == "Theme"
    assert not combo.grab().toImage().isNull()
    combo.setEditable(True)
    combo.setCurrentText("mine")
    assert combo.lineEdit().textMargins().left() > 0
    assert not combo.grab().toImage().isNull()


def fork(name):
    return Fork((("a", name), ("b", "other")), 0)


def test_middle_crumbs_fold_when_there_is_no_room(theme, qtbot):
    crumbs = Breadcrumb(theme, None)
    qtbot.addWidget(crumbs)
    forks = [fork(f"A fork with a name {number}") for number in range(5)]
    crumbs.show_forks(forks)
    crumbs.resize(2_000, 20)
    assert all(crumb.isVisibleTo(crumbs) for crumb in crumbs._crumbs)
    crumbs.resize(420, 20)
    visible = [crumb.isVisibleTo(crumbs) for crumb in crumbs._crumbs]
    assert visible[0]
    assert visible[-1]
    assert not all(visible)
    assert crumbs.accessibleName().startswith("Branch path, A fork with a name 0, ")
    assert not crumbs.grab().toImage().isNull()
    crumbs.show_forks([])
    assert not crumbs.isVisibleTo(None)
