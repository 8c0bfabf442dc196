"""A PDF for the command line: the window's own painting, without a window or a display."""

import logging
import os
import sys
from typing import TYPE_CHECKING

from desktop_assistant.app.resources import resources_folder
from desktop_assistant.domain.errors import ProblemCode, problem

if TYPE_CHECKING:
    from desktop_assistant.rendering.export.branch import Branch

_log = logging.getLogger(__name__)


async def make_pdf(branch: "Branch") -> tuple[bytes, int]:
    """A PDF of a branch, and how many pages it has. Qt is loaded only now.

    Raises:
        AssistantError: if Qt cannot be loaded, as where its system libraries are missing.
    """
    if sys.platform == "linux":
        # A display, if there is one, is not needed and might not answer.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtGui import QGuiApplication

        from desktop_assistant.ui.paper.pdf import pdf_of
    except ImportError as error:
        raise problem(ProblemCode.PDF_IMPOSSIBLE, reason=str(error)) from error
    # Standard error is for our words; Qt remarks there on locales and fonts.
    qInstallMessageHandler(lambda _kind, _where, text: _log.info("Qt: %s", text))
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        return await pdf_of(branch, resources_folder())
    finally:
        del app
