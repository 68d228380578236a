"""Section II.1: how many indicators reached what, the notable ones, the low ones (forms.md §7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from exporters.amounts import amount_words, change_words, is_rank, target_with_unit
from exporters.appendix_layouts import indicators_label
from exporters.document import Paragraph, Run, Source
from exporters.period_words import A_YEAR_BEFORE, earlier
from exporters.prose import (
    Prose,
    all_alike,
    capital_first,
    cause,
    clause,
    counted,
    keyed,
    name_in_sentence,
    small_first,
)
from models.evaluation import Verdict
from models.numbers import format_number
from models.plans import MARKS, IndicatorRow
from models.reports import IndicatorLine, Report
from models.shown import figure_text, fraction_text, places_of
from models.targets import LOWER_IS_BETTER, reached

NOUN = "chỉ tiêu"
TARGET = "mục tiêu"
DONE = (Verdict.EXCEEDED, Verdict.REACHED)
JUDGED = (*DONE, Verdict.UNDER_WAY, Verdict.BELOW, Verdict.NO_FIGURE)
ENDED = {
    Verdict.ENDED_REACHED: f"đạt {TARGET}",
    Verdict.ENDED_MISSED: f"không đạt {TARGET}",
    Verdict.ENDED_UNKNOWN: "chưa có số liệu",
}
ENSURED = "bảo đảm "
SINCE_NEW_YEAR = " (lũy kế từ đầu năm)"
MOST_NOTABLE = 3
MOST_LOW = 5


def indicator_sentences(report: Report) -> list[Paragraph]:
    """Return the paragraphs of II.1; every count adds up to its whole within the first."""
    paragraphs = keyed("II.1/counts", [_counts(report)])
    if notable := _notable(report):
        paragraphs += keyed("II.1/notable", [Prose().say("Kết quả nổi bật: ").join(notable).say(".").paragraph()])
    if low := _low(report):
        paragraphs += keyed("II.1/low", [low])
    return paragraphs


def _counts(report: Report) -> Paragraph:
    lines = report.indicators
    if not lines:
        return Prose().say(f"Kế hoạch không có {NOUN} nào.").paragraph()
    parts = _parts(report)
    inside = f" (trong đó có {counted(parts, NOUN)} thành phần)" if parts else ""
    whole = f"Kế hoạch có {counted(len(lines), NOUN)}{inside}"
    if len(lines) == 1:
        return Prose().say(f"{whole}{_alone(lines)}.").paragraph()
    prose = Prose().say(f"{whole}.")
    for milestone in sorted({year for line in lines if (year := _judged_milestone(line))}):
        prose.say(" " + _judged_sentence([line for line in lines if _judged_milestone(line) == milestone], milestone))
    if rest := list(_unjudged(lines)):
        prose.say(f" {_unjudged_sentence(rest, len(lines))}")
    return prose.paragraph()


def _alone(lines: Sequence[IndicatorLine]) -> str:
    """Say of a plan's only indicator when its target holds and how it stands."""
    if milestone := _judged_milestone(lines[0]):
        return f", có mục tiêu đến hết năm {milestone}, {_alike(lines)}"
    ((_, noun, words),) = _unjudged(lines)
    return f"{noun.removeprefix(NOUN)}, {words}"


def _parts(report: Report) -> int:
    """Count the indicators that are parts: beneath another one, or beneath a row that the plan numbers among them."""
    wholes = {row.key for row in report.plan.indicator_rows if row.kind == "indicator" or _is_numbered_group(row)}
    return sum(line.row.parent in wholes for line in report.indicators)


def _is_numbered_group(row: IndicatorRow) -> bool:
    return row.kind == "group" and row.number not in MARKS


def _judged_milestone(line: IndicatorLine) -> int | None:
    return line.evaluation.milestone if line.evaluation.verdict in JUDGED else None


