"""Where somebody's words end within a sentence: another party takes over, or the reporter tells on."""

from __future__ import annotations

import re

from verbale.entities.discourse import clause_start
from verbale.entities.phrases import Phrase
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.scene import Scene
from verbale.statements.words import listed, pattern

# …，并对邻国的帮助表示感谢: the reporter tells again, in a clause with no words of the speaker's.
_REPORTED = (
    "，<summary>|，(?:并|还|同时)?<vows>(?=[，。；]|$)"
    "|，(?:并|还|并且|同时)?[对就][^，。；“]{1,24}表示<attitude>(?=[，。]|$)|，并(?:会见|签署|递交|召见)"
    "|，(?:并|还|也|同时|他|她)*<thanks>|，(?:并|同时)邀请(?![他她])|，(?:并)?<follows from it>"
    "|，(?:但|却|又|均|都|皆|随即|随后|当场|最终|结果)?[被遭]到?[^，。；“]{0,12}<turned down>"
    "|，(?:并|又|还|也|同时)提出(?!的)[^，。；“]{1,30}<points set out>(?=[，。；]|$)|，[^，。；“]{1,8}由此(?!可)"
    "|[，；](?:但|却|不过|而)?[^，。；“”]{0,14}?<keeps from>(?:立即|即时|进一步|具体|正面|直接)*<telling more>"
)
# After words with no comma before them, what else the speaker did: 批评该协定，并威胁退出.
_DID_TOO = "，(?:并|又|同时|并且)<own deed>|，<later on>"
# 指责邻国违约，召回大使; 否认割地，并已就此拘捕三人: what whoever blames or denies does.
_REACTED = "，(?:并|随即|随后|同时|当天|又|还|且|已经?)*<reaction>|，(?:并|同时|又)(?:已经?|正式|随即)?(?:就[^，。；]{1,16})?<deed besides>"
# 重申自己才是总统，拒绝重选; but 谴责邻国违约，拒绝放人 and 透露邻国要求延期，拒绝放人 tell of the neighbour.
_REFUSED = "，(?:拒绝|邀请)(?!的)"
# …；执政的国民力量党则…: another takes over, whether or not the page's parties hold it.
_ANSWERED = (
    "；(?!(?:而|但|不过)?<opener>)[^，。；“”]{2,20}?(?<![否原准规法细])则(?!是)"
    "|；[^，。；“”]{1,10}?(?:也|还|亦|同时|当天|上?(?:周|星期)[一二三四五六日天])?"
    "(?:<answers>(?![明法服为号赞要])|(?<!方)<speaks up>(?![明法服为号赞要]))"
    "|；[^，。；“”]{1,10}?(?:随即|当场|则|也)?(?:同意|答应|允诺)(?![^，。；]*[的是])"
    "|；(?:当|在)?(?:被问|询及|问及)"
)
_ASKING_BACK = "，<asks back>[^，。；]{0,24}(?:[？?]|$)"
# 表示愿意会谈，是回应还是敷衍？: the reporter asks what it means.
_ASKING_ON = "，[^，。；]{0,40}<asks on>[^，。；]{0,24}[？?]"
# What tells that another party takes over: after a comma, after 而, after a semicolon.
_SILENT = "(?:一直|随即|至今|迄今|当时)?(?:<takes over>|否认(?=[，。]))"
_COMPLAINS = "[还也另]?[就对向][^，。；“]{1,24}(?:提出|表达)了?(?:严正|强烈|严重)?(?:交涉|抗议|不满|谴责)(?=[，。；]|$)"
_AFTER_COMMA = f"{_COMPLAINS}|(?:自己|本人|方面)?<turn>(?!是)|{_SILENT}"
_TURNS = {
    "，": _AFTER_COMMA,
    "而": f"则|{_SILENT}|(?:的[^，。；“]{{2,6}})?[^，。；“]{{0,6}}?<answers>",
    "但": _SILENT,
    "；": f"却|{_AFTER_COMMA}|[^，。；“]{{0,8}}?<answers>",
}
_YET = "惟唯但"
_LATER = "[，；](?:[^，。；“”]{1,7}后|<soon after>)$"
# 宣布谈妥，7月10日两人会面: the reporter tells what came then; not 承诺减产，8月1日起生效.
_DATED = re.compile(
    "(?:[今去前同当次]年)?[0-9]{1,2}(?:月(?:[0-9]{1,2}日)?|日)(?![^，。；]*(?:将|会(?![谈晤见面议])|起|前|预定|预计|拟|须|应|内))[^，。；]{4,}"
)
# What one does by speaking: a clause with no comma before it is told by the reporter (承诺放人，但没有做到).
_DONE_BY_SPEAKING = frozenset({"demand", "appeal", "propose", "promise", "threaten", "accuse", "deny"})


def to_turn(scene: Scene, content: Span, cue: Cue) -> Span:
    """The content up to where another party takes over (…，普京则…) or the reporter sums up.

    Args:
        scene: The article.
        content: All that follows the cue in its sentence.
        cue: The cue.
    """
    signs = f"{_REPORTED}|{_ANSWERED}" + (
        "" if scene.text[content.start - 1] in "，：“" else f"|{_DID_TOO}|{_refused(scene, content, cue)}"
    )
    if cue.entry.meaning in {"accuse", "deny"} and scene.text[content.start - 1] not in "，：“":
        signs = f"{signs}|{_REACTED}"
    places = [match.start() for match in pattern(signs).finditer(scene.text, content.start, content.end)]
    if scene.text[content.end : content.end + 1] in {"？", "?"}:
        asking = _ASKING_BACK if cue.entry.meaning == "ask" or scene.text[content.start - 1] in "，：" else f"{_ASKING_BACK}|{_ASKING_ON}"
        places += [match.start() for match in pattern(asking).finditer(scene.text, content.start, content.end + 1)]
    places = [place for place in [*places, *_told_on(scene, content, cue)] if not scene.quotations.holding(place)]
    for phrase in scene.parties.phrases_in(content):
        place = phrase.span.start - 1 - scene.text.endswith(("，而", "，但"), 0, phrase.span.start)
        begins = scene.text[place] in "，；" and not scene.quotations.holding(phrase.span.start)
        turns = (
            begins and phrase.span.start > content.start and pattern(_TURNS[_mark(scene.text, place)]).match(scene.text, phrase.span.end)
        )
        later = _later(scene, content, phrase)
        places += [] if later is None else [later]
        if turns and not _is_contrasted(scene, content, phrase, place):
            places.append(place)
    return scene.trimmed(Span(content.start, min(places))) if places else content


