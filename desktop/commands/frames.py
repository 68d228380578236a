"""`so57 frame`: what stands around the words of a report, as it will be printed; its fields set and unset."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from desktop.command_words import Command, option
from desktop.commands.common import answer, json_option, now, officer, open_desk, store_option, today, why_option
from exporters.frame_page import FrameLines, frame_lines
from exporters.plan_cited import plan_cited
from models.desk import Desk
from models.errors import AppError
from models.frame_settings import FIELD_WORDS, change_frame, frame_prefix
from models.office import Office, office_from, text_of
from models.plans import Duty
from models.report_desk import ReportDesk
from models.reports import Signing

LINE_MARK = "|"
"""What stands between the lines of a setting that holds several, since no line break can be typed in a call."""
SIGNER_MARK = ";"
"""The same for signers, whose name and position are parted by the other."""
SET_HELP = f"Đặt một mục: MỤC=GIÁ TRỊ; các dòng cách nhau bằng {LINE_MARK}, các người ký bằng {SIGNER_MARK}. Các mục: "


def mark_of(field: str) -> str:
    """Return what stands between the lines of a field in a call and in its answer."""
    return SIGNER_MARK if field == "signers" else LINE_MARK


def typed_text(field: str, value: str) -> str:
    """Return a field's text with the lines that were typed in one."""
    return "\n".join(part.strip() for part in value.split(mark_of(field)))


def shown_text(field: str, text: str) -> str:
    """Return a field's text in one line."""
    return text.replace("\n", "; " if field == "signers" else LINE_MARK)


@click.command("frame", cls=Command)
@click.argument("span", required=False, metavar="[KỲ]", help="Kỳ như trong so57 periods; mặc định là khuôn chung.")
@option("--duty", metavar="MÃ", help="Mã chế độ báo cáo: xem và đặt riêng cho chế độ đó.")
@option("--set", "given", multiple=True, metavar="MỤC=GIÁ TRỊ", help=SET_HELP + ", ".join(FIELD_WORDS) + ".")
@option("--unset", "dropped", multiple=True, metavar="MỤC", help="Đưa một mục về mặc định.")
@why_option
@store_option
@json_option
def frame_command(
    span: str | None,
    duty: str | None,
    given: tuple[str, ...],
    dropped: tuple[str, ...],
    why: str,
    store_path: Path | None,
    as_json: bool,
) -> None:
    """Xem khuôn văn bản như sẽ in: đầu trang, Kính gửi, chữ ký, nơi nhận; đặt các mục của khuôn.

    Có KỲ hoặc --duty thì chỉ đặt cho chế độ báo cáo đó. Nhiều mục đặt trong một lệnh được ghi cùng lúc.
    Kỳ đã phát hành giữ khuôn lúc phát hành.
    """
    changes = _changes(given, dropped)
    with open_desk(store_path, write=bool(changes)) as desk:
        reached = desk.period(span, duty).duty.id if span is not None else duty
        if changes:
            change_frame(desk, changes, reached, who=officer(desk), at=now(), why=why)
        office, of_duty, month = _frame(desk, span, duty)
        signing = _signing(desk, span, duty)
        lines = frame_lines(office, of_duty, month, signing)
        if as_json:
            answer(_data(desk, office, of_duty, lines, own=duty is not None or span is not None))
            return
        cited = plan_cited(desk.plan, office)
    if changes:
        of_whom = f"riêng của {of_duty.name}" if reached is not None else "chung của mọi báo cáo"
        click.echo(f"Đã sửa khuôn văn bản {of_whom}: {', '.join(FIELD_WORDS[name] for name in changes)}.")
        kept = "Kỳ này đã phát hành nên vẫn giữ khuôn lúc phát hành; khuôn mới dùng cho các kỳ sau.\n"
        click.echo(kept if signing else "")
    _print(lines, cited)


def _signing(desk: Desk, span: str | None, duty: str | None) -> Signing | None:
    """Return number, day and signer of a period's issued report."""
    return None if span is None else ReportDesk(desk, desk.period(span, duty)).signing()


def _changes(given: tuple[str, ...], dropped: tuple[str, ...]) -> dict[str, str | None]:
    """Return what is to be set; None goes back to the default."""
    found: dict[str, str | None] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise AppError(f"“{pair}” thiếu dấu =. Hãy ghi MỤC=GIÁ TRỊ, như symbol=BC-UBND.")
        found[name.strip()] = typed_text(name.strip(), value)
    return found | dict.fromkeys(dropped)


def _frame(desk: Desk, span: str | None, duty_id: str | None) -> tuple[Office, Duty, date]:
    """Return the frame of a period, of a duty or of all, a duty whose Kính gửi it has, and the month of signing."""
    if span is not None:
        period = desk.period(span, duty_id)
        return desk.report(period).office, period.duty, period.month_of_signing
    if duty_id is not None:
        duty = desk.duty(duty_id)
        return office_from(desk.plan, desk.settings(), duty), duty, today()
    outgoing = next((duty for duty in desk.plan.duties if duty.direction == "outgoing"), desk.plan.duties[0])
    return desk.office(), outgoing, today()


def _data(desk: Desk, office: Office, duty: Duty, lines: FrameLines, *, own: bool) -> dict[str, object]:
    """Return a frame as programs get it: the printed lines, and each field with whether the office set it."""
    settings = desk.settings()
    prefixes = (frame_prefix(duty), frame_prefix(None)) if own else (frame_prefix(None),)
    return {
        "duty": duty.id if own else None,
        "left": lines.left,
        "right": lines.right,
        "to": lines.to,
        "authority": lines.authority,
        "signer": lines.signer,
        "recipients": lines.recipients,
        "plan": plan_cited(desk.plan, office),
        "fields": {
            name: {"value": text_of(office, name), "set": any(prefix + name in settings for prefix in prefixes)}
            for name in FIELD_WORDS
        },
    }


def _print(lines: FrameLines, cited: str) -> None:
    """Print the parts one beneath the other, as they follow each other on the page."""
    parts = {
        "Đầu trang, bên trái": lines.left,
        "Đầu trang, bên phải": lines.right,
        "Dưới tên báo cáo": lines.to or ("(không có Kính gửi)",),
        "Kế hoạch được dẫn ở câu mở đầu": (cited,),
        "Chữ ký": (*lines.authority, lines.signer or "(chưa đặt họ tên người ký)"),
        "Nơi nhận": lines.recipients,
    }
    for heading, texts in parts.items():
        click.echo(f"{heading}:")
        for text in texts:
            click.echo(f"  {text}")
