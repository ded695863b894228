"""Statements, paragraph by paragraph: cues first, then the quotations and sentences that go on without one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.entities.phrases import Parties
from verbale.language.tagger import Tokens
from verbale.model import Because, Span, Statement
from verbale.pages.article import Article, Paragraph
from verbale.statements.announcing import is_no_report
from verbale.statements.attribution import Authors, cited_at, occasion_of, speech_giver, via_of
from verbale.statements.commentary import Commentary
from verbale.statements.content import bare, content_of, first_clauses, is_whole_quotation, kind_of, quotation_before, says_something
from verbale.statements.continuing import continues, told_by_side
from verbale.statements.cues import Cue, Names, cues
from verbale.statements.describing import only_describes, shows_only
from verbale.statements.holders import holder
from verbale.statements.media import Source, source_of
from verbale.statements.nesting import begins_at, cut, handed_on, is_nested, is_nobodys, manner_before, outermost, passed_on, shared_subject
from verbale.statements.quotations import Quotation, Quotations, is_speech, quotations
from verbale.statements.scene import Saying, Scene
from verbale.statements.speakers import Speaker, is_introduced, joint_with, same_person, subject_before
from verbale.statements.transcripts import turn_of
from verbale.statements.unannounced import words_after_colon, words_after_name, words_before, words_cited
from verbale.statements.wishing import wishes_alone
from verbale.statements.words import CONTENT_ENDS, pattern

_SPOKEN_KINDS = frozenset({"lead", "paragraph", "caption"})


class Statements(msgspec.Struct, frozen=True):
    """The statements of a page, and the stretches of text that stand in a source's words (``据塔斯社报道，…``)."""

    items: tuple[Statement, ...]
    sources: tuple[Source, ...]


def statements(article: Article, tokens: Tokens, parties: Parties) -> Statements:
    """Who is reported to have said what.

    Args:
        article: The article.
        tokens: Its words.
        parties: Its parties.

    Returns:
        Statements in the order of their content, and attributed stretches; spans in article offsets.
    """
    quoted = (item for paragraph in article.paragraphs for item in quotations(article.text, paragraph.span, paragraph.sentences))
    reader = _Reader(Scene(article.text, tokens, parties, Quotations(tuple(quoted))))
    for paragraph in article.paragraphs:
        if paragraph.kind in _SPOKEN_KINDS:
            reader.read(paragraph)
        else:
            reader.pass_heading(paragraph)
    written = [_statement(article, reader.scene, saying) for saying in reader.sayings if saying.content]
    return Statements(tuple(sorted(written, key=lambda item: (item.content[0], item.cue is None))), tuple(reader.sources))


def _statement(article: Article, scene: Scene, saying: Saying) -> Statement:
    cue = saying.cue.span if saying.cue else None
    return Statement(
        speakers=saying.speaker,
        kind=kind_of(scene, saying.content, quoted=saying.quoted),
        content=tuple(saying.content),
        cue=cue,
        cue_class=saying.cue.entry.meaning if saying.cue else None,
        occasion=saying.occasion,
        via=saying.via,
        addressees=saying.addressees,
        line=article.line_number(saying.content[0].start),
        because=Because(saying.rule, (cue,) if cue else tuple(saying.content[:1])),
        confidence=0.9 if cue else 0.7,
    )


