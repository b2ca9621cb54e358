"""Why a file of marks is refused; of such a file nothing is taken."""

from reader.domain.errors import QT_TRANSLATE_NOOP, XiduError


class MarksRefused(XiduError):
    """A file of marks is faulty or hostile. ``where`` names the line or the number of the mark."""

    template = QT_TRANSLATE_NOOP("errors", "Nothing was imported from “{file}”: {where}, {detail}.")


class MarksKindUnknown(XiduError):
    """The file is in none of the formats that are read."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” holds no marks that Xidu reads: these are its own JSON and CSV files, W3C "
        "annotations, and what Hypothesis exports.",
    )
