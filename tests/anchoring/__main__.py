"""``python -m tests.anchoring [SEEDS [MARKS [EXAMPLES [FILE…]]]]``: the experiment in full."""

import sys
from pathlib import Path

from reader.services.texts import first_text
from tests.anchoring.experiment import run, table


def main(arguments: list[str]) -> int:
    """Print what became of the marks; fail if any is in a wrong place."""
    numbers = [int(argument) for argument in arguments[:3]]
    seeds, marks, examples = numbers + [10, 300, 0][len(numbers) :]
    files = [Path(name) for name in arguments[3:]] or [first_text()]
    tallies = run([file.read_text(encoding="utf-8") for file in files], marks, range(seeds))
    for name, tally in tallies.items():
        lost = [line for line in tally.examples if not line.startswith("wrong")]
        wrong = [line for line in tally.examples if line.startswith("wrong")]
        for line in wrong + lost[:examples]:
            print(f"{name}: {line}")
    print(table(tallies))
    return int(any(tally.wrong for tally in tallies.values()))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
