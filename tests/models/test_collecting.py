"""Check what is asked of whom, and how a form's answers stand to the present values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.actuals import Actual, FigureState, Progress
from models.calendars import holidays
from models.collecting import Answers, Kind, Proposal, asked_of_units, compare, lines_of
from models.duties import ReportingPeriod, find_period
from models.facts import Facts, Override, Supplier
from models.office import office_from
from models.plans import AssignmentRow, Plan, TaskRow
from models.reports import Records, Report, build_report
from tests.collecting_samples import POLICE, STATION, collecting_plan
from tests.models.store.samples import OCTOBER, PERIOD, october, progress_of_october


def period_of(plan: Plan) -> ReportingPeriod:
    return find_period(plan, "2026-10", None, {}, holidays())


def report(plan: Plan | None = None, records: Records | None = None, facts: Facts | None = None) -> Report:
    own = plan or collecting_plan()
    none = Records({}, {})
    return build_report(own, period_of(own), records or none, office_from(own, {}), {}, facts=facts or Facts())


def figures(*records: Actual) -> Records:
    found: dict[str, tuple[Actual, ...]] = {}
    for record in records:
        found[record.row_key] = (*found.get(record.row_key, ()), record)
    return Records(found, {})


def keys(own: Report, unit: str) -> list[str]:
    return [row.key for row in asked_of_units(own).get(unit, ())]


def test_a_row_says_what_the_unit_needs_to_know() -> None:
    before = Actual("ct-5g", date(2026, 9, 1), date(2026, 9, 30), numerator=Decimal(30), denominator=Decimal(95))
    row = asked_of_units(report(records=figures(before, october("32.50"))))[STATION][0]
    assert (row.section, row.label, row.measure, row.target) == ("I. Hạ tầng số", "1", "%", "≥ 50% (năm 2030)")
    assert (row.before, row.present, row.is_missing) == ("31,6 (30/95)", {"figure": "32,50"}, False)


def test_a_figure_reported_as_missing_is_still_missing() -> None:
    told = Actual("ct-5g", *OCTOBER, state=FigureState.NOT_REPORTED)
    row = asked_of_units(report(records=figures(told)))[STATION][0]
    assert (row.present, row.is_missing) == ({"figure": "Chưa báo cáo"}, True)


def test_a_task_is_asked_until_it_was_done_in_an_earlier_period() -> None:
    row = asked_of_units(report())[POLICE][-1]
    assert (row.key, row.is_task, row.target, row.before) == ("nv-kh", True, "Tháng 9/2026", "Quá hạn chưa hoàn thành")
    september = Progress("nv-kh", "deadline", date(2026, 9, 1), date(2026, 9, 30), done=True, text="Xong rồi")
    assert "nv-kh" not in keys(report(records=Records({}, {"nv-kh": (september,)})), POLICE)
    begun = replace(september, done=None)
    row = asked_of_units(report(records=Records({}, {"nv-kh": (begun,)})))[POLICE][-1]
    assert row.before == "Quá hạn chưa hoàn thành: Xong rồi"
    now = replace(progress_of_october(), done=True)
    own = asked_of_units(report(records=Records({}, {"nv-kh": (now,)})))[POLICE][-1]
    assert (own.key, own.is_missing) == ("nv-kh", False)


def test_leads_that_the_office_assigned_and_rows_outside_the_plan_are_asked() -> None:
    extra = TaskRow("ps-1", "task", "1", None, "Việc phát sinh", lead=STATION, since=date(2026, 10, 5))
    later = replace(extra, key="ps-2", since=date(2026, 11, 5))
    plan = collecting_plan()
    bare = replace(plan, indicator_rows=tuple(replace(row, lead="") for row in plan.indicator_rows))
    own = report(bare, facts=Facts(extra_tasks=(extra, later), leads={"ct-5g": STATION}))
    assert keys(own, STATION) == ["ct-5g", "ps-1"]
    assert asked_of_units(own)[STATION][1].section == ""


def test_assignments_are_asked_of_their_lead() -> None:
    plan = replace(collecting_plan(), assignment_rows=(AssignmentRow("Cấp điện", STATION, "", "", "", "9/2026", ""),))
    assert keys(report(plan), STATION) == ["ct-5g", "ct-so-hoa", "pc-1"]


def test_rows_below_others_stand_in_their_section() -> None:
    plan = collecting_plan()
    rows = (*plan.indicator_rows, replace(plan.indicator_rows[1], key="con", parent="ct-5g", number="1.1"))
    assert asked_of_units(report(replace(plan, indicator_rows=rows)))[STATION][-1].section == "I. Hạ tầng số"


def test_figures_that_are_set_or_supplied_in_parts_are_not_asked_and_not_taken() -> None:
    override = Override("ct-5g", PERIOD, Decimal(5), None, None, "theo quyết định")
    supplier = Supplier("ct-so-hoa", "Bản A", date(2026, 1, 1))
    own = report(facts=Facts(overrides=(override,), suppliers=(supplier,)))
    assert keys(own, STATION) == []
    cells = {"ct-5g": {"figure": "9", "note": "a"}, "ct-so-hoa": {"figure": "9"}}
    found = compare(own, {"ct-5g": {}, "ct-so-hoa": {}}, Answers("f", "p", PERIOD, STATION, cells))
    assert [(one.what, one.kind) for one in found] == [
        ("figure", Kind.REFUSED),
        ("note", Kind.NEW),
        ("figure", Kind.REFUSED),
    ]
    assert "ấn định" in found[0].reason
    assert "theo phần" in found[2].reason


def test_milestones_of_another_stage_are_not_asked() -> None:
    plan = collecting_plan()
    later = tuple(replace(row, targets={2035: "50%"}) if row.key == "ct-5g" else row for row in plan.indicator_rows)
    own = replace(plan, indicator_rows=later, milestones=(2025, 2030, 2035))
    assert keys(report(own), STATION) == ["ct-so-hoa"]


def answered(own: Report, cells: dict[str, dict[str, str]], **other: object) -> tuple[Proposal, ...]:
    asked: dict[str, dict[str, str]] = {key: {} for key in cells}
    return compare(own, asked, Answers("f", "p", PERIOD, STATION, cells, **other))  # type: ignore[arg-type]


def test_what_does_not_fit_its_row_is_refused_with_its_reason() -> None:
    found = answered(report(), {"ct-5g": {"numerator": "3", "denominator": "0"}})
    assert [(one.kind, one.reason) for one in found] == [(Kind.REFUSED, "Mẫu số phải lớn hơn 0.")]


def test_a_row_that_is_gone_from_the_plan_is_refused_only_where_it_was_answered() -> None:
    found = answered(report(), {"ct-xa": {"figure": "3"}, "ct-gan": {"figure": ""}})
    assert [(one.key, one.kind) for one in found] == [("ct-xa", Kind.REFUSED)]


def test_a_cell_that_could_not_be_read_speaks_for_its_field() -> None:
    problems = {("ct-5g", "numerator"): "Ô G9 là công thức.", ("ct-5g", "note"): "Ô L9 quá dài."}
    found = answered(report(), {"ct-5g": {"figure": "3", "difficulty": "mất điện"}}, problems=problems)
    assert [(one.what, one.kind, one.reason) for one in found] == [
        ("figure", Kind.UNCLEAR, "Ô G9 là công thức."),
        ("difficulty", Kind.NEW, ""),
        ("note", Kind.UNCLEAR, "Ô L9 quá dài."),
    ]


def test_xong_in_the_column_of_per_cent_counts_once() -> None:
    found = answered(report(), {"nv-kh": {"percent": "xong", "done": "Chưa xong", "text": "Đã ban hành"}})
    assert [(one.what, one.new) for one in found] == [("done", "Xong"), ("text", "Đã ban hành")]


def test_accepted_fields_of_a_row_become_one_line() -> None:
    found = answered(report(), {"nv-kh": {"percent": "40", "text": "a"}, "ct-5g": {"figure": "1.234"}})
    accepted = {one.id for one in found}
    lines = lines_of(found, accepted)
    assert [(line.key, line.percent, line.text) for line in lines] == [("nv-kh", Decimal(40), "a")]
    assert lines_of(found, {("nv-kh", "text")})[0].percent is None
