"""What both views show of a record: one entry a statement, act, meeting, commitment or position, put in sections."""

from __future__ import annotations

import msgspec

from verbale.brief.labels import Label, label
from verbale.brief.names import Names, cited, days, words
from verbale.model import Act, Because, Commitment, Interval, Meeting, Position, Record, Span, Statement


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a view.

    Attributes:
        kind: What the record is, such as ``demand``, ``direct`` or ``must``.
        parties: The ids of everybody who takes part.
        who: The parties who did or said it.
        verb: What they did.
        whom: The parties to whom they did it.
        cue: The page's own word for it, or ``None``.
        words: The page's own words for what was said, agreed, asked …, or ``None``.
        quoted: Whether ``words`` is a quotation.
        facts: What else is known: its name and its value.
        spans: The characters of the page that tell it, the main ones first.
        citation: Page, line and characters, short.
        because: The rule and its evidence.
        id: The record's id.
    """

    kind: str
    parties: tuple[str, ...]
    who: tuple[Label, ...]
    verb: Label
    whom: tuple[Label, ...] = ()
    cue: str | None = None
    words: str | None = None
    quoted: bool = False
    facts: tuple[tuple[Label, Label], ...] = ()
    spans: tuple[Span, ...]
    citation: str
    because: Because
    id: str


def _spans(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for span in spans if span is not None))


def _facts(**values: Label | None) -> tuple[tuple[Label, Label], ...]:
    return tuple((label("facts", key), value) for key, value in values.items() if value is not None)


def _modality(modality: str) -> Label | None:
    return None if modality == "happened" else label("modalities", modality)


def _plain(text: str | None) -> Label | None:
    return None if text is None else Label(text, text)


def _interval(interval: Interval | None) -> Label | None:
    return None if interval is None else days(interval.start, interval.end)


def of_statement(names: Names, statement: Statement) -> Entry:
    """A statement as an entry.

    Args:
        names: The names of the page's parties.
        statement: The statement.

    Returns:
        The entry.
    """
    page = names.record.page
    return Entry(
        kind=statement.kind,
        parties=(*statement.speakers, *statement.addressees, *statement.via),
        who=names.parties(statement.speakers),
        verb=label("statements", statement.kind),
        cue=words(page, statement.cue),
        words=" … ".join(page.text[span.start : span.end] for span in statement.content) or None,
        quoted=statement.kind == "direct",
        facts=_facts(
            addressees=names.together([party for party in statement.addressees if party not in statement.via]),
            via=names.together(statement.via),
        ),
        spans=_spans(*statement.content, statement.cue),
        citation=cited(page, statement.line, _spans(*statement.content, statement.cue)),
        because=statement.because,
        id=statement.id,
    )


def of_act(names: Names, act: Act) -> Entry:
    """An act as an entry.

    Args:
        names: The names of the page's parties.
        act: The act.

    Returns:
        The entry.
    """
    page = names.record.page
    return Entry(
        kind=act.kind,
        parties=(*act.actors, *act.recipients),
        who=names.parties(act.actors),
        verb=label("acts", act.kind),
        whom=names.parties(act.recipients),
        cue=words(page, act.anchor),
        words=words(page, act.content),
        facts=_facts(
            modality=_modality(act.modality),
            when=_interval(act.date),
            where=Label(act.place, act.place_zh or act.place) if act.place else None,
            due=_interval(act.due),
            condition=_plain(words(page, act.condition)),
            according=names.together((act.according_to,) if act.according_to else ()),
        ),
        spans=_spans(act.anchor, act.content, act.condition),
        citation=cited(page, act.line, _spans(act.anchor, act.content)),
        because=act.because,
        id=act.id,
    )


def of_meeting(names: Names, meeting: Meeting, record: Record) -> Entry:
    """A meeting as an entry.

    Args:
        names: The names of the page's parties.
        meeting: The meeting.
        record: The record, for the acts that tell of it and come of it, and for the meeting that follows.

    Returns:
        The entry.
    """
    told = [act for act in record.acts if act.id and act.id in meeting.acts]
    spans = _spans(*(act.anchor for act in told), *meeting.because.evidence) or _line_span(record, meeting.line)
    place = ", ".join(part for part in (meeting.city, meeting.country) if part) or None
    lasted = meeting.duration_minutes
    minutes = label("facts", "minutes")
    return Entry(
        kind="meeting",
        parties=tuple(party for side, persons in meeting.sides.items() for party in (side, *persons)),
        who=tuple(names.side(party, persons) for party, persons in meeting.sides.items()),
        verb=label("formats", meeting.format or "unknown"),
        facts=_facts(
            modality=_modality(meeting.modality),
            when=_interval(meeting.date),
            where=_plain(place),
            venue=_plain(meeting.venue),
            lasted=Label(f"{lasted} {minutes.english}", f"{lasted} {minutes.chinese}") if lasted else None,
            hosts=names.together(meeting.hosts),
            mediators=names.together(meeting.mediators),
            agenda=_plain("; ".join(record.page.text[span.start : span.end] for span in meeting.agenda) or None),
            outcome=_outcome(meeting, record),
            next=_following(meeting, record),
        ),
        spans=_spans(*spans, *meeting.agenda),
        citation=cited(record.page, meeting.line, spans[:1]),
        because=meeting.because,
        id=meeting.id,
    )


def _outcome(meeting: Meeting, record: Record) -> Label | None:
    """What came of a meeting: each act's kind with the page's words for what was agreed, signed, promised or conceded."""
    done = [act for act in record.acts if act.id in meeting.outcome]
    shown = [(label("acts", act.kind), words(record.page, act.content or act.anchor)) for act in done]
    if not shown:
        return None
    return Label("; ".join(f"{kind.english}: {told}" for kind, told in shown), "；".join(f"{kind.chinese}：{told}" for kind, told in shown))


def _following(meeting: Meeting, record: Record) -> Label | None:
    """Day and place of the meeting that follows, else the line that tells of it."""
    coming = next((other for other in record.meetings if meeting.next_meeting and other.id == meeting.next_meeting), None)
    if coming is None:
        return None
    day, city = _interval(coming.date), coming.city or coming.country
    parts = [*filter(None, (day.english if day else None, city))]
    return _plain(", ".join(parts) or cited(record.page, coming.line, coming.because.evidence[:1] or _line_span(record, coming.line)))


def _line_span(record: Record, line: int) -> tuple[Span, ...]:
    """The whole line, for a meeting that has no words of its own to show."""
    starts = [found.span for found in record.lines if record.page.text.count("\n", 0, found.span.start) + 1 == line]
    return tuple(starts[:1]) or (Span(0, 0),)


def of_commitment(names: Names, commitment: Commitment, record: Record) -> Entry:
    """A commitment as an entry.

    Args:
        names: The names of the page's parties.
        commitment: The commitment.
        record: The record, for the acts that tell of it.

    Returns:
        The entry.
    """
    act = next((act for act in record.acts if act.id and act.id == commitment.act), None)
    kind = act.kind if act else "promise"
    return Entry(
        kind=kind,
        parties=(*commitment.by, *commitment.to),
        who=names.parties(commitment.by),
        verb=label("acts", kind),
        whom=names.parties(commitment.to),
        cue=words(record.page, act.anchor) if act else None,
        words=words(record.page, commitment.content),
        facts=_facts(
            due=_interval(commitment.due),
            condition=_plain(words(record.page, commitment.condition)),
            according=names.together((commitment.according_to,) if commitment.according_to else ()),
        ),
        spans=_spans(commitment.content, act.anchor if act else None, commitment.condition),
        citation=cited(record.page, commitment.line, _spans(commitment.content)),
        because=commitment.because,
        id=commitment.id,
    )


def of_position(names: Names, position: Position) -> Entry:
    """A position as an entry.

    Args:
        names: The names of the page's parties.
        position: The position.

    Returns:
        The entry.
    """
    page = names.record.page
    return Entry(
        kind=position.stance,
        parties=(position.holder,),
        who=names.parties((position.holder,)),
        verb=label("stances", position.stance),
        words=words(page, position.content),
        spans=_spans(position.content),
        citation=cited(page, position.line, _spans(position.content)),
        because=position.because,
        id=position.id,
    )
