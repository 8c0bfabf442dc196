"""Pictures from the web, one at a time, within narrow limits."""

from desktop_assistant.adapters.remote_images.fetching import RemoteImages

__all__ = ["RemoteImages"]
