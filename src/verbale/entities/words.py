"""The words around names (``lexicons/references.toml``, ``lexicons/bodies.toml``), compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from verbale.lexicons.tables import rules

# How many people or firms of a kind (五名, 18位, 三家), and states by number alone (38个国家).
_NUMBERS = ("four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = "[一两三四五六七八九十0-9]{1,4}余?[名位家](?!义|于)"
_SO_MANY = "(?:[0-9.]+|[数几两三四五六七八九十]+|成[百千]上)[百千万]*[多余]?[百千万]*"
_SO_MANY_PEOPLE = f"(?<![0-9.第])(?:约|大约|近|将近|逾|超过|至少|上)?{_SO_MANY}名?人"
_OF_A_PART = "州省市县镇郡族区邦爱部方洲岛"  # before a parliament: that of a province or a region
_TENS = "数十|几十|十几|十多|上百|百[多余]"
_SO_MANY_MEMBERS = f"(?:[0-9]{{1,3}}|{_TENS}|[二三四五六七八九]?十[一二三四五六七八九]?|数百|百)[余多]?|[二两三四五六七八九数]"
_SO_MANY_STATES = f"(?<![0-9年月第])(?:[1-9][0-9]|[1-9][0-9][0-9]?[多余]|[1-9][0-9]{{2}}|数|{_TENS}|近百|逾百)国"


def alternatives(words: Iterable[str]) -> str:
    """A pattern of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class _Words:
    """Patterns over folded text.

    Attributes:
        body: What follows a state's full name and still is that state; may be empty.
        one_body: One such body.
        short_body: The same after a short form; not empty.
        people_of: What makes a state's name that of its unnamed people or media; may be empty.
        short_people: The same after a short form; not empty.
        body_ends: Words with which the names of organizations end (协会), in a tuple.
        no_body_after: Words that make what stands before them no organization.
        counted: How many people (一名) at the head of a group.
        one_of: One person, at the head of one (一名, 另一位).
        sources: Nouns for people who speak for others or know of things, in a tuple.
        singular: Nouns for a source, of whom one speaks where no number stands, in a tuple.
        commoners: Nouns for somebody who holds no office, right before that person's name, in a tuple.
        kin: Words that tell whose kin the person named next is, in a tuple.
        trades: Both, and other trades, at any place.
        one_person: Nouns for people, where only one is told of (顾问), in a tuple.
        crowds: Nouns for people of a state who do not act for it (渔民), in a tuple.
        fighters: Nouns for those who fight for a movement, in a tuple.
        crews: Words for the ships of such people, with the people (渔船).
        people: Nouns for people, firms and factions who act without a name (原告), in a tuple, longest first.
        quantity: Words of number or reference at the end of what stands before a state (``两名``).
        unnamed: Unnamed people, media and publics, group ``who``.
        three: Words for three parties.
        numbers: Words for four states or more (五国), with their number.
        everybody: Words for as many parties as the text gives.
        whoever: Words for all of whom the page seldom tells who they are.
        state_groups: Words for several parties that mean states.
        persons: Words for several parties that mean persons, whatever their office.
        offices: Nouns at the end of words for several office-holders, with the offices.
        offices_of: For a state the words of titles that only its own office-holders bear (国务卿).
        acts_for: Bodies whose people act for the organization to which they belong, with its id.
        state_offices: Offices of which every state has one.
        kinds: Words for one party, with what they take up (person, organization, state, opponent, last …).
        pronouns: Words that take up a party (group ``yes``) and those that only look like it (group ``no``).
        role: Words for the part that the state named after them plays (轮值主席国, 东道主).
        roles: The same at the end.
        fields: What an office is about, where it looks like a verb, or 负责…的, at the end of what stands before a title.
        former: Words before a title that belong to it (``前``, ``候任``), at the end.
        former_first: The same at the beginning.
        pair: Nouns before which two or three short forms are a list of states.
        regions: Names of regions that look like a list of short forms (中亚).
        abroad: Words before a short form that make it a state, in a tuple.
        media: What tells media from people among the unnamed.
        taking_up: Words that take up a group named before, with its noun in group ``who`` (该消息人士).
        quantity_of: An unnamed group with words of number before it, its noun in group ``who``.
        by_character: States whose people are written by character, not by sound.
        governing: Words after a capital that make it its state.
        policing: The same after any city or province (柏林警方).
        pairs: Two characters for two states (印巴), with the ids of both.
        narrowed: Short forms of a wide name that mean a body where the page names the body, with the ids of both and of the body's parts.
        own: Words for the outlet's own state (我国).
        own_bodies: Bodies of the outlet's own state, or of the one told of, where no country stands before them (外交部).
        told_bodies: Those of them that are also another state's.
        own_bodies_only: Those of them that are not, in a tuple.
        parliaments: Parliaments with no country before them, each that of the state told of.
        courts: Courts with no country before them, which are the state told of.
        publics: Those of them that are a group where no state can be meant (警方).
        own_speakers: Titles of the spokespeople of the outlet's own bodies, with no country (外交部发言人).
        own_side: Words of the outlet's own side (我国, 我驻).
        own_signs: For a state the words that only its own outlets use of themselves (友邦).
        own_sides: For a state the words, in its own script, by which its own pages call it.
        wires: For a state the names of its wires and sites, with which their own pages begin.
        seats: Cities that stand for an organization, with its id.
        surnames: Chinese and Korean surnames.
        japanese: Japanese surnames of two characters or more.
        sounds: Characters that write foreign names by their sounds.
        begun_like_names: Words that begin with such characters.
        follows_names: Words that may follow a name directly.
        verbs_after_names: Verbs before which a name has surely ended.
        no_name_before: Words that make what stands before them no person's name.
        stops: Nouns that are part of no title.
    """

    def __init__(self) -> None:
        self._compile_bodies(rules("bodies.toml"))
        self._compile_references(rules("references.toml"))

    def _compile_bodies(self, data: dict[str, Any]) -> None:
        acting = [entry for entry in data["body"] if not entry.get("group")]
        body = _choice(acting)
        self.body = re.compile(f"(?:{body})*")
        self.one_body = re.compile(body)
        self.short_body = re.compile(f"(?:{_choice(entry for entry in acting if entry['after_short'])})(?:{body})*")
        self.pair = re.compile(alternatives(word for entry in data["joint"] for word in (*entry.get("words", ()), *entry.get("ends", ()))))
        self.regions = re.compile(data["regions"]["pattern"])
        self.abroad = tuple(word for entry in data["abroad"] for word in entry["words"])
        self._prefixes = [word for entry in data["title_prefix"] for word in entry["words"]]
        self._groups = [entry for entry in data["body"] if entry.get("group")]

    def _compile_references(self, data: dict[str, Any]) -> None:
        unnamed, joined = data["unnamed"], data["joined"]
        self._compile_members(data)
        self._compile_offices(data)
        self._compile_pronouns(data)
        self._compile_people(unnamed, joined)
        self._compile_counts(unnamed, joined)
        self._compile_titles(joined)
        self._compile_own_bodies(unnamed, joined)
        self._compile_tables(data)
        self._compile_names(data["names"])

    def _compile_members(self, data: dict[str, Any]) -> None:
        """Words for several parties together (三国, 各方, 双方船员)."""
        groups, unnamed = data["groups"], data["unnamed"]
        self.three, self.state_groups = frozenset(groups["three"]), frozenset(groups["states"])
        several = {word: number for number, name in enumerate(_NUMBERS, 4) for word in groups[name]}
        holders = {f"{word}{noun}": number for word, number in several.items() if word.endswith("国") for noun in groups["holders"]}
        self.numbers = {**several, **holders}
        self.whoever = frozenset(groups["whoever"])
        self.everybody = frozenset(groups["all"]) | self.whoever - frozenset(unnamed["publics"])
        self.persons = frozenset(groups["persons"])
        self.crews, self.fighters = dict(data["crews"]), tuple(unnamed["fighters"])

    def _compile_pronouns(self, data: dict[str, Any]) -> None:
        """Words that take up a party."""
        groups = data["groups"]
        self.kinds = {word: kind for kind, words in data["pronouns"].items() for word in words}
        taking_up = alternatives([*groups["two"], *groups["three"], *self.numbers, *self.everybody, *self.kinds])
        self.pronouns = re.compile(f"(?P<no>{alternatives(data['not_pronouns']['words'])})|(?P<yes>{taking_up})")
        self.taking_up = re.compile(f"(?:{alternatives(data['joined']['taking_up'])})(?P<who>.+)")

    def _compile_counts(self, unnamed: dict[str, list[str]], joined: dict[str, list[str]]) -> None:
        """How many there are of those who have no name."""
        quantities = alternatives(joined["quantities"])
        self.counted, self.one_of = re.compile(_COUNTED), re.compile("(?:另外?有?)?一[名位](?!义)")
        self.quantity = re.compile(f"(?:{_COUNTED}(?:[^，。；：“”、]{{1,12}}的)?|{quantities})$")
        self.media = re.compile(f"{alternatives(unnamed['media'])}|媒")
        self.quantity_of = re.compile(f"(?:{_COUNTED}(?:[^，。；：“”、]{{1,14}}的)?|{quantities})*(?P<who>.+)")

    def _compile_titles(self, joined: dict[str, list[str]]) -> None:
        """What stands before a title or a state: a part it plays, a former holder, a field."""
        roles = f"(?:{alternatives(joined['terms'])})?(?:{alternatives(joined['roles'])})"
        self.role, self.roles = re.compile(roles), re.compile(f"{roles}$")
        before = alternatives([*self._prefixes, *joined["posted"], *joined["leaning"], *joined["own"]])
        self.former, self.former_first = re.compile(f"(?:{before})$"), re.compile(f"(?:{before})+")
        charged = f"(?:{alternatives(joined['charged'])})(?:[^，。；：“”、]{{1,8}}、){{0,3}}[^，。；：“”、]{{1,16}}?的"
        self.fields = re.compile(f"(?:{alternatives(joined['fields'])}|{charged})$")

    def _compile_own_bodies(self, unnamed: dict[str, list[str]], joined: dict[str, list[str]]) -> None:
        """Bodies that mean the state of which the page tells (政府, 国会, 警方)."""
        self.own = tuple(joined["own"])
        self.publics = re.compile(alternatives(unnamed["bodies"]))
        told = [*joined["told_bodies"], *joined["told_courts"], *unnamed["bodies"]]
        self.told_bodies = frozenset(told)
        parts = alternatives(joined["no_body_before"])
        parliaments, others = alternatives(joined["told_parliaments"]), alternatives(joined["no_parliament_before"])
        bodies = f"(?:{alternatives([*joined['own_bodies'], *told])})(?!{parts})"
        assemblies = f"(?<![{_OF_A_PART}])(?:{parliaments})(?!{others}|{parts}|{parliaments})"
        self.own_bodies = re.compile(f"{bodies}|{assemblies}")
        self.parliaments, self.courts = frozenset(joined["told_parliaments"]), frozenset(joined["told_courts"])
        self.own_bodies_only = tuple(joined["own_bodies"])
        self.own_speakers = frozenset(body + speaker for body in joined["own_bodies"] for speaker in ("发言人", "新闻发言人"))
        self.own_side = re.compile(alternatives(joined["own_side"]))
        self.governing, self.policing = tuple(joined["governing"]), tuple(joined["policing"])

    def _compile_tables(self, data: dict[str, Any]) -> None:
        """What words mean of which tables tell."""
        self.by_character = frozenset(data["names"]["by_character"])
        self.seats = dict(data["seats"])
        self.wires = {state: tuple(words) for state, words in data["wires"].items()}
        self.own_sides = {state: tuple(words) for state, words in data["own_sides"].items()}
        self.own_signs = {state: tuple(words) for state, words in data["own_signs"].items()}
        self.pairs = {pair: tuple(ids) for pair, ids in data["pairs"].items()}
        self.narrowed: dict[str, dict[str, Any]] = {short: dict(meant) for short, meant in data["narrowed"].items()}
        self.stops = frozenset(data["joined"]["stops"])

    def _compile_offices(self, data: dict[str, Any]) -> None:
        self.offices = {noun: frozenset(offices) for noun, offices in data["group_offices"].items()}
        self.offices_of = {state: re.compile(alternatives(words)) for state, words in data["offices_of"].items()}
        self.acts_for: dict[str, str] = dict(data["acts_for"])
        self.state_offices = frozenset(data["state_offices"]["words"])

    def _compile_names(self, names: dict[str, Any]) -> None:
        self.surnames, self.japanese = tuple(names["surnames"]), tuple(names["japanese"])
        self.sounds = frozenset(names["sounds"])
        self.begun_like_names, self.follows_names = tuple(names["begun_like_names"]), tuple(names["follows_names"])
        self.no_name_before, self.verbs_after_names = tuple(names["no_name_before"]), tuple(names["verbs_after_names"])

    def _compile_people(self, unnamed: dict[str, list[str]], joined: dict[str, list[str]]) -> None:
        people = [*unnamed["sources"], *unnamed["media"]]
        self.sources = tuple(unnamed["sources"])
        self.singular = tuple(sorted(unnamed["singular"], key=len, reverse=True))
        self.commoners, self.kin = tuple(unnamed["commoners"]), tuple(unnamed["kin"])
        self.trades = re.compile(alternatives([*self.commoners, *self.kin, *unnamed["trades"]]))
        self.one_person = tuple({*unnamed["sources"], *unnamed["ones"], *unnamed["lone"]})
        quality = f"(?:{_COUNTED}|{alternatives(joined['quantities'])})?(?:{alternatives(joined['adjectives'])})?"
        self.people_of = re.compile(f"(?:{quality}(?:{_choice(self._groups)}|{alternatives([*people, *unnamed['crowds']])}))?")
        self.body_ends, self.no_body_after = tuple(joined["body_ends"]), tuple(joined["no_body_after"])
        crowds = (word for entry in self._groups if entry.get("crowd") for word in (*entry.get("words", ()), *entry.get("ends", ())))
        self.crowds = (*unnamed["crowds"], *crowds)
        self.people = tuple(sorted(unnamed["people"], key=len, reverse=True))
        self.short_people = re.compile(f"{quality}(?:{_choice(self._groups)})")
        belongs = alternatives(unnamed["not_before"])
        everybody = alternatives([*people, *unnamed["crowds"], *unnamed["publics"]])
        members, others = alternatives(unnamed["member_states"]), alternatives(unnamed["no_number_of_states_before"])
        states = f"(?:{_SO_MANY_MEMBERS})个(?:{members})|{_SO_MANY_STATES}(?!{others})"
        who = f"{quality}(?:{everybody})(?!{belongs})|{states}|(?<=有)(?:{alternatives(unnamed['rumours'])})"
        marching = alternatives(unnamed["marches"])
        marchers = f"{_SO_MANY_PEOPLE}(?=[^，。；：“”]{{0,16}}(?:{marching}))"
        self.unnamed = re.compile(f"(?<!与会)(?<!社交)(?<!社群)(?<!自)(?<!新)有?(?P<who>{marchers}|{who})")


def _choice(entries: Iterable[dict[str, Any]]) -> str:
    """A pattern of the entries' words, longest first, each held to what must not follow it."""
    chosen = list(entries)
    words = sorted(
        ((word, entry.get("not_before", ())) for entry in chosen for word in entry.get("words", ())), key=lambda each: -len(each[0])
    )
    held = [re.escape(word) + (f"(?!{alternatives(refused)})" if refused else "") for word, refused in words]
    return "|".join([*(entry["pattern"] for entry in chosen if "pattern" in entry), *held])


WORDS = _Words()
