"""Marks as a page of HTML that needs nothing else. All that a reader wrote is escaped."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from reader.domain.mark_records import MarkRecord
from reader.domain.marks import Highlight, Note, Scope

_STYLE = """
:root { color-scheme: light dark; --soft: #6b6b6b; --rule: #d8d4cc; }
body { font: 17px/1.7 "Noto Serif SC", "Source Han Serif SC", Georgia, serif; margin: 3rem auto;
  max-width: 42rem; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
article { border-top: 1px solid var(--rule); padding: 1rem 0; }
blockquote { margin: 0 0 .5rem; padding-left: .9rem; border-left: 3px solid var(--rule); }
.yellow { border-color: #c9a400; } .green { border-color: #3f8f4f; }
.blue { border-color: #3a78b8; } .pink { border-color: #c2557f; }
.words { white-space: pre-wrap; margin: 0 0 .5rem; }
footer { color: var(--soft); font-size: .85rem; }
@media (prefers-color-scheme: dark) { :root { --soft: #a8a8a8; --rule: #4a4a4a; } }
""".strip()


def lines(texts: Iterable[tuple[str, Sequence[MarkRecord]]], heading: str) -> Iterator[str]:
    """The lines of a page: texts with their marks, in order."""
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-Hans"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield f"<title>{escape(heading)}</title><style>{_STYLE}</style></head><body>"
    for title, records in texts:
        yield f"<h1>{escape(title)}</h1>"
        for section, group in groupby(records, key=_section):
            if section:
                yield f"<h2>{escape(section)}</h2>"
            for one in group:
                yield from _article(one)
    yield "</body></html>"


def _section(one: MarkRecord) -> str:
    return "" if one.mark.orphan else one.section.strip()


def _article(one: MarkRecord) -> Iterator[str]:
    mark = one.mark
    yield f'<article id="m{escape(mark.id)}">'
    quote = mark.anchor.quote
    if isinstance(mark, Note) and mark.scope is Scope.TEXT:
        quote = ""
    if isinstance(mark, Note) and mark.scope is Scope.EVERYWHERE:
        quote = mark.word
    if quote.strip():
        colour = f' class="{mark.colour.value}"' if isinstance(mark, Highlight) else ""
        yield f"<blockquote{colour}>{escape(quote)}</blockquote>"
    if one.words.strip():
        yield f'<p class="words">{escape(one.words)}</p>'
    day = f'<time datetime="{mark.created.isoformat()}">{mark.created:%Y-%m-%d}</time>'
    tags = " ".join(f"#{escape(tag)}" for tag in mark.tags)
    yield f"<footer>{one.kind.value} · {day}{' · ' + tags if tags else ''}</footer></article>"
