"""Outlines, sentences written over, explanations and what was understood come out as they went in and stay locked."""

from collections.abc import Callable

import pytest

from models.errors import PeriodLocked
from models.facts import Reading
from models.outline import OWN, STANDARD
from models.report_work import WrittenOver
from models.store import drafting_rows, fact_rows, report_rows
from models.store.change_rows import history
from models.store.connection import Store
from models.store.transaction import Change
from models.understanding import PARSER, Understanding
from tests.models.store.samples import AT, COUNTS, LATER, OCTOBER, PERIOD, WHO, draft

READING = Reading("ct-5g", "2030", "≥ 55%", "in nhầm")


def write(store: Store, act: Callable[[Change], object], why: str = "") -> None:
    with store.change("Thử", who=WHO, at=AT, why=why) as change:
        act(change)


def lock(change: Change) -> None:
    report_rows.lock_period(change, PERIOD, *OCTOBER)


def issue(change: Change) -> None:
    report_rows.record_issue(change, PERIOD, *OCTOBER, number="1", day=OCTOBER[1], signer="Quang", files=[])


def test_an_outline_is_kept_for_its_duty_only(store: Store) -> None:
    assert drafting_rows.outline(store, "thang") == STANDARD
    write(store, draft)
    outline = drafting_rows.outline(store, "thang")
    assert [(one.number, one.heading.title) for one in outline.numbered() if not one.heading.parent] == [
        ("I", "Tình hình chung"),
        ("II", ""),
        ("III", ""),
        ("IV", "Đề án 06"),
        ("V", ""),
    ]
    assert drafting_rows.outline(store, "quy") == STANDARD


def test_an_added_heading_never_gets_the_id_of_one_that_was_removed(store: Store) -> None:
    write(store, draft)
    outline = drafting_rows.outline(store, "thang").removed(f"{OWN}1")
    write(store, lambda change: drafting_rows.save_outline(change, "thang", outline))
    assert drafting_rows.outline(store, "thang").added("Mục khác", "V")[1] == f"{OWN}2"


def test_a_sentence_is_written_over_again_and_let_go(store: Store) -> None:
    write(store, draft)
    assert drafting_rows.written_over(store, PERIOD) == {COUNTS.key: COUNTS}
    left_out = WrittenOver(COUNTS.key, "", "03 chỉ tiêu đạt.")
    write(store, lambda change: drafting_rows.save_written_over(change, PERIOD, left_out))
    assert drafting_rows.written_over(store, PERIOD) == {COUNTS.key: left_out}
    found = []
    for _ in range(2):
        write(store, lambda change: found.append(drafting_rows.erase_written_over(change, PERIOD, COUNTS.key)))
    assert found == [True, False]
    assert drafting_rows.written_over(store, PERIOD) == {}


def test_empty_words_take_an_explanation_away(store: Store) -> None:
    write(store, draft)
    assert drafting_rows.explanations(store, PERIOD) == {"ct-5g": "Thêm ba trạm."}
    write(store, lambda change: drafting_rows.save_explanation(change, PERIOD, "ct-5g", ""))
    write(store, lambda change: drafting_rows.save_explanation(change, PERIOD, "ct-5g", ""))
    assert drafting_rows.explanations(store, PERIOD) == {}


@pytest.mark.parametrize(
    "act",
    [
        lambda change: drafting_rows.save_written_over(change, PERIOD, WrittenOver("II.1/counts", "Khác", "x")),
        lambda change: drafting_rows.erase_written_over(change, PERIOD, "II.1/counts"),
        lambda change: drafting_rows.save_explanation(change, PERIOD, "ct-5g", "Khác"),
        lambda change: drafting_rows.save_explanation(change, PERIOD, "ct-5g", ""),
        lambda change: drafting_rows.save_explanation(change, PERIOD, "ct-bai", "Mới"),
        lambda change: drafting_rows.save_understanding(change, PERIOD, Understanding("9", ())),
        lambda change: change.delete("period_understanding", 1),
    ],
)
def test_an_issued_report_keeps_what_its_draft_said(store: Store, act: Callable[[Change], object]) -> None:
    write(store, draft)
    write(store, issue)
    before = drafting_rows.written_over(store, PERIOD), drafting_rows.explanations(store, PERIOD)
    with pytest.raises(PeriodLocked, match="tháng 10 năm 2026"):
        write(store, act)
    assert (drafting_rows.written_over(store, PERIOD), drafting_rows.explanations(store, PERIOD)) == before
    assert drafting_rows.understanding(store, PERIOD) == Understanding(PARSER, ())


def test_every_closing_keeps_what_is_understood_at_that_moment(store: Store) -> None:
    assert drafting_rows.understanding(store, PERIOD) is None
    write(store, lock)
    write(store, lambda change: fact_rows.save(change, READING))
    write(store, lock)
    assert drafting_rows.understanding(store, PERIOD) == Understanding(PARSER, ())
    write(store, lambda change: report_rows.reopen_period(change, PERIOD), why="sai số")
    write(store, lock)
    assert drafting_rows.understanding(store, PERIOD) == Understanding(PARSER, (READING,))


def test_issuing_keeps_it_too(store: Store) -> None:
    write(store, lambda change: fact_rows.save(change, READING))
    write(
        store,
        lambda change: report_rows.record_issue(
            change, PERIOD, *OCTOBER, number="1", day=LATER.date(), signer="Quang", files=[]
        ),
    )
    assert drafting_rows.understanding(store, PERIOD) == Understanding(PARSER, (READING,))


@pytest.mark.parametrize(
    ("table", "key"),
    [("outline", "thang"), ("sentence", PERIOD), ("explanation", PERIOD), ("report_step", PERIOD)],
)
def test_the_log_tells_the_story_of_a_draft(store: Store, table: str, key: str) -> None:
    write(store, draft)
    entries = history(store, table, key)
    assert entries
    assert {item.change.who for item in entries} == {WHO}
    assert history(store, table, "khác") == ()
