"""Rows as understood, units with what they lead, and calendars chosen: what the page Kế hoạch shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from importers.plan_files import load_plan
from models.agency_rows import agency_rows, save_address, unled_rows
from models.calendar_choice import choose_calendar
from models.desk import Desk
from models.errors import AppError
from models.facts import NO_FACTS, Facts, Lead, NoBasis, Reading
from models.figure_lines import FigureLine
from models.plans import Agency, TaskRow
from models.row_readings import row_readings
from models.store import change_rows
from models.store.connection import Store
from tests.models.store.samples import small_plan

AT = datetime(2026, 11, 1, 8, 0)
TODAY = AT.date()
BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": AT}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store.create(tmp_path / "a.so57", small_plan(), **BY) as store:
        yield Desk(store)


def test_each_cell_is_shown_as_printed_and_as_understood() -> None:
    five_g, digital, posts, plan = row_readings(small_plan(), NO_FACTS, TODAY)
    assert [(cell.title, cell.printed, cell.understood) for cell in digital.cells] == [
        ("Mốc 2025", "95%", "ít nhất 95%"),
        ("Mốc 2030", "100%", "ít nhất 100%"),
    ]
    assert (five_g.name, posts.cells, plan.name, plan.occurrences) == ("chỉ tiêu 1", (), "nhiệm vụ 1", ("deadline",))
    assert [cell.understood for cell in plan.cells] == ["đến hết ngày 30/09/2026"]


def test_what_the_officer_set_is_told_apart() -> None:
    facts = Facts(
        readings=(Reading("ct-5g", "2030", "≥ 70%", "đọc nhầm"), Reading("nv-kh", "deadline", "tháng 12/2026", "vội")),
        no_basis=(NoBasis("ct-so-hoa", "chưa ai công bố"),),
        leads={"nv-kh": "Công an xã"},
    )
    five_g, digital, posts, task = row_readings(small_plan(), facts, TODAY)
    assert [row.set_by_officer for row in (five_g, digital, posts, task)] == [True, True, False, True]
    assert (five_g.cells[0].printed, five_g.cells[0].understood) == ("≥ 50%", "ít nhất 70%")
    assert (digital.no_basis, task.lead) == ("chưa ai công bố", "Công an xã")
    assert task.cells[0].understood == "đến hết ngày 31/12/2026"


def test_what_is_not_understood_and_what_waits_is_found() -> None:
    odd = replace(small_plan().indicator_rows[1], targets={2030: "tăng 5 lần so với 10"})
    wait = TaskRow("nv-cho", "task", "2", "nv", "Chờ", schedule={"deadline": "Sau khi có Kế hoạch của tỉnh"})
    plan = replace(small_plan(), indicator_rows=(odd,), task_rows=(wait,))
    first, task = row_readings(plan, NO_FACTS, TODAY)
    assert (first.is_unknown, task.is_unknown) == (True, False)
    assert (task.waiting, task.occurrences) == (("deadline",), ("deadline",))
    assert first.cells[0].understood == "chưa hiểu được, cần cán bộ xác định"


def test_every_row_of_the_five_plans_is_shown() -> None:
    for name in ("thuan-chau", "xop", "quang-son", "phu-thai", "phong-tho"):
        plan = load_plan(name)
        found = row_readings(plan, NO_FACTS, TODAY)
        assert [one.row.key for one in found] == [
            *(row.key for row in plan.indicators()),
            *(row.key for row in plan.tasks()),
        ]
        assert len(agency_rows(plan, NO_FACTS, {})) >= len(plan.agencies) > 0


def test_units_stand_with_what_they_lead_and_their_addresses(desk: Desk) -> None:
    plan = replace(small_plan(), agencies=(Agency("Phòng Văn hóa - Xã hội", ("Phòng VH-XH",)),))
    save_address(desk, "Phòng Văn hóa - Xã hội", "a@xa.gov.vn, b@xa.gov.vn", **BY)
    facts = Facts(leads={"ct-5g": "Công an xã"})
    first, second = agency_rows(plan, facts, desk.settings())
    assert (first.leads, first.aliases, first.addresses) == (1, ("Phòng VH-XH",), ("a@xa.gov.vn", "b@xa.gov.vn"))
    assert (second.name, second.leads, second.addresses) == ("Công an xã", 1, ())
    assert [(row.label, row.lead) for row in unled_rows(plan, facts)] == [("1", "Công an xã"), ("2", ""), ("3", "")]


def test_an_address_keeps_its_name_and_can_be_taken_away(desk: Desk) -> None:
    save_address(desk, "Công an xã", "ca@xa.gov.vn", **BY)
    save_address(desk, "công an xã", "ca2@xa.gov.vn", **BY)
    assert {key: value for key, value in desk.settings().items() if key.startswith("mail.")} == {
        "mail.to.Công an xã": "ca2@xa.gov.vn"
    }
    with pytest.raises(AppError, match="không phải là địa chỉ thư"):
        save_address(desk, "Công an xã", "ca2", **BY)
    save_address(desk, "Công an xã", " ", **BY)
    assert not any(key.startswith("mail.") for key in desk.settings())


def test_a_calendar_that_hides_figures_needs_a_reason(desk: Desk) -> None:
    assert choose_calendar(desk, "thang", "own:25", None, why="", **BY) == "own:25"
    choose_calendar(desk, "thang", "calendar", None, why="", **BY)
    desk.record(desk.period("2026-10"), [FigureLine(1, key="ct-5g", value=Decimal(40))], **BY)
    with pytest.raises(AppError, match="Nếu vẫn đổi, hãy ghi lý do"):
        choose_calendar(desk, "thang", "decree", None, why=" ", **BY)
    assert choose_calendar(desk, "thang", "decree", 2027, why="", **BY) == "calendar 2027:decree"
    choose_calendar(desk, "thang", "decree", None, why="theo tỉnh", **BY)
    change = change_rows.recent(desk.store)[0]
    assert (change.label, change.why) == ("đổi cách tính kỳ của Báo cáo tháng", "theo tỉnh")
    assert desk.period("2026-10").closing == date(2026, 10, 14)


def test_a_lead_given_by_the_office_is_counted(desk: Desk) -> None:
    desk.declare(Lead("ct-5g", "Công an xã"), **BY)
    names = {row.name: row.leads for row in agency_rows(desk.plan, desk.facts(), {})}
    assert names == {"Công an xã": 1, "Phòng VH-XH": 1}
