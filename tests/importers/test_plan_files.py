"""Check that plan files are read from disk, and that a broken one gives one sentence that says where."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.plan_files import LARGEST_FILE, built_in_plans, load_plan
from models.errors import BadFile, NotFound
from models.plan_format import plan_from_dict
from tests.models.small_plan import small_plan

TEXT = json.dumps(small_plan(), ensure_ascii=False, indent=1)
UNREADABLE = Path("/proc/self/mem")


def test_built_in_plans() -> None:
    assert "thuan-chau" in built_in_plans()
    assert all(load_plan(name).id == name for name in built_in_plans())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_of_an_office(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, TEXT.encode(encoding))
    assert load_plan(path) == plan_from_dict(small_plan())


@pytest.mark.parametrize("name", ["unknown", "", "\0", "khong/co.json", "x" * 5000])
def test_unknown_plan(name: str) -> None:
    with pytest.raises(NotFound) as caught:
        load_plan(name)
    assert f"Các kế hoạch có sẵn: {', '.join(built_in_plans())};" in caught.value.sentence
    assert caught.value.sentence.isprintable()


def test_folder(tmp_path: Path) -> None:
    assert "là một thư mục, không phải tệp kế hoạch" in fault(str(tmp_path))


@pytest.mark.skipif(not UNREADABLE.is_file(), reason="only Linux has a file that nobody can read, not even root")
def test_unreadable_file() -> None:
    assert fault(str(UNREADABLE)).startswith("Không mở được tệp “mem”: không có quyền đọc")


def test_too_large(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.encode())
    os.truncate(path, LARGEST_FILE + 1)
    assert fault(path).startswith("Tệp “ke-hoach.json” quá lớn")


def replaced(old: str, new: str) -> bytes:
    assert old in TEXT
    return TEXT.replace(old, new, 1).encode()


FILES = {
    "empty": (b"", "tệp “ke-hoach.json” sai cấu trúc JSON ở dòng 1, cột 1"),
    "no JSON": (b'{\n "format": so57-plan\n}', "tệp “ke-hoach.json” sai cấu trúc JSON ở dòng 2, cột 12"),
    "cut short": (TEXT.encode()[:500], "sai cấu trúc JSON ở dòng"),
    "UTF-16": (TEXT.encode("utf-16"), "không phải chữ UTF-8 (từ byte thứ 1)"),
    "Windows-1258": (replaced("5/7/2025", "5\u00a07").decode().encode("cp1258", "replace"), "không phải chữ UTF-8"),
    "deep": (b"[" * 100_000, "các mục lồng nhau quá sâu"),
    "endless number": (replaced('"version": 1', f'"version": {"1" * 5000}'), "tệp “ke-hoach.json” có số quá dài"),
    "foreign": (b'{"type": "FeatureCollection"}', "không phải tệp kế hoạch của Sổ 57"),
    "foreign word": (replaced("so57-plan", "so57-package"), "(mục “format” ở đầu tệp phải là “so57-plan”)"),
    "newer": (replaced('"version": 1', '"version": 2'), "phiên bản 2 (mục “version” ở đầu tệp)"),
    "repeated": (replaced('"id": "xa-thu"', '"id": "xa-thu", "id": "xa-hai"'), "mục “id” được ghi hai lần trong cùng"),
    "repeated in a row": (
        replaced('"measure": "state"', '"measure": "state", "number": "2"'),
        "mục “number” được ghi hai lần trong cùng một nhóm (nhóm có “key” là “ct-I.1”)",
    ),
    "repeated in cells": (replaced('"2030": "100%"', '"2025": "100%"'), "mục “2025” được ghi hai lần trong cùng một"),
    "NaN": (replaced('"first_year": 2025', '"first_year": NaN'), "“first_year” ở “schedule_columns”, dòng 1"),
    "infinite": (replaced('"day": 5', '"day": Infinity'), "mục “day” ở mục “due” của “duties”, dòng 1"),
    "number for text": (replaced('"xa-thu"', "57"), "mục “id” ở phần đầu tệp phải là chữ"),
}


@pytest.mark.parametrize("name", FILES)
def test_broken_files(tmp_path: Path, name: str) -> None:
    content, place = FILES[name]
    assert place in fault(written(tmp_path, content))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example writes the one file anew
@given(at=st.integers(0, len(TEXT.encode()) - 1), cut=st.integers(0, 40), bytes_in=st.binary(max_size=6))
def test_any_damage_is_one_sentence(tmp_path: Path, at: int, cut: int, bytes_in: bytes) -> None:
    whole = TEXT.encode()
    path = written(tmp_path, whole[:at] + bytes_in + whole[at + cut :])
    sentence = sentence_of(path)
    assert not sentence or is_one(sentence)


def written(folder: Path, content: bytes) -> str:
    path = folder / "ke-hoach.json"
    path.write_bytes(content)
    return str(path)


def sentence_of(path: str) -> str:
    """Return what a file's fault is; nothing when it still is a plan."""
    try:
        load_plan(path)
    except BadFile as error:
        return error.sentence
    return ""


def fault(path: str) -> str:
    sentence = sentence_of(path)
    assert is_one(sentence)
    return sentence


def is_one(sentence: str) -> bool:
    """Tell whether a sentence says what is wrong and what to do, in one line."""
    return sentence.isprintable() and re.fullmatch(r"\S.*\. Hãy [^.]+\.", sentence) is not None
