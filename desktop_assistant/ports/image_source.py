"""Pictures from the web that the user has asked for."""

from typing import Protocol


class ImageSource(Protocol):
    """Gets them. Nothing of ours goes along: no cookie, no key, no proxy's login."""

    async def fetch(self, address: str) -> bytes:
        """The bytes of a raster image.

        Args:
            address: http or https, without a user's name.

        Raises:
            AssistantError: if it is too large, no picture, or cannot be reached.
        """
        ...
