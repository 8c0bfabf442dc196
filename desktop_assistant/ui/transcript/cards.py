"""What stands under a reply that did not end well: what happened, and the one right action.

Signals of ``StatusCard``:
    triggered: (CardAction) a button was pressed.
    resized: its details were folded or unfolded.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop_assistant.domain.errors import ErrorInfo, Remedy
from desktop_assistant.domain.messages import Message, Status
from desktop_assistant.rendering.blocks import Span, Style
from desktop_assistant.rendering.controls import show_controls
from desktop_assistant.ui.controls.accessible import AccessibleRole
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.error_words import error_hint, error_sentences, error_title
from desktop_assistant.ui.sentences import joined
from desktop_assistant.ui.theme import Theme
from desktop_assistant.ui.transcript import words
from desktop_assistant.ui.transcript.blocks.text_leaf import TextLeaf
from desktop_assistant.ui.transcript.look import Look
from desktop_assistant.ui.transcript.painting import hairline, mirrored
from desktop_assistant.ui.transcript.words import tr

_ICON, _SIDE, _ABOVE, _GAP = 20, 12, 12, 11
_DETAILS_MOST = 160


class CardAction(StrEnum):
    """What a card offers."""

    CONTINUE = "continue"
    RETRY = "retry"
    REMEDY = "remedy"
    RAISE_LIMIT = "raise_limit"
    EDIT_QUESTION = "edit_question"
    CHOOSE_MODEL = "choose_model"


@dataclass(frozen=True, slots=True)
class Offer:
    """One button of a card."""

    action: CardAction
    words: str
    icon: str = ""
    kind: ButtonKind = ButtonKind.SECONDARY
    name: str = ""
    """Its accessible name, if other than its words."""


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says and offers."""

    tone: str
    """``error``, ``warning`` or ``neutral``: a family of colour tokens."""
    icon: str
    title: str
    text: str
    on_one_line: bool
    """Whether title and text run on, instead of standing below each other."""
    offers: tuple[Offer, ...]
    details: str = ""


def card_for(message: Message) -> CardContent | None:
    """What stands under a reply; nothing under one that is complete or was stopped."""
    match message.status:
        case Status.FAILED:
            return _failed(message)
        case Status.INTERRUPTED:
            return _interrupted(message)
        case Status.LIMIT:
            return _limit(message)
        case Status.FILTERED:
            return _filtered(message)
        case _:
            return None


def _failed(message: Message) -> CardContent:
    error = message.error
    if error is None:
        title, text, details = tr("There is no reply"), tr("Your message is saved."), ""
    else:
        title, text, details = error_title(error), error_hint(error), _details(error)
    offers = _remedy_offers(error)
    if not offers or offers[0].action is not CardAction.RETRY:
        offers.append(_retry(ButtonKind.SECONDARY if offers else ButtonKind.PRIMARY))
    return CardContent("error", "error", title, text, False, tuple(offers), details)


def _interrupted(message: Message) -> CardContent:
    error = message.error
    details = "" if error is None else _details(error)
    text = tr("The text above is saved.") if error is None else error_sentences(error)
    go_on = Offer(
        CardAction.CONTINUE, tr("Continue"), "play", ButtonKind.PRIMARY, tr("Continue reply")
    )
    offers = [go_on, _retry(ButtonKind.SECONDARY)]
    if error is not None and error.remedy is not Remedy.TRY_AGAIN:
        offers += [
            Offer(o.action, o.words, o.icon, ButtonKind.SECONDARY) for o in _remedy_offers(error)
        ]
    return CardContent("warning", "warning", tr("Interrupted."), text, True, tuple(offers), details)


def _limit(message: Message) -> CardContent:
    usage = message.usage
    if usage is None or usage.estimated:
        # A limit is an exact number; one of our own count would be wrong by a few.
        text = tr("The reply reached the most tokens it may use.")
    else:
        text = tr("The reply reached {tokens}, the most it may use.").format(
            tokens=words.tokens(usage.output_tokens)
        )
    offers = (
        Offer(
            CardAction.CONTINUE, tr("Continue"), "play", ButtonKind.SECONDARY, tr("Continue reply")
        ),
        Offer(CardAction.RAISE_LIMIT, tr("Raise limit…"), "", ButtonKind.QUIET),
    )
    return CardContent("neutral", "info", tr("Length limit."), text, True, offers)


