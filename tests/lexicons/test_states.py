"""States, their short forms, cities, venues and organizations agree with each other."""

import re

import pytest

from verbale.language.fold import fold
from verbale.lexicons import tables

BESIDE_THE_STANDARD = {"XKX", "SUN"}  # a code in use that ISO does not assign, and one that it withdrew
PLACES_WITH_A_GOVERNMENT = {"HKG", "MAC"}
KINDS = {"igo", "bloc", "armed", "party", "parliament", "agency", "company", "media", "platform", "other"}


def ids(file: str) -> set[str]:
    return {row["id"] for row in tables.rows(file)}


def test_state_ids_are_iso_codes():
    assert all(re.fullmatch("[A-Z]{3}", name) for name in ids("states.tsv"))
    core = pytest.importorskip("babel.core")
    assert [name for name in ids("states.tsv") - BESIDE_THE_STANDARD if name not in core.get_global("territory_aliases")] == []


def test_all_members_of_the_security_council_and_the_disputed_are_there():
    assert {"USA", "RUS", "CHN", "FRA", "GBR", "TWN", "PSE", "XKX", "GRL"} <= ids("states.tsv")
    assert {"HKG", "MAC"}.isdisjoint(ids("states.tsv"))


def test_every_capital_is_a_city_of_its_state():
    countries = {row["id"]: row["country"] for row in tables.rows("cities.tsv")}
    wrong = [row["id"] for row in tables.rows("states.tsv") if row["id"] != "SUN" and countries.get(row["capital"]) != row["id"]]
    assert wrong == []


def test_every_city_lies_in_a_state_and_on_the_globe():
    states = ids("states.tsv")
    for row in tables.rows("cities.tsv"):
        assert row["country"] in states | {""}, row
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row


def test_every_venue_lies_in_a_city():
    assert {row["city"] for row in tables.rows("venues.tsv")} - {""} <= ids("cities.tsv")


def test_short_forms_are_single_characters_and_full_forms_are_not():
    for row in tables.rows("states.tsv"):
        assert all(len(form) == 1 for form in tables.forms(row["short"])), row
        assert all(len(form) > 1 for form in tables.forms(row["forms"])), row


def test_ambiguous_short_forms_have_an_order_and_the_order_names_only_those():
    bearers: dict[str, set[str]] = {}
    for row in tables.rows("states.tsv"):
        for form in tables.forms(row["short"]):
            bearers.setdefault(fold(form), set()).add(row["id"])
    order = tables.rules("bodies.toml")["order"]
    assert {char: set(names) for char, names in order.items() if len(names) > 1} == {
        c: names for c, names in bearers.items() if len(names) > 1
    }


def test_organizations_are_of_known_types_kinds_and_states():
    for row in tables.rows("organizations.tsv"):
        assert row["type"] in {"organization", "group"}, row
        assert row["kind"] in KINDS, row
        assert row["state"] in ids("states.tsv") | {""}, row


def test_organizations_share_no_id_with_states():
    assert ids("organizations.tsv").isdisjoint(ids("states.tsv"))


def test_organizations_with_one_name_are_of_different_states():
    owners: dict[tuple[str, str], str] = {}
    for row in tables.rows("organizations.tsv"):
        for form in tables.forms(row["forms"]):
            assert owners.setdefault((fold(form), row["state"]), row["id"]) == row["id"], form


def test_offices_of_the_table_of_tenures_are_titles():
    known = {form for row in tables.rows("titles.tsv") for form in (row["office"], *tables.forms(row["forms"]))}
    assert {row["office"] for row in tables.rows("offices.tsv")} - known == set()


def test_a_title_bears_its_own_key_as_a_form():
    assert [row["office"] for row in tables.rows("titles.tsv") if row["office"] not in tables.forms(row["forms"])] == []


def test_bodies_of_the_table_of_tenures_are_states_or_organizations():
    bodies = {row["body"] for row in tables.rows("offices.tsv")}
    assert bodies - ids("states.tsv") - ids("organizations.tsv") - PLACES_WITH_A_GOVERNMENT == set()


def test_affiliations_of_people_are_states_or_organizations():
    bodies = {row["affiliation"] for row in tables.rows("people.tsv")} - {""}
    assert bodies - ids("states.tsv") - ids("organizations.tsv") - PLACES_WITH_A_GOVERNMENT == set()