def _judged_sentence(lines: Sequence[IndicatorLine], milestone: int) -> str:
    """Say how the indicators with a target at one milestone stand, in one stroke where they all stand alike."""
    at, whole = f"có {TARGET} đến hết năm {milestone}", len(lines)
    if alike := _alike(lines):
        return capital_first(f"{all_alike(whole, f'{NOUN} {at}', alike)}.")
    done = _done(lines)
    share = format_number(Fraction(done * 100, whole), 1)
    reached_part = f"có {counted(done, NOUN, 'đã đạt')} ({share}%){_exceeded(lines, done)}"
    parts = [reached_part if done else f"chưa có {NOUN} nào đạt"]
    parts += [counted(count, NOUN, words) for words, count in _open(lines)]
    return f"Trong {counted(whole, NOUN)} {at}, {'; '.join(parts)}."


def _alike(lines: Sequence[IndicatorLine]) -> str:
    """Return how indicators stand that all stand alike; empty where they do not."""
    if _done(lines) == len(lines):
        all_exceeded = all(line.evaluation.verdict is Verdict.EXCEEDED for line in lines)
        return f"đã đạt và vượt {TARGET}" if all_exceeded else f"đã đạt{_exceeded(lines, len(lines))}"
    return next((words for words, count in _open(lines) if count == len(lines)), "")


def _done(lines: Sequence[IndicatorLine]) -> int:
    return sum(line.evaluation.verdict in DONE for line in lines)


def _open(lines: Sequence[IndicatorLine]) -> Iterator[tuple[str, int]]:
    """Yield how the indicators stand that have not reached their target, and how many."""
    verdicts = Counter(line.evaluation.verdict for line in lines)
    if verdicts[Verdict.UNDER_WAY]:
        yield "đang thực hiện", verdicts[Verdict.UNDER_WAY]
    below = Counter(line.evaluation.below for line in lines if line.evaluation.verdict is Verdict.BELOW)
    for year in sorted(below, key=lambda value: value or 0):
        yield f"thấp hơn mục tiêu đến hết năm {year}", below[year]
    if verdicts[Verdict.NO_FIGURE]:
        yield "chưa có số liệu", verdicts[Verdict.NO_FIGURE]


def _exceeded(lines: Sequence[IndicatorLine], done: int) -> str:
    """Say how many of those that reached their target have exceeded it."""
    exceeded = sum(line.evaluation.verdict is Verdict.EXCEEDED for line in lines)
    if exceeded < done:
        return f", trong đó {counted(exceeded, NOUN)} vượt" if exceeded else ""
    return f", đều vượt {TARGET}" if done > 1 else f", vượt {TARGET}"


def _unjudged_sentence(told: Sequence[tuple[int, str, str]], whole: int) -> str:
    """Say how many indicators are not judged now, in one stroke where the plan has no others."""
    if len(told) > 1 or told[0][0] < whole:
        return f"Có {'; '.join(counted(*one) for one in told)}."
    ((count, noun, words),) = told
    return f"{capital_first(all_alike(count, noun, words) if noun == NOUN else f'cả {counted(count, noun, words)}')}."


def _unjudged(lines: Sequence[IndicatorLine]) -> Iterator[tuple[int, str, str]]:
    """Yield how many indicators are not judged now, which ones, and why: no basis, not begun, ended."""
    verdicts = Counter(line.evaluation.verdict for line in lines)
    no_basis = Counter(line.evaluation.words for line in lines if line.evaluation.verdict is Verdict.NO_BASIS)
    for words, count in no_basis.items():
        yield count, NOUN, small_first(words)
    if verdicts[Verdict.NOT_BEGUN]:
        yield verdicts[Verdict.NOT_BEGUN], NOUN, "chưa đến giai đoạn thực hiện"
    ended = [line for line in lines if line.evaluation.verdict in ENDED]
    for year in sorted({max(line.row.targets) for line in ended}):
        own = Counter(line.evaluation.verdict for line in ended if max(line.row.targets) == year)
        yield own.total(), f"{NOUN} của năm {year}", f"đã kết thúc{_endings(own)}"


