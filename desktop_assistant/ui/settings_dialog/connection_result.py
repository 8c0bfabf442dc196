"""The result of a connection test: a bar that says it in a sentence, and a row per stage."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_assistant.chat.connection_test import ConnectionReport, Result, Stage, StageReport
from desktop_assistant.domain.errors import ErrorInfo, Remedy
from desktop_assistant.ui.controls.announce import announce
from desktop_assistant.ui.controls.buttons import Button, ButtonKind
from desktop_assistant.ui.controls.icon_label import IconLabel
from desktop_assistant.ui.controls.labels import ElidedLabel, Label
from desktop_assistant.ui.error_words import error_hint, error_title
from desktop_assistant.ui.sentences import listed, number, stopped
from desktop_assistant.ui.theme import Theme

_BAR_HEIGHT = 40
_ROW_HEIGHT = 30
_STAGE_WIDTH = 132
_ICONS = {
    Result.NOT_TRIED: ("", "text.tertiary"),
    Result.RUNNING: ("clock", "text.tertiary"),
    Result.PASSED: ("check", "success.text"),
    Result.SKIPPED: ("check", "text.tertiary"),
    Result.FAILED: ("error", "error.text"),
}


def stage_name(stage: Stage) -> str:
    """A stage, for people."""
    translate = QCoreApplication.translate
    return {
        Stage.ADDRESS: translate("ConnectionResult", "Address"),
        Stage.SECURE: translate("ConnectionResult", "Secure connection"),
        Stage.KEY: translate("ConnectionResult", "Key"),
        Stage.MODELS: translate("ConnectionResult", "Model list"),
        Stage.WORDS: translate("ConnectionResult", "First words"),
    }[stage]


def finding_text(row: StageReport) -> str:
    """What a stage found, in a few words."""
    translate = QCoreApplication.translate
    if row.result is Result.NOT_TRIED:
        return translate("ConnectionResult", "Not tried")
    if row.result is Result.RUNNING:
        return translate("ConnectionResult", "Trying…")
    if row.error is not None:
        return error_title(row.error)
    if row.result is Result.SKIPPED:
        return {
            Stage.SECURE: translate("ConnectionResult", "Not used at this address"),
            Stage.MODELS: translate("ConnectionResult", "This service has no list"),
        }.get(row.stage, translate("ConnectionResult", "Not checked"))
    if row.stage is Stage.MODELS and row.finding == "1":
        return translate("ConnectionResult", "1 model")
    if not row.finding:
        return {
            Stage.SECURE: translate("ConnectionResult", "Certificate trusted"),
            Stage.KEY: translate("ConnectionResult", "Accepted"),
        }.get(row.stage, translate("ConnectionResult", "Works"))
    if row.stage is Stage.MODELS:
        count = int(row.finding)
        words = translate("ConnectionResult", "{value} models", "", count)
        return words.format(value=number(count))
    return {
        Stage.ADDRESS: translate("ConnectionResult", "{value}, found"),
        Stage.WORDS: translate("ConnectionResult", "{value} answered, streaming works"),
    }.get(row.stage, "{value}").format(value=row.finding)


def after_failure(report: ConnectionReport) -> tuple[StageReport, ...]:
    """The rows, with what was under way when another stage failed as not tried."""
    if report.error is None:
        return report.stages
    return tuple(
        StageReport(row.stage) if row.result is Result.RUNNING else row for row in report.stages
    )


def summary(report: ConnectionReport) -> str:
    """The bar's sentence."""
    translate = QCoreApplication.translate
    if report.passed:
        return translate("ConnectionResult", "Connected. Ready to chat.")
    if report.error is not None:
        return stopped(error_title(report.error))
    return translate("ConnectionResult", "Testing the connection…")


def report_text(report: ConnectionReport, provider_name: str) -> str:
    """The report as text for a letter to whoever helps; there is no key in it."""
    lines = [f"{provider_name}: {summary(report)}", ""]
    for row in after_failure(report):
        took = "" if row.ms is None else f" ({row.ms} ms)"
        lines.append(f"{stage_name(row.stage)}: {finding_text(row)}{took}")
    if report.error is not None:
        lines += ["", error_hint(report.error)]
        if report.error.detail:
            lines += ["", report.error.detail]
    return "\n".join(lines) + "\n"


