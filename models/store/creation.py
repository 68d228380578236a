"""A new store: built beside its place and moved there when it is whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from models.errors import StoreError
from models.plans import Plan
from models.store import lock, plan_rows
from models.store.connection import Store, connect
from models.store.faults import speaking
from models.store.migrations import migrate
from models.store.safe_files import sync_folder


def create(path: Path, plan: Plan, who: str, at: datetime) -> None:
    """Write a new store at `path` that holds one plan, or nothing."""
    with speaking(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        held = lock.hold(path)
        try:
            if path.exists():
                raise StoreError(f"Ở “{path}” đã có tệp. Hãy mở sổ đó, hoặc chọn tên khác cho sổ mới.")
            new = path.with_name(f".{path.name}.new")
            try:
                _fill(new, plan, who, at)
                new.replace(path)
                sync_folder(path.parent)
            finally:
                _remove(new)
        finally:
            held.release()


def _fill(new: Path, plan: Plan, who: str, at: datetime) -> None:
    """Make the tables and record the plan as the first change set."""
    _remove(new)
    with Store(new, connect(new, "rwc"), lock.hold(new)) as store:
        migrate(store.connection)
        with store.change("lập sổ", who=who, at=at, origin="import") as change:
            plan_rows.add(change, plan)


def _remove(new: Path) -> None:
    for name in (new.name, f"{new.name}-journal", f"{new.name}.lock"):
        new.with_name(name).unlink(missing_ok=True)
