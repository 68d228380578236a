"""Words that several sentences share: amounts, names of periods, plans and papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from exporters.amounts import amount_words, change_words, target_with_unit, with_unit
from exporters.direction_sentences import direction_sentences
from exporters.papers import document_cited, paper_cited, subject_printed
from exporters.period_words import earlier, in_span, next_words
from exporters.plan_cited import plan_cited, plan_named
from exporters.prose import LONGEST_NAME, Prose, cause, clause, name_in_sentence, small_first
from exporters.report import blank_words, report_document
from models.calendars import Span, parse_span
from models.comparisons import span_before
from models.facts import Direction, Facts, Paper
from models.office import default_office
from tests.exporters.five_plans import plan
from tests.exporters.small_reports import report_of, share
from tests.models.rows import thuan_chau

RANK = replace(share("r", "Xếp hạng năng lực cạnh tranh số", {2030: "Phấn đấu đứng top 20 toàn tỉnh"}), unit="Thứ bậc")
RATE = replace(share("s", "Tỷ lệ phủ sóng 5G", {2030: "≥ 50"}), unit="% dân số")


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("84,9", "%", "84,9%"),
        ("45", "% dân số", "45% dân số"),
        ("12", "bài viết", "12 bài viết"),
        ("18", "Thứ bậc", "thứ 18"),
    ],
)
def test_a_number_stands_with_its_unit(number: str, unit: str, words: str) -> None:
    assert with_unit(number, unit) == words


def test_a_better_rank_has_risen_though_its_number_fell() -> None:
    assert change_words(RANK, Fraction(16), Fraction(18)) == "tăng 2 bậc"
    assert change_words(RANK, Fraction(19), Fraction(18)) == "giảm 1 bậc"
    assert change_words(RATE, Fraction(45), Fraction(40)) == "tăng 5,0 điểm phần trăm"


def test_a_bare_target_takes_the_sign_of_the_column_of_units() -> None:
    assert [target_with_unit(RATE, words) for words in ("≥ 50", "≥ 50%", "Duy trì")] == [
        "≥\u00a050% dân số",
        "≥\u00a050%",
        "Duy trì",
    ]


@pytest.mark.parametrize(
    ("span", "before", "following", "within"),
    [
        ("2026-Q3", "quý II", "quý IV năm 2026", "Trong quý"),
        ("2026-Q1", "quý IV/2025", "quý II năm 2026", "Trong quý"),
        ("2026-H2", "6 tháng đầu năm", "6 tháng đầu năm 2027", "Trong 6 tháng cuối năm"),
        ("2026-H1", "6 tháng cuối năm 2025", "6 tháng cuối năm 2026", "Trong 6 tháng đầu năm"),
        ("2026-9M", "6 tháng đầu năm", "quý IV năm 2026", "Trong 9 tháng"),
        ("2026", "năm 2025", "năm 2027", "Trong năm"),
    ],
)
def test_periods_are_named_as_officers_name_them(span: str, before: str, following: str, within: str) -> None:
    own = parse_span(span)
    assert (earlier(span_before(own), own), next_words(own), in_span(own)) == (before, following, within)
    assert in_span(Span(2026, "once")) == "Trong kỳ"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("thuan-chau", "Kế hoạch số _/KH-UBND ngày _/7/2025 của UBND xã Thuận Châu"),
        ("xop", "Kế hoạch số _/KH-UBND ngày _ tháng 9 năm 2025 của UBND xã Xốp"),
        ("quang-son", "Kế hoạch số _/KH-UBND ngày _ tháng 8 năm 2025 của UBND xã Quang Sơn"),
        ("phong-tho", "Kế hoạch thực hiện Nghị quyết số 57-NQ/TW của UBND xã Phong Thổ"),
    ],
)
def test_a_plan_leaves_room_only_where_its_paper_does(name: str, words: str) -> None:
    shown = plan_named(plan(name), default_office(plan(name)))
    assert "_".join(part for part in shown.replace("\u00a0", "\n").split("\n") if part) == words


def test_a_plan_is_cited_with_what_the_office_has_set() -> None:
    office = replace(default_office(thuan_chau()), plan_number="35/KH-UBND", plan_date="22/7/2025", plan_subject="")
    assert plan_cited(thuan_chau(), office) == "Kế hoạch số 35/KH-UBND ngày 22/7/2025 của UBND xã Thuận Châu"


def test_papers_are_cited_by_kind_number_day_and_subject() -> None:
    assert document_cited("12/CT-UBND", None) == "Chỉ thị số 12/CT-UBND"
    assert document_cited("24-KH/ĐU", None) == "Kế hoạch số 24-KH/ĐU"
    assert paper_cited(Paper("12/QĐ-UBND", date(2026, 10, 5), "về giao chỉ tiêu.")) == (
        "Quyết định số 12/QĐ-UBND ngày 05/10/2026 về giao chỉ tiêu"
    )
    assert paper_cited(Paper("94-TB/ĐU", about="kết luận về tiến độ")) == ("Thông báo số 94-TB/ĐU kết luận về tiến độ")
    assert paper_cited(Paper("12/QĐ-UBND")) == "Quyết định số 12/QĐ-UBND"
    assert paper_cited(Paper(day=date(2026, 10, 5), about="số hóa")) == "văn bản ngày 05/10/2026 về số hóa"
    assert paper_cited(Paper()) == "văn bản"


def test_documents_of_direction_write_section_one() -> None:
    first = Direction(Paper("7/CT-UBND", date(2026, 10, 9), "đẩy mạnh số hóa"), "UBND xã Thuận Châu")
    second = Direction(Paper("3/CTr-ĐU", date(2026, 10, 2), "chuyển đổi số"), "Đảng ủy xã")
    earlier_one = Direction(Paper("1/CT-UBND", date(2026, 9, 9), "việc cũ"))
    report = replace(report_of(), facts=Facts(directions=(first, earlier_one)))
    assert [one.text for one in direction_sentences(report)] == [
        "Trong tháng, UBND xã đã ban hành Chỉ thị số 7/CT-UBND ngày 09/10/2026 về đẩy mạnh số hóa."
    ]
    assert blank_words(report) == ("III", "IV", "V")
    both = replace(report, facts=Facts(directions=(first, second)), words={"I": "Đã kiện toàn Ban Chỉ đạo."})
    body = [block.text for block in report_document(both).sections[0].blocks if hasattr(block, "text")]
    start = body.index("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO")
    assert body[start + 1 : start + 5] == [
        "Trong tháng, đã có 02 văn bản chỉ đạo:",
        "- Chương trình số 3/CTr-ĐU ngày 02/10/2026 về chuyển đổi số (Đảng ủy xã ban hành).",
        "- Chỉ thị số 7/CT-UBND ngày 09/10/2026 về đẩy mạnh số hóa.",
        "Đã kiện toàn Ban Chỉ đạo.",
    ]


def test_a_long_name_is_cut_after_a_word_and_after_its_first_sentence() -> None:
    assert name_in_sentence("Rà soát văn bản. Hoàn thành trong Quý I năm 2026.") == "rà soát văn bản"
    assert name_in_sentence("Bố trí chi ngân sách xã " * 6 + "đạt trên 3,5% tổng chi hằng năm").endswith(
        "3,5% tổng chi…"
    )
    assert name_in_sentence("Tỷ lệ băng rộng trên 1Gb/s.\n- Phần sau") == "băng rộng trên 1Gb/s"
    bare = name_in_sentence("Rà soát " + "văn bản " * 40)
    assert bare.endswith("văn bản…")
    assert len(bare) <= LONGEST_NAME + 1
    assert name_in_sentence("Tuyên truyền " * 10 + "rộng, trong đó, " + "văn bản " * 40).endswith("rộng…")


def test_the_name_of_a_unit_keeps_its_capital() -> None:
    texts = ["Phòng Kinh tế đã trình", "Công an xã báo cáo", "Phòng chống tội phạm", "UBND xã chỉ đạo", "Ban hành"]
    assert [small_first(text) for text in texts] == [
        "Phòng Kinh tế đã trình",
        "Công an xã báo cáo",
        "phòng chống tội phạm",
        "UBND xã chỉ đạo",
        "ban hành",
    ]


@pytest.mark.parametrize(
    ("kind", "deliverable", "subject"),
    [
        ("Kế hoạch", "Kế hoạch tuyên truyền", "về tuyên truyền"),
        ("Kế hoạch", "Kế hoạch tuyên truyền về chuyển đổi số.", "tuyên truyền về chuyển đổi số"),
        ("Quyết định", "Quyết định ban hành quy chế", "ban hành quy chế"),
        ("Kế hoạch", "Kế hoạch", ""),
        ("Kế hoạch", "Kế hoạch công tác", ""),
        ("Kế hoạch", "Kế hoạch của UBND xã", ""),
        ("Kế hoạch", "Kế hoạch, Báo cáo", ""),
        ("Kế hoạch", "Kế hoạch triển khai, báo cáo kết quả", ""),
        ("Quyết định", "Quyết định/Quy định", ""),
        ("Kế hoạch", "Văn bản triển khai", ""),
        ("Kế hoạch", "Kế hoạch " + "rất dài " * 9, ""),
    ],
)
def test_a_printed_name_of_a_paper_tells_its_subject(kind: str, deliverable: str, subject: str) -> None:
    assert subject_printed(kind, deliverable) == subject


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ("Do máy quét hỏng.", "máy quét hỏng"),
        ("Nguyên nhân là do máy quét hỏng", "máy quét hỏng"),
        ("Nguyên nhân: thiếu kinh phí;", "thiếu kinh phí"),
        ("nguyên nhân chủ yếu do thiếu người", "thiếu người"),
        ("Vì mưa lũ", "mưa lũ"),
        ("Nguyên nhân chưa rõ", "nguyên nhân chưa rõ"),
        ("Doanh nghiệp chưa nộp", "doanh nghiệp chưa nộp"),
        ("Máy quét hỏng. Thiếu người.", "máy quét hỏng; thiếu người"),
        ("Máy quét hỏng\nUBND xã chưa mua", "máy quét hỏng; UBND xã chưa mua"),
    ],
)
def test_a_cause_follows_do_without_saying_it_again(recorded: str, told: str) -> None:
    assert cause(recorded) == told


def test_an_abbreviation_or_the_number_of_an_item_does_not_end_a_sentence() -> None:
    assert clause("Chờ TP. Sơn La trả lời") == "chờ TP. Sơn La trả lời"
    assert clause("1. Thiếu máy") == "1. Thiếu máy"
    assert clause("Xong trong quý IV. Báo cáo năm 2026. Hết") == "xong trong quý IV; báo cáo năm 2026; hết"
    assert clause("Đang dự thảo;\n\nĐã trình UBND xã.") == "đang dự thảo; đã trình UBND xã"


def test_no_stop_follows_a_name_that_was_cut_short() -> None:
    assert Prose().say("rà soát…").say(".").paragraph().text == "rà soát…"
    assert Prose().say("Chưa có số liệu: rà soát….").paragraph().text == "Chưa có số liệu: rà soát…"
    assert Prose().say(".").paragraph().text == "."


def test_counted_things_take_a_zero_and_measures_do_not() -> None:
    told = [amount_words(*one) for one in (("3", "bài"), ("12", "bài"), ("3,5", "km"), ("3", "%"), ("3", "Thứ bậc"))]
    assert told == ["03 bài", "12 bài", "3,5 km", "3%", "thứ 3"]
    assert amount_words("3", "") == "3"
