"""`so57 new`, `backup`, `restore`, `check`: the store itself."""

from __future__ import annotations

from pathlib import Path

import click

from desktop import paths
from desktop.command_words import Command, option
from desktop.commands.common import PATH, computer_user, now, open_desk, store_option
from models.errors import AppError, StoreError
from models.store.connection import Store


@click.command("new", cls=Command)
@store_option
@option("--plan", required=True, metavar="MÃ|TỆP", help="Kế hoạch có sẵn hoặc tệp kế hoạch.")
def new_command(store_path: Path | None, plan: str) -> None:
    """Lập một sổ mới cho một kế hoạch."""
    from importers.plan_files import load_plan

    path = _file(store_path)
    loaded = load_plan(plan)
    Store.create(path, loaded, who=computer_user(), at=now()).close()
    click.echo(
        f"Đã lập sổ “{path}” cho kế hoạch của {loaded.issuer}: "
        f"{len(loaded.indicators())} chỉ tiêu, {len(loaded.tasks())} nhiệm vụ."
    )


def _file(store_path: Path | None) -> Path:
    """Return where a store is to be written; a folder cannot be one."""
    path = store_path or paths.default_store()
    if path.is_dir():
        raise StoreError(f"“{path}” là một thư mục, không phải tệp sổ. Hãy ghi cả tên tệp sổ nằm trong đó.")
    return path


@click.command("backup", cls=Command)
@store_option
@option("--to", "folder", type=PATH, metavar="THƯ MỤC", help="Nơi lưu, ví dụ ổ USB.")
def backup_command(store_path: Path | None, folder: Path | None) -> None:
    """Sao lưu sổ (đã kiểm tra) thành một tệp zip."""
    from models.store import backup

    with open_desk(store_path, write=False) as desk:
        if folder is not None and not folder.is_dir():
            _make(folder)
        made = backup.on_request(desk.store, now(), folder)
    click.echo(f"Đã sao lưu vào “{made}”.")


def _make(folder: Path) -> None:
    """Make the folder and say so: behind a stick that is not plugged in, its name leads to this computer."""
    from exporters.issue import told_of

    with told_of(folder):
        folder.mkdir(parents=True)
    click.echo(f"Đã tạo thư mục “{folder}”.")


@click.command("restore", cls=Command)
@click.argument("file", type=PATH, metavar="TỆP")
@store_option
def restore_command(file: Path, store_path: Path | None) -> None:
    """Khôi phục sổ từ một bản sao lưu; sổ hiện tại được sao lưu trước."""
    from models.store.restore import restore

    path = _file(store_path)
    kept = restore(file, path, now())
    click.echo(f"Đã khôi phục “{path}” từ “{file}”." + (f" Sổ trước đó được giữ ở “{kept}”." if kept else ""))


@click.command("check", cls=Command)
@store_option
def check_command(store_path: Path | None) -> None:
    """Kiểm tra sổ có nguyên vẹn không."""
    from models.store.faults import speaking
    from models.store.soundness import check

    with open_desk(store_path, write=False) as desk, speaking(desk.store.path):
        findings = check(desk.store)
    if findings:
        raise AppError("\n".join([f"Sổ có {len(findings)} chỗ không nguyên vẹn:", *findings]))
    click.echo("Sổ nguyên vẹn.")
