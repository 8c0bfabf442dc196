"""The parser and the highlighter are loaded on first use, not at start-up."""

import subprocess
import sys

PROGRAM = """
import sys
from importlib import import_module
for name in ("autolinks assembly blocks coalesce controls fences formulas.svg_writer "
             "formulas.typeset highlight html incremental links markdown "
             "parse plain row_index segments tail").split():
    import_module("desktop_assistant.rendering." + name)
from desktop_assistant.rendering.highlight import highlight
from desktop_assistant.rendering.incremental import IncrementalDocument
from desktop_assistant.rendering.parse import parse
assert not {"markdown_it", "mathra", "pygments"} & set(sys.modules), "at import"
document = IncrementalDocument()
document.feed("```py\\nx = 1\\n```\\n")
document.finish()
parse("~~~\\ncode")
assert "markdown_it" not in sys.modules, "for code"
parse("text")
assert "markdown_it" in sys.modules and "pygments" not in sys.modules
highlight("x", "py")
assert "pygments" in sys.modules
"""


def test_heavy_modules_wait_for_their_first_use():
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60
    )
    assert result.stderr == ""
    assert result.returncode == 0
