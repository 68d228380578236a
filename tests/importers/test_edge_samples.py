"""Check the edge stores: each is what its name says, in the store and in the report that comes out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from exporters.docx_writer import write_docx
from exporters.report import report_document
from models.desk import Desk
from models.evaluation import Verdict
from models.progress import DONE_STATES, TaskState
from models.reports import Report
from models.store.connection import Store
from tests.edges import UNITS, Edge, all_done, all_late, edge_store, thirty_units, without_figures

PLANS = {
    "thuan-chau": "2026-10",
    "xop": "bao-cao-nam/2026",
    "quang-son": "bao-cao-tong-ket/2026",
    "phu-thai": "2026-Q3",
    "phong-tho": "2026-10",
}
FINE = {Verdict.EXCEEDED, Verdict.REACHED, Verdict.ENDED_REACHED, Verdict.NOT_BEGUN, Verdict.NO_BASIS}


def report(tmp_path: Path, edge: Edge) -> Report:
    """Return the report of the edge's period as an office would make it."""
    path = tmp_path / "so.so57"
    edge_store(path, edge)
    with Store.open(path) as store:
        return Desk(store).report(edge.period)


@pytest.mark.parametrize(("plan_id", "period"), PLANS.items(), ids=PLANS)
def test_nothing_recorded_has_no_figure_and_nothing_done(tmp_path: Path, plan_id: str, period: str) -> None:
    found = report(tmp_path, without_figures(plan_id, period))
    assert not any(line.current or line.previous for line in found.indicators)
    assert not {line.evaluation.verdict for line in found.indicators} & {Verdict.REACHED, Verdict.BELOW}
    assert not {line.status.state for line in found.tasks} & (DONE_STATES | {TaskState.IN_TIME, TaskState.CONTINUOUS})


@pytest.mark.parametrize(("plan_id", "period"), PLANS.items(), ids=PLANS)
def test_all_done_reaches_everything_in_time(tmp_path: Path, plan_id: str, period: str) -> None:
    found = report(tmp_path, all_done(plan_id, period))
    assert {line.evaluation.verdict for line in found.indicators} <= FINE
    assert {line.status.state for line in found.tasks} <= (DONE_STATES - {TaskState.DONE_LATE}) | {TaskState.CONTINUOUS}
    assert not any(line.status.debts for line in found.tasks)


@pytest.mark.parametrize(("plan_id", "period"), PLANS.items(), ids=PLANS)
def test_all_late_is_below_and_overdue_throughout(tmp_path: Path, plan_id: str, period: str) -> None:
    found = report(tmp_path, all_late(plan_id, period))
    assert {line.evaluation.verdict for line in found.indicators} == {Verdict.BELOW}
    assert {line.status.state for line in found.tasks} == {TaskState.OVERDUE}
    assert all(line.current is not None and line.current.difficulty for line in found.indicators)


def test_thirty_units_supply_one_figure(tmp_path: Path) -> None:
    found = report(tmp_path, thirty_units())
    line = next(line for line in found.indicators if line.row.key == "ct-I.3")
    assert line.parts is not None
    assert len(line.parts.units) == UNITS
    assert line.parts.missing == ("Bản 30",)
    assert line.current is not None
    assert (line.current.numerator, line.current.denominator) == (Decimal(sum(range(62, 90))), Decimal(2800))


def test_thirty_units_lead_the_tasks() -> None:
    leads = Counter(row.lead for row in thirty_units().plan.tasks())
    assert len(leads) == UNITS


@pytest.mark.parametrize("make", [without_figures, all_done, all_late, thirty_units])
def test_reports_of_edges_are_laid_out(tmp_path: Path, make: Callable[[], Edge]) -> None:
    document = report_document(report(tmp_path, make()))
    write_docx(document, tmp_path / "bao-cao.docx")
    assert (tmp_path / "bao-cao.docx").stat().st_size > 10_000


def test_edge_stores_are_marked_as_made_up(tmp_path: Path) -> None:
    assert report(tmp_path, without_figures()).sample
