"""A term of the reader's own, written or changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.domain.pinyin import spaced
from reader.domain.script import count_han
from reader.domain.typed import Fault, reading
from reader.ui import fonts
from reader.ui.dialogs.fitting import fit
from reader.ui.theme import SPACE

if TYPE_CHECKING:
    from reader.domain.glossary import Term
    from reader.domain.own import OwnGlossary

Read = Callable[[str], tuple[str, ...]]
"""How a text is read, nothing where that is not known."""

_BETWEEN = re.compile(r"[、，,;；\n]+")
_LINES = 3
"""Lines of an explanation that are in sight."""


class OwnTermDialog(QDialog):
    """Begins with ``draft``; Return writes what is there. ``removal_wanted`` asks to remove it."""

    removal_wanted = Signal()

    def __init__(  # noqa: PLR0913 - what it begins with, and what it asks
        self,
        draft: Term,
        glossaries: Sequence[OwnGlossary],
        chosen: str,
        read: Read,
        parent: QWidget | None = None,
        *,
        new: bool = True,
    ) -> None:
        """``chosen`` is the id of a glossary, or the name of one that is to be made."""
        super().__init__(parent)
        self.setObjectName("own_term")
        self.setWindowTitle(self.tr("Add a term") if new else self.tr("Change your term"))
        self._draft = draft
        self._glossaries = list(glossaries)
        self._read = read
        self._offered = spaced(draft.syllables) if all(draft.syllables) else ""
        self._syllables = draft.syllables
        self._make_fields(draft)
        self.glossary = QComboBox()
        self.glossary.setEditable(True)
        self.glossary.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.glossary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for one in self._glossaries:
            self.glossary.addItem(one.name, one.id)
        place = self.glossary.findData(chosen)
        self.glossary.setCurrentIndex(place)
        if place < 0:
            self.glossary.setEditText(chosen)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._arrange(new=new)
        self.headword.textEdited.connect(self._read_again)
        for field in (self.headword, self.pinyin):
            field.textChanged.connect(self._check)
        self.glossary.editTextChanged.connect(self._check)
        self._check()
        (self.english if draft.headword else self.headword).setFocus()
        fit(self)

    # --- making -----------------------------------------------------------------

    def _make_fields(self, draft: Term) -> None:
        self.headword = QLineEdit(draft.headword)
        self.headword.setFont(fonts.reading(fonts.scaled(20)))
        self.pinyin = QLineEdit(self._offered)
        self.english = QLineEdit(draft.english)
        self.explanation = self._lines(draft.explanation)
        self.chinese = self._lines(draft.chinese)
        self.variants = QLineEdit("、".join(draft.variants))
        self.variants.setPlaceholderText(self.tr("Other ways to write it, with commas between"))
        self.variants.setToolTip(
            self.tr("… stands for up to eight characters inside, …… for more: 坚持…党的领导")
        )

    @staticmethod
    def _lines(text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        margins = 2 * int(field.document().documentMargin()) + SPACE[4]
        field.setFixedHeight(_LINES * field.fontMetrics().lineSpacing() + margins)
        return field

    def _arrange(self, *, new: bool) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(SPACE[2])
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, field in (
            (self.tr("&Term"), self.headword),
            (self.tr("&Pinyin"), self.pinyin),
            (self.tr("&English"), self.english),
            (self.tr("E&xplanation"), self.explanation),
            (self.tr("In &Chinese"), self.chinese),
            (self.tr("Also &written"), self.variants),
            (self.tr("&Glossary"), self.glossary),
        ):
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", "").partition("(")[0].strip())
        buttons = QDialogButtonBox()
        kinds = QDialogButtonBox.ButtonRole
        self.save = buttons.addButton(
            self.tr("&Add") if new else self.tr("&Save"), kinds.AcceptRole
        )
        self.save.setDefault(True)
        buttons.addButton(self.tr("Cancel"), kinds.RejectRole).setAutoDefault(False)
        if not new:
            remove = buttons.addButton(self.tr("&Remove"), kinds.DestructiveRole)
            remove.setObjectName("remove")
            remove.setAutoDefault(False)
            remove.clicked.connect(self._remove)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[5], SPACE[4], SPACE[5], SPACE[4])
        column.setSpacing(SPACE[3])
        column.addLayout(form)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(fonts.scaled(460), self.sizeHint().height())

    # --- what was typed ---------------------------------------------------------

    @property
    def term(self) -> Term:
        """The term as it is to be; what is not asked here stays as it was."""
        headword = self.headword.text().strip()
        forms = (form.strip() for form in _BETWEEN.split(self.variants.text()))
        return self._draft._replace(
            headword=headword,
            syllables=self._syllables,
            english=self.english.text().strip(),
            explanation=self.explanation.toPlainText().strip(),
            chinese=self.chinese.toPlainText().strip(),
            variants=tuple(dict.fromkeys(form for form in forms if form and form != headword)),
        )

    @property
    def chosen(self) -> OwnGlossary | str:
        """The glossary, or the name of one that is to be made."""
        name = self.glossary.currentText().strip()
        return next((one for one in self._glossaries if one.name == name), name)

    def _read_again(self) -> None:
        """Offer the reading of another headword, unless one has been typed."""
        if self.pinyin.text() == self._offered:
            found = self._read(self.headword.text().strip())
            self._offered = spaced(found) if all(found) else ""
            self._draft = self._draft._replace(syllables=found)
            self.pinyin.setText(self._offered)

    def _check(self) -> None:
        fault = self._fault()
        self.save.setEnabled(not fault)
        if self.told.text() != fault:
            self.told.setText(fault)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.told, fault))

    def _fault(self) -> str:
        """Why this is no term yet; finds its syllables."""
        headword, typed = self.headword.text().strip(), self.pinyin.text().strip()
        count = count_han(headword)
        if not headword:
            return self.tr("Write the term in Chinese characters.")
        if not self.glossary.currentText().strip():
            return self.tr("Give the glossary a name.")
        if typed == self._offered and typed and len(self._draft.syllables) == count:
            self._syllables = self._draft.syllables
            return ""
        if not count:
            self._syllables = ()
            return self.tr("It has no characters that are read in pinyin.") if typed else ""
        found = reading(typed, count)
        if isinstance(found, Fault):
            return {
                Fault.NOT_PINYIN: self.tr("This is no pinyin."),
                Fault.OTHER_COUNT: self.tr("Pinyin needs one syllable for each character."),
                Fault.NO_TONES: self.tr("The pinyin has no tones yet."),
            }[found]
        self._syllables = found
        return ""

    def _remove(self) -> None:
        self.removal_wanted.emit()
        self.reject()
