"""Files that Word, Excel or LibreOffice hold open, told by the owner files that these programs lay beside them."""

from __future__ import annotations

import struct
import sys
import tempfile
from pathlib import Path

import pytest

from exporters.open_files import check_not_held, holder_of
from models.errors import FolderError
from tests.models.store.test_disk import as_another_user


def target(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(b"cu")
    return path


def word(name: str) -> bytes:
    """Return an owner file as Word writes it: 162 bytes."""
    plain = name.encode("ascii", "replace")
    head = (bytes([len(name)]) + plain).ljust(54, b" ")
    return (head + struct.pack("<H", len(name)) + name.encode("utf-16-le")).ljust(162, b"\x00")


def excel(name: str) -> bytes:
    """Return an owner file as Excel writes it: 165 bytes."""
    plain = name.encode("ascii", "replace")
    head = (bytes([len(name)]) + plain).ljust(55, b" ")
    return (head + struct.pack("<H", len(name)) + name.encode("utf-16-le")).ljust(165, b"\x00")


@pytest.mark.parametrize(
    ("name", "owner_file", "content", "program"),
    [
        ("thuan-chau_2026.docx", "~$uan-chau_2026.docx", word("Lò Thị Ận"), "Word"),
        ("baocao1.docx", "~$aocao1.docx", word("Lò Thị Ận"), "Word"),
        ("baocao.docx", "~$baocao.docx", word("Lò Thị Ận"), "Word"),
        ("thuan-chau_2026.xlsx", "~$thuan-chau_2026.xlsx", excel("Lò Thị Ận"), "Excel"),
        ("thuan-chau_2026.pptx", "~$thuan-chau_2026.pptx", word("Lò Thị Ận"), "Microsoft Office"),
    ],
)
def test_who_holds_it_is_told(tmp_path: Path, name: str, owner_file: str, content: bytes, program: str) -> None:
    path = target(tmp_path, name)
    (tmp_path / owner_file).write_bytes(content)
    with pytest.raises(FolderError, match=f"đang mở trong {program} \\(người mở: Lò Thị Ận\\) nên chưa ghi gì") as told:
        check_not_held([path])
    assert f"hãy xóa tệp “{owner_file}”" in told.value.sentence


@pytest.mark.parametrize(
    ("content", "user"),
    [
        ("Lò Thị An,lan,may-xa,03.11.2026 08:00,file:///home/lan;", "Lò Thị An"),
        (",lan,may-xa,03.11.2026 08:00,file:///home/lan;", "lan"),
        ("An\\, Lò,lan,may-xa,03.11.2026 08:00,file:///home/lan;", "An, Lò"),
        ("", ""),
    ],
)
def test_libreoffice_names_its_user(tmp_path: Path, content: str, user: str) -> None:
    path = target(tmp_path, "a.docx")
    (tmp_path / ".~lock.a.docx#").write_text(content, encoding="utf-8")
    holder = holder_of(path)
    assert holder is not None
    assert (holder.program, holder.user) == ("LibreOffice", user)
    who = f" (người mở: {user})" if user else ""
    with pytest.raises(FolderError) as told:
        check_not_held([path])
    assert f"đang mở trong LibreOffice{who} nên chưa ghi gì. Hãy đóng tệp, hoặc ghi ra tên khác." in told.value.sentence


@pytest.mark.parametrize("content", [b"", b"\x03An ", b"\xff" * 162, bytes(162)])
def test_an_owner_file_that_names_nobody(tmp_path: Path, content: bytes) -> None:
    path = target(tmp_path, "a.docx")
    (tmp_path / "~$a.docx").write_bytes(content)
    holder = holder_of(path)
    assert holder is not None
    assert (holder.program, holder.user) == ("Word", "")


@pytest.mark.skipif(sys.platform == "win32", reason="users of a POSIX system")
def test_an_owner_file_that_its_program_keeps_to_itself_holds_all_the_same() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        path = target(folder, "a.docx")
        (folder / "~$a.docx").write_bytes(word("An"))
        (folder / "~$a.docx").chmod(0)
        with as_another_user():
            holder = holder_of(path)
    assert holder is not None
    assert holder.user == ""


@pytest.mark.skipif(sys.platform == "win32", reason="users of a POSIX system")
def test_a_file_that_may_not_be_written_is_said_before_anything_is_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        path = target(folder, "a.pdf")
        path.chmod(0o444)
        with as_another_user(), pytest.raises(FolderError, match="đang mở trong chương trình khác, hoặc chỉ cho đọc"):
            check_not_held([path])


def test_free_files_and_owner_files_of_files_that_are_gone_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "~$cu.docx").write_bytes(word("An"))
    check_not_held([target(tmp_path, "a.docx"), tmp_path / "cu.docx", tmp_path / "moi.pdf"])
    assert holder_of(tmp_path / "a.docx") is None
