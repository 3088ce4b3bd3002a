"""YAML mappings with the place of every key and value."""

from dataclasses import dataclass, field

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span

_LOADER: type[yaml.Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 24
_TAG = "tag:yaml.org,2002:"
_BOOLEANS = {"true": True, "false": False}


class _Refused(Exception):
    """The YAML is well formed, but not of the plain kind that front matter may be."""

    def __init__(self, node: Node, message: str, hint: str) -> None:
        super().__init__(message)
        self.node, self.hint = node, hint


@dataclass(slots=True)
class _Construction:
    file: str
    first_line: int
    seen: set[int] = field(default_factory=set)
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def span(self, node: Node) -> Span:
        mark = node.start_mark
        return Span(self.file, self.first_line + mark.line, mark.column + 1)


def read_mapping(
    text: str, file: str, first_line: int = 1, code: str = "invalid-front-matter"
) -> tuple[dict[str, object] | None, Locations, list[Problem]]:
    """Read a YAML mapping into plain data.

    Dates stay text, and so do words such as ``NO`` that YAML 1.1 takes for booleans. Aliases
    are refused: nothing in front matter needs them, and they can expand without bound.

    Args:
        text: The YAML.
        file: The file that it stands in, for messages.
        first_line: Line of the file at which the YAML starts.
        code: Code of the problem when it cannot be read.

    Returns:
        The mapping (None when it cannot be read), the places of its keys and values, and the
        problems found.
    """
    work = _Construction(file, first_line)
    try:
        root = yaml.compose(text, Loader=_LOADER)
        if root is None:
            return {}, Locations(), []
        if not isinstance(root, MappingNode):
            raise _Refused(root, "this is not a mapping", "write fields as 'name: value' lines")
        data = _mapping(root, (), 0, work)
    except yaml.YAMLError as error:
        return None, Locations(), [_syntax_problem(error, text, work, code)]
    except _Refused as refused:
        problem = Problem(code, work.span(refused.node), str(refused), refused.hint)
        return None, Locations(), [problem]
    return data, Locations(work.keys, work.values), work.problems


def _construct(node: Node, path: Path, depth: int, work: _Construction) -> object:
    if id(node) in work.seen:
        raise _Refused(node, "YAML aliases are not allowed", "write the value out in both places")
    work.seen.add(id(node))
    if depth > _MAX_DEPTH:
        raise _Refused(node, f"values are nested more than {_MAX_DEPTH} deep", "flatten them")
    work.values[path] = work.span(node)
    if isinstance(node, MappingNode):
        return _mapping(node, path, depth, work)
    if isinstance(node, SequenceNode):
        return [
            _construct(item, (*path, number), depth + 1, work)
            for number, item in enumerate(node.value)
        ]
    return _scalar(node)


def _mapping(node: MappingNode, path: Path, depth: int, work: _Construction) -> dict[str, object]:
    work.values[path] = work.span(node)
    data: dict[str, object] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, ScalarNode):
            raise _Refused(key_node, "the name of a field must be a word", "write 'name: value'")
        key = key_node.value
        here = (*path, key)
        if key in data:
            work.problems.append(
                Problem(
                    "duplicate-field",
                    work.span(key_node),
                    f"'{key}' stands twice; the first is at line {work.keys[here].line}",
                    "keep one of them",
                )
            )
            continue
        work.keys[here] = work.span(key_node)
        data[key] = _construct(value_node, here, depth + 1, work)
    return data


def _scalar(node: Node) -> object:
    text: str = node.value
    match node.tag.removeprefix(_TAG):
        case "null":
            return None
        case "bool":
            return _BOOLEANS.get(text.lower(), text)
        case "int":
            return int(text) if text.lstrip("+-").isdecimal() else text
        case "float":
            try:
                return float(text)
            except ValueError:
                return text
    return text


def _syntax_problem(error: yaml.YAMLError, text: str, work: _Construction, code: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        position = getattr(error, "position", None)
        before = text[:position] if isinstance(position, int) else ""
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    else:
        line, column = mark.line, mark.column
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "invalid YAML"
    lines = text.splitlines()
    hint = "check the indentation and the quotation marks around this line"
    if any("\t" in each for each in lines[line : line + 1]):
        hint = "YAML does not allow tabs for indentation: use spaces"
    elif ": " in "".join(lines[max(line - 1, 0) : line + 1]):
        hint += "; a value that holds ': ' needs quotation marks"
    return Problem(
        code, Span(work.file, work.first_line + line, column + 1), f"YAML: {reason}", hint
    )

