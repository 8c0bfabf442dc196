"""Collects scenarios under their function's name, ``_`` written as ``-``."""

from collections.abc import Callable

from tests.fakes.openai_server.answers import Answer


def scenario_into(registry: dict[str, Answer]) -> Callable[[Answer], Answer]:
    """A decorator that enters a scenario."""

    def enter(answer: Answer) -> Answer:
        registry[answer.__name__.replace("_", "-")] = answer
        return answer

    return enter