class ConnectionResult(QWidget):
    """Hidden until a test has begun; each stage has its row from the start.

    Signals:
        copy_wanted: put the report on the clipboard.
        remedy_wanted: (Remedy) do what helps against the failure.
    """

    copy_wanted = Signal()
    remedy_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._report = ConnectionReport()
        self.setAccessibleName(self.tr("Result of the test"))
        self._sign = IconLabel(theme, "clock", 16)
        self._summary = Label(theme, font="ui_strong", wrap=True)
        self._total = Label(theme, font="label")
        self.copy = Button(
            theme, self.tr("Copy report"), kind=ButtonKind.QUIET, icon="copy", small=True
        )
        self.copy.clicked.connect(self.copy_wanted)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(12, 4, 8, 4)
        bar.setSpacing(9)
        bar.addWidget(self._sign)
        bar.addWidget(self._summary, 1)
        bar.addWidget(self._total)
        bar.addWidget(self.copy)
        self._bar.setMinimumHeight(_BAR_HEIGHT)
        self._rows = {stage: _StageRow(theme, stage) for stage in Stage}
        self.failure = _Failure(theme, self)
        self.failure.acted.connect(self.remedy_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        for row in self._rows.values():
            layout.addWidget(row)
        theme.changed.connect(self._apply_theme)
        self.hide()

    @property
    def report(self) -> ConnectionReport:
        """What is shown."""
        return self._report

    def show_report(self, report: ConnectionReport) -> None:
        """Shows how far the test has come."""
        is_news = summary(report) != summary(self._report) or self.isHidden()
        self._report = report
        self._summary.setText(summary(report))
        done = report.passed or report.error is not None
        seconds = QLocale().toString(report.total_ms / 1000, "f", 1)
        self._total.setText(self.tr("{seconds} s").format(seconds=seconds))
        self._total.setVisible(done)
        self.copy.setVisible(done)
        for row in after_failure(report):
            self._rows[row.stage].show_row(row)
        self._open_failure(report)
        self._apply_theme()
        self.show()
        if is_news:
            announce(self, summary(report))

    def row_text(self, stage: Stage) -> str:
        """What a stage's row says."""
        return self._rows[stage].accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        ground, border, _, _ = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(box, theme.radius("block"), theme.radius("block"))
        painter.setClipPath(frame)
        bar = QRect(0, 0, self.width(), self._bar.geometry().bottom() + 1)
        painter.fillRect(bar, theme.color(ground))
        painter.fillRect(QRect(0, bar.bottom(), self.width(), 1), theme.color(border))
        painter.setClipping(False)
        painter.setPen(QPen(theme.color("border.default"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(frame)
        painter.end()

    def _look(self) -> tuple[str, str, str, str]:
        if self._report.passed:
            return "success.bg", "success.border", "success.text", "check"
        if self._report.error is not None:
            return "error.bg", "error.border", "error.text", "error"
        return "bg.sunken", "border.subtle", "text.secondary", "clock"

    def _apply_theme(self) -> None:
        _, _, color, icon = self._look()
        self._sign.show_icon(icon, color)
        self._summary.set_color(color)
        self._total.set_color(color)
        self.update()

    def _open_failure(self, report: ConnectionReport) -> None:
        layout = self.layout()
        failed = next((row for row in report.stages if row.error is not None), None)
        self.failure.setVisible(failed is not None)
        if failed is None or failed.error is None or not isinstance(layout, QVBoxLayout):
            return
        self.failure.show_error(failed.error)
        layout.removeWidget(self.failure)
        layout.insertWidget(layout.indexOf(self._rows[failed.stage]) + 1, self.failure)


class _StageRow(QWidget):
    """Icon, stage, finding, time."""

    def __init__(self, theme: Theme, stage: Stage) -> None:
        super().__init__()
        self._theme = theme
        self._icon = IconLabel(theme, "clock", 16)
        name = Label(theme, stage_name(stage))
        name.setMinimumWidth(_STAGE_WIDTH)
        self._finding = ElidedLabel(theme, color="text.secondary")
        self._time = Label(theme, color="text.tertiary")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(name)
        row.addWidget(self._finding, 1)
        row.addWidget(self._time)
        self.setMinimumHeight(_ROW_HEIGHT)

    def show_row(self, row: StageReport) -> None:
        """Shows how the stage went."""
        icon, color = _ICONS[row.result]
        self._icon.show_icon(icon or "clock", color if icon else "border.default")
        finding = finding_text(row)
        self._finding.setText(finding)
        self._finding.set_color("error.text" if row.error is not None else "text.secondary")
        took = "" if row.ms is None else self.tr("{ms} ms").format(ms=number(row.ms))
        self._time.setText(took)
        name = self.tr("{stage}: {finding}").format(stage=stage_name(row.stage), finding=finding)
        self.setAccessibleName(listed((name, took)) if took else name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border.subtle"))
        painter.end()


class _Failure(QWidget):
    """Under the failing row: the cause, one action, and the raw answer folded away."""

    acted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._remedy = Remedy.NONE
        self._hint = Label(theme, color="text.secondary", wrap=True)
        self.action = Button(theme, "", small=True)
        self.action.clicked.connect(lambda *_: self.acted.emit(self._remedy))
        self._detail = Label(theme, font="code", color="text.secondary", wrap=True)
        self.fold = Button(
            theme, self.tr("Details"), kind=ButtonKind.QUIET, icon="chevron-right", small=True
        )
        self.fold.clicked.connect(lambda *_: self._unfold(open_=self._detail.isHidden()))
        self._detail.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.action)
        buttons.addWidget(self.fold)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addWidget(self._detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 10)
        layout.setSpacing(0)
        layout.addSpacing(22)  # under the finding; margins are not mirrored, spacers are
        layout.addLayout(column, 1)
        self.hide()

    def show_error(self, error: ErrorInfo) -> None:
        """Says what helps."""
        self._remedy = error.remedy
        self._hint.setText(error_hint(error))
        label = self._label_of(error.remedy)
        self.action.set_label(label)
        self.action.setVisible(bool(label))
        self._detail.setText(error.detail or "")
        self.fold.setVisible(bool(error.detail))
        self._unfold(open_=False)

    def _unfold(self, *, open_: bool) -> None:
        self._detail.setVisible(open_)
        self.fold.set_icon("chevron-down" if open_ else "chevron-right")

    def _label_of(self, remedy: Remedy) -> str:
        labels: dict[Remedy, Callable[[], str]] = {
            Remedy.OPEN_KEY_SETTINGS: lambda: self.tr("Change the key"),
            Remedy.OPEN_PROVIDER_SETTINGS: lambda: self.tr("Change the address"),
            Remedy.OPEN_LOCAL_MODEL_SETTINGS: lambda: self.tr("Choose a model file"),
            Remedy.CHOOSE_MODEL: lambda: self.tr("Choose a model"),
            Remedy.TRY_AGAIN: lambda: self.tr("Try again"),
            Remedy.UNLOCK_KEYRING: lambda: self.tr("Try again"),
        }
        return labels[remedy]() if remedy in labels else ""
