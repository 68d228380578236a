"""Check the made-up figures: whole, plausible, and judged as the model report of month 10/2026 reads."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import TypeVar

import pytest

import resources
from importers.plan_files import load_plan
from importers.sample_files import Sample, read_sample, samples
from models.actuals import Actual, FigureState, Progress
from models.calendars import Span, bounds, holidays, spans_of_year
from models.errors import NotFound
from models.evaluation import Evaluation, Verdict, evaluate
from models.progress import DONE_STATES, TaskState, TaskStatus, status
from models.schedules import StageKind, stages
from models.shown import figure_text, fraction_text

PLAN = load_plan("thuan-chau")
SAMPLE: Sample = read_sample("thuan-chau")
MONTHS = spans_of_year("month", 2026)
SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = MONTHS[8:]
NO_OCCURRENCE = "-"
Record = TypeVar("Record", Actual, Progress)


def of(key: str, records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(record for record in records if record.row_key == key)


def figure(key: str, month: Span) -> Actual:
    (found,) = (record for record in of(key, SAMPLE.figures) if (record.start, record.as_of) == days(month))
    return found


def days(month: Span) -> tuple[date, date]:
    return bounds(month, "calendar")


@cache
def verdicts(month: Span) -> dict[str, Evaluation]:
    start, closing = days(month)
    return {
        row.key: evaluate(row, of(row.key, SAMPLE.figures), start, closing, PLAN.milestones)
        for row in PLAN.indicators()
    }


@cache
def statuses(month: Span) -> dict[str, TaskStatus]:
    columns, closing = PLAN.schedule_columns, days(month)[1]
    return {row.key: status(row, stages(row, columns), of(row.key, SAMPLE.progress), closing) for row in PLAN.tasks()}


def counts(month: Span) -> tuple[Counter[Verdict], Counter[TaskState]]:
    verdict_counts = Counter(found.verdict for found in verdicts(month).values())
    return verdict_counts, Counter(found.state for found in statuses(month).values())


def with_target(year: int) -> list[str]:
    return [row.key for row in PLAN.indicators() if year in row.targets]


def test_every_judged_row_has_a_record_of_every_month() -> None:
    judged = with_target(2030)
    assert len(judged) == 29
    for key in judged:
        recorded = {(record.start, record.as_of) for record in of(key, SAMPLE.figures) if record.start.year == 2026}
        assert recorded == {days(month) for month in MONTHS}, key


def test_last_year_s_targets_have_a_figure_of_its_last_month_and_rows_not_begun_none() -> None:
    before = {record.row_key for record in SAMPLE.figures if record.start.year == 2025}
    assert before == set(with_target(2025))
    not_begun = {row.key for row in PLAN.indicators()} - set(with_target(2025)) - set(with_target(2030))
    assert not_begun == {"ct-I.2", "ct-II.5.5", "ct-III.6", "ct-IV.2"}
    assert not [record for record in SAMPLE.figures if record.row_key in not_begun]


def test_month_10_is_judged_as_the_model_reads() -> None:
    found, _ = counts(OCTOBER)
    assert found[Verdict.REACHED] + found[Verdict.EXCEEDED] == 11
    assert (found[Verdict.UNDER_WAY], found[Verdict.BELOW], found[Verdict.NO_FIGURE]) == (14, 3, 1)
    assert (found[Verdict.NOT_BEGUN], found[Verdict.ENDED_REACHED], found[Verdict.ENDED_MISSED]) == (4, 6, 2)
    below = {key for key, one in verdicts(OCTOBER).items() if one.verdict is Verdict.BELOW}
    assert below == {"ct-II.5.4", "ct-V.3", "ct-V.4"}


def test_tasks_of_month_10_stand_as_the_model_reads() -> None:
    _, found = counts(OCTOBER)
    assert found == {
        TaskState.DONE_IN_TIME: 9,
        TaskState.DONE_LATE: 1,
        TaskState.DONE: 4,
        TaskState.IN_TIME: 18,
        TaskState.CONTINUOUS: 11,
        TaskState.WAITING: 4,
        TaskState.OVERDUE: 1,
    }
    done = [one for one in statuses(OCTOBER).values() if one.state in DONE_STATES and one.occurrence]
    assert sum(one.occurrence is not None and one.occurrence.stage.kind is StageKind.YEARLY for one in done) == 8


def test_figures_that_the_model_cites() -> None:
    scanned, trained = figure("ct-V.4", OCTOBER), figure("ct-II.3", OCTOBER)
    assert [fraction_text(one) for one in (scanned, trained)] == ["1.452/1.710", "92/92"]
    assert fraction_text(figure("ct-II.3", SEPTEMBER)) == "88/92"
    assert scanned.difficulty == "máy quét hỏng từ ngày 06/10"
    rows = {row.key: row for row in PLAN.indicators()}
    cited = [("ct-I.1", SEPTEMBER), ("ct-I.1", OCTOBER), ("ct-V.4", SEPTEMBER)]
    assert [figure_text(rows[key], figure(key, month)) for key, month in cited] == ["28,5", "32,5", "96,8"]
    insured = figure("ct-II.5.3", OCTOBER)
    assert insured.state is FigureState.NOT_REPORTED
    assert insured.note == "UBND xã đã đề nghị BHXH cơ sở Thuận Châu cung cấp"


def test_overdue_task_says_why_and_when_it_will_be_done() -> None:
    late = statuses(OCTOBER)["nv-II.4"]
    assert (late.state, late.deadline) == (TaskState.OVERDUE, date(2026, 9, 30))
    assert late.record is not None
    assert late.record.percent == 70
    assert late.record.difficulty
    assert late.record.next_step == "phấn đấu hoàn thành trước ngày 30/11/2026"


def test_what_was_left_from_2025_is_owed_until_month_11() -> None:
    owing = [{key for key, one in statuses(month).items() if one.debts} for month in MONTHS]
    assert owing == [{"nv-VIII.2.2"}] * 10 + [set()] * 2


def test_last_months_recover_and_leave_a_little_undone() -> None:
    assert verdicts(NOVEMBER)["ct-V.4"].verdict is Verdict.UNDER_WAY
    assert TaskState.OVERDUE not in counts(NOVEMBER)[1]
    rounds = {key for key, one in statuses(DECEMBER).items() if one.occurrence and one.occurrence.id == "2026"}
    undone = {key for key in rounds if statuses(DECEMBER)[key].state not in DONE_STATES}
    assert undone == {"nv-I.4.4", "nv-IX.1.1"}


def test_no_part_is_greater_than_its_whole() -> None:
    ratios = [record for record in SAMPLE.figures if record.denominator is not None]
    assert ratios
    assert all(record.numerator is not None and record.numerator <= (record.denominator or 0) for record in ratios)


def test_every_kind_of_record_occurs() -> None:
    states = {record.state for record in SAMPLE.figures}
    assert states == set(FigureState)
    assert any(record.estimate for record in SAMPLE.figures)
    assert any(record.proposal for record in SAMPLE.figures)
    assert any(record.proposal and record.difficulty for record in SAMPLE.progress)


def test_progress_belongs_to_an_occurrence_that_the_plan_has() -> None:
    for row in PLAN.tasks():
        own = stages(row, PLAN.schedule_columns)
        known = {stage.id for stage in own if stage.kind is not StageKind.YEARLY} or {NO_OCCURRENCE}
        known |= {str(year) for stage in own if stage.kind is StageKind.YEARLY for year in (2025, 2026)}
        assert {record.occurrence for record in of(row.key, SAMPLE.progress)} <= known, row.key


def test_all_records_name_rows_of_the_plan() -> None:
    assert {record.row_key for record in SAMPLE.figures} <= {row.key for row in PLAN.indicators()}
    assert {record.row_key for record in SAMPLE.progress} == {row.key for row in PLAN.tasks()}


def test_documents_are_dated_on_working_days_of_their_month() -> None:
    dated = [record for record in SAMPLE.progress if record.deliverable_date]
    assert all(record.deliverable_date and holidays().is_working_day(record.deliverable_date) for record in dated)
    this_year = [record for record in dated if record.start.year == 2026]
    assert all(record.start <= (record.deliverable_date or date.min) <= record.as_of for record in this_year)
    assert {record.start.month for record in this_year} == set(range(1, 13))


def test_document_numbers_rise_with_their_dates() -> None:
    dated = {(record.deliverable_date, record.deliverable_number) for record in SAMPLE.progress}
    by_symbol: dict[tuple[str, int], list[tuple[date, int]]] = {}
    for day, number in dated:
        if day is not None:
            count, _, symbol = number.partition("/")
            by_symbol.setdefault((symbol, day.year), []).append((day, int(count)))
    for series in by_symbol.values():
        assert [number for _, number in sorted(series)] == sorted(number for _, number in series)


def test_every_month_has_the_officer_s_words() -> None:
    assert list(SAMPLE.words) == [f"bao-cao-thang/{month.key}" for month in MONTHS]
    for sections in SAMPLE.words.values():
        assert list(sections) == ["I", "III", "IV", "V"]
        assert all(1 <= len(text.splitlines()) <= 3 and text.strip() == text for text in sections.values())


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: month.key)
def test_words_cite_only_figures_of_their_month_and_documents_on_record(month: Span) -> None:
    words = " ".join(SAMPLE.words[f"bao-cao-thang/{month.key}"].values())
    closing = days(month)[1]
    rows = {row.key: row for row in PLAN.indicators()}
    shown = {figure_text(rows[one.row_key], one) for one in SAMPLE.figures if one.as_of == closing}
    shown |= {str(one.percent) for one in SAMPLE.progress if one.as_of <= closing and one.percent is not None}
    assert set(re.findall(r"(\d+(?:,\d+)?)%", words)) <= shown
    on_record = {one.deliverable_number for one in SAMPLE.progress if one.as_of <= closing}
    on_record |= set(re.findall(r"số (\d+/\S+)", " ".join(one.text for one in SAMPLE.figures if one.as_of <= closing)))
    assert set(re.findall(r"số (\d+/[^\s,;.)]+)", words)) <= on_record


def test_every_text_is_in_nfc() -> None:
    assert unicodedata.is_normalized("NFC", resources.read_text("samples/thuan-chau.json"))


def test_plan_without_made_up_figures_is_named() -> None:
    assert "thuan-chau" in samples()
    with pytest.raises(NotFound, match="“nowhere” không có số liệu minh họa"):
        read_sample("nowhere")