def _filtered(message: Message) -> CardContent:
    error = message.error
    text = "" if error is None else error_hint(error)
    offers = (
        Offer(CardAction.EDIT_QUESTION, tr("Edit the question"), "edit"),
        Offer(CardAction.CHOOSE_MODEL, tr("Use another model"), "chip"),
    )
    details = "" if error is None else _details(error)
    title = tr("The provider withheld this reply.")
    return CardContent("neutral", "info", title, text, True, offers, details)


def _remedy_offers(error: ErrorInfo | None) -> list[Offer]:
    if error is None:
        return []
    if error.remedy is Remedy.TRY_AGAIN:
        return [_retry(ButtonKind.PRIMARY)]
    found = words.remedy_words(error.remedy)
    if found is None:
        return []
    return [Offer(CardAction.REMEDY, found[1], found[0], ButtonKind.PRIMARY)]


def _retry(kind: ButtonKind) -> Offer:
    return Offer(
        CardAction.RETRY,
        tr("Try again") if kind is ButtonKind.PRIMARY else tr("Retry as a new version"),
        "regenerate",
        kind,
        tr("Retry as a new version"),
    )


def _details(error: ErrorInfo) -> str:
    lines = [f"{key}: {value}" for key, value in error.params.items()]
    lines.insert(0, f"code: {error.code}")
    if error.detail:
        lines += ["", error.detail]
    return "\n".join(lines)


