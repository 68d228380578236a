"""`so57 outline`: the headings of a duty's reports, renamed, switched off, added, moved; kept for its next reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, option
from desktop.commands.common import answer, json_option, now, officer, open_desk, store_option, today
from models.errors import AppError

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.outline import Outline

Edit = tuple[str, Callable[["Outline"], "Outline"]]
"""What the log says of a change of the outline, and the change."""
SPAN = "Kỳ: 2026-10, 2026-Q3…; đề cương là của cả chế độ báo cáo có kỳ đó."
DUTY = "Mã chế độ báo cáo như trong so57 periods."
RENAME = "Đổi tên một mục; tên trống thì trở về tên sẵn có. [kỳ tới], [kỳ này] thay cho tên kỳ."
OFF = "(tắt)"


@click.command("outline", cls=Command)
@option("--period", "span", metavar="KỲ", help=SPAN)
@option("--duty", metavar="MÃ", help=DUTY)
@option("--rename", nargs=2, metavar="MỤC TÊN", help=RENAME)
@option("--off", metavar="MỤC", help="Tắt một mục; lời đã viết vẫn còn.")
@option("--on", "switch_on", metavar="MỤC", help="Bật lại một mục.")
@option("--add", "title", metavar="TÊN", help="Thêm một mục, cùng với --after.")
@option("--after", metavar="MỤC", help="Mục đứng trước mục thêm.")
@option("--beneath", is_flag=True, help="Thêm thành mục con của mục ở --after.")
@option("--remove", metavar="MỤC", help="Bỏ một mục đã thêm.")
@option("--up", metavar="MỤC", help="Chuyển một mục lên trước mục đứng trên nó.")
@option("--down", metavar="MỤC", help="Chuyển một mục xuống sau mục đứng dưới nó.")
@store_option
@json_option
def outline_command(
    span: str | None, duty: str | None, store_path: Path | None, as_json: bool, **asked: str | bool | tuple[str, str]
) -> None:
    """Xem hoặc sửa đề cương báo cáo; dùng cho mọi kỳ về sau của chế độ báo cáo đó."""
    edits = list(_edits(asked))
    if len(edits) > 1 or bool(asked["title"]) != bool(asked["after"]) or (asked["beneath"] and not asked["title"]):
        raise click.UsageError("", click.get_current_context())
    from models.report_desk import ReportDesk

    with open_desk(store_path, write=bool(edits)) as desk:
        own = ReportDesk(desk, _period(desk, span, duty))
        for label, edit in edits:
            label = f"{label} trong đề cương {own.period.duty.name}"
            own.save_outline(edit(own.outline), label=label, who=officer(desk), at=now())
        outline = own.outline
    if as_json:
        answer({"duty": own.period.duty.id, "headings": list(_data(outline))})
        return
    click.echo(f"Đề cương của {own.period.duty.id}:")
    for line in _lines(outline):
        click.echo(line)


def heading_id(outline: Outline, typed: str) -> str:
    """Return the id of a heading however its letters were typed; what is none stays for the error that names all."""
    wanted = typed.strip().casefold()
    return next((one.id for one in outline.headings if one.id.casefold() == wanted), typed.strip())


def _edits(asked: dict[str, str | bool | tuple[str, str]]) -> Iterator[Edit]:
    """Yield each change that a call asks for."""
    rename, off, on = asked["rename"], asked["off"], asked["switch_on"]
    title, after, remove, beneath = asked["title"], asked["after"], asked["remove"], bool(asked["beneath"])
    if isinstance(rename, tuple):
        yield f"đổi tên mục {rename[0]}", lambda outline: outline.renamed(heading_id(outline, rename[0]), rename[1])
    if isinstance(off, str):
        yield f"tắt mục {off}", lambda outline: outline.switched(heading_id(outline, off), shown=False)
    if isinstance(on, str):
        yield f"bật mục {on}", lambda outline: outline.switched(heading_id(outline, on), shown=True)
    if isinstance(title, str) and isinstance(after, str):
        yield f"thêm mục “{title}”", lambda old: old.added(title, heading_id(old, after), beneath=beneath)[0]
    if isinstance(remove, str):
        yield f"bỏ mục {remove}", lambda outline: outline.removed(heading_id(outline, remove))
    for which, up in ((asked["up"], True), (asked["down"], False)):
        if isinstance(which, str):
            yield f"chuyển mục {which}", _moving(which, up=up)


def _moving(which: str, *, up: bool) -> Callable[[Outline], Outline]:
    return lambda outline: outline.moved(heading_id(outline, which), up=up)


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
