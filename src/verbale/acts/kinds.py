"""Groups of act kinds."""

from __future__ import annotations

# Done by speaking: they have happened when spoken, whatever their content.
SPOKEN = frozenset({"demand", "appeal", "propose", "offer", "promise", "threaten", "refuse", "deny", "accuse", "criticise", "support"})
# Done by hand: their doer must be told.
DEEDS = frozenset(
    {
        "sign",
        "cooperate",
        "aid",
        "withdraw",
        "ceasefire",
        "release",
        "sanction",
        "expel",
        "deploy",
        "coerce",
        "attack",
        "investigate",
        "appoint",
        "protest",
    }
)
# Told in the passive of those who suffer it, often with nobody named who does it.
SUFFERED = frozenset({"attack", "coerce", "expel"})
# What stands in the content of these is only wanted, agreed or refused.
WANTED = frozenset({"demand", "appeal", "propose", "promise", "offer", "agree", "refuse", "threaten", "deny", "cancel"})
