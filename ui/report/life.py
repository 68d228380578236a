"""The life of one report as the window shows it; read and written on the database lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from models.report_life import ReportState
from models.report_work import SENT_BY_WORDS, SentBy, Step
from models.shown import day_text

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.readiness import Obstacle
    from models.report_desk import ReportDesk
    from models.report_work import Remark, Sending


@dataclass(frozen=True, slots=True)
class Life:
    """Where a report stands, what was said of it, and what still stands against issuing it.

    `persons` got or returned drafts before, the last first; `recipients` are those whom it addresses. `sections` are
    the printed sections that a remark may speak of: id, and how it is named.
    """

    period: ReportingPeriod
    state: ReportState
    detail: str
    remarks: tuple[Remark, ...]
    obstacles: tuple[Obstacle, ...]
    persons: tuple[str, ...]
    recipients: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    was_issued: bool = False

    @property
    def open_remarks(self) -> int:
        """Return how many remarks were not answered yet."""
        return sum(not remark.answer.strip() for remark in self.remarks)

    @property
    def grave(self) -> tuple[Obstacle, ...]:
        """Return what has to be mended, or needs a reason, before the report is issued."""
        return tuple(one for one in self.obstacles if one.grave)


@dataclass(frozen=True, slots=True)
class Sent:
    """What the officer says of a sending: to whom, when, how."""

    recipients: tuple[str, ...]
    on: date
    how: SentBy
    note: str = ""


def read_life(period: ReportingPeriod, today: date, desk: Desk) -> Life:
    """Read the life of a period's report."""
    from models.office import addressees_of, office_from
    from models.report_desk import ReportDesk
    from models.store import report_rows

    own = ReportDesk(desk, period)
    office, state = office_from(desk.plan, desk.settings(), period.duty), own.state()
    steps = own.steps()
    signers = (office.signer, *(signer.name for signer in office.signers))
    return Life(
        period=period,
        state=state,
        detail=_detail(own, state, steps),
        remarks=own.remarks(),
        obstacles=_obstacles(desk, period, state, today),
        persons=tuple(dict.fromkeys(name for name in (*(s.person for s in reversed(steps)), *signers) if name)),
        recipients=addressees_of(office, period.duty) or period.duty.to,
        sections=_sections(own),
        was_issued=bool(report_rows.issues(desk.store, period.key)),
    )


def _obstacles(desk: Desk, period: ReportingPeriod, state: ReportState, today: date) -> tuple[Obstacle, ...]:
    from exporters.ready import obstacles

    out = period.duty.direction == "incoming" or state in (ReportState.ISSUED, ReportState.SENT)
    return () if out else obstacles(desk, period, today)


def _sections(own: ReportDesk) -> tuple[tuple[str, str], ...]:
    from exporters.headings import place_of, title_of

    outline = own.outline
    ids = [numbered.heading.id for numbered in outline.numbered()]
    titled = {one: title_of(outline.heading(one), own.period) for one in ids}
    return tuple((one, f"{place_of(outline, one)}. {titled[one]}") for one in ids)


def _detail(own: ReportDesk, state: ReportState, steps: Sequence[Step]) -> str:
    """Say in words, with the day, what happened last."""
    issue = own.standing_issue()
    if issue is not None:
        sent = [one for one in own.sendings() if one.issue_id == issue.id]
        signed = f"Số {issue.number} ngày {day_text(issue.date)}, {issue.signer} ký."
        return f"{signed} {_sent_words(sent)}" if sent else f"{signed} Chưa ghi việc gửi."
    if state is ReportState.SUBMITTED:
        return f"Trình {steps[-1].person} ngày {day_text(steps[-1].on)}.{_noted(steps[-1])}"
    if state is ReportState.RETURNED:
        return f"{steps[-1].person} trả lại ngày {day_text(steps[-1].on)}.{_noted(steps[-1])}"
    return "Chưa viết lời nào của báo cáo." if state is ReportState.NOT_BEGUN else "Chưa trình lãnh đạo."


def _noted(step: Step) -> str:
    return f" {step.note.rstrip('.')}." if step.note else ""


def _sent_words(sent: Sequence[Sending]) -> str:
    days = dict.fromkeys((one.sent_on, one.how) for one in sent)
    parts = []
    for on, how in days:
        names = "; ".join(one.recipient for one in sent if (one.sent_on, one.how) == (on, how))
        parts.append(f"Gửi {names} ngày {day_text(on)}, {SENT_BY_WORDS[how]}.")
    return " ".join(parts)


def take_step(step: Step, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Record that a draft was submitted or returned."""
    from models.report_desk import ReportDesk

    ReportDesk(desk, period).take_step(step, who=who, at=at)


def close(why: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Close the figures of a period."""
    desk.close_period(period, why=why, who=who, at=at)


def record_sending(sent: Sent, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Record to whom the issued report was really sent."""
    from models.errors import AppError
    from models.report_desk import ReportDesk

    if not sent.recipients:
        raise AppError("Hãy chọn hoặc ghi nơi nhận báo cáo.")
    own = ReportDesk(desk, period)
    for recipient in sent.recipients:
        own.sent(recipient, sent.on, sent.how, note=sent.note, who=who, at=at)


def remark(
    section: str, person: str, on: date, text: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime
) -> int:
    """Record what a leader remarked on a draft."""
    from models.report_desk import ReportDesk

    return ReportDesk(desk, period).remark(section, person, on, text, who=who, at=at)


def answer(number: int, text: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Record how a remark was answered."""
    from models.report_desk import ReportDesk

    ReportDesk(desk, period).answer(number, text, who=who, at=at)
