"""Runs ``xidu`` in a process of its own and answers questions about its window.

``driven.py FD [ARGUMENTS…]``: the program starts exactly as its command does; ``FD`` is an
open socket. A test
moves the real mouse and types real keys (xdotool); here it only asks what is to be seen.
A question is one line of JSON, ``{"ask": EXPRESSION}`` or ``{"until": EXPRESSION, "ms": N}``,
evaluated on the GUI thread with ``window`` in scope; the answer is one line of JSON.
"""

import json
import socket
import sys
import threading
import time
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from reader.domain.places import Span

_STEP = 20
"""Milliseconds between two evaluations of an expression that is waited for."""


def texts(widget: QWidget) -> list[str]:
    """Everything that a visible widget and the labels and cards inside it say."""
    from reader.ui.card.view import CardView

    if not widget.isVisible():
        return []
    said = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    cards = [*([widget] if isinstance(widget, CardView) else []), *widget.findChildren(CardView)]
    return said + [line for card in cards if card.isVisible() for line in card.lines()]


class Answers(QObject):
    """Evaluates questions on the GUI thread; they come from the thread of the socket."""

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer)

    def _answer(self, question: dict[str, Any], reply: Any) -> None:
        deadline = time.monotonic() + question.get("ms", 0) / 1000
        self._try(question.get("ask") or question["until"], "until" in question, deadline, reply)

    def _try(self, expression: str, wait: bool, deadline: float, reply: Any) -> None:
        try:
            value = eval(expression, self._scope())
        except Exception as error:
            value = None
            if not wait or time.monotonic() > deadline:
                reply({"error": repr(error)})
                return
        if wait and not value and time.monotonic() <= deadline:
            QTimer.singleShot(_STEP, lambda: self._try(expression, wait, deadline, reply))
            return
        reply({"value": value})

    @staticmethod
    def _scope() -> dict[str, Any]:
        windows = [w for w in QApplication.topLevelWidgets() if w.inherits("QMainWindow")]
        window: Any = next(w for w in windows if w.isVisible())

        def where(text: str) -> list[int]:
            """Middle of the first place in sight that reads ``text``, on the screen."""
            view = window.article
            for index in view.visible_paragraphs():
                at = window.reading.text.paragraph(index).text.find(text)
                if at >= 0:
                    box = view.rectangle_of(Span(index, at, at + len(text)))
                    if not box.isEmpty() and view.viewport().rect().contains(box.center()):
                        middle = view.viewport().mapToGlobal(box.center())
                        return [middle.x(), middle.y()]
            raise LookupError(text)

        def edges(text: str) -> list[list[int]]:
            """Both ends of the first place in sight that reads ``text``, on the screen."""
            x, y = where(text)
            for index in window.article.visible_paragraphs():
                at = window.reading.text.paragraph(index).text.find(text)
                if at >= 0:
                    half = window.article.rectangle_of(Span(index, at, at + len(text))).width() // 2
                    return [[x - half + 2, y], [x + half - 2, y]]
            raise LookupError(text)

        def inside(card: Any, word: str) -> list[int]:
            """Middle of a word that stands in a card, on the screen."""
            for found in card.targets():
                target = found[3]
                if target.around[target.start : target.end] == word:
                    middle = card.mapToGlobal(card._rectangles(found)[0].center().toPoint())
                    return [middle.x(), middle.y()]
            raise LookupError(word)

        def centre(widget: QWidget) -> list[int]:
            """Middle of a widget on the screen."""
            middle = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
            return [middle.x(), middle.y()]

        def words(text: str) -> list[str]:
            """The words that the first place in sight of ``text`` consists of."""
            for index in window.article.visible_paragraphs():
                line = window.reading.text.paragraph(index).text
                at = line.find(text)
                if at >= 0:
                    found = window.reading.text.words(index)
                    end = at + len(text)
                    return [line[w.start : w.end] for w in found if w.start < end and at < w.end]
            raise LookupError(text)

        def gap(dialog: Any, after: str) -> QWidget:
            """The boundary in front of a character in the dialog of corrections."""
            wanted = f" and {after}"
            found: QWidget = next(
                g for g in dialog.strip.gaps if g.accessibleName().endswith(wanted)
            )
            return found

        return {
            "QDialog": QDialog,
            "app": QApplication,
            "edges": edges,
            "words": words,
            "gap": gap,
            "window": window,
            "texts": texts,
            "where": where,
            "inside": inside,
            "centre": centre,
        }


def listen(descriptor: int, answers: Answers) -> None:
    """Answer what comes through a socket, line by line."""
    with socket.socket(fileno=descriptor) as connection:
        stream = connection.makefile("rw", encoding="utf-8")
        for line in stream:
            ready = threading.Event()
            box: list[Any] = []

            def reply(value: Any, box: list[Any] = box, ready: threading.Event = ready) -> None:
                box.append(value)
                ready.set()

            answers.asked.emit(json.loads(line), reply)
            ready.wait()
            stream.write(json.dumps(box[0], ensure_ascii=False, default=str) + "\n")
            stream.flush()


def main() -> int:
    """Start the program with a listening thread beside it."""
    from reader.__main__ import main as xidu
    from reader.ui import application

    make = application.make_application
    kept: list[Answers] = []

    def made() -> QApplication:
        result = make()
        kept.append(Answers())
        threading.Thread(target=listen, args=(descriptor, kept[0]), daemon=True).start()
        return result

    descriptor = int(sys.argv[1])
    application.make_application = made
    sys.argv = ["xidu", *sys.argv[2:]]
    return xidu()


if __name__ == "__main__":
    sys.exit(main())
