"""The store: one SQLite file opened with its settings. Reading never imports sqlite-utils; the first write does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self
from urllib.parse import quote

from models.actuals import Origin
from models.errors import NewerStore, NotFound, StoreError
from models.plans import Plan
from models.store import lock, transaction
from models.store.faults import not_a_store, speaking, speaking_database
from models.store.schema import APPLICATION_ID, VERSION

if TYPE_CHECKING:
    from filelock import BaseFileLock
    from sqlite_utils import Database

    from models.store.fresh_rows import Kept
    from models.store.transaction import Change

BUSY_SECONDS = 5.0
_SETTINGS = (
    "cell_size_check = ON",
    "trusted_schema = OFF",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "mmap_size = 0",
)
_WRITING = ("journal_mode = TRUNCATE", "synchronous = FULL")
# What a connection that may only read reports when a crash left a journal that has to be rolled back first.
_NEEDS_RECOVERY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


class Store:
    """An open store. One thread uses it (the database lane); writing needs the lock that `open` takes."""

    def __init__(self, path: Path, connection: sqlite3.Connection, held: BaseFileLock | None) -> None:
        self.path = path
        self.connection = connection
        self.changes_made = 0
        self._lock = held
        self._changing = False
        self.kept: dict[str, Kept] = {}

    @classmethod
    def create(cls, path: Path, plan: Plan, *, who: str, at: datetime) -> Self:
        """Make a new store that holds one plan; nothing stands at `path` until it is whole."""
        from models.store.creation import create

        create(real_path(path), plan, who, at)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, write: bool = True) -> Self:
        """Open a store to read and write (takes the lock, brings an older store up to date), or only to read."""
        path = real_path(path)
        _check_file(path)
        return cls._open_to_write(path) if write else cls._open_to_read(path)

    @classmethod
    def _open_to_write(cls, path: Path) -> Self:
        with speaking(path):
            held = lock.hold(path)
            try:
                connection = connect(path, "rw")
                try:
                    _make_ready(path, connection)
                except BaseException:
                    connection.close()
                    raise
            except BaseException:
                held.release()
                raise
        return cls(path, connection, held)

    @classmethod
    def _open_to_read(cls, path: Path) -> Self:
        with speaking(path):
            connection, version = connect_to_read(path)
            if version < VERSION:
                connection.close()
                cls.open(path).close()
                connection, _ = connect_to_read(path)
        return cls(path, connection, None)

    @property
    def writable(self) -> bool:
        """Tell whether this store was opened to write."""
        return self._lock is not None

    @property
    def is_changing(self) -> bool:
        """Tell whether a change set is open."""
        return self._changing

    @cached_property
    def database(self) -> Database:
        """Return sqlite-utils around the connection, imported with the first write."""
        from models.store.migrations import wrap

        return wrap(self.connection)

    @property
    def plan_id(self) -> int:
        """Return the id of the current plan."""
        found = self.rows("SELECT id FROM plan WHERE is_current = 1")
        if not found:
            raise NotFound(f"Sổ “{self.path}” chưa có kế hoạch nào. Hãy lập sổ mới với một kế hoạch.")
        return int(found[0][0])

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Read all rows at once: an open read cursor would make the next commit fail."""
        with speaking(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield very many rows one by one, to be read to their end at once: together they would take much memory."""
        with speaking(self.path), closing(self.connection.execute(sql, parameters)) as cursor:
            yield from cursor

    def records(self, sql: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
        """Read all rows at once, each by column names."""
        with speaking(self.path):
            cursor = self.connection.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several reads see one moment, even while another program writes."""
        with speaking_database(self.path), nullcontext() if self._changing else transaction.reading(self.connection):
            yield

    @contextmanager
    def change(
        self,
        label: str,
        *,
        who: str,
        at: datetime,
        why: str = "",
        origin: Origin = "typed",
        undoes: int | None = None,
    ) -> Iterator[Change]:
        """Open a change set in one transaction: all of it is kept, or nothing; an empty one leaves no trace."""
        if self._changing or not self.writable:
            raise RuntimeError("a change set is already open, or the store was opened to read")
        self._changing = True
        try:
            with speaking_database(self.path), suppress(transaction.NothingChanged):
                with transaction.immediate(self.connection):
                    change = transaction.begin(self, label, who, at, why, origin, undoes)
                    yield change
                    transaction.end(change)
                change.kept = True
                self.changes_made += 1
        finally:
            self._changing = False

    def close(self) -> None:
        """Close the file and let the lock go."""
        self.connection.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def real_path(path: Path) -> Path:
    """Return the absolute path behind a link, so that both names of a store share one lock."""
    return path.resolve() if path.is_symlink() else path.absolute()


def connect(path: Path, mode: Literal["ro", "rw", "rwc"]) -> sqlite3.Connection:
    """Open a database file with the settings of every store."""
    connection = sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        for setting in _SETTINGS if mode == "ro" else (*_SETTINGS, *_WRITING):
            connection.execute(f"PRAGMA {setting}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def read_version(path: Path, connection: sqlite3.Connection) -> int:
    """Return the schema version of a store; refuse files that are none, or newer than this program."""
    ((application,),) = connection.execute("PRAGMA application_id").fetchall()
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    if application != APPLICATION_ID:
        raise not_a_store(path)
    if version > VERSION:
        raise NewerStore(
            f"Sổ “{path}” được ghi bằng bản Sổ 57 mới hơn (dạng {version}; bản này đọc đến dạng {VERSION}). "
            "Hãy cài bản Sổ 57 mới rồi mở lại."
        )
    return int(version)


def _uri(path: Path, mode: str) -> str:
    """Return an SQLite URI with the path escaped: a name may hold spaces, %, ? and Vietnamese letters."""
    plain = path.absolute().as_posix()
    return f"file://{quote(plain if plain.startswith('/') else '/' + plain)}?mode={mode}"


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"“{path}” là một thư mục, không phải tệp sổ. Hãy chọn tệp sổ nằm trong đó.")
    if not path.exists():
        raise NotFound(f"Không có sổ nào ở “{path}”. Hãy kiểm tra đường dẫn hoặc lập sổ mới ở đó.")


def _make_ready(path: Path, connection: sqlite3.Connection) -> None:
    """Bring an older store up to date after a backup, and make sure that it can be written."""
    if read_version(path, connection) < VERSION:
        from models.store import backup, migrations

        backup.before_migration(path)
        migrations.migrate(connection)
    _prove_writable(connection)


def _prove_writable(connection: sqlite3.Connection) -> None:
    """Write something and take it back: a file that may only be read opens without a word, even for BEGIN IMMEDIATE."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        if connection.in_transaction:  # a full disk has taken it back already
            connection.execute("ROLLBACK")


def connect_to_read(path: Path) -> tuple[sqlite3.Connection, int]:
    """Open to read only; where a crash left a journal, let a writable connection roll it back first."""
    try:
        return _open_and_read(path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NEEDS_RECOVERY:
            raise
    recovering = connect(path, "rw")
    try:
        recovering.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    finally:
        recovering.close()
    return _open_and_read(path)


def _open_and_read(path: Path) -> tuple[sqlite3.Connection, int]:
    connection = connect(path, "ro")
    try:
        return connection, read_version(path, connection)
    except BaseException:
        connection.close()
        raise
