"""Who held talks that are told without their sides (首轮谈判5日在首都举行，A与B对坐): those whom the rest of the sentence seats."""

from __future__ import annotations

from verbale.acts.members import members
from verbale.acts.setting import Setting
from verbale.entities.discourse import coordinated
from verbale.lexicons.signs import sign
from verbale.model import Span

_PAIR = 2


def seated_after(setting: Setting, rest: Span) -> tuple[str, ...]:
    """The sides whom the words after the talks seat, joined by 与, or each under its own head (甲方由X率领，乙方由Y主谈).

    Args:
        setting: What the page has given so far.
        rest: The sentence after the clause that tells the talks.

    Returns:
        Their ids; empty where the words seat fewer than two sides.
    """
    phrases = setting.phrases(rest)
    heads: dict[str, str] = {}
    for position, phrase in enumerate(phrases):
        group = coordinated(setting.text, phrases, position)
        together = members(group, setting)
        if len(setting.states(together)) >= _PAIR and sign("sits at talks").found(setting.text, group[-1].span.end, rest.end):
            return together
        headed = sign("under a head").found(setting.text, rest.start, group[0].span.start)
        if len(setting.states(together)) >= _PAIR and headed and sign("held by these").found(setting.text, group[-1].span.end, rest.end):
            return together
        leads = sign("under a head").found(setting.text, rest.start, phrase.span.start)
        if leads and sign("leads at talks").found(setting.text, phrase.span.end, rest.end):
            heads |= {setting.parties.state_of(one): one for one in phrase.entities}
    return tuple(heads.values()) if len(heads) == _PAIR else ()
