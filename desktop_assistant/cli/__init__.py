"""The same verbs on a terminal."""
