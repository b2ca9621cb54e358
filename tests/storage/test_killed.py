"""``kill -9`` of a writing process: what was acknowledged is there, and half a thing never is."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.domain.document import Decisions
from reader.storage.corrections import CorrectionStore
from reader.storage.database import open_database
from reader.storage.known_words import KnownWordStore
from reader.storage.library import LibraryStore
from reader.storage.marks import MarkStore
from reader.storage.own_terms import OwnStore
from tests.storage.samples import Clock, document, source

ROUNDS = 20

NOTES = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.domain.marks import Anchor, Span
from reader.storage.database import open_database
from reader.storage.marks import MarkStore
marks = MarkStore(open_database(Path(sys.argv[1])))
anchor = Anchor(Span(0, 0, 1), "题", "", "")
while True:
    note = marks.add_note(1, anchor, "一条笔记" * 200, ["t"], datetime.now(UTC))
    print(note.id, flush=True)
"""

TEXTS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.domain.document import *
from reader.storage.database import open_database
from reader.storage.library import LibraryStore
library = LibraryStore(open_database(Path(sys.argv[1])), lambda: datetime.now(UTC))
paragraphs = tuple(Paragraph(ParagraphKind.BODY, "中国经济稳中向好。" * 50) for _ in range(1500))
text = Document("书", (Section("一", paragraphs),))
for number in range(10**9):
    print(number, flush=True)
    data = f"{sys.argv[2]} {number}".encode()
    library.add(Source("a", data, "utf-8", data.decode()), text, Decisions())
"""


WORDS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.storage.database import open_database
from reader.storage.known_words import KnownWordStore
words = KnownWordStore(open_database(Path(sys.argv[1])))
for number in range(10**9):
    states = {f"{sys.argv[2]}-{number}-{part}": True for part in range(3)}
    words.say(states, datetime.now(UTC))
    print(number, flush=True)
"""

CORRECTIONS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.domain.corrections import Wanted
from reader.domain.overlay import NewWord
from reader.storage.corrections import CorrectionStore
from reader.storage.database import open_database
corrections = CorrectionStore(open_database(Path(sys.argv[1])))
made = []
for number in range(10**9):
    words = [Wanted((NewWord("甲乙", ("jiǎ", sys.argv[2])), NewWord(str(number)))) for _ in "xy"]
    made = corrections.swap(words, [one.id for one in made[1:]], now=datetime.now(UTC))
    print(f"{made[0].id} {made[1].id}", flush=True)
"""


OWN_TERMS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.domain.glossary import Term
from reader.domain.own import Batch, OwnGlossary, OwnTerm
from reader.storage.database import open_database
from reader.storage.own_terms import OwnStore
own, now = OwnStore(open_database(Path(sys.argv[1]))), datetime.now(UTC)
term = Term("甲乙", "甲乙", ("jiǎ", "yǐ"), "concept", "", "first and second", "", "")
gone = []
for number in range(10**9):
    mine = OwnGlossary(f"{sys.argv[2]}-{number}", "mine")
    made = [OwnTerm(own.new_id(now), mine.id, term, now, now) for _ in range(50)]
    own.apply(Batch([mine], made, gone), now)
    gone = [one.id for one in made[25:]]
    print(mine.id, flush=True)
"""


def killed_after(code: str, folder: Path, lines: int, *arguments: str) -> list[str]:
    """Run ``code``, kill it after it has printed ``lines`` lines, return every line it printed."""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder), *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        printed += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return [line.strip() for line in printed if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_every_acknowledged_note_is_there(tmp_path: Path) -> None:
    with open_database(tmp_path) as database:
        LibraryStore(database, Clock()).add(source(), document("题"), Decisions())
    numbers, acknowledged = random.Random(7), set[str]()
    for _ in range(ROUNDS):
        acknowledged.update(killed_after(NOTES, tmp_path, numbers.randint(1, 12)))
        with open_database(tmp_path) as database:
            marks = MarkStore(database)
            found = marks.notes()
            assert acknowledged <= {note.id for note in found}
            assert {note.text for note in found} == {"一条笔记" * 200}
            assert marks.damaged() == []
            assert database.problems() == []
    assert len(acknowledged) >= ROUNDS


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_words_that_were_said_to_be_known_are_there_all_or_none(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    numbers, acknowledged = random.Random(9), set[str]()
    for attempt in range(ROUNDS // 2):
        said = killed_after(WORDS, tmp_path, numbers.randint(1, 12), str(attempt))
        acknowledged.update(f"{attempt}-{number}" for number in said)
        with open_database(tmp_path) as database:
            found = KnownWordStore(database).all()
            groups = {word.rpartition("-")[0] for word in found}
            assert acknowledged <= groups
            assert len(found) == 3 * len(groups)
            assert database.problems() == []
    assert len(acknowledged) >= ROUNDS // 2


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_corrections_come_as_others_go_all_or_none(tmp_path: Path) -> None:
    """Each round keeps the first of two and puts the second one of the round before away."""
    open_database(tmp_path).close()
    numbers, kept = random.Random(10), set[str]()
    for attempt in range(ROUNDS // 2):
        lines = killed_after(CORRECTIONS, tmp_path, numbers.randint(1, 12), str(attempt))
        kept.update(line.split()[0] for line in lines)
        with open_database(tmp_path) as database:
            corrections = CorrectionStore(database)
            found = {one.id for one in corrections.all()}
            assert kept <= found
            rounds = database.row("SELECT count(*) FROM corrections") or (0,)
            # Of every process the last pair is whole, of every earlier one half is away.
            assert len(found) == rounds[0] // 2 + attempt + 1
            assert corrections.damaged() == []
            assert database.problems() == []
    assert len(kept) >= ROUNDS // 2


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_own_terms_come_with_their_glossary_all_or_none(tmp_path: Path) -> None:
    """Each round makes a glossary of fifty, and puts half of the one before into the bin."""
    open_database(tmp_path).close()
    numbers, made = random.Random(11), set[str]()
    for attempt in range(ROUNDS // 2):
        made.update(killed_after(OWN_TERMS, tmp_path, numbers.randint(1, 12), str(attempt)))
        with open_database(tmp_path) as database:
            own = OwnStore(database)
            glossaries = [one.id for one in own.glossaries()]
            assert made <= set(glossaries)
            last = {g for g, h in zip(glossaries, [*glossaries[1:], "-"], strict=True)
                    if g.partition("-")[0] != h.partition("-")[0]}  # fmt: skip
            assert own.count() == {g: 50 if g in last else 25 for g in glossaries}
            assert own.damaged() == []
            assert database.problems() == []
    assert len(made) >= ROUNDS // 2


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_text_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    numbers, counts = random.Random(8), [0]
    for number in range(8):
        begun = len(killed_after(TEXTS, tmp_path, numbers.randint(1, 3), str(number)))
        with open_database(tmp_path) as database:
            library = LibraryStore(database, Clock())
            cards = library.cards()
            assert library.damaged() == []
            assert {len(library.paragraphs(card.id, 0, 9999)) for card in cards} <= {1500}
            assert database.row("SELECT count(*) FROM paragraphs") == (1500 * len(cards),)
            assert database.row("SELECT count(*) FROM sources") == (len(cards),)
        assert counts[-1] + begun - 1 <= len(cards) <= counts[-1] + begun
        counts.append(len(cards))
