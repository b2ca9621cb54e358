"""A process that loads an analyser and uses it; run by ``test_engine``.

``engine_probe.py xidu|jieba CACHE TEXT``: the program's own, or jieba's words with pypinyin's
reading of each. TEXT has a paragraph a line and is given out in the portions in which the
program analyses. Prints JSON: seconds to import and load everything, up to the first word (of
the wall and of the processor), characters a second (of the processor) the first time and once
everything is warm, and resident memory in megabytes before, when loaded, and after the text.
"""

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Analyse = Callable[[Sequence[str]], object]

_CHARACTERS = 3000
"""What the program analyses at once (``services.analysis``)."""


def resident() -> float:
    """Resident memory in megabytes (proc(5)); 0 on other systems."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def xidu(cache: Path) -> Analyse:
    """The program's own."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from reader.services import reference

    return reference.analyser(cache).annotate


def jieba(cache: Path) -> Analyse:
    """What most programs do."""
    warnings.simplefilter("ignore")
    import jieba as segmenter
    import pypinyin

    segmenter.setLogLevel("CRITICAL")
    segmenter.dt.tmp_dir = str(cache)

    def annotate(texts: Sequence[str]) -> list[list[tuple[str, list[list[str]]]]]:
        return [[(word, pypinyin.pinyin(word)) for word in segmenter.lcut(text)] for text in texts]

    return annotate


def portions(texts: Sequence[str]) -> Iterator[list[str]]:
    """Paragraphs as the program hands them to its analyser."""
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if sum(map(len, batch)) > _CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def speed(analyse: Analyse, texts: Sequence[str]) -> float:
    """Characters a second of the processor."""
    started = time.process_time()
    for batch in portions(texts):
        analyse(batch)
    return sum(map(len, texts)) / (time.process_time() - started)


def main() -> None:
    """Measure one of both."""
    which, cache, path = sys.argv[1:]
    texts = Path(path).read_text(encoding="utf-8").splitlines()
    before, started, worked = resident(), time.perf_counter(), time.process_time()
    analyse = (xidu if which == "xidu" else jieba)(Path(cache))
    analyse(["人"])
    figures = {"loaded": time.perf_counter() - started, "worked": time.process_time() - worked}
    figures |= {"before": before, "memory": resident()}
    figures["first"] = speed(analyse, texts)
    figures["warm"] = max(speed(analyse, texts) for _ in range(3))
    sys.stdout.write(json.dumps({**figures, "after": resident()}) + "\n")


if __name__ == "__main__":
    main()
