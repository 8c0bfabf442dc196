"""The only module that knows where icons, themes and translations are."""

from pathlib import Path


def resources_folder() -> Path:
    """The folder of resources: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"
