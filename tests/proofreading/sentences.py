"""What the file says besides the printed words of a sentence must be that sentence's own words: parts, times, heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from models.plans import IndicatorRow, Plan
from tests.proofreading.filed import is_prose
from tests.proofreading.words import Finding, place_of, tokens

JOINTS = frozenset(["đạt", "chiếm", "và", ";", ",", "."])
JOINT_REASON = "words that join the parts of the bullet"


def check_sentences(plan: Plan, text: str) -> list[Finding]:
    """Check parts of bullets, times and leads of prose, and what the file quotes from the body."""
    return [*_parts(plan), *_taken_from_sentences(plan), *_quotations(plan, text)]


def _parts(plan: Plan) -> Iterator[Finding]:
    """Check that the parts of each bullet are made of its own words in order and leave none of them out."""
    if not is_prose(plan, "indicators"):
        return
    for row in plan.indicator_rows:
        parts = [part for part in plan.indicator_rows if part.parent == row.key and part.kind == "indicator"]
        if parts:
            yield from _bullet(tokens(row.name), row.key, parts)


def _bullet(sentence: Sequence[str], key: str, parts: Sequence[IndicatorRow]) -> Iterator[Finding]:
    used: set[int] = set()
    for part in parts:
        name = tokens(part.name)
        places = _places_in_order(name, sentence)
        if len(places) < len(name):
            yield Finding(part.name, f"plan file, {part.key} name", "")
        used.update(places)
        for year, target in part.targets.items():
            found = _target_places(tokens(target), sentence, used)
            if not found:
                yield Finding(target, f"plan file, {part.key} targets {year}", "")
            used.update(found)
    left = [word for at, word in enumerate(sentence) if at not in used]
    if left:
        yield Finding(" ".join(left), f"{key} name", JOINT_REASON if JOINTS.issuperset(left) else "")


def _places_in_order(words: Sequence[str], sentence: Sequence[str]) -> list[int]:
    """Return where words stand in a sentence in this order, longest runs first."""
    blocks = SequenceMatcher(None, list(sentence), list(words), autojunk=False).get_matching_blocks()
    return [place for at, _, size in blocks for place in range(at, at + size)]


def _target_places(words: Sequence[str], sentence: Sequence[str], used: set[int]) -> range:
    """Return where a target stands whole: its own place, or one that it shares with the part before it."""
    start, shared = 0, range(0)
    while (at := place_of(words, sentence, start)) is not None:
        found = range(at, at + len(words))
        if not used.intersection(found):
            return found
        shared, start = shared or found, at + 1
    return shared


def _taken_from_sentences(plan: Plan) -> Iterator[Finding]:
    """Check that times and leads of prose rows stand in the row's own sentence."""
    if not is_prose(plan, "tasks"):
        return
    for row in plan.tasks():
        cells = {f"schedule {column}": words for column, words in row.schedule.items()} | {"lead": row.lead}
        for field, words in cells.items():
            for piece in filter(None, words.split("; ")):
                if place_of(tokens(piece), tokens(row.name)) is None:
                    yield Finding(piece, f"plan file, {row.key} {field}", "")


def _quotations(plan: Plan, text: str) -> Iterator[Finding]:
    """Check that titles, legal bases, recipients, signer and duties stand word for word in the text."""
    printed = [word.casefold() for word in tokens(text) if word != "*"]
    document = plan.document
    quoted = {
        "document.title": [document.title],
        "document.legal_bases": document.legal_bases,
        "document.recipients": document.recipients,
        "document.signer": [document.signer],
        "document.position": document.position.split(" / "),
        "duties.as_printed": [duty.as_printed for duty in plan.duties],
        "layouts.title": [layout.title for layout in plan.layouts.values()],
    }
    for place, quotations in quoted.items():
        for words in quotations:
            wanted = [word.casefold() for word in tokens(words)]
            if wanted and place_of(wanted, printed) is None:
                yield Finding(words, f"plan file, {place}", "")
