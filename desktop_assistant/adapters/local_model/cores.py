"""How many threads the model should use here.

Runs in the child process: standard library only.
"""

import os
import sys
from pathlib import Path

_MOST = 16
"""A small model is bound by memory, not arithmetic: more threads only wait for each other."""


def sensible_threads() -> int:
    """Real cores that this process may use: hyper-threads slow the arithmetic down."""
    if sys.platform == "linux":
        cores = min(_linux_cores(Path("/sys/devices/system/cpu")), _cgroup_cores())
    else:
        # Half of the processors are hyper-threads, or cores built to save energy.
        cores = (os.cpu_count() or 2) // 2
    return max(1, min(cores, _MOST))


def _linux_cores(root: Path) -> int:
    allowed = os.sched_getaffinity(0)
    cores = {_core_of(root / f"cpu{number}" / "topology", number) for number in allowed}
    return len(cores)


def _core_of(topology: Path, number: int) -> tuple[str, str]:
    try:
        package = (topology / "physical_package_id").read_text(encoding="ascii")
        return package, (topology / "core_id").read_text(encoding="ascii")
    except OSError:
        return "unknown", str(number)


def _cgroup_cores(limit_file: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """What a container may use; threads beyond that are put to sleep in the middle of a step."""
    try:
        quota, period = limit_file.read_text(encoding="ascii").split()
        return max(1, int(quota) // int(period))
    except (OSError, ValueError):  # no such limit, or "max"
        return _MOST
