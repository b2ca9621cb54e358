"""Faults of the world, told in one sentence.

Every :class:`XiduError` carries a message template and its fields apart, so that the
command line prints it in English and the window in the reader's language. Faults of
our own code are ordinary Python exceptions and are never turned into these.
"""

import unicodedata
from pathlib import PurePath


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark ``text`` for the translation tool and return it unchanged."""
    return text


def _visible(value: object) -> object:
    """Escape what breaks a line or turns the direction of writing, as file names may hold it."""
    if not isinstance(value, (str, PurePath)):
        return value
    return "".join(
        char
        if char.isprintable() or unicodedata.category(char) == "Zs"
        else char.encode("unicode_escape").decode("ascii")
        for char in str(value)
    )


class XiduError(Exception):
    """A fault of the world: what happened, what was kept, what to do.

    ``template`` is one sentence in English with ``{name}`` fields; ``fields`` fills it.
    """

    template = QT_TRANSLATE_NOOP("errors", "Something outside Xidu went wrong: {detail}.")

    def __init__(self, **fields: object) -> None:
        self.fields = {name: _visible(value) for name, value in fields.items()}
        super().__init__(self.template.format(**self.fields))


class FileMissing(XiduError):
    """The named file does not exist."""

    template = QT_TRANSLATE_NOOP("errors", "There is no file “{path}”.")


class NotAFile(XiduError):
    """A folder or device was named where a file is needed."""

    template = QT_TRANSLATE_NOOP("errors", "“{path}” is a folder, not a text that can be opened.")


class FileUnreadable(XiduError):
    """The operating system refuses to hand over the bytes."""

    template = QT_TRANSLATE_NOOP("errors", "“{path}” cannot be read: {detail}.")


class FileUnwritable(XiduError):
    """The operating system refuses to take the bytes of an export."""

    template = QT_TRANSLATE_NOOP(
        "errors", "“{path}” could not be written, and what was there before is untouched: {detail}."
    )


class PrinterRefused(XiduError):
    """The printer cannot begin, failed, or was told to stop."""

    template = QT_TRANSLATE_NOOP(
        "errors", "Not all pages were printed: please look at the printer and try again."
    )


class FileEmpty(XiduError):
    """The file has no bytes, or nothing but white space."""

    template = QT_TRANSLATE_NOOP("errors", "“{path}” is empty: there is nothing to read in it.")


class FileTooLarge(XiduError):
    """The file is larger than Xidu accepts."""

    template = QT_TRANSLATE_NOOP(
        "errors", "“{path}” is larger than {limit} megabytes, the most that Xidu opens."
    )


class NotText(XiduError):
    """The bytes are not text in any encoding we know."""

    template = QT_TRANSLATE_NOOP(
        "errors", "“{path}” is not a text: it holds binary data in no format that Xidu reads."
    )


class BytesUnreadable(XiduError):
    """Bytes of the file do not fit its encoding, where none may be guessed."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” holds bytes in line {line} that are no text in {encoding}: please mend them, "
        "or name the right encoding with --encoding.",
    )


class DocumentUnknown(XiduError):
    """No document of the library answers to this id."""

    template = QT_TRANSLATE_NOOP("errors", "There is no text with the number {document} here.")


class TextThere(XiduError):
    """Another text of the library has the very bytes that one is to be given."""

    template = QT_TRANSLATE_NOOP(
        "errors", "That version is in the library already, as “{title}”; nothing was changed."
    )


class QuoteNotFound(XiduError):
    """The quoted text does not occur in the document."""

    template = QT_TRANSLATE_NOOP("errors", "“{quote}” does not occur in “{title}”.")


class GlossaryUnknown(XiduError):
    """There is no glossary of the reader's own with this name, or none was named of several."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "There is no glossary “{name}” of your own; “xidu glossary” lists those there are.",
    )


class CorrectionsUnreadable(XiduError):
    """A file is not one of corrections, or holds one that cannot be."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” holds no corrections that Xidu can read, and nothing was changed: {detail}.",
    )


class CorrectionImpossible(XiduError):
    """A correction was asked for that cannot be: the reading does not fit, nothing to read."""

    template = QT_TRANSLATE_NOOP("errors", "“{quote}” cannot be corrected so: {detail}.")


class CorrectionUnknown(XiduError):
    """No correction answers to this id."""

    template = QT_TRANSLATE_NOOP("errors", "There is no correction with the number {id} here.")


class DatabaseDamaged(XiduError):
    """The library file is not a sound SQLite database."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” is damaged and was left untouched: put back a backup "
        "(“xidu restore FILE”), or save what can still be read of it (“xidu restore --salvage”).",
    )


class DatabaseNewer(XiduError):
    """The library file was written by a later version."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The library “{path}” was written by a newer version of Xidu and was left untouched: "
        "please open it with that version.",
    )


class DatabaseUnavailable(XiduError):
    """The library file cannot be opened or written for a reason outside Xidu."""

    template = QT_TRANSLATE_NOOP("errors", "The library “{path}” cannot be used: {detail}.")


class BackupForeign(XiduError):
    """A file that was to be restored is not a library of ours, or not only that."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” is not a backup that Xidu made, so nothing was taken from it and your library "
        "is as it was: please choose another file.",
    )


class BackupDamaged(XiduError):
    """A backup that was to be restored is damaged."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The backup “{path}” is damaged and your library is as it was: please choose another "
        "one, or take from it what can still be read (“xidu restore --salvage”).",
    )


class BackupNewer(XiduError):
    """A backup that was to be restored was written by a later version."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The backup “{path}” was written by a newer version of Xidu and your library is as it "
        "was: please restore it with that version.",
    )


class NotAllSound(XiduError):
    """A check has found what cannot be made again."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "Damaged and not to be made again: {count}; everything else was kept, and what is damaged, "
        "too; a backup from before that brings it back: please restore one.",
    )


class NothingToUndo(XiduError):
    """No restore was made that could be undone."""

    template = QT_TRANSLATE_NOOP(
        "errors", "No backup was restored here, so there is nothing to undo."
    )


class BackupNotWhole(XiduError):
    """A copy of the library that was just made does not read back whole."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The copy of the library could not be read back whole, so no backup was made and the "
        "earlier ones are untouched: please run “xidu check”, which tells what is damaged.",
    )


class DiskFull(XiduError):
    """There is no room to write; nothing that was saved before is lost."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The disk is full, so this could not be saved; everything saved before is safe. "
        "Please make room and try again.",
    )


class ReadOnly(XiduError):
    """The data folder does not allow writing."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The folder “{path}” is read-only, so nothing can be saved in it; what is there is as it "
        "was; please allow writing there, or name another folder with --data.",
    )


class AlreadyOpen(XiduError):
    """Another process holds this library."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "Xidu is already open with the library in “{path}”, and nothing was changed: please use "
        "that window.",
    )


class ReferenceMissing(XiduError):
    """The dictionary could not be compiled."""

    template = QT_TRANSLATE_NOOP("errors", "The dictionary could not be prepared: {detail}.")


class ModelUnusable(XiduError):
    """A model that comes with the program is missing, damaged or of another version."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "“{path}” is missing, damaged or of another version, so words are cut or read less "
        "exactly: install Xidu anew to put it right.",
    )
