"""Ad hoc reports come out as they went in, keep their keys, and are withdrawn but never lost."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from models.ad_hoc import AdHocReport
from models.errors import NotFound
from models.store import ad_hoc_rows, plan_rows
from models.store.change_rows import history, touched
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import AD_HOC, AT, LATER, WHO, small_plan


def save(store: Store, *reports: AdHocReport) -> int:
    with store.change("Báo cáo đột xuất", who=WHO, at=AT) as change:
        for report in reports:
            ad_hoc_rows.save(change, report)
    return change.id


def withdraw(store: Store, key: str) -> None:
    with store.change("Bỏ", who=WHO, at=AT) as change:
        ad_hoc_rows.withdraw(change, key)


def test_a_report_comes_out_as_it_went_in_and_is_changed_in_its_place(store: Store) -> None:
    bare = AdHocReport("dx-2", "ad_hoc", "Sự cố mạng", (), "", AT.date(), AT.date())
    save(store, AD_HOC, bare)
    assert ad_hoc_rows.ad_hoc_reports(store) == (AD_HOC, bare)
    save(store, later := replace(AD_HOC, due=date(2026, 10, 20)))
    assert ad_hoc_rows.ad_hoc_reports(store) == (later, bare)
    assert history(store, "ad_hoc_report", "dx-1")[0].entry.new == "2026-10-20"


def test_a_key_is_given_once_even_when_its_report_was_undone(store: Store) -> None:
    new = replace(AD_HOC, key="")
    first = save(store, ad_hoc_rows.keyed(store, new))
    assert touched(store, first) == (("ad_hoc_report", "dx-1"),)
    undo(store, first, who=WHO, at=LATER)
    assert ad_hoc_rows.keyed(store, new).key == "dx-2"
    assert ad_hoc_rows.keyed(store, AD_HOC) is AD_HOC


def test_a_withdrawn_report_stays_in_the_register(store: Store) -> None:
    save(store, AD_HOC)
    withdraw(store, "dx-1")
    assert ad_hoc_rows.ad_hoc_reports(store) == (replace(AD_HOC, withdrawn=True),)
    for key in ("dx-1", "dx-9"):
        with pytest.raises(NotFound, match=f"mang mã “{key}”"):
            withdraw(store, key)
    undo(store, who=WHO, at=LATER)
    assert ad_hoc_rows.ad_hoc_reports(store) == (AD_HOC,)


def test_each_plan_has_its_own(store: Store) -> None:
    save(store, AD_HOC)
    with store.change("Kế hoạch sau", who=WHO, at=LATER) as change:
        plan_rows.add(change, replace(small_plan(), id="sau"))
    assert ad_hoc_rows.ad_hoc_reports(store) == ()
    assert ad_hoc_rows.keyed(store, replace(AD_HOC, key="")).key == "dx-1"


@pytest.mark.parametrize(
    "report",
    [
        replace(AD_HOC, key="bc-1"),
        replace(AD_HOC, subject=""),
        replace(AD_HOC, closing=date(2026, 6, 30)),
        replace(AD_HOC, due=date(2026, 9, 1)),
    ],
)
def test_the_table_refuses_what_makes_no_sense(store: Store, report: AdHocReport) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        save(store, report)
