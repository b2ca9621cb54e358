"""The glossary that comes with the program, out of the compiled file; run with ``-s`` for figures."""

from pathlib import Path
from time import thread_time

from reader.language.glossary import load
from reader.services import reference
from reader.storage.reference import Reference
from tests.perf.desk import tell

AIM = 50.0
"""Milliseconds."""

MOST = 75.0
"""What is asserted: half as much again, for slower machines."""


def test_loading_every_term(tmp_path: Path) -> None:
    reference.ensure(tmp_path)
    times = []
    for _ in range(7):
        compiled = Reference(reference.reference_path(tmp_path))
        begun = thread_time()
        terms = compiled.all()
        times.append(1000 * (thread_time() - begun))
        compiled.close()
    assert {term.id: term for term in terms} == {term.id: term for term in load()}
    tell(f"{len(terms)} terms", {f"milliseconds (aim {AIM:.0f})": min(times)})
    assert min(times) <= MOST
