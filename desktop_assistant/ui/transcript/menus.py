"""What else can be done with a message."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from desktop_assistant.domain.ids import MessageId
from desktop_assistant.rendering.links import display_host, loadable
from desktop_assistant.rendering.readable import images_in, tables_in
from desktop_assistant.ui.controls.menu import Menu
from desktop_assistant.ui.sentences import number
from desktop_assistant.ui.transcript import copying
from desktop_assistant.ui.transcript.actions import Action
from desktop_assistant.ui.transcript.blocks.code_box import CodeBox
from desktop_assistant.ui.transcript.blocks.file_box import FileChipBox
from desktop_assistant.ui.transcript.blocks.leaf import FormulaHere
from desktop_assistant.ui.transcript.blocks.table_box import TableBox
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.footnotes import go_to_note, notes_in_sight
from desktop_assistant.ui.transcript.frame import Frame
from desktop_assistant.ui.transcript.words import tr

_MOST_LINKS = 8
_MOST_NOTES = 8
_MOST_IMAGES = 4
_MOST_TABLES = 4

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.view import TranscriptView


def message_menu(
    view: "TranscriptView",
    message_id: MessageId,
    frame: Frame | None = None,
    formula: FormulaHere | None = None,
    link: tuple[str, str] | None = None,
) -> Menu | None:
    """The menu of a message, to be opened; ``None`` if the message has gone.

    Args:
        view: the transcript.
        message_id: whose menu.
        frame: the code block, table or wide formula under the pointer.
        formula: the formula under the pointer.
        link: address and words of the link under the pointer.
    """
    content = view.rows.content(message_id)
    if content is None:
        return None
    menu = Menu(view.theme, view, tr("More actions"))
    if not view.selection.is_empty:
        menu.add(tr("Copy selection"), view.copy_selection, icon="copy", shortcut="Ctrl+C")
        menu.add_separator()
    if link is not None:
        _add_link(menu, view, *link)
        menu.add(tr("Copy link address"), partial(copying.copy_text, link[0]), icon="copy")
        menu.add_separator()
    _add_block(menu, view, formula, frame)
    if content.is_loaded:
        menu.add(tr("Copy message"), lambda: view.copy_message(message_id), icon="copy")
        menu.add(tr("Copy as Markdown"), lambda: copying.copy_markdown(content))
        menu.add(tr("Copy as plain text"), lambda: copying.copy_plain(content))
        if frame is None:
            _add_tables(menu, content)
        menu.add_separator()
    if not content.is_live:
        if content.message is not None:
            menu.add(
                tr("Edit message"), lambda: view.commands.do(Action.EDIT, message_id), icon="edit"
            )
        if not content.is_user:
            menu.add(
                tr("Regenerate reply"),
                lambda: view.commands.do(Action.REGENERATE, message_id),
                icon="regenerate",
            )
        menu.add(
            tr("Continue from here"),
            lambda: view.continue_from_requested.emit(message_id),
            icon="branch",
        )
        menu.add_separator()
    _add_ways(menu, view, content, link)
    menu.add(tr("Select message"), lambda: view.select_message(message_id), shortcut="Ctrl+A")
    menu.add(tr("Select all"), view.select_all)
    return menu


def open_image_menu(view: "TranscriptView", address: str, at: QPoint) -> None:
    """Opens what can be done with an image that is not loaded, if anything can."""
    menu = Menu(view.theme, view, tr("Image"))
    _add_image(menu, view, address)
    if menu.items:
        menu.popup(at)


def _add_ways(
    menu: Menu, view: "TranscriptView", content: RowContent, link: tuple[str, str] | None
) -> None:
    """Adds where a message leads: its links but the one under the pointer, footnotes, images."""
    message_id = content.entry.node.id
    others = [each for each in view.links_of(message_id) if link is None or each[0] != link[0]]
    for address, link_words in others[:_MOST_LINKS]:
        _add_link(menu, view, address, link_words)
    for note in notes_in_sight(view, message_id, _MOST_NOTES):
        menu.add(note.name, partial(go_to_note, view, message_id, note))
    document = content.document
    for address in [] if document is None else images_in(document.blocks)[:_MOST_IMAGES]:
        _add_image(menu, view, address)


def _add_tables(menu: Menu, content: RowContent) -> None:
    """Adds an entry for each table: the keyboard has no pointer to show which is meant."""
    tables = [] if content.document is None else list(tables_in(content.document.blocks))
    for place, table in enumerate(tables[:_MOST_TABLES], 1):
        name = tr("Copy table") if len(tables) == 1 else tr("Copy table {number}")
        menu.add(name.format(number=number(place)), partial(copying.copy_table, table))


def _add_link(menu: Menu, view: "TranscriptView", address: str, link_words: str) -> None:
    """Adds an entry that opens a link and names its host."""
    menu.add(
        tr("Open link to {host}").format(host=display_host(address)),
        partial(view.follow_link, address, link_words),
        icon="external",
    )


def _add_image(menu: Menu, view: "TranscriptView", address: str) -> None:
    """Adds an entry that loads an image, unless it is there or must not be loaded."""
    if loadable(address) is not None and address not in view.pictures:
        words = tr("Load image from {host}").format(host=display_host(address))
        menu.add(words, partial(view.image_requested.emit, address), icon="image")


def _add_block(
    menu: Menu, view: "TranscriptView", formula: FormulaHere | None, frame: Frame | None
) -> None:
    """Adds what can be copied of what is under the pointer."""
    box = None if frame is None else frame.place.box
    if formula is not None:
        _add_formula(menu, view, formula)
    elif isinstance(box, FileChipBox):
        menu.add(tr("Copy attached text"), partial(copying.copy_text, box.file.text), icon="copy")
    elif isinstance(box, CodeBox):
        menu.add(tr("Copy code"), partial(copying.copy_text, box.code), icon="copy")
        save = partial(view.save_code_requested.emit, box.code, box.language)
        menu.add(tr("Save code as…"), save, icon="save")
    elif isinstance(box, TableBox):
        menu.add(tr("Copy table"), partial(copying.copy_table, box.table), icon="copy")


def _add_formula(menu: Menu, view: "TranscriptView", formula: FormulaHere) -> None:
    from desktop_assistant.ui.transcript.formula_copying import copy_formula_image

    source = formula.source
    menu.add(tr("Copy LaTeX"), partial(copying.copy_text, source), icon="copy")
    if formula.fault is None:
        font = view.look.style("reading").font
        displayed = formula.is_displayed
        menu.add(
            tr("Copy as image"), partial(copy_formula_image, source, font, displayed=displayed)
        )
