"""The places that can be found, and the finding: every word typed must stand in a place, diacritics or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from heapq import nsmallest
from itertools import count
from typing import TYPE_CHECKING

from models.text import fold

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod

MOST = 40
"""How many places are listed at once."""
YEARS_AROUND = 1
"""How many years before and after the present one have their periods listed."""


class Kind(Enum):
    """What is found, in the order in which equals are listed; the value is its word."""

    PAGE = "Trang"
    COMMAND = "Lệnh"
    PERIOD = "Kỳ báo cáo"
    INDICATOR = "Chỉ tiêu"
    TASK = "Nhiệm vụ"
    DOCUMENT = "Văn bản"


_RANKS = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Place:
    """One place: what it is called, what else finds it, and where it leads (a name, a row's key or a period)."""

    kind: Kind
    title: str
    target: object
    number: str = ""
    named: str = ""
    """Number and title, folded, behind a space: words are sought by their beginning."""
    searched: str = ""
    """All that finds it, in the same way."""
    title_at: int = 1
    """Where the title begins in `named`."""

    @property
    def said(self) -> str:
        """Return the line of the list."""
        return f"{self.number} · {self.title}" if self.number else self.title


def place(kind: Kind, title: str, target: object, number: str = "", also: str = "") -> Place:
    """Return a place with what it is searched by."""
    before = f" {fold(number)} " if number else " "
    named = before + fold(title)
    return Place(kind, title, target, number, named, f"{named} {fold(also)} {fold(kind.value)}", len(before))


def find(places: Sequence[Place], typed: str, most: int = MOST) -> list[Place]:
    """Return the places that hold every word typed, the nearest first; nothing typed lists pages and commands.

    Words that only stand within other words (so in sóng) count where nothing nearer is found.
    """
    words = fold(typed).split()
    if not words:
        return [own for own in places if own.kind in (Kind.PAGE, Kind.COMMAND)][:most]
    order = count()
    found = [(_nearness(own, words), _RANKS[own.kind], next(order), own) for own in _holding(places, words)]
    near = [one for one in found if one[0] < _WITHIN] or found
    return [own for *_, own in nsmallest(most, near, key=_order)]


def _order(found: tuple[int, int, int, Place]) -> tuple[int, int, int]:
    return found[:3]


_WITHIN = 5


def _holding(places: Sequence[Place], words: Sequence[str]) -> Sequence[Place]:
    """Return the places in which every word stands, the longest word sought first."""
    for word in sorted(words, key=len, reverse=True):
        places = [own for own in places if word in own.searched]
    return places


def _nearness(own: Place, words: Sequence[str]) -> int:
    """Return how far a place is from what was typed: its number, its first words, its title, what else finds it."""
    typed = " ".join(words)
    if own.named[1 : own.title_at - 1] == typed:
        return 0
    if own.named.startswith(typed, own.title_at):
        return 1
    if f" {typed}" in (own.searched if own.kind is Kind.PERIOD else own.named):
        return 2
    if all(f" {word}" in own.named for word in words):
        return 3
    return 4 if all(f" {word}" in own.searched for word in words) else _WITHIN


def of_store(desk: Desk, today: date) -> tuple[Place, ...]:
    """Read every place of the store; on the lane."""
    years = range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1)
    periods = [period for year in years for period in desk.periods(year)]
    return (*_periods(periods, today), *_rows(desk), *_documents(desk))


def _rows(desk: Desk) -> Iterator[Place]:
    labels = desk.plan.labels()
    for row in desk.plan.indicator_rows:
        yield place(Kind.INDICATOR, row.name, row.key, labels.get(row.key, row.number), f"{row.lead} {row.unit}")
    for task in (*desk.plan.task_rows, *desk.facts().extra_tasks):
        also = f"{task.lead} {task.deliverable}"
        yield place(Kind.TASK, task.name, task.key, labels.get(task.key, task.number), also)


def _periods(periods: Iterable[ReportingPeriod], today: date) -> Iterator[Place]:
    """Return the periods, those that closed last or close next first."""
    for period in sorted(periods, key=lambda own: abs((own.closing - today).days)):
        words = period.span.short()
        title = f"{words[:1].upper()}{words[1:]} · {period.duty.name}"
        yield place(Kind.PERIOD, title, period, also=f"{_in_numbers(period)} {period.span.words()} {period.span.key}")


def _in_numbers(period: ReportingPeriod) -> str:
    """Return how a month or a quarter is typed in numbers."""
    index, year = period.span.index, period.span.year
    match period.span.frequency:
        case "month":
            return f"tháng {index}/{year} {index:02d}/{year}"
        case "quarter":
            return f"quý {index}/{year} quý {index}"
    return ""


def _documents(desk: Desk) -> Iterator[Place]:
    """Return what tasks produced, the documents of direction, and the reports that were issued."""
    from models.store import report_rows

    for key, records in desk.records().progress.items():
        for number in dict.fromkeys(record.deliverable_number for record in records if record.deliverable_number):
            yield place(Kind.DOCUMENT, "sản phẩm của nhiệm vụ", key, number)
    for direction in desk.facts().directions:
        paper = direction.paper
        yield place(Kind.DOCUMENT, paper.about or "văn bản chỉ đạo", None, paper.number, direction.issuer)
    for issue in report_rows.issues(desk.store):
        yield place(Kind.DOCUMENT, f"báo cáo đã phát hành ngày {issue.date:%d/%m/%Y}", issue.period_key, issue.number)
