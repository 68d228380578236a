"""`so57 setting`: the office's settings, shown and set."""

from __future__ import annotations

from pathlib import Path

import click

from desktop.command_words import Command, Number, WrongCall, option
from desktop.commands.common import computer_user, now, officer, open_desk, store_option, why_option
from desktop.commands.frames import shown_text, typed_text
from models.calendars import FIRST_YEAR, LAST_YEAR, calendar_from
from models.desk import Desk
from models.errors import AppError, NotFound
from models.frame_settings import FIELD_WORDS, change_frame
from models.mail_settings import PREFIX as MAIL_PREFIX
from models.mail_settings import TO_PREFIX, clean_mail, mail_defaults
from models.office import SETTING_PREFIX, default_office, office_from, text_of
from models.retyping import PREFIX as RETYPE_PREFIX
from models.retyping import clean_retyping, retyping_defaults
from models.store import setting_rows
from models.store.setting_rows import (
    CALENDAR_PREFIX,
    LETTER_SYMBOL,
    LETTER_SYMBOL_DEFAULT,
    OFFICER,
    REPLACE_SHORTER,
    TWO_DIGITS,
)

FROM_HELP = "Với cách tính kỳ (calendar.…): áp dụng từ năm này, các năm trước giữ nguyên."


@click.command("setting", cls=Command)
@click.argument("name", required=False, metavar="[TÊN]")
@click.argument("value", required=False, metavar="[GIÁ TRỊ]")
@option("--default", "to_default", is_flag=True, help="Đưa cài đặt về giá trị mặc định.")
@option("--from", "since", type=Number(FIRST_YEAR, LAST_YEAR), metavar="NĂM", help=FROM_HELP)
@why_option
@store_option
def setting_command(
    name: str | None, value: str | None, to_default: bool, since: int | None, why: str, store_path: Path | None
) -> None:
    """Xem hoặc đặt một cài đặt: officer (tên cán bộ), office.symbol, office.signer, calendar.bao-cao-thang…

    Cài đặt có nhiều dòng (office.recipients) viết các dòng cách nhau bằng dấu |, riêng office.signers bằng dấu ;. Cài
    đặt riêng cho một chế độ báo cáo ghi mã chế độ ở giữa: office.bao-cao-nam.signer. Đổi cách tính kỳ khi đã có số liệu
    thì phải ghi --why. Thư kèm báo cáo: mail.to.NƠI-NHẬN (địa chỉ), mail.from, mail.text, mail.limit_mb.
    """
    changes = name is not None and (value is not None or to_default)
    of_calendar = name is not None and name.startswith(CALENDAR_PREFIX) and value is not None
    if (to_default and (name is None or value is not None)) or (since is not None and not of_calendar):
        raise WrongCall(
            "--default cần TÊN và không đi với GIÁ TRỊ; --from cần một cài đặt calendar.… và giá trị của nó."
        )
    with open_desk(store_path, write=changes) as desk:
        if name is not None:
            _check_name(desk, name)
        if name is None or not changes:
            _show(desk, name)
        elif value is None:
            _set_default(desk, name, why)
        else:
            _set(desk, name, value, since, why)
    if changes:
        click.echo(f"Đã đưa {name} về mặc định." if to_default else f"Đã đặt {name}.")


_CHOICES = {
    TWO_DIGITS: "Cách viết số đếm là 1 (05 chỉ tiêu) hoặc 0 (5 chỉ tiêu).",
    REPLACE_SHORTER: "Báo cáo dài thay báo cáo ngắn đến hạn cùng lúc: 1 là có, 0 là không.",
}


def _defaults(desk: Desk) -> dict[str, str]:
    """Return every setting that the officer may set, with the value that holds until then."""
    office = default_office(desk.plan)
    return (
        {OFFICER: computer_user()}
        | {SETTING_PREFIX + field: text_of(office, field) for field in FIELD_WORDS}
        | {CALENDAR_PREFIX + duty.id: duty.calendar for duty in desk.plan.duties}
        | mail_defaults(_recipients(desk))
        | {key: "" for key in desk.settings() if key.startswith(TO_PREFIX)}
        | retyping_defaults(desk.plan)
        | {TWO_DIGITS: "1", REPLACE_SHORTER: "1", LETTER_SYMBOL: LETTER_SYMBOL_DEFAULT}
    )


