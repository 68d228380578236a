"""Where a report stands on its way: not begun, draft, submitted, returned, issued, sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from models.report_work import Sending, Step


class ReportState(StrEnum):
    """The steps of a report (dự thảo → trình → phát hành → gửi)."""

    NOT_BEGUN = "not_begun"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ISSUED = "issued"
    SENT = "sent"


STATE_WORDS: Mapping[ReportState, str] = {
    ReportState.NOT_BEGUN: "Chưa lập",
    ReportState.DRAFT: "Đang dự thảo",
    ReportState.SUBMITTED: "Đã trình",
    ReportState.RETURNED: "Trả lại để sửa",
    ReportState.ISSUED: "Đã phát hành, chưa gửi",
    ReportState.SENT: "Đã gửi",
}


def report_state(
    *, begun: bool, steps: Sequence[Step], issue_id: int | None, sendings: Sequence[Sending]
) -> ReportState:
    """Judge a report; `issue_id` is the standing issue (None after reopening), whose sendings alone count.

    `begun` tells whether there is a draft: words, or an issue that was reopened. `steps` are those of this draft.
    """
    if issue_id is not None:
        sent = any(sending.issue_id == issue_id for sending in sendings)
        return ReportState.SENT if sent else ReportState.ISSUED
    if steps:
        return ReportState.SUBMITTED if steps[-1].kind == "submitted" else ReportState.RETURNED
    return ReportState.DRAFT if begun else ReportState.NOT_BEGUN
