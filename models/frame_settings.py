"""The office's frame as it is set: each field checked with what stands beside it, saved for all reports or one duty."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime

from models.authority import authority_lines
from models.desk import Desk
from models.errors import AppError, NotFound
from models.office import (
    AS_ABOVE,
    ON,
    SETTING_PREFIX,
    Office,
    addressees_of,
    office_from,
    seat_of,
    speaks_for_a_body,
)
from models.plans import Duty, Plan
from models.signer_names import name_fault
from models.store import setting_rows
from models.text import fold, nfc

FIELD_WORDS: Mapping[str, str] = {
    "issuer": "tên cơ quan báo cáo trong câu",
    "issuer_lines": "tên cơ quan ban hành ở đầu trang",
    "superior": "cơ quan chủ quản",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "recipients": "nơi nhận",
    "authority": "quyền hạn, chức vụ người ký",
    "signer": "người ký",
    "plan_number": "số kế hoạch",
    "plan_date": "ngày kế hoạch",
    "plan_subject": "trích yếu kế hoạch",
    "signers": "những người ký",
    "short_deputy": "cấp phó ký hai dòng, không ghi TM.",
}
FILED = "Lưu:"
_LISTS = ("issuer_lines", "recipients", "authority", "signers")
_YES, _NO = ("1", "co", "yes"), ("", "0", "khong", "no")
_BLANK_DAY = re.compile(r"(?:ngày *)?(?:/|tháng *)(\d{1,2})(?:/| *năm *)(\d{4})")
"""A day left to be written by hand, as the plans print it: `/7/2025`, `ngày tháng 8 năm 2025`."""
_MOST_ISSUER_LINES = 3
_BACK = "Hãy ghi vào, hoặc bỏ mục này để về mặc định."


def change_frame(
    desk: Desk, changes: Mapping[str, str | None], duty_id: str | None = None, *, who: str, at: datetime, why: str = ""
) -> Office:
    """Set fields (None: back to the default) for all reports, or for those of one duty; return the frame then.

    One wrong value refuses the whole, and so does one that no longer fits what stands beside it.
    """
    plan, settings = desk.plan, desk.settings()
    duty = desk.duty(duty_id) if duty_id else None
    for name in changes:
        _check_field(name)
    wanted = {name: None if text is None else clean(name, text) for name, text in changes.items()}
    prefix = frame_prefix(duty)
    after = {key: text for key, text in settings.items() if key.removeprefix(prefix) not in wanted}
    after |= {prefix + name: text for name, text in wanted.items() if text is not None}
    _refuse_new(plan, settings, after, duty, wanted)
    with desk.store.change(_label(wanted, duty), who=who, at=at, why=why) as change:
        for name, text in wanted.items():
            if text is None:
                setting_rows.erase_setting(change, prefix + name)
            else:
                setting_rows.save_setting(change, prefix + name, text)
    return office_from(plan, after, duty)


def _refuse_new(
    plan: Plan, before: Mapping[str, str], after: Mapping[str, str], duty: Duty | None, changed: Collection[str]
) -> None:
    """Raise with what does not fit any more, of this duty or of all that a change for all reaches."""
    new: dict[str, None] = {}
    for reached in (duty,) if duty else (None, *plan.duties):
        known = frame_problems(plan, before, reached)
        found = frame_problems(plan, after, reached)
        new |= dict.fromkeys(s for name, s in found.items() if name in changed or known.get(name) != s)
    if new:
        raise AppError(" ".join(new))


def frame_prefix(duty: Duty | None) -> str:
    """Return how the settings of all reports begin, or those of one duty."""
    return SETTING_PREFIX if duty is None else f"{SETTING_PREFIX}{duty.id}."


def _label(wanted: Mapping[str, str | None], duty: Duty | None) -> str:
    """Name the change as undo offers it."""
    of_duty = f", {duty.name}" if duty else ""
    return f"sửa khuôn văn bản: {', '.join(FIELD_WORDS[name] for name in wanted)}{of_duty}"


def _check_field(name: str) -> None:
    if name not in FIELD_WORDS:
        known = "; ".join(f"{field} ({words})" for field, words in FIELD_WORDS.items())
        raise NotFound(f"Khuôn văn bản không có mục “{name}”. Các mục: {known}.")


def clean(field: str, text: str) -> str:
    """Return a setting's text as it is kept: NFC, one space between words, the marks of printed lists left out."""
    lines = [" ".join(line.split()) for line in nfc(text).split("\n")]
    if field == "short_deputy":
        return _switch(lines)
    if field == "superior" and fold(lines[0]) in _NO:
        return ""
    if field == "recipients":
        lines = [line.removeprefix("-").rstrip(";.").strip() for line in lines]
    return "\n".join(line for line in lines if line) if field in _LISTS else " ".join(line for line in lines if line)


def _switch(lines: list[str]) -> str:
    word = fold(lines[0])
    if word not in _YES + _NO:
        raise AppError(f"Mục short_deputy chỉ nhận “có” hoặc “không”, không nhận “{lines[0]}”.")
    return ON if word in _YES else ""


