"""Checks: from a study to the problems between its parts, one function a check."""

from collections.abc import Callable, Iterable

from mkdocs_casebook.checks import (
    analyses,
    assessments,
    bibliography,
    cases,
    citation_style,
    compared,
    contexts,
    dates,
    definitions,
    entries,
    formulas,
    judgements,
    mentions,
    publication,
    records,
    sections,
    uncited,
    whole_entries,
)
from mkdocs_casebook.model.problems import Problem, Severity
from mkdocs_casebook.model.study import Study

Check = Callable[[Study], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    records.duplicate_ids,
    records.unknown_targets,
    definitions.claimed_forms,
    definitions.broader_cycles,
    definitions.version_order,
    definitions.translations_behind,
    definitions.unexplained_versions,
    definitions.former_ids_in_use,
    definitions.misplaced_errata,
    definitions.long_quotations,
    definitions.retired_terms,
    definitions.pinned_versions,
    publication.broken_promises,
    mentions.unlinked_mentions,
    cases.incomplete_cases,
    cases.partners,
    cases.suspicious_coordinates,
    cases.unreadable_numbers,
    dates.ends_before_starts,
    dates.dates_out_of_order,
    sections.missing_sections,
    sections.misplaced_sections,
    assessments.missing_assessments,
    assessments.verdicts,
    assessments.unsupported_links,
    assessments.evidence,
    judgements.unsupported_judgements,
    judgements.mechanisms_without_rival,
    judgements.one_sided_findings,
    contexts.other_countries,
    uncited.uncited_paragraphs,
    formulas.formula_like_texts,
    compared.unknown_pairs,
    analyses.too_few_cases,
    analyses.one_sided_outcomes,
    analyses.circular_analyses,
    citation_style.unreadable_style,
    bibliography.duplicate_dois,
    bibliography.incomplete_entries,
    bibliography.unsafe_addresses,
    bibliography.unused_sources,
    entries.not_understood,
    whole_entries.whole_entries,
    entries.suspicious_names,
    entries.check_digits,
    entries.dois_in_addresses,
    entries.backward_pages,
)


def find_problems(study: Study) -> tuple[Problem, ...]:
    """Return all problems of a study that its settings do not ignore, in the order of the files.

    Args:
        study: The study, with the problems found on reading.
    """
    problems = [*study.problems, *(problem for check in CHECKS for problem in check(study))]
    severity = study.settings.severity_of
    wanted = (each for each in problems if severity(each.code) is not Severity.IGNORE)
    return tuple(sorted(dict.fromkeys(wanted), key=lambda each: (each.span, each.code)))
