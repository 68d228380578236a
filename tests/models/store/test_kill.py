"""A program killed while it records, two hundred times: nothing confirmed is lost, nothing half stands."""

from __future__ import annotations

import multiprocessing
import random
import time
from datetime import date, timedelta
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from models.actuals import Actual
from models.store import figure_rows
from models.store.connection import Store
from models.store.soundness import check
from tests.models.store.samples import AT, WHO

HAS_FORK = "fork" in multiprocessing.get_all_start_methods()
ROUNDS = 200 if HAS_FORK else 20  # without fork every round imports everything anew
START = multiprocessing.get_context("forkserver").Process if HAS_FORK else multiprocessing.get_context("spawn").Process
MOST_HEARD = 3
FIRST_DAY = date(2026, 1, 1)


def record_until_killed(path: Path, first: int, said: Connection) -> None:
    """Record one figure a day, and confirm each number after it was committed."""
    with Store.open(path) as store:
        said.send(-1)
        for number in range(first, first + 10_000):
            day = FIRST_DAY + timedelta(days=number)
            with store.change(f"Số {number}", who=WHO, at=AT) as change:
                figure_rows.save(change, Actual("ct-5g", day, day, value=Decimal(number), note="một"))
                figure_rows.save(change, Actual("ct-bai", day, day, value=Decimal(number), note="hai"))
            said.send(number)


def confirmed_before_death(path: Path, first: int, heard: int, share: float) -> int:
    """Start a recorder, kill it a share of a recording after it confirmed some; return how many it had confirmed."""
    hear, say = multiprocessing.Pipe(duplex=False)
    recorder = START(target=record_until_killed, args=(path, first, say))
    recorder.start()
    say.close()
    assert hear.recv() == -1
    begin = time.perf_counter()
    last = [hear.recv() for _ in range(heard)]
    time.sleep(share * (time.perf_counter() - begin) / max(heard, 1))  # as slow as this disk is just now
    recorder.kill()
    recorder.join()
    confirmed = len(last)
    try:
        while True:
            confirmed = hear.recv() - first + 1
    except EOFError:
        return confirmed
    finally:
        hear.close()
        recorder.close()


def numbers(path: Path) -> tuple[list[int], list[int], list[str]]:
    """Return what each of the two rows holds, and what is unsound."""
    with Store.open(path, write=False) as store:
        table = figure_rows.figures(store)
        first, second = ([int(actual.value or 0) for actual in table.get(key, ())] for key in ("ct-5g", "ct-bai"))
        sets = store.rows("SELECT count(*) FROM change_set WHERE label LIKE 'Số %'")[0][0]
        still_open = store.rows("SELECT count(*) FROM open_change_set")[0][0]
        return first, second, [*check(store), *(["log"] if sets != len(first) or still_open else [])]


@pytest.mark.timeout(300)
def test_a_killed_recorder_loses_nothing_it_confirmed(path: Path) -> None:
    multiprocessing.set_forkserver_preload([__name__, "models.store.migrations", "filelock"])
    chance = random.Random(57)
    recorded = 0
    for _ in range(ROUNDS):
        heard = chance.randint(0, MOST_HEARD)
        confirmed = recorded + confirmed_before_death(path, recorded, heard, chance.uniform(0, 2))
        first, second, unsound = numbers(path)
        assert unsound == []
        assert first == second == list(range(len(first)))
        assert confirmed <= len(first) <= confirmed + 1
        recorded = len(first)
    assert recorded >= ROUNDS // 2  # killed while it was really recording
