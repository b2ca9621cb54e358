"""An open text: paragraphs and words as the view asks for them, a page at a time.

Only what was asked for last is held, so that a book of any length takes no more memory
than a short one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from reader.domain.document import Outline, Paragraph, ParagraphKind, Repair, Shape
from reader.domain.portions import Portions, bounds, portion_count, portion_of
from reader.domain.words import Word, terms_among

if TYPE_CHECKING:
    from reader.domain.overlay import Overlay, Rule
    from reader.domain.ports import Analyses, Library
    from reader.domain.termlayer import TermLayer

_PAGE = 8
"""Paragraphs read from the library at once."""

_PAGES = 64
"""Pages held."""

_WORDS = 512
"""Portions whose words are held."""

_FORMS = 500
"""Forms of terms that are looked for; of more it is quicker to ask for all words anew."""

_GONE = Paragraph(ParagraphKind.BODY, "")
"""What is read behind the end of a text that has just been given a shorter version."""

EVERYWHERE, AS_TERM = 0, -1
"""Instead of the id of a text: all of them, and all of them where it stands as a term."""

ONE_PASS = 2 * _PAGE
"""As many as reading a text once from end to end needs."""


class Overlaid:
    """The reader's terms and corrections, laid over whatever words are fetched, in all texts.

    ``load`` reads the corrections; it is asked when they are first needed and after each change.
    ``terms`` gives the terms there are now. Any thread may fetch words meanwhile: they come by
    what was there before or after.
    """

    def __init__(
        self,
        load: Callable[[], Overlay | None],
        terms: Callable[[], TermLayer | None] = lambda: None,
    ) -> None:
        self._load = load
        self._terms = terms
        self._now: Overlay | None = None
        self._loaded = False

    @property
    def now(self) -> Overlay | None:
        """The corrections there are, if there are any."""
        if not self._loaded:
            self.renew()
        return self._now

    def renew(self) -> None:
        """Read them again."""
        self._now = self._load()
        self._loaded = True

    @property
    def state(self) -> tuple[TermLayer | None, Overlay | None]:
        """What is laid over words now; equal as long as nothing has changed."""
        return self._terms(), self.now

    def readings(self) -> dict[tuple[int, str], str]:
        """What is read otherwise than the analyser thinks: where, and what is written.

        Where is a text, ``EVERYWHERE``, or ``AS_TERM``. The values differ where readings do.
        """
        layer, overlay = self._terms(), self.now
        found: dict[tuple[int, str], str] = {}
        if layer is not None:
            found |= {(AS_TERM, form): pinyin for form, pinyin in layer.readings.items()}
        for rule in () if overlay is None else overlay.rules():
            key = EVERYWHERE if rule.document is None else rule.document, rule.quote
            found[key] = f"{found.get(key, '')} {rule.words!r} {rule.span!r}"
        return found

    def words(
        self,
        words: tuple[Word, ...] | None,
        text: str,
        document: int | None = None,
        paragraph: int = 0,
        start: int = 0,
    ) -> tuple[Word, ...] | None:
        """Words as the reader wants them: see :meth:`reader.domain.overlay.Overlay.applied`."""
        if not words:
            return words
        words, overlay = self.with_terms(words, text, start), self.now
        if overlay is None:
            return words
        return overlay.applied(words, text, document, paragraph, start)

    def holding(self, forms: Iterable[str]) -> Callable[[str], bool]:
        """Tells of a text whether one of these forms of terms may stand in it."""
        layer = self._terms()
        return (lambda _: True) if layer is None else layer.holding(forms)

    def with_terms(self, words: tuple[Word, ...], text: str, start: int = 0) -> tuple[Word, ...]:
        """Words with the reader's terms among them, not corrected."""
        layer = self._terms()
        return words if layer is None else layer.applied(words, text, start)


UNCORRECTED = Overlaid(lambda: None)
"""Words as the analyser gave them."""


