"""Loading an image that the user asked for, and reading it away from the window's thread."""

import asyncio

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ui.bridge import Bridge
from desktop_assistant.ui.transcript.pictures import decode
from desktop_assistant.ui.transcript.view import TranscriptView


class ImageLoading(QObject):
    """Connects the transcript's wish to the controller's verb."""

    def __init__(self, bridge: Bridge, transcript: TranscriptView) -> None:
        super().__init__(transcript)
        self._bridge = bridge
        self._transcript = transcript
        self._under_way: set[str] = set()
        transcript.image_requested.connect(self.load)

    def load(self, address: str) -> None:
        """Loads an image and shows it; if that fails, the user is told."""
        if address in self._under_way:
            return
        self._under_way.add(address)

        async def load() -> QImage:
            try:
                data = await self._bridge.controller.images.load(address)
                image = await asyncio.to_thread(decode, data)
            finally:
                self._under_way.discard(address)
            if image is None:
                raise problem(ProblemCode.IMAGE_UNREADABLE)
            return image

        def show(image: QImage) -> None:
            self._transcript.show_picture(address, image)

        self._bridge.run(load(), name="load an image", on_done=show)
