"""The reference parser: a whole text at once."""

from desktop_assistant.rendering.assembly import Assembly
from desktop_assistant.rendering.blocks import Block
from desktop_assistant.rendering.segments import Segmenter


def parse(text: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text. Every text is valid; none takes unbounded time.

    HTML is literal text. Links are kept only where :mod:`.links` lets them open.
    """
    assembly = Assembly()
    segmenter = Segmenter(assembly.open_fence, assembly.open_table)
    assembly.add(segmenter.feed(text.replace("\r\n", "\n").replace("\r", "\n")))
    assembly.add(segmenter.finish())
    return tuple(assembly.settle())
