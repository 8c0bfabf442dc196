"""Loading an image through the window: asked once, shown, or told why not."""

import pytest

from desktop_assistant.domain.errors import ProblemCode
from tests.ui.transcript.test_transcript_pictures import ADDRESS, picture


@pytest.fixture
async def transcript(shell):
    await shell.until(lambda: "SQL windows" in shell.rows)
    shell.window.presenter.open("c3")
    await shell.until_shown("SQL windows")
    return shell.window.pane.transcript


async def test_an_image_is_loaded_once_and_shown(shell, transcript):
    shell.parts.images.there[ADDRESS] = picture(40, 30)
    transcript.image_requested.emit(ADDRESS)
    transcript.image_requested.emit(ADDRESS)
    await shell.until(lambda: ADDRESS in transcript.pictures)
    assert shell.parts.images.asked == [ADDRESS]


@pytest.mark.parametrize(
    ("there", "code"),
    [
        ({}, ProblemCode.IMAGE_UNREACHABLE),
        ({ADDRESS: b"\x89PNG broken"}, ProblemCode.IMAGE_UNREADABLE),
    ],
)
async def test_why_an_image_is_not_shown_is_told(shell, transcript, there, code):
    shell.parts.images.there.update(there)
    told = []
    shell.bridge.failed.connect(told.append)
    transcript.image_requested.emit(ADDRESS)
    await shell.until(lambda: told)
    assert told[0].code is code
    assert ADDRESS not in transcript.pictures
    transcript.image_requested.emit(ADDRESS)
    await shell.until(lambda: len(told) == 2)
