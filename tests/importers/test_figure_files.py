"""Check files of figures: every encoding and delimiter, every kind of cell, and hostile files."""

import csv
import io
import json
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.figure_files import read_figures
from importers.text_files import LARGEST_FILE
from models.actuals import FigureState
from models.errors import AppError, BadFile, NotFound
from models.figure_lines import FIELD_WORDS, FigureLine

NOTE = "Phòng Văn hóa đã số hóa 1.452 hồ sơ; thiếu mẫu biểu, kể cả “Đề án”"
TABLE = [["Mã", "Đơn vị", "Kết quả", "Ghi chú"], ["ct-V.4", "%", "84,9", NOTE]]


def read(tmp_path: Path, data: str | bytes, name: str = "so-lieu.csv") -> tuple[FigureLine, ...]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_figures(path)


def read_json(tmp_path: Path, data: Any) -> tuple[FigureLine, ...]:
    return read(tmp_path, data if isinstance(data, str) else json.dumps(data), "so-lieu.json")


def cell(tmp_path: Path, field: str, text: str) -> FigureLine:
    out = io.StringIO()
    csv.writer(out).writerows([["key", field], ["ct-V.4", text]])
    (line,) = read(tmp_path, out.getvalue())
    return line


def problem(line: FigureLine) -> str:
    (only,) = line.problems
    return only


def refusal(tmp_path: Path, data: str | bytes, name: str = "so-lieu.csv") -> str:
    with pytest.raises(BadFile) as caught:
        read(tmp_path, data, name)
    assert name in caught.value.sentence
    return caught.value.sentence


def table(delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(TABLE)
    return out.getvalue()


def windows_1258(text: str) -> bytes:
    """Encode as Vietnamese Windows programs do: a letter, then its tone mark where they have no sign for both."""
    data = b""
    for sign in text:
        parts = unicodedata.normalize("NFD", sign)
        tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        letter = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        try:
            data += sign.encode("cp1258")
        except UnicodeEncodeError:
            data += (letter + tones).encode("cp1258")
    return data


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1258"])
def test_every_encoding_and_delimiter_gives_the_same_line(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = table(delimiter)
    data = windows_1258(text) if encoding == "cp1258" else text.encode(encoding)
    data = b"\xfe\xff" + data if encoding == "utf-16-be" else data
    expected = FigureLine(line=2, key="ct-V.4", unit="%", value=Decimal("84.9"), note=NOTE)
    assert read(tmp_path, data) == (expected,)


def test_decomposed_letters_become_nfc(tmp_path: Path) -> None:
    (line,) = read(tmp_path, unicodedata.normalize("NFD", table()).encode())
    assert line.note == NOTE


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("old font", "key;note\nct-V.4;KÕ ho¹ch chuyÓn ®æi sè".encode("cp1252")),
        ("lone tone mark", b"key;note\nct-V.4;\xec\xec"),
        ("undefined byte", b"key;note\nct-V.4;\x8a"),
        ("broken utf-8 after its mark", b"\xef\xbb\xbfkey;note\nct-V.4;\xff"),
        ("odd utf-16", b"\xff\xfek\x00e"),
    ],
)
def test_other_encodings_are_refused(tmp_path: Path, name: str, data: bytes) -> None:
    assert "bảng mã" in refusal(tmp_path, data), name


@pytest.mark.parametrize(
    "data",
    [
        b"key,value\nct-V.4,8\x00",
        "key,value\nct-V.4,8".encode("utf-16-le"),
        "key,value\nct-V.4,8\x00".encode("utf-16"),
        b"PK\x03\x04\x14\x00\x06\x00",
        b"%PDF-1.7\n\x01\x02",
    ],
)
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    assert "không phải tệp văn bản" in refusal(tmp_path, data)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "không có nội dung"),
        (b" \r\n\r\n", "không có nội dung"),
        ("key,value\n", "không có dòng nào ghi số liệu"),
        ("key,value\nct-V.4,\n", "không có dòng nào ghi số liệu"),
        ("ct-V.4,8\nct-V.5,9\n", "thiếu dòng tiêu đề"),
        ("key,value" + "," * 1000 + "\nct-V.4,8\n", "thiếu dòng tiêu đề"),
        ("key,value,màu sắc,x\nct-V.4,8,,\n", "cột không rõ: “màu sắc”, “x”"),
        ("key,value,Kết quả\nct-V.4,8,9\n", "hai cột cùng là “kết quả” (value)"),
        ("value,note\n8,x\n", "cần cột key, hoặc cả hai cột appendix và number"),
        ("number,value\nV.4,8\n", "cần cột key, hoặc cả hai cột appendix và number"),
        ("key,unit\nct-V.4,%\n", "không có cột số liệu"),
        ('key,note\nct-V.4,"mở\nct-V.5,x\n', "hỏng từ dòng 2: dấu ngoặc kép"),
        ('key,note\nct-V.4,"mở" x\n', "hỏng từ dòng 2: dấu ngoặc kép"),
        (f"key,note\nct-V.4,{'a' * 200_000}\n", "hoặc một ô quá dài"),
        ("key,value\n" + "\n" * 50_001, "hơn 50.000 dòng"),
    ],
)
def test_useless_csv_gets_one_sentence(tmp_path: Path, data: str | bytes, part: str) -> None:
    assert part in refusal(tmp_path, data)


