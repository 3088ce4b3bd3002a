"""The rival wordings on the pages of definitions, in both languages."""

import pytest
from lxml import html

from tests.site.pages import BuiltSite

CANDIDATES = 68
SIDES = pytest.mark.parametrize("side", ["", "fr/"])


@SIDES
def test_quotations_keep_their_language_and_paraphrases_speak_that_of_the_page(
    built_site: BuiltSite, side: str
) -> None:
    quoted, paraphrased = 0, 0
    for page in built_site.pages.values():
        if not page.address.startswith(f"{side}definitions/"):
            continue
        for candidate in html.document_fromstring(page.raw).find_class("cb-cand"):
            quotations = candidate.find_class("cb-q")
            paraphrases = candidate.find_class("cb-para")
            quoted += len(quotations)
            paraphrased += len(paraphrases)
            assert all(each.get("lang") for each in quotations)
            assert not [each.get("lang") for each in paraphrases if each.get("lang")]
            # What is foreign is translated; English is read by those of whom the page is.
            foreign = [each for each in quotations if side and each.get("lang") != page.language]
            assert len(candidate.find_class("cb-gloss")) >= len(foreign), page.address
    assert quoted + paraphrased == CANDIDATES
    assert paraphrased == 38


def test_a_preview_of_a_paraphrase_speaks_french(built_site: BuiltSite) -> None:
    page = html.document_fromstring(built_site.pages["fr/definitions/social-exclusion/"].raw)
    cards = [each.text_content() for each in page.xpath("//*[@role='tooltip']")]
    assert [each for each in cards if "L’exclusion se lit de trois manières" in each]
    assert not [each for each in cards if "Exclusion has three readings" in each]
