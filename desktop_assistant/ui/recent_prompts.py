"""The questions asked last, to be asked again."""

from desktop_assistant.domain.messages import MessageNode, Role
from desktop_assistant.ui.bridge import Bridge

_HOW_MANY = 3
_LOOKED_AT = 8


async def recent_prompts(bridge: Bridge) -> list[str]:
    """The first questions of the conversations used last, newest first, none twice.

    Raises:
        AssistantError: if the library cannot be read.
    """
    controller = bridge.controller
    summaries = sorted(await controller.library.summaries(), key=lambda s: -s.updated_at)
    prompts: list[str] = []
    for summary in summaries[:_LOOKED_AT]:
        record = await controller.library.record(summary.id)
        question = _first_question(record.nodes)
        if question is None:
            continue
        (message,) = await controller.messages(summary.id, [question.id])
        if message.text.strip() and message.text not in prompts:
            prompts.append(message.text)
        if len(prompts) == _HOW_MANY:
            break
    return prompts


def _first_question(nodes: tuple[MessageNode, ...]) -> MessageNode | None:
    questions = [node for node in nodes if node.role is Role.USER]
    return min(questions, key=lambda node: node.position, default=None)
