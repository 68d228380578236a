"""Evidence comes out as it went in, once for each row and days; in a locked period more may come, nothing goes."""

from dataclasses import replace
from datetime import date

import pytest

from models.errors import NotFound, PeriodLocked
from models.evidence_files import Evidence
from models.store import evidence_rows, report_rows
from models.store.change_rows import history
from models.store.connection import Store
from models.store.undoing import undo
from tests.models.store.samples import AT, EVIDENCE, LATER, OCTOBER, PERIOD, WHO


def add(store: Store, *files: Evidence) -> list[bool]:
    with store.change("Thêm minh chứng", who=WHO, at=AT) as change:
        return [evidence_rows.add(change, one) for one in files]


def test_a_file_comes_back_as_it_was_added(store: Store) -> None:
    assert add(store, EVIDENCE) == [True]
    (found,) = evidence_rows.evidence(store)
    assert replace(found, id=0) == EVIDENCE
    assert evidence_rows.evidence(store, "ct-5g") == (found,)
    assert evidence_rows.evidence(store, "ct-so-hoa") == ()


def test_the_same_bytes_stand_once_for_a_row_and_its_days(store: Store) -> None:
    other_row, other_days = replace(EVIDENCE, row_key="nv-kh"), replace(EVIDENCE, start=date(2026, 7, 1))
    assert add(store, EVIDENCE, replace(EVIDENCE, name="tên khác.pdf"), other_row, other_days) == [
        True,
        False,
        True,
        True,
    ]


def test_names_and_notes_change_and_are_logged(store: Store) -> None:
    add(store, EVIDENCE)
    (found,) = evidence_rows.evidence(store)
    with store.change("Đổi tên", who=WHO, at=LATER) as change:
        evidence_rows.describe(change, found.id, "QĐ 12.pdf", "bản ký")
    (now,) = evidence_rows.evidence(store)
    assert (now.name, now.note, now.kept) == ("QĐ 12.pdf", "bản ký", EVIDENCE.kept)
    moved = [(item.entry.column, item.entry.new) for item in history(store, "evidence", "ct-5g")[:2]]
    assert set(moved) == {("name", "QĐ 12.pdf"), ("note", "bản ký")}


def test_a_row_that_the_plan_does_not_have_gets_none(store: Store) -> None:
    with pytest.raises(NotFound, match="ct-lạ"):
        add(store, replace(EVIDENCE, row_key="ct-lạ"))


def test_of_a_locked_period_evidence_is_added_but_never_taken_away(store: Store) -> None:
    with store.change("Khóa", who=WHO, at=AT) as change:
        report_rows.lock_period(change, PERIOD, *OCTOBER)
    assert add(store, EVIDENCE) == [True]
    (found,) = evidence_rows.evidence(store)
    with pytest.raises(PeriodLocked, match="mở lại kỳ"), store.change("Bỏ", who=WHO, at=LATER) as change:
        evidence_rows.erase(change, found.id)
    assert undo(store, who=WHO, at=LATER).problems[0].startswith("Minh chứng “quyết định.pdf” của 1: Kỳ tháng 10")
    assert evidence_rows.evidence(store) == (found,)


def test_files_are_counted_by_row_those_of_the_closing_day_apart(store: Store) -> None:
    september = replace(EVIDENCE, start=date(2026, 9, 1), as_of=date(2026, 9, 30))
    add(store, EVIDENCE, september, replace(EVIDENCE, row_key="nv-kh"))
    assert evidence_rows.counts(store, *OCTOBER) == {("ct-5g", True): 1, ("nv-kh", True): 1}
    assert evidence_rows.counts(store, date(2026, 9, 1), OCTOBER[1])["ct-5g", False] == 1
