"""Collection forms of an open store: made for units, taken in with one undo for the whole, units reminded."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from models.collecting import (
    TAKABLE,
    Answers,
    AskedRow,
    FormSheet,
    Proposal,
    asked_of_units,
    compare,
    lines_by_key,
    lines_of,
)
from models.collection_fields import present_of
from models.duties import ReportingPeriod
from models.errors import AppError, BadFile, NotFound
from models.reports import Report
from models.shown import day_text
from models.store import archive, collection_rows, setting_rows
from models.store.archive import KeptFile
from models.store.collection_rows import CollectionForm
from models.text import fold, one_line

if TYPE_CHECKING:
    from models.desk import Desk
    from models.store.transaction import Change

_FORM_ID = 16


class FormState(StrEnum):
    """How far the form of a unit has come."""

    NOT_MADE = "not_made"
    WAITING = "waiting"
    LATE = "late"
    RECEIVED = "received"


STATE_WORDS = {
    FormState.NOT_MADE: "Chưa lập phiếu",
    FormState.WAITING: "Chờ đơn vị gửi",
    FormState.LATE: "Quá hạn chưa gửi",
    FormState.RECEIVED: "Đã nhận",
}


@dataclass(frozen=True, slots=True)
class UnitStanding:
    """A unit in a period: how many rows are asked of it, how many still lack a figure, and its newest form."""

    unit: str
    asked: int
    missing: int
    state: FormState
    form: CollectionForm | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """All units of a period, and whether anything can still be taken in."""

    period: ReportingPeriod
    units: tuple[UnitStanding, ...]
    locked: bool

    @property
    def words(self) -> str:
        """Say how many units have sent theirs: 9/12 đơn vị đã gửi."""
        made = [own for own in self.units if own.state is not FormState.NOT_MADE]
        received = sum(own.state is FormState.RECEIVED for own in made)
        return f"{received}/{len(made)} đơn vị đã gửi" if made else ""


@dataclass(frozen=True, slots=True)
class Received:
    """A form that came back, held against the store; `told` are sentences to be read before anything is accepted."""

    form: CollectionForm
    period: ReportingPeriod
    proposals: tuple[Proposal, ...]
    told: tuple[str, ...]
    name: str
    filled_by: str
    content: bytes = field(repr=False)


def standing(desk: Desk, period: ReportingPeriod, on: date) -> Standing:
    """Return how the collecting of a period stands on a day."""
    with desk.store.snapshot():
        newest = _newest(collection_rows.forms(desk.store, period.key))
        locked = period.key in desk.locked()
    asked = asked_of_units(desk.report(period))
    units = dict.fromkeys((*asked, *newest))
    return Standing(period, tuple(_unit(unit, asked.get(unit, ()), newest.get(unit), on) for unit in units), locked)


def _newest(forms: Iterable[CollectionForm]) -> dict[str, CollectionForm]:
    """Return one form a unit: the last that came back, else the last that was made."""
    found: dict[str, CollectionForm] = {}
    for form in forms:
        known = found.get(form.unit)
        if known is None or form.received_on is not None or known.received_on is None:
            found[form.unit] = form
    return found


def _unit(unit: str, rows: Sequence[AskedRow], form: CollectionForm | None, on: date) -> UnitStanding:
    if form is None:
        state = FormState.NOT_MADE
    elif form.received_on is not None:
        state = FormState.RECEIVED
    else:
        state = FormState.LATE if form.answer_by is not None and form.answer_by < on else FormState.WAITING
    return UnitStanding(unit, len(rows), sum(row.is_missing for row in rows), state, form)


def proposed_answer_by(period: ReportingPeriod, on: date) -> date:
    """Return the day by which units had best answer: a working day before the report goes out, never a past one."""
    last = period.holidays.previous_working_day(period.send_by) if period.send_by else period.closing
    return max(last, on)


# --- out


def prepare(
    desk: Desk,
    period: ReportingPeriod,
    units: Sequence[str] | None = None,
    *,
    answer_by: date | None,
    contact: str,
    at: datetime,
) -> tuple[FormSheet, ...]:
    """Return a form for each unit, or for those named; nothing is recorded before the files are written."""
    desk.check_open(period)
    report = desk.report(period)
    asked = asked_of_units(report)
    if not asked:
        raise AppError(f"Kỳ {period.span.short()} không có chỉ tiêu, nhiệm vụ nào có đơn vị chủ trì để lập phiếu.")
    wanted = tuple(asked) if units is None else tuple(_unit_named(asked, name) for name in units)
    return tuple(
        _sheet(report, unit, asked[unit], _new_id(period, unit, at), answer_by, contact)
        for unit in dict.fromkeys(wanted)
    )


def again(desk: Desk, period: ReportingPeriod, form: CollectionForm, contact: str) -> FormSheet:
    """Return a form that was made before with its present values, to be sent once more under its own id."""
    report = desk.report(period)
    rows = (row for row in asked_of_units(report).get(form.unit, ()) if row.key in form.asked)
    return _sheet(report, form.unit, tuple(rows), form.form_id, form.answer_by, contact)


def _sheet(
    report: Report, unit: str, rows: tuple[AskedRow, ...], form_id: str, answer_by: date | None, contact: str
) -> FormSheet:
    return FormSheet(
        form_id=form_id,
        plan=report.plan,
        office=report.office,
        period=report.period,
        unit=unit,
        answer_by=answer_by,
        contact=one_line(contact),
        rows=rows,
        sample=report.sample,
    )


def _unit_named(asked: Iterable[str], name: str) -> str:
    found = next((unit for unit in asked if fold(unit) == fold(one_line(name))), None)
    if found is None:
        raise NotFound(f"Kỳ này không hỏi gì “{one_line(name)}”. Các đơn vị được hỏi: {'; '.join(asked)}.")
    return found


def _new_id(period: ReportingPeriod, unit: str, at: datetime) -> str:
    """Return an id that no other form has: the same unit is asked once at one moment."""
    return hashlib.sha256(f"{period.key}\n{unit}\n{at.isoformat()}".encode()).hexdigest()[:_FORM_ID]


def record_made(desk: Desk, sheets: Sequence[FormSheet], *, who: str, at: datetime) -> None:
    """Record the forms whose files were written."""
    period = sheets[0].period
    whom = sheets[0].unit if len(sheets) == 1 else f"{len(sheets)} đơn vị"
    label = f"lập phiếu thu thập {period.span.short()} cho {whom}"
    with desk.store.change(label, who=who, at=at) as change:
        for sheet in sheets:
            asked = {row.key: row.present for row in sheet.rows}
            made = CollectionForm(sheet.form_id, period.key, sheet.unit, at.date(), asked, sheet.answer_by)
            collection_rows.add(change, made)


def remind(desk: Desk, forms: Sequence[CollectionForm], *, who: str, at: datetime) -> None:
    """Record that units were reminded of their forms."""
    whom = forms[0].unit if len(forms) == 1 else f"{len(forms)} đơn vị"
    with desk.store.change(f"đôn đốc {whom} gửi phiếu", who=who, at=at) as change:
        for form in forms:
            collection_rows.mark_reminded(change, form.form_id, at.date())


def contact_of(desk: Desk) -> str:
    """Return who takes the forms in until the officer says otherwise."""
    return setting_rows.officer(desk.store)


# --- in


def examine(desk: Desk, answers: Answers, name: str, content: bytes, period: ReportingPeriod | None = None) -> Received:
    """Hold a form that came back against the store; one of another plan, period or store is refused."""
    form = _known_form(desk, answers, name)
    own = desk.period(form.period_key)
    if period is not None and own.key != period.key:
        raise BadFile(
            f"Tệp “{name}” là phiếu {own.span.words()} của {form.unit}, không phải kỳ đang mở. "
            f"Hãy chọn kỳ {own.span.short()} rồi nhận lại."
        )
    desk.check_open(own)
    proposals = compare(desk.report(own), form.asked, answers)
    told = (*_received_before(form, content), *answers.told, *_left_out(form, answers))
    return Received(form, own, proposals, told, name, answers.filled_by, content)


def _known_form(desk: Desk, answers: Answers, name: str) -> CollectionForm:
    if answers.plan_id != desk.plan.id:
        raise BadFile(f"Tệp “{name}” là phiếu của kế hoạch khác. Hãy mở sổ của kế hoạch đó rồi nhận phiếu.")
    form = collection_rows.form(desk.store, answers.form_id)
    if form is None:
        raise BadFile(
            f"Tệp “{name}” là phiếu mà sổ này không lập, hoặc việc lập phiếu đã được hoàn tác. "
            "Hãy lập phiếu mới cho đơn vị, hoặc mở đúng sổ đã lập phiếu."
        )
    if (form.period_key, form.unit) != (answers.period_key, answers.unit):
        raise BadFile(
            f"Tệp “{name}” có phần ẩn đã bị sửa: phiếu lập cho {form.unit} nay ghi đơn vị hoặc kỳ khác. "
            "Hãy gửi lại phiếu gốc cho đơn vị điền."
        )
    return form


def _received_before(form: CollectionForm, content: bytes) -> tuple[str, ...]:
    if form.received_on is None:
        return ()
    same = form.received is not None and form.received.sha256 == hashlib.sha256(content).hexdigest()
    what = "Chính tệp này" if same else "Phiếu này (một bản khác)"
    return (f"{what} đã nhận ngày {day_text(form.received_on)}.",)


def _left_out(form: CollectionForm, answers: Answers) -> tuple[str, ...]:
    gone = sum(key not in answers.cells for key in form.asked)
    strange = sum(key not in form.asked for key in answers.cells)
    told = (f"{gone} dòng đã bị xóa khỏi phiếu nên coi như chưa trả lời.",) if gone else ()
    return (*told, f"{strange} dòng không có trong phiếu đã lập nên không đọc.") if strange else told


def take_in(desk: Desk, received: Received, accepted: Collection[tuple[str, str]], *, who: str, at: datetime) -> int:
    """Record what the officer accepted, keep the file, and return how many rows were recorded; all is one change."""
    form = received.form
    _check_unchanged(desk, received, accepted)
    lines = lines_of(received.proposals, accepted)
    count = f"{len(lines)} dòng" if lines else "không ghi dòng nào"
    kept = archive.keep(archive.files_folder(desk.store.path), received.content)
    mark = partial(_mark, form.form_id, at.date(), received, kept)
    label = f"nhận phiếu của {form.unit}: {count}"
    return desk.record(received.period, lines, who=who, at=at, origin="form", label=label, also=mark)


def _mark(form_id: str, on: date, received: Received, kept: KeptFile, change: Change) -> None:
    collection_rows.mark_received(change, form_id, on, received.name, received.filled_by, kept)


def _check_unchanged(desk: Desk, received: Received, accepted: Collection[tuple[str, str]]) -> None:
    """Refuse what was accepted beside a present value that is no longer the present one."""
    lines = lines_by_key(desk.report(received.period))
    for proposal in received.proposals:
        if proposal.id not in accepted or proposal.kind not in TAKABLE:
            continue
        line = lines.get(proposal.key)
        if line is None or present_of(line).get(proposal.what, "") != proposal.present:
            raise AppError(
                f"Dòng {proposal.label} vừa được sửa trong sổ nên chưa ghi gì. Hãy nhận lại phiếu để so sánh lại."
            )
