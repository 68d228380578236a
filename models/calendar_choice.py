"""The office chooses how a duty's periods are counted; what that would hide is said first and asks for a reason."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from models.calendars import calendar_from
from models.errors import AppError
from models.store import setting_rows

if TYPE_CHECKING:
    from models.desk import Desk

_ADVICE = "Nếu vẫn đổi, hãy ghi lý do; nếu chỉ đổi từ một năm, hãy ghi năm đó."


def choose_calendar(
    desk: Desk, duty_id: str, chosen: str, since: int | None, *, why: str, who: str, at: datetime
) -> str:
    """Count a duty's periods otherwise, from a year on where one is given; return the calendar as it is kept.

    AppError says what the change would hide until a reason is given; PeriodLocked where a locked period would move.
    """
    duty = desk.duty(duty_id)
    calendar = chosen if since is None else calendar_from(desk.calendars()[duty_id], since, chosen)
    hidden = desk.check_calendar(duty_id, calendar)
    if hidden and not why.strip():
        raise AppError("\n".join((*hidden, _ADVICE)))
    with desk.store.change(f"đổi cách tính kỳ của {duty.name}", who=who, at=at, why=why) as change:
        setting_rows.save_calendar(change, duty_id, calendar)
    return calendar
