"""`so57 retype`: a period's figures in the order of the province's screen, and which were typed in there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, Day, WrongCall, option
from desktop.commands.common import answer, json_option, now, officer, open_desk, period_options, store_option, today

if TYPE_CHECKING:
    from models.report_desk import ReportDesk
    from models.retyping import RetypedRow


@click.command("retype", cls=Command)
@period_options
@option(
    "--enter", "entered", multiple=True, metavar="DÒNG", help="Ghi là đã nhập dòng này (mã hoặc số); nhiều lần được."
)
@option("--all", "every_row", is_flag=True, help="Ghi là đã nhập mọi dòng có số liệu.")
@option("--take-back", "taken_back", multiple=True, metavar="DÒNG", help="Bỏ ghi đã nhập của dòng này.")
@option("--on", "day", type=Day(), metavar="NGÀY", help="Ngày nhập; mặc định là hôm nay.")
@option("--tsv", "as_tsv", is_flag=True, help="In thành các cột cách nhau bằng dấu tab, để dán vào bảng tính.")
@store_option
@json_option
def retype_command(
    span: str,
    duty: str | None,
    entered: tuple[str, ...],
    every_row: bool,
    taken_back: tuple[str, ...],
    day: date | None,
    as_tsv: bool,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Bảng số liệu để nhập lại lên hệ thống của tỉnh, và ghi những dòng đã nhập.

    Thứ tự và các dòng theo cài đặt retype.CHẾ-ĐỘ.rows, dấu thập phân theo retype.decimal.
    """
    if entered and every_row:
        raise WrongCall("--all đã gồm mọi dòng nên không dùng cùng --enter.")
    if as_tsv and as_json:
        raise WrongCall("Chỉ dùng một trong --tsv và --json.")
    from models.report_desk import ReportDesk

    writes = bool(entered or every_row or taken_back)
    with open_desk(store_path, write=writes) as desk:
        report = ReportDesk(desk, desk.period(span, duty))
        recorded = _record(report, entered, taken_back, every_row, day or today()) if writes else None
        rows = _rows(report)
    if as_json:
        answer([asdict(row) | {"state": row.state} for row in rows])
    elif as_tsv:
        _print_tsv(rows)
    else:
        _print(rows, recorded)


def _rows(report: ReportDesk) -> tuple[RetypedRow, ...]:
    from models.retyping import retyped_rows

    return retyped_rows(report.desk.report(report.period), report.entered(), report.desk.settings())


def _record(
    report: ReportDesk, entered: Sequence[str], taken_back: Sequence[str], every_row: bool, on: date
) -> frozenset[str]:
    """Record what was typed in, after what is taken back; return the keys of these rows.

    All rows are looked up before anything is written.
    """
    from models.retyping import FIELD, row_named, to_enter

    rows = _rows(report)
    typed = to_enter(rows, entered, on) if entered or every_row else ()
    who = officer(report.desk)
    back = [row_named(rows, name).key for name in taken_back]
    for key in back:
        report.take_back_entered(key, FIELD, who=who, at=now())
    if typed:
        report.enter(typed, who=who, at=now())
    return frozenset([*back, *(one.row_key for one in typed)])


def _print(rows: Sequence[RetypedRow], recorded: frozenset[str] | None) -> None:
    """Print the rows, after a record of what was typed in only those, and what is left of all."""
    from models.shown import with_unit

    for row in rows if recorded is None else [row for row in rows if row.key in recorded]:
        figure = with_unit(row.figure, row.unit) if row.figure else "…"
        click.echo(f"{row.label}. {row.name}: {figure} - {row.state}")
    left = sum(row.entered is None and bool(row.figure) for row in rows)
    changed = sum(row.changed for row in rows)
    click.echo(f"Còn {left} dòng chưa nhập, {changed} dòng đã thay đổi sau khi nhập.")


def _print_tsv(rows: Sequence[RetypedRow]) -> None:
    click.echo("\t".join(("Số", "Chỉ tiêu", "Số liệu", "Đơn vị tính", "Đã nhập")))
    for row in rows:
        click.echo("\t".join((row.label, row.name, row.figure, row.unit, row.state)))
