"""Month 10/2026 from its first figure to its number: drafted, written over, remarked on, closed, issued."""

from __future__ import annotations

import re
from pathlib import Path

from pypdf import PdfReader

from exporters.report import report_document
from exporters.written_over import STALE_MARK, Unit
from models.readiness import Obstacle, ObstacleKind
from models.reports import Report
from models.store import archive
from models.store.archive import FILE_STATE_WORDS
from models.store.report_rows import Issue, file_state, kept_content
from tests.life.conftest import CHAIR, Drafts, Play
from tests.life.reading import all_words, colors_of, words_of

DRAFT, LEADERS = "DỰ THẢO", "TÓM TẮT TRÌNH LÃNH ĐẠO"
EXPLAINED = "Đã thuê máy quét từ ngày 25/10."


def test_septembers_words_stand_under_octobers_headings(drafted: Report) -> None:
    assert drafted.words["III"] == "Máy quét **hay hỏng**."
    texts = [getattr(block, "text", "") for block in report_document(drafted).sections[0].blocks]
    added = texts.index("III. MÔ HÌNH HAY")
    assert texts[added + 1] == "Bản Nà Lĩnh có tổ công nghệ số."
    assert texts[texts.index("IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN") + 1] == "Máy quét hay hỏng."


def test_the_figures_of_the_file_stand_beside_septembers(drafted: Report) -> None:
    found = {line.row.key: line for line in drafted.indicators}
    seventh = found["ct-V.7"]
    assert seventh.current is not None
    assert seventh.previous is not None
    assert (str(seventh.current.value), str(seventh.previous.value)) == ("81.5", "76.2")
    assert found["ct-III.3"].running == 2


def test_the_officers_sentence_stands_over_the_automatic_one(overwritten: Unit) -> None:
    assert overwritten.replaced is not None
    assert (overwritten.replaced.text, overwritten.stale) == ("Nổi bật: tài khoản định danh đạt 81,5%.", False)
    assert overwritten.text.endswith("đạt 81,5%, tăng 5,3 điểm phần trăm so với tháng 9.")


def test_a_changed_figure_marks_the_sentence_on_all_pages_of_the_draft(stale: Drafts) -> None:
    assert stale.unit.stale
    assert stale.unit.changed == (("81,5%", "82,3%"), ("5,3", "6,1"))
    for words in all_words(stale.files):
        assert f"Nổi bật: tài khoản định danh đạt 81,5%.{STALE_MARK}" in words
        assert re.search("82[,.]3", words)  # the appendix has the new figure already; a sheet as a number


def test_a_stale_sentence_stands_against_issuing(stale: Drafts, rewritten: Drafts) -> None:
    grave, *others = stale.grave
    assert all("để dòng chấm" in one for one in others)
    assert grave.startswith("Mục II.1: câu viết lại “Nổi bật: tài khoản định danh đạt 81,5%.” không còn khớp")
    assert rewritten.grave == ["Mục I chưa có lời nên đang để dòng chấm; hãy viết, hoặc tắt mục này."]


def test_the_mark_is_gone_once_the_sentence_is_rewritten(rewritten: Drafts) -> None:
    assert not rewritten.unit.stale
    for words in all_words(rewritten.files):
        assert "Nổi bật: tài khoản định danh đạt 82,3%." in words
        assert STALE_MARK.strip() not in words


def test_the_leaders_get_one_page_of_summary_and_a_red_column(for_leaders: list[Path]) -> None:
    word, pdf, sheet = for_leaders
    first, second = (" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages[:2])
    assert first.startswith(LEADERS)
    assert (first.endswith(DRAFT), second.startswith("ỦY BAN NHÂN DÂN XÃ THUẬN CHÂU")) == (True, True)
    assert colors_of(sheet)[EXPLAINED] == "C00000"
    assert all(EXPLAINED in words and "Giải trình" in words for words in all_words([word, pdf, sheet]))


def test_a_remark_stands_against_issuing_until_it_is_answered(
    returned: tuple[Obstacle, ...], answered: tuple[Obstacle, ...]
) -> None:
    grave, _ = (one for one in returned if one.grave)
    assert (grave.kind, grave.section) == (ObstacleKind.REMARK, "m1")
    assert grave.sentence.startswith("Ý kiến số 1 của Chủ tịch về mục III chưa được trả lời")
    assert {ObstacleKind.DOTTED, ObstacleKind.NOT_SUBMITTED} <= {one.kind for one in returned}
    assert not any(one.grave for one in answered)
    assert not {ObstacleKind.DOTTED, ObstacleKind.NOT_SUBMITTED} & {one.kind for one in answered}


def test_all_steps_of_the_draft_are_kept(play: Play, answered: tuple[Obstacle, ...]) -> None:
    told = [(step.kind, step.on.day, step.person, step.note) for step in play.own.steps()]
    assert told == [
        ("submitted", 2, CHAIR, ""),
        ("returned", 3, CHAIR, "xem ý kiến"),
        ("submitted", 3, CHAIR, ""),
    ]
    assert [remark.answer for remark in play.own.remarks()] == ["Đã ghi 07 thành viên."]


def test_a_closed_period_takes_words_but_no_figures(closed: str, issued: Issue) -> None:
    assert closed == "Kỳ tháng 10/2026 đã khóa nên không sửa được. Hãy mở lại kỳ và ghi rõ lý do rồi làm lại."
    assert issued.files  # issued after words were written into the closed period


def test_the_issued_files_are_kept_whole_with_what_they_say(play: Play, issued: Issue) -> None:
    assert (issued.number, issued.date.isoformat(), issued.signer) == ("215", "2026-11-04", "Đỗ Ngọc Quang")
    assert [file.format for file in issued.files] == ["docx", "pdf", "xlsx"]
    content = kept_content(play.desk.store, issued.id)
    assert content is not None
    states = {FILE_STATE_WORDS[file_state(play.desk.store, file)] for file in (*issued.files, content)}
    assert states == {"Bản đã gửi, chưa thay đổi"}


def test_what_is_issued_bears_its_number_and_nothing_of_the_draft(play: Play, issued: Issue) -> None:
    folder = archive.files_folder(play.desk.store.path)
    for file in issued.files:
        copy = play.folder / f"bản gửi.{file.format}"
        copy.write_bytes(archive.read(folder, file.kept))
        words = words_of(copy)
        assert "Số: 215/BC-UBND" in words
        assert "Đã họp giao ban ngày 05/10." in words
        assert not any(left in words for left in (DRAFT, STALE_MARK.strip(), "Giải trình", EXPLAINED, LEADERS, "………"))


def test_nothing_of_an_issued_report_is_changed(refused: list[str]) -> None:
    figures, *others = refused
    assert figures == "Kỳ tháng 10/2026 đã khóa nên không sửa được. Hãy mở lại kỳ và ghi rõ lý do rồi làm lại."
    assert len(others) == 5
    assert set(others) == {
        "Báo cáo tháng 10/2026 đã phát hành nên không sửa được. Hãy mở lại kỳ và ghi rõ lý do rồi làm lại."
    }
