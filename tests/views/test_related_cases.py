"""Which cases stand near a case, and how near their assessments are."""

from pathlib import Path

import pytest

from mkdocs_casebook.views.related_cases import Nearness, RelatedCases
from tests.sites import site_of, small_study
from tests.views.cases import case

NO_CASES: dict[str, str | None] = {
    "docs/en/cases/safer-cities.md": None,
    "docs/en/cases/rede-social.md": None,
}


def related(folder: Path, **cases: str) -> RelatedCases:
    files = {f"docs/en/cases/{name}.md": text for name, text in cases.items()}
    return RelatedCases(site_of(small_study(folder, {**NO_CASES, **files})))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("met met partly", "met met partly", Nearness(3, 3, 0.0)),
        ("met met met", "not-met partly met", Nearness(3, 1, 1.0)),
        ("met met met no-evidence", "met met met met", Nearness(3, 3, 0.0)),
        ("met met no-evidence met", "met met met not-applicable", None),
        ("met met", "met met", None),
        ("- met met met", "met - met met", None),
    ],
)
def test_only_verdicts_that_decide_on_both_sides_count(
    one: str, other: str, expected: Nearness | None, tmp_path: Path
) -> None:
    found = related(tmp_path, one=case("One", verdicts=one), other=case("Other", verdicts=other))
    assert found.nearness("one", "other") == found.nearness("other", "one") == expected


def test_each_case_is_there_for_its_reason(tmp_path: Path) -> None:
    found = related(
        tmp_path,
        own=case("Own", verdicts="met met met"),
        compatriot=case("Compatriot", type="contract"),
        alike=case("Alike", country="FR", type="contract", verdicts="met met partly"),
        kind=case("Kind", country="FR"),
        stranger=case("Stranger", country="PT", type="contract"),
    ).of("own")
    reasons = [(e.id, e.same_country, bool(e.nearness), e.same_type) for e in found]
    assert reasons == [
        ("compatriot", True, False, False),
        ("alike", False, True, False),
        ("kind", False, False, True),
    ]


def test_the_nearest_come_first_and_a_case_is_not_its_own_neighbour(tmp_path: Path) -> None:
    found = related(
        tmp_path,
        own=case("Own", country="GB", verdicts="met met met met"),
        far=case("Far", country="FR", type="contract", verdicts="not-met not-met met met"),
        near=case("Near", country="PT", type="contract", verdicts="met met met partly"),
        same=case("Same", country="ES", type="contract", verdicts="met met met met"),
        further=case(
            "Further", country="IT", type="contract", verdicts="not-met not-met not-met -"
        ),
    ).of("own")
    assert [each.id for each in found] == ["same", "near", "far"]


def test_of_many_compatriots_those_of_the_same_time_come_first(tmp_path: Path) -> None:
    years = {
        f"c{year}": case("C", type="contract", period=f"{year}/{year}")
        for year in range(1970, 1990)
    }
    found = related(tmp_path, own=case("Own", period="1979-06/1985"), **years).of("own")
    assert [each.id for each in found] == ["c1979", "c1978", "c1980"]
