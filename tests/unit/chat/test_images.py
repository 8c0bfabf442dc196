"""Images: what the user asks for is loaded, if the links policy lets it."""

import pytest

from desktop_assistant.chat.images import Images
from desktop_assistant.domain.errors import AssistantError, ProblemCode
from tests.fakes.pretend_images import PretendImages


async def test_an_image_is_fetched_from_its_unambiguous_address():
    source = PretendImages({"https://example.org/%C3%A4.png": b"bytes"})
    assert await Images(source).load("https://example.org/ä.png") == b"bytes"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "https://me@example.org/a.png", "a.png", "http://[bad"]
)
async def test_what_the_policy_forbids_is_never_asked_for(address):
    source = PretendImages()
    with pytest.raises(AssistantError) as caught:
        await Images(source).load(address)
    assert caught.value.info.code is ProblemCode.IMAGE_FORBIDDEN
    assert source.asked == []
