"""The register of a year's reports: what is due when and to whom, what became of it, whether it went out in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.ad_hoc import AdHocReport, period_of
from models.calendars import FREQUENCY_WORDS, parse_span
from models.desk import Desk
from models.duties import ReportingPeriod
from models.office import Office, addressees_of, office_from
from models.report_life import STATE_WORDS, ReportState, report_state
from models.report_work import Sending, Step
from models.status import Beginning
from models.store import dispatch_rows, register_rows
from models.store.register_rows import Issued

NOT_YET = "Chưa đến kỳ"
BEFORE_THE_STORE = "Trước ngày dùng sổ"
WITHDRAWN = "Không còn yêu cầu"
CLOSED = "Đã khóa số liệu"
COLLECTING, COLLECTED = "Các đơn vị đang gửi", "Hết hạn các đơn vị gửi"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register: a period's report, where it stands, when it was issued and really sent.

    `owed` tells that the office still has to send it; `days_left` are those until the working day to send by, below
    zero those since the last day to send. `in_time` judges the first sending to each recipient, None where none is
    recorded or no day is printed. `issue` is the last one, also where the period was `reopened` since, `earlier` are
    those that it replaced, oldest first. `asked` is the ad hoc report that the line is about.
    """

    period: ReportingPeriod
    to: tuple[str, ...]
    state: ReportState
    words: str
    owed: bool
    days_left: int | None
    symbol: str
    issue: Issued | None
    reopened: bool
    sendings: tuple[Sending, ...]
    in_time: bool | None
    days_late: int
    open_remarks: int
    asked: AdHocReport | None = None
    earlier: tuple[Issued, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """What the store says of all periods at one moment."""

    issued: Mapping[str, tuple[Issued, ...]]
    locked: frozenset[str]
    standing: frozenset[str]
    begun: frozenset[str]
    steps: Mapping[str, tuple[Step, ...]]
    sendings: Mapping[str, tuple[Sending, ...]]
    remarks: Mapping[str, int]
    first_day: date


def register(desk: Desk, year: int, on: date) -> tuple[Entry, ...]:
    """Return every period of a year as it stands on a day, by closing day; withdrawn ad hoc reports are kept in it."""
    with desk.store.snapshot():
        asked = {report.key: report for report in desk.ad_hoc_reports() if report.closing.year == year}
        periods = (*desk.periods(year), *_withdrawn(desk, asked))
        settings, read = desk.settings(), _read(desk)
    entries = []
    for period in sorted(periods, key=lambda period: period.closing):
        office = office_from(desk.plan, settings, period.duty)
        entries.append(_entry(period, office, asked.get(period.duty.id), read, on))
    return tuple(entries)


def _withdrawn(desk: Desk, asked: Mapping[str, AdHocReport]) -> list[ReportingPeriod]:
    calendars, days_off = desk.calendars(), desk.holidays
    return [period_of(report, desk.plan, calendars, days_off) for report in asked.values() if report.withdrawn]


def _read(desk: Desk) -> _Read:
    store = desk.store
    return _Read(
        issued=register_rows.issued(store),
        locked=desk.locked(),
        standing=desk.issued(),
        begun=register_rows.begun(store),
        steps=dispatch_rows.all_standing_steps(store),
        sendings=dispatch_rows.sendings(store),
        remarks=register_rows.open_remarks(store),
        first_day=desk.beginning().day,
    )


def _entry(period: ReportingPeriod, office: Office, asked: AdHocReport | None, read: _Read, on: date) -> Entry:
    key = period.key
    issues, stands = read.issued.get(key, ()), key in read.standing
    issue = issues[-1] if issues else None
    sendings = read.sendings.get(key, ())
    state = report_state(
        begun=key in read.begun,
        steps=read.steps.get(key, ()),
        issue_id=issue.id if issue and stands else None,
        sendings=sendings,
    )
    words, owed = _standing(period, state, asked, read, on)
    late = _days_late(period, sendings)
    return Entry(
        period=period,
        to=addressees_of(office, period.duty) or period.duty.to,
        state=state,
        words=words,
        owed=owed,
        days_left=_days_left(period, on) if owed else None,
        symbol=office.symbol,
        issue=issue,
        reopened=issue is not None and not stands,
        sendings=sendings,
        in_time=None if late is None else late == 0,
        days_late=late or 0,
        open_remarks=read.remarks.get(key, 0),
        asked=asked,
        earlier=issues[:-1],
    )


def _standing(
    period: ReportingPeriod, state: ReportState, asked: AdHocReport | None, read: _Read, on: date
) -> tuple[str, bool]:
    """Return where a report stands in words, and whether it is still owed."""
    if state in (ReportState.ISSUED, ReportState.SENT):
        return STATE_WORDS[state], state is ReportState.ISSUED
    if asked is not None and asked.withdrawn:
        return WITHDRAWN, False
    if period.duty.direction == "incoming":
        return _collecting(period, read, on), False
    if period.replaced_by is not None:
        longer = parse_span(period.replaced_by.rpartition("/")[2])
        return f"Gộp vào báo cáo {FREQUENCY_WORDS[longer.frequency]}", False
    if state is ReportState.NOT_BEGUN and not Beginning(read.first_day).asks_for(period):
        return BEFORE_THE_STORE, False  # figures alone, entered to compare with, make no report owed
    if state is ReportState.NOT_BEGUN and on < period.closing:
        return NOT_YET, True
    return STATE_WORDS[state], True


def _collecting(period: ReportingPeriod, read: _Read, on: date) -> str:
    """Return where the collecting of the units' reports stands; that is no debt of this office."""
    if period.key in read.locked:
        return CLOSED
    if on < period.closing:
        return NOT_YET
    return COLLECTING if period.due is None or on <= period.due else COLLECTED


def _days_left(period: ReportingPeriod, on: date) -> int | None:
    """Return the days until the working day to send by, or those since the last day to send as a negative number."""
    if period.due is None or period.send_by is None:
        return None
    left = (period.send_by - on).days
    return left if left >= 0 else min(0, (period.due - on).days)


def _days_late(period: ReportingPeriod, sendings: tuple[Sending, ...]) -> int | None:
    """Return by how many days the last recipient got the report late; a later correction makes none late."""
    if not sendings or period.due is None:
        return None
    first: dict[str, date] = {}
    for sending in sendings:
        first[sending.recipient] = min(sending.sent_on, first.get(sending.recipient, sending.sent_on))
    return max(0, (max(first.values()) - period.due).days)