class _Reader:
    """Reads paragraph after paragraph and remembers who speaks."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.sayings: list[Saying] = []
        self.sources: list[Source] = []
        self._authors = Authors()
        self._force: Saying | None = None
        self._beside: set[tuple[str, ...]] = set()
        self._answering = False
        self._commentary = Commentary()
        spans = [phrase.span for phrase in scene.parties.phrases]
        within = frozenset(place for span in spans for place in range(span.start, span.end))
        self._names = Names(frozenset(span.start for span in spans), frozenset(span.end for span in spans), within)

    def read(self, paragraph: Paragraph) -> None:
        """All statements of one paragraph."""
        if self._transcript(paragraph):
            return
        self._force, self._beside = None, set()
        waiting: list[Quotation] = []
        self._commentary.begin(self.scene, paragraph)
        for sentence in paragraph.sentences:
            whole = self._whole_quotation(sentence)
            if whole and self._force:
                self._quote(self._force, whole.inner, "quotation without a cue")
            elif whole:
                waiting.append(whole)
            else:
                self._sentence(sentence, waiting)
                waiting = []
        asked = self._commentary.end(self.scene, paragraph)
        if asked:
            self._authors.note_answer(asked)

    def pass_heading(self, paragraph: Paragraph) -> None:
        """A title may tell whose answers follow; with a heading the answers before it have ended."""
        self._answering = False
        if paragraph.kind == "title":
            self._authors.note_heading(self.scene, paragraph.span)

    def _whole_quotation(self, sentence: Span) -> Quotation | None:
        """The quotation that is the whole sentence, if it is one."""
        first = self.scene.quotations.within(Span(sentence.start, sentence.start + 1))
        rest = self.scene.text[first[0].span.end : sentence.end] if first else ""
        return first[0] if first and not rest.strip(CONTENT_ENDS) and is_speech(self.scene.text, first[0]) else None

    def _quote(self, owner: Saying, inner: Span, rule: str) -> None:
        """A quotation with no cue of its own."""
        self.sayings.append(Saying(owner.speaker, [inner], None, owner.via, rule, quoted=True))

    def _transcript(self, paragraph: Paragraph) -> bool:
        """A paragraph in a speaker's words as in a transcript (冯德莱恩：…); the answers of an interview go on until the next question."""
        turn = turn_of(self.scene, paragraph.span, self._answering, self._authors.answerer(self.scene))
        if turn is None:
            self._answering = False
            return False
        self._answering = turn.answering
        if turn.answering:
            self._authors.note_answer(turn.speaker)
        self._force = None
        if turn.content and turn.speaker:
            self.sayings.append(Saying(turn.speaker, [turn.content], None, (), "turn of a transcript", quoted=True))
            self.sayings += self._inside(turn.speaker, turn.content, paragraph)
        elif turn.content:
            self.sayings += [saying for sentence in paragraph.sentences for saying in self._from_cues(sentence, None)]
        return True

    def _inside(self, speaker: tuple[str, ...], content: Span, paragraph: Paragraph) -> list[Saying]:
        """The words of others that a speaker passes on in a transcript."""
        found: list[Saying] = []
        for sentence in paragraph.sentences:
            for saying in self._from_cues(Span(max(sentence.start, content.start), sentence.end), None):
                if saying.speaker != speaker and not saying.nested:
                    saying.nested, saying.via = True, speaker
                    found.append(saying)
        return found

    def _sentence(self, sentence: Span, waiting: Sequence[Quotation]) -> None:
        scene = self.scene
        source = source_of(scene.text, sentence, scene.parties)
        made = self._from_cues(sentence, source) or words_after_name(scene, sentence) or words_after_colon(scene, sentence)
        if source:
            self.sources.append(source)
            made = [*words_cited(scene, sentence, source, made), *made]
        elif made and self._force:
            made = told_by_side(scene, sentence, made, self._force)
        self.sayings += made
        outer = [saying for saying in made if not saying.nested]
        if outer and waiting:
            self._join(outer[0], waiting)
        self._authors.note(scene, sentence, made, source)
        self._go_on(sentence, made, outer, source)

    def _join(self, first: Saying, waiting: Sequence[Quotation]) -> None:
        """Quotations before the first cue of a paragraph: one statement with the quotation after the cue, else each its own."""
        if is_whole_quotation(self.scene, first.content[0]):
            first.content[:0] = [quotation.inner for quotation in waiting]
            return
        for quotation in waiting:
            self._quote(first, quotation.inner, "quotation before its speaker")

    def _go_on(self, sentence: Span, made: Sequence[Saying], outer: Sequence[Saying], source: Source | None) -> None:
        """Decide who is in force after a sentence; a sentence without a cue may itself go on with the words before."""
        if outer:
            self._force, self._beside = outer[-1], {saying.speaker for saying in outer[:-1]}
        elif not made:
            force, scene = self._force, self.scene
            commentator = () if source else self._commentary.speaker_of(scene, sentence)
            if commentator:
                self.sayings.append(Saying(commentator, [scene.trimmed(sentence)], None, (), "comment of an expert"))
                return
            goes_on = force and force.content and not source and not self._is_told(sentence)
            if force and goes_on and continues(scene, sentence, force.speaker):
                content = scene.trimmed(sentence)
                self.sayings.append(Saying(force.speaker, [content], None, force.via, "indirect speech goes on"))
                return
            giver = speech_giver(scene, sentence)
            self._force = Saying(giver, [], None, (), "speech") if giver else None

    def _is_told(self, sentence: Span) -> bool:
        """Whether somebody's words are told whom nothing names: they are not those of the speaker before."""
        found = cues(self.scene.text, sentence, self.scene.tokens, self.scene.quotations, self._names)
        return any(cue.entry.takes == "words" and self.scene.text[cue.span.end : cue.span.end + 1] in {"，", "："} for cue in found)

    def _from_cues(self, sentence: Span, source: Source | None) -> list[Saying]:
        made: list[Saying] = []
        low = source.until if source else sentence.start
        found = list(cues(self.scene.text, sentence, self.scene.tokens, self.scene.quotations, self._names))
        for place, cue in enumerate(found):
            carried = cue.entry.takes == "alone" and not wishes_alone(self.scene, made, cue)
            if cue.span.start < low or carried or shows_only(self.scene, cue, found[place + 1 : place + 2]):
                continue
            saying = self._saying(sentence, cue, made, low, source)
            if saying:
                made.append(saying)
        made = handed_on(self.scene, made)
        for saying in made:
            saying.content = [bare(self.scene, span) for span in saying.content]
        return [saying for saying in made if saying.content and says_something(self.scene, saying)]

    def _saying(self, sentence: Span, cue: Cue, made: list[Saying], low: int, source: Source | None) -> Saying | None:
        """The statement of one cue; the content of the statement before it is cut where this one begins."""
        scene, outer = self.scene, outermost(made)
        told_by, outer = outer, passed_on(scene, made) or outer
        clause = scene.clause_start(cue.span.start, low)
        if only_describes(scene, cue, sentence, clause, outer.content[0].start if outer and outer.holds(clause) else low):
            return None
        subject = self._subject(cue, clause, low, outer)
        subject = subject or (None if outer else self._authors.same_as_before(scene, sentence, clause, cue))
        cited = cited_at(scene, cue, clause, subject)
        if subject is None and cited and outer is None:
            subject = self._authors.heading(scene, sentence) or Speaker((), ())
        subject = same_person(scene, subject, sentence, clause, outer or self._force, self._beside) if subject else None
        if cue.entry.takes == "alone" and outer is None and self._is_own_side(subject):
            return None
        if is_no_report(self.scene, cue, subject, low) or is_nobodys(scene, made, cue, clause, subject):
            return None
        shared = None if subject or outer is None else shared_subject(scene, outer, clause)
        subject = subject or shared
        nested = shared is not None or (outer is not None and is_nested(scene, outer, cue, clause, subject))
        before = outer or self._force
        speaker = subject.entities if subject else joint_with(scene, before.speaker, Span(clause, cue.span.start)) if before else ()
        via = outer.speaker if nested and outer else via_of(scene, sentence, cue, subject, source, before)
        if cited:
            speaker, via = cited, speaker
        saying = Saying(speaker, [], cue, via, f"cue {cue.entry.form} ({cue.entry.meaning})", nested)
        if not self._has_content(sentence, saying, low, outer):
            return None
        saying.introduced = is_introduced(scene.text, subject) or (subject is None and outer is not None and outer.introduced)
        if saying.introduced:
            saying.content = [first_clauses(scene, saying.content[0], cue)]
        saying.occasion = occasion_of(scene, Span(clause, cue.span.start))
        if outer and told_by and outer is not told_by and not nested:
            saying.nested, saying.via = True, told_by.speaker
        if outer and not nested and says_something(scene, saying):
            cut(scene, outer, begins_at(scene, outer, subject, clause))
        return saying if speaker else None

    def _is_own_side(self, subject: Speaker | None) -> bool:
        """Whether a wish is nobody's, or that of a side of which the speaker in force goes on to tell (王毅说…。中方希望…)."""
        if subject is None or not subject.phrases:
            return True
        return self._force is not None and not self.scene.is_person(subject.entities)

    def _subject(self, cue: Cue, clause: int, low: int, outer: Saying | None) -> Speaker | None:
        """The subject of a cue; what belongs to the content of the statement before it is not looked at."""
        begun, ended = (outer.content[0].start, outer.content[-1].end) if outer and outer.content else (low, low)
        limit = max(low, ended if low < ended < clause else clause if clause > begun > low else begun)
        if limit == clause:
            limit = manner_before(self.scene, begun, clause)
        if not pattern("<speech event>").search(self.scene.text, limit, clause):
            author = self._authors.author_of(self.scene, clause, cue)  # …的国家战略，声明呼吁…
            if author:
                return author
        found = subject_before(self.scene, cue.span.start, limit, first=outer is None)
        return holder(self.scene, found, cue) if found else self._authors.author_of(self.scene, clause, cue)

    def _has_content(self, sentence: Span, saying: Saying, low: int, outer: Saying | None) -> bool:
        """Give the statement its content: after its cue, before it, or on both sides; false where there is none."""
        scene, cue = self.scene, saying.cue
        assert cue is not None
        after, saying.addressees = content_of(scene, sentence, cue)
        before = quotation_before(scene, sentence, cue, low)
        if not after:
            after = before or ([] if outer else words_before(scene, sentence, cue, low))
        elif before and is_whole_quotation(scene, after[0]):
            after = [*before, *after]
        elif before and outer is None:
            owner = self._force if self._force and self._force.speaker != saying.speaker else saying
            self._quote(owner, before[0], "quotation before a cue")
        set_off = scene.text[after[0].start - 1] in "，：" if after else False
        saying.content = [first_clauses(scene, after[0], cue)] if saying.nested and after and not set_off else after
        return bool(after)
