"""How a file is called that a block of code is saved to."""

from typing import Final

_SUFFIXES: Final = {
    "python": "py", "py": "py", "javascript": "js", "js": "js", "typescript": "ts", "ts": "ts",
    "jsx": "jsx", "tsx": "tsx", "bash": "sh", "sh": "sh", "shell": "sh", "zsh": "sh",
    "powershell": "ps1", "sql": "sql", "html": "html", "css": "css", "scss": "scss",
    "json": "json", "yaml": "yaml", "yml": "yaml", "toml": "toml", "ini": "ini", "xml": "xml",
    "markdown": "md", "md": "md", "latex": "tex", "tex": "tex", "csv": "csv", "diff": "diff",
    "patch": "diff", "c": "c", "cpp": "cpp", "c++": "cpp", "csharp": "cs", "c#": "cs", "cs": "cs",
    "java": "java", "kotlin": "kt", "kt": "kt", "swift": "swift", "go": "go", "golang": "go",
    "rust": "rs", "rs": "rs", "ruby": "rb", "rb": "rb", "php": "php", "perl": "pl", "lua": "lua",
    "r": "r", "julia": "jl", "scala": "scala", "haskell": "hs", "elixir": "ex", "erlang": "erl",
    "clojure": "clj", "dart": "dart", "vue": "vue", "svelte": "svelte", "graphql": "graphql",
}  # fmt: skip


def suggested_name(language: str) -> str:
    """Return a file name for code in a language.

    A model names the language, so nothing of its word goes into the name: what is not known is a
    text, and never something that a double click would start.
    """
    return f"code.{_SUFFIXES.get(language.lower(), 'txt')}"
