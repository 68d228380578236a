"""The leaders' copy of a draft: a summary on one page, the report, and its appendices with the column Giải trình."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exporters.document import Document, Section, Table
from exporters.explanations import explanations, with_explanations
from exporters.leaders_summary import summary_section
from exporters.nd30 import DRAFT_TAIL
from exporters.report import report_document
from models.report_work import Remark
from models.reports import Report

LEADERS_TAIL = "_trinh-lanh-dao"


def leaders_document(report: Report, remarks: Sequence[Remark] = ()) -> Document:
    """Lay out what the leaders get before the report is issued; it is never issued itself.

    `remarks` are what they said of an earlier draft; those not answered yet stand in the summary.
    """
    document = report_document(report)
    texts = explanations(report)
    text, *appendices = document.sections
    explained = (_explained(section, texts) for section in appendices)
    return replace(
        document,
        title=f"{document.title} (bản trình lãnh đạo)",
        stem=document.stem.removesuffix(DRAFT_TAIL) + LEADERS_TAIL,
        sections=(summary_section(report, remarks), text, *explained),
    )


def _explained(section: Section, texts: dict[str, str]) -> Section:
    blocks = (with_explanations(block, texts) if isinstance(block, Table) else block for block in section.blocks)
    return replace(section, blocks=tuple(blocks))
