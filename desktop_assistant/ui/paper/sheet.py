"""A sheet of paper in the window's own measures."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

POINTS = 0.7
"""Points for one logical pixel: the text of 15 pixels is set in 10.5 points."""
_MARGINS = QMarginsF(57, 51, 57, 60)
"""In points: left, top, right, bottom. The foot with the page's number stands in the last."""
_LETTER = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.Venezuela,
        QLocale.Country.PuertoRico,
    }
)


def page_size(locale: QLocale) -> QPageSize:
    """The paper that is usual in a country."""
    usual = (
        QPageSize.PageSizeId.Letter if locale.territory() in _LETTER else QPageSize.PageSizeId.A4
    )
    return QPageSize(usual)


def page_layout(size: QPageSize) -> QPageLayout:
    """A page of that size; the margins are painted around, not left to the device."""
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where text may stand; all in logical pixels."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, points: QSizeF) -> "Sheet":
        """The sheet for paper of that size in points."""
        width = points.width() - _MARGINS.left() - _MARGINS.right()
        height = points.height() - _MARGINS.top() - _MARGINS.bottom()
        return cls(
            _MARGINS.left() / POINTS, _MARGINS.top() / POINTS, width / POINTS, height / POINTS
        )
