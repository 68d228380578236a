"""`so57 periods`, `status`, `close`, `reopen`: what is due when, what is owed, periods closed and reopened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from desktop.command_words import Command, Day, Number, option
from desktop.commands.common import (
    answer,
    json_option,
    now,
    officer,
    open_desk,
    period_data,
    period_options,
    store_option,
    today,
    why_option,
)
from models.calendars import FIRST_YEAR, LAST_YEAR
from models.duties import ReportingPeriod
from models.reports import IndicatorLine, TaskLine
from models.shown import day_text
from models.status import Beginning, Status


@click.command("periods", cls=Command)
@option("--year", type=Number(FIRST_YEAR, LAST_YEAR), required=True, metavar="NĂM", help="Năm của các kỳ.")
@store_option
@json_option
def periods_command(year: int, store_path: Path | None, as_json: bool) -> None:
    """Liệt kê các kỳ báo cáo của một năm."""
    with open_desk(store_path, write=False) as desk:
        periods = desk.periods(year)
        issued, locked, beginning = desk.issued(), desk.locked(), desk.beginning()
    if as_json:
        answer([period_data(period) for period in periods])
        return
    for period in periods:
        click.echo(f"{period.key:<26} {_days(period)}{_mark(period, issued, locked, beginning)}")


def _mark(period: ReportingPeriod, issued: frozenset[str], locked: frozenset[str], beginning: Beginning) -> str:
    """Say what became of a period: issued, closed, part of a longer report, or of before the store."""
    if period.key in issued:
        return "; đã phát hành"
    if period.key in locked:
        return "; đã khóa"
    if period.replaced_by:
        return f"; gộp vào {period.replaced_by}"
    return "" if beginning.asks_for(period) else "; trước ngày dùng sổ"


def _days(period: ReportingPeriod) -> str:
    text = f"từ {day_text(period.start)}, chốt {day_text(period.closing)}, "
    if period.due is None:
        return text + "chưa quy định hạn gửi"
    send_by = period.send_by if period.send_by != period.due else None
    return text + f"hạn gửi {day_text(period.due)}" + (f" (gửi trước: {day_text(send_by)})" if send_by else "")


@click.command("status", cls=Command)
@option("--on", type=Day(), metavar="NGÀY", help="Xét đến ngày nào; mặc định là hôm nay.")
@store_option
@json_option
def status_command(on: date | None, store_path: Path | None, as_json: bool) -> None:
    """Cho biết báo cáo nào đến hạn, nhiệm vụ nào quá hạn, chỉ tiêu nào chưa có số liệu, cảnh báo."""
    with open_desk(store_path, write=False) as desk:
        status = desk.status(on or today())
    if as_json:
        answer(_status_data(status))
    else:
        _print_status(status)


def _status_data(status: Status) -> dict[str, object]:
    return {
        "due": [
            period_data(p) | {"days_left": (p.send_by - status.on).days if p.send_by else None} for p in status.due
        ],
        "late": [
            _line_data(status, line) | {"deadline": line.status.deadline, "state": line.status.state}
            for line in status.late
        ],
        "missing": [_line_data(status, line) for line in status.missing],
        "warnings": [
            {"key": w.row_key, "period": _period_key(status), "kind": w.kind, "sentence": w.sentence, "grave": w.grave}
            for w in status.warnings
        ],
    }


def _period_key(status: Status) -> str | None:
    """Return the period in work, which late, missing and warnings speak of."""
    return status.in_work.key if status.in_work else None


def _line_data(status: Status, line: IndicatorLine | TaskLine) -> dict[str, object]:
    own = {"key": line.row.key, "label": line.label, "name": line.row.name, "lead": line.row.lead}
    return own | {"period": _period_key(status)}


def _print_status(status: Status) -> None:
    for period in status.due:
        left = f", {_days_left((period.send_by - status.on).days)}" if period.send_by else ""
        click.echo(f"{_title(period)}: {_days(period)}{left}")
    if status.in_work is not None:
        click.echo(f"Kỳ đang làm: {_title(status.in_work)}")
    for task in status.late:
        click.echo(f"Quá hạn: nhiệm vụ {task.cited} ({_aside(task.status.deadline_words, task.row.lead)})")
    for indicator in status.missing:
        click.echo(f"Chưa có số liệu: chỉ tiêu {indicator.label} ({_aside(indicator.row.lead)})")
    for warning in status.warnings:
        click.echo(f"{'Cảnh báo nặng' if warning.grave else 'Cảnh báo'}: {warning.sentence}")
    if not (status.late or status.missing or status.warnings):
        click.echo("Không có nhiệm vụ quá hạn, chỉ tiêu thiếu số liệu hay cảnh báo nào.")


def _title(period: ReportingPeriod) -> str:
    """Name a report: 'Báo cáo tháng' of 'tháng 10/2026' is 'Báo cáo tháng 10/2026'."""
    name, words = period.duty.name, period.span.short()
    if period.duty.frequency == "once":
        return f"{name} ({period.duty.id})"
    shared = next((length for length in range(len(words), 0, -1) if name.endswith(f" {words[:length]}")), 0)
    return name + words[shared:] if shared else f"{name} {words}"


def _aside(*parts: str) -> str:
    return ", ".join(part for part in parts if part) or "chưa ghi cơ quan chủ trì"


def _days_left(days: int) -> str:
    if days < 0:
        return f"quá hạn gửi {-days} ngày"
    return "hạn gửi là hôm nay" if days == 0 else f"còn {days} ngày"


@click.command("close", cls=Command)
@period_options
@why_option
@store_option
def close_command(span: str, duty: str | None, why: str, store_path: Path | None) -> None:
    """Khóa kỳ: số liệu của kỳ không sửa được nữa."""
    with open_desk(store_path, write=True) as desk:
        period = desk.period(span, duty)
        desk.close_period(period, why=why, who=officer(desk), at=now())
    click.echo(f"Đã khóa kỳ {period.span.short()}.")


@click.command("reopen", cls=Command)
@period_options
@why_option
@store_option
def reopen_command(span: str, duty: str | None, why: str, store_path: Path | None) -> None:
    """Mở lại một kỳ đã khóa; phải có lý do."""
    from models.store import backup

    with open_desk(store_path, write=True) as desk:
        period = desk.period(span, duty)
        desk.check_reopening(period, why)  # a refused call must not push older backups out
        backup.before_reopening(desk.store, now())
        desk.reopen_period(period, why=why, who=officer(desk), at=now())
    click.echo(f"Đã mở lại kỳ {period.span.short()}.")
