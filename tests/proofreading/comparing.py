"""Pair the words of the text with those of the file; the rest stands elsewhere in its row, or is unexplained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tests.proofreading.words import Finding, Word, finding, texts


def compare(text: Sequence[Word], file: Sequence[Word]) -> list[Finding]:
    """Return every stretch of words that one side has and the other has not in that place."""
    matcher = SequenceMatcher(None, texts(text), texts(file), autojunk=False)
    changes = [codes for codes in matcher.get_opcodes() if codes[0] != "equal"]
    waiting = [word for _, _, _, c, d in changes for word in file[c:d]]
    findings: list[Finding] = []
    for _, a, b, c, d in changes:
        # Around the stretch the text stands in these rows: the rest of a row that was cut in two belongs to them.
        rows = {word.row for word in (*file[max(c - 1, 0) : c], *file[d : d + 1])}
        findings.extend(_explain(text[a:b], rows, waiting))
    findings.extend(Finding(word.text, f"plan file, {word.place}", "") for word in waiting)
    return findings


def _explain(stretch: Sequence[Word], rows: set[str], waiting: list[Word]) -> Iterator[Finding]:
    """Pair a stretch of the text word by word with the file's words that still wait for theirs."""
    moved, strange = [], []
    cells: dict[str, None] = {}
    for word in stretch:
        twin = next((w for w in waiting if w.text == word.text and w.row in rows), None)
        if twin is None:
            strange.append(word)
        else:
            waiting.remove(twin)
            moved.append(word)
            cells[twin.place] = None
    if moved:
        reason = f"row cut in two by a page break or cell read in another order; used in {', '.join(cells)}"
        yield finding(moved, reason)
    if strange:
        yield finding(strange, "")
