"""Check that traps in office packages are refused before anything parses them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from importers import safe_packages
from importers.safe_packages import check_package, read_package
from models.errors import BadFile, NotFound


def package(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


def test_a_plain_package_passes_and_its_parts_are_told() -> None:
    found: dict[str, bytes] = {}
    check_package(package(a_xml=b"<a/>"), "a.xlsx", found.__setitem__)
    assert found == {"a.xml": b"<a/>"}
    check_package(package(a_xml=b"<a/>"), "a.xlsx")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "hỏng hoặc không phải"),
        (b"PK\x03\x04", "hỏng hoặc không phải"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "mật khẩu"),
        (package(a_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "DOCTYPE"),
        (package(a_xml='<! entity b "c"><a/>'.encode("utf-16")), "DOCTYPE"),
        (package(xl__vbaProject=b"x"), "macro"),
        (package(**{"[Content_Types]_xml": b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"}), "macro"),
        (package(a_xml=b"0" * 5_000_000), "quá lớn"),
        (package(**{f"p{number}_xml": b"" for number in range(2001)}), "quá lớn"),
    ],
)
def test_traps_are_refused(content: bytes, said: str) -> None:
    with pytest.raises(BadFile, match=said):
        check_package(content, "a.xlsx")


def test_a_part_longer_than_it_says_is_a_trap() -> None:
    content = bytearray(package(a_xml=bytes(range(256)) * 20))
    size = (5120).to_bytes(4, "little")
    lied = bytes(content).replace(size, (3).to_bytes(4, "little"))
    with pytest.raises(BadFile):
        check_package(lied, "a.xlsx")


def test_an_oversized_file_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_packages, "LARGEST_FILE", 10)
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"0" * 11)
    with pytest.raises(BadFile, match="lớn hơn 10 MB"):
        read_package(path)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_package(tmp_path)
    with pytest.raises(BadFile, match="Không đọc được tệp"):
        read_package(tmp_path / ("a" * 300))
