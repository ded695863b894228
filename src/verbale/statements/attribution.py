"""Through whom words come: media, outer speakers, and papers that name no author."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.entities.discourse import clause_start, subjects
from verbale.entities.phrases import Phrase
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.media import Source, carries, media_of
from verbale.statements.scene import Saying, Scene
from verbale.statements.speakers import Speaker
from verbale.statements.transcripts import answerer_named
from verbale.statements.words import listed, pattern

_AFTER_CUE = 14
_KEY = 2  # last characters by which a paper is known again (决议草案, 草案)
_THIS = "(?:该|这[一份封]|上述)?"
_ALSO = "(?:<also>|只)*"
_OF_TALKS = "(?:[^，。；]{2,10}?(?:会谈|会晤|峰会|会议)(?:发表|发布|通过)?的?)?"
_JOINT_PAPER = f"{_OF_TALKS}(?:<of a meeting>)*{_THIS}(?:联合|共同)(?:<declaration>|宣言|公告){_ALSO}"
_PAPER_OF_ALL = f"{_THIS}(?:<declaration>|<other paper>){_ALSO}"


class Authors:
    """The last medium, whoever last spoke, and who gave out which paper: 报道说 and 声明称 take them up."""

    def __init__(self) -> None:
        self._medium: tuple[str, ...] = ()
        self._author: tuple[str, ...] = ()
        self._answerer: tuple[str, ...] = ()
        self._papers: dict[str, tuple[str, ...]] = {}

    def answerer(self, scene: Scene) -> tuple[str, ...]:
        """Who answers questions: the spokesman who last spoke, the one named for it, or whoever last spoke or gave out a declaration."""
        return self._answerer or answerer_named(scene) or self._author

    def note_heading(self, scene: Scene, heading: Span) -> None:
        """Take note of whose answers a title announces (外交部发言人就…答记者问)."""
        if pattern("<answers to the press>").search(scene.text, heading.start, heading.end):
            self._author = self._answerer = _giver(scene, heading) or self._author

    def note_answer(self, speaker: tuple[str, ...]) -> None:
        """Take note of who answers."""
        self._author = self._author or speaker
        self._answerer = self._answerer or speaker

    def author_of(self, scene: Scene, clause: int, cue: Cue) -> Speaker | None:
        """Whose words a report or a declaration without its author gives.

        Args:
            scene: The article.
            clause: Where the cue's clause begins.
            cue: The cue.
        """
        words = scene.text[clause : cue.span.start]
        if pattern(_JOINT_PAPER).fullmatch(words):
            joint = _joint(scene, cue) or self._author
            return Speaker(joint, ()) if joint else None
        if pattern(f"(?:{_THIS}(?:报道|报导)?|<that medium>){_ALSO}").fullmatch(words) and (
            cue.entry.meaning == "report" or _names_medium(words)
        ):
            return Speaker(self._medium, ()) if self._medium else None
        paper = self._of_paper(words)
        joint = () if paper else _joint(scene, cue) if pattern(_PAPER_OF_ALL).fullmatch(words) else _chaired(scene, clause, words)
        return paper or (Speaker(joint, ()) if joint else None)

    def same_as_before(self, scene: Scene, sentence: Span, clause: int, cue: Cue) -> Speaker | None:
        """Whose words a cue without a subject gives: a paper's that heads the sentence (声明未提日期，只说…), or the last speaker's.

        Args:
            scene: The article.
            sentence: The sentence.
            clause: Where the cue's clause begins.
            cue: The cue.
        """
        words = scene.text[clause : cue.span.start]
        if self._author and pattern(f"(?:这|该|那)[名位个]?<role>{_ALSO}").fullmatch(words):
            return Speaker(self._author, ())
        alone = clause > sentence.start and pattern(f"(?:但|不过|{_ALSO})*").fullmatch(words)
        return self.heading(scene, sentence) if alone else None

    def heading(self, scene: Scene, sentence: Span) -> Speaker | None:
        """The author of the paper that heads a sentence, if one does."""
        headed = pattern(f"{_THIS}(?:<declaration>|<other paper>)(?!的)").match(scene.text, sentence.start, sentence.end)
        return self._of_paper(headed[0]) if headed else None

    def note(self, scene: Scene, sentence: Span, made: Sequence[Saying], source: Source | None) -> None:
        """Take note of who spoke in a sentence."""
        media = [saying.speaker for saying in made if media_of(scene.parties, saying.speaker[0])]
        if source and media_of(scene.parties, source.party):
            media.append((source.party,))
        self._medium = media[-1] if media else self._medium
        spoken = [saying.speaker for saying in made if not saying.nested and saying.speaker not in media]
        self._answerer = _spokesman(scene, sentence, spoken) or self._answerer
        told_of = pattern(f"{_THIS}(?:<declaration>|<other paper>)").match(scene.text, sentence.start)
        self._author = spoken[-1] if spoken else ((() if told_of else _giver(scene, sentence)) or self._author)
        for paper in pattern("<declaration>|<other paper>").finditer(scene.text, sentence.start, sentence.end):
            within = Span(clause_start(scene.text, paper.start(), sentence.start), paper.start())
            giver = subjects(scene.text, scene.parties.phrases_in(within), within) or _given_by_source(scene, source, within)
            between = scene.text[giver[-1].span.end : paper.start()] if giver else "，"
            within_it = pattern("[中里上]").match(scene.text, paper.end()) and pattern("在[^，。；]{0,12}$").search(between)
            gives = pattern("<gives out>").search(between) and not pattern("未|没有|否决|表决(?!结果)").search(between)
            if not between or within_it or gives:
                author = tuple(dict.fromkeys(entity for phrase in giver for entity in phrase.entities))
                self._papers[paper[0][-_KEY:]] = self._papers["文件"] = author

    def _of_paper(self, words: str) -> Speaker | None:
        """The author of the paper that some words name, with nothing else beside it."""
        named = pattern(f"{_THIS}(?:联合)?(<declaration>|<other paper>){_ALSO}").fullmatch(words)
        if named is None:
            return None
        author = self._papers.get(named[1][-_KEY:]) or (self._author if named[1] in listed("declaration") else ())
        return Speaker(author, ()) if author else None


def _given_by_source(scene: Scene, source: Source | None, within: Span) -> list[Phrase]:
    """Who gave out the paper from which a sentence cites at its head (据外交部发布的新闻稿称，…)."""
    cited = source.cited if source and source.until > within.end else ()
    return [phrase for phrase in scene.parties.phrases_in(within) if cited and phrase.entities == cited][:1]


def _names_medium(words: str) -> bool:
    """Whether the words before a cue take up a medium (报道, 该报, 该台)."""
    return "报" in words or pattern("<that medium>").match(words) is not None


def _spokesman(scene: Scene, sentence: Span, spoken: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Who of those who spoke in a sentence is a spokesman there."""
    named = (phrase for phrase in scene.parties.phrases_in(sentence) if phrase.office and phrase.office.endswith("发言人"))
    return next((phrase.entities for phrase in named if phrase.entities in spoken), ())


