"""`so57 setting`: the office's settings, shown and set."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import click

from desktop.command_words import Command, option
from desktop.commands.common import computer_user, now, officer, open_desk, store_option
from models.calendars import closing_day
from models.desk import Desk
from models.errors import AppError, NotFound
from models.office import SETTING_PREFIX, Office, default_office, office_from
from models.store import setting_rows
from models.store.setting_rows import CALENDAR_PREFIX, OFFICER

LINE_MARK = "|"
"""What stands between the lines of a setting that holds several, since no line break can be typed in a call."""


@click.command("setting", cls=Command)
@click.argument("name", required=False, metavar="[TÊN]")
@click.argument("value", required=False, metavar="[GIÁ TRỊ]")
@option("--default", "to_default", is_flag=True, help="Đưa cài đặt về giá trị mặc định.")
@store_option
def setting_command(name: str | None, value: str | None, to_default: bool, store_path: Path | None) -> None:
    """Xem hoặc đặt một cài đặt: officer (tên cán bộ), office.symbol, office.signer, calendar.bao-cao-thang…

    Cài đặt có nhiều dòng (office.recipients) viết các dòng cách nhau bằng dấu |. Cài đặt riêng cho một chế độ báo cáo
    ghi mã chế độ ở giữa: office.bao-cao-nam.signer.
    """
    changes = name is not None and (value is not None or to_default)
    if to_default and (name is None or value is not None):
        raise click.UsageError("", click.get_current_context())
    with open_desk(store_path, write=changes) as desk:
        if name is not None:
            _check_name(desk, name)
        if name is None or not changes:
            _show(desk, name)
        elif value is None:
            _set_default(desk, name)
        else:
            _set(desk, name, value)
    if changes:
        click.echo(f"Đã đưa {name} về mặc định." if to_default else f"Đã đặt {name}.")


def _defaults(desk: Desk) -> dict[str, str]:
    """Return every setting that the officer may set, with the value that holds until then."""
    office = default_office(desk.plan)
    return (
        {OFFICER: computer_user()}
        | {SETTING_PREFIX + field.name: _text(getattr(office, field.name)) for field in fields(Office)}
        | {CALENDAR_PREFIX + duty.id: duty.calendar for duty in desk.plan.duties}
    )


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _of_one_duty(desk: Desk) -> dict[str, str]:
    """Return the office's settings for one duty only (office.bao-cao-nam.signer), with what holds until then."""
    found: dict[str, str] = {}
    for duty in desk.plan.duties:
        office = office_from(desk.plan, desk.settings(), duty)
        found |= {f"{SETTING_PREFIX}{duty.id}.{f.name}": _text(getattr(office, f.name)) for f in fields(Office)}
    return found


def _check_name(desk: Desk, name: str) -> None:
    if name not in _defaults(desk) and name not in _of_one_duty(desk):
        raise NotFound(f"Không có cài đặt “{name}”. Các cài đặt: {', '.join(_defaults(desk))}.")


def _show(desk: Desk, name: str | None) -> None:
    """Print one setting, or all; those for one duty only where they are set."""
    settings, of_one_duty = desk.settings(), _of_one_duty(desk)
    defaults = _defaults(desk) | {key: text for key, text in of_one_duty.items() if key in settings or key == name}
    for key in defaults if name is None else [name]:
        value = settings.get(key, defaults[key]).replace("\n", LINE_MARK)
        click.echo(f"{key} = {value}" + ("" if key in settings else " (mặc định)"))


def _has_lines(desk: Desk, field: str) -> bool:
    return isinstance(getattr(default_office(desk.plan), field), tuple)


def _set_default(desk: Desk, name: str) -> None:
    with desk.store.change(f"đưa {name} về mặc định", who=officer(desk), at=now()) as change:
        setting_rows.erase_setting(change, name)


def _set(desk: Desk, name: str, value: str) -> None:
    value = value.strip()
    if name.startswith(CALENDAR_PREFIX):
        closing_day(value)  # NotFound says which calendars there are
    if name == OFFICER and not value:
        raise AppError("Tên cán bộ không được để trống. Hãy ghi họ tên, hoặc dùng --default để bỏ tên đã đặt.")
    if name.startswith(SETTING_PREFIX) and _has_lines(desk, name.rpartition(".")[2]):
        value = "\n".join(part.strip() for part in value.split(LINE_MARK) if part.strip())
    with desk.store.change(f"đặt {name}", who=officer(desk), at=now()) as change:
        setting_rows.save_setting(change, name, value)
