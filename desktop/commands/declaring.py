"""`so57 declare …`, `declared`, `withdraw`: what the officer adds to the plan; undo takes each of them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import click

from desktop.command_words import Command, Day, Group, Number, option
from desktop.commands.common import (
    answer,
    json_option,
    now,
    officer,
    open_desk,
    period_options,
    store_option,
    today,
    why_option,
)
from models import desk_facts
from models.calendars import FIRST_YEAR, LAST_YEAR
from models.declaring_times import TIME_SAMPLES, schedule_for
from models.desk import Desk
from models.errors import AppError
from models.fact_words import KINDS, FactWords
from models.facts import (
    AnnualTarget,
    CameTrue,
    DaySwap,
    DeclaredFrom,
    Direction,
    Extension,
    Fact,
    Lead,
    NoBasis,
    Override,
    Paper,
    PartFigure,
    Reading,
    StillInForce,
    Supplier,
)
from models.named_rows import RECORDED, row_named
from models.numbers import parse_number
from models.plans import TaskRow

F = TypeVar("F", bound=Callable[..., Any])
Amount = tuple[Decimal | None, Decimal | None, Decimal | None]
_INDICATOR, _TASK = ("indicator",), ("task",)
KINDS_OF_ROWS: Mapping[type, Sequence[str]] = {
    AnnualTarget: _INDICATOR,
    Override: _INDICATOR,
    Supplier: _INDICATOR,
    PartFigure: _INDICATOR,
    NoBasis: _INDICATOR,
    CameTrue: _TASK,
    Extension: _TASK,
    StillInForce: _TASK,
    Reading: RECORDED,
    Lead: RECORDED,
}
"""Which rows a printed number can mean in each kind of declaration."""


class Kinds(Group):
    """The kinds of declarations, listed in the order of an officer's work with their whole sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all kinds."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of kinds."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help or "") for name, command in self.commands.items()])


@click.group("declare", cls=Kinds, no_args_is_help=True)
def declare_command() -> None:
    """Khai báo những gì bổ sung cho kế hoạch; mỗi lần khai báo hoàn tác được bằng so57 undo."""


def _declare(store_path: Path | None, make: Callable[[Desk], Fact], why: str = "") -> None:
    """Record one fact and say which."""
    with open_desk(store_path, write=True) as desk:
        fact = desk.declare(_keyed(desk, make(desk)), who=officer(desk), at=now(), why=why)
        sentence = FactWords(desk.plan, desk.facts()).sentence(fact)
    click.echo(f"Đã khai báo. {sentence}.")


def _keyed(desk: Desk, fact: Fact) -> Fact:
    """Return the fact with the key of the row that it names by its printed number."""
    kinds = KINDS_OF_ROWS.get(type(fact))
    if kinds is None or isinstance(fact, Direction | DaySwap | TaskRow | DeclaredFrom):
        return fact
    return replace(fact, row_key=row_named(desk.plan, desk.facts(), fact.row_key, kinds).key)


def key_argument(function: F) -> F:
    """Add the name of a row."""
    return click.argument("key", metavar="MÃ", help="Mã dòng như trong so57 plan, hoặc số in như V.4.")(function)


def paper_options(function: F) -> F:
    """Add `--number` and `--date` of a document."""
    dated = option("--date", "day", type=Day(), metavar="NGÀY", help="Ngày văn bản.")(function)
    return option("--number", default="", metavar="SỐ", help="Số và ký hiệu văn bản, như 12/QĐ-UBND.")(dated)


def occurrence_option(function: F) -> F:
    """Add `--occurrence ID`."""
    words = "Lần thực hiện (2026, 2025-2030…), khi có nhiều lần."
    return option("--occurrence", default="", metavar="LẦN", help=words)(function)


def amount_options(function: F) -> F:
    """Add `--value`, or `--numerator` with `--denominator`."""
    bottom = option("--denominator", metavar="SỐ", help="Mẫu số.")(function)
    top = option("--numerator", metavar="SỐ", help="Tử số.")(bottom)
    return option("--value", metavar="SỐ", help="Kết quả, như 8,5.")(top)


def _amount(value: str | None, numerator: str | None, denominator: str | None) -> Amount:
    """Read the numbers as officers type them."""
    first, second, third = (None if text is None else parse_number(text) for text in (value, numerator, denominator))
    return first, second, third


@declare_command.command("annual-target")
@key_argument
@option("--year", type=Number(FIRST_YEAR, LAST_YEAR), required=True, metavar="NĂM", help="Năm của mục tiêu.")
@option("--target", required=True, metavar="MỤC TIÊU", help="Mục tiêu như văn bản giao, ví dụ “≥ 90%”.")
@paper_options
@store_option
def annual_target_command(
    key: str, year: int, target: str, number: str, day: date | None, store_path: Path | None
) -> None:
    """Mục tiêu năm của một chỉ tiêu theo văn bản giao."""
    _declare(store_path, lambda desk: AnnualTarget(key, year, target, Paper(number, day)))