def _recipients(desk: Desk) -> list[str]:
    """Return whom the reports of the plan, and those outside it, are sent to."""
    of_plan = [name for duty in desk.plan.duties for name in duty.to]
    return of_plan + [name for report in desk.ad_hoc_reports() for name in report.recipients]


def _of_one_duty(desk: Desk) -> dict[str, str]:
    """Return the office's settings for one duty only (office.bao-cao-nam.signer), with what holds until then."""
    found: dict[str, str] = {}
    for duty in desk.plan.duties:
        office = office_from(desk.plan, desk.settings(), duty)
        found |= {f"{SETTING_PREFIX}{duty.id}.{field}": text_of(office, field) for field in FIELD_WORDS}
    return found


def _check_name(desk: Desk, name: str) -> None:
    if name not in _defaults(desk) and name not in _of_one_duty(desk):
        raise NotFound(f"Không có cài đặt “{name}”. Các cài đặt: {', '.join(_defaults(desk))}.")


def _show(desk: Desk, name: str | None) -> None:
    """Print one setting, or all; those for one duty only where they are set."""
    settings, of_one_duty = desk.settings(), _of_one_duty(desk)
    defaults = _defaults(desk) | {key: text for key, text in of_one_duty.items() if key in settings or key == name}
    for key in defaults if name is None else [name]:
        value = shown_text(key.rpartition(".")[2], settings.get(key, defaults[key]))
        click.echo(f"{key} = {value}" + ("" if key in settings else " (mặc định)"))


def _change_frame(desk: Desk, name: str, value: str | None, why: str) -> None:
    duty, _, field = name.removeprefix(SETTING_PREFIX).rpartition(".")
    text = None if value is None else typed_text(field, value)
    change_frame(desk, {field: text}, duty or None, who=officer(desk), at=now(), why=why)


def _set_default(desk: Desk, name: str, why: str) -> None:
    if name.startswith(SETTING_PREFIX):
        _change_frame(desk, name, None, why)
        return
    if name.startswith(CALENDAR_PREFIX):
        _confirm_calendar(desk, name, _defaults(desk)[name], why)
    with desk.store.change(f"đưa {name} về mặc định", who=officer(desk), at=now(), why=why) as change:
        setting_rows.erase_setting(change, name)


def _set(desk: Desk, name: str, value: str, since: int | None, why: str) -> None:
    value = value.strip()
    if name.startswith(CALENDAR_PREFIX):
        if since is not None:
            value = calendar_from(desk.calendars()[name.removeprefix(CALENDAR_PREFIX)], since, value)
        _confirm_calendar(desk, name, value, why)
    if name == OFFICER and not value:
        raise AppError("Tên cán bộ không được để trống. Hãy ghi họ tên, hoặc dùng --default để bỏ tên đã đặt.")
    if name in _CHOICES and value not in ("0", "1"):
        raise AppError(f"{_CHOICES[name]} Hãy ghi 1 hoặc 0.")
    if name.startswith(SETTING_PREFIX):
        _change_frame(desk, name, value, why)
        return
    if name.startswith((MAIL_PREFIX, RETYPE_PREFIX)):
        value = _of_dispatch(desk, name, value)
    with desk.store.change(f"đặt {name}", who=officer(desk), at=now(), why=why) as change:
        setting_rows.save_setting(change, name, value)


def _of_dispatch(desk: Desk, name: str, value: str) -> str:
    """Return a setting of emails or of retyping as it is kept."""
    text = typed_text(name, value)
    return clean_mail(name, text) if name.startswith(MAIL_PREFIX) else clean_retyping(desk.plan, name, text)


def _confirm_calendar(desk: Desk, name: str, calendar: str, why: str) -> None:
    """Say what another calendar would hide, and go on only with a reason; refused where a locked period would move."""
    hidden = desk.check_calendar(name.removeprefix(CALENDAR_PREFIX), calendar)
    if hidden and not why.strip():
        advice = "Nếu vẫn đổi, hãy ghi lý do bằng --why; nếu chỉ đổi từ một năm, hãy ghi năm đó bằng --from."
        raise AppError("\n".join((*hidden, advice)))
    for sentence in hidden:
        click.echo(sentence)
