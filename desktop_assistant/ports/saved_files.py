"""Files outside the data folder that the user has asked for, such as exports."""

from pathlib import Path
from typing import Protocol


class SavedFiles(Protocol):
    """Writes them."""

    async def write(self, path: Path, content: bytes, *, replace: bool) -> None:
        """Writes a file whole or not at all, for this user's eyes only.

        Args:
            path: where; a link is followed.
            content: the whole file.
            replace: whether a file that is there already is replaced.

        Raises:
            InvalidInputError: if there is such a file already, or nothing can be written there.
            AssistantError: if the disk is full or fails; what was there is then as before.
        """
        ...
