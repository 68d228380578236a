"""Check what is declared against the plan: what does not fit is refused with what to do, the rest is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import resources
from models.declared_rows import unit_named
from models.declaring import checked
from models.declaring_times import schedule_for
from models.errors import AppError
from models.fact_words import KINDS, FactWords
from models.facts import (
    AnnualTarget,
    CameTrue,
    DaySwap,
    DeclaredFrom,
    Direction,
    Extension,
    Fact,
    Facts,
    Lead,
    NoBasis,
    Override,
    Paper,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.plan_format import plan_from_dict
from models.plans import Plan, TaskRow

ON = date(2026, 11, 3)
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
PAPER = Paper("12/QĐ-UBND", date(2026, 1, 5))
ONE, TWO = Decimal(1), Decimal(2)
VILLAGE = Supplier("ct-V.4", "Bản Lạnh", date(2026, 1, 1), date(2026, 12, 31))
EXTRA = TaskRow("ps-1", "task", "1", None, "Rà soát", schedule={"2025-2030": "30/11/2026"})
PART = PartFigure("ct-V.4", "Bản Lạnh", *OCTOBER)


def plan_of(name: str) -> Plan:
    return plan_from_dict(resources.read_json(f"plans/{name}.json"))


THUAN_CHAU, QUANG_SON, PHU_THAI = plan_of("thuan-chau"), plan_of("quang-son"), plan_of("phu-thai")


def declare(fact: Fact, facts: Facts | None = None, plan: Plan = THUAN_CHAU) -> Fact:
    return checked(plan, facts or Facts(), fact, ON)


def with_schedule(**schedule: str) -> Plan:
    """Return Thuận Châu's plan with another schedule of nv-I.1.1."""
    rows = (replace(r, schedule=schedule) if r.key == "nv-I.1.1" else r for r in THUAN_CHAU.task_rows)
    return replace(THUAN_CHAU, task_rows=tuple(rows))


def extended(deadline: date, occurrence: str = "", key: str = "nv-I.1.2") -> Extension:
    return Extension(key, occurrence, deadline, PAPER)


def came_true(occurrence: str = "", deadline: date | None = None, key: str = "nv-I.4.3") -> CameTrue:
    return CameTrue(key, occurrence, date(2026, 10, 1), deadline)


