"""Older stores become the present one, after a backup; a step that fails leaves all as it was."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from models.facts import Facts
from models.outline import STANDARD
from models.store import (
    backup,
    connection,
    drafting_rows,
    fact_rows,
    figure_rows,
    migrations,
    plan_rows,
    report_rows,
    schema,
)
from models.store.connection import Store
from models.store.soundness import check
from models.understanding import Understanding
from tests.models.store.dump import RELEASED, fill
from tests.models.store.samples import (
    AT,
    PERIOD,
    WHO,
    desk_rows,
    every_fact,
    october,
    record,
    small_plan,
    values,
)

Schema = dict[str, str]
NAMES = [step.name for step in migrations.STEPS.pending(migrations.wrap(sqlite3.connect(":memory:")))]
NEXT = schema.VERSION + 1


def schema_of(store: Store) -> Schema:
    """Return every table, index and trigger by name, without differences of layout."""
    rows = store.rows("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: " ".join(sql.replace('"', "").split()) for name, sql in rows}


def next_release(*, fail: bool = False) -> Migrations:
    """Return the steps of a release that rebuilds a table, which drops its triggers."""
    steps = Migrations("so57")
    for name in NAMES:
        steps(name=name)(lambda database: None)

    @steps(name=str(NEXT))
    def _next_step(database: Database) -> None:
        database.execute("ALTER TABLE figure ADD COLUMN place TEXT NOT NULL DEFAULT ''")
        database.table("figure").transform(column_order=["id", "plan_id", "place"])
        database.execute(f"PRAGMA user_version = {NEXT}")
        if fail:
            raise ZeroDivisionError

    return steps


NOTHING_YET: tuple[object, ...] = (STANDARD, {}, {}, {}, (), {}, (), ())


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    """Give a store in which the present version recorded the same things."""
    with Store.create(tmp_path / "đầy.db", small_plan(), who=WHO, at=AT) as opened:
        fill(opened)
        yield opened


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.sql")), ids=lambda path: path.stem)
def test_the_store_of_every_release_opens_as_a_fresh_one(
    released: Path, tmp_path: Path, store: Store, filled: Store
) -> None:
    old = tmp_path / "cũ.db"
    database = sqlite3.connect(old)
    database.executescript(released.read_text(encoding="utf-8"))
    database.close()
    with Store.open(old) as migrated:
        assert schema_of(migrated) == schema_of(store)
        assert check(migrated) == []
        assert plan_rows.load_current(migrated) == small_plan()
        assert values(migrated) == ["84.90", "0.50"]
        assert figure_rows.progress(migrated)["nv-kh"][0].percent == 70
        assert report_rows.issues(migrated)[0].number == "12"
        assert report_rows.is_locked(migrated, PERIOD)
        assert fact_rows.facts(migrated) == (Facts() if released.stem == "v1" else every_fact())
        assert desk_rows(migrated) == (NOTHING_YET if released.stem in ("v1", "v2") else desk_rows(filled))
        understood = None if released.stem in ("v1", "v2") else Understanding("1", every_fact().readings)
        assert drafting_rows.understanding(migrated, PERIOD) == understood


def test_every_step_is_released_and_sets_its_version(tmp_path: Path) -> None:
    empty = connection.connect(tmp_path / "mới.db", "rwc")
    migrations.migrate(empty)
    ((version,),) = empty.execute("PRAGMA user_version").fetchall()
    names = [step.name for step in migrations.STEPS.applied(migrations.wrap(empty))]
    empty.close()
    assert names == [str(number) for number in range(1, schema.VERSION + 1)]
    assert version == schema.VERSION
    assert {path.stem for path in RELEASED.glob("*.sql")} == {f"v{name}" for name in names}


def test_triggers_are_made_anew_after_a_step_that_rebuilds_a_table(store: Store) -> None:
    record(store, october("1"))
    migrations.migrate(store.connection, next_release())
    triggers = schema.present_triggers(store.connection)
    assert "figure_log_update_place" in triggers
    assert triggers == schema.expected_triggers(store.connection)
    record(store, october("2"))
    assert store.rows("SELECT old, new FROM change_entry WHERE column_name = 'value' AND op = 'update'") == [("1", "2")]
    assert store.rows("PRAGMA foreign_keys") == [(1,)]


def test_a_step_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    before = schema_of(store)
    with pytest.raises(ZeroDivisionError):
        migrations.migrate(store.connection, next_release(fail=True))
    assert schema_of(store) == before
    assert store.rows("PRAGMA user_version") == [(schema.VERSION,)]
    assert record(store, october("1"))


def test_a_broken_reference_stops_a_step(store: Store) -> None:
    steps = Migrations("so57")
    steps(name=str(NEXT))(lambda database: database.execute("DELETE FROM plan") and None)
    with pytest.raises(sqlite3.IntegrityError, match="foreign keys"):
        migrations.migrate(store.connection, steps)
    assert store.rows("SELECT count(*) FROM plan") == [(1,)]


@pytest.mark.parametrize("write", [True, False])
def test_an_older_store_is_backed_up_before_it_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch, write: bool
) -> None:
    monkeypatch.setattr(connection, "VERSION", NEXT)
    monkeypatch.setattr(migrations, "STEPS", next_release())
    with Store.open(path, write=write) as store:
        assert store.rows("PRAGMA user_version") == [(NEXT,)]
    (kept,) = backup.backups(backup.backups_folder(path), path.stem)
    assert kept.name.endswith("_2026-11-01_083000_truoc-nang-cap.zip")
