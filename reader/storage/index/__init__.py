"""The index of the library: every place of any string of characters or syllables, exactly.

An inverted index of overlapping pairs. ``postings`` is one immutable file of it, ``phrases``
finds sequences in such a file, ``symbols`` and ``syllables`` say what the pairs are pairs of,
``store`` keeps many files up to date with the library. All of it is derived from the texts and
may be lost at any time.
"""
