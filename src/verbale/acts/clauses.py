"""The subject of a clause: its first party that stands free."""

from __future__ import annotations

from verbale.acts.members import members
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.entities.discourse import coordinated, is_oblique, is_owner
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_ADVERBS = frozenset({"d", "ad", "TIME"})
_THEY = frozenset({"他", "她", "它", "他们", "她们", "它们"})


def clause_subject(setting: Setting, clause: Span, low: int) -> list[Phrase]:
    """The phrases of a clause's subject; none where it names none."""
    phrases = setting.phrases(clause)
    passed = -1
    for position, phrase in enumerate(phrases):
        group = coordinated(setting.text, phrases, position)
        whole = setting.clause(phrase.span.start, Span(0, len(setting.text)))
        if phrase.span.start < passed or _is_oblique(setting, phrase, max(low, clause.start)) or in_topic(setting, whole, phrase.span):
            passed = max(passed, group[-1].span.end)
            continue
        if _serves_later(setting, clause, phrase, phrases) or _is_our(setting, phrases, position):
            continue
        if len(group) == 1 and sign("part of a land").found(setting.text, phrase.span.end):
            continue  # 科索沃北部的塞族官员, 缅甸境内爆发冲突; not 泰柬边境
        if _only_names_matter(setting, group[-1], clause):
            return []
        if setting.words(phrase.span) in _THEY and not phrase.entities:
            return []
        if _is_acted_on(setting, phrase, clause) or _only_owns(setting, group[-1]) or _opens_relative(setting, group[-1], clause):
            continue
        if not members(group, setting):
            continue
        return group
    return []


def _only_owns(setting: Setting, phrase: Phrase) -> bool:
    """普京的提议, but not 联盟的部队: its troops and ministries are the party itself."""
    known = [setting.parties.by_id[one].type for one in phrase.entities]
    # The delegation of a person is not that person.
    acts_for = known and "person" not in known and sign("acts for its owner").found(setting.text, phrase.span.end)
    return is_owner(setting.text, phrase) and not acts_for


def _only_names_matter(setting: Setting, phrase: Phrase, clause: Span) -> bool:
    """台湾问题属于内政，希望邻国…: the party only names what is spoken of, in a clause before the cue's."""
    matter = sign("matter of a party").found(setting.text, phrase.span.end)
    return matter is not None and clause.end > matter.end()


def _is_our(setting: Setting, phrases: list[Phrase], position: int) -> bool:
    """我政府, 我军方: the word before a party that only says whose it is."""
    phrase = phrases[position]
    follows = position + 1 < len(phrases) and phrases[position + 1].span.start == phrase.span.end
    return follows and setting.words(phrase.span) == "我"


def _is_acted_on(setting: Setting, phrase: Phrase, clause: Span) -> bool:
    """释放渔民: people without a name right after a verb are its object."""
    known = setting.parties.by_id
    unnamed = all(known[entity].type == "group" for entity in phrase.entities)
    before = setting.token(phrase.span.start - 1) if phrase.span.start > clause.start else None
    if not unnamed or before is None or before.tag != "v" or before.span.start < clause.start:
        return False
    return len(before.span) > 1 and not setting.words(before.span).endswith("有")


def _serves_later(setting: Setting, clause: Span, phrase: Phrase, phrases: list[Phrase]) -> bool:
    """出席东盟峰会的泰国总理: a party that is the object in a relative clause before the real subject."""
    later = any(other.span.start > phrase.span.end and setting.text[other.span.start - 1] == "的" for other in phrases)
    return later and any(token.tag == "v" for token in setting.tokens.within(Span(clause.start, phrase.span.start)))


def _is_oblique(setting: Setting, phrase: Phrase, low: int) -> bool:
    if setting.text[phrase.span.start - 1 : phrase.span.start] == "《" or _is_governed(setting, phrase, low):
        return True
    if _names_place(setting, phrase, low):
        return True
    asked = sign("asks about").found(setting.text, low, phrase.span.start)
    return not asked and not _opens_time(setting, phrase, low) and is_oblique(setting.text, phrase, low)


def _names_place(setting: Setting, phrase: Phrase, low: int) -> bool:
    """在首尔日本大使馆外: the party is only a part of where it was."""
    beside = sign("beside it").found(setting.text, phrase.span.end)
    if beside is None or not sign("in a place").found(setting.text, low, phrase.span.start):
        return False
    return not any(token.tag in {"v", "vd", "d", "c", "p"} for token in setting.tokens.within(Span(phrase.span.end, beside.end())))


def _is_governed(setting: Setting, phrase: Phrase, low: int) -> bool:
    """对支持X的Y: a phrase after 的 belongs to the preposition before its relative clause."""
    if setting.text[phrase.span.start - 1 : phrase.span.start] != "的":
        return False
    words = setting.tokens.within(Span(low, phrase.span.start))
    return any(sign("governs a party").found(setting.words(word.span)) for word in words)


def _opens_time(setting: Setting, phrase: Phrase, low: int) -> bool:
    """在美方同意…后: the party is the subject of the clause that names the time."""
    clause = setting.clause(phrase.span.start, Span(0, len(setting.text)))
    times = [time.span for time in setting.times_in(Span(phrase.span.end, clause.end))]
    after = [
        token for token in setting.tokens.within(Span(phrase.span.end, clause.end)) if not any(time.covers(token.span) for time in times)
    ]
    verb = next((token for token in after if token.tag not in _ADVERBS), None)
    told = verb is not None and verb.tag == "v"
    opens = sign("opens a time").found(setting.text, low, phrase.span.start)
    return bool(told and opens and sign("closes a time").found(setting.text, clause.start, clause.end))


def _opens_relative(setting: Setting, phrase: Phrase, clause: Span) -> bool:
    """Whether the phrase is only the subject of a relative clause (``美方提出的``)."""
    words = setting.tokens.within(Span(phrase.span.end, min(clause.end, phrase.span.end + 10)))
    return len(words) > 1 and words[0].tag == "v" and sign("relative clause").found(setting.text, words[0].span.end) is not None
