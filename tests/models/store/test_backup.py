"""Backups are whole and few; check() finds what is wrong."""

import hashlib
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from models.errors import FolderError, StoreError
from models.store import archive, backup, drafting_rows, fact_rows, restore, schema
from models.store.connection import Store
from models.store.soundness import check
from tests.models.store.samples import (
    AT,
    LATER,
    PERIOD,
    WHO,
    damage,
    desk_rows,
    dispatch,
    draft,
    every_fact,
    figure,
    issue,
    october,
    record,
)


def made(path: Path) -> list[Path]:
    return backup.backups(backup.backups_folder(path), path.stem)


def test_a_backup_holds_database_files_and_hashes(store: Store) -> None:
    record(store, october("84.90"))
    issue(store)
    target = backup.on_request(store, LATER)
    with zipfile.ZipFile(target) as zipped:
        manifest = json.loads(zipped.read(backup.MANIFEST))
        assert manifest["complete"]
        assert manifest["schema"] == schema.VERSION
        assert manifest["at"] == "2026-11-02T09:00:00"
        assert len(manifest["files"]) == 2
        for entry in manifest["files"]:
            content = zipped.read(entry["path"])
            assert (hashlib.sha256(content).hexdigest(), len(content)) == (entry["sha256"], entry["size"])
    assert target.name.endswith("_2026-11-02_090000_theo-yeu-cau.zip")


def test_a_backup_brings_back_the_report_desk_and_what_was_understood(store: Store, tmp_path: Path) -> None:
    with store.change("Dự thảo", who=WHO, at=AT) as change:
        fact_rows.save_all(change, every_fact())
        draft(change)
    issue(store)
    with store.change("Gửi", who=WHO, at=LATER) as change:
        dispatch(change)
    target = tmp_path / "lại.db"
    restore.restore(backup.on_request(store, LATER), target, LATER)
    with Store.open(target) as restored:
        assert desk_rows(restored) == desk_rows(store)
        assert drafting_rows.understanding(restored, PERIOD) == drafting_rows.understanding(store, PERIOD) is not None
        assert check(restored) == []


def test_each_occasion_has_its_own(store: Store, path: Path) -> None:
    assert backup.at_closing(store, AT) is None
    backup.before_import(store, AT)
    record(store, october("1"))
    backup.before_reopening(store, AT)
    assert backup.at_closing(store, AT) is not None
    assert [kept.stem.rpartition("_")[2] for kept in made(path)] == ["ket-thuc", "truoc-mo-lai", "truoc-nhap"]


def test_the_last_ten_routine_ones_are_kept_and_those_asked_for_stay(store: Store, path: Path, tmp_path: Path) -> None:
    backup.on_request(store, AT)
    for minute in range(1, 13):
        backup.before_import(store, AT + timedelta(minutes=minute))
        backup.on_request(store, AT + timedelta(minutes=minute), tmp_path / "usb")
    names = [kept.name for kept in made(path)]
    assert len(names) == 11
    assert "_083000_theo-yeu-cau" in names[0]
    assert "_083300_" in names[1]
    assert len(list((tmp_path / "usb").iterdir())) == 12


def test_the_last_one_of_each_earlier_day_is_kept(store: Store, path: Path) -> None:
    for day in (0, 1):
        for minute in range(12):
            backup.before_import(store, AT + timedelta(days=day, minutes=minute))
    names = [kept.name for kept in made(path)]
    assert len(names) == 11
    assert "_2026-11-01_084100_" in names[0]


def test_a_backup_without_a_lost_file_pushes_no_older_one_out(store: Store, path: Path) -> None:
    issue(store)
    for minute in range(10):
        backup.before_import(store, AT + timedelta(minutes=minute))
    (sha256,) = archive.hashes(archive.files_folder(path))
    archive.place(archive.files_folder(path), sha256).write_bytes(b"%PDF two")
    backup.before_import(store, AT + timedelta(minutes=30))
    assert len(made(path)) == 11
    assert "083000" in made(path)[0].name


def test_a_damaged_store_gets_no_backup_and_pushes_none_out(path: Path) -> None:
    with Store.open(path) as store:
        record(store, *(figure("1", key, month) for key in ("ct-5g", "ct-bai") for month in range(1, 13)))
        backup.on_request(store, AT)
    damage(path)
    with pytest.raises(StoreError, match="hỏng"):
        backup.backup(path, backup.backups_folder(path), LATER, backup.Reason.REQUEST)
    assert len(made(path)) == 1
    assert len(list(backup.backups_folder(path).iterdir())) == 1


def test_a_backup_that_cannot_be_read_again_is_an_error(store: Store, tmp_path: Path) -> None:
    whole = backup.on_request(store, AT).read_bytes()
    backup.prove_readable(backup.on_request(store, AT))
    bad = tmp_path / "hỏng.zip"
    for place in (200, 2000, len(whole) - 400):
        bad.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with pytest.raises((OSError, zipfile.BadZipFile)):
            backup.prove_readable(bad)


def test_a_backup_into_a_place_that_is_a_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("x")
    with pytest.raises(FolderError, match="usb"):
        backup.on_request(store, AT, tmp_path / "usb")


def test_check_finds_what_is_wrong(store: Store, path: Path) -> None:
    issue(store)
    assert check(store) == []
    (sha256,) = archive.hashes(archive.files_folder(path))
    archive.place(archive.files_folder(path), sha256).unlink()
    store.connection.execute("DROP TRIGGER figure_log_update_value")
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("INSERT INTO change_entry VALUES (NULL, 999, 'figure', 1, 'value', NULL, '1', 'insert')")
    found = check(store)
    for words in ("change_entry", "tự ghi lịch sử", "“a.pdf”"):
        assert any(words in sentence for sentence in found)


def test_check_of_a_damaged_database(path: Path) -> None:
    damage(path)
    with Store.open(path, write=False) as store:
        assert "Tệp sổ có chỗ hỏng" in check(store)[0]


def test_what_a_killed_program_left_of_a_backup_goes_with_the_next_one(store: Store, path: Path) -> None:
    folder = backup.backups_folder(path)
    left = folder / f".{path.stem}_2026-10-01_080000_ket-thuc.zip.ab12.tmp"
    (left.with_name(left.name.replace("ab12", "work")) / "store.db").mkdir(parents=True)
    left.touch()
    kept = [folder / f".{path.stem}_2026-10-01_080000_theo-yeu-cau.zip.ab12.tmp", folder / ".other_1.zip.ab12.tmp"]
    for file in kept:
        file.touch()
    backup.on_request(store, AT)
    assert left.exists()
    backup.before_import(store, AT)
    assert sorted(folder.glob(".*")) == sorted(kept)
