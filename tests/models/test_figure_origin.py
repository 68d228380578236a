"""Where a figure on a page comes from: what it says, how it came about, who recorded it, what stood there before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import resources
from models.desk import Desk
from models.errors import NotFound
from models.facts import AnnualTarget, Override, Paper, Supplier
from models.figure_lines import FigureLine
from models.figure_origin import FigureOrigin, origin_of
from models.plan_format import plan_from_dict
from models.store.connection import Store

BY: dict[str, Any] = {"who": "Lò Thị Lan", "at": datetime(2026, 11, 3, 8, 0)}
LATER: dict[str, Any] = {"who": "Cầm Văn Hoan", "at": datetime(2026, 11, 3, 9, 30)}
OCTOBER = "bao-cao-thang/2026-10"


@pytest.fixture(scope="module")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "moi.so57"
    Store.create(path, plan_from_dict(resources.read_json("plans/thuan-chau.json")), **BY).close()
    return path


@pytest.fixture
def desk(new_store: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copyfile(new_store, tmp_path / "a.so57")
    with Store.open(tmp_path / "a.so57") as store:
        yield Desk(store)


def record(desk: Desk, key: str, by: dict[str, Any] = BY, **cells: Any) -> None:
    desk.record(desk.period("2026-10"), [FigureLine(line=2, key=key, **cells)], **by)


def told(desk: Desk, key: str, field: str = "value") -> FigureOrigin:
    return origin_of(desk, key, OCTOBER, field)


def test_a_figure_tells_who_recorded_it_and_what_stood_there_before(desk: Desk) -> None:
    record(desk, "ct-V.4", numerator=Decimal(1450), denominator=Decimal(1710))
    record(desk, "ct-V.4", LATER, numerator=Decimal(1452), denominator=Decimal(1710))
    origin = told(desk, "ct-V.4")
    assert origin.row.startswith("V.4. Tỷ lệ")
    assert origin.field == "Kết quả thực hiện"
    assert origin.told == (
        "Kết quả đến hết ngày 31/10/2026: 84,9% (1.452/1.710).",
        "03/11/2026 09:30, Cầm Văn Hoan (nhập tay): nhập 84,9% cho V.4.",
        "03/11/2026 08:00, Lò Thị Lan (nhập tay): nhập 84,8% cho V.4.",
    )


def test_an_absent_figure_says_so(desk: Desk) -> None:
    assert told(desk, "ct-V.4").told == ("Chưa ghi số liệu cho kỳ này (đến hết ngày 31/10/2026).",)


def test_a_share_names_the_target_and_the_decision_behind_it(desk: Desk) -> None:
    record(desk, "ct-V.4", value=Decimal("84.9"))
    assert told(desk, "ct-V.4", "share").told[1] == "So với mục tiêu đến hết năm 2030: 100%."
    paper = Paper("12/QĐ-UBND", date(2026, 1, 5), "giao chỉ tiêu")
    desk.declare(AnnualTarget("ct-V.4", 2026, "97%", paper), **BY)
    assert told(desk, "ct-V.4", "verdict").told[1] == "So với mục tiêu đến hết năm 2026: 97%, theo 12/QĐ-UBND."


def test_a_running_total_is_the_sum_of_its_periods(desk: Desk) -> None:
    record(desk, "ct-III.7", value=Decimal(4))
    assert told(desk, "ct-III.7", "running").told[0] == "Cộng các kỳ đã ghi từ đầu năm đến hết ngày 31/10/2026."


def test_parts_and_overrides_are_told(desk: Desk) -> None:
    desk.declare(Supplier("ct-III.7", "Bản Pha Lao", date(2026, 1, 1)), **BY)
    assert "Cộng từ phần của các đơn vị: 0/1 đơn vị đã gửi số liệu." in told(desk, "ct-III.7").told
    desk.declare(Override("ct-III.7", OCTOBER, Decimal(7), None, None, "bản tin gửi muộn"), **BY)
    assert "Ấn định thay cho số cộng từ các kỳ, lý do: bản tin gửi muộn." in told(desk, "ct-III.7").told


def test_words_without_a_number_say_so(desk: Desk) -> None:
    record(desk, "ct-V.4", note="chờ đối chiếu")
    assert told(desk, "ct-V.4", "note").told[0] == "Kết quả đến hết ngày 31/10/2026: chưa có số."


def test_a_task_tells_its_time_and_its_record(desk: Desk) -> None:
    key = next(row.key for row in desk.plan.tasks() if "2025" in row.schedule)
    before = told(desk, key, "status").told
    assert before[0].startswith("Xét theo thời hạn của kế hoạch: ")
    assert before[-1] == "Chưa ghi tiến độ (đến hết ngày 31/10/2026)."
    record(desk, key, text="đang làm")
    after = told(desk, key, "text")
    assert after.told[0] == "Tiến độ ghi cho ngày 01/10/2026 - 31/10/2026."
    assert after.told[1].startswith("03/11/2026 08:00, Lò Thị Lan (nhập tay): nhập ")


def test_a_reason_stands_with_the_change(desk: Desk) -> None:
    record(desk, "ct-V.4", value=Decimal(80))
    period = desk.period("2026-10")
    desk.close_period(period, why="đã rà soát", **BY)
    desk.reopen_period(period, why="nhập nhầm", **BY)
    with desk.store.change("sửa V.4", why="nhập nhầm", **LATER) as change:
        row_id = change.find("figure", {"row_key": "ct-V.4"})
        assert row_id is not None
        change.update("figure", row_id, {"value": Decimal(81)})
    assert told(desk, "ct-V.4").told[1].endswith("sửa V.4; lý do: nhập nhầm.")


def test_a_row_that_is_gone_is_refused(desk: Desk) -> None:
    with pytest.raises(NotFound, match="không còn dòng này"):
        told(desk, "ct-khong-co")
