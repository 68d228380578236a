"""Check what a plan says about its own rows, on the built-in plan of Thuận Châu and on a small one."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from importers.plan_files import load_plan
from models.plan_format import plan_from_dict
from models.plans import Plan
from models.text import fold
from tests.models.small_plan import small_plan

# The plan joins these units with commas, though other commas belong to names; the officer links them.
COMMA_LISTS = {
    "Các trường học, tổ chức chính trị - xã hội, thôn, bản, tiểu khu",  # V.7
    "các tổ chức chính trị - xã hội, thôn, bản, tiểu khu",  # V.8
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan("thuan-chau")


def test_counts_of_indicators(plan: Plan) -> None:
    assert len(plan.indicators()) == 41
    assert Counter(row.kind for row in plan.indicator_rows) == {"section": 6, "indicator": 41}
    assert sum(row.parent == "ct-II.5" for row in plan.indicators()) == 5


def test_counts_of_tasks(plan: Plan) -> None:
    assert len(plan.tasks()) == 48
    assert Counter(row.kind for row in plan.task_rows) == {"section": 10, "group": 7, "task": 48}


def test_columns(plan: Plan) -> None:
    assert plan.milestones == (2025, 2030, 2035, 2040, 2045)
    spans = [(column.first_year, column.last_year) for column in plan.schedule_columns]
    assert spans == [(2025, 2025), (2026, 2030), (2031, 2035), (2036, 2040), (2041, 2045)]


def test_rows_judged_in_2026(plan: Plan) -> None:
    with_2030 = [row for row in plan.indicators() if 2030 in row.targets]
    assert len(with_2030) == 29
    begin_later = [label(plan, row.key) for row in plan.indicators() if min(row.targets) > 2030]
    assert begin_later == ["I.2", "II.5.5", "III.6", "IV.2"]
    ended = [label(plan, row.key) for row in plan.indicators() if max(row.targets) == 2025]
    assert ended == [f"VI.{number}" for number in range(1, 9)]


def test_only_i_3_has_no_time(plan: Plan) -> None:
    assert [label(plan, row.key) for row in plan.tasks() if not row.schedule] == ["I.3"]


@pytest.mark.parametrize(
    ("key", "column", "printed"),
    [
        ("nv-II.4", "2025", "Tháng 9/2026"),
        ("nv-VIII.1.1", "2040-2045", "2030"),
        ("nv-X.3", "2025", "x"),
        ("nv-X.3", "2025-2030", "2026"),
        ("nv-VII.1", "2025-2030", "Sau khi tỉnh ban hành Đề án"),
        ("nv-I.2", "2040-2045", "Tháng 11 hàng năm (kế hoạch năm tiếp theo)"),
    ],
)
def test_contradictions_and_cut_rows_stand_in_their_column(plan: Plan, key: str, column: str, printed: str) -> None:
    assert next(row for row in plan.tasks() if row.key == key).schedule[column] == printed


def test_i_4_1_keeps_its_time_under_deliverable(plan: Plan) -> None:
    row = next(row for row in plan.tasks() if row.key == "nv-I.4.1")
    assert row.deliverable == "Tháng 8/2025"
    assert set(row.schedule.values()) == {"Cập nhật hàng năm"}


def test_duties(plan: Plan) -> None:
    assert [duty.frequency for duty in plan.duties] == ["month", "quarter", "six_months", "year"]
    assert {duty.direction for duty in plan.duties} == {"outgoing"}
    assert all(duty.due and (duty.due.day, duty.due.month) == (5, None) for duty in plan.duties)
    assert {duty.by for duty in plan.duties} == {"Phòng Văn hóa - Xã hội"}
    assert plan.duty("bao-cao-quy").frequency == "quarter"


def test_unknown_duty(plan: Plan) -> None:
    with pytest.raises(KeyError):
        plan.duty("bao-cao-tuan")


def test_signer_and_blank_number(plan: Plan) -> None:
    assert plan.document.signer == "Đỗ Ngọc Quang"
    assert (plan.document.number, plan.document.date) == ("/KH-UBND", "/7/2025")


def test_keys_are_unique(plan: Plan) -> None:
    keys = [row.key for row in plan.rows()]
    assert len(keys) == len(set(keys)) == 47 + 65


@pytest.mark.parametrize(
    ("key", "cited"),
    [("ct-V.4", "V.4"), ("ct-II.5.1", "II.5.1"), ("nv-I.1.1", "I.1.1"), ("nv-I", "I"), ("nv-VIII.2.1.1", "VIII.1.1")],
)
def test_labels(plan: Plan, key: str, cited: str) -> None:
    assert label(plan, key) == cited


def test_section_viii_repeats_its_numbers(plan: Plan) -> None:
    cited = Counter(label(plan, row.key) for row in plan.task_rows)
    repeated = [name for name, times in cited.items() if times > 1]
    assert repeated == ["VIII.1.1", "VIII.1.2", "VIII.1.3", "VIII.2"]


def test_a_row_without_a_section_is_cited_by_its_number() -> None:
    data = small_plan()
    data["indicator_rows"] = data["indicator_rows"][1:]
    data["indicator_rows"][0]["parent"] = None
    plan = plan_from_dict(data)
    assert plan.sections()["ct-I.2"] is None
    assert label(plan, "ct-I.2") == "1.1"


def test_every_unit_is_in_the_list_of_agencies(plan: Plan) -> None:
    known = {fold(name) for agency in plan.agencies for name in (agency.name, *agency.aliases)}
    cells = (cell for row in plan.rows() for cell in (row.lead, row.coordinating) if cell)
    parts = {part.strip() for cell in cells for part in cell.split(";")}
    assert {part for part in parts if fold(part) not in known} == COMMA_LISTS


def test_no_spelling_names_two_agencies(plan: Plan) -> None:
    spellings = [{fold(name) for name in (agency.name, *agency.aliases)} for agency in plan.agencies]
    assert max(Counter(name for names in spellings for name in names).values()) == 1


def test_texts_are_nfc_and_single_spaced(plan: Plan) -> None:
    for text in texts_of(plan):
        assert unicodedata.is_normalized("NFC", text), text
        assert "  " not in text, text
        assert text == text.strip(), text


def texts_of(plan: Plan) -> Iterator[str]:
    """Yield the printed texts but the notes under the appendices' titles, whose blanks are written in by hand."""
    document = plan.document
    yield from (document.title, document.signer, *document.recipients, *document.legal_bases)
    yield from (name for agency in plan.agencies for name in (agency.name, *agency.aliases))
    for row in plan.rows():
        yield from (row.name, row.number, row.lead, row.coordinating, row.note)
    for indicator in plan.indicators():
        yield from (indicator.unit, *indicator.targets.values())
    for task in plan.tasks():
        yield from (task.deliverable, *task.schedule.values())


def label(plan: Plan, key: str) -> str:
    return plan.labels()[key]
