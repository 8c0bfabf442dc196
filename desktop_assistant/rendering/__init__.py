"""How text becomes blocks: markdown, highlighting, links. No Qt, no clock, no asyncio."""
