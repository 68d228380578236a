"""How a report cites documents: their kind by their symbol, number, day, what they are about."""

from __future__ import annotations

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


def document_kind(number: str, wanted: str = "") -> str:
    """Return what kind of paper a number names by its symbol, else what was wanted of it."""
    before, _, after = number.partition("/")
    symbols = (before.partition("-")[2], after.split("-")[0].split("/")[-1])  # 24-KH/ĐU of the Party, 24/KH-UBND
    for symbol in symbols:
        if symbol in SYMBOLS:
            return SYMBOLS[symbol]
    return next((kind for kind in KINDS if wanted.startswith(kind)), "Văn bản")


def document_cited(number: str, day: date | None, wanted: str = "") -> str:
    """Return `Kế hoạch số 215/KH-UBND ngày 12/10/2026`."""
    return f"{document_kind(number, wanted)} số {number}" + (f" ngày {day_text(day)}" if day else "")


def paper_cited(paper: Paper) -> str:
    """Return a document with what it is about; one without a number is told by its day and subject only."""
    about = paper.about.strip().rstrip(".")
    if not paper.number:
        day = f" ngày {day_text(paper.day)}" if paper.day else ""
        return f"văn bản{day} về {about}" if about else f"văn bản{day}"
    cited = document_cited(paper.number, paper.day)
    return f"{cited} {about if about.startswith(('về ', 'Về ')) else f'về {about}'}" if about else cited
