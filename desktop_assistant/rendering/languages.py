"""The languages of code blocks: how a fence's word is shown, and what reads the code.

Only languages that are well known are read. Pygments knows 400 more, but its patterns are not made
for hostile text: in one of the rare ones some lines keep the program busy for minutes, and nothing
can interrupt a pattern. Those that are read were tried with thousands of odd lines, which
``make torture`` does again.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pygments.lexer import Lexer

# Fence words and how the language itself is spelled.
_LABELS: Final = {
    "bash": "Bash",
    "c#": "C#",
    "c++": "C++",
    "cpp": "C++",
    "c": "C",
    "clojure": "Clojure",
    "cmake": "CMake",
    "console": "Console",
    "csharp": "C#",
    "css": "CSS",
    "csv": "CSV",
    "dart": "Dart",
    "diff": "Diff",
    "dockerfile": "Dockerfile",
    "elixir": "Elixir",
    "erlang": "Erlang",
    "fsharp": "F#",
    "go": "Go",
    "golang": "Go",
    "graphql": "GraphQL",
    "haskell": "Haskell",
    "hs": "Haskell",
    "html": "HTML",
    "ini": "INI",
    "java": "Java",
    "javascript": "JavaScript",
    "js": "JavaScript",
    "json": "JSON",
    "jsonc": "JSON",
    "jsx": "JSX",
    "julia": "Julia",
    "kotlin": "Kotlin",
    "kt": "Kotlin",
    "latex": "LaTeX",
    "lua": "Lua",
    "make": "Makefile",
    "makefile": "Makefile",
    "markdown": "Markdown",
    "md": "Markdown",
    "mermaid": "Mermaid",
    "objc": "Objective-C",
    "perl": "Perl",
    "php": "PHP",
    "plaintext": "Text",
    "powershell": "PowerShell",
    "ps1": "PowerShell",
    "py": "Python",
    "python": "Python",
    "r": "R",
    "rb": "Ruby",
    "rs": "Rust",
    "ruby": "Ruby",
    "rust": "Rust",
    "sass": "Sass",
    "scala": "Scala",
    "scss": "SCSS",
    "sh": "Shell",
    "shell": "Shell",
    "sql": "SQL",
    "svg": "SVG",
    "swift": "Swift",
    "tex": "TeX",
    "text": "Text",
    "toml": "TOML",
    "ts": "TypeScript",
    "tsx": "TSX",
    "txt": "Text",
    "typescript": "TypeScript",
    "vue": "Vue",
    "xml": "XML",
    "yaml": "YAML",
    "yml": "YAML",
    "zsh": "Zsh",
}

# Words that models write and Pygments does not know.
_ALIASES: Final = {
    "c#": "csharp",
    "cmd": "batch",
    "fs": "fsharp",
    "gql": "graphql",
    "jinja2": "jinja",
    "jsonc": "json",
    "jsonl": "json",
    "kt": "kotlin",
    "mdx": "markdown",
    "node": "javascript",
    "patch": "diff",
    "pgsql": "plpgsql",
    "plsql": "plpgsql",
    "shell": "bash",
    "sol": "solidity",
    "svelte": "html",
    "svg": "xml",
    "vb": "vbnet",
    "vue": "html",
}

_READ: Final = """
abap ada apacheconf applescript arduino asm awk bash bat batch c c# c++ cfg clj clojure cmake
cobol coffee coffeescript common-lisp console cpp crystal cs csharp css cuda cypher cython d dart
delphi diff docker dockerfile dot elisp elixir elm emacs-lisp erb erl erlang ex f# fish fortran
fsharp gdscript gherkin glsl go golang graphql groovy haml handlebars haskell haxe hcl hlsl hs
html http idris ini irb jade java javascript jinja js json json5 jsonnet jsp jsx julia kotlin ksh
latex less liquid lisp llvm lua make makefile markdown matlab md mysql nasm nginx nim nix objc
objective-c objectivec ocaml octave openscad pascal perl php plpgsql postgres postgresql
powershell prolog properties proto protobuf ps1 psql pug puppet purescript py py3 pycon pytb
python python3 qml r racket rb reason rego rexx rs rst ruby rust sas sass scala scheme scss sh
shell smalltalk solidity sparql splus sql sqlite3 stata sv swift systemverilog tcl terraform tex
text tf toml ts tsql tsx turtle twig typescript typst v vala vb.net vbnet verilog vhdl vim vue
wast wat wgsl xml xquery xslt yaml yml zig zsh
"""
LANGUAGES: Final = frozenset(_READ.split())
"""Words of Pygments for what is read."""


def language_label(language: str) -> str:
    """Return how the language of a code block is called in its bar; unknown words as they are."""
    return _LABELS.get(language.lower(), language)


@cache
def lexer_for(language: str) -> "Lexer | None":
    """Return the lexer for a fence's word in small letters, loaded on first use."""
    from pygments.lexers import get_lexer_by_name

    word = _ALIASES.get(language, language)
    return get_lexer_by_name(word) if word in LANGUAGES else None
