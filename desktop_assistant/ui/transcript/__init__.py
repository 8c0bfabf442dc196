"""The conversation as it is read: measured rows of painted blocks, and what can be done there."""

from desktop_assistant.ui.transcript.view import TranscriptView

__all__ = ["TranscriptView"]
