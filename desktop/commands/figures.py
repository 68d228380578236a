"""`so57 record`, `write`: a period's figures and the officer's words in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from desktop.command_words import Command, WrongCall, option
from desktop.commands.common import PATH, now, officer, open_desk, period_options, store_option, today
from exporters.headings import heading_named, place_with_id
from importers.figure_files import read_figures
from models.assignments import tasks_beside
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import BadFile
from models.figure_lines import DATA_FIELDS
from models.recording import ResolvedLine, resolve
from models.report_desk import ReportDesk
from models.shown import day_text
from models.text import nfc
from models.written_words import unclosed

COLUMNS = (
    "Tệp .csv có dòng tiêu đề, hoặc .json là danh sách các dòng. Chỉ rõ dòng kế hoạch bằng key, hoặc appendix và "
    f"number (như I và V.4); ô để trống thì giữ nguyên. Các cột số liệu: {', '.join(DATA_FIELDS)}."
)
STANDARD_INPUT = "-"
UNCLOSED = "Dấu ** không có đôi nên sẽ in ra nguyên dấu sao; hãy đặt ** sát trước chữ đầu và sát sau chữ cuối"
LONGEST_WORDS = 1_000_000  # bytes; a section of a report has a few pages


@click.command("record", cls=Command)
@period_options
@click.argument("file", type=PATH, metavar="TỆP", help=COLUMNS)
@store_option
def record_command(span: str, duty: str | None, file: Path, store_path: Path | None) -> None:
    """Ghi số liệu của một kỳ từ tệp CSV hoặc JSON; có dòng sai thì không ghi dòng nào."""
    lines = read_figures(file)
    with open_desk(store_path, write=True) as desk:
        period = desk.period(span, duty)
        desk.check_open(period)
        # checked first: a file that is refused must not push older backups out
        last_day = min(period.closing, today())
        fitting = resolve(desk.plan, lines, tasks_beside(desk.plan, desk.facts()), last_day)
        _back_up(desk)
        count = desk.record(period, lines, who=officer(desk), at=now(), origin="import")
        warnings = tuple(_warnings(desk, period, fitting))
    click.echo(f"Đã ghi {count} dòng cho kỳ {period.span.short()}.")
    for sentence in warnings:
        click.echo(f"Cảnh báo: {sentence}")


def _back_up(desk: Desk) -> None:
    from models.store import backup

    backup.before_import(desk.store, now())


def _warnings(desk: Desk, period: ReportingPeriod, recorded: tuple[ResolvedLine, ...]) -> Iterator[str]:
    """Yield what does not fit in the rows just recorded; `so57 status` tells about the others."""
    if period.start > today():
        yield f"kỳ {period.span.short()} chưa bắt đầu (từ {day_text(period.start)}); hãy kiểm tra lại kỳ đã chọn."
    keys = {item.row.key for item in recorded}
    yield from (found.sentence for found in desk.warnings(desk.report(period)) if found.row_key in keys)


@click.command("write", cls=Command)
@period_options
@option("--section", required=True, metavar="MỤC", help="Mã mục của đề cương (so57 outline): I, II.1, III, m1…")
@click.argument("file", required=False, metavar="[TỆP|-]", help="Tệp chữ, hoặc dấu - để đọc từ bàn phím.")
@option("--file", "named_file", metavar="TỆP|-", help="Như đối số TỆP.")
@store_option
def write_command(
    span: str, duty: str | None, section: str, file: str | None, named_file: str | None, store_path: Path | None
) -> None:
    """Ghi phần lời của một mục báo cáo từ một tệp chữ UTF-8; tệp trống thì bỏ trống mục đó.

    Trong lời: **đậm**, *nghiêng*, dòng bắt đầu bằng “a) ” hoặc “- ” là một ý của danh sách.
    """
    source = file or named_file
    if source is None:
        raise WrongCall("Thiếu tệp lời văn: hãy ghi TỆP, hoặc dấu - để đọc từ bàn phím.")
    if file and named_file:
        raise WrongCall("Chỉ ghi một tệp lời văn: đối số TỆP hoặc --file.")
    text = read_words(source)
    with open_desk(store_path, write=True) as desk:
        period = desk.period(span, duty)
        outline = ReportDesk(desk, period).outline
        section = heading_named(outline, section)
        desk.write(period, section, text, who=officer(desk), at=now())
        place = place_with_id(outline, section)
    click.echo(f"Đã ghi phần {place} của kỳ {period.span.short()}.")
    for line in unclosed(text):
        click.echo(f"{UNCLOSED}: “{line}”")


def read_words(file: str) -> str:
    """Return the text of a file or of the keyboard; an empty one empties the section."""
    data = _read_bytes(file)
    if len(data) > LONGEST_WORDS:
        raise BadFile(f"Tệp “{file}” lớn hơn 1 MB nên không phải phần lời của báo cáo. Hãy kiểm tra lại tệp.")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = nfc(data.decode(encoding)).strip()
    except UnicodeDecodeError as error:
        raise BadFile(f"Tệp “{file}” không phải chữ UTF-8. Hãy lưu lại tệp với mã UTF-8 rồi làm lại.") from error
    if "\0" in text:
        raise BadFile(f"Tệp “{file}” không phải tệp chữ. Nếu là tệp Word, hãy lưu lại dạng .txt với mã UTF-8.")
    return text


def _read_bytes(file: str) -> bytes:
    try:
        if file != STANDARD_INPUT:
            with Path(file).open("rb") as stream:
                return stream.read(LONGEST_WORDS + 1)
        return sys.stdin.buffer.read(LONGEST_WORDS + 1) if sys.stdin is not None else b""
    except OSError as error:
        raise BadFile(
            f"Không đọc được tệp “{file}”. Hãy kiểm tra tên tệp, thư mục và quyền đọc rồi làm lại."
        ) from error
