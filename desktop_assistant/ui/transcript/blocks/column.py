"""Boxes below each other: the distances between them, and which can be kept."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_assistant.rendering.blocks import Block
from desktop_assistant.ui.transcript.blocks.box import Box, Setting


def stack(
    blocks: Sequence[Block],
    setting: Setting,
    width: float,
    old: Sequence[Box],
    *,
    tight: float | None = None,
) -> tuple[list[Box], list[float], float]:
    """Lays out blocks below each other, keeping the boxes of those that stayed the same.

    Args:
        blocks: what to lay out.
        setting: their surroundings.
        width: their width.
        old: the boxes of an earlier state of these blocks, in order.
        tight: one distance for all, instead of each block's own.

    Returns:
        The boxes, the top of each, and the height of all.
    """
    # Containers hold any block, so the factory needs this module before this one can have it.
    from desktop_assistant.ui.transcript.blocks.factory import box_for

    if not setting.is_nested:
        setting = replace(setting, is_nested=True)
    boxes: list[Box] = []
    tops: list[float] = []
    y = 0.0
    for number, block in enumerate(blocks):
        box = box_for(block, setting, old[number] if number < len(old) else None)
        box.lay_out(width)
        if boxes:
            y += boxes[-1].gap_to(box) if tight is None else tight
        boxes.append(box)
        tops.append(y)
        y += box.height
    return boxes, tops, y
