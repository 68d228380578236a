"""Evidence at the desk: files laid by, added to a row's period, named, taken away, copied out, counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.declared_rows import labels_of
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import BadFile, NotFound
from models.evidence_files import Evidence, check_size, media_of, renamed, safe_name
from models.store import archive, evidence_rows
from models.store.archive import KeptFile
from models.store.faults import speaking
from models.store.safe_files import sha256_of
from models.text import one_line


@dataclass(frozen=True, slots=True)
class Pasted:
    """A file that comes from the clipboard rather than from the disk."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LaidBy:
    """A file that lies in the archive and waits to be added to a row."""

    name: str
    media: str
    kept: KeptFile


@dataclass(frozen=True, slots=True)
class Added:
    """What came of files that were given: those added, and a sentence for each that was not."""

    names: tuple[str, ...]
    refused: tuple[str, ...]


def lay_by(files: Path, sources: Sequence[Path | Pasted]) -> tuple[tuple[LaidBy, ...], tuple[str, ...]]:
    """Keep files in the archive `files`, on any thread; those that may not be evidence are refused, each with why."""
    laid: list[LaidBy] = []
    refused: list[str] = []
    for source in sources:
        try:
            name, content = (source.name, source.content) if isinstance(source, Pasted) else _read(source)
            laid.append(LaidBy(safe_name(name), media_of(name, content), archive.keep(files, content)))
        except BadFile as error:
            refused.append(error.sentence)
    return tuple(laid), tuple(refused)


def _read(path: Path) -> tuple[str, bytes]:
    with speaking(path):
        if not path.is_file():
            raise BadFile(f"“{path.name}” không phải là một tệp. Hãy mở thư mục và chọn từng tệp.")
        check_size(path.name, path.stat().st_size)  # a film of several gigabytes is not read to be refused
        return path.name, path.read_bytes()


def add(desk: Desk, period: ReportingPeriod, row_key: str, laid: Sequence[LaidBy], *, who: str, at: datetime) -> Added:
    """Add files to a row's period in one change set; the same file twice is told, not added."""
    label = labels_of(desk.plan, desk.facts()).get(row_key, row_key)
    names: list[str] = []
    refused: list[str] = []
    what = f"minh chứng “{laid[0].name}”" if len(laid) == 1 else f"{len(laid)} minh chứng"
    with desk.store.change(f"thêm {what} cho {label}", who=who, at=at) as change:
        for one in laid:
            record = Evidence(0, row_key, period.start, period.closing, one.name, one.media, "", one.kept)
            if evidence_rows.add(change, record):
                names.append(one.name)
            else:
                refused.append(f"“{one.name}” đã là minh chứng của {label} trong kỳ này nên không thêm lần nữa.")
    return Added(tuple(names), tuple(refused))


def remove(desk: Desk, evidence_id: int, *, who: str, at: datetime) -> None:
    """Take a file away from its row; undo brings it back, since its bytes stay in the archive."""
    own, label = _named(desk, evidence_id)
    with desk.store.change(f"bỏ minh chứng “{own.name}” của {label}", who=who, at=at) as change:
        evidence_rows.erase(change, evidence_id)


def describe(desk: Desk, evidence_id: int, name: str, note: str, *, who: str, at: datetime) -> None:
    """Name a file anew and write a note to it; its end stays."""
    own, label = _named(desk, evidence_id)
    what = "ghi chú" if renamed(own.name, name) == own.name else "đổi tên"
    with desk.store.change(f"{what} minh chứng “{own.name}” của {label}", who=who, at=at) as change:
        evidence_rows.describe(change, evidence_id, renamed(own.name, name), one_line(note))


def _named(desk: Desk, evidence_id: int) -> tuple[Evidence, str]:
    """Return a file and how its row is cited."""
    own = next((one for one in evidence_rows.evidence(desk.store) if one.id == evidence_id), None)
    if own is None:
        raise NotFound("Minh chứng này không còn trong sổ. Hãy xem lại danh sách minh chứng.")
    return own, labels_of(desk.plan, desk.facts()).get(own.row_key, own.row_key)


def of_row(desk: Desk, row_key: str, period: ReportingPeriod) -> tuple[Evidence, ...]:
    """Return the evidence of a row that serves a period, the oldest first."""
    states = _states(desk)
    return tuple(one for one in evidence_rows.evidence(desk.store, row_key) if _serves(one, period, states))


def counts(desk: Desk, period: ReportingPeriod) -> Mapping[str, int]:
    """Return how many files prove what each row reports in a period; rows without any are left out."""
    states = _states(desk)
    found: dict[str, int] = {}
    for (key, closes_there), number in evidence_rows.counts(desk.store, period.start, period.closing).items():
        if closes_there or key not in states:
            found[key] = found.get(key, 0) + number
    return found


def _serves(one: Evidence, period: ReportingPeriod, states: frozenset[str]) -> bool:
    """Tell whether a file proves something of a period: like a figure it serves all that close on its day.

    What was done within shorter periods proves the longer one too; a state of an earlier day does not.
    """
    within = period.start <= one.start and one.as_of <= period.closing
    return one.as_of == period.closing or (within and one.row_key not in states)


def _states(desk: Desk) -> frozenset[str]:
    return frozenset(row.key for row in desk.plan.printed_indicators() if row.measure == "state")


def copy_to(files: Path, own: Evidence, folder: Path) -> Path:
    """Write a verified copy of a file to be opened, in a folder of its own; one that is there and whole stays."""
    target = folder / own.kept.sha256[:12] / own.name
    with speaking(target):
        if not (target.is_file() and sha256_of(target) == own.kept.sha256):
            archive.copy_out(files, own.kept, target)
    return target
