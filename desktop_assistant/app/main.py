"""The way in; the composition root grows here."""


def run() -> None:
    """Runs the command line or opens the window."""


def run_window() -> None:
    """Opens the window."""