@declare_command.command("came-true")
@key_argument
@option("--on", type=Day(), required=True, metavar="NGÀY", help="Ngày điều kiện đã có.")
@option("--deadline", type=Day(), metavar="NGÀY", help="Thời hạn mà văn bản đó đặt ra, nếu có.")
@occurrence_option
@paper_options
@store_option
def came_true_command(
    key: str,
    on: date,
    deadline: date | None,
    occurrence: str,
    number: str,
    day: date | None,
    store_path: Path | None,
) -> None:
    """Điều kiện của nhiệm vụ (“Sau khi có Kế hoạch của tỉnh”) đã có."""
    _declare(store_path, lambda desk: CameTrue(key, occurrence, on, deadline, Paper(number, day)))


@declare_command.command("extension")
@key_argument
@option("--deadline", type=Day(), required=True, metavar="NGÀY", help="Hạn mới.")
@occurrence_option
@paper_options
@why_option
@store_option
def extension_command(
    key: str, deadline: date, occurrence: str, number: str, day: date | None, why: str, store_path: Path | None
) -> None:
    """Gia hạn một nhiệm vụ; hạn cũ của kế hoạch vẫn được nêu."""
    _declare(store_path, lambda desk: Extension(key, occurrence, deadline, Paper(number, day)), why)


@declare_command.command("still-in-force")
@key_argument
@occurrence_option
@paper_options
@store_option
def still_in_force_command(key: str, occurrence: str, number: str, day: date | None, store_path: Path | None) -> None:
    """Sản phẩm của năm trước còn hiệu lực cho lần thực hiện này."""
    _declare(store_path, lambda desk: StillInForce(key, occurrence, Paper(number, day)))


@declare_command.command("direction")
@paper_options
@option("--about", required=True, metavar="TRÍCH YẾU", help="Văn bản về việc gì.")
@option("--issuer", default="", metavar="CƠ QUAN", help="Cơ quan ban hành, nếu không phải UBND xã.")
@store_option
def direction_command(number: str, day: date | None, about: str, issuer: str, store_path: Path | None) -> None:
    """Văn bản chỉ đạo ban hành trong kỳ, cho phần I của báo cáo."""
    _declare(store_path, lambda desk: Direction(Paper(number, day, about), issuer))


@declare_command.command("override")
@key_argument
@period_options
@amount_options
@why_option
@store_option
def override_command(
    key: str,
    span: str,
    duty: str | None,
    value: str | None,
    numerator: str | None,
    denominator: str | None,
    why: str,
    store_path: Path | None,
) -> None:
    """Số liệu ấn định cho một kỳ thay cho số suy ra từ các kỳ khác."""
    amount = _amount(value, numerator, denominator)
    _declare(store_path, lambda desk: Override(key, desk.period(span, duty).key, *amount, why))


@declare_command.command("supplier")
@key_argument
@option("--unit", required=True, metavar="ĐƠN VỊ", help="Đơn vị cung cấp một phần số liệu.")
@option("--from", "first_day", type=Day(), required=True, metavar="NGÀY", help="Cung cấp từ ngày.")
@option("--to", "last_day", type=Day(), metavar="NGÀY", help="Cung cấp đến hết ngày, nếu đã thôi.")
@store_option
def supplier_command(key: str, unit: str, first_day: date, last_day: date | None, store_path: Path | None) -> None:
    """Đơn vị cung cấp một phần số liệu của chỉ tiêu (bản, trường…)."""
    _declare(store_path, lambda desk: Supplier(key, unit, first_day, last_day))


@declare_command.command("part")
@key_argument
@option("--unit", required=True, metavar="ĐƠN VỊ", help="Đơn vị cung cấp.")
@period_options
@amount_options
@option("--nothing", is_flag=True, help="Đơn vị báo không phát sinh.")
@store_option
def part_command(
    key: str,
    unit: str,
    span: str,
    duty: str | None,
    value: str | None,
    numerator: str | None,
    denominator: str | None,
    nothing: bool,
    store_path: Path | None,
) -> None:
    """Phần số liệu của một đơn vị trong một kỳ."""
    amount = _amount(value, numerator, denominator)

    def make(desk: Desk) -> Fact:
        period = desk.period(span, duty)
        return PartFigure(key, unit, period.start, period.closing, *amount, nothing)

    _declare(store_path, make)


@declare_command.command("reading")
@key_argument
@option("--column", required=True, metavar="CỘT", help="Năm của mục tiêu, hoặc cột thời gian của nhiệm vụ.")
@option("--understood", required=True, metavar="CÁCH HIỂU", help="Hiểu là gì, như “≥ 90%” hoặc “tháng 9/2026”.")
@why_option
@store_option
def reading_command(key: str, column: str, understood: str, why: str, store_path: Path | None) -> None:
    """Cách hiểu một mục tiêu hay thời gian in chưa rõ; chữ in vẫn giữ nguyên."""
    _declare(store_path, lambda desk: Reading(key, column, understood, why))


