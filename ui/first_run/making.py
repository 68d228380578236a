"""What the officer says of a new store, and the making of it on the lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exporters.document import Document
    from models.plans import Plan
    from models.store.connection import Store

CALENDAR, DECREE = "calendar", "decree"


@dataclass(frozen=True, slots=True)
class NewStore:
    """A store to be made; `frame` and `calendars` hold only what differs from what the plan brings along."""

    path: Path
    plan: Plan
    officer: str = ""
    frame: Mapping[str, str] = field(default_factory=dict)
    calendars: Mapping[str, str] = field(default_factory=dict)

    def settings(self) -> dict[str, str]:
        """Return what is set as the store keeps it."""
        from models.frame_settings import clean, frame_prefix

        prefix = frame_prefix(None)
        return {prefix + name: clean(name, text) for name, text in self.frame.items()}


def make_store(new: NewStore, user: str, at: datetime) -> Store:
    """Make the store with all that was said of it; where something is refused, no file is left behind."""
    from models.store.connection import Store

    who = new.officer or user
    store = Store.create(new.path, new.plan, who=who, at=at)
    try:
        _set_up(store, new, who, at)
    except BaseException:
        store.close()
        new.path.unlink(missing_ok=True)
        raise
    return store


def _set_up(store: Store, new: NewStore, who: str, at: datetime) -> None:
    from models.desk import Desk
    from models.frame_settings import change_frame
    from models.store import setting_rows

    if new.frame:
        change_frame(Desk(store), new.frame, who=who, at=at)
    if not new.officer and not new.calendars:
        return
    with store.change("ghi tên cán bộ và cách tính kỳ báo cáo", who=who, at=at) as change:
        if new.officer:
            setting_rows.save_setting(change, setting_rows.OFFICER, new.officer)
        for duty, calendar in new.calendars.items():
            setting_rows.save_calendar(change, duty, calendar)


def frame_picture(new: NewStore, today: date) -> Document:
    """Return the page that shows the frame of the plan's first report upward."""
    from exporters.frame_page import frame_document
    from exporters.period_words import summary_lines
    from models.calendars import holidays
    from models.duties import periods_of_year
    from models.office import office_from

    upward = [duty for duty in new.plan.duties if duty.direction == "outgoing"] or list(new.plan.duties)
    periods = periods_of_year(upward[:1], today.year, new.calendars, holidays())
    period = next((own for own in periods if own.closing >= today), periods[-1])
    office = office_from(new.plan, new.settings(), period.duty)
    return frame_document(office, period.duty, period.month_of_signing, summary_lines(period))
