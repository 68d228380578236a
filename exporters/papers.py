"""How a report cites documents: their kind by their symbol, number, day, what they are about."""

from __future__ import annotations

import re
from datetime import date

from models.facts import Paper
from models.shown import day_text

KINDS = ("Kế hoạch", "Quyết định", "Quy chế", "Quy định", "Công văn", "Báo cáo", "Văn bản")
SYMBOLS = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "BC": "Báo cáo",
    "UBND": "Công văn",
    "CV": "Công văn",
    "TB": "Thông báo",
    "TTr": "Tờ trình",
    "HD": "Hướng dẫn",
    "QC": "Quy chế",
    "CTr": "Chương trình",
    "BB": "Biên bản",
}
BODIES = {
    "UBND": "UBND",
    "HĐND": "HĐND",
    "ĐU": "Đảng ủy",
    "BCH": "Đảng ủy",
    "BTV": "Ban Thường vụ Đảng ủy",
    "BCĐ": "Ban Chỉ đạo",
    "MTTQ": "Ủy ban MTTQ Việt Nam",
}
"""The bodies of a commune that issue papers, by their symbol: 15-NQ/ĐU, 215/KH-UBND, 94/CV-MTTQ."""
ENACTING = ("về ", "ban hành ", "kết luận ", "phê duyệt ")
"""How a subject begins that is not joined by `về`."""
SAYING_NOTHING = ("triển khai", "thực hiện", "công tác", "của ", "cấp ", "ubnd", "năm ", "hằng năm", "hàng năm")
"""How the printed name of a deliverable goes on that tells no subject: Kế hoạch triển khai, Kế hoạch của UBND xã."""
MOST_WORDS = 16


def document_kind(number: str, wanted: str = "") -> str:
    """Return what kind of paper a number names by its symbol, else what was wanted of it."""
    before, _, after = number.partition("/")
    symbols = (before.partition("-")[2], after.split("-")[0].split("/")[-1])  # 24-KH/ĐU of the Party, 24/KH-UBND
    for symbol in symbols:
        if symbol in SYMBOLS:
            return SYMBOLS[symbol]
    return next((kind for kind in KINDS if wanted.startswith(kind)), "Văn bản")


def issuing_body(number: str) -> str:
    """Return which body of the commune issued a paper, by its symbol; empty where that does not tell."""
    symbol = re.split(r"[/-]", number.partition("/")[2])
    return next((BODIES[part] for part in symbol if part in BODIES), "")


def document_cited(number: str, day: date | None, wanted: str = "") -> str:
    """Return `Kế hoạch số 215/KH-UBND ngày 12/10/2026`."""
    return f"{document_kind(number, wanted)} số {number}" + (f" ngày {day_text(day)}" if day else "")


def subject_printed(kind: str, deliverable: str) -> str:
    """Return what a paper is about where the plan prints its short name: `về tuyên truyền`, `ban hành quy chế`.

    Empty where the plan prints only a kind, other papers too, or words that say no more than that it was to be made.
    """
    tail = deliverable.strip().rstrip(".").removeprefix(kind)
    words = tail.split()
    plain = tail.startswith(" ") and not re.search(r"[,;/\n]", tail) and len(words) <= MOST_WORDS
    if not deliverable.startswith(kind) or not plain or " ".join(words).lower().startswith(SAYING_NOTHING):
        return ""
    about = " ".join(words)
    return about if about.lower().startswith(ENACTING) or " về " in about else f"về {about}"


def paper_cited(paper: Paper) -> str:
    """Return a document with what it is about; one without a number is told by its day and subject only."""
    about = paper.about.strip().rstrip(".")
    if not paper.number:
        day = f" ngày {day_text(paper.day)}" if paper.day else ""
        return f"văn bản{day} về {about}" if about else f"văn bản{day}"
    cited = document_cited(paper.number, paper.day)
    joined = "" if about.lower().startswith(ENACTING) else "về "
    return f"{cited} {joined}{about}" if about else cited