@pytest.mark.parametrize(
    "fact",
    [
        AnnualTarget("ct-V.4", 2026, "≥ 90%", PAPER),
        came_true("2025", date(2026, 11, 30)),
        extended(date(2026, 3, 31), "2025"),
        extended(date(2027, 3, 31), "2026"),
        extended(date(2026, 12, 31), "2025-2030", key="ps-1"),
        StillInForce("nv-I.1.2", "2026", Paper("142/KH-UBND", date(2025, 6, 4))),
        StillInForce("nv-II.2", "2025-2030", Paper("142/KH-UBND", date(2025, 6, 4))),
        Direction(Paper("3/CT-UBND", date(2026, 9, 7), "đẩy mạnh số hóa")),
        Override("ct-V.4", "bao-cao-quy/2026-Q3", ONE, None, None, "đếm lại"),
        replace(VILLAGE, last_day=None),
        replace(PART, numerator=ONE, denominator=TWO),
        replace(PART, nothing_happened=True),
        Reading("ct-V.4", "2030", "trên 95%", "in mờ"),
        Reading("nv-I.1.1", "2025", "tháng 10/2025", "in nhầm tháng"),
        NoBasis("ct-V.4", "chưa ai công bố"),
        DaySwap(date(2026, 8, 22), True, "Làm bù"),
        DaySwap(date(2026, 8, 24), False, "Nghỉ bù"),
        Lead("nv-I.1.1", "Công an xã"),
        EXTRA,
        replace(EXTRA, since=date(2026, 11, 30)),
        replace(EXTRA, since=date(2027, 1, 1), schedule={}),
        replace(EXTRA, since=date(2027, 1, 1), schedule={"2025-2030": "Thường xuyên"}),
        DeclaredFrom(date(2026, 1, 1)),
    ],
)
def test_what_fits_is_recorded_as_it_was_declared(fact: Fact) -> None:
    assert declare(fact, Facts(suppliers=(VILLAGE,), extra_tasks=(EXTRA,))) == fact


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (AnnualTarget("ct-X", 2026, "1", PAPER), "không có chỉ tiêu nào mang mã “ct-X”"),
        (AnnualTarget("ct-V", 2026, "1", PAPER), "không có chỉ tiêu nào mang mã “ct-V”"),
        (AnnualTarget("ct-V.4", 2024, "1", PAPER), "Năm 2024 không thuộc kế hoạch này (từ 2025 đến 2045)"),
        (AnnualTarget("ct-V.4", 2046, "1", PAPER), "Năm 2046 không thuộc"),
        (AnnualTarget("ct-V.4", 2026, " ", PAPER), "Chưa hiểu mục tiêu “” của chỉ tiêu V.4"),
        (AnnualTarget("ct-V.4", 2026, "90"), "phải có số văn bản giao"),
        (came_true(key="nv-X"), "không có nhiệm vụ nào mang mã “nv-X”"),
        (came_true(key="nv-I.1.1"), "Nhiệm vụ I.1.1 không chờ văn bản"),
        (came_true("2026"), "không chờ điều kiện ở lần thực hiện “2026”; chỉ chờ ở: 2025"),
        (came_true("2025", date(2026, 9, 30)), "Thời hạn 30/09/2026 đứng trước ngày có điều kiện 01/10/2026"),
        (extended(date(2026, 1, 1), "2024"), "không có lần thực hiện “2024”"),
        (extended(date(2026, 1, 1), "x"), "2025, từng năm của giai đoạn 2026 - 2030"),
        (extended(date(2025, 12, 31), "2025"), "không sau hạn của kế hoạch (31/12/2025)"),
        (extended(date(2026, 12, 31), "2025", key="nv-I.4.3"), "chưa có thời hạn ở lần thực hiện “2025”"),
        (extended(date(2026, 12, 31), "2025", key="nv-I.3"), "không có, vì kế hoạch không in thời gian"),
        (extended(date(2025, 1, 1)), "không có thời hạn nào trước ngày 01/01/2025 để gia hạn"),
        (extended(date(2027, 3, 31)), "có nhiều lần thực hiện: 2025, 2026. Hãy ghi rõ lần nào"),
        (StillInForce("nv-I.1.2", "", Paper()), "Sản phẩm còn hiệu lực của nhiệm vụ I.1.2 phải có số văn bản"),
        (StillInForce("nv-I.3", "", PAPER), "Nhiệm vụ I.3 không có lần thực hiện nào"),
        (StillInForce("nv-I.1.2", "2026", Paper("1", date(2027, 1, 1))), "ban hành sau lần thực hiện “2026”"),
        (Direction(Paper("3/CT", ON, "")), "phải có số, ngày và trích yếu"),
        (Direction(Paper("3/CT", None, "số hóa")), "phải có số, ngày và trích yếu"),
        (Override("ct-V.4", "bao-cao-x/2026", ONE, None, None, "vì"), "không có kỳ báo cáo “bao-cao-x/2026”"),
        (Override("ct-V.4", "bao-cao-quy/2026", ONE, None, None, "vì"), "không có kỳ báo cáo “bao-cao-quy/2026”"),
        (Override("ct-V.4", "bao-cao-nam/2026", ONE, None, None, ""), "Số liệu ấn định của chỉ tiêu V.4 phải có lý do"),
        (Override("ct-V.4", "bao-cao-nam/2026", None, None, None, "vì"), "phải ghi đúng một loại kết quả"),
        (Override("ct-V.4", "bao-cao-nam/2026", ONE, ONE, TWO, "vì"), "phải ghi đúng một loại kết quả"),
        (Override("ct-V.4", "bao-cao-nam/2026", None, ONE, None, "vì"), "phải ghi cả tử số và mẫu số"),
        (replace(VILLAGE, unit=" "), "Chưa ghi tên đơn vị"),
        (replace(VILLAGE, last_day=date(2025, 1, 1)), "Ngày thôi cung cấp 01/01/2025 đứng trước ngày bắt đầu"),
        (
            replace(VILLAGE, first_day=date(2026, 6, 1)),
            "đã được khai báo cung cấp số liệu cho chỉ tiêu V.4 từ 01/01/2026",
        ),
        (replace(PART, numerator=ONE, denominator=Decimal(0)), "Mẫu số của chỉ tiêu V.4 phải lớn hơn 0"),
        (replace(PART, value=ONE), "phải ghi tử số và mẫu số để cộng được"),
        (replace(PART, unit="Bản Mé"), "“Bản Mé” chưa được khai báo là đơn vị cung cấp số liệu"),
        (replace(PART, as_of=date(2027, 1, 31)), "vào ngày 31/01/2027"),
        (Reading("ct-X", "2030", "90%", "mờ"), "không có chỉ tiêu hay nhiệm vụ nào mang mã “ct-X”"),
        (Reading("ct-V.4", "2031", "90%", "mờ"), "không in gì ở cột “2031”. Các cột có in: 2025, 2030"),
        (Reading("nv-I.3", "2025", "hằng năm", "mờ"), "Dòng này không in gì để hiểu lại"),
        (Reading("ct-V.4", "2030", "1.234", "mờ"), "Vẫn chưa hiểu “1.234” cho chỉ tiêu V.4. Hãy ghi như ≥ 90%"),
        (Reading("nv-I.1.1", "2025", "bao giờ xong", "mờ"), "Hãy ghi như tháng 9/2026"),
        (Reading("ct-V.4", "2030", "90%", ""), "Cách hiểu chỉ tiêu V.4 phải có lý do"),
        (NoBasis("ct-V.4", " "), "phải có lý do"),
        (DaySwap(date(2026, 8, 22), False, "Nghỉ"), "vốn là ngày nghỉ"),
        (DaySwap(date(2026, 8, 24), True, "Làm"), "vốn là ngày làm việc"),
        (DaySwap(date(2026, 8, 22), True, ""), "phải có tên gọi"),
        (Lead("ct-V.4", ""), "Chưa ghi tên đơn vị"),
        (replace(EXTRA, name=" "), "phải có tên"),
        (replace(EXTRA, since=date(2026, 12, 1)), "có từ 01/12/2026, sau thời hạn 30/11/2026 của chính nó"),
        (replace(EXTRA, schedule={"deadline": "2026"}), "không có cột thời gian “deadline”"),
        (replace(EXTRA, schedule={"2025": "bao giờ xong"}), "Chưa hiểu thời hạn “bao giờ xong”"),
        (DeclaredFrom(date(2028, 1, 1)), "còn ở sau hôm nay hơn một năm"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_to_do(fact: Fact, sentence: str) -> None:
    with pytest.raises(AppError) as refused:
        declare(fact, Facts(suppliers=(VILLAGE,)))
    assert sentence in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_rows_that_are_one_indicator_are_declared_at_the_first_of_them() -> None:
    assert declare(NoBasis("ct-6", "vì"), plan=QUANG_SON) == NoBasis("ct-1", "vì")
    reading = Reading("ct-12", "2030", "≥ 95%", "in mờ")
    assert declare(reading, plan=QUANG_SON) == replace(reading, row_key="ct-1")


def test_a_plan_without_a_date_began_at_most_a_term_before_its_first_milestone() -> None:
    key = PHU_THAI.indicators()[0].key
    declare(AnnualTarget(key, 2025, "≥ 10%", PAPER), plan=PHU_THAI)
    with pytest.raises(AppError, match="từ 2025 đến 2045"):
        declare(AnnualTarget(key, 2024, "≥ 10%", PAPER), plan=PHU_THAI)


def test_the_only_occurrence_that_can_be_meant_is_filled_in() -> None:
    brought = Facts(came_true=(came_true("2025", date(2026, 11, 30)),))
    chosen = [
        declare(came_true()),
        declare(extended(date(2026, 3, 31), key="nv-I.1.1")),
        declare(extended(date(2026, 12, 31), key="nv-I.4.3"), brought),
        declare(StillInForce("nv-I.1.2", "", PAPER)),
    ]
    assert [getattr(fact, "occurrence", "") for fact in chosen] == ["2025", "2025", "2025", "2026"]


def test_of_several_conditions_the_officer_names_one() -> None:
    plan = with_schedule(**{"2025": "Sau khi có A", "2025-2030": "Sau khi có B"})
    with pytest.raises(AppError, match="nhiều lần thực hiện: 2025, 2025-2030"):
        declare(came_true(key="nv-I.1.1"), plan=plan)


def test_an_extension_is_held_against_the_officers_reading() -> None:
    read = Facts(readings=(Reading("nv-I.1.1", "2025", "tháng 12/2025", "in nhầm"),))
    with pytest.raises(AppError, match="không sau hạn của kế hoạch"):
        declare(extended(date(2025, 11, 30), "2025", key="nv-I.1.1"), read)


def test_a_task_without_a_time_has_the_year_of_its_plan_to_itself() -> None:
    phong_tho = plan_of("phong-tho")
    key = next(task.key for task in phong_tho.tasks() if not task.schedule)
    assert declare(StillInForce(key, "", PAPER), plan=phong_tho) == StillInForce(key, "-", PAPER)
    with pytest.raises(AppError, match="chưa có thời hạn"):
        declare(extended(date(2027, 3, 31), "-", key), plan=phong_tho)


def test_rounds_of_a_plan_with_one_column_have_no_bounds() -> None:
    with pytest.raises(AppError, match="Các lần thực hiện: từng năm"):
        declare(extended(date(2026, 12, 31), "x", key="nv-1-2"), plan=plan_of("xop"))


def test_units_are_called_as_the_plan_calls_them() -> None:
    assert unit_named(THUAN_CHAU, "phong van hoa–xa hoi") == "Phòng Văn hóa - Xã hội"
    assert unit_named(THUAN_CHAU, "  Bản  Lạnh ") == "Bản Lạnh"
    assert declare(Lead("ct-V.4", "Phòng VH-XH")) == Lead("ct-V.4", "Phòng Văn hóa - Xã hội")


def test_a_unit_that_stopped_may_begin_again() -> None:
    later = replace(VILLAGE, first_day=date(2027, 3, 1), last_day=None)
    earlier = replace(VILLAGE, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31))
    for fact in (later, earlier):
        assert declare(fact, Facts(suppliers=(VILLAGE,))) == fact


