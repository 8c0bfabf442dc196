"""Images that a text refers to: loaded when the user asks, as the links policy allows."""

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.ports.image_source import ImageSource
from desktop_assistant.rendering.links import loadable


class Images:
    """One verb. What was loaded is not stored."""

    def __init__(self, source: ImageSource) -> None:
        self._source = source

    async def load(self, address: str) -> bytes:
        """The bytes of an image.

        Raises:
            AssistantError: if the policy forbids the address, it is too large, no picture, or
                cannot be reached.
        """
        target = loadable(address)
        if target is None:
            raise problem(ProblemCode.IMAGE_FORBIDDEN)
        return await self._source.fetch(target)
