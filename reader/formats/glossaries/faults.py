"""Why a file of terms is not taken, and where in it."""

from reader.domain.errors import QT_TRANSLATE_NOOP, XiduError


class GlossaryRefused(XiduError):
    """A file of terms is faulty or hostile; nothing of it is taken. ``line`` counts from 1."""

    template = QT_TRANSLATE_NOOP(
        "errors", "Nothing was imported from “{file}” because of line {line}: {detail}."
    )


class GlossaryKindUnknown(XiduError):
    """The name of a file does not tell in which of our formats it is."""

    template = QT_TRANSLATE_NOOP(
        "errors", "“{file}” is no glossary that Xidu reads: these are TBX, CSV and TOML files."
    )