def _endings(own: Counter[Verdict]) -> str:
    """Say how the ended indicators ended: `, đều đạt mục tiêu`, ` (06 chỉ tiêu đạt, 02 chỉ tiêu không đạt)`."""
    if len(own) == 1:
        (alike,) = (ENDED[verdict] for verdict in own)
        return f", {'đều ' if own.total() > 1 else ''}{alike}"
    parts = (counted(own[one], NOUN, words.removesuffix(f" {TARGET}")) for one, words in ENDED.items() if own[one])
    return f" ({', '.join(parts)})"


def _notable(report: Report) -> list[tuple[Run, ...]]:
    """Choose what was newly reached in the period, then the greatest rises; nothing where nothing moved."""
    moving = [line for line in report.indicators if line.evaluation.verdict in (*DONE, Verdict.UNDER_WAY)]
    newly = [line for line in moving if line.evaluation.verdict in DONE and _newly_reached(line)]
    rising = sorted((line for line in moving if _rise(line) > 0 and line not in newly), key=_rise, reverse=True)
    return [_achievement(report, line) for line in [*newly, *rising][:MOST_NOTABLE]]


def _newly_reached(line: IndicatorLine) -> bool:
    """Tell whether the target in force was not yet reached by the figure of the period before."""
    target, before = line.evaluation.target, line.amount_before
    return line.row.measure == "state" and target is not None and before is not None and not reached(target, before)


def _rise(line: IndicatorLine) -> Fraction:
    """Return the rise against the period before as a share of the target, so that rates and counts compare."""
    now, before, target = line.amount, line.amount_before, line.evaluation.target
    if now is None or before is None or line.row.measure != "state" or target is None or not target.low:
        return Fraction(0)
    rise = (now - before) / Fraction(target.low)
    return -rise if target.comparison in LOWER_IS_BETTER else rise


def _achievement(report: Report, line: IndicatorLine) -> tuple[Run, ...]:
    """Say `phủ sóng 5G đạt 32,5%, tăng 4,0 điểm phần trăm so với tháng 9`."""
    source = Source(line.row.key, report.period.key, "value")
    name = name_in_sentence(line.row.name)
    if line.running is not None:
        return _of_the_year(report, line, name)
    told = figure_text(line.row, replace(line.current, estimate=False)) if line.current else ""
    if line.amount is None:
        return Prose().say(f"{name}: ").say(small_first(told), source).runs()
    fraction = fraction_text(line.current) if line.current else ""
    prose = Prose().say(name.removeprefix(ENSURED)).say(_verb(line)).say(amount_words(told, line.row.unit), source)
    prose.say(f" ({fraction})" if fraction else "", source)
    return prose.say(_changes(report, line, line.amount), source).runs()


def _of_the_year(report: Report, line: IndicatorLine, name: str) -> tuple[Run, ...]:
    """Say `số sáng kiến đạt 3 sáng kiến (lũy kế từ đầu năm)`: a yearly target is judged by the year's total."""
    total = amount_words(format_number(line.running or Fraction(0), places_of(line.row)), line.row.unit)
    prose = Prose().say(name).say(_verb(line)).say(total, Source(line.row.key, report.period.key, "running"))
    return prose.say("" if report.period.span.frequency == "year" else SINCE_NEW_YEAR).runs()


def _verb(line: IndicatorLine) -> str:
    estimate = " ước" if line.current is not None and line.current.estimate else ""
    if is_rank(line.row):
        return f"{estimate} đứng "
    return f"{estimate} ở mức " if _lower_is_better(line) else f"{estimate} đạt "


def _lower_is_better(line: IndicatorLine) -> bool:
    target = line.evaluation.target
    return target is not None and target.comparison in LOWER_IS_BETTER


