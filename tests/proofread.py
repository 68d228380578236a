"""Show that the plan file uses each word of the appendices' text once: `python -m tests.proofread PLAN [TEXT]`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from importers.plan_files import load_plan
from models.errors import AppError
from models.plans import Correction, IndicatorRow, Plan, TaskRow
from models.text import nfc

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "plans"
APPENDICES = re.compile(r"^Phụ lục I\s*$.*", re.MULTILINE | re.DOTALL)
TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark and where it stands: a line of the text, or a cell (and its row) of the plan file."""

    text: str
    place: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of words that the text and the file do not share in place, and why (empty: unexplained)."""

    words: str
    place: str
    reason: str


def words_of(text: str, place: str, row: str = "") -> list[Word]:
    """Cut a text into words and single marks, so that line breaks and spaces do not count."""
    return [Word(token, place, row) for token in TOKEN.findall(nfc(text))]


def text_words(text: str) -> list[Word]:
    """Return the words of both appendices with their line numbers."""
    found = APPENDICES.search(nfc(text))
    if found is None:
        raise SystemExit("The text has no line 'Phụ lục I'.")
    first = nfc(text)[: found.start()].count("\n") + 1
    lines = found.group().split("\n")
    return [word for number, line in enumerate(lines, first) for word in words_of(line, f"line {number}")]


def heads_of(plan: Plan) -> list[tuple[str, ...]]:
    """Return the words of each appendix's table head: the upper row, then the titles under a common one."""
    heads = []
    for layout in plan.layouts.values():
        titles = [column.title.split("|") for column in layout.columns]
        upper = dict.fromkeys(parts[0] for parts in titles)
        lower = [parts[1] for parts in titles if len(parts) > 1]
        heads.append(tuple(TOKEN.findall(" ".join([*upper, *lower]))))
    return [head for head in heads if head]


def file_words(plan: Plan) -> Iterator[Word]:
    """Yield the file's words in printed order."""
    parts: tuple[tuple[str, str, Sequence[IndicatorRow | TaskRow]], ...] = (
        ("Phụ lục I", "indicators", plan.indicator_rows),
        ("Phụ lục II", "tasks", plan.task_rows),
    )
    for at, (label, layout, rows) in enumerate(parts):
        title = plan.layouts[layout].title if layout in plan.layouts else ""
        note = "".join(plan.document.appendix_notes[at : at + 1])
        yield from words_of(f"{label} {title} {note}", label, label)
        for row in rows:
            for field, text in _cells(plan, row):
                place = f"{row.key} {field}"
                yield from words_of(_unmend(plan.corrections, place, text), place, row.key)


def _cells(plan: Plan, row: IndicatorRow | TaskRow) -> Iterator[tuple[str, str]]:
    """Yield a row's printed cells from left to right."""
    yield "number", row.number
    yield "name", row.name
    if isinstance(row, IndicatorRow):
        yield from ((f"targets {year}", row.targets[year]) for year in plan.milestones if year in row.targets)
        yield "lead", row.lead
        yield "coordinating", row.coordinating
        return
    yield "lead", row.lead
    yield "coordinating", row.coordinating
    yield "deliverable", row.deliverable
    columns = [column.id for column in plan.schedule_columns]
    yield from ((f"schedule {column}", row.schedule[column]) for column in columns if column in row.schedule)
    yield "note", row.note


def _unmend(corrections: Iterable[Correction], place: str, text: str) -> str:
    """Put a mended word back as it was printed, so that only the list of corrections explains it."""
    for correction in corrections:
        if correction.where == place:
            text = text.replace(correction.used, correction.printed, 1)
    return text


def mends(plan: Plan) -> list[Finding]:
    """List the corrections; one that names no cell with its words explains nothing."""
    cells = {f"{row.key} {field}": text for row in plan.rows() for field, text in _cells(plan, row)}
    return [
        Finding(c.printed, c.where, f"mended to “{c.used}”: {c.why}" if c.used in cells.get(c.where, "") else "")
        for c in plan.corrections
    ]


def without_heads(words: list[Word], heads: list[tuple[str, ...]]) -> tuple[list[Word], list[Finding]]:
    """Take the repeated table heads out of the text's words."""
    kept: list[Word] = []
    taken: list[Finding] = []
    at = 0
    while at < len(words):
        head = next((h for h in heads if tuple(w.text for w in words[at : at + len(h)]) == h), None)
        if head is None:
            kept.append(words[at])
            at += 1
        else:
            taken.append(Finding(" ".join(head), words[at].place, "table head (repeated on each page)"))
            at += len(head)
    return kept, taken


def compare(text: list[Word], file: list[Word]) -> list[Finding]:
    """Pair the words of both sides; what is left over stands elsewhere in its own row, or is unexplained."""
    matcher = SequenceMatcher(None, [w.text for w in text], [w.text for w in file], autojunk=False)
    changes = [codes for codes in matcher.get_opcodes() if codes[0] != "equal"]
    waiting = [word for _, _, _, c, d in changes for word in file[c:d]]
    findings: list[Finding] = []
    for _, a, b, c, d in changes:
        # Around the stretch the text stands in these rows: the rest of a row that was cut in two belongs to them.
        rows = {word.row for word in (*file[max(c - 1, 0) : c], *file[d : d + 1])}
        findings.extend(_explain(text[a:b], rows, waiting))
    findings.extend(Finding(word.text, f"plan file, {word.place}", "") for word in waiting)
    return findings


def _explain(stretch: list[Word], rows: set[str], waiting: list[Word]) -> Iterator[Finding]:
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
        yield _finding(moved, reason)
    if strange:
        yield _finding(strange, "")


def _finding(words: list[Word], reason: str) -> Finding:
    return Finding(" ".join(word.text for word in words), words[0].place, reason)


def proofread(plan: Plan, text: str) -> list[Finding]:
    """Return everything of the two appendices that is not used once, in place, by the plan file."""
    words, heads = without_heads(text_words(text), heads_of(plan))
    return [*heads, *mends(plan), *compare(words, list(file_words(plan)))]


def main(arguments: Sequence[str]) -> int:
    """Print the findings; 1 when a word is unexplained, 2 for a wrong call."""
    if not 1 <= len(arguments) <= 2:
        print("Usage: python3 dev.py proofread PLAN [TEXT]")
        return 2
    path = Path(arguments[1]) if len(arguments) == 2 else TEXTS / f"{arguments[0]}.txt"
    if not path.is_file():
        print(f"No text of the plan at {path}. Name it: python3 dev.py proofread {arguments[0]} TEXT")
        return 2
    try:
        plan = load_plan(arguments[0])
    except AppError as error:
        print(error.sentence)
        return 2
    text = path.read_text(encoding="utf-8")
    return _print(proofread(plan, text), len(text_words(text)))


def _print(findings: Sequence[Finding], words: int) -> int:
    """Print the findings and their sum; 1 when one of them has no reason."""
    for finding in findings:
        print(f"{finding.place}: {finding.words}\n    {finding.reason or 'UNEXPLAINED'}")
    unexplained = sum(not finding.reason for finding in findings)
    print(f"{words} words read, {len(findings)} findings, {unexplained} unexplained.")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