def _later(scene: Scene, content: Span, phrase: Phrase) -> int | None:
    """The comma before a time and another party that then speaks or acts (…，几小时后特朗普仍宣布…)."""
    led = pattern(_LATER).search(scene.text, content.start, phrase.span.start)
    if led is None or scene.quotations.holding(phrase.span.start):
        return None
    acts = pattern("(?:[也仍却还又则就即亦]|依然|随即|正式)*(?:<speaks up>|宣布|下令|签署|拒绝)").match(scene.text, phrase.span.end)
    return led.start() if acts else None


def _refused(scene: Scene, content: Span, cue: Cue) -> str:
    """What turns to the speaker's own refusing: anything after a quotation, else only where no other party opens the content."""
    opened = any(phrase.span.start == content.start for phrase in scene.parties.phrases_in(content))
    return f"(?<=”){_REFUSED}" if opened or cue.entry.meaning == "accuse" else _REFUSED


def _told_on(scene: Scene, content: Span, cue: Cue) -> list[int]:
    """The commas after which the reporter tells on what became of a deed by words (承诺放人，但没有做到; 要求撤军，对方没有答复)."""
    done = cue.entry.meaning in _DONE_BY_SPEAKING or cue.entry.form in listed("decides")
    if not done or scene.text[content.start - 1] in "，：":
        return []
    blamed = cue.entry.meaning == "accuse"
    turned = pattern("<told on>" if blamed else "<told on>|<brought about>")
    places = [match.start() for match in re.finditer("[，；]", scene.text[: content.end]) if match.start() > content.start]
    return [
        place
        for place in places
        if turned.match(scene.text, place + 1)
        or _DATED.match(scene.text, place + 1, content.end)
        or _meets_it(scene, place + 1)
        or _is_another(scene, content.start, place + 1)
        or _speaks(scene, place + 1)
        or (scene.text[place + 1] in _YET and _is_another(scene, content.start, place + 2))
    ]


def _is_contrasted(scene: Scene, content: Span, phrase: Phrase, place: int) -> bool:
    """Whether 则 only sets a body or state off from the other with which the words begin (政府军持续空袭，快速支援部队则占据民宅).

    The speaker's own side (我方则…) never takes over.
    """
    if pattern("<own side>").fullmatch(scene.text, phrase.span.start, phrase.span.end):
        return True
    first = next(iter(scene.parties.phrases_in(content)), None)
    beside = first is not None and first.span.start == content.start and first.entities != phrase.entities
    return beside and scene.text[place] == "，" and scene.text.startswith("则", phrase.span.end) and not scene.is_person(phrase.entities)


def _meets_it(scene: Scene, place: int) -> bool:
    """Whether a clause tells how a party met what was asked of it, or what it did later (…，首相没有答应; …，政府两日后照办)."""
    first = next(iter(scene.parties.phrases_in(Span(place, place + 1))), None)
    if first is None or first.span.start != place or pattern("<own side>").fullmatch(scene.text, first.span.start, first.span.end):
        return False
    met = "<how it was met>*(?:<meets an offer>|<does not meet it>)|(?![^，。；]*[将会])[^，。；]{0,8}<answers in kind>"
    return pattern(f"{met}|[^，。；]{{0,3}}?<later adverb>").match(scene.text, first.span.end) is not None


def _speaks(scene: Scene, place: int) -> bool:
    """Whether a clause begins with a party and its cue (…，中方敦促美方…)."""
    first = next(iter(scene.parties.phrases_in(Span(place, place + 1))), None)
    if first is None or first.span.start != place:
        return False
    found = pattern("(?:[则也还均都]|随后|随即|当天)?(<speaks up>)").match(scene.text, first.span.end)
    token = scene.tokens.at(found.start(1)) if found else None
    return found is not None and token is not None and token.span == Span(*found.span(1))


def _is_another(scene: Scene, start: int, place: int) -> bool:
    """Whether a clause begins with a party that the words from ``start`` have not named, and is not what a condition leads to."""
    first = next(iter(scene.parties.phrases_in(Span(place, place + 1))), None)
    if (
        first is None
        or first.span.start != place
        or pattern("(?:且|并)?<opener>|[^，。；]{0,16}?<condition within>").match(
            scene.text, clause_start(scene.text, place - 1, start), place
        )
    ):
        return False
    if pattern("[^，。；]{0,4}?(?<![回反响适相供呼])<norm>|<looks ahead>").match(scene.text, first.span.end):
        return False  # 警告关税只会伤人，各方必须重新谈
    named = {entity for phrase in scene.parties.phrases_in(Span(start, place)) for entity in phrase.entities}
    return bool(first.entities) and not set(first.entities) & named


def _mark(text: str, place: int) -> str:
    """What leads to another party's turn: a semicolon, 而 or 但 after a comma, or a comma."""
    return text[place + 1] if text.startswith(("，而", "，但"), place) else text[place]
