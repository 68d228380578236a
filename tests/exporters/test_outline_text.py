"""What stands beneath the headings: what writes itself, the officer's words, dots where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exporters.document import Paragraph, Role
from exporters.outline_text import TO_BE_WRITTEN, blank_words, outline_paragraphs, section_paragraphs
from exporters.report import report_document
from models.facts import Direction, Facts, Paper
from models.outline import STANDARD
from models.reports import Report
from tests.exporters.small_reports import now, report_of, share

RATE = share("a", "Tỷ lệ phủ sóng 5G", {2030: "100%"})
OWN, ADDED = STANDARD.added("Công tác phối hợp", "II", beneath=True)


def beneath(report: Report, heading_id: str) -> list[str]:
    """Return the texts beneath a heading."""
    return [paragraph.text for paragraph in section_paragraphs(report, heading_id)]


def test_words_of_section_two_stand_after_what_writes_itself_there() -> None:
    report = report_of([RATE], [now("a", "30")], words={"II": "Nhìn chung tốt.", "II.1": "**Riêng 5G** còn chậm."})
    assert beneath(report, "II") == ["Nhìn chung tốt."]
    first, *_, last = section_paragraphs(report, "II.1")
    assert first.key == "II.1/counts"
    assert (last.text, last.key, last.runs[0].bold) == ("Riêng 5G còn chậm.", "II.1", True)


def test_words_of_section_three_stand_in_place_of_the_recorded_difficulties() -> None:
    figure = now("a", "30", difficulty="máy quét hỏng")
    assert "máy quét hỏng" in beneath(report_of([RATE], [figure]), "III")[0]
    assert beneath(report_of([RATE], [figure], words={"III": "Không có."}), "III") == ["Không có."]


def test_an_added_heading_is_dotted_until_somebody_writes() -> None:
    report = replace(report_of(), outline=OWN)
    assert beneath(report, ADDED) == [TO_BE_WRITTEN]
    assert blank_words(report) == ("I", ADDED, "III", "IV", "V")
    written = replace(report, words={ADDED: "Phối hợp tốt."})
    assert beneath(written, ADDED) == ["Phối hợp tốt."]
    assert ADDED not in blank_words(written)


def test_a_heading_with_others_beneath_it_needs_no_words() -> None:
    report = report_of()
    assert beneath(report, "II") == []
    bare = replace(report, outline=STANDARD.switched("II.1", shown=False).switched("II.2", shown=False))
    assert beneath(bare, "II") == [TO_BE_WRITTEN]
    assert "II" in blank_words(bare)


def test_a_switched_off_heading_is_neither_printed_nor_missed() -> None:
    report = replace(report_of(words={"III": "Khó khăn."}), outline=STANDARD.switched("III", shown=False))
    assert "Khó khăn." not in [paragraph.text for paragraph in outline_paragraphs(report)]
    assert blank_words(report) == ("I", "IV", "V")


def test_every_paragraph_of_the_text_names_its_unit_or_section() -> None:
    facts = Facts(directions=(Direction(Paper("7/CT-UBND", date(2026, 10, 9), "số hóa"), ""),))
    report = replace(report_of([RATE], [now("a", "30")]), facts=facts, outline=OWN)
    inside = [one for one in report_document(report).sections[0].blocks if isinstance(one, Paragraph)]
    roles = (Role.BODY, Role.LETTERED, Role.HEADING_ROMAN, Role.HEADING_ARABIC)
    keys = [paragraph.key for paragraph in inside if paragraph.role in roles]
    assert keys[:4] == ["opening", "I", "I/directions", "II"]
    assert keys[-1] == "closing"
    assert all(keys)