def test_oversized_file_is_refused(tmp_path: Path) -> None:
    assert "lớn hơn 20 MB" in refusal(tmp_path, b"key,value\n" + b"x" * LARGEST_FILE)


def test_missing_file_folder_and_other_kinds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"Không tìm thấy tệp “khong-co.csv”"):
        read_figures(tmp_path / "khong-co.csv")
    (tmp_path / "thu-muc.csv").mkdir()
    with pytest.raises(NotFound, match=r"thu-muc.csv"):
        read_figures(tmp_path / "thu-muc.csv")
    assert "lưu lại dạng “CSV UTF-8”" in refusal(tmp_path, b"PK", "so-lieu.xlsx")
    with pytest.raises(BadFile, match="Không đọc được tệp"):
        read_figures(tmp_path / ("a" * 300 + ".csv"))


def test_vietnamese_and_english_heads_name_the_same_columns(tmp_path: Path) -> None:
    values = [
        "ct-V.4",
        "I",
        "V.4",
        "%",
        "8",
        "1",
        "2",
        "a",
        "xóa",
        "x",
        "9",
        "x",
        "215",
        "1/2/2026",
        "31/1/2026",
        *"bcde",
    ]
    english = "\t".join(head.upper() for head in FIELD_WORDS)
    vietnamese = "\t".join(words.capitalize() for words in FIELD_WORDS.values())
    lines = [read(tmp_path, f"{head}\n" + "\t".join(values)) for head in (english, vietnamese)]
    assert lines[0] == lines[1]
    assert lines[0][0].given() == set(FIELD_WORDS) - {"key", "appendix", "number", "unit"}
    assert lines[0][0].problems == ()


@pytest.mark.parametrize("head", ["Số/TT", "TT", "Số", "so", " Number "])
def test_other_heads_that_officers_use(tmp_path: Path, head: str) -> None:
    (line,) = read(tmp_path, f"Phụ lục;{head};Kết quả/Giá trị\nI;V.4;8,5\n")
    assert (line.appendix, line.number, line.value) == ("I", "V.4", Decimal("8.5"))


def test_line_numbers_are_those_of_the_file(tmp_path: Path) -> None:
    text = 'sep=;\r\n\r\nkey;note\r\nct-V.4;"một\r\nhai"\r\n;;\r\n\r\nct-V.5;ba\r\n'
    lines = read(tmp_path, text.replace(";;", ";"))
    assert [(line.line, line.note) for line in lines] == [(4, "một\nhai"), (8, "ba")]


def test_empty_columns_at_the_right_are_passed_over(tmp_path: Path) -> None:
    lines = read(tmp_path, "key;value;;\nct-V.4;8;;\nct-V.5;9;;x\nct-V.6;7\n")
    assert [line.value for line in lines] == [Decimal(8), None, Decimal(7)]
    assert "Ô thứ 4 có nội dung nhưng cột đó không có tên" in problem(lines[1])


@pytest.mark.parametrize("row", ["ct-V.4,84,9,,", "ct-V.4,84,9"])
def test_decimal_comma_without_quotes_is_noticed(tmp_path: Path, row: str) -> None:
    (line,) = read(tmp_path, f"key,value,note,estimate\n{row}\n")
    assert line.given() == frozenset()
    assert "phải đặt trong ngoặc kép" in problem(line)


@pytest.mark.parametrize(
    ("text", "value"),
    [("8,5", "8.5"), ("8.5", "8.5"), ("1.234,5", "1234.5"), ("84,90", "84.90"), ("1 234,5", "1234.5"), ("-0", "0")],
)
def test_numbers_as_officers_write_them(tmp_path: Path, text: str, value: str) -> None:
    line = cell(tmp_path, "value", text)
    assert str(line.value) == value


