"""Ends real processes with SIGKILL while they write."""

import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

LONGEST = 60
"""Seconds after which a process that says nothing has failed."""


def killed(code: str, folder: Path, lines: int, more: float, *arguments: str) -> list[str]:
    """Run ``code`` and kill it ``more`` seconds after it has printed ``lines`` lines.

    Returns every whole line that it printed. A process that ends by itself has failed.
    """
    command = [sys.executable, "-c", code, str(folder), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as it:
        assert it.stdout is not None
        assert it.stderr is not None
        guard = threading.Timer(LONGEST, it.kill)
        guard.start()
        printed = [it.stdout.readline() for _ in range(lines)]
        late = threading.Timer(more, it.kill)
        late.start()
        printed += it.stdout.readlines()
        late.cancel()
        guard.cancel()
        errors = it.stderr.read()
    assert it.returncode == -signal.SIGKILL, errors[-2000:]
    return [line.strip() for line in printed if line.endswith("\n")]


def moments(count: int, most: int, longest: float, seed: int) -> list[tuple[int, float]]:
    """``count`` moments to kill at: so many lines, and so many seconds more."""
    rng = random.Random(seed)
    return [(rng.randint(1, most), rng.uniform(0, longest)) for _ in range(count)]
