"""What the conversation that is shown can be made into."""

from enum import StrEnum


class ExportKind(StrEnum):
    """Each is an entry of the conversation's menu."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"
    """On the clipboard."""
    PAPER = "paper"
    """Through a printer."""