class OpenText:
    """One text of the library, open for reading. Raises DocumentUnknown when it is not there.

    It holds the words of ``held`` portions: few for what is read once from end to end.
    """

    def __init__(
        self,
        library: Library,
        analyses: Analyses,
        identifier: int,
        held: int = _WORDS,
        overlaid: Overlaid = UNCORRECTED,
    ) -> None:
        self._held = held
        self._overlaid = overlaid
        self._library = library
        self._analyses = analyses
        self.id = identifier
        self._pages: OrderedDict[int, list[Paragraph]] = OrderedDict()
        self._words: OrderedDict[tuple[int, int], tuple[Word, ...]] = OrderedDict()
        self._repairs: list[Repair] | None = None
        self.title = library.title(identifier)
        self.outline: Outline = library.outline(identifier)
        self._shape = library.shape(identifier)

    @property
    def shape(self) -> Shape:
        """Kind and length in code points of every paragraph."""
        return self._shape

    @property
    def repairs(self) -> list[Repair]:
        """Every repair that mending made."""
        if self._repairs is None:
            self._repairs = self._library.repairs(self.id)
        return self._repairs

    def paragraph(self, index: int) -> Paragraph:
        """One paragraph by document-wide index."""
        number, at = divmod(index, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read_page(number)
        else:
            self._pages.move_to_end(number)
        return page[at] if at < len(page) else _GONE

    def words(self, index: int) -> tuple[Word, ...]:
        """Its words, or none while it has not been analysed."""
        count = portion_count(self._shape.lengths[index])
        if count == 1:
            return self._portion(index, 0)
        parts = [self._portion(index, portion) for portion in range(count)]
        return tuple(word for part in parts for word in part) if all(parts) else ()

    def words_at(self, index: int, offset: int) -> tuple[Word, ...]:
        """The words around a character: of its portion where the paragraph is very long."""
        if portion_count(self._shape.lengths[index]) == 1:
            return self._portion(index, 0)
        return self._portion(index, portion_of(self.paragraph(index).text, offset))

    def texts(self) -> list[str]:
        """The text of every paragraph."""
        return [self.paragraph(index).text for index in range(len(self._shape))]

    def unknown(self, indexes: Iterable[int]) -> list[int]:
        """Those of ``indexes`` that have text but no words yet."""
        return [i for i in indexes if self._shape.lengths[i] and not self.words(i)]

    def learn(self, places: Iterable[tuple[int, int]]) -> None:
        """Ask for the words of these portions anew: they have just been analysed."""
        for place in places:
            self._words.pop(place, None)

    def relearn_forms(self, forms: Collection[str] | None) -> list[tuple[int, int]]:
        """Ask anew for words where one of these is written, or anywhere; return their portions."""
        touched = list(self._words)
        if forms is not None and len(forms) <= _FORMS:
            may_hold = self._overlaid.holding(forms)
            touched = [at for at in touched if may_hold(self.paragraph(at[0]).text)]
        self.learn(touched)
        return touched

    def relearn(self, rules: Iterable[Rule]) -> list[tuple[int, int]]:
        """Ask anew for words that these corrections may change; return their portions."""
        wanted = list(rules)
        touched = [at for at in self._words if any(self._meets(rule, at[0]) for rule in wanted)]
        self.learn(touched)
        return touched

    def _meets(self, rule: Rule, index: int) -> bool:
        """Whether a correction may change words of a paragraph."""
        if rule.span is not None:
            return (rule.document, rule.span.paragraph) == (self.id, index)
        return rule.quote in self.paragraph(index).text

    def terms(self) -> frozenset[str]:
        """Ids of the glossary terms that are in the text, as far as it is analysed."""
        places = map(Portions(self._shape).locate, range(len(Portions(self._shape))))
        return frozenset(
            word.term for at in places for word in terms_among(self._portion(*at)) if word.term
        )

    def _portion(self, index: int, portion: int) -> tuple[Word, ...]:
        known = self._words.get((index, portion))
        if known is not None:
            self._words.move_to_end((index, portion))
            return known
        text = self.paragraph(index).text
        if portion_count(len(text)) > 1:
            start, end = bounds(text, portion)
            words = self._analyses.get_portion(text, start, end)
            self._hold(index, portion, words, text[start:end], start)
        else:
            self._read_words(index // _PAGE)
        return self._words.get((index, portion), ())

    def _read_page(self, number: int) -> list[Paragraph]:
        start, end = number * _PAGE, min((number + 1) * _PAGE, len(self._shape))
        page = self._pages[number] = self._library.paragraphs(self.id, start, end)
        if len(self._pages) > _PAGES:
            self._pages.popitem(last=False)
        return page

    def _read_words(self, number: int) -> None:
        """Read the words of all ordinary paragraphs of a page."""
        page = self._pages[number]
        short = [at for at, each in enumerate(page) if portion_count(len(each.text)) == 1]
        known = self._analyses.get([page[at].text for at in short])
        for at, words in zip(short, known, strict=True):
            self._hold(number * _PAGE + at, 0, words, page[at].text)

    def _hold(
        self, index: int, portion: int, words: tuple[Word, ...] | None, text: str, start: int = 0
    ) -> None:
        corrected = self._overlaid.words(words, text, self.id, index, start)
        self._words[index, portion] = corrected or ()
        if len(self._words) > self._held:
            self._words.popitem(last=False)
