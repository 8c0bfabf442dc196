"""A whole controller on fakes, for tests of what the user can do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from desktop_assistant.chat.controller import ChatController, Outside
from desktop_assistant.chat.events import ChatEvent
from desktop_assistant.chat.request_builder import Surroundings
from desktop_assistant.chat.settings_service import SettingsService
from desktop_assistant.chat.task_registry import TaskRegistry
from tests.fakes.memory_files import MemoryFiles
from tests.fakes.memory_secrets import MemorySecrets
from tests.fakes.memory_settings import MemorySettings
from tests.fakes.memory_store import MemoryStore
from tests.fakes.no_local_model import NoLocalModel
from tests.fakes.pretend_images import PretendImages
from tests.fakes.quick_clock import QuickClock
from tests.fakes.scripted_model import ScriptedModel


@dataclass
class Parts:
    """What stands in for the outside; give your own where a test needs it."""

    model: ScriptedModel = field(default_factory=ScriptedModel)
    store: MemoryStore = field(default_factory=MemoryStore)
    temporary_store: MemoryStore = field(default_factory=MemoryStore)
    secrets: MemorySecrets = field(
        default_factory=lambda: MemorySecrets(openai=("sk-test", "https://api.openai.com:443"))
    )
    settings: MemorySettings = field(
        default_factory=lambda: MemorySettings({"chat.provider": "openai"})
    )
    local_model: NoLocalModel = field(default_factory=NoLocalModel)
    clock: QuickClock = field(default_factory=QuickClock)
    files: MemoryFiles = field(default_factory=MemoryFiles)
    images: PretendImages = field(default_factory=PretendImages)


@dataclass
class Assembly:
    """The controller, its parts, and every event it published."""

    parts: Parts
    controller: ChatController
    tasks: TaskRegistry
    events: list[ChatEvent]


def assemble(parts: Parts, bugs: list[BaseException]) -> Assembly:
    """Puts a controller together; ``bugs`` collects errors that nobody awaits."""
    tasks = TaskRegistry(bugs.append)
    outside = Outside(
        store=parts.store,
        temporary_store=parts.temporary_store,
        client=parts.model,
        secrets=parts.secrets,
        settings=SettingsService(parts.settings),
        local_model=parts.local_model,
        clock=parts.clock,
        files=parts.files,
        images=parts.images,
        surroundings=Surroundings(language="English", system="Linux"),
    )
    controller = ChatController(outside, tasks)
    events: list[ChatEvent] = []
    controller.subscribe(events.append)
    return Assembly(parts, controller, tasks, events)


@asynccontextmanager
async def running(parts: Parts | None = None) -> AsyncIterator[Assembly]:
    """A started controller, closed at the end; errors that nobody saw fail the test."""
    bugs: list[BaseException] = []
    assembly = assemble(parts or Parts(), bugs)
    await assembly.controller.start()
    try:
        yield assembly
    finally:
        await assembly.controller.close()
    assert not bugs, bugs
