"""Statements, paragraph by paragraph: cues first, then the quotations and sentences that go on without one."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from verbale.entities.discourse import clause_start, subjects
from verbale.entities.phrases import Parties
from verbale.language.sentences import trim
from verbale.language.tagger import Tokens
from verbale.model import Because, Span, Statement, StatementKind
from verbale.pages.article import Article, Paragraph
from verbale.statements.continuing import continues
from verbale.statements.cues import Cue, cues
from verbale.statements.media import Source, carries, media_of, source_of
from verbale.statements.quotations import Quotation, Quotations, is_speech, quotations
from verbale.statements.speakers import Speaker, subject_before

_FINAL = "。！？；，：…!?; "
_SPOKEN_KINDS = frozenset({"lead", "paragraph", "caption"})
_CONJUNCTION = re.compile(r"(?:，|；|、)?\s*(?:并且|并|但是|但|同时|而且|而|还|也|又|且|不过|此外|随后|另外|然而|则)?$")
_LINKED = re.compile(r"^(?:但|并|而|则|同时|不过|随后|另|此外|对此|此后|当时)")
_NEW_SPEAKER = re.compile(r"^(?:[^，。]{0,12}?)(?:则|也|随后|随即|此后|当即|反驳|回应)")
_NESTED_MARK = re.compile(r"(?:已|已经|曾|曾经|一再|多次|经常|一直|从未|再次向|向[^，。]{1,12}明确|仍)$")
# A noun that carries the words of the speaker in force: 声明说, 报道说.
_SPEECH_NOUN = re.compile(r"(?:声明|公报|报道|报导|文章|帖文|讲话|报告|公告|通报)(?:还|并|又|也|则|最后|同时|中)*$")
_CARRIERS = frozenset({"同时", "此外", "并", "还", "也", "又", "则", "但", "当天", "随后", "其中"})
_CARRIED_ON = re.compile(r"(?:甚至|多次|一再|曾|已)")
# Another party takes over, or the reporter sums up what a paper holds.
_TURN = re.compile(r"(?:则(?!是)|随后|随即)")
_SUMMARY = re.compile(r"，(?:草案|协议|方案|文件|计划|声明)(?:主要)?内容包括")
_TOPIC = re.compile(r"(?:至于|对于|针对|关于|谈到|谈及|被问及|在被问及|在谈到|就[^，]{2,20}，|对此，|当被问)")
_TOLD_TO = re.compile(r"(?:接受|告诉|在|对|向|通过|透过|给)$")
_CARRIED_BY = re.compile(r"[^，。；]{0,10}?(?:采访|专访|访问|访谈|节目|播出|刊登|刊发|撰文)")
_OPENERS = ("如果", "只要", "若", "一旦", "为了", "除非", "按照", "根据", "鉴于", "由于", "随着", "在", "对", "因", "当", "即便", "尽管", "虽然", "除", "目前")
_CITING = re.compile(r"(?:援引|引述|引用|转引|转述)")
_SOMEBODY = re.compile(r"[^，。；：“]{0,6}[，：“]")
_WARNED = frozenset({"警告", "提醒", "正告"})
_SPEECH = re.compile(r"讲话|致辞|演讲|演说|声明|公报|公告|发文|发帖|采访|受访|记者会|发布会")
_REPORT_NOUN = re.compile(r"^(?:该|这[一篇]|上述)?(?:报道|报导)(?:还|并|又|也|则)?$")
_DECLARATION = re.compile(r"^(?:该|这[一份]|联合|上述)?(?:声明|公报|联合声明|公告|通报|文告|联合公报)(?:还|并|又|也|则|最后|同时|中)*$")
_AS_SOURCE = re.compile(r"(?:以|援引|引述|引用)[^，。；]{2,30}?(?:为消息源|为消息来源|的话|消息)")
_ADDRESSED = frozenset({"告诉", "告知", "告诫", "通报"})


class Saying(msgspec.Struct):
    """A statement in the making."""

    speaker: tuple[str, ...]
    content: list[Span]
    cue: Cue | None
    via: tuple[str, ...]
    rule: str
    nested: bool = False
    addressees: tuple[str, ...] = ()
    quoted: bool = False


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
    reader = _Reader(article, tokens, parties)
    for paragraph in article.paragraphs:
        if paragraph.kind in _SPOKEN_KINDS:
            reader.read(paragraph)
    items = sorted((reader.statement(saying) for saying in reader.sayings if saying.content), key=lambda item: (item.content[0], item.cue is None))
    return Statements(tuple(items), tuple(reader.sources))


class _Reader:
    def __init__(self, article: Article, tokens: Tokens, parties: Parties) -> None:
        self.article, self.text, self.tokens, self.parties = article, article.text, tokens, parties
        self.sayings: list[Saying] = []
        self.sources: list[Source] = []
        self.quotations = Quotations(
            tuple(item for paragraph in article.paragraphs for item in quotations(self.text, paragraph.span, paragraph.sentences))
        )
        self.force: Saying | None = None
        self.medium: tuple[str, ...] = ()
        self.author: tuple[str, ...] = ()

    def read(self, paragraph: Paragraph) -> None:
        """All statements of one paragraph."""
        self.force = None
        waiting: list[Quotation] = []
        for sentence in paragraph.sentences:
            whole = self._whole_quotation(sentence)
            if whole and self.force:
                self._follow(whole)
            elif whole:
                waiting.append(whole)
            else:
                self._sentence(sentence, waiting)
                waiting = []

    def _whole_quotation(self, sentence: Span) -> Quotation | None:
        """The quotation that is the whole sentence, if it is one."""
        first = self.quotations.within(Span(sentence.start, sentence.start + 1))
        if first and len(self.text[first[0].span.end : sentence.end].strip(_FINAL)) == 0 and is_speech(self.text, first[0]):
            return first[0]
        return None

    def _follow(self, quotation: Quotation) -> None:
        """A quotation with no cue of its own belongs to the speaker in force."""
        assert self.force is not None
        self.sayings.append(Saying(self.force.speaker, [quotation.inner], None, self.force.via, "quotation without a cue", quoted=True))

    def _sentence(self, sentence: Span, waiting: Sequence[Quotation]) -> None:
        if self._transcript(sentence):
            return
        source = source_of(self.text, sentence, self.parties)
        if source:
            self.sources.append(source)
        found = [cue for cue in cues(self.text, sentence, self.tokens, self.quotations) if not (source and cue.span.start < source.until)]
        made = self._from_cues(sentence, found, source)
        if source and source.cited:
            made = [self._cited(sentence, source), *made]
        for saying in made:
            self.sayings.append(saying)
        outer = [saying for saying in made if not saying.nested]
        self._attach(waiting, outer)
        self._note_author(sentence, made, source)
        if outer:
            self.force = outer[-1]
        elif not made and not source and self.force and self.force.content and continues(self.text, sentence, self.force.speaker, self.parties):
            self._continue(sentence)
        elif not made:
            self.force = self._speech_given(sentence)

    def _speech_given(self, sentence: Span) -> Saying | None:
        """The speaker of a speech that is told without its words: a quotation may follow."""
        if not _SPEECH.search(self.text, sentence.start, sentence.end):
            return None
        phrases = self.parties.phrases_in(sentence)
        first = subjects(self.text, phrases, sentence)
        persons = [phrase for phrase in first if phrase.entities and self.parties.by_id[phrase.entities[0]].type == "person"]
        return Saying(persons[0].entities, [], None, (), "speech") if persons else None

    def _transcript(self, sentence: Span) -> bool:
        """A speaker's name, a colon and the words, as in a transcript (冯德莱恩：我们已经…)."""
        for phrase in self.parties.phrases_in(Span(sentence.start, sentence.start + 1)):
            place = phrase.span.end
            if phrase.entities and phrase.form == "name" and self.text[place : place + 1] == "：" and self.text[place + 1 : place + 2] != "“":
                content = self._trimmed(Span(place + 1, sentence.end))
                self.force = Saying(phrase.entities, [content], None, (), "name and colon")
                self.sayings.append(self.force)
                return bool(len(content))
        return False

    def _continue(self, sentence: Span) -> None:
        assert self.force is not None
        content = self._trimmed(sentence)
        self.sayings.append(Saying(self.force.speaker, [content], None, self.force.via, "indirect speech goes on"))

    def _attach(self, waiting: Sequence[Quotation], outer: Sequence[Saying]) -> None:
        """Quotations before the first cue of a paragraph belong to its speaker."""
        for quotation in waiting:
            if outer:
                first = outer[0]
                self.sayings.append(Saying(first.speaker, [quotation.inner], None, first.via, "quotation before its speaker", quoted=True))

    def _cited(self, sentence: Span, source: Source) -> Saying:
        assert source.cue is not None
        via = (source.party,) if carries(self.parties, (source.party,)) and source.party not in source.cited else ()
        return Saying(source.cited, [self._trimmed(Span(source.until, sentence.end))], source.cue, via, "source cited by a medium")

    def _from_cues(self, sentence: Span, found: Sequence[Cue], source: Source | None) -> list[Saying]:
        made: list[Saying] = []
        low = source.until if source else sentence.start
        for cue in found:
            saying = self._saying(sentence, cue, made, low, source)
            if saying:
                made.append(saying)
        return [saying for saying in made if saying.content and self._has_words(saying)]

    def _saying(self, sentence: Span, cue: Cue, made: list[Saying], low: int, source: Source | None) -> Saying | None:
        """The statement of one cue; the content of the statement before it is cut where this one begins."""
        outer = next((saying for saying in reversed(made) if not saying.nested), None)
        clause = clause_start(self.text, cue.span.start, low)
        subject = subject_before(self.text, self.parties, self.quotations, cue, max(low, self._boundary(outer, clause, low)))
        if subject is None:
            subject = self._document(Span(clause, cue.span.end), cue)
        if cue.entry.meaning == "report" and (not self._is_medium(subject) or _CITING.match(self.text, cue.span.end)):
            return None
        if outer and outer.cue and outer.cue.entry.takes == "clause" and subject is None and clause == cue.span.start:
            return None
        if outer and outer.cue and outer.cue.entry.takes == "clause" and clause <= outer.cue.span.start:
            return None
        if cue.entry.form in _ADDRESSED and not self._is_addressed(cue):
            return None
        if subject is None and (_CARRIED_ON.match(self.text, clause, cue.span.start) or self._inside_clause(made, cue, clause) or self._has_other_subject(Span(clause, cue.span.start))):
            return None
        nested = outer is not None and self._is_nested(outer, cue, clause, subject)
        if outer is not None and not nested:
            self._cut(outer, clause)
        speaker = subject.entities if subject else self._in_force(outer)
        if not speaker:
            return None
        if cue.entry.meaning == "report" and (cited := self._cited_by(Span(clause, cue.span.start))):
            content, _ = self._content(sentence, cue)
            return Saying(cited, content, cue, speaker, "source cited by a medium")
        via = outer.speaker if nested and outer else self._via(sentence, cue, subject, source, outer)
        content, addressees = self._content(sentence, cue)
        before = self._before(sentence, cue, low)
        if not content:
            content = before
        elif before and self.quotations.holding(content[0].start) and self._is_inner(content[0]):
            content = [*before, *content]
        elif before and outer is None:
            self._quotation_before(before[0], speaker, via)
        rule = f"cue {cue.entry.form} ({cue.entry.meaning})"
        if nested and content:
            content = [self._short(content[0], outer)] if outer else content
        return Saying(speaker, content, cue, via, rule, nested, addressees)

    def _boundary(self, outer: Saying | None, clause: int, low: int) -> int:
        """Where to stop looking for the subject: the content of the statement before belongs to its speaker."""
        if outer is None or not outer.content:
            return low
        return clause if clause > outer.content[0].start else outer.content[0].start

    def _is_addressed(self, cue: Cue) -> bool:
        """Whether a verb of telling names whom it tells, or is set off from what it tells."""
        named = self.parties.phrases_in(Span(cue.span.end, cue.span.end + 2))
        return bool(named) or bool(_SOMEBODY.match(self.text, cue.span.end))

    def _document(self, clause: Span, cue: Cue) -> Speaker | None:
        """Whose words a report or a declaration without its author gives (报道说, 声明称): those of the last medium, of the last speaker."""
        words = self.text[clause.start : cue.span.start]
        if cue.entry.meaning == "report" or _REPORT_NOUN.search(words):
            return Speaker(self.medium, ()) if self.medium and not words.strip("，还另该这一").replace("报道", "") else None
        if _DECLARATION.match(words) and self.author:
            return Speaker(self.author, ())
        return None

    def _note_author(self, sentence: Span, made: Sequence[Saying], source: Source | None) -> None:
        """Remember the last medium and whoever last spoke or gave out a declaration."""
        media = [saying.speaker for saying in made if media_of(self.parties, saying.speaker[0])]
        if source and media_of(self.parties, source.party):
            media.append((source.party,))
        self.medium = media[-1] if media else self.medium
        spoken = [saying.speaker for saying in made if not saying.nested and saying.speaker not in media]
        given = subjects(self.text, self.parties.phrases_in(sentence), sentence) if _SPEECH.search(self.text, sentence.start, sentence.end) else []
        issued = tuple(dict.fromkeys(entity for phrase in given for entity in phrase.entities))
        self.author = spoken[-1] if spoken else (issued or self.author)

    def _cited_by(self, clause: Span) -> tuple[str, ...]:
        """The source that a medium names in its clause (以知情人士为消息源报道)."""
        match = _AS_SOURCE.search(self.text, clause.start, clause.end)
        return next((phrase.entities for phrase in self.parties.phrases_in(Span(match.start(), match.end()))), ()) if match else ()

    def _inside_clause(self, made: Sequence[Saying], cue: Cue, clause: int) -> bool:
        """Whether the cue only stands in the clause that another cue governs (呼吁各方承诺…)."""
        return any(saying.content and clause <= saying.content[0].start <= cue.span.start and saying.cue is not None and saying.cue.span.start >= clause for saying in made)

    def _has_other_subject(self, clause: Span) -> bool:
        """Whether the clause has a subject that is no party (协议要求…), so that the words are nobody's."""
        words = self.text[clause.start : clause.end]
        if not words.strip():
            return self.text[clause.start - 1 : clause.start] == "”"
        if _SPEECH_NOUN.search(words):
            return False
        plain = [token for token in self.tokens.within(clause) if self.text[token.span.start : token.span.end] not in _CARRIERS]
        if not plain or plain[0].tag == "p" or any(token.tag == "p" for token in plain):
            return False
        return plain[-1].tag in {"n", "nz", "nw", "w", "ORG", "LOC"} or any(token.tag in {"v"} and place > 0 for place, token in enumerate(plain) if plain[0].tag in {"n", "nz", "nw", "r"})

    def _is_nested(self, outer: Saying, cue: Cue, clause: int, subject: Speaker | None) -> bool:
        if not outer.content or subject is None or outer.quoted:
            return False
        start = outer.content[0].start
        if not start <= cue.span.start < outer.content[-1].end:
            return False
        if len(self.text[start:clause].strip(_FINAL)) <= 1:
            return True
        if not subject.phrases:
            return False
        own = subject.entities == outer.speaker
        before = self.text[subject.phrases[-1].span.end : cue.span.start]
        if own:
            return bool(_NESTED_MARK.search(before)) or bool(re.search("已|曾|向", before))
        strong = cue.entry.takes in {"words", "say"} and cue.entry.meaning != "doubt"
        return not strong or bool(_NESTED_MARK.search(before))

    def _cut(self, outer: Saying, clause: int) -> None:
        """The statement before ends where the clause of the next cue begins."""
        kept = []
        clause = self._topic_start(clause, outer)
        for span in outer.content:
            if span.start < clause < span.end:
                joined = _CONJUNCTION.search(self.text, span.start, clause)
                end = joined.start() if joined else clause
                span = self._trimmed(Span(span.start, end))
            if span.start < clause and len(span):
                kept.append(span)
        outer.content[:] = kept

    def _topic_start(self, clause: int, outer: Saying) -> int:
        """Where the clause begins with the topic before it (至于峰会，他说…)."""
        before = clause_start(self.text, clause - 1, outer.content[0].start) if outer.content else clause
        return before if before < clause and _TOPIC.match(self.text, before, clause) else clause

    def _in_force(self, outer: Saying | None) -> tuple[str, ...]:
        if outer:
            return outer.speaker
        return self.force.speaker if self.force else ()

    def _is_medium(self, subject: Speaker | None) -> bool:
        return subject is not None and any(media_of(self.parties, entity) for entity in subject.entities)

    def _via(self, sentence: Span, cue: Cue, subject: Speaker | None, source: Source | None, outer: Saying | None) -> tuple[str, ...]:
        if source and source.until <= cue.span.start:
            speakers = subject.entities if subject else ()
            return (source.party,) if carries(self.parties, (source.party,)) and source.party not in speakers else ()
        low = outer.content[-1].end if outer and outer.content else sentence.start
        speaking = set(subject.entities) if subject else set()
        for phrase in self.parties.phrases_in(Span(low, cue.span.end + 14)):
            close = phrase.span.start < cue.span.start or (cue.entry.form in _ADDRESSED and phrase.span.start <= cue.span.end + 2)
            if close and not set(phrase.entities) & speaking and carries(self.parties, phrase.entities) and self._is_occasion(phrase.span):
                return phrase.entities
        same = outer or self.force
        if same and (subject is None or subject.entities == same.speaker):
            return same.via
        return ()

    def _is_inner(self, span: Span) -> bool:
        held = self.quotations.holding(span.start)
        return held is not None and held.inner == span

    def _quotation_before(self, inner: Span, speaker: tuple[str, ...], via: tuple[str, ...]) -> None:
        """A quotation before a cue that has words of its own: the speaker before it, if one is in force, else the speaker of the cue."""
        owner, medium = (self.force.speaker, self.force.via) if self.force and self.force.speaker != speaker else (speaker, via)
        self.sayings.append(Saying(owner, [inner], None, medium, "quotation before a cue", quoted=True))

    def _to_turn(self, content: Span) -> Span:
        """The content up to where another party takes over (…，普京则…) or the reporter sums up."""
        places = [match.start() for match in _SUMMARY.finditer(self.text, content.start, content.end)]
        for phrase in self.parties.phrases_in(content):
            if self.text[phrase.span.start - 1] in "，；" and _TURN.match(self.text, phrase.span.end) and not self.quotations.holding(phrase.span.start):
                places.append(phrase.span.start - 1)
        return self._trimmed(Span(content.start, min(places))) if places else content

    def _is_occasion(self, medium: Span) -> bool:
        """Whether the words around a medium tell that it carried the words (接受…采访时, 在…播出的节目中, 告诉…)."""
        return bool(_TOLD_TO.search(self.text, max(0, medium.start - 4), medium.start) or _CARRIED_BY.match(self.text, medium.end))

    def _content(self, sentence: Span, cue: Cue) -> tuple[list[Span], tuple[str, ...]]:
        """What follows the cue: to the end of the sentence, or the quotation that opens right after it."""
        start, addressees = cue.span.end, ()
        if cue.entry.form in _ADDRESSED or self._warns_somebody(cue, sentence):
            start, addressees = self._past_addressee(start, sentence)
        while start < sentence.end and self.text[start] in "，：:, ":
            start += 1
        rest = self._trimmed(Span(start, sentence.end))
        if not len(rest):
            return [], addressees
        rest = self._to_turn(rest)
        opening = self.quotations.within(Span(start, start + 1))
        if opening and not self.text[opening[0].span.end : sentence.end].strip(_FINAL) and is_speech(self.text, opening[0]):
            return [opening[0].inner], addressees
        return [rest], addressees

    def _warns_somebody(self, cue: Cue, sentence: Span) -> bool:
        named = self.parties.phrases_in(Span(cue.span.end, min(sentence.end, cue.span.end + 1)))
        return cue.entry.form in _WARNED and bool(named) and self.text[named[0].span.end : named[0].span.end + 1] == "，"

    def _past_addressee(self, start: int, sentence: Span) -> tuple[int, tuple[str, ...]]:
        for phrase in self.parties.phrases_in(Span(start, min(sentence.end, start + 2))):
            return phrase.span.end, phrase.entities
        comma = self.text.find("，", start, min(sentence.end, start + 10))
        return (comma if comma > 0 else start), ()

    def _before(self, sentence: Span, cue: Cue, low: int) -> list[Span]:
        """The quotation before a cue that closes its sentence (``“…”，他说。``)."""
        before = [item for item in self.quotations.within(Span(low, cue.span.start)) if is_speech(self.text, item)]
        if before and not self.text[sentence.start : before[0].span.start].strip():
            return [before[0].inner]
        return []

    def _short(self, content: Span, outer: Saying) -> Span:
        """Speech inside speech ends with its clause, unless a conjunction carries it on."""
        place = content.start
        while (comma := self.text.find("，", place, content.end)) >= 0:
            if not self.quotations.holding(comma) and not re.match("(?:并|且|以及|和|而是|而不是|从而|其中|以便|包括|即|也|而伊|因为)", self.text[comma + 1 : comma + 4]):
                if comma - content.start > 4 and outer.content and not self._clause_open(content.start, comma):
                    return Span(content.start, comma)
            place = comma + 1
        return content

    def _clause_open(self, start: int, comma: int) -> bool:
        return "：" in self.text[start:comma] or self.text[start:comma].startswith(_OPENERS)

    def _is_noun_phrase(self, span: Span) -> bool:
        """Whether the content is no clause but the name of a thing (披露了会谈的细节)."""
        words = self.text[span.start : span.end]
        last = words.rfind("的")
        if "，" in words or last < 0:
            return False
        return not any(token.tag in {"v", "vd", "a", "d", "ad"} for token in self.tokens.within(Span(span.start + last, span.end)))

    def _has_words(self, saying: Saying) -> bool:
        """Whether the content says something: a quotation, or a clause with a verb."""
        span = saying.content[0]
        if any(is_speech(self.text, item) for item in self.quotations.within(span)):
            return True
        if saying.cue and saying.cue.entry.meaning == "reveal" and self.text[saying.cue.span.end] not in "，：" and self._is_noun_phrase(span):
            return False
        if saying.quoted or self.quotations.holding(span.start) or len(saying.content) > 1:
            return True
        return len(span) >= 4 and any(token.tag in {"v", "vn", "a", "vd", "d", "p"} for token in self.tokens.within(span))

    def _trimmed(self, span: Span) -> Span:
        span = trim(self.text, span)
        end = span.end
        while end > span.start and self.text[end - 1] in _FINAL:
            end -= 1
        return trim(self.text, Span(span.start, end))

    def kind(self, saying: Saying) -> StatementKind:
        """Direct, indirect or mixed, by the quotation marks."""
        if all((held := self.quotations.holding(span.start)) and held.inner.covers(span) for span in saying.content):
            return "direct"
        spoken = [item for span in saying.content for item in self.quotations.within(span) if is_speech(self.text, item)]
        return "mixed" if spoken else "indirect"

    def statement(self, saying: Saying) -> Statement:
        """The statement as it is written down."""
        cue = saying.cue.span if saying.cue else None
        evidence = (cue,) if cue else tuple(saying.content[:1])
        return Statement(
            speakers=saying.speaker,
            kind=self.kind(saying),
            content=tuple(saying.content),
            cue=cue,
            via=saying.via,
            addressees=saying.addressees,
            line=self.article.line_number(saying.content[0].start),
            because=Because(saying.rule, evidence),
            confidence=0.9 if saying.cue else 0.7,
        )
