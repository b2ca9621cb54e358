"""Real small disks (tmpfs) that can be filled or made read-only; only root may mount them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, megabytes: float) -> Iterator[Path]:
    """A disk of so many megabytes, mounted at ``folder``; skips the test where that cannot be."""
    folder.mkdir()
    if os.name == "nt" or shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    size = f"size={int(megabytes * 1024)}k"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"this machine lets nobody mount: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def make_read_only(folder: Path) -> None:
    """Mount a small disk anew, so that nobody can write to it."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def fill(folder: Path, left: int = 0) -> Path:
    """Leave ``left`` bytes of a disk; return the file that takes up the rest."""
    ballast = folder / "ballast"
    with ballast.open("ab") as file:
        while (free := shutil.disk_usage(folder).free) > left:
            try:
                file.write(bytes(max(1, min(1 << 20, free - left))))
                file.flush()
            except OSError:
                break
    return ballast