def test_number_that_may_be_two_is_refused_with_both(tmp_path: Path) -> None:
    found = problem(cell(tmp_path, "numerator", "1.234"))
    assert found.startswith("Cột “tử số” (numerator): ")
    assert "1234" in found
    assert "1,234" in found


@pytest.mark.parametrize("text", ["tám", "8,5,1", "NaN", "inf", "1e5", "=1+1", "９", "8" * 200])
def test_text_that_is_no_number_is_refused(tmp_path: Path, text: str) -> None:
    assert "“kết quả” (value)" in problem(cell(tmp_path, "value", text))


def test_per_cent_sign_is_the_unit(tmp_path: Path) -> None:
    assert cell(tmp_path, "percent", "70 %").percent == Decimal(70)
    (line,) = read(tmp_path, "key;value;unit\nct-V.4;84,9%;\n")
    assert (line.value, line.unit) == (Decimal("84.9"), "%")
    (other,) = read(tmp_path, "key;value;unit\nct-V.4;84,9%;người\n")
    assert "“84,9%” không phải là số" in problem(other)


@pytest.mark.parametrize("text", ["12/10/2026", "12/10/2026 ", "2026-10-12"])
def test_dates_in_both_forms(tmp_path: Path, text: str) -> None:
    assert cell(tmp_path, "deliverable_date", text).deliverable_date == date(2026, 10, 12)


def test_short_date_is_day_first(tmp_path: Path) -> None:
    assert cell(tmp_path, "Ngày văn bản", "1/2/2026").deliverable_date == date(2026, 2, 1)


@pytest.mark.parametrize("text", ["31/02/2026", "12/10/26", "12.10.2026", "10/2026", "01/01/1026", "٣/٣/٢٠٢٦"])
def test_impossible_dates_are_refused(tmp_path: Path, text: str) -> None:
    assert "“ngày văn bản” (deliverable_date)" in problem(cell(tmp_path, "deliverable_date", text))


@pytest.mark.parametrize(
    ("text", "answer"),
    [("x", True), ("X", True), ("Có", True), ("co", True), ("1", True), ("TRUE", True), ("Không", False), ("0", False)],
)
def test_yes_and_no(tmp_path: Path, text: str, answer: bool) -> None:
    assert cell(tmp_path, "estimate", text).estimate is answer
    assert cell(tmp_path, "done", text).done is answer


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Không phát sinh", FigureState.NOTHING_HAPPENED),
        ("CHUA BAO CAO", FigureState.NOT_REPORTED),
        ("xóa", "erase"),
        ("Xoá", "erase"),
    ],
)
def test_states_in_any_spelling(tmp_path: Path, text: str, state: object) -> None:
    assert cell(tmp_path, "state", text).state == state


def test_unknown_words_are_quoted(tmp_path: Path) -> None:
    assert "“rồi” không rõ là có hay không" in problem(cell(tmp_path, "done", "rồi"))
    assert "“đang chờ” không phải là trạng thái" in problem(cell(tmp_path, "state", "đang chờ"))


def test_text_may_fill_a_cell_of_excel_and_no_more(tmp_path: Path) -> None:
    assert len(cell(tmp_path, "note", "ă" * 32_767).note or "") == 32_767
    assert "32.767 ký tự" in problem(cell(tmp_path, "note", "ă" * 32_768))
    assert "32.767 ký tự" in problem(cell(tmp_path, "note", "😀" * 16_384))


def test_text_that_was_lost_or_cannot_be_stored_is_refused(tmp_path: Path) -> None:
    assert "ký tự không đọc được" in problem(cell(tmp_path, "note", "K\ufffd hoạch"))
    (line,) = read_json(tmp_path, '[{"key": "ct-V.4", "note": "\\ud800\\u0000"}]')
    assert "ký tự không đọc được" in problem(line)


def test_formula_stays_text(tmp_path: Path) -> None:
    assert cell(tmp_path, "note", "=> đạt").note == "=> đạt"


def test_every_problem_of_a_line_is_kept(tmp_path: Path) -> None:
    (line,) = read(tmp_path, "key;value;estimate;note\nct-V.4;tám;rồi;x\n")
    assert len(line.problems) == 2
    assert (line.key, line.note) == ("ct-V.4", "x")


