"""Sentences written over: the officer's words stand, and are marked when the figures no longer match."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.document import Paragraph
from exporters.own_sentences import FROM_THE_DATA, own_sentences
from exporters.report import report_document
from exporters.written_over import STALE_MARK, Unit, said_by_data, stale_units, units
from models.outline import STANDARD
from models.report_work import WrittenOver
from models.reports import Report
from tests.exporters.five_plans import report_by_key
from tests.exporters.small_reports import before, now, report_of, share
from tests.exporters.test_task_sentences import OPEN_DATA, YEARLY

RATE = share("a", "Tỷ lệ phủ sóng 5G", {2030: "100%"})


def report(value: str, *overs: WrittenOver) -> Report:
    """Return a report in which 5G rose from 28,5 %, with sentences written over."""
    own = report_of([RATE], [before("a", "28.5"), now("a", value)])
    return replace(own, written_over={over.key: over for over in overs})


def unit_of(told: Report, key: str) -> Unit:
    """Return one unit of a report."""
    (unit,) = (one for one in units(told) if one.key == key)
    return unit


def over(key: str, text: str, value: str = "32.5") -> WrittenOver:
    """Return a sentence written over when the figure was 32,5 %."""
    return WrittenOver(key, text, unit_of(report(value), key).text)


def texts(told: Report, heading_id: str) -> list[str]:
    """Return what writes itself beneath a heading as printed."""
    return [paragraph.text for paragraph in said_by_data(told, heading_id)]


def test_the_officers_words_stand_in_place_of_the_sentence() -> None:
    told = report("32.5", over("II.1/notable", "**Tốt.**\na) 5G"))
    found = said_by_data(told, "II.1")
    assert [(one.text, one.key) for one in found[1:]] == [("Tốt.", "II.1/notable"), ("a) 5G", "II.1/notable")]
    assert found[1].runs[0].bold
    assert not any(paragraph.stale for paragraph in found)
    assert unit_of(told, "II.1/notable").replaced == told.written_over["II.1/notable"]
    assert stale_units(told) == ()


def test_empty_words_leave_the_sentence_out() -> None:
    assert len(texts(report("32.5"), "II.1")) == 2
    assert len(texts(report("32.5", over("II.1/notable", "")), "II.1")) == 1


def test_changed_figures_are_told_then_and_now() -> None:
    told = report("33.1", over("II.1/notable", "Tốt."))
    (unit,) = stale_units(told)
    assert (unit.key, unit.heading_id) == ("II.1/notable", "II.1")
    assert unit.changed == (("32,5%", "33,1%"), ("4,0", "4,6"))
    assert [one.stale for one in said_by_data(told, "II.1")] == [False, True]


def test_a_draft_says_that_the_figures_changed_an_issued_form_never_does() -> None:
    told = report("33.1", over("II.1/notable", "Tốt.\nHết."))
    assert texts(told, "II.1")[1:] == ["Tốt.", "Hết."]
    marked = said_by_data(replace(told, draft=True), "II.1")
    assert [one.text for one in marked[1:]] == ["Tốt.", f"Hết.{STALE_MARK}"]
    assert marked[-1].runs[-1].italic
    assert texts(replace(report("33.1", over("II.1/notable", "")), draft=True), "II.1")[1:] == []


def test_a_zero_within_a_figure_is_no_way_of_writing_counts() -> None:
    was = unit_of(report("32.5"), "II.1/notable").text.replace("32,5%", "32,05%")
    unit = unit_of(report("32.5", WrittenOver("II.1/notable", "Tốt.", was)), "II.1/notable")
    assert unit.stale
    assert unit.changed == (("32,05%", "32,5%"),)


def test_words_that_changed_without_figures_are_stale_too() -> None:
    late = report_of(tasks=[OPEN_DATA])
    changed = replace(late, written_over={"II.2/late": WrittenOver("II.2/late", "Muộn.", "Nhiệm vụ quá hạn: khác.")})
    unit = unit_of(changed, "II.2/late")
    assert unit.stale
    assert unit.changed == (("", "9/2026"),)


def test_a_figure_that_went_or_came_has_nothing_beside_it() -> None:
    told = report(
        "32.5", WrittenOver("II.1/counts", "Tốt.", f"{unit_of(report('32.5'), 'II.1/counts').text} Thêm 12 ý.")
    )
    assert unit_of(told, "II.1/counts").changed == (("12", ""),)


def test_another_way_of_writing_counts_is_no_change() -> None:
    told = replace(report("32.5", over("II.1/counts", "Tốt.")), two_digits=False)
    assert not unit_of(told, "II.1/counts").stale
    assert "có 1 chỉ tiêu," in unit_of(told, "II.1/counts").text


def test_a_sentence_that_the_data_no_longer_write_is_not_printed_but_stays_known() -> None:
    told = report("32.5", WrittenOver("II.1/low", "Còn 01 chỉ tiêu thấp.", "Chỉ tiêu còn thấp: …"))
    assert "Còn 01 chỉ tiêu thấp." not in texts(told, "II.1")
    unit = unit_of(told, "II.1/low")
    assert (unit.text, unit.stale) == ("", True)


def test_beneath_what_is_switched_off_or_written_by_hand_there_are_no_units() -> None:
    due = report_of(tasks=[OPEN_DATA])
    assert any(unit.key == "IV/late" for unit in units(due))
    gone = WrittenOver("IV/late", "Cố gắng.", "khác")
    by_hand = replace(due, words={"IV": "Việc tới."}, written_over={"IV/late": gone})
    off = replace(due, outline=STANDARD.switched("IV", shown=False), written_over={"IV/late": gone})
    for told in (by_hand, off):
        assert not any(unit.heading_id == "IV" for unit in units(told))
        assert stale_units(told) == ()


def test_opening_and_closing_can_be_written_over_too() -> None:
    own = report("32.5")
    words = {key: WrittenOver(key, f"Lời {key}.", unit_of(own, key).text) for key in ("opening", "closing")}
    blocks = report_document(replace(own, written_over=words)).sections[0].blocks
    found = [block.text for block in blocks if isinstance(block, Paragraph) and block.key in words]
    assert found == ["Lời opening.", "Lời closing./."]
    assert [units(own)[0].key, units(own)[-1].key] == ["opening", "closing"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Trên đây là báo cáo", "Trên đây là báo cáo./."),
        ("Xin báo cáo./.", "Xin báo cáo./."),
        ("Một.\nHai. ", "Một.\nHai./."),
        ("**Xin báo cáo.**", "Xin báo cáo./."),
        ("", ""),
    ],
)
def test_the_closing_words_keep_the_mark_that_ends_the_text(typed: str, printed: str) -> None:
    own = report("32.5", over("closing", typed))
    assert "\n".join(texts(own, "closing")) == printed


def test_the_end_mark_stands_before_the_mark_of_a_stale_sentence() -> None:
    own = replace(report("32.5", WrittenOver("closing", "Hết.", "Câu cũ.")), draft=True)
    assert texts(own, "closing") == [f"Hết./.{STALE_MARK}"]


def test_a_whole_list_is_one_unit() -> None:
    many = report_of(tasks=[OPEN_DATA, replace(OPEN_DATA, key="8", number="8")])
    unit = unit_of(many, "II.2/late")
    assert unit.text.count("\n- ") == 2
    told = replace(many, written_over={"II.2/late": WrittenOver("II.2/late", "Hai việc muộn.", unit.text)})
    assert texts(told, "II.2")[1:] == ["Hai việc muộn."]


def test_counts_are_written_as_the_office_writes_them() -> None:
    told = report_of(tasks=[YEARLY])
    assert own_sentences(told, "II.2")[0].text.startswith("Kế hoạch có 01 nhiệm vụ,")
    assert own_sentences(replace(told, two_digits=False), "II.2")[0].text.startswith("Kế hoạch có 1 nhiệm vụ,")
    assert own_sentences(told, "II.2")[0].text.startswith("Kế hoạch có 01 nhiệm vụ,")
    assert own_sentences(told, "m1") == []


@pytest.mark.parametrize(
    ("plan", "key"),
    [
        ("thuan-chau", "bao-cao-thang/2026-10"),
        ("phong-tho", "bao-cao-thang/2026-10"),
        ("phu-thai", "bao-cao-quy/2026-Q3"),
    ],
)
def test_every_unit_of_a_plan_has_one_key_beneath_its_heading(plan: str, key: str) -> None:
    told = report_by_key(plan, key)
    keys = [unit.key for unit in units(told)]
    assert len(keys) == len(set(keys))
    assert all(unit.key.partition("/")[0] == unit.heading_id in FROM_THE_DATA for unit in units(told))
