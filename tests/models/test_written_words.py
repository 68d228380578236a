"""The officer's words: what the light marks mean, what they leave alone, and that nothing typed is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.written_words import WrittenParagraph, WrittenRun, parse_words, plain_words, to_markup, unclosed

TYPED = st.text(alphabet=st.sampled_from("*\\ab) -\nđ5,. \t("), max_size=60)
RUNS = st.builds(WrittenRun, st.text(alphabet="aB *\\,\nđ5", max_size=8), st.booleans(), st.booleans())


def runs(text: str) -> list[tuple[str, str]]:
    """Return the runs of one paragraph, each with its style in letters."""
    (paragraph,) = parse_words(text)
    return [(run.text, "b" * run.bold + "i" * run.italic) for run in paragraph.runs]


def heads(text: str) -> list[str]:
    """Return what stands before each paragraph."""
    return [paragraph.head for paragraph in parse_words(text)]


def test_bold_italic_and_both() -> None:
    assert runs("Có **05 xã** và *thôn*, ***tất cả***.") == [
        ("Có ", ""),
        ("05 xã", "b"),
        (" và ", ""),
        ("thôn", "i"),
        (", ", ""),
        ("tất cả", "bi"),
        (".", ""),
    ]
    assert runs("**đậm *cả hai* đậm**") == [("đậm ", "b"), ("cả hai", "bi"), (" đậm", "b")]


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3",
        "*",
        "a * b * c",
        "5*3*2 m",
        "Soạn *123*1# gửi",
        "Ghi chú (*)",
        "**",
        "***** hết",
        "** x **",
        "**chưa hết",
    ],
)
def test_a_star_that_marks_nothing_stays_a_star(text: str) -> None:
    assert runs(text) == [(text, "")]


def test_an_escaped_star_is_a_star_and_a_backslash_a_backslash() -> None:
    assert runs(r"\*không nghiêng\*") == [("*không nghiêng*", "")]
    assert runs(r"C:\số 57\báo cáo") == [(r"C:\số 57\báo cáo", "")]


def test_lists_with_letters_and_dashes_blank_lines_between_mean_nothing() -> None:
    found = parse_words("Gồm:\n\na) Một\r\nb) Hai\n- ý **nhỏ**")
    assert [(one.kind, one.head + one.text) for one in found] == [
        ("plain", "Gồm:"),
        ("lettered", "a) Một"),
        ("lettered", "b) Hai"),
        ("dash", "- ý nhỏ"),
    ]


def test_items_are_lettered_anew_in_the_vietnamese_order() -> None:
    assert heads("\n".join(f"{letter}) ý" for letter in "abcdefgh")) == [f"{one}) " for one in "abcdđegh"]
    assert heads("c) một\nc) hai") == ["a) ", "b) "]
    assert heads("\n".join(["a) ý"] * 25))[-3:] == ["y) ", "aa) ", "bb) "]


def test_paragraphs_beneath_an_item_do_not_end_its_list_but_a_new_a_begins_one() -> None:
    assert heads("a) Hạ tầng\nĐã lắp.\n- trạm\nb) Dữ liệu\nHết.\na) Ý khác") == ["a) ", "", "- ", "b) ", "", "a) "]


def test_what_is_no_item_stays_text() -> None:
    assert heads("a)liền\nA) hoa\n-liền\n(a) ngoặc\nab) hai chữ") == ["", "", "", "", ""]


def test_plain_words_have_no_marks() -> None:
    assert plain_words("**Đậm**\nc) *ý*\n- ý") == "Đậm\na) ý\n- ý"


def test_emphasis_is_written_for_whole_words_without_the_spaces_around() -> None:
    half = WrittenParagraph("plain", (WrittenRun("thông "), WrittenRun(" tin c", bold=True), WrittenRun("ấp xã *")))
    assert to_markup([half]) == r"thông  **tin cấp** xã \*"
    assert to_markup([WrittenParagraph("lettered", (WrittenRun("ý", italic=True),), "b")]) == "b) *ý*"
    assert (
        to_markup([WrittenParagraph("plain", ()), WrittenParagraph("dash", (WrittenRun("một\nhai"),))]) == "- một hai"
    )


def test_bold_that_is_not_closed_is_told_by_its_line() -> None:
    assert unclosed("**Đậm** và *nghiêng*\n- **một ý\nhai**\n2 * 3, \\*\\* và a*") == ("- **một ý", "hai**")
    assert unclosed("***Cả hai***, ** rời **") == ("***Cả hai***, ** rời **",)


@given(TYPED)
def test_nothing_typed_is_lost(text: str) -> None:
    kept = [sign for sign in text if sign.isalnum()]
    said = "".join(paragraph.text for paragraph in parse_words(text))
    letters = sum(paragraph.kind == "lettered" for paragraph in parse_words(text))
    lost = len(kept) - sum(sign.isalnum() for sign in said)
    assert lost >= 0
    assert (lost > 0) == (letters > 0)


@given(TYPED)
def test_written_back_it_reads_the_same(text: str) -> None:
    assert parse_words(to_markup(parse_words(text))) == parse_words(text)


@given(st.lists(RUNS, max_size=6))
def test_whatever_an_editor_holds_keeps_its_words(runs_held: list[WrittenRun]) -> None:
    held = WrittenParagraph("plain", (WrittenRun("X"), *runs_held))
    (found,) = parse_words(to_markup([held]))
    assert found.text == held.text.replace("\n", " ").strip()
    assert to_markup([found]) == to_markup([held])