def frame_problems(plan: Plan, settings: Mapping[str, str], duty: Duty | None = None) -> dict[str, str]:
    """Return for each field that cannot be printed so a sentence that says why and what to do."""
    office = office_from(plan, settings, duty)
    if not office.issuer:  # what stands beside it is held against it, and would be blamed too
        return {"issuer": f"Chưa ghi {FIELD_WORDS['issuer']}. {_BACK}"}
    found = {name: check(office) for name, check in _CHECKS.items()}
    found["recipients"] = _recipients(office, duty, is_own=f"{frame_prefix(duty)}recipients" in settings)
    return {name: sentence for name, sentence in found.items() if sentence}


def _issuer_lines(office: Office) -> str:
    lines = office.issuer_lines
    if not lines:
        return f"Chưa ghi {FIELD_WORDS['issuer_lines']}. {_BACK}"
    if len(lines) > _MOST_ISSUER_LINES:
        return f"Tên cơ quan ban hành có {len(lines)} dòng, đầu trang chỉ đủ {_MOST_ISSUER_LINES} dòng. Hãy gộp bớt."
    if speaks_for_a_body(lines[0]) != speaks_for_a_body(office.issuer):
        return (
            f"Đầu trang ghi “{' '.join(lines)}” mà trong câu lại là “{office.issuer}”. "
            "Hãy sửa cho hai tên cùng là UBND xã, hoặc cùng là phòng, đơn vị."
        )
    return ""


def _symbol(office: Office) -> str:
    """Check `BC-UBND`: the paper's type, a hyphen, who issues it (Phụ lục I, mục II.3)."""
    symbol = office.symbol
    if re.search(r"\s", symbol):
        wrong = "có dấu cách"
    elif re.match(r"\d*/", symbol) or re.match(r"\d", symbol):
        wrong = "bắt đầu bằng số hoặc dấu gạch chéo; số văn bản được ghi riêng"
    elif symbol != symbol.upper():
        wrong = "có chữ thường"
    elif not re.fullmatch(r"[^\W\d_]{2,}(-[^\W_][\w&.]*)+", symbol):
        wrong = "không theo mẫu"
    else:
        return ""
    return f"Ký hiệu “{symbol}” {wrong}. Hãy ghi như BC-UBND: chữ in hoa, nối bằng dấu gạch ngang."


def _place(office: Office) -> str:
    if not office.place:
        return f"Chưa ghi địa danh. {_BACK}"
    if re.search(r"[\d,;:/]|\bngày\b", office.place):
        return f"Địa danh “{office.place}” chỉ ghi tên xã, như Thuận Châu; ngày tháng được in sẵn phía sau."
    return ""


def _plan_date(office: Office) -> str:
    """Check the plan's day: a day of the calendar, or one left to be written by hand; a plan may print none."""
    text = office.plan_date.strip()
    blank = _BLANK_DAY.fullmatch(" ".join(text.split()))
    if not text or (blank and 1 <= int(blank[1]) <= 12):
        return ""
    with suppress(ValueError):
        datetime.strptime(re.sub(r"^ngày *", "", text), "%d/%m/%Y")
        return ""
    return (
        f"Ngày kế hoạch “{text}” không phải là một ngày. Hãy ghi ngày/tháng/năm, ví dụ 15/7/2025; "
        "chưa rõ ngày thì ghi /7/2025 để chừa chỗ điền tay."
    )


def _recipients(office: Office, duty: Duty | None, *, is_own: bool) -> str:
    """Check Nơi nhận: "Như trên" first where there is Kính gửi, where it is filed last (Phụ lục I, mục II.9).

    Where there is none, a list that is not the report's own drops it by itself.
    """
    names = office.recipients
    addressed = duty is None or bool(addressees_of(office, duty))
    if not names or not names[-1].startswith(FILED):
        return f"Dòng cuối của nơi nhận phải là nơi lưu, như “{FILED} VT, VHXH”. Hãy thêm dòng này ở cuối."
    if any(name.startswith(FILED) for name in names[:-1]):
        return "Nơi nhận có hơn một dòng Lưu. Hãy gộp thành một dòng ở cuối."
    if not addressed and is_own and AS_ABOVE in names:
        return f"Báo cáo này không có Kính gửi nên nơi nhận không ghi “{AS_ABOVE}”. Hãy bỏ dòng này."
    if names.count(AS_ABOVE) > 1:
        return f"Nơi nhận ghi “{AS_ABOVE}” {names.count(AS_ABOVE)} lần. Hãy chỉ giữ một dòng, ở đầu."
    if AS_ABOVE in names[1:] or (addressed and names[0] != AS_ABOVE):
        return f"Báo cáo có Kính gửi nên dòng đầu của nơi nhận phải là “{AS_ABOVE}”. Hãy chuyển dòng này lên đầu."
    return ""


def _authority(office: Office) -> str:
    return _impossible(office, "/".join(office.authority))


def _signers(office: Office) -> str:
    for signer in office.signers:
        named = name_fault(signer.name) if signer.name or not signer.position else ""
        wrong = named or (signer.position and _impossible(office, signer.position))
        if wrong:
            return wrong
    return ""


def _signer(office: Office) -> str:
    return name_fault(office.signer) if office.signer and not office.signers else ""


def _impossible(office: Office, position: str) -> str:
    try:
        authority_lines(seat_of(office), position)
    except AppError as error:
        return error.sentence
    return ""


_CHECKS: Mapping[str, Callable[[Office], str]] = {
    "issuer_lines": _issuer_lines,
    "symbol": _symbol,
    "place": _place,
    "plan_date": _plan_date,
    "authority": _authority,
    "signer": _signer,
    "signers": _signers,
}
