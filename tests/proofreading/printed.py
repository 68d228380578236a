"""The words of the issued text that rows must use: without body text, labels of appendices and repeated heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.text import nfc
from tests.proofreading.bodies import Body, Stretch
from tests.proofreading.words import Finding, Word, finding, place_of, texts, tokens, words_of

LABEL = re.compile(r"\s*(?:Phụ lục|PHỤ LỤC)(?: SỐ)? (?:\d+|[IVX]+)\s*(?::|$)")
MARKDOWN = "*"
BEFORE = "body before the appendices: no row"


def text_words(text: str) -> list[Word]:
    """Return the words of a text with their line numbers."""
    lines = enumerate(nfc(text).split("\n"), 1)
    return [word for number, line in lines for word in words_of(line, f"line {number}")]


def without_marks(text: str) -> tuple[list[Word], list[Finding]]:
    """Take out the labels of the appendices and the asterisks of an extraction into Markdown."""
    kept: list[Word] = []
    taken: list[Finding] = []
    for number, line in enumerate(nfc(text).split("\n"), 1):
        place, label = f"line {number}", LABEL.match(line)
        if label:
            taken.append(Finding(" ".join(tokens(label.group())), place, "label of an appendix"))
        words = words_of(line[label.end() :] if label else line, place)
        stars = [word for word in words if word.text == MARKDOWN]
        if stars:
            taken.append(finding(stars, "Markdown of the extraction"))
        kept.extend(word for word in words if word.text != MARKDOWN)
    return kept, taken


def without_body(words: Sequence[Word], body: Body) -> tuple[list[Word], list[Finding]]:
    """Take out the body text; a stretch that does not stand there in its turn is unexplained."""
    bare = texts(words)
    kept: list[Word] = []
    taken: list[Finding] = []
    at = 0
    for stretch in body.stretches:
        bounds = _bounds(stretch, bare, at)
        if bounds is None:
            taken.append(Finding(f"{stretch.begin} … {stretch.end}", "tests/proofreading/bodies.py", ""))
            continue
        begin, end = bounds
        kept.extend(words[at:begin])
        taken.append(Finding(f"{stretch.begin} … {stretch.end} ({end - begin} words)", words[begin].place, stretch.why))
        at = end
    return [*kept, *words[at:]], taken


def _bounds(stretch: Stretch, bare: Sequence[str], start: int) -> tuple[int, int] | None:
    begin = place_of(tokens(stretch.begin), bare, start)
    last = tokens(stretch.end)
    end = None if begin is None else place_of(last, bare, begin)
    return None if begin is None or end is None else (begin, end + len(last))


def without_text_before_appendices(text: str, words: Sequence[Word]) -> tuple[list[Word], list[Finding]]:
    """Take out what stands before the first appendix, for a plan whose body is not known."""
    first = next((number for number, line in enumerate(nfc(text).split("\n"), 1) if LABEL.match(line)), None)
    if first is None:
        raise SystemExit("The text has no line 'Phụ lục I', and tests/proofreading/bodies.py does not know the plan.")
    before = [word for word in words if int(word.place.split()[1]) < first]
    return list(words[len(before) :]), [finding(before, BEFORE)] if before else []


def without_heads(words: Sequence[Word], heads: Sequence[Sequence[str]]) -> tuple[list[Word], list[Finding]]:
    """Take the table heads, which are repeated on each page, out of the text's words."""
    bare = texts(words)
    kept: list[Word] = []
    taken: list[Finding] = []
    at = 0
    while at < len(words):
        head = next((h for h in heads if bare[at : at + len(h)] == list(h)), None)
        if head is None:
            kept.append(words[at])
            at += 1
        else:
            taken.append(finding(words[at : at + len(head)], "table head (repeated on each page)"))
            at += len(head)
    return kept, taken
