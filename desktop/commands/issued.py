"""`so57 issued`: what was issued, whether the kept files are still those sent, and copies of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop.command_words import Command, option
from desktop.commands.common import PATH, answer, json_option, open_desk, store_option
from models.shown import day_text

if TYPE_CHECKING:
    from exporters.taken_names import Existing
    from models.desk import Desk
    from models.store.report_rows import Issue


@click.command("issued", cls=Command)
@option("--period", "span", metavar="KỲ", help="Chỉ kỳ này; mặc định là mọi kỳ.")
@option("--duty", metavar="MÃ", help="Mã chế độ báo cáo, khi nhiều chế độ cùng có kỳ đó.")
@option("--out", "folder", type=PATH, metavar="THƯ MỤC", help="Chép các tệp đã phát hành ra đây.")
@option("--existing", default="number", metavar="CÁCH", help="Khi đã có tệp cùng tên: number, replace hoặc refuse.")
@store_option
@json_option
def issued_command(
    span: str | None, duty: str | None, folder: Path | None, existing: str, store_path: Path | None, as_json: bool
) -> None:
    """Liệt kê báo cáo đã phát hành, kiểm tra bản lưu, và chép lại các tệp đã gửi khi có --out."""
    from exporters.taken_names import check_existing
    from models.store.report_rows import issues

    when_taken = check_existing(existing)
    with open_desk(store_path, write=False) as desk:
        found = issues(desk.store, desk.period(span, duty).key if span else None)
        data = [_issue_data(desk, issue) for issue in found]
        copied = _copies(desk, found, folder, when_taken) if folder else []
    if as_json:
        answer(data)
        return
    if not found:
        click.echo("Chưa phát hành báo cáo nào.")
    for issue, shown in zip(found, data, strict=True):
        click.echo(f"{issue.period_key}: số {issue.number} ngày {day_text(issue.date)}, {issue.signer} ký")
        for file in _files(shown):
            click.echo(f"  {file['name']}: {file['state']}")
    for path in copied:
        click.echo(f"Đã chép “{path}”.")


def _issue_data(desk: Desk, issue: Issue) -> dict[str, object]:
    from models.store.archive import FILE_STATE_WORDS
    from models.store.report_rows import file_state

    files = [
        {
            "name": file.name,
            "format": file.format,
            "sha256": file.kept.sha256,
            "state": FILE_STATE_WORDS[file_state(desk.store, file)],
        }
        for file in issue.files
    ]
    own = {"period": issue.period_key, "number": issue.number, "date": issue.date, "signer": issue.signer}
    return {**own, "position": issue.position, "issued_at": issue.issued_at, "who": issue.who, "files": files}


def _files(data: dict[str, object]) -> list[dict[str, str]]:
    files = data["files"]
    return files if isinstance(files, list) else []


def _copies(desk: Desk, found: Sequence[Issue], folder: Path, existing: Existing) -> list[Path]:
    """Write verified copies; issues of one period are told apart by their numbers, and by their turn under one number.

    `found` begins with the newest; so do the paths.
    """
    under = Counter((issue.period_key, issue.number) for issue in found)
    left, targets = under.copy(), []
    for issue in found:
        name = (issue.period_key, issue.number)
        turn = f"_lan-{left[name]}" if under[name] > 1 else ""
        left[name] -= 1
        targets += _copy_out(desk, issue, folder, f"so-{issue.number}{turn}", existing)
    return targets


def _copy_out(desk: Desk, issue: Issue, folder: Path, tail: str, existing: Existing) -> list[Path]:
    from exporters.issue import write_copies
    from models.store import archive

    kept = archive.files_folder(desk.store.path)
    names = [Path(file.name) for file in issue.files]
    copies = [f"{name.stem}_{tail}{name.suffix}" for name in names]
    contents = [archive.read(kept, file.kept) for file in issue.files]
    return list(write_copies(folder, dict(zip(copies, contents, strict=True)), existing=existing))
