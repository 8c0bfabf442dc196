"""How numbers and dates are written."""

from PySide6.QtCore import QLocale


def settle_locale() -> None:
    """Writes numbers and dates as the system's language does.

    Where the system names no language ("C", as in many containers and remote shells), Qt would
    write 128000 and 24 11 2026; there they follow the language of the texts.
    """
    if QLocale.system().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
