"""Section II of any report: every count adds up to its whole, for random stores of all five plans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

import resources
from exporters.document import Paragraph
from exporters.indicator_sentences import indicator_sentences
from exporters.task_sentences import task_sentences
from models.actuals import Actual, FigureState, FigureTable, Progress, ProgressTable
from models.calendars import holidays
from models.duties import ReportingPeriod, periods_of_year
from models.facts import AnnualTarget, Extension, Facts, NoBasis, StillInForce
from models.facts import Paper as P
from models.office import default_office
from models.plan_format import plan_from_dict
from models.plans import Plan, TaskRow
from models.progress import status
from models.reports import Records, Report, build_report
from models.timing import timing

PLANS = ("thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho")
COUNT = r"(\d+) chỉ tiêu"


@lru_cache(maxsize=len(PLANS))
def plan(name: str) -> Plan:
    return plan_from_dict(resources.read_json(f"plans/{name}.json"))


@lru_cache(maxsize=len(PLANS))
def periods(name: str) -> tuple[ReportingPeriod, ...]:
    own = plan(name)
    found = [one for year in (2025, 2026, 2031) for one in periods_of_year(own.duties, year, {}, holidays())]
    return tuple(one for one in found if one.duty.direction == "outgoing")


_KINDS = ("none", "low", "high", "ratio", "words", "yes", "no", "nothing", "unreported")


def _figure(key: str, start: date, closing: date, kind: str) -> Actual:
    blank = Actual(key, start, closing)
    made = {
        "low": Actual(key, start, closing, value=Decimal(3)),
        "high": Actual(key, start, closing, value=Decimal(200)),
        "ratio": Actual(key, start, closing, numerator=Decimal(9), denominator=Decimal(10)),
        "words": Actual(key, start, closing, text="Đang làm"),
        "yes": Actual(key, start, closing, text="Xong", reached=True),
        "no": Actual(key, start, closing, text="Chưa xong", reached=False),
        "nothing": Actual(key, start, closing, state=FigureState.NOTHING_HAPPENED),
        "unreported": Actual(key, start, closing, state=FigureState.NOT_REPORTED),
    }
    return made.get(kind, blank)


def report_of(name: str, place: int, seed: int) -> Report:
    """Return the report of one of the plan's periods on a random store."""
    own, random = plan(name), Random(seed)
    period = periods(name)[place % len(periods(name))]
    figures: FigureTable = {
        row.key: (_figure(row.key, period.start, period.closing, random.choice(_KINDS)),)
        for row in own.indicators()
        if random.random() < 0.8
    }
    extra = tuple(TaskRow(f"ps-{n}", "task", str(n), None, f"Việc phát sinh {n}") for n in range(random.randrange(3)))
    facts = replace(_facts(own, period, random.randint(2, 6)), extra_tasks=extra)
    progress: ProgressTable = {
        row.key: (_progress(own, row, period, facts, random.random()),)
        for row in (*own.tasks(), *extra)
        if random.random() < 0.7
    }
    return build_report(own, period, Records(figures, progress), default_office(own), {}, facts=facts)


def _facts(own: Plan, period: ReportingPeriod, some: int) -> Facts:
    """Return facts of some rows: decisions, no basis, extensions, papers still in force."""
    rows = [row.key for row in own.indicators()]
    tasks = [row.key for row in own.tasks()]
    year = period.closing.year
    return Facts(
        annual_targets=tuple(AnnualTarget(key, year, "≥ 50%") for key in rows[::some]),
        no_basis=tuple(NoBasis(key, "chưa công bố") for key in rows[1::some]),
        extensions=tuple(Extension(key, "deadline", date(2027, 1, 1)) for key in tasks[::some]),
        still_in_force=tuple(StillInForce(key, str(year), P("1/KH")) for key in tasks[1::some]),
        declared_from=date(2026, 1, 1) if some > 3 else None,
    )


def _progress(own: Plan, row: TaskRow, period: ReportingPeriod, facts: Facts, chance: float) -> Progress:
    in_force = status(row, timing(own, row, period.closing, facts), (), period.closing, facts).occurrence
    occurrence = in_force.id if in_force else "-"
    done = True if chance < 0.4 else None
    text = "Đã triển khai" if chance < 0.8 else ""
    return Progress(row.key, occurrence, period.start, period.closing, done=done, text=text)


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return "".join(run.text for run in paragraphs[0].runs)


def _counts(pattern: str, text: str) -> list[int]:
    return [int(one) for one in re.findall(pattern, text)]


any_store = given(st.sampled_from(PLANS), st.integers(0, 99), st.integers(0, 2**32))


@settings(max_examples=100, deadline=None)
@any_store
@example("quang-son", 3, 288)  # two sentences alike, one right after the other
def test_every_count_of_indicators_adds_up(name: str, place: int, seed: int) -> None:
    text = _text(indicator_sentences(report_of(name, place, seed)))
    (whole,) = _counts(r"Kế hoạch có (\d+) chỉ tiêu", text)
    judged = re.findall(rf"Trong {COUNT} có mục tiêu đến hết năm \d+, ([^.]*)\.", text)
    alike = _counts(rf"(?:Cả |\. ){COUNT} có mục tiêu đến hết năm \d+ [^.]*(?=\.)", text)
    rest = re.search(rf" (?:Có |(?=Cả {COUNT} (?:của|đều)))(\d[^.]*|Cả [^.]*)\.$", text)
    unjudged = re.sub(r"\([^()]*\)", "", rest[2]) if rest else ""
    assert whole == sum(int(count) for count, _ in judged) + sum(alike) + sum(_counts(COUNT, unjudged))
    for count, parts in judged:
        told = re.sub(r"\([^()]*\)|, trong đó \d+ chỉ tiêu vượt", "", parts)
        assert int(count) == sum(_counts(COUNT, told))
    for ended, parts in re.findall(rf"{COUNT} của năm \d+ đã kết thúc \(([^()]*\d[^()]*)\)", text):
        assert int(ended) == sum(_counts(COUNT, parts))


@settings(max_examples=100, deadline=None)
@any_store
def test_every_count_of_tasks_adds_up(name: str, place: int, seed: int) -> None:
    report = report_of(name, place, seed)
    text = _text(task_sentences(report))
    told = re.findall(r"[Tt]rong (\d+) nhiệm vụ(?: phát sinh ngoài Kế hoạch)?, ([^.]*)\.", text)
    alike = _counts(r"(?:(?<!gồm )[Cc]ả |^Kế hoạch có |\. Có |Ngoài ra, có )(\d+) nhiệm vụ", text)
    assert sum(int(whole) for whole, _ in told) + sum(alike) == len(report.tasks)
    for whole, parts in told:
        bare = re.sub(r"\([^()]*\)|, (?:gồm cả|trong đó có) \d+ nhiệm vụ hằng năm đã xong phần việc năm \d+", "", parts)
        assert int(whole) == sum(_counts(r"(\d+) nhiệm vụ", bare))
        for done, kinds in re.findall(r"có (\d+) nhiệm vụ hoàn thành \(([^()]*)\)", parts):
            assert int(done) == sum(_counts(r"\d+", kinds))
