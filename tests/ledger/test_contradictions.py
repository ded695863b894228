"""Where pages exclude each other, and where they only tell more or less."""

from tests.ledger.retelling import act, page, put
from verbale.ledger.book import Ledger
from verbale.ledger.views import Wanted

MEET = act("meet", "博茨瓦纳和蒙古国外长6日在乌兰巴托/会谈/。", "BWA MNG", date="2023-04-06", place="Ulaanbaatar")


def found(ledger: Ledger) -> list[tuple[str, set[str]]]:
    """Fields with the pages and words of their sources."""
    records = dict(ledger.records())
    return [
        (one.field, {f"{source.page}: {records[source.page].page.text[source.start : source.stop]}" for source in one.sources})
        for one in ledger.contradictions()
    ]


def test_other_days_of_one_meeting(ledger: Ledger) -> None:
    other = MEET | {"words": "两国外长7日在乌兰巴托/举行/会谈。", "date": "2023-04-07"}
    put(ledger, page("a", "2023-04-07", MEET), page("b", "2023-04-08", other))
    assert found(ledger) == [("date", {"a: 6日", "b: 7日"})]


def test_other_days_of_one_round_days_apart(ledger: Ledger) -> None:
    one = MEET | {"words": "第二轮磋商6日在乌兰巴托/举行/。"}
    other = MEET | {"words": "第二轮磋商9日在乌兰巴托/举行/。", "date": "2023-04-09"}
    put(ledger, page("a", "2023-04-10", one), page("b", "2023-04-10", other))
    assert found(ledger) == [("date", {"a: 6日", "b: 9日"})]


def test_a_meeting_that_another_page_has_denied(ledger: Ledger) -> None:
    claim = act("meet", "蒙古国官员说，双方2日在边境/秘密会谈/。", "BWA MNG", voice="MNG", date="2023-04-02")
    denial = act("deny", "博茨瓦纳/否认/|双方在边境秘密会谈|。", "BWA")
    put(ledger, page("a", "2023-04-03", claim), page("b", "2023-04-04", denial))
    assert found(ledger) == [("claim_denied", {"a: 秘密会谈", "b: 否认"})]


def test_a_wider_or_missing_day_contradicts_nothing(ledger: Ledger) -> None:
    wide = MEET | {"words": "两国外长5日至6日在乌兰巴托/举行/会谈。", "date": {"start": "2023-04-05", "end": "2023-04-06"}}
    bare = act("meet", "两国外长在乌兰巴托/会谈/。", "BWA MNG", place="Ulaanbaatar")
    put(ledger, page("a", "2023-04-06", MEET), page("b", "2023-04-07", wide), page("c", "2023-04-07", bare))
    assert len({event for event in ledger.homes().values()}) == 1
    assert found(ledger) == []


def test_a_copy_and_two_reports_of_one_wire_contradict_nobody(ledger: Ledger) -> None:
    other = MEET | {"words": "两国外长7日在乌兰巴托/举行/会谈。", "date": "2023-04-07"}
    wire = "新华社乌兰巴托4月7日电 "
    one, two = (one | {"words": wire + one["words"]} for one in (MEET, other))
    put(ledger, page("a", "2023-04-07", one), page("b", "2023-04-08", two))
    assert found(ledger) == []


def test_other_cities_on_the_same_day(ledger: Ledger) -> None:
    other = MEET | {"words": "两国外长6日在加德满都/会谈/。", "place": "Kathmandu"}
    put(ledger, page("a", "2023-04-06", MEET), page("b", "2023-04-07", other))
    assert found(ledger) == [("place", {"a: 乌兰巴托", "b: 加德满都"})]


def test_a_country_does_not_contradict_its_city(ledger: Ledger) -> None:
    put(
        ledger, page("a", "2023-04-06", MEET), page("b", "2023-04-07", MEET | {"words": "两国外长6日在蒙古国/会谈/。", "place": "Mongolia"})
    )
    assert found(ledger) == []


def test_a_moved_plan_contradicts_nothing(ledger: Ledger) -> None:
    plan = MEET | {"words": "两国外长将于4日在加德满都/会谈/。", "date": "2023-04-04", "place": "Kathmandu", "modality": "planned"}
    put(ledger, page("a", "2023-04-01", plan), page("b", "2023-04-06", MEET))
    assert found(ledger) == []


def test_two_sides_here_and_three_there(ledger: Ledger) -> None:
    three = act("meet", "蒙古国说，三方/会谈/6日在乌兰巴托举行。", "BWA MNG NPL", date="2023-04-06", place="Ulaanbaatar", voice="MNG")
    two = act("meet", "博方说，双边/会谈/6日在乌兰巴托举行。", "BWA MNG", date="2023-04-06", place="Ulaanbaatar", voice="BWA")
    put(ledger, page("a", "2023-04-06", three, two))
    assert [field for field, _ in found(ledger)] == ["participants"]


def test_other_numbers_of_the_same_thing(ledger: Ledger) -> None:
    one = act("agree", "两国6日/同意/|各释放25名渔民|。", "BWA MNG", date="2023-04-06")
    two = act("agree", "两国6日/商定/|各释放20名渔民|。", "BWA MNG", date="2023-04-06")
    about = act("agree", "两国6日/商定/|各释放约20名渔民|。", "BWA MNG", date="2023-04-06")
    put(ledger, page("a", "2023-04-06", one), page("c", "2023-04-06", about))
    assert found(ledger) == []
    put(ledger, page("b", "2023-04-07", two))
    assert [field for field, _ in found(ledger)] == ["number"]


