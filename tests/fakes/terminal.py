"""The command line on fakes: every ``run`` is a program of its own on the same outside world."""

import io
import json
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from desktop_assistant.chat.diagnosis import Finding
from desktop_assistant.cli.parser import build_parser
from desktop_assistant.cli.run import CliContext, run_command
from desktop_assistant.rendering.export.branch import Branch
from tests.fakes.assembly import Parts, assemble


@dataclass
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    @property
    def json(self):
        """Standard output as one JSON document."""
        return json.loads(self.out)

    @property
    def finished(self) -> dict:
        """The last event."""
        assert self.events[-1]["event"] == "finished"
        return self.events[-1]


@dataclass
class Terminal:
    """Runs commands; the parts outlive them, as disk and network do."""

    parts: Parts = field(default_factory=Parts)
    environ: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    data_dir: Path | None = None
    bugs: list[BaseException] = field(default_factory=list)
    printed: list[Branch] = field(default_factory=list)
    """The branches that a PDF was wanted of."""

    async def run(
        self,
        *arguments: str,
        stdin: bytes | TextIO | None = b"",
        stdout: TextIO | None = None,
        is_stdin_tty: bool = False,
        is_stdout_tty: bool = False,
    ) -> Outcome:
        """Runs one command line."""
        args = build_parser().parse_args(list(arguments))
        return await self.run_verb(
            lambda context: run_command(args, context),
            stdin=stdin,
            stdout=stdout,
            is_stdin_tty=is_stdin_tty,
            is_stdout_tty=is_stdout_tty,
        )

    async def run_verb(
        self,
        verb: Callable[[CliContext], Awaitable[int]],
        *,
        stdin: bytes | TextIO | None = b"",
        stdout: TextIO | None = None,
        is_stdin_tty: bool = False,
        is_stdout_tty: bool = False,
    ) -> Outcome:
        """Runs anything that takes a context.

        Streams in memory claim the locale of another country, because UTF-8 is promised anyway.
        """
        if isinstance(stdin, bytes):
            stdin = _pipe_with(stdin)
        raw = io.BytesIO()
        out = stdout or io.TextIOWrapper(raw, encoding="iso8859-5")
        err = io.StringIO()
        self.bugs = []
        assembly = assemble(self.parts, self.bugs)
        context = CliContext(
            controller=assembly.controller,
            stdin=stdin,
            stdout=out,
            stderr=err,
            environ=self.environ,
            is_stdin_tty=is_stdin_tty,
            is_stdout_tty=is_stdout_tty,
            diagnose=self._diagnose,
            make_pdf=self._make_pdf,
            data_dir=self.data_dir,
        )
        try:
            code = await verb(context)
        finally:
            await assembly.controller.close()
            if stdin is not None:
                stdin.close()
        assert not self.bugs, self.bugs
        return Outcome(code, raw.getvalue().decode(), err.getvalue())

    async def _make_pdf(self, branch: Branch) -> tuple[bytes, int]:
        self.printed.append(branch)
        return b"%PDF-1.4 \xff\n", 3

    async def _diagnose(self) -> list[Finding]:
        return self.findings


def _pipe_with(data: bytes) -> TextIO:
    """A real pipe with little enough in it to fit into its buffer."""
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as pipe:
        pipe.write(data)
    return os.fdopen(read_end)
