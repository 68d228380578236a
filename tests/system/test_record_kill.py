"""`so57 record` killed two hundred times at any moment: nothing confirmed is lost, nothing half stands."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from importers.plan_files import load_plan
from models.store import backup, figure_rows
from models.store.connection import Store
from models.store.restore import verify
from models.store.soundness import check

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 3, 8, 0)
SEED = 57
LANES = 2  # stores worked on at the same time
ROUNDS = 100  # kills of each
PLAN = load_plan("thuan-chau")


class Lane:
    """One store, and the calls that record the number of their round in every row of the plan."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.store = folder / "sổ của xã.so57"
        self.sheet = folder / "số liệu.csv"
        self.chance = random.Random(seed)
        self.recorded = 0
        self.ends: Counter[str] = Counter()
        self.killed_while: Counter[str] = Counter()
        Store.create(self.store, PLAN, who="Lò Thị Lan", at=AT).close()

    def call(self, number: int, seconds: float | None) -> bool:
        """Record a round's number, kill the call after some seconds, and tell whether it had confirmed."""
        write_sheet(self.sheet, number)
        command = [sys.executable, "-X", "utf8", "-m", "desktop.cli", "record", "--period", "2026-10"]
        call = subprocess.Popen(
            [*command, self.sheet, "--store", self.store],
            cwd=ROOT,
            env={**os.environ, "HOME": str(self.store.parent)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            out, err = call.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            call.kill()
            out, err = call.communicate()
        assert err == b""
        return call.returncode == 0 and out.startswith(f"Đã ghi {len(rows())} dòng".encode())

    def check_round(self, number: int, confirmed: bool) -> None:
        """Check that the store is sound and holds this round or the one before, whole."""
        with Store.open(self.store) as store:
            assert check(store) == []
            figures, progress = figure_rows.figures(store).values(), figure_rows.progress(store).values()
            sets = store.rows("SELECT count(*) FROM change_set WHERE label LIKE 'nhập %'")[0][0]
        notes = Counter(figure.note for own in figures for figure in own)
        notes += Counter(record.note for own in progress for record in own)
        assert notes in ({str(number): len(rows())}, {str(self.recorded): len(rows())} if self.recorded else {})
        is_new = str(number) in notes
        assert is_new or not confirmed
        self.recorded = number if is_new else self.recorded
        self.ends["confirmed" if confirmed else "recorded" if is_new else "not recorded"] += 1
        self.ends["change sets"] += is_new
        assert sets == self.ends["change sets"]

    def look_around(self) -> None:
        """Check that no more lies beside the store than belongs there and one unfinished backup."""
        folder = backup.backups_folder(self.store)
        belongs = {
            self.store.name,
            f"{self.store.name}-journal",
            f"{self.store.name}.lock",
            folder.name,
            self.sheet.name,
        }
        assert {path.name for path in self.store.parent.iterdir()} <= belongs
        if folder.exists():
            unfinished = [path for path in folder.iterdir() if path.suffix != ".zip"]
            assert len(unfinished) <= 2, unfinished  # the zip and the folder in which its database is copied
            assert len(list(folder.iterdir())) - len(unfinished) <= backup.KEPT + 1
            self.killed_while["backup"] += bool(unfinished)
        journal = self.store.with_name(f"{self.store.name}-journal")
        self.killed_while["write"] += journal.exists() and journal.stat().st_size > 0


def rows() -> list[str]:
    """Return the keys of all rows that can be recorded."""
    return [row.key for row in PLAN.rows() if row.kind in ("indicator", "task")]


def write_sheet(path: Path, number: int) -> None:
    """Write a file of figures that says the round's number in every row."""
    lines = [f"{key},{number}" for key in rows()]
    path.write_text("\n".join(["key,note", *lines, ""]), encoding="utf-8")


def work(lane: Lane) -> Lane:
    """Let two calls end by themselves to learn how long one takes, then kill the others at any moment of that time."""
    for number in (1, 2):
        begun = time.monotonic()
        confirmed = lane.call(number, None)
        lasted = time.monotonic() - begun
        assert confirmed
        lane.check_round(number, confirmed)
    for number in range(3, 3 + ROUNDS):
        confirmed = lane.call(number, lane.chance.uniform(0, lasted * 1.05))
        lane.look_around()
        lane.check_round(number, confirmed)
    return lane


@pytest.mark.timeout(600)
def test_killed_recordings_lose_nothing_that_was_confirmed(tmp_path: Path) -> None:
    lanes = [Lane(_folder(tmp_path / f"xã {number}"), SEED + number) for number in range(LANES)]
    with ThreadPoolExecutor(LANES) as together:
        done = list(together.map(work, lanes))
    ends = sum((lane.ends for lane in done), Counter[str]())
    killed_while = sum((lane.killed_while for lane in done), Counter[str]())
    assert ends["confirmed"] + ends["recorded"] + ends["not recorded"] == LANES * (ROUNDS + 2)
    # The kills fell into every part of a call: before the write, in it, in the backups around it, and after it.
    assert min(ends["not recorded"], ends["recorded"], ends["confirmed"]) >= 5
    assert min(killed_while["backup"], killed_while["write"]) >= 5
    for lane in done:
        for made in backup.backups(backup.backups_folder(lane.store), lane.store.stem):
            verify(made)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
