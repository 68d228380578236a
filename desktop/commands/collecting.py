"""`so57 collect make|take|list`: a form for each unit, filled ones taken in, how far the collecting is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, Day, Group, WrongCall, option
from desktop.commands.common import (
    PATH,
    answer,
    json_option,
    now,
    officer,
    open_desk,
    out_option,
    period_options,
    store_option,
    today,
)

if TYPE_CHECKING:
    from models.collecting import Proposal
    from models.collecting_desk import Received, UnitStanding


@click.group("collect", cls=Group, no_args_is_help=True)
def collect_command() -> None:
    """Thu thập số liệu của các đơn vị bằng phiếu Excel."""


@collect_command.command("make", cls=Command)
@period_options
@option("--unit", "units", multiple=True, metavar="ĐƠN VỊ", help="Chỉ đơn vị này; ghi nhiều lần cho nhiều đơn vị.")
@option("--by", "answer_by", type=Day(), metavar="NGÀY", help="Gửi về trước hết ngày nào.")
@option("--contact", metavar="NGƯỜI NHẬN", help="Người nhận phiếu, điện thoại; mặc định là cán bộ phụ trách.")
@out_option
@store_option
@json_option
def make_command(
    span: str,
    duty: str | None,
    units: tuple[str, ...],
    answer_by: date | None,
    contact: str | None,
    folder: Path,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Lập phiếu cho mọi đơn vị chủ trì, mỗi đơn vị một tệp; không ghi đè tệp đã có."""
    from exporters.collection_form import write_form
    from models.collecting_desk import contact_of, prepare, proposed_answer_by, record_made

    with open_desk(store_path, write=True) as desk:
        period, at = desk.period(span, duty), now()
        by = answer_by or proposed_answer_by(period, at.date())
        named = contact_of(desk) if contact is None else contact
        sheets = prepare(desk, period, units or None, answer_by=by, contact=named, at=at)
        paths = [write_form(sheet, folder, at) for sheet in sheets]
        record_made(desk, sheets, who=officer(desk), at=at)
    if as_json:
        answer(
            [
                {"unit": sheet.unit, "form": sheet.form_id, "rows": len(sheet.rows), "path": path}
                for sheet, path in zip(sheets, paths, strict=True)
            ]
        )
        return
    for path in paths:
        click.echo(f"Đã ghi “{path}”.")


@collect_command.command("take", cls=Command)
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="TỆP...", help="Các phiếu đã điền.")
@option("--accept-all", is_flag=True, help="Nhận cả những ô mà xã đã sửa sau khi lập phiếu.")
@option("--dry-run", is_flag=True, help="Chỉ so sánh với sổ, không ghi gì.")
@store_option
@json_option
def take_command(
    files: tuple[Path, ...], accept_all: bool, dry_run: bool, store_path: Path | None, as_json: bool
) -> None:
    """Nhận phiếu đã điền: ô mới và ô khác sổ được ghi, mỗi phiếu là một lần thay đổi hoàn tác được."""
    from importers.collection_forms import read_form
    from models.collecting import TAKABLE, TAKEN
    from models.collecting_desk import examine, take_in

    if accept_all and dry_run:
        raise WrongCall("Chỉ dùng một trong --accept-all và --dry-run.")
    read = [read_form(path) for path in files]  # one that is refused stops all before anything is written
    kinds = TAKABLE if accept_all else TAKEN
    told: list[dict[str, object]] = []
    with open_desk(store_path, write=not dry_run) as desk:
        for file in read:
            received = examine(desk, file.answers, file.name, file.content)
            accepted = frozenset(own.id for own in received.proposals if own.kind in kinds)
            if not dry_run:
                take_in(desk, received, accepted, who=officer(desk), at=now())
            told.append(_received_data(received, accepted))
            if not as_json:
                _print_received(received, accepted, written=not dry_run)
    if as_json:
        answer(told)


def _received_data(received: Received, accepted: frozenset[tuple[str, str]]) -> dict[str, object]:
    lines = [
        {
            "key": own.key,
            "field": own.what,
            "present": own.present,
            "new": own.new,
            "kind": own.kind.value,
            "reason": own.reason,
            "accepted": own.id in accepted,
        }
        for own in received.proposals
    ]
    form = received.form
    return {"file": received.name, "unit": form.unit, "period": form.period_key, "told": received.told, "lines": lines}


def _print_received(received: Received, accepted: frozenset[tuple[str, str]], *, written: bool) -> None:
    rows = len({key for key, _ in accepted})
    done = "Đã nhận" if written else "Chưa ghi"
    click.echo(f"{done} phiếu của {received.form.unit}, {received.period.span.short()}: {rows} dòng.")
    for sentence in received.told:
        click.echo(f"Lưu ý: {sentence}")
    for line in _lines(received.proposals, accepted):
        click.echo(f"  {line}")


def _lines(proposals: Iterable[Proposal], accepted: frozenset[tuple[str, str]]) -> Iterable[str]:
    """Yield what differs from the store, with why it was left where it was."""
    from models.collecting import KIND_WORDS, Kind
    from models.collection_fields import WORDS

    for own in proposals:
        if own.kind is not Kind.SAME:
            left = "" if own.id in accepted else " (không ghi)"
            reason = f" {own.reason}" if own.reason else ""
            change = f"{own.present or 'trống'} → {own.new}"
            yield f"{own.label} {WORDS[own.what]}: {change}. {KIND_WORDS[own.kind]}{left}.{reason}"


@collect_command.command("list", cls=Command)
@period_options
@store_option
@json_option
def list_command(span: str, duty: str | None, store_path: Path | None, as_json: bool) -> None:
    """Liệt kê các đơn vị của một kỳ: được hỏi gì, còn thiếu gì, phiếu đến đâu."""
    from models.collecting_desk import STATE_WORDS, standing

    with open_desk(store_path, write=False) as desk:
        own = standing(desk, desk.period(span, duty), today())
    if as_json:
        answer([_unit_data(unit) for unit in own.units])
        return
    for unit in own.units:
        click.echo(f"{unit.unit}: {unit.asked} dòng, thiếu {unit.missing}. {STATE_WORDS[unit.state]}.")
    click.echo(f"{own.words}." if own.words else "Kỳ này chưa lập phiếu nào.")


def _unit_data(unit: UnitStanding) -> dict[str, object]:
    form = unit.form
    return {
        "unit": unit.unit,
        "asked": unit.asked,
        "missing": unit.missing,
        "state": unit.state.value,
        "form": form.form_id if form else None,
        "made_on": form.made_on if form else None,
        "answer_by": form.answer_by if form else None,
        "reminded_on": form.reminded_on if form else None,
        "received_on": form.received_on if form else None,
    }
