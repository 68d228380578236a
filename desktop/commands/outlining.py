"""`so57 outline`: the headings of a duty's reports, renamed, switched off, added, moved; kept for its next reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, WrongCall, option
from desktop.commands.common import answer, json_option, now, officer, open_desk, store_option, today
from exporters.headings import heading_named
from models.errors import AppError

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.outline import Outline

Edit = Callable[["Outline"], "Outline"]
SPAN = "Kỳ: 2026-10, 2026-Q3…; đề cương là của cả chế độ báo cáo có kỳ đó."
DUTY = "Mã chế độ báo cáo như trong so57 periods."
RENAME = "Đổi tên một mục; tên trống thì trở về tên sẵn có. [kỳ tới], [kỳ này] thay cho tên kỳ."
OFF = "(tắt)"


@click.command("outline", cls=Command)
@option("--period", "span", metavar="KỲ", help=SPAN)
@option("--duty", metavar="MÃ", help=DUTY)
@option("--rename", nargs=2, multiple=True, metavar="MỤC TÊN", help=RENAME)
@option("--off", multiple=True, metavar="MỤC", help="Tắt một mục; lời đã viết vẫn còn.")
@option("--on", "switch_on", multiple=True, metavar="MỤC", help="Bật lại một mục.")
@option("--add", "titles", multiple=True, metavar="TÊN", help="Thêm một mục, cùng với --after.")
@option("--after", multiple=True, metavar="MỤC", help="Mục đứng trước mục thêm.")
@option("--beneath", is_flag=True, help="Thêm thành mục con của mục ở --after.")
@option("--remove", multiple=True, metavar="MỤC", help="Bỏ một mục đã thêm.")
@option("--up", multiple=True, metavar="MỤC", help="Chuyển một mục lên trước mục đứng trên nó.")
@option("--down", multiple=True, metavar="MỤC", help="Chuyển một mục xuống sau mục đứng dưới nó.")
@store_option
@json_option
def outline_command(
    span: str | None,
    duty: str | None,
    rename: tuple[tuple[str, str], ...],
    off: tuple[str, ...],
    switch_on: tuple[str, ...],
    titles: tuple[str, ...],
    after: tuple[str, ...],
    beneath: bool,
    remove: tuple[str, ...],
    up: tuple[str, ...],
    down: tuple[str, ...],
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Xem hoặc sửa đề cương báo cáo; dùng cho mọi kỳ về sau của chế độ báo cáo đó.

    Mỗi lần gọi sửa một kiểu, được nhiều mục: --off I --off V. MỤC là mã trong ngoặc vuông hoặc số in của mục.
    """
    _check_added(titles, after, beneath=beneath)
    kinds = [_renaming(rename), _switching(off, shown=False), _switching(switch_on, shown=True)]
    kinds += [_adding(titles, after, beneath=beneath), _removing(remove), _moving(up, up=True), _moving(down, up=False)]
    asked = [kind for kind in kinds if kind.edits]
    if len(asked) > 1:
        raise WrongCall("Mỗi lần gọi chỉ sửa một kiểu: --rename, --off, --on, --add, --remove, --up hoặc --down.")
    from models.report_desk import ReportDesk

    with open_desk(store_path, write=bool(asked)) as desk:
        own = ReportDesk(desk, _period(desk, span, duty))
        for kind in asked:
            changed = reduce(lambda outline, edit: edit(outline), kind.edits, own.outline)
            label = f"{kind.label} trong đề cương {own.period.duty.name}"
            own.save_outline(changed, label=label, who=officer(desk), at=now())
        outline = own.outline
    if as_json:
        answer({"duty": own.period.duty.id, "headings": list(_data(outline))})
        return
    click.echo(f"Đề cương của {own.period.duty.id}:")
    for line in _lines(outline):
        click.echo(line)


