"""Reads an exported page back, as a browser would."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The text, the readings and every tag of a page."""

    VOID = frozenset(("meta",))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []  # one a paragraph or heading of the text
        self.readings: list[tuple[str, str]] = []  # (base, what stands above it)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.declaration = ""
        self._open: list[str] = []
        self._base = ""
        self.feed(page)
        self.close()
        assert not self._open

    def handle_decl(self, decl: str) -> None:
        self.declaration = decl

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)
        if tag in {"p", "h1", "h2", "h3"} and "section" in self._open:
            self.text.append("")
        if tag == "ruby":
            self._base = ""
        if tag == "rt":
            self.readings.append((self._base, ""))
            self._base = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "rt" in self._open:
            base, reading = self.readings[-1]
            self.readings[-1] = (base, reading + data)
        elif "rp" not in self._open and {"p", "h1", "h2", "h3"} & set(self._open):
            if "section" in self._open:
                self.text[-1] += data
            if "ruby" in self._open:
                self._base += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of every tag of one name."""
        return [attributes for name, attributes in self.tags if name == tag]
