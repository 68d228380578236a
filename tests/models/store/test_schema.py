"""What the tables themselves refuse, whoever writes."""

import sqlite3
from datetime import date, datetime
from decimal import Decimal

import pytest

from models.actuals import FigureState
from models.errors import NotFound
from models.store import figure_rows, migrations, schema
from models.store.connection import Store
from models.store.values import stored
from tests.models.store.samples import AT, WHO, october, record, values

PLAIN = {"row_key": "ct-5g", "start": "2026-10-01", "as_of": "2026-10-31", "origin": "typed"}


def insert(store: Store, **columns: object) -> None:
    """Write a figure past the app, inside a change set."""
    record = {"plan_id": store.plan_id, **PLAIN, **columns}
    marks = ", ".join(f":{name}" for name in record)
    with store.change("Thử", who=WHO, at=AT):
        store.connection.execute(f"INSERT INTO figure ({', '.join(record)}) VALUES ({marks})", record)


def test_every_table_is_strict(store: Store) -> None:
    loose = store.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    assert {name for (name,) in loose} <= {"sqlite_schema", "sqlite_sequence"}


def test_the_triggers_are_the_full_set(store: Store) -> None:
    triggers = schema.present_triggers(store.connection)
    assert triggers == schema.expected_triggers(store.connection)
    for table in schema.TRACKED:
        logged = {name for name in triggers if name.startswith(f"{table}_log_update_")}
        assert len(logged) == len(schema.columns(store.connection, table))
        assert {f"{table}_log_insert", f"{table}_log_delete", f"{table}_guard_insert"} <= triggers.keys()


def test_a_file_without_tables_needs_no_triggers() -> None:
    empty = sqlite3.connect(":memory:")
    assert schema.expected_triggers(empty) == {}
    empty.close()


def test_every_table_but_the_log_is_tracked(store: Store) -> None:
    names = {name for (name,) in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    untracked = {"sqlite_sequence", "open_change_set", migrations.STEPS.migrations_table, *schema.LOG}
    assert names - untracked == set(schema.TRACKED)


@pytest.mark.parametrize("text", ["84.90", "0", "-0.3", "1" * 40])
def test_decimals_keep_every_digit(store: Store, text: str) -> None:
    record(store, october(text))
    assert values(store) == [text]
    assert store.rows("SELECT typeof(value), value FROM figure") == [("text", text)]


@pytest.mark.parametrize("text", ["8,5", ".5", "5.", "1e3", "NaN", "--1", "1-2", "1.2.3", "", " 1", "-", "1" * 61])
def test_what_is_no_plain_decimal_is_refused(store: Store, text: object) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        insert(store, value=text)


@pytest.mark.parametrize("day", ["2026-02-30", "2026-2-1", "01/10/2026", "now", "", "2026-10-01T00:00:00"])
def test_what_is_no_day_is_refused(store: Store, day: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        insert(store, start=day)


@pytest.mark.parametrize(
    "columns", [{"estimate": 2}, {"reached": 5}, {"state": "?"}, {"origin": "?"}, {"as_of": "2026-09-30"}]
)
def test_closed_sets_and_order_of_days(store: Store, columns: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        insert(store, **columns)


def test_text_is_kept_in_nfc() -> None:
    assert stored("Tỷ lệ") == "Tỷ lệ"
    assert stored("a\x00b\ud800") == "ab"
    assert stored(FigureState.FIGURE) == "figure"
    assert [stored(value) for value in (True, Decimal("1E+2"), date(2026, 1, 2), datetime(2026, 1, 2, 3, 4), None)] == [
        1,
        "100",
        "2026-01-02",
        "2026-01-02T03:04:00",
        None,
    ]


def test_a_float_is_no_value() -> None:
    with pytest.raises(TypeError):
        stored(84.9)


def test_nothing_is_written_outside_a_change_set(store: Store) -> None:
    record(store, october("1"))
    for sql in (
        "UPDATE figure SET value = '2'",
        "DELETE FROM figure",
        "INSERT INTO setting (key, value) VALUES ('a', 'b')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="so57:no-change-set"):
            store.connection.execute(sql)
    assert values(store) == ["1"]


@pytest.mark.parametrize(
    "sql", ["DELETE FROM change_entry", "UPDATE change_set SET who = 'x'", "DELETE FROM change_set"]
)
def test_the_log_cannot_be_rewritten(store: Store, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="so57:append-only"):
        store.connection.execute(sql)


def test_a_row_the_plan_does_not_have(store: Store) -> None:
    with pytest.raises(NotFound, match="“ct-khong-co”"):
        record(store, october("1", key="ct-khong-co"))
    with pytest.raises(NotFound), store.change("Ghi vào mục", who=WHO, at=AT) as change:
        figure_rows.save(change, october("1", key="ct"))


def test_one_current_plan(store: Store) -> None:
    row = store.records("SELECT key, is_current, head, added_at, sha256 FROM plan")[0]
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"), store.change("Hai", who=WHO, at=AT) as change:
        change.insert("plan", row)


def test_replacing_a_row_by_sql_is_logged_too(store: Store) -> None:
    record(store, october("1"))
    with store.change("Thay", who=WHO, at=AT) as change:
        store.connection.execute(
            "INSERT OR REPLACE INTO figure (plan_id, row_key, start, as_of, value, origin) "
            "VALUES (?, 'ct-5g', '2026-10-01', '2026-10-31', '2', 'typed')",
            [store.plan_id],
        )
    ops = store.rows(
        "SELECT op, old, new FROM change_entry WHERE change_set_id = ? AND column_name = 'value'", [change.id]
    )
    assert ops == [("delete", "1", None), ("insert", None, "2")]
