"""What the buttons of a message stand for: done here, or asked of whoever can."""

from typing import TYPE_CHECKING

from desktop_assistant.domain.errors import Remedy
from desktop_assistant.domain.ids import MessageId
from desktop_assistant.ui.transcript.actions import Action
from desktop_assistant.ui.transcript.cards import CardAction
from desktop_assistant.ui.transcript.content import RowContent
from desktop_assistant.ui.transcript.menus import message_menu

if TYPE_CHECKING:
    from desktop_assistant.ui.transcript.view import TranscriptView


class MessageCommands:
    """One place where a press becomes a deed."""

    def __init__(self, view: "TranscriptView") -> None:
        self._view = view

    def do(self, action: Action | CardAction, message_id: MessageId) -> None:
        """Does, or asks for, what a button of a message stands for."""
        view = self._view
        content = view.rows.content(message_id)
        if content is None:
            return
        match action:
            case Action.COPY:
                view.copy_message(message_id)
            case Action.EDIT:
                view.edit_message(message_id)
            case Action.MORE:
                self._open_more(message_id)
            case Action.REGENERATE:
                view.regenerate_requested.emit(message_id)
            case Action.PREVIOUS:
                view.previous_version_requested.emit(message_id)
            case Action.NEXT:
                view.next_version_requested.emit(message_id)
            case Action.VERSIONS | Action.PREVIEW:
                self._list_versions(message_id, hovering=action is Action.PREVIEW)
            case _:
                self._do_card(action, content)

    def _do_card(self, action: CardAction, content: RowContent) -> None:
        view, message_id = self._view, content.entry.node.id
        match action:
            case CardAction.CONTINUE:
                view.continue_requested.emit(message_id)
            case CardAction.RETRY:
                view.retry_requested.emit(message_id)
            case CardAction.RAISE_LIMIT:
                view.raise_limit_requested.emit(message_id)
            case CardAction.CHOOSE_MODEL:
                view.choose_model_requested.emit(message_id)
            case CardAction.EDIT_QUESTION:
                self._edit_question_of(message_id)
            case CardAction.REMEDY:
                self._remedy(content)

    def _remedy(self, content: RowContent) -> None:
        error = content.message.error if content.message is not None else None
        if error is None:
            return
        if error.remedy in (Remedy.EDIT_QUESTION, Remedy.SHORTEN):
            self._edit_question_of(content.entry.node.id)
        else:
            self._view.remedy_requested.emit(error.remedy, content.entry.node.id)

    def _edit_question_of(self, message_id: MessageId) -> None:
        rows = self._view.rows
        for place in range(rows.place(message_id) - 1, -1, -1):
            content = rows.content(rows.id_at(place))
            if content is not None and content.is_user:
                self._view.edit_message(content.entry.node.id)
                return

    def _list_versions(self, message_id: MessageId, *, hovering: bool) -> None:
        row = self._view.rows.widget(message_id)
        switcher = None if row is None else row.actions_bar.switcher
        if switcher is not None:
            self._view.versions_requested.emit(message_id, switcher, hovering)

    def _open_more(self, message_id: MessageId) -> None:
        row = self._view.rows.widget(message_id)
        button = None if row is None else row.actions_bar.button(Action.MORE)
        if button is not None:
            menu = message_menu(self._view, message_id)
            if menu is not None:
                menu.open_below(button)
