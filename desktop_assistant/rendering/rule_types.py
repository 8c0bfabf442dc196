"""Names for what markdown-it hands to a rule."""

from typing import TypeAlias

Silent: TypeAlias = bool
"""True while the parser only asks whether a rule would match; it passes it by position."""