def _check_added(titles: Sequence[str], after: Sequence[str], *, beneath: bool) -> None:
    if len(titles) > len(after):
        raise WrongCall("Thiếu --after MỤC: mục thêm đứng sau mục nào.")
    if len(after) > len(titles):
        raise WrongCall("Thiếu --add TÊN: thêm mục nào sau mục ở --after.")
    if beneath and not titles:
        raise WrongCall("Thiếu --add TÊN và --after MỤC: --beneath chỉ đi với mục thêm.")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a call asks for of one kind: what the log says of it, and the changes in the order typed."""

    label: str
    edits: tuple[Edit, ...]


def _renaming(asked: Sequence[tuple[str, str]]) -> _Kind:
    edits = (partial(_renamed, typed=typed, title=title) for typed, title in asked)
    return _Kind(f"đổi tên mục {', '.join(typed for typed, _ in asked)}", tuple(edits))


def _renamed(outline: Outline, typed: str, title: str) -> Outline:
    return outline.renamed(heading_named(outline, typed), title)


def _switching(asked: Sequence[str], *, shown: bool) -> _Kind:
    edits = tuple(partial(_switched, typed=typed, shown=shown) for typed in asked)
    return _Kind(f"{'bật' if shown else 'tắt'} mục {', '.join(asked)}", edits)


def _switched(outline: Outline, typed: str, *, shown: bool) -> Outline:
    # what is switched off has no number of its own, so only an id can name it
    return outline.switched(heading_named(outline, f"[{typed.strip(' []')}]" if shown else typed), shown)


def _adding(titles: Sequence[str], after: Sequence[str], *, beneath: bool) -> _Kind:
    pairs = zip(titles, after, strict=True)
    edits = tuple(partial(_added, title=title, typed=typed, beneath=beneath) for title, typed in pairs)
    return _Kind(f"thêm mục {', '.join(f'“{title}”' for title in titles)}", edits)


def _added(outline: Outline, title: str, typed: str, *, beneath: bool) -> Outline:
    return outline.added(title, heading_named(outline, typed), beneath=beneath)[0]


def _removing(asked: Sequence[str]) -> _Kind:
    return _Kind(f"bỏ mục {', '.join(asked)}", tuple(partial(_removed, typed=typed) for typed in asked))


def _removed(outline: Outline, typed: str) -> Outline:
    return outline.removed(heading_named(outline, typed))


def _moving(asked: Sequence[str], *, up: bool) -> _Kind:
    return _Kind(f"chuyển mục {', '.join(asked)}", tuple(partial(_moved, typed=typed, up=up) for typed in asked))


def _moved(outline: Outline, typed: str, *, up: bool) -> Outline:
    return outline.moved(heading_named(outline, typed), up=up)


def _period(desk: Desk, span: str | None, duty: str | None) -> ReportingPeriod:
    """Return a period of the duty that is asked about: the one named, else any of the duty's this year."""
    if span is not None:
        return desk.period(span, duty)
    outgoing = [one for one in desk.plan.duties if one.direction != "incoming"]
    if duty is None and len(outgoing) != 1:
        known = ", ".join(one.id for one in outgoing)
        raise AppError(f"Hãy chọn chế độ báo cáo bằng --duty. Các chế độ báo cáo của kế hoạch này: {known}.")
    wanted = desk.plan.duty(duty or outgoing[0].id)
    own = (period for period in desk.periods(today().year) if period.duty.id == wanted.id)
    if (found := next(own, None)) is None:
        raise AppError(f"Chế độ {wanted.id} không có kỳ nào trong năm nay. Hãy chọn một kỳ bằng --period.")
    return found


def _lines(outline: Outline) -> Iterator[str]:
    """Yield the headings with their numbers as printed, those beneath another one indented."""
    from exporters.headings import place_of, title_kept

    shown = {numbered.heading.id for numbered in outline.numbered()}
    for heading in outline.headings:
        number = place_of(outline, heading.id) if heading.id in shown else OFF
        indent = "    " if heading.parent else "  "
        yield f"{indent}{number:<6} {title_kept(heading)} [{heading.id}]"


def _data(outline: Outline) -> Iterator[dict[str, object]]:
    from exporters.headings import place_of, title_kept

    shown = {numbered.heading.id for numbered in outline.numbered()}
    for heading in outline.headings:
        number = place_of(outline, heading.id) if heading.id in shown else None
        yield {
            "id": heading.id,
            "number": number,
            "title": title_kept(heading),
            "parent": heading.parent or None,
            "shown": heading.shown,
            "own": heading.is_own,
        }
