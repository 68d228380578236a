"""One Unicode form, folding and the order of the Vietnamese alphabet."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import fold, nfc, one_line, sort_key


def test_decomposed_letters_are_composed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Thuận Châu")) == "Thuận Châu"


def test_every_run_of_space_is_one_space() -> None:
    assert one_line(" Phòng  Văn hóa\u00a0-\n\tXã hội ") == "Phòng Văn hóa - Xã hội"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ĐƯỜNG Ở Đà Nẵng", "duong o da nang"), ("Văn hoá", "van hoa"), ("Văn hóa", "van hoa"), ("Hằng năm", "hang nam")],
)
def test_folded_text_has_no_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    ordered = ["Ao", "Ăn", "Ấm", "Bản", "Can", "Dốc", "Đa", "Em", "Ếch", "Ngô", "Óc", "Ông", "Ơn", "Vũ", "Yên"]
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_tones_stand_in_the_order_of_dictionaries() -> None:
    ordered = ["ma", "ma túy", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_the_place_of_the_tone_mark_does_not_matter() -> None:
    assert sort_key("Văn hóa")[0] == sort_key("văn hoá")[0]


def test_numbers_count_as_a_whole_and_marks_do_not_count() -> None:
    ordered = ["1.9", "1-10", "Thôn 2", "Thôn 10", "α"]
    assert sorted(reversed(ordered), key=sort_key) == ordered
    assert sort_key("Phòng Văn hóa - Xã hội")[0] == sort_key("Phòng Văn hóa – Xã hội")[0]


@given(st.lists(st.text()))
def test_any_text_can_be_sorted_and_folded(texts: list[str]) -> None:
    assert sorted(sorted(texts, key=sort_key), key=sort_key) == sorted(texts, key=sort_key)
    assert all(fold(text) == fold(nfc(text)) for text in texts)
