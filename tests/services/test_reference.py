"""The glossary as the analyser gets it: from the compiled reference, or from its files."""

from pathlib import Path

import pytest

from reader.services import reference


def test_the_analyser_gets_the_same_terms_from_either(
    shared_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference.ensure(shared_cache)
    from_files = reference.analyser(tmp_path).version
    monkeypatch.setattr(reference, "terms", lambda: pytest.fail("the files were read"))
    assert reference.analyser(shared_cache).version == from_files


def test_a_damaged_reference_is_not_believed(shared_cache: Path, tmp_path: Path) -> None:
    reference.ensure(shared_cache)
    whole = reference.reference_path(shared_cache).read_bytes()
    path = reference.reference_path(tmp_path)
    path.write_bytes(whole[:8192] + b"\0" * (len(whole) - 8192))
    assert reference.analyser(tmp_path).version == reference.analyser(shared_cache).version
