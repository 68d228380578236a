"""Sentences that write themselves, the officer's words over them, and whether their figures still match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

from exporters.document import Paragraph, Run
from exporters.opening import CLOSING, END_MARK, OPENING
from exporters.own_sentences import FROM_THE_DATA, gives_way, own_sentences
from exporters.written_paragraphs import written_paragraphs
from models.report_work import WrittenOver
from models.reports import Report

STALE_MARK = " (số liệu đã thay đổi)"
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*%?")
_WORD = re.compile(rf"{_FIGURE.pattern}|\w+|\S")
_LEADING_ZERO = re.compile(r"(?<![\w.,])0(?=\d)")
# Not the zero within a figure: 6.015 is not 6.15.


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a whole list, that writes itself: its key, the heading it stands beneath, its words now.

    `text` is empty where the data no longer write it. `replaced` are the officer's words over it; they are `stale`
    when what writes itself is no longer what they replaced, and `changed` pairs its figures then and now.
    """

    key: str
    heading_id: str
    text: str
    replaced: WrittenOver | None = None
    stale: bool = False
    changed: tuple[tuple[str, str], ...] = ()


def units(report: Report) -> tuple[Unit, ...]:
    """Return all that writes itself in a report, in printed order.

    A unit that was written over and that the data no longer write (nothing is late any more) is not printed, since
    what the officer said of it holds no longer; it stands here as stale until the officer lets it go. Beneath a
    heading that is switched off, or whose place the officer's own section has taken, there are none.
    """
    shown = [numbered.heading.id for numbered in report.outline.numbered()]
    return tuple(unit for heading_id in (OPENING, *shown, CLOSING) for unit in _beneath(report, heading_id))


def stale_units(report: Report) -> tuple[Unit, ...]:
    """Return the written-over units whose figures no longer match."""
    return tuple(unit for unit in units(report) if unit.stale) if report.written_over else ()


def said_by_data(report: Report, heading_id: str) -> list[Paragraph]:
    """Return what writes itself beneath a heading as it is printed, the officer's words in place of what they replace.

    A draft says behind words that no longer match that the figures have changed; an issued form never does.
    """
    if gives_way(report, heading_id):
        return []
    found: list[Paragraph] = []
    for key, group in groupby(own_sentences(report, heading_id), key=lambda paragraph: paragraph.key):
        own = list(group)
        over = report.written_over.get(key)
        found += own if over is None else _in_place(over, stale=_is_stale(over, _text(own)), draft=report.draft)
    return found


def _beneath(report: Report, heading_id: str) -> Iterator[Unit]:
    if heading_id not in FROM_THE_DATA or gives_way(report, heading_id):
        return
    written: set[str] = set()
    for key, group in groupby(own_sentences(report, heading_id), key=lambda paragraph: paragraph.key):
        written.add(key)
        yield _unit(key, heading_id, _text(group), report.written_over.get(key))
    for key, over in report.written_over.items():
        if key not in written and key.partition("/")[0] == heading_id:
            yield _unit(key, heading_id, "", over)


def _unit(key: str, heading_id: str, text: str, over: WrittenOver | None) -> Unit:
    if over is None or not _is_stale(over, text):
        return Unit(key, heading_id, text, over)
    return Unit(key, heading_id, text, over, stale=True, changed=tuple(_changed(over.over, text)))


def _text(paragraphs: Iterable[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


def _is_stale(over: WrittenOver, text: str) -> bool:
    """Tell whether more changed than how counts are written (05, 5)."""
    return _LEADING_ZERO.sub("", over.over) != _LEADING_ZERO.sub("", text)


def _in_place(over: WrittenOver, *, stale: bool, draft: bool) -> Sequence[Paragraph]:
    paragraphs = written_paragraphs(over.text, over.key, stale=stale)
    if not paragraphs:
        return paragraphs
    last = _ended(paragraphs[-1]) if over.key == CLOSING else paragraphs[-1]
    if stale and draft:
        last = replace(last, runs=(*last.runs, Run(STALE_MARK, italic=True)))
    return [*paragraphs[:-1], last]


def _ended(last: Paragraph) -> Paragraph:
    """End a paragraph with the mark that ends an official text, whatever stop the officer typed."""
    *before, run = last.runs
    return replace(last, runs=(*before, replace(run, text=run.text.rstrip(" ./") + END_MARK)))


def _changed(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Yield the figures that changed, each as it was and as it is; one of both may be missing."""
    old, new = (_WORD.findall(_LEADING_ZERO.sub("", text)) for text in (before, now))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, first, last, new_first, new_last in matcher.get_opcodes():
        was, has_become = (_figures(words) for words in (old[first:last], new[new_first:new_last]))
        if was != has_become:
            yield from zip_longest(was, has_become, fillvalue="")


def _figures(words: Iterable[str]) -> list[str]:
    return [word for word in words if _FIGURE.fullmatch(word)]
