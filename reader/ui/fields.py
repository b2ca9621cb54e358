"""Names of the glossary's fields in the language of the interface."""

from PySide6.QtCore import QCoreApplication

from reader.domain.errors import QT_TRANSLATE_NOOP

_FIELDS = {
    "agriculture": QT_TRANSLATE_NOOP("fields", "Agriculture and the countryside"),
    "culture": QT_TRANSLATE_NOOP("fields", "Culture and history"),
    "diplomacy": QT_TRANSLATE_NOOP("fields", "Diplomacy"),
    "economy": QT_TRANSLATE_NOOP("fields", "Economy"),
    "environment": QT_TRANSLATE_NOOP("fields", "Environment"),
    "finance": QT_TRANSLATE_NOOP("fields", "Finance"),
    "government": QT_TRANSLATE_NOOP("fields", "Government and law"),
    "hktwmacao": QT_TRANSLATE_NOOP("fields", "Hong Kong, Macao, Taiwan"),
    "ideology": QT_TRANSLATE_NOOP("fields", "Guiding thought"),
    "news": QT_TRANSLATE_NOOP("fields", "Language of the news"),
    "party": QT_TRANSLATE_NOOP("fields", "The Party"),
    "phrases": QT_TRANSLATE_NOOP("fields", "Set phrases and metaphors"),
    "regions": QT_TRANSLATE_NOOP("fields", "Regions and cities"),
    "security": QT_TRANSLATE_NOOP("fields", "Defence and security"),
    "society": QT_TRANSLATE_NOOP("fields", "Society"),
    "technology": QT_TRANSLATE_NOOP("fields", "Science and technology"),
}


def field_name(field: str) -> str:
    """What to call a field; one of the reader's own is called as it is."""
    known = _FIELDS.get(field)
    return field if known is None else QCoreApplication.translate("fields", known)