def test_to_be_held_and_called_off_at_once(ledger: Ledger) -> None:
    plan = act("meet", "蒙古国说，会谈将于9日/举行/。", "BWA MNG", date="2023-04-09", modality="planned", voice="MNG")
    off = act("cancel", "博茨瓦纳官员说，会谈已/取消/。", "BWA MNG", voice="BWA")
    put(ledger, page("a", "2023-04-06", plan, off))
    assert [field for field, _ in found(ledger)] == ["happened"]


def test_called_off_days_later_is_news(ledger: Ledger) -> None:
    plan = act("meet", "蒙古国说，会谈将于9日/举行/。", "BWA MNG", date="2023-04-09", modality="planned", voice="MNG")
    off = act("cancel", "博茨瓦纳官员说，9日的会谈已/取消/。", "BWA MNG", voice="BWA", date="2023-04-09")
    put(ledger, page("a", "2023-04-03", plan), page("b", "2023-04-08", off))
    assert len({event for event in ledger.homes().values()}) == 1
    assert found(ledger) == []


def test_a_claim_and_its_denial_on_one_page(ledger: Ledger) -> None:
    claim = act("agree", "博茨瓦纳说，蒙古国已/同意/|撤出全部渔船|。", "MNG", voice="BWA")
    denied = act("agree", "蒙古国说，蒙方从未/同意/|撤出渔船|。", "MNG", voice="MNG", modality="denied")
    put(ledger, page("a", "2023-04-06", claim, denied))
    assert found(ledger) == [("claim_denied", {"a: 同意"})]


def test_a_claim_of_one_page_is_denied_on_another(ledger: Ledger) -> None:
    claim = act("accuse", "蒙古国/指责/|博茨瓦纳渔船越界捕捞|。", "MNG", "BWA")
    denial = act("deny", "博茨瓦纳/否认/|渔船越界捕捞|。", "BWA")
    other = act("deny", "博茨瓦纳/否认/|扣押三名船员|。", "BWA")
    put(ledger, page("a", "2023-04-06", claim), page("b", "2023-04-07", denial), page("c", "2023-04-07", other))
    assert found(ledger) == [("claim_denied", {"a: 指责", "b: 否认"})]


def test_a_bare_denial_answers_what_stands_before_it(ledger: Ledger) -> None:
    claim = act("accuse", "蒙古国/指责/|博茨瓦纳渔船越界|。", "MNG", "BWA")
    put(ledger, page("a", "2023-04-06", claim, act("deny", "博茨瓦纳/否认/。", "BWA")))
    assert found(ledger) == [("claim_denied", {"a: 指责", "a: 否认"})]


def test_nobody_denies_what_nobody_says_of_them(ledger: Ledger) -> None:
    own = act("agree", "博茨瓦纳/同意/|撤出渔船|。", "BWA", voice="BWA")
    about_other = act("accuse", "蒙古国/指责/|尼泊尔越界|。", "MNG", "NPL")
    put(ledger, page("a", "2023-04-06", own, about_other, act("deny", "博茨瓦纳/否认/|将扩大船队|。", "BWA")))
    assert found(ledger) == []


def test_each_says_that_the_other_began(ledger: Ledger) -> None:
    blame = act("accuse", "两国互相/指责/|对方先开火|。", "BWA MNG", "BWA MNG", date="2023-04-06")
    plain = act("accuse", "两国互相/指责/|对方缺乏诚意|。", "NPL PRY", "NPL PRY", date="2023-04-06")
    put(ledger, page("a", "2023-04-06", blame, plain))
    assert [field for field, _ in found(ledger)] == ["content"]


def test_what_is_gone_contradicts_no_longer(ledger: Ledger) -> None:
    other = MEET | {"words": "两国外长7日在乌兰巴托/举行/会谈。", "date": "2023-04-07"}
    put(ledger, page("a", "2023-04-07", MEET), page("b", "2023-04-08", other))
    assert len(ledger.contradictions()) == 1
    ledger.remove("b")
    assert ledger.contradictions() == []


def test_a_limit_changes_nothing_but_how_many_are_shown(ledger: Ledger) -> None:
    """One claim that many pages tell and many deny, and surer ones of other days: each shows the same row however many are asked for."""
    pages = []
    for number, day in enumerate(("02", "12", "22")):
        claim = act("meet", f"蒙古国官员说，双方{int(day)}日在边境/秘密会谈/。", "BWA MNG", voice="MNG", date=f"2023-04-{day}")
        denial = act("deny", "博茨瓦纳/否认/|双方在边境秘密会谈|。", "BWA")
        pages += [page(f"both{number}", f"2023-04-{day}", claim, denial)]
        pages += [page(f"claim{number}{later}", f"2023-04-{int(day) + later:02}", claim) for later in (0, 1, 2)]
        pages += [page(f"denial{number}{later}", f"2023-04-{int(day) + later:02}", denial) for later in (1, 2, 3)]
    put(ledger, *pages)
    everything = ledger.contradictions()
    assert len(everything) > 1
    assert [(one.day, one.id) for one in everything] == sorted((one.day, one.id) for one in everything)
    for limit in range(1, len(everything) + 1):
        assert ledger.contradictions(Wanted(limit=limit)) == everything[-limit:]
