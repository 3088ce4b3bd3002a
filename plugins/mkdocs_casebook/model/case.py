"""Case studies: a scheme seen through the five questions and the criteria."""

from enum import StrEnum

from pydantic import Field

from mkdocs_casebook.model.fields import (
    ContextId,
    Country,
    CriterionId,
    Date,
    DateRange,
    Language,
    Model,
    Prose,
    ProseList,
    Sources,
    Text,
    WordList,
    Words,
)
from mkdocs_casebook.model.record import Confidence, Evidence, Record


class Scale(StrEnum):
    """The scale of an area."""

    NEIGHBOURHOOD = "neighbourhood"
    PARISH = "parish"
    MUNICIPALITY = "municipality"
    CITY = "city"
    INTERMUNICIPAL = "intermunicipal"
    REGION = "region"
    COUNTRY = "country"
    EUROPE = "europe"


class Precision(StrEnum):
    """What the coordinates of an area point at."""

    EXACT = "exact"
    CENTRE = "centre"
    COUNTRY = "country"


class Sector(StrEnum):
    """The sector that a partner belongs to."""

    PUBLIC = "public"
    VOLUNTARY = "voluntary"
    PRIVATE = "private"
    COMMUNITY = "community"
    RESEARCH = "research"
    MIXED = "mixed"


class Level(StrEnum):
    """The level at which a partner acts."""

    NEIGHBOURHOOD = "neighbourhood"
    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    EUROPEAN = "european"
    INTERNATIONAL = "international"


class SchemeType(StrEnum):
    """Whether the partners are bound by a contract."""

    PARTNERSHIP = "partnership"
    CONTRACT = "contract"
    BOTH = "both"


