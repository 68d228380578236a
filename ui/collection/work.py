"""What the page Thu thập asks of the lane and of the files' thread; no function here touches a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError

if TYPE_CHECKING:
    from exporters.cover_letter import CoverLetter
    from importers.collection_forms import ReceivedFile
    from models.collecting import FormSheet
    from models.collecting_desk import Received, Standing
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.store.collection_rows import CollectionForm


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which forms are to be made: of all units or of some, until when they answer, and who takes them in."""

    period: ReportingPeriod
    units: tuple[str, ...] | None
    answer_by: date
    contact: str


@dataclass(frozen=True, slots=True)
class FilesRead:
    """Files that came back: those that are forms, and why the others are none."""

    forms: tuple[ReceivedFile, ...]
    refused: tuple[str, ...]


def read_standing(period: ReportingPeriod, on: date, desk: Desk) -> tuple[Standing, str]:
    """Read how the collecting stands, and who takes forms in."""
    from models.collecting_desk import contact_of, standing

    return standing(desk, period, on), contact_of(desk)


def prepare(wanted: Wanted, at: datetime, desk: Desk) -> tuple[FormSheet, ...]:
    """Put together what stands on each form."""
    from models.collecting_desk import prepare

    return prepare(desk, wanted.period, wanted.units, answer_by=wanted.answer_by, contact=wanted.contact, at=at)


def write_form(sheet: FormSheet, folder: Path, at: datetime) -> Path:
    """Write one form into a folder; nothing is written over."""
    from exporters.collection_form import write_form

    return write_form(sheet, folder, at)


def record_made(sheets: Sequence[FormSheet], desk: Desk, who: str, at: datetime) -> None:
    """Record the forms that were written."""
    from models.collecting_desk import record_made

    record_made(desk, sheets, who=who, at=at)


def read_files(paths: Sequence[Path]) -> FilesRead:
    """Read the files that came back; one that is no form does not stop the others."""
    from importers.collection_forms import read_form

    forms, refused = [], []
    for path in paths:
        try:
            forms.append(read_form(path))
        except AppError as error:
            refused.append(error.sentence)
    return FilesRead(tuple(forms), tuple(refused))


def examine(file: ReceivedFile, period: ReportingPeriod, desk: Desk) -> Received:
    """Hold a form against the store."""
    from models.collecting_desk import examine

    return examine(desk, file.answers, file.name, file.content, period)


def take_in(received: Received, accepted: frozenset[tuple[str, str]], desk: Desk, who: str, at: datetime) -> int:
    """Record what was accepted of a form, and keep its file."""
    from models.collecting_desk import take_in

    return take_in(desk, received, accepted, who=who, at=at)


def letters(
    period: ReportingPeriod, forms: Sequence[CollectionForm], contact: str, at: datetime, desk: Desk
) -> tuple[CoverLetter, ...]:
    """Write the reminder of each unit, its form enclosed."""
    from exporters.collection_letter import reminder_letter
    from models.collecting_desk import again
    from models.mail_settings import mail_settings

    mail = mail_settings(desk.settings())
    return tuple(reminder_letter(again(desk, period, form, contact), mail, at) for form in forms)


def remind(forms: Sequence[CollectionForm], desk: Desk, who: str, at: datetime) -> None:
    """Record that units were reminded."""
    from models.collecting_desk import remind

    remind(desk, forms, who=who, at=at)


def lay_letters(covers: Sequence[CoverLetter], folder: Path) -> None:
    """Write letters and their forms into a folder, to be opened or sent by other means."""
    from exporters.email_draft import email_draft
    from exporters.issue import write_bytes

    for cover in covers:
        write_bytes(folder, cover.name, email_draft(cover.letter))
        for file in cover.letter.files:
            write_bytes(folder, file.name, file.content)
