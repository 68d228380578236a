"""What the commands share: the store option, periods, days, the officer's name, answers for people and programs."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desktop import paths
from desktop.command_words import option
from models.errors import AppError, FolderError

if TYPE_CHECKING:  # what only some commands need is imported by them
    from exporters.issue import WrittenFile
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.store.connection import Store

F = TypeVar("F", bound=Callable[..., Any])
UNNAMED = "Cán bộ"
"""Who makes a change where neither the store nor the computer names anybody."""

PATH = click.Path(path_type=Path)


def store_option(function: F) -> F:
    """Add `--store FILE`; by default the officer's own store."""
    words = "Tệp sổ; mặc định là sổ của người dùng."
    return option("--store", "store_path", type=PATH, metavar="TỆP", help=words)(function)


def json_option(function: F) -> F:
    """Add `--json`."""
    words = "Trả lời bằng một văn bản JSON cho chương trình khác."
    return option("--json", "as_json", is_flag=True, help=words)(function)


def period_options(function: F) -> F:
    """Add `--period SPAN [--duty ID]`."""
    span = "Kỳ: 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026; dx-1 (đột xuất); hoặc CHẾ-ĐỘ/KỲ như trong so57 periods."
    duty = "Mã chế độ báo cáo, khi nhiều chế độ cùng có kỳ đó."
    with_duty = option("--duty", metavar="MÃ", help=duty)(function)
    return option("--period", "span", required=True, metavar="KỲ", help=span)(with_duty)


def why_option(function: F) -> F:
    """Add `--why TEXT`."""
    return option("--why", default="", metavar="LÝ DO", help="Lý do, được ghi vào nhật ký.")(function)


def out_option(function: F) -> F:
    """Add `--out DIR`."""
    words = "Nơi ghi các tệp."
    return option("--out", "folder", type=PATH, required=True, metavar="THƯ MỤC", help=words)(function)


def format_option(function: F) -> F:
    """Add `--format docx,pdf`."""
    words = "docx,pdf,xlsx hoặc một phần."
    return option("--format", "formats", default="docx,pdf,xlsx", metavar="DẠNG", help=words)(function)


@contextmanager
def open_desk(store_path: Path | None, *, write: bool) -> Iterator[Desk]:
    """Open the store for one command; after changes a checked backup is made at closing."""
    from models.desk import Desk
    from models.store.connection import Store

    with Store.open(store_path or paths.default_store(), write=write) as store:
        yield Desk(store)
        if store.changes_made:
            _back_up(store)


def _back_up(store: Store) -> None:
    """Back up at closing; the changes stand already, so a failure here must not read as if they had failed."""
    from models.store import backup

    try:
        backup.at_closing(store, now())
    except FolderError:  # its own sentence says that nothing was written, which is true of the backup alone
        folder = backup.backups_folder(store.path)
        advice = "Hãy kiểm tra chỗ trống và quyền ghi ở đó, rồi sao lưu bằng lệnh: so57 backup"
        click.echo(f"Thay đổi đã được ghi vào sổ, nhưng chưa sao lưu được vào “{folder}”. {advice}", err=True)
    except AppError as error:
        click.echo(f"Thay đổi đã được ghi vào sổ, nhưng chưa sao lưu được. {error.sentence}", err=True)


def officer(desk: Desk) -> str:
    """Return who makes a change: the officer named in the store, else the user of this computer."""
    from models.store import setting_rows

    return setting_rows.officer(desk.store).strip() or computer_user()


def computer_user() -> str:
    """Return the name under which somebody is logged in."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # nobody is logged in: a service, a container
        return UNNAMED


def now() -> datetime:
    """Return the present moment, the only place where a command asks the clock."""
    return datetime.now().replace(microsecond=0)


def today() -> date:
    """Return the present day."""
    return now().date()


def answer(data: object) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (Decimal, Path)):
        return str(value)
    raise TypeError(type(value).__name__)


def files_data(files: Iterable[WrittenFile]) -> dict[str, object]:
    """Return written files as programs get them."""
    return {"files": [{"path": file.path, "format": file.format, "sha256": file.sha256} for file in files]}


def print_files(files: Iterable[WrittenFile]) -> None:
    """Say which files were written."""
    for file in files:
        click.echo(f"Đã ghi “{file.path}”.")


def period_data(period: ReportingPeriod) -> dict[str, object]:
    """Return a reporting period as programs get it."""
    return {
        "key": period.key,
        "duty": period.duty.id,
        "direction": period.duty.direction,
        "frequency": period.duty.frequency,
        "start": period.start,
        "closing": period.closing,
        "due": period.due,
        "send_by": period.send_by,
        "to": list(period.duty.to),
        "by": period.duty.by,
        "issuer": period.duty.issuer,
    }
