"""What the scopes of notes are called."""

from PySide6.QtCore import QCoreApplication

from reader.domain.marks import Scope
from reader.ui.actions import QT_TRANSLATE_NOOP

_NAMES = {
    Scope.SPAN: QT_TRANSLATE_NOOP("scopes", "The selection"),
    Scope.SENTENCE: QT_TRANSLATE_NOOP("scopes", "The sentence"),
    Scope.PARAGRAPH: QT_TRANSLATE_NOOP("scopes", "The paragraph"),
    Scope.SECTION: QT_TRANSLATE_NOOP("scopes", "The section"),
    Scope.TEXT: QT_TRANSLATE_NOOP("scopes", "The whole text"),
    Scope.EVERYWHERE: QT_TRANSLATE_NOOP("scopes", "This word everywhere"),
}

LONGEST_WORD = 12
"""Characters up to which a quote can be a word that a note is on everywhere."""


def scope_name(scope: Scope) -> str:
    """What a scope is called in the language of the interface."""
    return QCoreApplication.translate("scopes", _NAMES[scope])


def is_word(quote: str) -> bool:
    """Whether a note on a quote can be one on it everywhere."""
    return 0 < len(quote) <= LONGEST_WORD and not any(char.isspace() for char in quote)
