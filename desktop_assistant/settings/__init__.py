"""Which choices exist, each declared once; dialog, CLI, docs and validation derive from it."""
