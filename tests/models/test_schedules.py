"""Every printed time of Thuận Châu, and the harder ones of the other plans, with what is understood."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.occurrences import Occurrence, earlier_occurrences, occurrence, occurrence_in_force
from models.plans import ScheduleColumn, TaskRow
from models.schedules import Stage, StageKind, describe, parse_stage, stages
from tests.models.rows import COLUMNS, DEADLINE_COLUMN, task, thuan_chau

DEADLINE, STAGE, YEARLY = StageKind.DEADLINE, StageKind.STAGE, StageKind.YEARLY
CONTINUOUS, CONDITION, NOTED, UNKNOWN = StageKind.CONTINUOUS, StageKind.CONDITION, StageKind.NOTED, StageKind.UNKNOWN
NOVEMBER = "Tháng 11 hàng năm (kế hoạch năm tiếp theo)"
_LATER = ("2025-2030", "2030-2035", "2035-2040", "2040-2045")
_YEARS = {"2025": "2025-2025", "2025-2030": "2026-2030", "2030-2035": "2031-2035"} | {
    "2035-2040": "2036-2040",
    "2040-2045": "2041-2045",
}

# Reviewed against the plan: column, printed words -> kind, first and last year, due day.
THUAN_CHAU: dict[tuple[str, str], tuple[StageKind, str, str | None]] = {
    ("2025", "7/2025"): (DEADLINE, "2025-2025", "2025-07-31"),
    ("2025", "Tháng 9/2025"): (DEADLINE, "2025-2025", "2025-09-30"),
    ("2025", "12/2025"): (DEADLINE, "2025-2025", "2025-12-31"),
    ("2025", "Tháng 12/2025"): (DEADLINE, "2025-2025", "2025-12-31"),
    ("2025", "Tháng 9/2026"): (DEADLINE, "2025-2026", "2026-09-30"),
    ("2025-2030", "2026"): (DEADLINE, "2026-2030", "2026-12-31"),
    ("2025-2030", "2030"): (DEADLINE, "2026-2030", "2030-12-31"),
    ("2030-2035", "2035"): (DEADLINE, "2031-2035", "2035-12-31"),
    ("2035-2040", "2040"): (DEADLINE, "2036-2040", "2040-12-31"),
    ("2040-2045", "2030"): (NOTED, "2041-2045", None),
    ("2025", "Sau khi có Kế hoạch của tỉnh"): (CONDITION, "2025-2025", None),
    ("2025", "Sau khi có kế hoạch của tỉnh"): (CONDITION, "2025-2025", None),
    ("2025", "Sau khi tỉnh ban hành Kế hoạch"): (CONDITION, "2025-2025", None),
    ("2025-2030", "Sau khi tỉnh ban hành Đề án"): (CONDITION, "2026-2030", None),
    ("2025", "Khi tỉnh triển khai"): (CONDITION, "2025-2025", None),
    ("2025", "Sau cấp có thẩm quyền ban hành dự kiến 12/2025"): (CONDITION, "2025-2025", None),
    ("2025", "Theo chỉ đạo, yêu cầu của tỉnh trong năm 2025"): (CONDITION, "2025-2025", None),
    **{(column, "x"): (STAGE, span, None) for column, span in _YEARS.items()},
    **{(column, "Cập nhật hàng năm"): (YEARLY, span, None) for column, span in _YEARS.items()},
    **{(column, "Thường xuyên"): (CONTINUOUS, span, None) for column, span in _YEARS.items()},
    **{(column, "Hàng năm"): (YEARLY, _YEARS[column], None) for column in _LATER},
    **{(column, NOVEMBER): (YEARLY, _YEARS[column], None) for column in _LATER},
}

# The other plans' cases of design.md §4, all in one column without years: kind, years, due day or month.
OTHERS: list[tuple[str, StageKind, str, str | int | None]] = [
    ("Tháng 01/2029", DEADLINE, "", "2029-01-31"),
    ("Tháng 02/2028", DEADLINE, "", "2028-02-29"),
    ("tháng 9 năm 2025", DEADLINE, "", "2025-09-30"),
    ("15/12/2025", DEADLINE, "", "2025-12-15"),
    ("trước ngày 15/12/2025", DEADLINE, "", "2025-12-14"),
    ("Quý III/2025", DEADLINE, "", "2025-09-30"),
    ("Quý I /2026", DEADLINE, "", "2026-03-31"),
    ("Hoàn thành trong Quý I năm 2026", DEADLINE, "", "2026-03-31"),
    ("Quý 4/2026", DEADLINE, "", "2026-12-31"),
    ("Năm 2025", DEADLINE, "", "2025-12-31"),
    ("2025", DEADLINE, "", "2025-12-31"),
    ("trong năm 2026", DEADLINE, "", "2026-12-31"),
    ("Cuối 2025", DEADLINE, "", "2025-12-31"),
    ("trước 2030", DEADLINE, "", "2029-12-31"),
    ("Hoàn thành toàn trình trước 2030", DEADLINE, "", "2029-12-31"),
    ("2025 - 2026", STAGE, "2025-2026", None),
    ("2026-2028", STAGE, "2026-2028", None),
    ("2025–2030 hoàn thành cơ bản", STAGE, "2025-2030", None),
    ("Giai đoạn 2026 đến 2030", STAGE, "2026-2030", None),
    ("Hàng năm", YEARLY, "", None),
    ("Hằng năm (2025–2045)", YEARLY, "2025-2045", None),
    ("Quý IV của năm trước", YEARLY, "", 12),
    ("Quý I hằng năm", YEARLY, "", 3),
    ("Thường xuyên, liên tục", CONTINUOUS, "", None),
    ("Theo thời gian tại Kế hoạch đã phê duyệt", UNKNOWN, "", None),
    ("Hàng tháng", YEARLY, "", None),
    ("định kỳ (6 tháng/lần)", YEARLY, "", None),
    ("theo quý, 6 tháng, 9 tháng, 01 năm", YEARLY, "", None),
    ("đến năm 2035–2045", DEADLINE, "", "2045-12-31"),
    ("đến năm 2045–2035", UNKNOWN, "", None),
    ("trước 2035–2045", UNKNOWN, "", None),
    ("Sau năm 2030", UNKNOWN, "", None),
    ("x", UNKNOWN, "", None),
    ("13/2025", UNKNOWN, "", None),
    ("31/2/2025", UNKNOWN, "", None),
    ("2030-2025", UNKNOWN, "", None),
    ("2025, 2026 và sau đó ít lâu", UNKNOWN, "", None),
]


def _span(stage: Stage) -> str:
    return "" if stage.first_year is None else f"{stage.first_year}-{stage.last_year}"


def test_the_table_holds_every_printed_time_of_the_plan() -> None:
    assert {cell for row in thuan_chau().task_rows for cell in row.schedule.items()} == set(THUAN_CHAU)


@pytest.mark.parametrize(("cell", "understood"), THUAN_CHAU.items())
def test_a_time_of_thuan_chau_is_understood(
    cell: tuple[str, str], understood: tuple[StageKind, str, str | None]
) -> None:
    (stage,) = parse_stage(cell[1], COLUMNS[cell[0]])
    kind, span, due = understood
    assert (stage.kind, _span(stage), stage.due) == (kind, span, date.fromisoformat(due) if due else None)
    assert (stage.column, stage.printed) == cell
    assert stage.month == (11 if cell[1] == NOVEMBER else None)
    assert replace(parse_stage(describe(stage), COLUMNS[cell[0]])[0], printed=cell[1]) == stage


@pytest.mark.parametrize(("printed", "kind", "span", "when"), OTHERS)
def test_a_time_of_the_other_plans_is_understood(
    printed: str, kind: StageKind, span: str, when: str | int | None
) -> None:
    (stage,) = parse_stage(printed, DEADLINE_COLUMN)
    due = date.fromisoformat(when) if isinstance(when, str) else None
    month = when if isinstance(when, int) else None
    assert (stage.kind, _span(stage), stage.due, stage.month) == (kind, span, due, month)
    assert replace(parse_stage(describe(stage), DEADLINE_COLUMN)[0], printed=printed) == stage


def test_a_blank_cell_has_no_stage() -> None:
    assert parse_stage(" ", DEADLINE_COLUMN) == ()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Sau cấp có thẩm quyền ban hành dự kiến 12/2025", date(2025, 12, 31)),
        ("Theo chỉ đạo, yêu cầu của tỉnh trong năm 2025", date(2025, 12, 31)),
        ("Sau khi ban hành, dự kiến 13/2025", None),
    ],
)
def test_a_condition_keeps_its_words_and_the_day_it_expects(printed: str, expected: date | None) -> None:
    (stage,) = parse_stage(printed, COLUMNS["2025"])
    assert (stage.kind, stage.condition, stage.expected, stage.due) == (CONDITION, printed, expected, None)


@pytest.mark.parametrize(
    ("printed", "kinds", "spans", "ids"),
    [
        ("Năm 2025 và thường xuyên", [DEADLINE, CONTINUOUS], ["", "2026-None"], ["deadline", "deadline/2"]),
        ("Năm 2025 và những năm tiếp theo", [DEADLINE, CONTINUOUS], ["", "2026-None"], ["deadline", "deadline/2"]),
        ("2025–2030 (5G), 2035–2045 (6G)", [STAGE, STAGE], ["2025-2030", "2035-2045"], ["deadline", "deadline/2"]),
        (
            "2025–2035 thí điểm, 2035–2045 nhân rộng",
            [STAGE] * 2,
            ["2025-2035", "2036-2045"],
            ["deadline", "deadline/2"],
        ),
    ],
)
def test_a_cell_may_print_two_stages(printed: str, kinds: list[StageKind], spans: list[str], ids: list[str]) -> None:
    found = parse_stage(printed, DEADLINE_COLUMN)
    assert [(stage.kind, _span(stage), stage.id) for stage in found] == list(zip(kinds, spans, ids, strict=True))


def test_a_second_stage_stays_within_its_column() -> None:
    found = parse_stage("Năm 2025 và thường xuyên", COLUMNS["2025"])
    assert [_span(stage) for stage in found] == ["2025-2025", "2025-2025"]


def test_printed_years_are_held_within_the_column() -> None:
    assert _span(parse_stage("2025-2030", COLUMNS["2025-2030"])[0]) == "2026-2030"
    assert parse_stage("2020-2022", COLUMNS["2025"])[0].kind is NOTED
    assert parse_stage("Hằng năm (2020-2022)", COLUMNS["2025"])[0].kind is NOTED
    assert parse_stage("Hằng năm (2022-2020)", COLUMNS["2025"])[0].kind is UNKNOWN


def _in_force(year: int, row: TaskRow, *done: str) -> Occurrence | None:
    return occurrence_in_force(stages(row, tuple(COLUMNS.values())), date(year, 6, 1), done)


def _id(found: Occurrence | None) -> str | None:
    return found.id if found else None


def test_the_stage_of_the_year_is_in_force() -> None:
    row = task(y2025="x", y2030="x", y2035="x")
    found = {year: _id(_in_force(year, row)) for year in (2024, 2025, 2026, 2030, 2031, 2044)}
    assert list(found.values()) == ["2025", "2025", "2025-2030", "2025-2030", "2030-2035", "2030-2035"]


def test_a_yearly_task_has_one_occurrence_a_year() -> None:
    found = _in_force(2027, task(y2025="x", y2030="Hàng năm"))
    assert found is not None
    assert (found.id, found.first_day, found.due, found.dated) == ("2027", date(2027, 1, 1), date(2027, 12, 31), True)
    november = _in_force(2027, task(y2030=NOVEMBER))
    assert november is not None
    assert november.due == date(2027, 11, 30)
    assert _id(_in_force(2046, task(y2045="Hàng năm"))) == "2045"


def test_a_task_without_a_time_has_no_occurrence() -> None:
    assert _in_force(2026, task()) is None
    assert _in_force(2026, task(y2045="2030")) is None
    assert earlier_occurrences((), date(2026, 6, 1)) == ()


def test_a_stage_of_an_earlier_column_alone_stays_in_force() -> None:
    assert _id(_in_force(2030, task(y2025="7/2025"))) == "2025"
    assert _id(_in_force(2030, task(y2025="7/2025"), "2025")) == "2025"


def test_a_deadline_later_than_its_column_holds_to_the_end_of_its_year_and_until_it_is_done() -> None:
    row = task(y2025="Tháng 9/2026", y2030="x", y2035="Hàng năm")
    years = (2025, 2026, 2027)
    assert [_id(_in_force(year, row)) for year in years] == ["2025", "2025", "2025"]
    assert [_id(_in_force(year, row, "2025")) for year in years] == ["2025", "2025", "2025-2030"]
    assert _id(_in_force(2031, row)) == "2031"


def test_earlier_stages_are_owed_and_rounds_are_not() -> None:
    columns = tuple(COLUMNS.values())
    row = task(y2025="x", y2030="2030", y2035="Hàng năm", y2040="Thường xuyên", y2045="x")
    owed = earlier_occurrences(stages(row, columns), date(2042, 1, 1))
    assert [(debt.id, debt.due, debt.dated) for debt in owed] == [
        ("2025", date(2025, 12, 31), False),
        ("2025-2030", date(2030, 12, 31), True),
    ]
    assert earlier_occurrences(stages(row, columns), date(2025, 1, 1)) == ()


def test_what_has_no_years_begins_with_its_due_year_or_at_once() -> None:
    assert occurrence(parse_stage("Quý I/2026", DEADLINE_COLUMN)[0], 2030).first_day == date(2026, 1, 1)
    assert occurrence(parse_stage("Thường xuyên", DEADLINE_COLUMN)[0], 2030).first_day == date.min


@pytest.mark.parametrize(
    ("printed", "column", "words"),
    [
        ("Tháng 9/2025", "2025", "đến hết ngày 30/09/2025"),
        ("x", "2025", "giai đoạn năm 2025"),
        ("x", "2025-2030", "giai đoạn 2026 - 2030"),
        (NOVEMBER, "2025-2030", "tháng 11 hằng năm (2026-2030)"),
        ("Cập nhật hàng năm", "2025", "hằng năm (2025)"),
        ("Thường xuyên", "2025", "thường xuyên"),
        ("Khi tỉnh triển khai", "2025", "có điều kiện: Khi tỉnh triển khai"),
        ("2030", "2040-2045", "chỉ in trong kế hoạch, không theo dõi"),
        ("Vài tuần một lần", "2025", "chưa hiểu được, cần cán bộ xác định"),
    ],
)
def test_what_is_understood_is_said_in_vietnamese(printed: str, column: str, words: str) -> None:
    assert describe(parse_stage(printed, COLUMNS[column])[0]) == words


_WORDS = [
    "Tháng ",
    "Quý ",
    "Năm ",
    "hàng năm",
    "trước ",
    "cuối ",
    "Sau khi có",
    "x",
    "Thường xuyên",
    " và ",
    ", ",
    " (",
]
_PIECES = st.sampled_from(
    [*_WORDS, ")", "/", "-", " - ", "11", "31", "2025", "2030", "2045", "IV", "dự kiến ", "giai đoạn "]
)
_TEXTS = st.one_of(st.text(), st.lists(_PIECES, max_size=7).map("".join))


@given(_TEXTS, st.sampled_from([*COLUMNS.values(), DEADLINE_COLUMN]))
def test_any_text_is_kept_as_printed_and_described_as_understood(printed: str, column: ScheduleColumn) -> None:
    found = parse_stage(printed, column)
    assert all(stage.printed == printed for stage in found)
    if len(found) == 1:
        (again,) = parse_stage(describe(found[0]), column)
        assert replace(again, printed=printed) == found[0]


@given(st.lists(_TEXTS, min_size=5, max_size=5), st.integers(2020, 2050), st.sets(st.sampled_from([*COLUMNS, "2026"])))
def test_any_schedule_has_one_occurrence_in_force_and_no_debt_of_its_own(
    printed: list[str], year: int, done: set[str]
) -> None:
    row = replace(task(), schedule=dict(zip(COLUMNS, printed, strict=True)))
    found = stages(row, tuple(COLUMNS.values()))
    now = occurrence_in_force(found, date(year, 6, 1), done)
    owed = earlier_occurrences(found, date(year, 6, 1), done)
    assert (now is None) == all(stage.kind is NOTED for stage in found)
    assert now is None or now.id not in {debt.id for debt in owed}
