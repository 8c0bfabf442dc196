"""The stylesheet of plain controls: fields, combos, menus, lists, scroll bars, tips.

What we paint ourselves (buttons, rows, the transcript) is not touched by it. Fonts are never set
here: they come from ``Theme.font``.
"""

from string import Template

from desktop_assistant.ui.theme.theme import Theme

_SHEET = Template("""
QToolTip {
    background: $bg_tooltip; color: $text_on_tooltip; border: 1px solid $bg_tooltip;
    padding: 4px 7px;
}

QLineEdit, QPlainTextEdit[look="field"], QTextEdit[look="field"], QAbstractSpinBox {
    background: $bg_canvas; color: $text_primary;
    border: 1px solid $border_strong; border-radius: ${sm}px;
    padding: 5px 9px; selection-background-color: $selection_bg; selection-color: $selection_text;
}
QLineEdit:hover, QPlainTextEdit[look="field"]:hover, QTextEdit[look="field"]:hover,
QAbstractSpinBox:hover { border-color: $text_tertiary; }
QLineEdit:focus, QPlainTextEdit[look="field"]:focus, QTextEdit[look="field"]:focus,
QAbstractSpinBox:focus { border: 2px solid $focus; padding: 4px 8px; }
QLineEdit:disabled, QPlainTextEdit[look="field"]:disabled, QTextEdit[look="field"]:disabled,
QAbstractSpinBox:disabled {
    background: $bg_sunken; border-color: $bg_sunken; color: $text_disabled;
}
QLineEdit:read-only { background: $bg_sunken; }
QAbstractSpinBox { padding: 4px 8px; }
QAbstractSpinBox:focus { padding: 3px 7px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit,
QAbstractSpinBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }

QLineEdit[look="search"] { border-color: $border_default; padding: 5px 2px; }
QLineEdit[look="search"]:hover { border-color: $text_tertiary; }
QLineEdit[look="search"]:focus { border: 2px solid $focus; padding: 4px 1px; }
QLineEdit[look="quiet"] { background: transparent; border-color: transparent; padding: 5px 2px; }
QLineEdit[look="quiet"]:hover { background: $bg_hover; border-color: transparent; }
QLineEdit[look="quiet"]:focus {
    background: $bg_canvas; border: 2px solid $focus; padding: 4px 1px;
}
QLineEdit[look="inline"] {
    background: $bg_canvas; border: 2px solid $focus; border-radius: ${xs}px; padding: 0 4px;
}

QMenu {
    background: $bg_raised; color: $text_primary; border: 1px solid $border_default;
    border-radius: ${md}px; padding: 5px;
}
QMenu::item { padding: 5px 28px 5px 12px; min-height: 20px; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; margin: 5px 8px; }

QComboBox QAbstractItemView, QAbstractItemView[look="menu"] {
    background: $bg_raised; color: $text_primary; border: 1px solid $border_default;
    padding: 4px; outline: 0; selection-background-color: $bg_hover;
    selection-color: $text_primary;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }

QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; border: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; border: 0; }
QScrollBar::handle { background: $scroll_thumb; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_thumb_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QSplitter::handle { background: transparent; }
""")


def stylesheet(theme: Theme) -> str:
    """The stylesheet in the theme's colours."""
    names = (
        "bg.canvas", "bg.sunken", "bg.hover", "bg.raised", "bg.tooltip", "text.on_tooltip",
        "text.primary", "text.tertiary", "text.disabled", "border.subtle", "border.default",
        "border.strong", "focus", "selection.bg", "selection.text", "scroll.thumb",
        "scroll.thumb_hover",
    )  # fmt: skip
    values = {name.replace(".", "_"): theme.color(name).name() for name in names}
    radii = {name: str(theme.radius(name)) for name in ("xs", "sm", "md")}
    return _SHEET.substitute(values | radii, bar=theme.size("scrollbar"))
