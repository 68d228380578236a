"""The headings of a report as printed: the form's own words or the office's, in capitals on the first level."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.appendix_layouts import appendix_label, indicators_label, tasks_label
from exporters.document import Paragraph, Role, Run
from exporters.period_words import next_words
from models.duties import ReportingPeriod
from models.errors import AppError
from models.outline import NEXT_PERIOD, THIS_PERIOD, Heading, Numbered, Outline
from models.reports import Report
from models.shown import day_text

TITLES: Mapping[str, str] = {
    "I": "Công tác lãnh đạo, chỉ đạo",
    "II": "Kết quả thực hiện",
    "II.1": "Kết quả thực hiện các chỉ tiêu",
    "II.2": "Kết quả thực hiện nhiệm vụ",
    "III": "Tồn tại, hạn chế và nguyên nhân",
    "IV": f"Nhiệm vụ trọng tâm {NEXT_PERIOD}",
    "V": "Đề xuất, kiến nghị",
}
INSPECTION_TITLES: Mapping[str, str] = {"II": "Kết quả kiểm tra"}
"""The words of the headings that read otherwise in the report of an inspection."""


def title_kept(heading: Heading) -> str:
    """Return a heading's words as they are kept for all periods."""
    return heading.title or TITLES[heading.id]


def title_of(heading: Heading, period: ReportingPeriod) -> str:
    """Return a heading's words in the report of a period."""
    inspected = period.duty.direction == "inspection" and not heading.title
    kept = INSPECTION_TITLES.get(heading.id) if inspected else None
    named = (kept or title_kept(heading)).replace(NEXT_PERIOD, next_words(period.span))
    return named.replace(THIS_PERIOD, period.span.words())


def heading_paragraph(report: Report, numbered: Numbered) -> Paragraph:
    """Return the heading as printed: `III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN`, `1. Kết quả … (số liệu đến hết …)`."""
    heading = numbered.heading
    title = title_of(heading, report.period)
    if not heading.parent:
        runs = (Run(f"{numbered.number}. {title.upper()}"),)
        return Paragraph(Role.HEADING_ROMAN, runs, key=heading.id)
    aside = _aside(report, heading.id)
    text = Run(f"{numbered.number}. {title}{' ' if aside else ''}")
    more = (Run(aside, bold=False, auto=True),) if aside else ()
    return Paragraph(Role.HEADING_ARABIC, (text, *more), keep_with_next=True, key=heading.id)


def _aside(report: Report, heading_id: str) -> str:
    """Say beside the headings of section II until when the figures are, and which appendix has them all."""
    plan = report.plan
    if heading_id == "II.1":
        return f"(số liệu đến hết ngày {day_text(report.period.closing)}; chi tiết tại {indicators_label(plan)})"
    if heading_id == "II.2":
        also = f", {appendix_label(plan, 3)}" if "assignments" in plan.layouts else ""
        return f"(chi tiết tại {tasks_label(plan)}{also})"
    return ""


def place_of(outline: Outline, heading_id: str) -> str:
    """Return where a heading stands as people say it: `III`, `II.1`; its id where it is switched off."""
    above = ""
    for numbered in outline.numbered():
        above = above if numbered.heading.parent else numbered.number
        if numbered.heading.id == heading_id:
            return f"{above}.{numbered.number}" if numbered.heading.parent else above
    return heading_id


def place_with_id(outline: Outline, heading_id: str) -> str:
    """Return where a heading stands, and in brackets its id where that is another one: `IV [III]`."""
    place = place_of(outline, heading_id)
    return place if place == heading_id else f"{place} [{heading_id}]"


def heading_named(outline: Outline, typed: str) -> str:
    """Return the id of the heading that an officer names by its id or its printed number, `[III]` always the id.

    After additions a number may be printed before one heading and be the id of another: then both are told. What
    names no heading is returned for the error that names all.
    """
    wanted = typed.strip().casefold()
    ids = {heading.id.casefold(): heading.id for heading in outline.headings}
    if wanted.startswith("[") and wanted.endswith("]"):
        return ids.get(wanted.strip(" []"), typed.strip(" []"))
    printed = {place_of(outline, one.heading.id).casefold(): one.heading.id for one in outline.numbered()}
    by_id, by_number = ids.get(wanted), printed.get(wanted)
    if by_id is None or by_number is None or by_id == by_number:
        return by_id or by_number or typed.strip()
    numbered, own = (title_kept(outline.heading(one)) for one in (by_number, by_id))
    by_id_printed = place_of(outline, by_id)
    moved = f", in là {by_id_printed}" if by_id_printed != by_id else ", đang tắt"
    raise AppError(
        f"“{typed.strip()}” là số in của mục “{numbered}” và cũng là mã của mục “{own}”{moved}. "
        f"Hãy ghi [{by_number}] hoặc [{by_id}], kèm ngoặc vuông, để chọn một mục."
    )
