"""``doctor``: what works here, and what to do about what does not."""

import time
from argparse import Namespace

from desktop_assistant import __version__
from desktop_assistant.chat.diagnosis import Finding, FindingState, diagnose
from desktop_assistant.cli.computer import (
    clock_finding,
    data_folder_finding,
    disk_finding,
    key_variables_finding,
    lock_finding,
    proxies_finding,
)
from desktop_assistant.cli.context import CliContext, ExitCode
from desktop_assistant.cli.json_output import json_document
from desktop_assistant.cli.terminal_text import one_line, width_of
from desktop_assistant.domain.errors import AssistantError, ErrorInfo
from desktop_assistant.ports.conversation_store import OpenReport

_MARKS = {
    FindingState.OK: "ok",
    FindingState.WARNING: "warning",
    FindingState.PROBLEM: "PROBLEM",
}


async def doctor(args: Namespace, context: CliContext) -> int:
    """Looks at everything and tells it; the exit code says whether something is broken."""
    opened: OpenReport | ErrorInfo
    try:
        opened = await context.controller.start()
    except AssistantError as error:
        opened = error.info
    findings = await diagnose(context.controller, opened)
    if context.data_dir is not None:
        folder = context.data_dir
        findings += [data_folder_finding(folder), disk_finding(folder), lock_finding(folder)]
    findings += [
        key_variables_finding(context.environ),
        clock_finding(time.time()),
        proxies_finding(context.environ),
    ]
    findings += await context.diagnose()
    await context.out.write(_as_json(findings) if args.json else _as_text(findings))
    is_broken = any(finding.state is FindingState.PROBLEM for finding in findings)
    return ExitCode.FAILED if is_broken else ExitCode.OK


def _as_json(findings: list[Finding]) -> str:
    rows = [
        {"name": f.name, "state": f.state.value, "summary": f.summary, "hint": f.hint}
        for f in findings
    ]
    return json_document({"version": __version__, "findings": rows})


def _as_text(findings: list[Finding]) -> str:
    state_width = max(len(mark) for mark in _MARKS.values())
    name_width = max(width_of(one_line(f.name)) for f in findings)
    indent = " " * (state_width + name_width + 4)
    lines = [f"Desktop Assistant {__version__}"]
    for finding in findings:
        name = one_line(finding.name)
        padding = " " * (name_width - width_of(name))
        mark = _MARKS[finding.state].ljust(state_width)
        lines.append(f"{mark}  {name}{padding}  {one_line(finding.summary)}")
        if finding.hint:
            lines.append(f"{indent}{one_line(finding.hint)}")
    return "\n".join(lines) + "\n"
