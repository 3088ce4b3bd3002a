"""The whole study in one JSON file: every record as its model, in every language."""

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.records import MODELS
from mkdocs_casebook.model.walk import models_in
from mkdocs_casebook.views.exports.csl_json import json_text
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos.licence import licence_of
from mkdocs_casebook.views.tables.cases import url_of
from mkdocs_casebook.views.tables.dating import iso_date, last_change

FILE = "study.json"
SCHEMA_FILE = "study.schema.json"

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def study_json(site: Site) -> str:
    """Return the whole study.

    Args:
        site: The site of the study's first language.

    Returns:
        JSON, whose form the schema describes. Records stand by kind, then id, then language; the
        record of a translation is the original with the translated fields over it.
    """
    study, last = site.study, last_change(site.study)
    whole: dict[str, Any] = {
        "$schema": SCHEMA_FILE,
        "title": site.name,
        "url": site.url,
        "licence": {"notice": site.notice, "url": licence_of(site.notice)},
        "version": iso_date(last) if last else "",
        "languages": [*study.settings.languages],
        "records": {kind.value: [*_records(site, kind)] for kind in Kind},
    }
    return json_text(whole) + "\n"


def _records(site: Site, kind: Kind) -> Iterator[dict[str, Any]]:
    languages = [*site.study.settings.languages]
    documents = [
        document for language in languages for document in site.study.of_kind(kind, language)
    ]
    documents.sort(key=lambda each: (each.id, languages.index(each.language), each.path))
    return (_record(site, document) for document in documents)


def _record(site: Site, document: Document) -> dict[str, Any]:
    record = document.record
    return {
        "id": document.id,
        "language": document.language,
        "path": document.path,
        "url": url_of(site, document),
        "record": record.model_dump(mode="json") if record else None,
        "body": document.body,
    }


def study_schema() -> str:
    """Return the JSON Schema of the whole study, made from the models of its records.

    Source: https://json-schema.org/draft/2020-12
    """
    wanted = [(model, "serialization") for model in MODELS.values()]
    references, definitions = models_json_schema(
        wanted,  # type: ignore[arg-type]
        ref_template="#/$defs/{model}",
    )
    parts = definitions["$defs"]
    for model in _with_parts(MODELS.values()):
        _describe(parts[model.__name__], model)
    records = {
        kind.value: _list_of(references[(model, "serialization")]) for kind, model in MODELS.items()
    }
    text = {"type": "string"}
    schema = {
        "$schema": _DIALECT,
        "title": "Study",
        "description": "A whole study: every record as its model, in every language.",
        **_object(
            {
                "$schema": text,
                "title": text,
                "url": text,
                "licence": _object({"notice": text, "url": text}),
                "version": text,
                "languages": {"type": "array", "items": text},
                "records": _object(records),
            }
        ),
        "$defs": parts,
    }
    return json_text(schema) + "\n"


def _list_of(record: Mapping[str, Any]) -> dict[str, Any]:
    text = {"type": "string"}
    names = ("id", "language", "path", "url", "body")
    return {"type": "array", "items": _object({**dict.fromkeys(names, text), "record": record})}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _with_parts(models: Any) -> dict[type[BaseModel], None]:
    """Return models with the models of their parts, each once."""
    found: dict[type[BaseModel], None] = {}
    waiting = [*models]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            fields = model.model_fields.values()
            waiting += [part for each in fields for part in models_in(each.annotation)]
    return found


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Say of each property of a schema what the docstring of the model says of the attribute."""
    described = dict(_attributes(model))
    schema["description"] = (inspect.getdoc(model) or "").partition("\n\nAttributes:")[0]
    for name, part in schema["properties"].items():
        if name in described:
            part["description"] = described[name]


def _attributes(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for each in reversed(model.__mro__):
        if issubclass(each, BaseModel):
            text = (inspect.getdoc(each) or "").partition("\nAttributes:\n")[2]
            for name, said in _ATTRIBUTE.findall(text):
                yield name, " ".join(said.split())