def _joint(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """The parties of a joint declaration, where its first words name them together (联合声明说，双方…)."""
    first = next(iter(scene.parties.phrases_in(Span(cue.span.end, cue.span.end + _AFTER_CUE))), None)
    return first.entities if first is not None and first.form == "group" and len(first.entities) > 1 else ()


def _chaired(scene: Scene, clause: int, words: str) -> tuple[str, ...]:
    """The organization whose chairman's statement heads a clause (主席声明指，…): the last that the page named."""
    if not pattern(f"(?:会议|峰会|会后)?(?:发表的?|通过的?)?主席声明{_ALSO}只?").fullmatch(words):
        return ()
    named = (phrase for phrase in reversed(scene.parties.phrases_in(Span(0, clause))) if len(phrase.entities) == 1)
    bodies = (phrase.entities for phrase in named if scene.parties.by_id[phrase.entities[0]].type == "organization")
    return next((body for body in bodies if not media_of(scene.parties, body[0])), ())


def speech_giver(scene: Scene, sentence: Span) -> tuple[str, ...]:
    """The person of whose speech a sentence tells without its words; nobody where it tells of none."""
    giver = _giver(scene, sentence)
    return giver if scene.is_person(giver) else ()


def _giver(scene: Scene, sentence: Span) -> tuple[str, ...]:
    if not pattern("<speech event>").search(scene.text, sentence.start, sentence.end):
        return ()
    answers = pattern("<answers to the press>").search(scene.text, sentence.start, sentence.end)
    within = Span(clause_start(scene.text, answers.start(), sentence.start), answers.start()) if answers else sentence
    first = subjects(scene.text, scene.parties.phrases_in(within), within)
    return tuple(dict.fromkeys(entity for phrase in first for entity in phrase.entities))


def via_of(
    scene: Scene, sentence: Span, cue: Cue, subject: Speaker | None, source: Source | None, before: Saying | None
) -> tuple[str, ...]:
    """The medium that carried the words of a cue.

    Args:
        scene: The article.
        sentence: The sentence.
        cue: The cue.
        subject: Its subject, if it has one.
        source: The source named at the head of the sentence.
        before: The statement before, whose medium goes on with its speaker.
    """
    speaking = set(subject.entities) if subject else set()
    if source and source.until <= cue.span.start:
        return (source.party,) if carries(scene.parties, (source.party,)) and source.party not in speaking else ()
    low = before.content[-1].end if before and before.content and before.content[-1].start >= sentence.start else sentence.start
    telling = cue.entry.form in listed("addressed")
    for phrase in scene.parties.phrases_in(Span(low, cue.span.end + _AFTER_CUE)):
        close = phrase.span.start < cue.span.start or (telling and phrase.span.start <= cue.span.end + 2)
        if close and not set(phrase.entities) & speaking and carries(scene.parties, phrase.entities) and _is_occasion(scene, phrase.span):
            return phrase.entities
    return before.via if before and (subject is None or subject.entities == before.speaker) else ()


def _cites(scene: Scene, cue: Cue, clause: int) -> bool:
    """Whether a cue may lead to words that its subject only passes on (路透社报道, 他引述某人的话说, 路透社引述官员说)."""
    return cue.entry.meaning == "report" or bool(pattern("<citing>").search(scene.text, clause, cue.span.start))


def cited_at(scene: Scene, cue: Cue, clause: int, subject: Speaker | None) -> tuple[str, ...]:
    """Whose words the subject of a cue only passes on: a source that it cites, or whoever gave the paper that it puts out.

    Args:
        scene: The article.
        cue: The cue.
        clause: Where its clause begins.
        subject: Its subject, if it has one.
    """
    cited = _cited_by(scene, Span(clause, cue.span.start)) if _cites(scene, cue, clause) else ()
    return cited or (_given_out_by(scene, subject, cue) if subject else ())


def _given_out_by(scene: Scene, subject: Speaker, cue: Cue) -> tuple[str, ...]:
    """Which person's paper a medium only puts out (朝中社播发金与正的谈话说…); nobody where the words are the medium's own."""
    if not subject.phrases or not carries(scene.parties, subject.entities):
        return ()
    after = subject.phrases[-1].span.end
    for phrase in scene.parties.phrases_in(Span(after, cue.span.start)):
        given = pattern("[^，。；：“”]{0,14}?<puts out>了?$").search(scene.text, after, phrase.span.start)
        paper = pattern("(?:[^，。；：“”]{0,8}的)?(?:题为[^，。；]{2,20}的)?(?:<paper of somebody>|谈话)<also>*").fullmatch(
            scene.text, phrase.span.end, cue.span.start
        )
        if given and paper and scene.is_person(phrase.entities):
            return phrase.entities
    return ()


def _cited_by(scene: Scene, clause: Span) -> tuple[str, ...]:
    """The source that a medium names in its clause (以知情人士为消息源报道); not one whose paper is cited (援引联合国宪章)."""
    match = pattern("以[^，。；]{2,30}?为消息(?:来)?源|<citing>[^，。；]{2,30}").search(scene.text, clause.start, clause.end)
    cited = next(iter(scene.parties.phrases_in(Span(*match.span()))), None) if match else None
    if cited is None or pattern("[^，。；]{0,4}(?:宪章|公约|条约|协定|决议|法)").match(scene.text, cited.span.end, clause.end):
        return ()
    return cited.entities


def occasion_of(scene: Scene, clause: Span) -> Span | None:
    """The words between a subject and its cue that tell when or where the words were said.

    Args:
        scene: The article.
        clause: The clause up to its cue.
    """
    match = pattern("(?:在|于)[^，。；]{2,24}?<occasion>|接受[^，。；]{0,16}?(?:采访|专访|访问)时?|<answering>").search(
        scene.text, clause.start, clause.end
    )
    return Span(*match.span()) if match else None


def _is_occasion(scene: Scene, medium: Span) -> bool:
    """Whether the words around a medium tell that it carried the words (接受…采访时, 在…播出的节目中, 告诉…)."""
    before = pattern("<told to>$").search(scene.text, max(0, medium.start - 4), medium.start)
    return bool(before or pattern("[^，。；]{0,10}?<carried by>").match(scene.text, medium.end))
