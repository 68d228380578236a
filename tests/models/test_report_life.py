"""Where a report stands on its way."""

from datetime import date

import pytest

from models.report_life import STATE_WORDS, ReportState, report_state
from models.report_work import Sending, Step

ON = date(2026, 11, 2)
SUBMITTED, RETURNED = Step("submitted", ON, "Chủ tịch"), Step("returned", ON, "Chủ tịch")
SENT = Sending(1, "UBND tỉnh", ON, "email")


@pytest.mark.parametrize(
    ("begun", "steps", "issue_id", "sendings", "state"),
    [
        (False, (), None, (), ReportState.NOT_BEGUN),
        (True, (), None, (), ReportState.DRAFT),
        (False, (SUBMITTED,), None, (), ReportState.SUBMITTED),
        (True, (SUBMITTED, RETURNED), None, (), ReportState.RETURNED),
        (True, (SUBMITTED, RETURNED, SUBMITTED), None, (), ReportState.SUBMITTED),
        (True, (SUBMITTED,), 1, (), ReportState.ISSUED),
        (True, (SUBMITTED,), 1, (SENT,), ReportState.SENT),
        (True, (), 2, (SENT,), ReportState.ISSUED),
        (True, (), None, (SENT,), ReportState.DRAFT),
    ],
)
def test_state(
    begun: bool, steps: tuple[Step, ...], issue_id: int | None, sendings: tuple[Sending, ...], state: ReportState
) -> None:
    assert report_state(begun=begun, steps=steps, issue_id=issue_id, sendings=sendings) is state


def test_every_state_has_its_words() -> None:
    assert set(STATE_WORDS) == set(ReportState)
    assert len(set(STATE_WORDS.values())) == len(ReportState)
