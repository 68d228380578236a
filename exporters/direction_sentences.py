"""Section I: the documents of direction that were issued in the period; the officer's own words follow."""

from __future__ import annotations

from exporters.document import Paragraph
from exporters.papers import paper_cited
from exporters.period_words import in_span
from exporters.plan_cited import without_commune
from exporters.prose import Prose, capital_first, counted, keyed
from models.facts import Direction
from models.reports import Report

NOUN = "văn bản chỉ đạo"
KEY = "I/directions"


def direction_sentences(report: Report) -> list[Paragraph]:
    """Return one document within a sentence, several as a list; nothing where none was issued.

    Who issued them all is told once; where several did, each document of another office says so.
    """
    issued = _issued(report)
    if not issued:
        return []
    issuers = {direction.issuer or report.plan.issuer for direction in issued}
    alone = len(issuers) == 1
    who = f"{without_commune(issuers.pop(), report.plan)} đã ban hành" if alone else "đã có"
    begin = f"{in_span(report.period.span)}, {who}"
    told = [paper_cited(one.paper) if alone else _cited(report, one) for one in issued]
    if len(told) == 1:
        return keyed(KEY, [Prose().say(f"{begin} {told[0]}.").paragraph()])
    items = (Prose().say(f"- {capital_first(cited)}.").paragraph() for cited in told)
    return keyed(KEY, [Prose().say(f"{begin} {counted(len(issued), NOUN)}:").lead_in(), *items])


def _issued(report: Report) -> list[Direction]:
    """Return the documents of the period by their day; one without a day belongs to no period."""
    period = report.period
    dated = [(one.paper.day, one) for one in report.facts.directions if one.paper.day is not None]
    return [one for day, one in sorted(dated, key=lambda pair: pair[0]) if period.start <= day <= period.closing]


def _cited(report: Report, direction: Direction) -> str:
    """Return the document, with its issuer where another one issued it."""
    other = direction.issuer and direction.issuer not in (report.plan.issuer, report.office.issuer)
    return paper_cited(direction.paper) + (f" ({direction.issuer} ban hành)" if other else "")