class StatusCard(QWidget, AccessibleRole):
    """The card itself: icon, words, buttons that wrap, details that fold."""

    triggered = Signal(object)
    resized = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, look: Look, content: CardContent, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._look = look
        self._leaves: list[TextLeaf] = []
        self._tops: list[float] = []
        self._is_inline = False
        self._buttons: list[Button] = []
        for offer in content.offers:
            button = Button(
                theme,
                offer.words,
                kind=offer.kind,
                icon=offer.icon,
                small=True,
                reading=True,
                parent=self,
            )
            if offer.name:
                button.setAccessibleName(offer.name)
            button.clicked.connect(lambda _=False, a=offer.action: self.triggered.emit(a))
            self._buttons.append(button)
        self._fold: Button | None = None
        self._copy: Button | None = None
        self._details: QPlainTextEdit | None = None
        self._details_area = QRect()
        if content.details:
            self._fold = Button(
                theme, tr("Details"), kind=ButtonKind.QUIET, small=True, reading=True, parent=self
            )
            self._fold.clicked.connect(self._toggle_details)
            self._buttons.append(self._fold)
        self.setAccessibleName(joined(content.title, content.text))
        self.set_look(look)

    @property
    def content(self) -> CardContent:
        """What it says."""
        return self._content

    def buttons(self) -> list[Button]:
        """Its buttons in order."""
        return [*self._buttons, *([self._copy] if self._copy else [])]

    def set_look(self, look: Look) -> None:
        """Takes other fonts and colours."""
        self._look = look
        content = self._content
        style = look.style("ui", "text.secondary")
        bold = look.style("ui_strong", "text.primary")
        if content.on_one_line:
            text = joined(content.title, content.text)
            strong = Span(0, len(content.title), Style.STRONG)
            self._leaves = [TextLeaf(text, (strong,), style, look)]
        else:
            self._leaves = [TextLeaf(content.title, (), bold, look)]
            if content.text:
                self._leaves.append(TextLeaf(content.text, (), style, look))

    def lay_out(self, width: int) -> int:
        """Places everything for a width; returns the height it needs."""
        left = self._left
        room = width - left - 14
        y = float(_ABOVE)
        self._tops = []
        buttons_width = sum(b.sizeHint().width() + 8 for b in self._buttons)
        leaf = self._leaves[0]
        self._is_inline = (
            self._content.tone == "neutral"
            and len(self._leaves) == 1
            and leaf.unbroken_width() + 12 + buttons_width <= room
        )
        if self._is_inline:
            height = self._buttons[0].sizeHint().height()
            leaf.lay_out(room - buttons_width)
            self._tops = [_ABOVE + (height - leaf.height) / 2]
            self._flow(width - 14 - buttons_width + 8, width - 14, _ABOVE)
            y += height
        else:
            for each in self._leaves:
                each.lay_out(room)
                self._tops.append(y)
                y += each.height
            y = self._flow(left, width - 14, round(y + 10))
        if self._details is not None and self._copy is not None:
            document_height = round(self._details.document().size().height()) * (
                self._details.fontMetrics().lineSpacing() + 1
            )
            height = min(self._look.length(_DETAILS_MOST), document_height + 18)
            self._details_area = QRect(left, round(y + 10), room, height)
            self._details.setGeometry(self._details_area.adjusted(8, 4, -8, -4))
            y += 10 + height
            hint = self._copy.sizeHint()
            self._copy.setGeometry(self._mirrored(QRect(QPoint(left, round(y + 8)), hint), width))
            y += 8 + hint.height()
        return round(y + _ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tone = self._look, self._content.tone
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            neutral = tone == "neutral"
            painter.setPen(look.color("border.default" if neutral else f"{tone}.border"))
            painter.setBrush(look.color("bg.sunken" if neutral else f"{tone}.bg"))
            radius = look.theme.radius("block")
            painter.drawRoundedRect(hairline(self.rect()), radius, radius)
            icon_color = "text.secondary" if neutral else f"{tone}.text"
            icon = look.length(_ICON)
            icon_top = round(self._tops[0] + (self._leaves[0].line_height - icon) / 2)
            at = self._mirrored(QRect(_SIDE, icon_top, icon, icon), self.width())
            painter.drawPixmap(at.topLeft(), look.pixmap(self._content.icon, icon, icon_color))
            if self._details is not None:
                painter.setPen(look.color("border.default"))
                painter.setBrush(look.color("bg.canvas"))
                painter.drawRoundedRect(hairline(self._details_area), 6, 6)
            left = self._left
            for leaf, top in zip(self._leaves, self._tops, strict=True):
                x = self.width() - left - leaf.width if self.isRightToLeft() else left
                leaf.paint(painter, x, top, QRectF(self.rect()), None)

    @property
    def _left(self) -> int:
        """Where the words begin, after the icon."""
        return _SIDE + self._look.length(_ICON) + _GAP

    def _flow(self, left: int, right: int, top: int) -> int:
        """Places the buttons in lines between two edges; returns the bottom of the last line."""
        x, y, height = left, top, self._look.length(28)
        for button in self._buttons:
            hint = button.sizeHint()
            if x > left and x + hint.width() > right:
                x, y = left, y + height + 6
            width = min(hint.width(), right - left)
            button.setGeometry(self._mirrored(QRect(x, y, width, hint.height()), right + 14))
            x += hint.width() + 8
            height = hint.height()
        return y + height

    def _mirrored(self, box: QRect, width: int) -> QRect:
        return mirrored(box, width, rtl=self.isRightToLeft())

    def _toggle_details(self) -> None:
        if self._details is None:
            self._details = QPlainTextEdit(show_controls(self._content.details), self)
            self._details.setReadOnly(True)
            self._details.setFrameShape(QFrame.Shape.NoFrame)
            self._details.setStyleSheet("QPlainTextEdit { background: transparent; border: none; }")
            self._details.setTabChangesFocus(True)
            self._details.setFont(self._theme.font("code", reading=True))
            self._details.setAccessibleName(tr("Details"))
            self._copy = Button(
                self._theme, tr("Copy details"), icon="copy", small=True, reading=True, parent=self
            )
            self._copy.clicked.connect(self._copy_details)
            self._details.show()
            self._copy.show()
        else:
            assert self._copy is not None
            for widget in (self._details, self._copy):
                widget.hide()
                widget.deleteLater()
            self._details = self._copy = None
        self.resized.emit()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._content.details)
