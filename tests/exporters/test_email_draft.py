"""An .eml as Python's own parser reads it: subject, addresses, text and files as they went in."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.email_draft import Letter, email_draft, size_of, size_sentences, size_words
from exporters.named_files import NamedFile

SUBJECT = "Báo cáo số 05/BC-UBND ngày 04/11/2026 về kết quả thực hiện Kế hoạch triển khai Nghị quyết số 57-NQ/TW"
FILES = (
    NamedFile("bao-cao.docx", "docx", bytes(range(256)) * 9),
    NamedFile("bao-cao.pdf", "pdf", b"%PDF \r\n.\r\n--=_so57_\n"),
    NamedFile("bao-cao.xlsx", "xlsx", b""),
    NamedFile("khac.bin", "bin", b"\x00"),
)
LETTER = Letter("vp@xa.vn", ("a@tinh.vn", "b@xa.vn"), SUBJECT, "Kính gửi: Đảng ủy\n\nTrân trọng./.\n", FILES)


def read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)


def test_a_mail_program_opens_it_for_writing() -> None:
    message = read(email_draft(LETTER))
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == SUBJECT
    assert [one.addr_spec for one in message["To"].addresses] == ["a@tinh.vn", "b@xa.vn"]
    assert message["From"] == "vp@xa.vn"
    assert (message["Date"], message["Message-ID"], message.defects) == (None, None, [])


def test_text_and_files_come_out_as_they_went_in() -> None:
    message = read(email_draft(LETTER))
    body = message.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == LETTER.text
    found = list(message.iter_attachments())
    assert [(one.get_filename(), one.get_payload(decode=True)) for one in found] == [
        (file.name, file.content) for file in FILES
    ]
    assert [one.get_content_subtype().rpartition(".")[2] for one in found] == [
        "document",
        "pdf",
        "sheet",
        "octet-stream",
    ]


def test_without_addresses_and_files_it_is_a_plain_letter() -> None:
    message = read(email_draft(Letter("", (), "Chào", "Kính gửi\n")))
    assert (message["To"], message["From"], message.get_content_type()) == (None, None, "text/plain")


def test_the_same_letter_gives_the_same_bytes_in_short_lines() -> None:
    content = email_draft(LETTER)
    assert content == email_draft(LETTER)
    assert all(line.isascii() and len(line) <= 998 and b"\n" not in line for line in content.split(b"\r\n"))
    assert content.count(b"--=_so57_") == len(FILES) + 2


WORDS = st.sampled_from([*SUBJECT.split(), "A", "=?utf-8?q?a?=", '"x"', "_", "?", "=", "đ" * 80])


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_no_subject_loses_a_letter_or_a_space(subject: str) -> None:
    content = email_draft(Letter("", (), subject, "x\n"))
    assert read(content)["Subject"] == subject
    assert max(len(line) for line in content.split(b"\r\n")) <= 78


def test_a_line_break_in_a_subject_makes_no_new_head() -> None:
    message = read(email_draft(Letter("", (), "Chào\r\nBcc: x@y.vn", "x\n")))
    assert (message["Subject"], message["Bcc"]) == ("Chào Bcc: x@y.vn", None)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 KB"), (1_499, "1 KB"), (349_600, "350 KB"), (1_000_000, "1 MB"), (1_249_999, "1,2 MB")],
)
def test_sizes_as_officers_read_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_the_size_is_that_of_what_travels_and_a_large_letter_is_warned_of() -> None:
    letter = Letter("", (), "Chào", "x\n", (NamedFile("a.pdf", "pdf", bytes(800_000)),))
    assert 1.36 < size_of(letter) / 800_000 < 1.38
    assert size_sentences(letter, 2) == ("Thư kèm 1 tệp, khoảng 1,1 MB.",)
    assert size_sentences(letter, 1)[1].startswith("Thư lớn hơn giới hạn 1 MB")
