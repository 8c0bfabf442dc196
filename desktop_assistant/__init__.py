"""Desktop Assistant: a native desktop client for large language models.

The rooms, from the ground up; each may import those above it in this list:

* ``domain``: what a conversation is (values, the tree, the stream reducer, errors)
* ``settings``: which choices exist
* ``ports``: what is needed from outside; ``rendering``: how text becomes blocks
* ``chat``: what the user can do
* ``adapters``, ``ui``, ``cli``: wire, disk and OS; the window; the terminal
* ``app``: how it is put together

``docs/architecture.md`` tells the whole story.
"""

__version__ = "0.1.0"
