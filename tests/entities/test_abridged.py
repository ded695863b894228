"""Short names of organizations that the page itself names in full."""

import datetime

import pytest

import verbale


def organizations(text: str) -> set[str]:
    record = verbale.read(f"各地代表当天在场外等候，会场内外聚集了不少人。\n{text}", published=datetime.date(2025, 3, 10))
    return {entity.id for entity in record.entities if entity.type == "organization"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("泰国政府与泰南组织国民革命阵线10日会谈。国阵代表阿纳斯说，国阵愿意遵守协议。", "BRN_PATANI"),
        ("泰國政府與國民革命陣線10日會談。國陣拒絕撤離。", "BRN_PATANI"),
        ("马来西亚国民阵线10日开会。国阵愿意同希盟合作。", "BN_MYS"),
        ("马来西亚首相安华说，国阵同意加入政府。国民革命阵线没有置评。", "BN_MYS"),  # in short before the other is named
    ],
)
def test_a_short_name_means_whom_the_page_names_in_full(text, meant):
    assert meant in organizations(text)
    assert len(organizations(text) & {"BRN_PATANI", "BN_MYS"}) == 1 + ("置评" in text)


def test_a_union_known_by_its_short_name_keeps_it():
    assert organizations("印度與歐亞經濟聯盟啟動談判，歐盟反對。") == {"EAEU", "EU"}
