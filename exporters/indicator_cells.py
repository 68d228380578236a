"""The cells of an indicator's row: the plan's words, the figures with their sources, the judgement, the notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from exporters.amounts import target_with_unit, with_unit
from exporters.appendix_layouts import ENDED, JOINED, Field
from exporters.appendix_rows import PrintedRow, Standing
from exporters.document import Cell, Source
from exporters.papers import paper_cited
from exporters.prose import sentences
from models.actuals import Actual
from models.evaluation import Evaluation
from models.numbers import format_number, round_half_up
from models.parts import Parts
from models.plans import IndicatorRow
from models.printed_rows import NOT_COME
from models.reports import IndicatorLine
from models.shown import NOT_REACHED, REACHED, figure_text, places_of, shown_value

SHARE_PLACES = 1
ASSIGNED = "(do UBND xã phân công)"
LONGEST_RESULT = 24  # letters; longer words would make a narrow column of a dozen lines


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the periods whose figures a row shows, and what the heads say for all rows.

    `common_target`: the milestone; `years_in_sections`: the sections name it; `leads_assigned`: by the office.
    """

    period: str
    before: str
    year_before: str
    common_target: bool
    years_in_sections: bool
    leads_assigned: bool


def cell_of(field: Field, shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    """Return the cell of one column."""
    return _CELLS[field](shown, line, keys)


def _number(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    return Cell(shown.row.number, align="center")


def _name(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    return Cell(shown.row.name)


def _unit(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    return Cell(shown.row.unit, align="center")


def _lead(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    return Cell(line.lead if keys.leads_assigned else lead_text(shown.row.lead, line.lead))


def lead_text(printed: str, assigned: str) -> str:
    """Return the plan's lead, or the one that the office assigned, which is never given as the plan's."""
    return printed or (f"{assigned} {ASSIGNED}" if assigned else "")


def _target(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    row = shown.row
    if keys.years_in_sections:
        text = "\n".join(words for words in row.targets.values() if not _is_name(row, words))
        annual = line.evaluation.annual if shown.standing is Standing.IN_FORCE else None
        text += f"\n{_of_year(annual.printed, annual.year)}" if annual else ""
    else:
        text = _target_text(line.evaluation, row, keys.common_target)
    return Cell(text, align="center")


def _is_name(row: IndicatorRow, words: str) -> bool:
    """Tell whether a target only repeats the row's own words, as prose without a figure does."""
    return words.lower().rstrip(" .;") == row.name.lower().rstrip(" .;")


def _target_text(evaluation: Evaluation, row: IndicatorRow, common: bool) -> str:
    """Return the target in force as printed; the year stands with it where it is not that of the head."""
    if evaluation.milestone is None:
        return _of_year(row.targets[first], first) if (first := min(row.targets, default=None)) else ""
    printed = printed_target(row, evaluation)
    if _is_name(row, printed):
        return ""
    return printed if common and evaluation.verdict not in ENDED else _of_year(printed, evaluation.milestone)


def printed_target(row: IndicatorRow, evaluation: Evaluation) -> str:
    """Return the words of the target in force: those of the decision that set one for the year, else the plan's."""
    if evaluation.annual is not None:
        return evaluation.annual.printed
    return row.targets.get(evaluation.milestone or 0, "")


def _of_year(printed: str, year: int) -> str:
    """Return a target with its year, which a line break must not take apart."""
    return f"{printed} (năm{JOINED}{year})"


def result_text(row: IndicatorRow, figure: Actual | None) -> str:
    """Return what stands under Kết quả: the figure, or the judgement where the words are long and stand in Ghi chú."""
    text = figure_text(row, figure)
    if figure is None or figure.reached is None or len(text) <= LONGEST_RESULT:
        return text
    return REACHED if figure.reached else NOT_REACHED


def _before(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    return _figure(shown, line, line.previous, keys.before)


def _year_before(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    return _figure(shown, line, line.year_before, keys.year_before)


def _current(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    judged = shown.judged
    if shown.standing is not Standing.PASSED or judged is None or judged.amount is None or shown.year is None:
        return _figure(shown, line, line.current, keys.period)
    number = format_number(judged.amount, places_of(line.row))
    return Cell(_of_year(number, shown.year), align="center", auto=True)


def _figure(shown: PrintedRow, line: IndicatorLine, figure: Actual | None, period: str) -> Cell:
    """Return a figure of the row in force; the rows of other milestones have none of this period."""
    if shown.standing is not Standing.IN_FORCE:
        return Cell()
    text = result_text(line.row, figure)
    value = shown_value(line.row, figure) if figure is not None and not figure.estimate else None
    source = Source(line.row.key, period, "value") if figure is not None else None
    return Cell(text, value=value if text else None, align=None if value is not None else "center", source=source)


def _running(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    if line.running is None:
        return Cell()
    whole = line.running.denominator == 1
    value = Decimal(int(line.running)) if whole else round_half_up(line.running, places_of(line.row))
    return Cell(format_number(value), value=value, source=Source(line.row.key, keys.period, "running"), auto=True)


def _share(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    if shown.judged is None or shown.judged.share is None:
        return Cell()
    value = round_half_up(shown.judged.share, SHARE_PLACES)
    return Cell(format_number(value), value=value, source=Source(line.row.key, keys.period, "share"), auto=True)


def _verdict(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    words = shown.judged.words if shown.judged is not None else NOT_COME
    return Cell(words, source=Source(line.row.key, keys.period, "verdict"), auto=True)


def _note(shown: PrintedRow, line: IndicatorLine, keys: Keys) -> Cell:
    text = _note_text(line, keys) if shown.standing is Standing.IN_FORCE else ""
    return Cell(text, source=Source(line.row.key, keys.period, "note"))


def _note_text(line: IndicatorLine, keys: Keys) -> str:
    """Return the words of the result, difficulty and note, the passed target that is missed, how an ended row ended."""
    texts: list[str] = []
    figure, judged = line.current, line.evaluation
    if figure is not None:
        shown = figure_text(line.row, figure)
        texts += [shown] if shown != result_text(line.row, figure) else []
        texts += [figure.difficulty, figure.note]
    texts += _added(line)
    if judged.below_target is not None and judged.below != judged.milestone:
        missed = target_with_unit(line.row, judged.below_target.printed)
        texts.append(f"Mục tiêu đến hết năm {judged.below}: {missed}")
    beside = keys.before.endswith(f"/{judged.milestone}") and line.amount_before == judged.amount
    if judged.verdict in ENDED and judged.amount is not None and not beside:
        number = format_number(judged.amount, places_of(line.row))
        texts.append(f"Kết quả đến hết năm {judged.milestone}: {with_unit(number, line.row.unit)}")
    return sentences(*texts)


def _added(line: IndicatorLine) -> list[str]:
    """Return what the office added: units that have not sent, a figure set by hand, a decision's target."""
    texts: list[str] = []
    if line.parts is not None and line.parts.missing and not _is_told(line, line.parts):
        texts.append(line.parts.words())
    if line.override is not None:
        texts.append(f"Số liệu do UBND xã điều chỉnh: {line.override.why}")
    annual = line.evaluation.annual
    if annual is not None and annual.paper.number:
        texts.append(f"Mục tiêu năm {annual.year} theo {paper_cited(annual.paper)}")
    return texts


def _is_told(line: IndicatorLine, parts: Parts) -> bool:
    """Tell whether the officer's own note says already how many of how many have sent."""
    return line.current is not None and f"{len(parts.sent)}/{len(parts.units)}" in line.current.note.split()


_CELLS: Mapping[Field, Callable[[PrintedRow, IndicatorLine, Keys], Cell]] = {
    Field.NUMBER: _number,
    Field.NAME: _name,
    Field.UNIT: _unit,
    Field.TARGET: _target,
    Field.BEFORE: _before,
    Field.YEAR_BEFORE: _year_before,
    Field.CURRENT: _current,
    Field.RUNNING: _running,
    Field.SHARE: _share,
    Field.VERDICT: _verdict,
    Field.LEAD: _lead,
    Field.NOTE: _note,
}
