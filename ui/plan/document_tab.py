"""Văn bản: the document that issued the plan, as it was taken into the store, and the way to the letterhead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTextBrowser

from models.plans import Correction, Plan
from ui.plan.tab import PlanTab
from ui.session import Session

if TYPE_CHECKING:
    from models.desk import Desk

HOW = (
    "Kế hoạch như đã nhận vào sổ, chỉ để đọc. Cơ quan, ký hiệu, người ký, nơi nhận của báo cáo thì sửa ở “Khuôn văn "
    "bản…”."
)
BLANK = "(kế hoạch để trống)"


class DocumentTab(PlanTab):
    """The document, read only."""

    frame_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, HOW)
        self.frame = self.tool("&Khuôn văn bản…", self.frame_asked.emit)
        self.tools.addStretch(1)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("Văn bản của kế hoạch")
        self.body.addWidget(self.text, 1)

    def read(self) -> Callable[[Desk], Plan]:
        """Read the plan."""
        return _plan

    def show_read(self, read: Plan) -> None:
        """Show the document."""
        self.text.setHtml("".join(document_html(read)))


def _plan(desk: Desk) -> Plan:
    return desk.plan


def document_html(plan: Plan) -> Iterator[str]:
    """Yield the document's parts as paragraphs and lists."""
    document = plan.document
    number = f"Số {written(document.number)}, ngày {written(document.date)}"
    yield f"<h3>{escape(document.title or BLANK)}</h3>"
    yield "<table cellspacing='0' cellpadding='3'>"
    for name, words in (
        ("Số, ngày", number),
        ("Cơ quan ban hành", plan.issuer),
        ("Xã, tỉnh", ", ".join(part for part in (plan.commune, plan.province) if part)),
        ("Người ký", ", ".join(part for part in (document.signer, document.position) if part)),
        ("Các mốc", ", ".join(str(year) for year in plan.milestones)),
        ("Số dòng", f"{len(plan.indicators())} chỉ tiêu, {len(plan.tasks())} nhiệm vụ"),
    ):
        yield f"<tr><td><b>{name}</b>&nbsp;&nbsp;</td><td>{escape(words or BLANK)}</td></tr>"
    yield "</table>"
    yield from _list("Nơi nhận", document.recipients)
    yield from _list("Căn cứ", document.legal_bases)
    yield from _list("Ghi chú của phụ lục", document.appendix_notes)
    yield from _list("Chỗ đã sửa khi gõ lại văn bản quét", [_correction(one) for one in plan.corrections])


def written(words: str) -> str:
    """Return a number or day with a mark where the plan left room to write by hand: …/KH-UBND."""
    return f"…{words}" if not words or words.startswith("/") else words


def _list(title: str, items: Sequence[str]) -> Iterator[str]:
    """Yield a titled list, nothing where it is empty."""
    if items:
        yield f"<p><b>{title}</b></p><ul>"
        yield from (f"<li>{escape(item)}</li>" for item in items)
        yield "</ul>"


def _correction(one: Correction) -> str:
    return f"{one.where}: in “{one.printed}”, dùng “{one.used}” vì {one.why}"
