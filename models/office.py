"""The office's frame of a report: letterhead, number symbol, place, addressees, signer (forms.md §2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from models.authority import HEAD_OF_UNIT, PEOPLES_COMMITTEE, Seat, authority_lines
from models.errors import AppError
from models.plans import Duty, Plan
from models.text import fold

SETTING_PREFIX = "office."
PARTY_COMMITTEE = "Đảng ủy"
AS_ABOVE = "Như trên"
ON = "1"
NAME_MARK = "|"
"""What stands between a signer's name and position in a setting."""
_BODIES = ("ubnd", "uy ban nhan dan")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who may sign, with the position as the officer types it (models.authority); empty: the office's usual one."""

    name: str
    position: str = ""

    @property
    def text(self) -> str:
        """Return the signer as a setting holds it: `Đỗ Ngọc Quang | Chủ tịch`."""
        return f"{self.name} {NAME_MARK} {self.position}" if self.position else self.name


@dataclass(frozen=True, slots=True)
class Office:
    """What stands around the words of a report; tuples hold one printed line each.

    Of several `signers` the first is the default one. With `short_deputy` a deputy signs in two lines, without TM.
    """

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
    signers: tuple[Signer, ...] = ()
    short_deputy: bool = False


PLAN_SUBJECT = (
    "triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
    "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"
)


def default_office(plan: Plan, duty: Duty | None = None) -> Office:
    """Return the frame of the duty's issuer as forms.md gives it by default, with the plan's own names.

    Without a duty it is that of the plan's first outgoing report. What units report is collected by UBND xã.
    """
    chosen = duty or next((duty for duty in plan.duties if duty.direction == "outgoing"), None)
    if chosen is None or chosen.direction == "incoming" or not chosen.issuer:
        return _commune(plan, chosen)
    return _frame_of(plan, chosen.issuer, chosen)


def _frame_of(plan: Plan, issuer: str, duty: Duty | None) -> Office:
    return _commune(plan, duty) if speaks_for_a_body(issuer) else _unit(plan, issuer)


def speaks_for_a_body(issuer: str) -> bool:
    """Tell whether the issuer is UBND, whose papers are signed TM., and no unit beneath it."""
    return fold(issuer).startswith(_BODIES)


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


def seat_of(office: Office) -> Seat:
    """Return who the office's papers speak for, which says who may sign them."""
    if speaks_for_a_body(office.issuer):
        return Seat(PEOPLES_COMMITTEE, "CHỦ TỊCH", office.short_deputy)
    return Seat("", "TRƯỞNG PHÒNG" if office.issuer.startswith("Phòng ") else "", office.short_deputy)


def signed_by(office: Office, position: str) -> tuple[str, ...]:
    """Return the lines above a signature; without a position the office's usual ones.

    An AppError says what is wrong with a position whose holder cannot sign this office's papers.
    """
    return authority_lines(seat_of(office), position) if position.strip() else office.authority


def addressees_of(office: Office, duty: Duty) -> tuple[str, ...]:
    """Return whom a report addresses: above or beside the issuer, never itself; an inspection tells those below."""
    return () if duty.direction == "inspection" else tuple(name for name in duty.to if name != office.issuer)


def recipients_of(office: Office, duty: Duty) -> tuple[str, ...]:
    """Return Nơi nhận: without Kính gửi there is no "Như trên", and whom an inspection is about stands there.

    The issuer itself is never among them.
    """
    names = office.recipients
    if not addressees_of(office, duty):
        names = (*duty.to, *(name for name in names if name != AS_ABOVE))
    return tuple(name for name in names if name != office.issuer)


def office_from(plan: Plan, settings: Mapping[str, str], duty: Duty | None = None) -> Office:
    """Return the default frame with what the office has set: for this duty, else for all; lists one line each.

    Whoever is set as issuer brings the default frame of such an issuer along.
    """
    of_all = _texts(settings, SETTING_PREFIX)
    of_duty = _texts(settings, f"{SETTING_PREFIX}{duty.id}.") if duty is not None else {}
    issuer = (of_all | of_duty).get("issuer", "")
    office = _frame_of(plan, issuer, duty) if issuer else default_office(plan, duty)
    office = _with_texts(_with_texts(office, of_all), of_duty)
    if office.short_deputy:
        with suppress(AppError):
            office = replace(office, authority=signed_by(office, "/".join(office.authority)))
    return office


def _texts(settings: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {field.name: settings[prefix + field.name] for field in fields(Office) if prefix + field.name in settings}


def _with_texts(office: Office, texts: Mapping[str, str]) -> Office:
    """Return the frame with these settings; the first of several signers signs, in his own position.

    A position that cannot sign (set before it was checked) leaves the usual one.
    """
    office = replace(office, **{name: value_of(name, text) for name, text in texts.items()})
    if "signers" in texts and office.signers:
        first = office.signers[0]
        office = replace(office, signer=first.name)
        with suppress(AppError):
            office = replace(office, authority=signed_by(office, first.position))
    return office


def value_of(field: str, text: str) -> Any:
    """Return a field's value from the text of a setting."""
    lines = tuple(line for line in text.split("\n") if line.strip())
    match field:
        case "short_deputy":
            return text == ON
        case "signers":
            return tuple(Signer(*(part.strip() for part in line.split(NAME_MARK, 1))) for line in lines)
        case "issuer_lines" | "recipients" | "authority":
            return lines
    return text


def text_of(office: Office, field: str) -> str:
    """Return a field of a frame as the text of a setting."""
    value = getattr(office, field)
    if isinstance(value, bool):
        return ON if value else ""
    if isinstance(value, tuple):
        return "\n".join(line.text if isinstance(line, Signer) else line for line in value)
    return str(value)


def office_to_dict(office: Office) -> dict[str, Any]:
    """Return a frame as JSON keeps it with an issued report."""
    return asdict(office)


def office_from_dict(data: Mapping[str, Any]) -> Office:
    """Return a frame that was kept; fields that came later than it are as they are by default."""
    own = {field.name: data[field.name] for field in fields(Office) if field.name in data}
    lists = {name: tuple(own[name]) for name in ("issuer_lines", "recipients", "authority")}
    return Office(**{**own, **lists, "signers": tuple(Signer(**signer) for signer in own.get("signers", ()))})
