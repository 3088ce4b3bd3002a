"""The tables with a row a case, and a row a part of a case: its areas and its partners."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_casebook.model.case import (
    Area,
    Case,
    Conclusion,
    ExclusionField,
    ExclusionLink,
    Judgement,
    Level,
    LinkStatus,
    Partner,
    Precision,
    Scale,
    SchemeType,
    Sector,
)
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.tables.columns import (
    COUNTRY,
    choice,
    edtf,
    id_,
    number,
    ongoing,
    prose,
    text,
    texts,
    years,
)
from mkdocs_casebook.views.tables.table import Column, Table, Type


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A case.

    Attributes:
        document: Its file.
        case: The case.
        url: The address of its page.
    """

    document: Document
    case: Case
    url: str

    @property
    def link(self) -> ExclusionLink | None:
        """Its link with the fight against exclusion."""
        return self.case.exclusion_link

    @property
    def judgement(self) -> Judgement | None:
        """Its judgement."""
        return self.case.judgement


@dataclass(frozen=True, slots=True)
class Part(CaseItem):
    """One of the parts of a case.

    Attributes:
        number: Its place among the parts of this kind, from 1.
    """

    number: int


@dataclass(frozen=True, slots=True)
class AreaItem(Part):
    """An area of a case."""

    area: Area


@dataclass(frozen=True, slots=True)
class PartnerItem(Part):
    """A partner of a case."""

    partner: Partner


def cases(site: Site) -> Iterator[CaseItem]:
    """Yield the cases of a study in its first language, sorted by id."""
    for document in sorted(site.study.of_kind(Kind.CASE), key=lambda each: each.id):
        if isinstance(document.record, Case):
            yield CaseItem(document, document.record, url_of(site, document))


def url_of(site: Site, document: Document) -> str:
    """Return the address of the page of a record; from the root where the site's is not known."""
    page = page_of(Target(document.kind, document.id)) if document.kind else document.page
    path = site.path(page, document.language)
    return f"{site.url.removesuffix(site.prefix(site.language)) or '/'}{path}"


def _areas(site: Site) -> Iterator[AreaItem]:
    for item in cases(site):
        for place, area in enumerate(item.case.areas, start=1):
            yield AreaItem(item.document, item.case, item.url, place, area)


def _partners(site: Site) -> Iterator[PartnerItem]:
    for item in cases(site):
        for place, partner in enumerate(item.case.partners, start=1):
            yield PartnerItem(item.document, item.case, item.url, place, partner)


CASES: Table[CaseItem] = Table(
    "cases",
    cases,
    (
        id_("id", lambda each: each.document.id),
        text("title", lambda each: each.case.title, required=True),
        text("title_language", lambda each: each.case.title_language),
        prose("summary", lambda each: each.case.summary),
        Column("country", lambda each: each.case.country, required=True, pattern=COUNTRY),
        edtf("period", lambda each: each.case.period, required=True),
        *years(lambda each: each.case.period),
        Column("ongoing", lambda each: ongoing(each.case.period), Type.BOOLEAN),
        prose("problem", lambda each: each.case.project.problem),
        texts("objectives", lambda each: each.case.project.objectives, markdown=True),
        texts("activities", lambda each: each.case.project.activities, markdown=True),
        texts("target_groups", lambda each: each.case.project.target_groups),
        choice(
            "scheme_type",
            lambda each: each.case.scheme.type,
            SchemeType,
            "scheme_type",
            required=True,
        ),
        prose("instrument", lambda each: each.case.scheme.instrument),
        prose("legal_basis", lambda each: each.case.scheme.legal_basis),
        edtf("signed", lambda each: each.case.scheme.signed),
        prose("duration", lambda each: each.case.scheme.duration),
        texts("signatories", lambda each: each.case.scheme.signatories),
        texts("obligations", lambda each: each.case.scheme.obligations, markdown=True),
        texts("policy_fields", lambda each: each.case.policy_fields),
        texts("contexts", lambda each: each.case.contexts),
        Column(
            "exclusion_fields",
            lambda each: each.case.exclusion_fields,
            Type.ARRAY,
            choices=tuple(ExclusionField),
            words="exclusion_field",
        ),
        prose("exclusion_claim", lambda each: each.link.claim if each.link else None),
        choice(
            "exclusion_status",
            lambda each: each.link.status if each.link else None,
            LinkStatus,
            "case.link_status",
        ),
        choice(
            "judgement",
            lambda each: each.judgement.conclusion if each.judgement else None,
            Conclusion,
            "conclusion",
        ),
        prose(
            "judgement_rationale", lambda each: each.judgement.rationale if each.judgement else None
        ),
        text("assessor", lambda each: each.judgement.assessor if each.judgement else None),
        edtf("judged", lambda each: each.judgement.date if each.judgement else None),
        texts("rests_on", lambda each: each.judgement.rests_on if each.judgement else None),
        edtf("date", lambda each: each.case.date),
        texts("authors", lambda each: each.case.authors),
        text("url", lambda each: each.url, required=True),
    ),
    key=("id",),
)

AREAS: Table[AreaItem] = Table(
    "areas",
    _areas,
    (
        id_("case", lambda each: each.document.id),
        number(lambda each: each.number),
        text("name", lambda each: each.area.name, required=True),
        choice("scale", lambda each: each.area.scale, Scale, "scale", required=True),
        Column("population", lambda each: each.area.population, Type.INTEGER, limits=(0, 10**10)),
        Column("lat", lambda each: each.area.lat, Type.NUMBER, limits=(-90, 90)),
        Column("lon", lambda each: each.area.lon, Type.NUMBER, limits=(-180, 180)),
        choice("precision", lambda each: each.area.precision, Precision, "tables.precision"),
    ),
    key=("case", "number"),
    refers={"case": "cases"},
)

PARTNERS: Table[PartnerItem] = Table(
    "partners",
    _partners,
    (
        id_("case", lambda each: each.document.id),
        number(lambda each: each.number),
        text("name", lambda each: each.partner.name, required=True),
        choice("sector", lambda each: each.partner.sector, Sector, "sector", required=True),
        choice("level", lambda each: each.partner.level, Level, "level", required=True),
        texts("roles", lambda each: each.partner.roles, markdown=True),
        texts("sources", lambda each: each.partner.source),
    ),
    key=("case", "number"),
    refers={"case": "cases"},
)
