"""One writing for simplified and traditional characters, so that either finds the other."""

_MORE = str.maketrans("", "", "—·")
"""What the codec below lacks although every simplified text has it."""


def folded(text: str) -> str:
    """The text in simplified characters, as long as it was.

    What GB 2312 has is simplified already; only for the rest the converter is loaded.
    """
    try:
        text.translate(_MORE).encode("gb2312")
    except UnicodeEncodeError:
        from reader.language.simplifying import simplified  # noqa: PLC0415 - loads OpenCC

        return simplified(text)
    return text
