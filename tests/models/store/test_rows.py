"""Plans, figures, progress, settings: what goes in comes out equal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import resources
from models.actuals import Actual, FigureState, Progress
from models.errors import AppError
from models.plan_format import plan_from_dict
from models.plans import Plan
from models.store import figure_rows, plan_rows, setting_rows
from models.store.connection import Store
from tests.models.store.samples import AT, OCTOBER, WHO, figure, october, progress_of_october, record, values

FULL_PROGRESS = Progress(
    "nv-kh",
    "deadline",
    *OCTOBER,
    percent=Decimal("99.5"),
    done=True,
    done_on=date(2026, 10, 12),
    deliverable_number="215/KH-UBND",
    deliverable_date=date(2026, 10, 12),
    text="Đã ban hành",
    difficulty="Không",
    proposal="Không",
    next_step="Triển khai",
    note="Gửi các bản",
)


PLANS = [name for name in resources.names("plans", ".json") if not name.endswith(".schema.json")]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_comes_back_equal(tmp_path: Path, name: str) -> None:
    plan = plan_from_dict(resources.read_json(name))
    with Store.create(tmp_path / "so.db", plan, who=WHO, at=AT) as store:
        assert plan_rows.load_current(store) == plan
        assert store.rows("SELECT key, sha256 FROM plan") == [(plan.id, plan_rows.sha256(plan))]


def test_names_are_folded_for_search(store: Store) -> None:
    found = store.rows("SELECT key FROM indicator_row WHERE name_folded LIKE '%so hoa%'")
    assert found == [("ct-so-hoa",)]


def test_a_second_plan_becomes_the_current_one(store: Store, plan: Plan) -> None:
    with store.change("Kế hoạch năm sau", who=WHO, at=AT, origin="import") as change:
        plan_rows.add(change, replace(plan, id="nam-sau"))
    assert plan_rows.load_current(store).id == "nam-sau"
    record(store, october("1"))
    assert store.rows("SELECT p.key FROM figure AS f JOIN plan AS p ON p.id = f.plan_id") == [("nam-sau",)]


FIGURES = [
    october("84.90"),
    Actual("ct-so-hoa", *OCTOBER, numerator=Decimal(1452), denominator=Decimal(1710), estimate=True, note="ước"),
    Actual("ct-so-hoa", *OCTOBER, text="Duy trì", reached=False),
    Actual("ct-bai", *OCTOBER, state=FigureState.NOTHING_HAPPENED, difficulty="Thiếu người", proposal="Bổ sung"),
    Actual("ct-bai", *OCTOBER, note="chỉ có ghi chú"),
]


@pytest.mark.parametrize("actual", FIGURES)
def test_a_figure_comes_back_equal(store: Store, actual: Actual) -> None:
    record(store, actual)
    assert figure_rows.figures(store) == {actual.row_key: (actual,)}


@pytest.mark.parametrize("progress", [FULL_PROGRESS, progress_of_october(), replace(progress_of_october(), done=False)])
def test_progress_comes_back_equal(store: Store, progress: Progress) -> None:
    with store.change("Tiến độ", who=WHO, at=AT) as change:
        figure_rows.save_progress(change, progress)
    assert figure_rows.progress(store) == {"nv-kh": (progress,)}


def test_figures_come_oldest_first(store: Store) -> None:
    record(store, figure("3", month=9), figure("1", month=1), figure("2", month=2))
    assert values(store) == ["1", "2", "3"]


def test_saving_again_replaces_and_logs_only_what_differs(store: Store) -> None:
    record(store, october("1"))
    changed = record(store, replace(october("2"), note="sửa"))
    logged = store.rows("SELECT column_name, old, new FROM change_entry WHERE change_set_id = ?", [changed])
    assert sorted(logged) == [("note", "", "sửa"), ("value", "1", "2")]


def test_a_blank_record_is_no_record(store: Store) -> None:
    record(store, october("1"))
    record(store, Actual("ct-5g", *OCTOBER))
    assert figure_rows.figures(store) == {}
    with store.change("Xóa", who=WHO, at=AT) as change:
        assert not figure_rows.erase(change, "ct-5g", *OCTOBER)
        figure_rows.save_progress(change, progress_of_october())
        figure_rows.save_progress(change, Progress("nv-kh", "deadline", *OCTOBER))
    assert figure_rows.progress(store) == {}


WRONG = [
    Actual("ct-5g", *OCTOBER, value=Decimal(1), numerator=Decimal(1), denominator=Decimal(2)),
    Actual("ct-5g", *OCTOBER, value=Decimal(1), state=FigureState.NOT_REPORTED),
    Actual("ct-5g", OCTOBER[1], OCTOBER[0], value=Decimal(1)),
]


@pytest.mark.parametrize("actual", WRONG)
def test_a_record_that_contradicts_itself_is_refused(store: Store, actual: Actual) -> None:
    with pytest.raises(AppError, match="“ct-5g”"):
        record(store, actual)


def test_per_cent_beyond_the_scale_is_refused(store: Store) -> None:
    with pytest.raises(AppError, match="từ 0 đến 100"), store.change("Tiến độ", who=WHO, at=AT) as change:
        figure_rows.save_progress(change, progress_of_october(101))


def test_settings(store: Store) -> None:
    with store.change("Cài đặt", who=WHO, at=AT) as change:
        setting_rows.save_setting(change, setting_rows.OFFICER, "Lò Thị Lan")
        setting_rows.save_setting(change, setting_rows.SAMPLE, "1")
        setting_rows.save_calendar(change, "thang", "own:25")
    assert setting_rows.officer(store) == "Lò Thị Lan"
    assert setting_rows.is_sample(store)
    assert setting_rows.calendars(store) == {"thang": "own:25"}
    with store.change("Bỏ", who=WHO, at=AT) as change:
        assert setting_rows.erase_setting(change, setting_rows.SAMPLE)
        assert not setting_rows.erase_setting(change, setting_rows.SAMPLE)
    assert not setting_rows.is_sample(store)


def test_twenty_years_of_figures_load_with_few_statements_and_then_with_fewer(store: Store) -> None:
    months = [date(year, month, 1) for year in range(2026, 2046) for month in range(1, 13)]
    keys = ("ct-5g", "ct-so-hoa", "ct-bai")
    record(store, *(Actual(key, day, day.replace(day=28), value=Decimal(day.year)) for key in keys for day in months))
    statements: list[str] = []
    store.connection.set_trace_callback(statements.append)
    loaded = figure_rows.figures(store)
    assert sum(map(len, loaded.values())) == 720
    assert len(statements) == 4
    figure_rows.figures(store)
    assert len(statements) == 6
