"""Which encoding a text has: byte order mark, strict UTF-8, then a score of common characters.

The score beats general detectors on short Chinese texts. Only a sample at the beginning
is scored, so that detection costs the same for any length.
"""

import codecs

from reader.domain.errors import NotText
from reader.formats.commonness import score

_SAMPLE = 16_384
"""Bytes that are decoded and scored; more tells nothing new."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    b"\x89PNG\r\n\x1a\n",
    b"\x7fELF",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\x1f\x8b\x08",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"SQLite format 3\0",
    b"\xd0\xcf\x11\xe0\xa1\xb1",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\xca\xfe\xba\xbe",
    b"\xfd7zXZ\0",
    b"RIFF",
    b"OggS\0",
    b"ID3\x03",
    b"ID3\x04",
    b"BZh91AY&SY",
    b"\0asm",
    b"\x28\xb5\x2f\xfd",
)

# Controls that texts do hold: tab, line ends, form feed, escape, end of file (old DOS files).
_CONTROLS = frozenset(range(32)) - frozenset((9, 10, 11, 12, 13, 26, 27)) | {127}
_CONTROL_BYTES = bytes(sorted(_CONTROLS))

_LEGACY = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp950", "big5hkscs", "cp1252")
_GOOD_ENOUGH = 0.12


def detect(data: bytes, name: str = "") -> str:
    """Name the Python codec that reads ``data``; ``name`` is only used in the error.

    Raises :class:`NotText` for binary data and nothing else.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    if data.startswith(_MAGIC):
        raise NotText(path=name)
    if _is_utf8(data) and _few_controls(data):
        return "utf-8"
    sample = data[:_SAMPLE]
    best, encoding = max((_weigh(sample, encoding), encoding) for encoding in _LEGACY)
    if best < _GOOD_ENOUGH:
        raise NotText(path=name)
    return _complete(data, encoding)


def decode(data: bytes, encoding: str) -> str:
    """Read ``data``; the byte order mark is dropped, what cannot be read becomes U+FFFD.

    Raises :class:`LookupError` for a codec that Python does not have.
    """
    codec = codecs.lookup(encoding).name
    if codec == "utf-8-sig":
        codec = "utf-8"
    if codec in ("utf-16", "utf-32"):
        return data.decode(codec, "replace").removeprefix("\ufeff")
    for bom, name in _BOMS:
        if codec == name and data.startswith(bom):
            data = data[len(bom) :]
            break
    # UTF-8 is tried strictly first: that is several times faster than with "replace".
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode(codec, "replace")


def _is_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8, but for a character cut off at the very end."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # "unexpected end of data" is told apart from a wrong byte by where it ends.
        cut = error.reason == "unexpected end of data" and error.end == len(data)
        return cut and error.start > 0
    return True


def _few_controls(data: bytes) -> bool:
    """Whether controls are rare enough for a text: some NULs are tolerated, not a third."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if not controls:
        return True
    characters = sum(byte & 0xC0 != 0x80 for byte in sample)
    nulls_by_parity = (sample[::2].count(0), sample[1::2].count(0))
    if min(nulls_by_parity) == 0 and max(nulls_by_parity) * 4 >= len(sample):
        return False  # UTF-16 of mostly Latin text, which is valid UTF-8 too
    return controls * 4 <= characters


def _weigh(sample: bytes, encoding: str) -> float:
    """Score how well ``encoding`` fits, about 1 for good Chinese text, below 0 for nonsense."""
    width = 2 if encoding.startswith("utf-16") else 1
    if len(sample) < width * 2:
        return -1.0
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(sample)  # not final: a character cut at the end is no fault
    weight = score(text, _CONTROLS)
    if encoding == "cp1252":
        # Any bytes are cp1252: it only gets texts with a few accents that nothing else explains.
        accents = sum(byte >= 128 for byte in sample)
        weight = 0.15 if weight > -0.5 and accents * 8 < len(sample) else -1.0
    preference = {"utf-8": 0.05, "big5": -0.001, "cp950": -0.002, "big5hkscs": -0.003}
    return weight + preference.get(encoding, 0.0)


def _complete(data: bytes, encoding: str) -> str:
    """Prefer the member of the Big5 family that reads all of ``data``."""
    if encoding not in ("big5", "cp950", "big5hkscs"):
        return encoding
    for candidate in (encoding, "big5", "cp950", "big5hkscs"):
        try:
            codecs.getincrementaldecoder(candidate)().decode(data)
        except UnicodeDecodeError:
            continue
        return candidate
    return "cp950"
