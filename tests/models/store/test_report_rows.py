"""Words, locked periods and issued reports."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.errors import AppError, NotFound, PeriodLocked, StoreError
from models.store import archive, figure_rows, report_rows
from models.store.archive import FileState
from models.store.connection import Store
from models.store.report_rows import Issue
from tests.models.store.samples import (
    AT,
    LATER,
    OCTOBER,
    PERIOD,
    WHO,
    figure,
    october,
    progress_of_october,
    record,
    values,
)


def lock(store: Store, period: str = PERIOD, days: tuple[date, date] = OCTOBER) -> None:
    with store.change("Khóa kỳ", who=WHO, at=AT, why="Đã chốt số liệu") as change:
        report_rows.lock_period(change, period, *days)


def reopen(store: Store, why: str) -> None:
    with store.change("Mở lại kỳ", who=WHO, at=LATER, why=why) as change:
        report_rows.reopen_period(change, PERIOD)


def issue(store: Store, **files: bytes) -> Issue:
    sent = [(f"thuan-chau.{name}", name, content) for name, content in files.items()]
    with store.change("Phát hành", who=WHO, at=AT) as change:
        return report_rows.record_issue(
            change, PERIOD, *OCTOBER, number="12", day=date(2026, 11, 3), signer="Đỗ Ngọc Quang", files=sent
        )


def save_words(store: Store, text: str) -> None:
    with store.change("Sửa phần III", who=WHO, at=AT) as change:
        report_rows.save_narrative(change, PERIOD, "III", text)


def save_progress(store: Store, percent: int) -> None:
    with store.change("Tiến độ", who=WHO, at=AT) as change:
        figure_rows.save_progress(change, progress_of_october(percent))


def test_words_of_a_period(store: Store) -> None:
    save_words(store, "Máy quét hỏng.")
    save_words(store, "")
    assert report_rows.narratives(store, PERIOD) == {"III": ""}
    assert report_rows.narratives(store, "thang/2026-09") == {}


def test_a_locked_period_refuses_every_write_and_names_itself(store: Store) -> None:
    record(store, october("1"))
    save_words(store, "Cũ")
    save_progress(store, 50)
    lock(store)
    writes = (lambda: record(store, october("2")), lambda: save_progress(store, 60))
    for write in writes:
        with pytest.raises(PeriodLocked, match=r"tháng 10 năm 2026 \(từ 01/10/2026 đến hết 31/10/2026\) đã khóa"):
            write()
    with pytest.raises(PeriodLocked), store.change("Xóa", who=WHO, at=AT) as change:
        figure_rows.erase(change, "ct-5g", *OCTOBER)
    assert values(store) == ["1"]
    assert report_rows.narratives(store, PERIOD) == {"III": "Cũ"}


def test_words_are_written_until_the_report_is_issued(store: Store) -> None:
    lock(store)
    save_words(store, "Viết sau khi chốt số liệu")
    with store.change("Phát hành", who=WHO, at=AT) as change:
        report_rows.record_issue(change, PERIOD, *OCTOBER, number="1", day=date(2026, 11, 3), signer="Quang", files=[])
    with pytest.raises(PeriodLocked, match=r"tháng 10 năm 2026 \(từ 01/10/2026 đến hết 31/10/2026\) đã khóa"):
        save_words(store, "Mới")
    assert report_rows.narratives(store, PERIOD) == {"III": "Viết sau khi chốt số liệu"}


def test_other_periods_stay_open(store: Store) -> None:
    lock(store)
    record(store, figure("1", month=9), figure("2", month=11))
    longer = replace(october("3", key="ct-bai"), start=date(2026, 1, 1))
    record(store, longer)
    assert values(store) == ["1", "2"]


def test_the_state_on_the_closing_day_is_one_figure_for_all_periods(store: Store) -> None:
    lock(store)
    with pytest.raises(PeriodLocked):
        record(store, replace(october("3"), start=date(2026, 1, 1)))


def test_a_month_inside_a_locked_quarter_is_locked(store: Store) -> None:
    lock(store, "quy/2026-Q3", (date(2026, 7, 1), date(2026, 9, 30)))
    with pytest.raises(PeriodLocked, match="quý III năm 2026"):
        record(store, figure("1", month=8))


def test_reopening_needs_a_reason(store: Store) -> None:
    lock(store)
    with pytest.raises(PeriodLocked, match="lý do"):
        reopen(store, "  ")
    assert report_rows.is_locked(store, PERIOD)
    reopen(store, "Công an xã gửi lại số liệu")
    record(store, october("2"))
    assert report_rows.period_states(store)[PERIOD].why == "Công an xã gửi lại số liệu"
    with pytest.raises(AppError, match="chưa khóa"):
        reopen(store, "nữa")


def test_locking_twice_changes_nothing_and_after_reopening_locks_again(store: Store) -> None:
    lock(store)
    lock(store)
    reopen(store, "sửa")
    lock(store)
    state = report_rows.period_states(store)[PERIOD]
    assert (state.locked, state.start, state.closing) == (True, *OCTOBER)


def test_a_locked_period_cannot_be_moved_away(store: Store) -> None:
    lock(store)
    row = store.rows("SELECT id FROM period_state")[0][0]
    with pytest.raises(PeriodLocked), store.change("Dời", who=WHO, at=AT) as change:
        change.update("period_state", row, {"closing": date(2026, 10, 1)})
    with pytest.raises(PeriodLocked), store.change("Xóa", who=WHO, at=AT) as change:
        change.delete("period_state", row)


def test_a_record_cannot_be_moved_out_of_a_locked_period(store: Store) -> None:
    record(store, october("1"))
    lock(store)
    row = store.rows("SELECT id FROM figure")[0][0]
    with pytest.raises(PeriodLocked, match="Kỳ báo cáo này đã khóa"), store.change("Dời", who=WHO, at=AT) as change:
        change.update("figure", row, {"start": date(2026, 11, 1), "as_of": date(2026, 11, 30)})


def test_issuing_keeps_the_exact_files_and_locks(store: Store) -> None:
    made = issue(store, docx=b"PK docx", pdf=b"%PDF")
    assert report_rows.issues(store) == report_rows.issues(store, PERIOD) == (made,)
    assert report_rows.issues(store, "thang/2026-09") == ()
    assert report_rows.is_locked(store, PERIOD)
    assert [report_rows.file_state(store, file) for file in made.files] == [FileState.UNCHANGED] * 2


def test_an_issued_file_that_was_touched_is_known(store: Store, path: Path) -> None:
    docx, pdf = issue(store, docx=b"PK docx", pdf=b"%PDF").files
    folder = archive.files_folder(path)
    archive.place(folder, docx.kept.sha256).write_bytes(b"PK docy")
    archive.place(folder, pdf.kept.sha256).unlink()
    assert [report_rows.file_state(store, file) for file in (docx, pdf)] == [FileState.CHANGED, FileState.MISSING]
    with pytest.raises(AppError, match="đã bị thay đổi"):
        archive.read(folder, docx.kept)
    with pytest.raises(NotFound, match="khôi phục"):
        archive.read(folder, pdf.kept)


def test_an_issue_cannot_be_deleted(store: Store) -> None:
    made = issue(store, pdf=b"%PDF")
    with pytest.raises(StoreError, match="không xóa được"), store.change("Xóa", who=WHO, at=AT) as change:
        change.delete("issue", made.id)


def test_archive_keeps_once_and_gives_back(tmp_path: Path) -> None:
    source = tmp_path / "Báo cáo.pdf"
    source.write_bytes(b"%PDF")
    kept = archive.keep(tmp_path / "a.files", source)
    assert archive.keep(tmp_path / "a.files", b"%PDF") == kept
    (tmp_path / "a.files" / kept.sha256[:2] / "Thumbs.db").write_bytes(b"x")
    assert list(archive.hashes(tmp_path / "a.files")) == [kept.sha256]
    archive.copy_out(tmp_path / "a.files", kept, tmp_path / "ra" / "Báo cáo.pdf")
    assert (tmp_path / "ra" / "Báo cáo.pdf").read_bytes() == b"%PDF"


def test_archive_mends_a_damaged_file_when_it_is_kept_again(tmp_path: Path) -> None:
    kept = archive.keep(tmp_path, b"%PDF")
    archive.place(tmp_path, kept.sha256).write_bytes(b"")
    assert archive.state(tmp_path, kept) is FileState.CHANGED
    archive.keep(tmp_path, b"%PDF")
    assert archive.state(tmp_path, kept) is FileState.UNCHANGED
