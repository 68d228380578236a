"""The office's frame of a report: letterhead, number symbol, place, addressees, signer (forms.md §2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from models.plans import Duty, Plan

SETTING_PREFIX = "office."
COMMUNE_OFFICE = "UBND xã"
PARTY_COMMITTEE = "Đảng ủy"
DEPUTY = "PHÓ "
HEAD_OF_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"


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


def default_office(plan: Plan, duty: Duty | None = None) -> Office:
    """Return the frame of the duty's issuer as forms.md gives it by default, with the plan's own names.

    Without a duty it is that of the plan's first outgoing report. What units report is collected by UBND xã.
    """
    chosen = duty or next((duty for duty in plan.duties if duty.direction == "outgoing"), None)
    if chosen is None or chosen.direction == "incoming" or chosen.issuer.startswith(COMMUNE_OFFICE):
        return _commune(plan, chosen)
    return _unit(plan, chosen.issuer)


def _commune(plan: Plan, duty: Duty | None = None) -> Office:
    """Return the frame of UBND xã; a plan that a deputy signed is reported on by a deputy.

    Whom the duty addresses ("Như trên") is not named a second time under Nơi nhận.
    """
    addressed = duty is not None and any(name.startswith(PARTY_COMMITTEE) for name in duty.to)
    standing = "Thường trực HĐND xã" if addressed else f"Thường trực {PARTY_COMMITTEE}, HĐND xã"
    deputy = "KT." in plan.document.position
    return Office(
        issuer=plan.issuer,
        issuer_lines=("ỦY BAN NHÂN DÂN", f"XÃ {plan.commune.upper()}"),
        superior="",
        symbol="BC-UBND",
        place=plan.commune,
        recipients=("Như trên", standing, "Lãnh đạo UBND xã", "Lưu: VT, VHXH"),
        authority=("TM. ỦY BAN NHÂN DÂN", *(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if deputy else ("CHỦ TỊCH",))),
        signer=plan.document.signer,
        plan_number=plan.document.number,
        plan_date=plan.document.date,
        plan_subject=_subject(plan),
    )


def _unit(plan: Plan, name: str) -> Office:
    """Return the frame of a unit beneath UBND xã: its head signs in his own right, who is not named in the plan."""
    head = "TRƯỞNG PHÒNG" if name.startswith("Phòng ") else HEAD_OF_UNIT
    return replace(
        _commune(plan),
        issuer=name,
        issuer_lines=(name,),
        superior=plan.issuer,
        symbol=f"BC-{initials(name)}",
        recipients=("Như trên", f"Lưu: {initials(name)}"),
        authority=(head,),
        signer="",
    )


def initials(name: str) -> str:
    """Return the short name of a unit in a document's symbol: VHXH of Phòng Văn hóa - Xã hội."""
    words = re.findall(r"[^\W\d_]+", name.removeprefix("Phòng "))
    return "".join(word[0] for word in words).upper()


def _subject(plan: Plan) -> str:
    """Return what the plan is about; a plan of one year names it."""
    only_year = f" năm {plan.milestones[0]}" if len(plan.milestones) == 1 else ""
    return PLAN_SUBJECT + only_year if plan.document.title.endswith(only_year) else PLAN_SUBJECT


def signed_by(office: Office, position: str) -> tuple[str, ...]:
    """Return the lines above a signature; a deputy signs for the head (KT.), whoever stands there by default."""
    position = position.strip().upper()
    if not position:
        return office.authority
    above = tuple(line for line in office.authority[:-1] if not line.startswith("KT."))
    deputy = position.startswith(DEPUTY)
    return (*above, *((f"KT. {position.removeprefix(DEPUTY)}",) if deputy else ()), position)


def office_from(plan: Plan, settings: Mapping[str, str], duty: Duty | None = None) -> Office:
    """Return the default frame with what the office has set: for this duty, else for all; lists one line each."""
    office = default_office(plan, duty)
    for field in fields(Office):
        text = settings.get(SETTING_PREFIX + field.name)
        if duty is not None:
            text = settings.get(f"{SETTING_PREFIX}{duty.id}.{field.name}", text)
        if text is None:
            continue
        value: str | tuple[str, ...] = text
        if isinstance(getattr(office, field.name), tuple):
            value = tuple(line for line in text.split("\n") if line.strip())
        office = replace(office, **{field.name: value})  # type: ignore[arg-type]  # the field's own type
    return office
