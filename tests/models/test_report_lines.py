"""The lines of a report with all that the officer added to the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from models.actuals import Actual
from models.ad_hoc import AdHocReport, period_of
from models.calendars import holidays, parse_span
from models.duties import ReportingPeriod, reporting_period
from models.facts import (
    AnnualTarget,
    Extension,
    Facts,
    NoBasis,
    Override,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.facts import Paper as P
from models.facts_by_row import FactsByRow
from models.office import default_office
from models.parts import Parts
from models.plans import Plan, TaskRow
from models.progress import TaskState
from models.reports import Records, Report, build_report, task_lines
from tests.models.rows import figure, indicator, month, record, task, thuan_chau

SHARE, COUNT = (
    replace(indicator({2025: "50%", 2030: "≥ 85%"}), key="ct-1"),
    replace(indicator({2030: "100%"}), key="ct-2"),
)
EXTRA = TaskRow("ps-1", "task", "", None, "Hội thi", schedule={"2025-2030": "2026"})


def _plan() -> Plan:
    own = replace(task(y2030="Hàng năm"), key="nv-1")
    return replace(thuan_chau(), indicator_rows=(SHARE, COUNT), task_rows=(own,), corrections=())


def _period(span: str = "2026-10", calendar: str = "calendar") -> ReportingPeriod:
    duty = "bao-cao-thang" if "Q" not in span else "bao-cao-quy"
    return reporting_period(thuan_chau().duty(duty), parse_span(span), calendar, holidays())


def _report(facts: Facts, *figures: Actual, period: ReportingPeriod | None = None) -> Report:
    by_row = {key: tuple(one for one in figures if one.row_key == key) for key in ("ct-1", "ct-2")}
    told = {"nv-1": (replace(record("2026", text="Đã làm"), row_key="nv-1"),)}
    plan = _plan()
    return build_report(plan, period or _period(), Records(by_row, told), default_office(plan), {}, facts=facts)


def _of(key: str, one: Actual) -> Actual:
    return replace(one, row_key=key)


def test_facts_reach_the_row_they_speak_of() -> None:
    october = _period()
    facts = Facts(
        annual_targets=(AnnualTarget("ct-1", 2026, "60%"),),
        overrides=(Override("ct-1", october.key, Decimal(61), None, None, "số của Công an xã"),),
        suppliers=(Supplier("ct-2", "Thôn 1", date(2026, 1, 1)), Supplier("ct-2", "Thôn 2", date(2026, 1, 1))),
        part_figures=(
            PartFigure("ct-2", "Thôn 1", october.start, october.closing, None, Decimal(1), Decimal(2)),
            PartFigure("ct-2", "Thôn 1", *month(9), None, Decimal(1), Decimal(4)),
        ),
        leads={"ct-1": "Phòng Kinh tế", "nv-1": "Công an xã"},
    )
    share, count = _report(facts, _of("ct-1", figure("40"))).indicators
    assert (share.evaluation.words, share.lead, share.parts) == ("Vượt", "Phòng Kinh tế", None)
    assert share.override == facts.overrides[0]
    assert share.current is not None
    assert share.current.value == 61
    assert count.parts == Parts(("Thôn 1", "Thôn 2"), ("Thôn 1",))
    assert (count.amount, count.amount_before) == (Fraction(50), Fraction(25))


def test_a_missing_state_offers_the_nearest_and_is_not_judged_by_it() -> None:
    august = _of("ct-1", figure("84", span=month(8)))
    quarter = _period("2026-Q3", "decree")
    line = _report(Facts(), august, period=quarter).indicators[0]
    assert (line.current, line.nearest, line.evaluation.words) == (None, august, "Chưa có số liệu")
    told = _report(Facts(), august, _of("ct-1", figure("85", span=(quarter.start, quarter.closing))), period=quarter)
    assert told.indicators[0].nearest is None


def test_a_report_of_own_days_is_judged_by_the_last_state_known() -> None:
    asked = AdHocReport("dx-1", "ad_hoc", "5G", ("UBND tỉnh",), "", date(2026, 11, 1), date(2026, 11, 20))
    own_days = period_of(asked, _plan(), {}, holidays())
    line = _report(Facts(), _of("ct-1", figure("86")), period=own_days).indicators[0]
    assert (line.amount, line.evaluation.words, line.nearest) == (Fraction(86), "Vượt", None)


def test_passed_milestones_are_judged_by_their_own_year() -> None:
    line = _report(Facts(), _of("ct-1", figure("49", span=month(12, 2025))), _of("ct-1", figure("84"))).indicators[0]
    assert {year: one.words for year, one in line.passed.items()} == {2025: "Đã kết thúc: không đạt"}


def test_tasks_outside_the_plan_come_last_and_are_judged_alike() -> None:
    facts = Facts(
        extra_tasks=(EXTRA, replace(EXTRA, key="ps-2", number="7", schedule={})),
        extensions=(Extension("ps-1", "2025-2030", date(2027, 2, 28), P("9/UBND")),),
        still_in_force=(StillInForce("nv-1", "2026", P("5/KH-UBND", date(2025, 5, 5))),),
        leads={"ps-1": "Đoàn xã"},
    )
    of_plan, first, second = _report(facts).tasks
    assert (of_plan.status.state, of_plan.extra, of_plan.lead) == (TaskState.DONE_IN_TIME, False, "")
    assert (of_plan.cited, first.cited) == (of_plan.label, f"phát sinh {first.label}")
    assert (first.label, first.extra, first.lead) == ("1", True, "Đoàn xã")
    assert first.status.deadline_words == "Năm 2026, gia hạn đến 28/02/2027"
    assert (second.label, second.status.words) == ("7", "Chưa triển khai")


def test_a_task_outside_the_plan_is_told_from_its_first_day_on() -> None:
    closing = _period("2026-10").closing
    dated = [replace(EXTRA, key=f"ps-{number}", since=closing + timedelta(days=number - 1)) for number in (0, 1, 2)]
    tasks = _report(Facts(extra_tasks=tuple(dated)), period=_period("2026-10")).tasks
    assert [line.row.key for line in tasks if line.extra] == ["ps-0", "ps-1"]


def test_facts_are_sorted_by_row_in_their_order() -> None:
    facts = Facts(
        readings=(Reading("ct-1", "2030", "ít nhất 1%", ""), Reading("ct-1", "2030", "ít nhất 2%", "")),
        no_basis=(NoBasis("ct-2", ""),),
        declared_from=date(2026, 1, 1),
    )
    by_row = FactsByRow(facts)
    assert by_row.of("ct-1") == Facts(readings=facts.readings, declared_from=date(2026, 1, 1))
    assert by_row.of("ct-2").no_basis == facts.no_basis
    assert by_row.of("nv-9") == Facts(declared_from=date(2026, 1, 1))


def test_a_month_does_not_hide_what_was_recorded_for_the_quarter() -> None:
    plan, quarter = _plan(), _period("2026-Q3")
    september = replace(record("2026", span=month(9), text="Việc tháng 9"), row_key="nv-1")
    own = replace(september, start=quarter.start, as_of=quarter.closing, text="Việc quý III")
    for records, told in (((september,), "Việc tháng 9"), ((own, september), "Việc quý III")):
        (line,) = task_lines(plan, quarter, {"nv-1": records})
        assert line.in_period is not None
        assert line.in_period.text == told
