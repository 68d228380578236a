"""Records that stay in memory are always those of the file, whoever wrote it and however."""

from contextlib import suppress
from decimal import Decimal

import pytest

from models.store import figure_rows, fresh_rows
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import AT, LATER, OCTOBER, WHO, figure, october, progress_of_october, record


def values(store: Store, key: str = "ct-5g") -> list[Decimal | None]:
    return [actual.value for actual in figure_rows.figures(store).get(key, ())]


def test_a_change_is_seen_at_the_next_reading(store: Store) -> None:
    record(store, figure("84.90", month=9), october("9", key="ct-bai"))
    assert values(store) == [Decimal("84.90")]
    record(store, october("85.2"))
    assert values(store) == [Decimal("84.90"), Decimal("85.2")]
    assert values(store, "ct-bai") == [9]


def test_nothing_is_read_again_where_nothing_changed(store: Store) -> None:
    record(store, october("85.2"))
    assert figure_rows.figures(store) is figure_rows.figures(store)
    with store.change("Tiến độ", who=WHO, at=AT) as change:
        figure_rows.save_progress(change, progress_of_october())
    assert figure_rows.figures(store)["ct-5g"][0] is figure_rows.figures(store)["ct-5g"][0]
    assert figure_rows.progress(store)["nv-kh"][0].percent == 70


def test_what_is_erased_and_what_is_taken_back_is_gone(store: Store) -> None:
    record(store, figure("84.90", month=9))
    record(store, october("85.2"))
    assert len(values(store)) == 2
    with store.change("Xóa", who=WHO, at=LATER) as change:
        figure_rows.erase(change, "ct-5g", *OCTOBER)
    assert values(store) == [Decimal("84.90")]
    undo(store, who=WHO, at=LATER)
    assert values(store) == [Decimal("84.90"), Decimal("85.2")]


def test_a_change_that_is_taken_back_by_an_error_was_never_seen(store: Store) -> None:
    record(store, october("85.2"))
    assert values(store) == [Decimal("85.2")]
    with suppress(ZeroDivisionError), store.change("Hỏng", who=WHO, at=LATER) as change:
        figure_rows.save(change, october("1"))
        assert values(store) == [1]
        raise ZeroDivisionError
    assert values(store) == [Decimal("85.2")]


def test_a_reader_sees_what_another_program_wrote(store: Store) -> None:
    record(store, october("85.2"))
    with Store.open(store.path, write=False) as reader:
        assert values(reader) == [Decimal("85.2")]
        record(store, october("90"), october("3", key="ct-bai"))
        assert values(reader) == [90]
        assert values(reader, "ct-bai") == [3]


def test_a_change_of_very_many_rows_is_read_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    record(store, october("85.2"))
    assert values(store) == [Decimal("85.2")]
    monkeypatch.setattr(fresh_rows, "MANY", 2)
    record(store, october("90"), october("3", key="ct-bai"))
    assert values(store) + values(store, "ct-bai") == [90, 3]
    assert list(figure_rows.figures(store)) == ["ct-5g", "ct-bai"]
