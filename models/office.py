"""The office's frame of a report: letterhead, number symbol, place, addressees, signer (forms.md §2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from models.plans import Plan

SETTING_PREFIX = "office."


@dataclass(frozen=True, slots=True)
class Office:
    """What stands around the words of a report; tuples hold one printed line each."""

    issuer: str
    issuer_lines: tuple[str, ...]
    superior: str
    symbol: str
    place: str
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str
    plan_number: str
    plan_date: str
    plan_subject: str


PLAN_SUBJECT = (
    "triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
    "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"
)


def default_office(plan: Plan) -> Office:
    """Return the frame of UBND xã as forms.md gives it by default, with the plan's own names."""
    return Office(
        issuer=plan.issuer,
        issuer_lines=("ỦY BAN NHÂN DÂN", f"XÃ {plan.commune.upper()}"),
        superior="",
        symbol="BC-UBND",
        place=plan.commune,
        recipients=("Như trên", "Thường trực Đảng ủy, HĐND xã", "Lãnh đạo UBND xã", "Lưu: VT, VHXH"),
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer=plan.document.signer,
        plan_number=plan.document.number,
        plan_date=plan.document.date,
        plan_subject=PLAN_SUBJECT,
    )


def office_from(plan: Plan, settings: Mapping[str, str]) -> Office:
    """Return the default frame with what the office has set; lists are kept one line each."""
    office = default_office(plan)
    for field in fields(Office):
        text = settings.get(SETTING_PREFIX + field.name)
        if text is None:
            continue
        value: str | tuple[str, ...] = text
        if isinstance(getattr(office, field.name), tuple):
            value = tuple(line for line in text.split("\n") if line.strip())
        office = replace(office, **{field.name: value})  # type: ignore[arg-type]  # the field's own type
    return office