def _changes(report: Report, line: IndicatorLine, now: Fraction) -> str:
    """Say how the figure moved against the period before, and for long periods against the year before."""
    span = report.period.span
    if line.row.measure != "state":
        return ""
    held = [(line.amount_before, earlier(report.before.span, span)), (line.amount_year_before, A_YEAR_BEFORE)]
    moved = [(change_words(line.row, now, before, amount_words), than) for before, than in held if before is not None]
    return "".join(f", {words} so với {than}" for words, than in moved if words)


def _low(report: Report) -> Paragraph | None:
    """Say which indicators are below a passed milestone and which have no figure, those with a recorded cause first."""
    below = [line for line in report.indicators if line.evaluation.verdict is Verdict.BELOW]
    below.sort(key=lambda line: not (line.current and line.current.difficulty))
    missing = _worth_naming([line for line in report.indicators if line.evaluation.verdict in JUDGED])
    if not below and not missing:
        return None
    prose = Prose()
    if below:
        rates = any(_lower_is_better(line) and not is_rank(line.row) for line in below[:MOST_LOW])
        prose.say("Chỉ tiêu chưa đạt: " if rates else "Chỉ tiêu còn thấp: ").join(
            _shortfall(report, line) for line in below[:MOST_LOW]
        )
        left = len(below) - MOST_LOW
        prose.say(
            f"; và {counted(left, NOUN)} khác (chi tiết tại {indicators_label(report.plan)})." if left > 0 else "."
        )
    for sentence in _missing(report, missing):
        prose.say((" " if prose.runs() else "") + sentence)
    return prose.paragraph()


def _worth_naming(judged: Sequence[IndicatorLine]) -> list[IndicatorLine]:
    """Return the indicators without a figure; where there is none at all, the counts have said so of a long list."""
    missing = [line for line in judged if line.evaluation.verdict is Verdict.NO_FIGURE]
    if len(missing) == len(judged) > MOST_LOW:
        return [line for line in missing if _told(line)]
    return missing


def _told(line: IndicatorLine) -> str:
    """Return what was recorded about a figure that is missing: the cause, then what was done about it."""
    if line.current is None:
        return ""
    because = f", do {cause(line.current.difficulty)}" if line.current.difficulty else ""
    return because + (f"; {clause(line.current.note)}" if line.current.note else "")


def _shortfall(report: Report, line: IndicatorLine) -> tuple[Run, ...]:
    year = line.evaluation.below
    target = line.evaluation.below_target.printed if line.evaluation.below_target else ""
    prose = Prose().join([_achievement(report, line)])
    told = f" ({target_with_unit(line.row, target)})" if target and target != line.row.name else ""
    falls = "chưa đạt" if _lower_is_better(line) else "thấp hơn"
    prose.say(f", {falls} {TARGET} đến hết năm {year}{told}")
    if line.current is not None and line.current.difficulty:
        source = Source(line.row.key, report.period.key, "difficulty")
        prose.say(", do ").say(cause(line.current.difficulty), source)
    return prose.runs()


def _missing(report: Report, lines: Sequence[IndicatorLine]) -> Iterator[str]:
    """Name the indicators without a figure; one with recorded words has a sentence of its own."""
    bare = [line.row.name for line in lines if not _told(line)]
    for line in lines:
        if words := _told(line):
            yield f"Chỉ tiêu {name_in_sentence(line.row.name)} chưa có số liệu{words}."
    if len(bare) == 1:
        yield f"Chỉ tiêu {name_in_sentence(bare[0])} chưa có số liệu."
    elif bare:
        shown = "; ".join(name_in_sentence(name) for name in bare[:MOST_LOW])
        left, where = len(bare) - MOST_LOW, indicators_label(report.plan)
        rest = f"; và {counted(left, NOUN)} khác (chi tiết tại {where})" if left > 0 else ""
        yield f"Các chỉ tiêu chưa có số liệu: {shown}{rest}."
