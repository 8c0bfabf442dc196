"""Files that the user has asked for: written whole or not at all, and private."""

from desktop_assistant.adapters.saved_files.disk_files import DiskFiles

__all__ = ["DiskFiles"]
