"""The frame of an official paper: letterhead, signature block, Nơi nhận, heads of appendices (forms.md §2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from exporters.document import Paragraph, Role, Rule, Run, SideBySide
from exporters.measure import MM, text_width
from exporters.nd30 import (
    A4_MM,
    DRAFT_MARK,
    ISSUER_RULE_FRACTION,
    LOOKS,
    MARGIN_LEFT_MM,
    MARGIN_RIGHT_MM,
    SAMPLE_MARK,
    SIGNATURE_LINES,
    SUMMARY_RULE_FRACTION,
)
from models.office import Office
from models.shown import day_words

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ROOM_FOR_NUMBER = "\u00a0" * 7
ROOM_FOR_DAY = "\u00a0" * 5
LETTERHEAD_RATIO = 0.4
NARROW_RECIPIENTS = 0.36
NO_BREAK = "\u00a0"
NAMED = re.compile(r"(.*(?:ỦY BAN NHÂN DÂN|TRƯỞNG PHÒNG)) (.+)")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def plain(role: Role, text: str, *, auto: bool = False) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph(role, (Run(text, auto=auto),))


def letterhead(office: Office, number: str, day: date | None, month_hint: date) -> tuple[SideBySide, ...]:
    """Return the two rows of the head: issuer beside Quốc hiệu, number beside place and day.

    Without a `number` or `day` there is room to write them by hand; the month is that of `month_hint`.
    """
    issuer: list[Paragraph | Rule] = []
    if office.superior:
        issuer.append(plain(Role.SUPERIOR, office.superior.upper()))
    lines = (_parted(line.upper(), Role.ISSUER, LETTERHEAD_RATIO) for line in office.issuer_lines)
    issuer.extend(plain(Role.ISSUER, line) for line in lines)
    issuer.append(Rule(Role.ISSUER, office.issuer_lines[-1].upper(), ISSUER_RULE_FRACTION))
    nation = (plain(Role.NATION, NATION), plain(Role.MOTTO, MOTTO), Rule(Role.MOTTO, MOTTO))
    place = f"{office.place}, {day_or_room(day, month_hint)}"
    return (
        SideBySide(tuple(issuer), nation, LETTERHEAD_RATIO),
        SideBySide(
            (plain(Role.NUMBER, number_text(office, number)),),
            (plain(Role.PLACE_DATE, place),),
            LETTERHEAD_RATIO,
        ),
    )


def number_text(office: Office, number: str) -> str:
    """Return `Số: 05/BC-UBND`; under 10 with a leading 0, blank with room to write."""
    return f"Số: {padded_number(number) or ROOM_FOR_NUMBER}/{office.symbol}"


def padded_number(number: str) -> str:
    """Return a document's number with a leading 0 under 10."""
    return number.zfill(2) if number.isdecimal() else number


def day_or_room(day: date | None, month_hint: date) -> str:
    """Return the day of signing, or the month with room for the day."""
    return day_words(day) if day else day_words(month_hint).replace(f"{month_hint.day:02d}", ROOM_FOR_DAY, 1)


def title(kind: str, summary: Sequence[str]) -> tuple[Paragraph | Rule, ...]:
    """Return the type of the paper, its summary and the rule beneath."""
    lines = tuple(plain(Role.SUMMARY, line) for line in summary)
    return (plain(Role.TYPE, kind), *lines, Rule(Role.SUMMARY, summary[-1], SUMMARY_RULE_FRACTION))


def addressees(names: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return Kính gửi: one addressee on its line, several one a line with ";" and a last "."; nothing for nobody."""
    if not names:
        return ()
    if len(names) == 1:
        return (plain(Role.ADDRESS, f"Kính gửi: {names[0]}."),)
    lines = (f"- {name}{'.' if at == len(names) - 1 else ';'}" for at, name in enumerate(names))
    return (plain(Role.ADDRESS, "Kính gửi:"), *(plain(Role.ADDRESS, line) for line in lines))


def signature(office: Office, signer: str, authority: Sequence[str]) -> SideBySide:
    """Return Nơi nhận beside authority, room for signature and seal, and the signer's name."""
    share = _share_of_recipients(authority)
    left = (plain(Role.RECIPIENTS_HEAD, "Nơi nhận:"), *_recipients(office.recipients))
    right = (
        *(plain(Role.AUTHORITY, _parted(line, Role.AUTHORITY, 1 - share)) for line in authority),
        *(plain(Role.SIGNING_ROOM, "") for _ in range(SIGNATURE_LINES)),
        plain(Role.SIGNER, signer),
    )
    return SideBySide(left, right, share)


def _share_of_recipients(authority: Sequence[str]) -> float:
    """Return half the width, or less where a line of authority (TL. … VĂN HÓA - XÃ HỘI) would not stand in one line."""
    return 0.5 if all(_fits(line, Role.AUTHORITY, 0.5) for line in authority) else NARROW_RECIPIENTS


def _fits(line: str, role: Role, share: float) -> bool:
    look, (width, _) = LOOKS[role], A4_MM
    return text_width(line, look.size, look.bold) <= (width - MARGIN_LEFT_MM - MARGIN_RIGHT_MM) * MM * share


def _parted(line: str, role: Role, share: float) -> str:
    """Return a line that is too long for its column with its end kept together: ỦY BAN NHÂN DÂN / XÃ THUẬN CHÂU."""
    named = NAMED.fullmatch(line)
    if named is None or _fits(line, role, share):
        return line
    return f"{named[1]} {named[2].replace(' ', NO_BREAK)}"


def _recipients(names: Sequence[str]) -> Iterable[Paragraph]:
    for at, name in enumerate(names):
        yield plain(Role.RECIPIENTS, f"- {name}{'.' if at == len(names) - 1 else ';'}")


def appendix_head(label: str, heading: str, note: str, source: str = "") -> tuple[Paragraph, ...]:
    """Return the head of an appendix: its label, its title in capitals, where it is from, and what it goes with."""
    from_where = (Paragraph(Role.APPENDIX_TITLE, (Run(source, bold=False, italic=True),)),) if source else ()
    return (
        plain(Role.APPENDIX_LABEL, label),
        plain(Role.APPENDIX_TITLE, heading),
        *from_where,
        plain(Role.APPENDIX_NOTE, note),
    )


def page_mark(*, sample: bool, draft: bool) -> str:
    """Return what stands at the foot of every page: made-up figures, a draft."""
    marks = [SAMPLE_MARK] if sample else []
    return " - ".join([*marks, DRAFT_MARK] if draft else marks)