class Verdict(StrEnum):
    """A verdict on one criterion. ``no-evidence`` is not ``not-met``."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NO_EVIDENCE = "no-evidence"
    NOT_APPLICABLE = "not-applicable"


class ExclusionField(StrEnum):
    """The fields of the Council Resolution of 29 September 1989 on combating social exclusion."""

    RESOURCES = "resources"
    EDUCATION = "education"
    TRAINING = "training"
    EMPLOYMENT = "employment"
    HOUSING = "housing"
    PUBLIC_SERVICES = "public-services"
    MEDICAL_TREATMENT = "medical-treatment"


class LinkStatus(StrEnum):
    """How well the link between a scheme and the fight against exclusion is shown."""

    STATED = "stated"
    EVIDENCED = "evidenced"
    CONTESTED = "contested"


class Conclusion(StrEnum):
    """The judgement of a whole case."""

    GOOD = "good"
    PROMISING = "promising"
    MIXED = "mixed"
    NOT_GOOD = "not-good"
    UNDETERMINED = "undetermined"


class MechanismKind(StrEnum):
    """Whose account a mechanism is."""

    SOURCE = "source"
    SYNTHESIS = "synthesis"


class Area(Model):
    """An area in which the scheme works (first question).

    Attributes:
        name: Its name.
        scale: Its scale.
        population: Number of inhabitants.
        lat: Latitude in degrees, WGS 84.
        lon: Longitude in degrees, WGS 84.
        precision: What the coordinates point at.
    """

    name: Words
    scale: Scale
    population: int | None = Field(default=None, ge=0)
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    precision: Precision | None = None


class Project(Model):
    """What the scheme sets out to do (second question).

    Attributes:
        problem: The problem that it answers.
        objectives: Its aims.
        activities: What it does.
        target_groups: Whom it is for.
    """

    problem: Prose | None = None
    objectives: ProseList = ()
    activities: ProseList = ()
    target_groups: WordList = ()


class Partner(Model):
    """A partner (third question).

    Attributes:
        name: Its name.
        sector: The sector that it belongs to.
        level: The level at which it acts.
        roles: What it does in the scheme.
        source: Keys of the sources that say so.
    """

    name: Words
    sector: Sector
    level: Level
    roles: ProseList = ()
    source: Sources = ()


class Scheme(Model):
    """The contract or partnership (fourth question).

    Attributes:
        type: Partnership, contract or both.
        instrument: What the partners sign or set up.
        legal_basis: The law or decision that it rests on.
        signed: When it was signed or launched.
        duration: For how long it binds.
        signatories: Who signs.
        obligations: What the partners owe one another.
    """

    type: SchemeType
    instrument: Prose | None = None
    legal_basis: Prose | None = None
    signed: DateRange | None = None
    duration: Prose | None = None
    signatories: WordList = ()
    obligations: ProseList = ()


class Assessment(Model):
    """The assessment of a case by one criterion.

    Attributes:
        criterion: Id of the criterion.
        verdict: The verdict.
        confidence: How sure it is; none where there is no evidence.
        rationale: The reason for the verdict.
        evidence: The evidence, for and against.
    """

    criterion: CriterionId
    verdict: Verdict
    confidence: Confidence | None = None
    rationale: Prose
    evidence: tuple[Evidence, ...] = ()


class Baseline(Model):
    """The value that an indicator is compared with.

    Attributes:
        value: The value, as the source prints it.
        year: Year or years.
    """

    value: Text
    year: Text


class Indicator(Model):
    """A figure about the scheme.

    Attributes:
        name: What was counted.
        value: The value, as the source prints it.
        unit: Its unit.
        year: Year or years.
        baseline: The value that it is compared with, where one was seen.
        geography: The area counted.
        source: Keys of the sources.
        locator: Where in the source.
        criterion: The criterion that it bears on.
        note: What a reader should know about it.
    """

    name: Words
    value: Text
    unit: Words
    year: Text
    baseline: Baseline | None = None
    geography: Words | None = None
    source: Sources
    locator: Text | None = None
    criterion: CriterionId | None = None
    note: Prose | None = None


class ExclusionLink(Model):
    """The link between the scheme and the fight against social exclusion.

    Attributes:
        claim: What the link is said to be.
        status: Stated, evidenced or contested.
        evidence: The evidence for and against it.
    """

    claim: Prose
    status: LinkStatus
    evidence: tuple[Evidence, ...] = ()


class Mechanism(Model):
    """Why the scheme worked, or did not.

    Attributes:
        title: A short name.
        context: The circumstances.
        mechanism: What works in them, and how.
        outcome: What came of it.
        rival: A rival explanation.
        kind: Whether a source gives the account, or this study puts sources together.
        source: Keys of the sources.
    """

    title: Words
    context: Prose
    mechanism: Prose
    outcome: Prose
    rival: Prose | None = None
    kind: MechanismKind
    source: Sources


class Reading(Model):
    """One of several accounts of a scheme that do not agree.

    Attributes:
        title: Whose account it is, in a few words.
        date: When it was given.
        text: The account, in the study's words.
        source: Keys of the sources.
    """

    title: Words
    date: Date
    text: Prose
    source: Sources


class Risk(Model):
    """A risk that the scheme brings, such as stigmatisation.

    Attributes:
        risk: The risk.
        evidence: The evidence for and against it.
    """

    risk: Prose
    evidence: tuple[Evidence, ...] = ()


class Judgement(Model):
    """The judgement of the whole case.

    Attributes:
        conclusion: The judgement.
        rationale: The reason for it.
        assessor: Who judged.
        date: When.
        rests_on: Ids of the criteria that it rests on.
    """

    conclusion: Conclusion
    rationale: Prose
    assessor: Words
    date: Date
    rests_on: tuple[CriterionId, ...] = ()


class Case(Record):
    """A scheme studied through the five questions and the criteria.

    Attributes:
        title: Name of the scheme, in its own language.
        title_language: Language of the name, where it is not that of the record.
        country: Country, by its ISO 3166 code.
        areas: Where it works (first question).
        period: From when to when (EDTF interval).
        project: What it sets out to do (second question).
        partners: Who takes part (third question): two or more.
        scheme: The contract or partnership (fourth question).
        policy_fields: The fields of policy that it joins (fifth question).
        contexts: Ids of the political and administrative contexts.
        assessments: One for each criterion.
        indicators: Figures.
        exclusion_fields: The fields of exclusion that it deals with.
        exclusion_link: The link with the fight against social exclusion.
        readings: Accounts that do not agree, the older first; the study does not choose.
        judgement: The judgement of the whole case.
        mechanisms: Why it worked, or did not.
        risks: The risks that it brings, stigmatisation among them.
    """

    title: Words
    title_language: Language | None = None
    country: Country
    areas: tuple[Area, ...] = Field(min_length=1)
    period: DateRange
    project: Project
    partners: tuple[Partner, ...] = Field(min_length=2)
    scheme: Scheme
    policy_fields: WordList = ()
    contexts: tuple[ContextId, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    exclusion_fields: tuple[ExclusionField, ...] = ()
    exclusion_link: ExclusionLink | None = None
    readings: tuple[Reading, ...] = ()
    judgement: Judgement | None = None
    mechanisms: tuple[Mechanism, ...] = ()
    risks: tuple[Risk, ...] = ()