@declare_command.command("no-basis")
@key_argument
@why_option
@store_option
def no_basis_command(key: str, why: str, store_path: Path | None) -> None:
    """Chỉ tiêu chưa có cơ sở đánh giá vì chưa ai công bố số liệu."""
    _declare(store_path, lambda desk: NoBasis(key, why))


@declare_command.command("day-swap")
@click.argument("day", type=Day(), metavar="NGÀY")
@option("--working/--off", default=None, help="Ngày nghỉ nay làm việc, hay ngày làm việc nay nghỉ.")
@option("--name", default="", metavar="TÊN", help="Tên gọi hoặc số thông báo.")
@store_option
def day_swap_command(day: date, working: bool | None, name: str, store_path: Path | None) -> None:
    """Hoán đổi ngày làm việc, ngày nghỉ theo thông báo hằng năm."""
    if working is None:
        raise AppError("Chưa ghi ngày hoán đổi là làm việc (--working) hay nghỉ (--off). Hãy ghi một trong hai.")
    _declare(store_path, lambda desk: DaySwap(day, working, name.strip()))


@declare_command.command("lead")
@key_argument
@option("--unit", required=True, metavar="ĐƠN VỊ", help="Cơ quan chủ trì.")
@store_option
def lead_command(key: str, unit: str, store_path: Path | None) -> None:
    """Cơ quan chủ trì do cán bộ phân công, không in như của kế hoạch."""
    _declare(store_path, lambda desk: Lead(key, unit))


@declare_command.command("task")
@option("--name", required=True, metavar="TÊN", help="Tên nhiệm vụ.")
@option("--lead", default="", metavar="ĐƠN VỊ", help="Cơ quan chủ trì.")
@option("--coordinating", default="", metavar="ĐƠN VỊ", help="Cơ quan phối hợp.")
@option("--deliverable", default="", metavar="SẢN PHẨM", help="Sản phẩm phải có.")
@option("--deadline", default="", metavar="THỜI HẠN", help=f"Thời hạn: {TIME_SAMPLES}.")
@option("--since", type=Day(), metavar="NGÀY", help="Có từ ngày nào; báo cáo các kỳ trước ngày đó không nêu.")
@store_option
def task_command(
    name: str,
    lead: str,
    coordinating: str,
    deliverable: str,
    deadline: str,
    since: date | None,
    store_path: Path | None,
) -> None:
    """Nhiệm vụ phát sinh ngoài kế hoạch; mã ps-1, ps-2… dùng để ghi tiến độ."""

    def make(desk: Desk) -> Fact:
        schedule = schedule_for(desk.plan, deadline, today())
        return TaskRow("", "task", "", None, name, lead, coordinating, deliverable, schedule, since=since)

    _declare(store_path, make)


@declare_command.command("from")
@click.argument("day", type=Day(), metavar="NGÀY")
@store_option
def from_command(day: date, store_path: Path | None) -> None:
    """Ngày bắt đầu dùng sổ giữa chừng: việc đến hạn trước ngày này là chưa khai báo, không phải quá hạn."""
    _declare(store_path, lambda desk: DeclaredFrom(day))


@click.command("declared", cls=Command)
@store_option
@json_option
def declared_command(store_path: Path | None, as_json: bool) -> None:
    """Liệt kê mọi điều đã khai báo bổ sung cho kế hoạch."""
    with open_desk(store_path, write=False) as desk:
        facts = desk_facts.declared(desk.store)
        words = FactWords(desk.plan, desk.facts())
    if as_json:
        answer([_data(name, fact, words) for name, fact in facts.items()])
        return
    for line in [f"[{name}] {words.sentence(fact)}" for name, fact in facts.items()] or ["Sổ chưa có khai báo nào."]:
        click.echo(line)


def _data(name: str, fact: Fact, words: FactWords) -> dict[str, object]:
    """Return a fact as programs get it: a row is called `key` everywhere."""
    own = {"key" if field == "row_key" else field: value for field, value in asdict(fact).items()}
    return {"id": name, "kind": KINDS[type(fact)], "sentence": words.sentence(fact), **own}


@click.command("withdraw", cls=Command)
@click.argument("name", metavar="MÃ")
@why_option
@store_option
def withdraw_command(name: str, why: str, store_path: Path | None) -> None:
    """Bỏ một điều đã khai báo; mã trong ngoặc ở so57 declared, như annual-target-1; hoàn tác được bằng so57 undo."""
    with open_desk(store_path, write=True) as desk:
        fact = desk_facts.named(desk.store, name)
        sentence = FactWords(desk.plan, desk.facts()).sentence(fact)
        desk.withdraw(fact, who=officer(desk), at=now(), why=why)
    click.echo(f"Đã bỏ khai báo. {sentence}.")