def test_json_list_and_wrapped_list(tmp_path: Path) -> None:
    item = {"key": "ct-V.4", "value": 84.9, "estimate": True, "note": None, "proposal": " ", "state": "xóa"}
    expected = (FigureLine(line=1, key="ct-V.4", value=Decimal("84.9"), estimate=True, state="erase"),)
    assert read_json(tmp_path, [item]) == read_json(tmp_path, {"figures": [item]}) == expected


def test_json_numbers_keep_their_digits(tmp_path: Path) -> None:
    text = '[{"key": "a", "value": 84.90}, {"key": "b", "value": "84.90"}, {"key": "c", "value": -0, "done": 1}]'
    lines = read_json(tmp_path, text)
    assert [str(line.value) for line in lines] == ["84.90", "84.90", "0"]
    assert [line.line for line in lines] == [1, 2, 3]
    assert lines[2].done is True


@pytest.mark.parametrize(
    ("member", "part"),
    [
        ('"value": "8,5"', "viết theo kiểu máy"),
        ('"value": true', "phải là số"),
        ('"value": [8]', "phải là số"),
        ('"value": 1e999999999', "không phải là số"),
        (f'"value": {"9" * 5000}', "không phải là số"),
        ('"note": 5', "phải là chữ trong ngoặc kép"),
        ('"number": 4.1', "phải là chữ trong ngoặc kép"),
        ('"note": {"a": {}}', "phải là chữ trong ngoặc kép"),
        ('"estimate": 2', "không rõ là có hay không"),
        ('"estimate": {}', "phải là true hoặc false"),
        ('"deliverable_date": 20261012', "phải là chữ trong ngoặc kép"),
    ],
)
def test_json_member_of_the_wrong_kind_is_named(tmp_path: Path, member: str, part: str) -> None:
    (line,) = read_json(tmp_path, f'[{{"key": "ct-V.4", "done": true, {member}}}]')
    assert part in problem(line)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[{]", "không phải JSON hợp lệ ở dòng 1, cột 3"),
        ("[]", "không có dòng nào ghi số liệu"),
        ("{}", "phải là một danh sách"),
        ('{"figures": [], "period": "2026-10"}', "phải là một danh sách"),
        ("5", "phải là một danh sách"),
        ('[{"key": "a", "value": NaN}]', "ghi NaN, không phải là số"),
        ('[{"key": "a", "value": -Infinity}]', "ghi -Infinity, không phải là số"),
        ('[{"key": "a", "value": 1, "value": 2}]', "hai lần mục “value”"),
        ('[{"key": "a", "value": 1, "giá": 2}]', "cột không rõ: “giá”"),
        ('[{"key": "a", "value": 1, "Kết quả": 2}]', "hai cột cùng là “kết quả” (value)"),
        ("[" * 40_000, "lồng nhau quá sâu"),
        (f"[{','.join(['{}'] * 50_001)}]", "hơn 50.000 dòng"),
        (f"[{','.join(['0'] * 50_001)}]", "hơn 50.000 dòng"),
        ('[{"\\ud800": 1}]', "cột không rõ: “?”"),
    ],
)
def test_useless_json_gets_one_sentence(tmp_path: Path, text: str, part: str) -> None:
    assert part in refusal(tmp_path, text, "so-lieu.json")


def test_json_item_that_is_no_object_is_a_wrong_line(tmp_path: Path) -> None:
    lines = read_json(tmp_path, [{"key": "ct-V.4", "value": 8}, "ct-V.5"])
    assert lines[0].problems == ()
    assert "Mỗi dòng số liệu phải là một nhóm" in problem(lines[1])


tables = st.lists(st.lists(st.text(max_size=8), max_size=6).map(";".join), max_size=6).map("\n".join)
members = st.dictionaries(
    st.sampled_from([*FIELD_WORDS, "Kết quả"]),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    st.sampled_from(["a.csv", "a.json"]),
    st.binary(max_size=200)
    | tables.map(lambda text: ("key;value;note;state;done;deliverable_date\n" + text).encode("utf-8", "replace"))
    | st.lists(members, max_size=3).map(lambda items: json.dumps(items).encode()),
)
def test_no_file_raises_anything_but_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    problems = ["."]
    try:
        problems += [problem for line in read(tmp_path, data, name) for problem in line.problems]
    except AppError as error:
        problems.append(error.sentence)
    assert all(problem.endswith(".") for problem in problems)
    assert "".join(problems).encode()


def test_quoted_heads_do_not_hide_the_delimiter(tmp_path: Path) -> None:
    (line,) = read(tmp_path, '"Mã";"Kết quả"\n"ct-V.4";"84,9"\n')
    assert (line.key, line.value) == ("ct-V.4", Decimal("84.9"))
