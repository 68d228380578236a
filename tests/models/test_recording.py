"""Check that lines of figures find their rows, and that every line that does not fit is named."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import resources
from models.actuals import FigureState
from models.errors import BadFigures
from models.figure_lines import FigureLine, Row
from models.plan_format import plan_from_dict
from models.plans import IndicatorRow
from models.recording import resolve

PLAN = plan_from_dict(resources.read_json("plans/thuan-chau.json"))
EIGHT = Decimal("8.5")


def key_of(**cells: Any) -> str:
    (resolved,) = resolve(PLAN, [FigureLine(line=2, note="x", **cells)])
    return resolved.row.key


def reasons(*lines: FigureLine) -> list[str]:
    with pytest.raises(BadFigures) as caught:
        resolve(PLAN, lines)
    return [problem.reason for problem in caught.value.problems]


def reason(**cells: Any) -> str:
    (only,) = reasons(FigureLine(line=2, **cells))
    return only


@pytest.mark.parametrize(
    ("appendix", "number", "key"),
    [
        ("I", "V.4", "ct-V.4"),
        ("Phụ lục I", "v. 4.", "ct-V.4"),
        ("1", "II.5", "ct-II.5"),
        ("I", "II.5.5", "ct-II.5.5"),
        ("PHU LUC II", "I.1.1", "nv-I.1.1"),
        ("phụ lục 2", "VIII.2.1", "nv-VIII.2.1"),
    ],
)
def test_row_is_found_by_appendix_and_number(appendix: str, number: str, key: str) -> None:
    assert key_of(appendix=appendix, number=number) == key


def test_every_recordable_row_is_found_by_its_key() -> None:
    rows: list[Row] = [*PLAN.indicators(), *PLAN.tasks()]
    lines = [FigureLine(line=at, key=row.key, note="x") for at, row in enumerate(rows, start=2)]
    assert [item.row for item in resolve(PLAN, lines)] == rows
    assert len(rows) == 41 + 48


def test_number_printed_twice_asks_for_the_key() -> None:
    found = reason(appendix="II", number="VIII.1.1", percent=EIGHT)
    assert "ở 2 dòng" in found
    assert "nv-VIII.1.1 (“Xây dựng Kế hoạch" in found
    assert " hoặc nv-VIII.2.1.1 (“" in found
    assert key_of(appendix="II", number="VIII.1.1", key="nv-VIII.2.1.1") == "nv-VIII.2.1.1"


def test_number_of_a_heading_too_asks_for_the_key() -> None:
    found = reason(appendix="II", number="VIII.2", percent=EIGHT)
    assert found.endswith(
        "in số VIII.2 ở 2 dòng; hãy ghi cột mã (key) là nv-VIII.2-2 (“Phát triển thanh toán số”) để chỉ rõ dòng nào."
    )


def test_nothing_is_done_on_a_day_that_has_not_come() -> None:
    line = FigureLine(line=2, key="nv-I.1.1", done_on=date(2026, 11, 5))
    with pytest.raises(BadFigures) as caught:
        resolve(PLAN, [line], last_day=date(2026, 10, 31))
    assert caught.value.problems[0].reason.startswith("Ngày hoàn thành 05/11/2026 sau ngày 31/10/2026")
    assert len(resolve(PLAN, [line], last_day=date(2026, 11, 5))) == 1


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        ({}, "chưa cho biết ghi vào đâu"),
        ({"number": "V.4"}, "chưa cho biết ghi vào đâu"),
        ({"appendix": "III", "number": "V.4"}, "Không có phụ lục “III”"),
        ({"appendix": "I", "number": "4"}, "Phụ lục I không có số “4”"),
        ({"key": "ct-V.40"}, "không có dòng nào mang mã “ct-V.40”"),
        ({"key": "ct-V.4", "number": "V.5"}, "Mã “ct-V.4” là số V.4 của Phụ lục I"),
        ({"key": "ct-V.4", "appendix": "II"}, "Mã “ct-V.4” là số V.4 của Phụ lục I"),
        ({"appendix": "I", "number": "V"}, "Số V của Phụ lục I là dòng tiêu đề"),
        ({"key": "nv-I.1"}, "Số I.1 của Phụ lục II là dòng tiêu đề"),
    ],
)
def test_row_that_is_not_there_is_named(cells: dict[str, str], part: str) -> None:
    assert part in reason(**cells, note="x")


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        ({"unit": "người", "value": EIGHT}, "tính bằng “%”, nhưng tệp ghi đơn vị “người”"),
        ({"value": EIGHT, "numerator": EIGHT, "denominator": EIGHT}, "Chỉ ghi một loại kết quả"),
        ({"value": EIGHT, "text": "đạt"}, "Chỉ ghi một loại kết quả"),
        ({"numerator": EIGHT}, "thiếu “mẫu số” (denominator)"),
        ({"denominator": EIGHT}, "thiếu “tử số” (numerator)"),
        ({"numerator": EIGHT, "denominator": Decimal(0)}, "Mẫu số phải lớn hơn 0"),
        ({"percent": EIGHT}, "là chỉ tiêu, không ghi “tỷ lệ hoàn thành” (percent)"),
        ({"deliverable_date": date(2026, 10, 12)}, "“ngày văn bản” (deliverable_date)"),
        ({"next_step": "trình"}, "“việc tiếp theo” (next_step)"),
        ({"done": True}, "không có mục tiêu bằng lời văn"),
        ({"state": FigureState.NOT_REPORTED, "value": EIGHT}, "hãy bỏ trống “kết quả” (value)"),
        ({"state": "erase", "note": "x"}, "hãy bỏ trống “ghi chú” (note)"),
    ],
)
def test_line_that_does_not_fit_an_indicator(cells: dict[str, Any], part: str) -> None:
    assert part in reason(key="ct-V.4", **cells)


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        ({"value": EIGHT, "estimate": True}, "là nhiệm vụ, không ghi “kết quả” (value), “ước” (estimate)"),
        ({"state": FigureState.NOTHING_HAPPENED}, "không ghi “trạng thái” (state)"),
        ({"percent": Decimal(101)}, "từ 0 đến 100"),
        ({"percent": Decimal(-1)}, "từ 0 đến 100"),
        ({"unit": "%", "done": True}, "không có đơn vị tính, nhưng tệp ghi đơn vị “%”"),
    ],
)
def test_line_that_does_not_fit_a_task(cells: dict[str, Any], part: str) -> None:
    assert part in reason(key="nv-I.2", **cells)


@pytest.mark.parametrize(
    "line",
    [
        FigureLine(line=2, key="ct-V.4", unit=" % ", value=EIGHT, estimate=True, difficulty="khó", proposal="đề xuất"),
        FigureLine(line=2, key="ct-III.4", unit="NGUOI", value=Decimal(12)),
        FigureLine(line=2, key="ct-V.4", numerator=Decimal(1452), denominator=Decimal(1710), note="x"),
        FigureLine(line=2, key="ct-I.4", text="Đã thành lập đội", done=True),
        FigureLine(line=2, key="ct-V.4", state=FigureState.NOTHING_HAPPENED, note="không có hồ sơ"),
        FigureLine(line=2, key="ct-V.4", state="erase"),
        FigureLine(line=2, key="nv-I.2", state="erase"),
        FigureLine(line=2, key="nv-I.2", percent=Decimal(100), done=True, text="ban hành", deliverable_number="215"),
        FigureLine(line=2, key="nv-I.2", percent=Decimal(0), difficulty="khó", next_step="trình"),
    ],
)
def test_line_that_fits_is_kept_as_it_is(line: FigureLine) -> None:
    (resolved,) = resolve(PLAN, [line])
    assert resolved.line is line


def test_row_given_twice_names_the_earlier_line() -> None:
    first = FigureLine(line=2, key="ct-V.4", value=EIGHT)
    again = FigureLine(line=7, appendix="I", number="V.4", note="x")
    assert reasons(first, again) == ["Số V.4 của Phụ lục I đã có ở dòng 2; mỗi dòng kế hoạch chỉ ghi một lần."]


def test_lines_that_fill_nothing_are_passed_over() -> None:
    blank = [
        FigureLine(line=2, appendix="I", number="V"),
        FigureLine(line=3, key="?"),
        FigureLine(line=4, key="ct-V.4"),
    ]
    assert resolve(PLAN, [*blank, FigureLine(line=5, key="ct-V.4", value=EIGHT)])[0].line.line == 5
    assert resolve(PLAN, blank) == ()


def test_all_wrong_lines_are_named_together() -> None:
    lines = [
        FigureLine(line=2, key="ct-V.4", problems=("Cột lạ.",)),
        FigureLine(line=3, problems=("Dòng lệch cột.",)),
        FigureLine(line=4, key="ct-V.5", value=EIGHT),
        FigureLine(line=5, key="ct-X", value=EIGHT),
        FigureLine(line=6, key="ct-V.6", numerator=EIGHT, unit="người"),
    ]
    with pytest.raises(BadFigures, match="4 dòng sai nên chưa ghi dòng nào") as caught:
        resolve(PLAN, lines)
    assert [problem.line for problem in caught.value.problems] == [2, 3, 5, 6, 6]


def test_line_read_in_part_is_not_held_against_its_row() -> None:
    line = FigureLine(line=2, key="ct-V.4", numerator=EIGHT, problems=("Cột “mẫu số” (denominator): sai.",))
    assert reasons(line) == ["Cột “mẫu số” (denominator): sai."]


def test_a_figure_of_any_milestones_row_is_recorded_with_the_first() -> None:
    plan = plan_from_dict(resources.read_json("plans/quang-son.json"))
    eighth = FigureLine(line=2, appendix="I", number="8", value=EIGHT)
    (resolved,) = resolve(plan, [eighth])
    assert isinstance(resolved.row, IndicatorRow)
    assert (resolved.row.key, dict(resolved.row.targets)) == ("ct-2", {2025: "≥ 70", 2030: "100"})
    with pytest.raises(BadFigures) as caught:
        resolve(plan, [eighth, FigureLine(line=3, key="ct-2", value=EIGHT)])
    assert "đã có ở dòng 2" in caught.value.problems[0].reason