@pytest.mark.parametrize(
    ("deadline", "column"),
    [
        ("30/11/2026", "2025-2030"),
        ("tháng 12/2025", "2025"),
        ("quý I/2032", "2030-2035"),
        ("Thường xuyên", "2025-2030"),
    ],
)
def test_a_task_outside_the_plan_stands_in_the_column_of_its_year(deadline: str, column: str) -> None:
    assert schedule_for(THUAN_CHAU, deadline, ON) == {column: deadline}


def test_a_time_that_no_column_holds_is_left_to_be_refused() -> None:
    assert schedule_for(THUAN_CHAU, " ", ON) == {}
    assert schedule_for(THUAN_CHAU, "năm 2050", ON) == {"2025": "năm 2050"}
    assert schedule_for(PHU_THAI, "30/11/2026", ON) == {"deadline": "30/11/2026"}


def test_facts_are_told_in_words() -> None:
    facts = Facts(
        annual_targets=(AnnualTarget("ct-V.4", 2026, "≥ 90%", Paper("12/QĐ-UBND", date(2026, 1, 5), "giao chỉ tiêu")),),
        came_true=(came_true("2025"), came_true("2025", date(2026, 11, 30))),
        extensions=(extended(date(2026, 12, 31), "2025", key="ps-1"),),
        still_in_force=(StillInForce("nv-I.1.2", "2026", Paper("142/KH-UBND")),),
        directions=(Direction(replace(PAPER, about="đôn đốc"), "Đảng ủy xã"),),
        overrides=(Override("ct-V.4", "bao-cao-quy/2026-Q3", None, Decimal(1452), Decimal(1710), "đếm lại"),),
        suppliers=(VILLAGE, replace(VILLAGE, last_day=None)),
        part_figures=(replace(PART, nothing_happened=True), replace(PART, row_key="ct-cu", value=ONE)),
        extra_tasks=(EXTRA, replace(EXTRA, key="ps-2", since=date(2026, 11, 5))),
    )
    words = FactWords(THUAN_CHAU, facts)
    assert [words.sentence(fact) for fact in facts.each()] == [
        "Mục tiêu năm 2026 của chỉ tiêu V.4: ≥ 90% (12/QĐ-UBND ngày 05/01/2026, giao chỉ tiêu)",
        "Việc đã có điều kiện của nhiệm vụ I.4.3 (lần 2025): từ 01/10/2026",
        "Việc đã có điều kiện của nhiệm vụ I.4.3 (lần 2025): từ 01/10/2026, hạn 30/11/2026",
        "Gia hạn của nhiệm vụ phát sinh 1 (lần 2025): đến 31/12/2026 (12/QĐ-UBND ngày 05/01/2026)",
        "Sản phẩm còn hiệu lực của nhiệm vụ I.1.2 (lần 2026): 142/KH-UBND",
        "Văn bản chỉ đạo số 12/QĐ-UBND ngày 05/01/2026: đôn đốc (Đảng ủy xã)",
        "Số liệu ấn định của chỉ tiêu V.4, quý III năm 2026: 1.452/1.710 (lý do: đếm lại)",
        "Đơn vị “Bản Lạnh” cung cấp số liệu cho chỉ tiêu V.4: từ 01/01/2026 đến 31/12/2026",
        "Đơn vị “Bản Lạnh” cung cấp số liệu cho chỉ tiêu V.4: từ 01/01/2026",
        "Phần của “Bản Lạnh” trong chỉ tiêu V.4, từ 01/10/2026 đến 31/10/2026: không phát sinh",
        "Phần của “Bản Lạnh” trong ct-cu, từ 01/10/2026 đến 31/10/2026: 1",
        "Nhiệm vụ phát sinh ps-1: Rà soát, thời hạn 30/11/2026",
        "Nhiệm vụ phát sinh ps-2: Rà soát, từ 05/11/2026, thời hạn 30/11/2026",
    ]
    assert {KINDS[type(fact)] for fact in facts.each()} <= set(KINDS.values())
