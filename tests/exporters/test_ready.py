"""Đủ điều kiện phát hành, read from a store: its data, its words, its remarks and steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from exporters.ready import obstacles
from exporters.written_over import units
from models.desk import Desk
from models.figure_lines import FigureLine
from models.readiness import Obstacle, ObstacleKind
from models.report_desk import ReportDesk
from models.report_work import Step
from models.store.connection import Store
from tests.models.rows import thuan_chau

AT = datetime(2026, 11, 3, 9, 0)
ON = AT.date()
BY: Any = {"who": "Lò Thị Mai", "at": AT}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ReportDesk]:
    """Open a new store of Thuận Châu's plan at the month 10/2026."""
    with Store.create(tmp_path / "sổ.so57", thuan_chau(), who="Lò Thị Mai", at=AT) as store:
        own = Desk(store)
        yield ReportDesk(own, own.period("2026-10"))


def found(desk: ReportDesk, kind: ObstacleKind) -> list[Obstacle]:
    return [one for one in obstacles(desk.desk, desk.period, ON) if one.kind is kind]


def test_in_a_new_store_blanks_are_grave_and_single_figures_hints(desk: ReportDesk) -> None:
    told = obstacles(desk.desk, desk.period, ON)
    assert {one.kind for one in told if one.grave} == {ObstacleKind.DOTTED, ObstacleKind.EMPTY}
    assert [one.section for one in told if one.kind is ObstacleKind.DOTTED] == ["I", "III", "V"]
    assert len(found(desk, ObstacleKind.NO_FIGURE)) > 20


def test_submitting_and_answering_clear_the_way(desk: ReportDesk) -> None:
    number = desk.remark("IV", "Chủ tịch", ON, "Ghi rõ mốc", **BY)
    assert [one.section for one in found(desk, ObstacleKind.REMARK)] == ["IV"]
    assert found(desk, ObstacleKind.NOT_SUBMITTED)
    desk.answer(number, "Đã ghi", **BY)
    desk.take_step(Step("submitted", ON, "Chủ tịch"), **BY)
    assert not found(desk, ObstacleKind.REMARK)
    assert not found(desk, ObstacleKind.NOT_SUBMITTED)


def test_a_sentence_that_no_longer_matches_is_grave(desk: ReportDesk) -> None:
    unit = next(unit for unit in units(desk.desk.report(desk.period)) if unit.heading_id == "II.1")
    desk.overwrite(unit.key, "**Xã** chưa có số liệu\nchỉ tiêu nào.", unit.text, **BY)
    assert not found(desk, ObstacleKind.STALE)
    desk.desk.record(desk.period, [FigureLine(line=1, key="ct-V.4", value=Decimal("84.9"))], **BY)
    (stale,) = found(desk, ObstacleKind.STALE)
    assert stale.sentence.startswith("Mục II.1: câu viết lại “Xã chưa có số liệu chỉ tiêu nào.”")
    assert "**" not in stale.sentence


def test_the_month_that_the_year_replaces_is_said(desk: ReportDesk) -> None:
    december = desk.desk.period("2026-12")
    (hint,) = [one for one in obstacles(desk.desk, december, date(2027, 1, 2)) if one.kind is ObstacleKind.MERGED]
    assert "gộp vào báo cáo năm 2026" in hint.sentence
    assert not found(desk, ObstacleKind.MERGED)


def test_nine_months_under_six_is_grave(desk: ReportDesk) -> None:
    for span, value in (("2026-H1", 9), ("2026", 4)):
        duty = {"2026-H1": "bao-cao-6-thang", "2026": "bao-cao-nam"}[span]
        line = FigureLine(line=1, key="ct-III.7", value=Decimal(value))
        desk.desk.record(desk.desk.period(span, duty), [line], **BY)
    year = desk.desk.period("2026", "bao-cao-nam")
    (obstacle,) = [one for one in obstacles(desk.desk, year, date(2026, 12, 20)) if one.kind is ObstacleKind.RECORD]
    assert "ít hơn" in obstacle.sentence
