"""Reads YAML into plain values that know their lines, within bounds that no file can break.

ruamel's composer gives the nodes with their marks; values are built here, so that only maps, lists, texts,
numbers and yes/no exist (no dates, no tags, no merge keys), duplicate keys are refused, and a file that
multiplies itself through aliases or nests without end is refused early.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from assist.problems import PackProblem

LARGEST_FILE_BYTES = 4 * 1024 * 1024
MOST_VALUES = 300_000
DEEPEST_NESTING = 60

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Path_ = tuple[str | int, ...]

_TRUE, _FALSE = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}
_KNOWN_TAGS = {
    "tag:yaml.org,2002:" + name
    for name in ("null", "bool", "int", "float", "str", "timestamp", "map", "seq", "merge", "value")
}


@dataclass
class YamlText:
    """A file's values and the line of each, by path of keys and indices."""

    file: str
    value: Plain
    raw: bytes
    _lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """Line (from 1) of the value at `path`, or of the nearest one around it."""
        where: Path_ = path
        while where and where not in self._lines:
            where = where[:-1]
        return self._lines.get(where, 1)

    def problem(self, reason: str, instead: str, *path: str | int) -> PackProblem:
        """A problem at the line of `path`."""
        return PackProblem(self.file, self.line(*path), reason, instead)


def read_yaml(path: Path, shown_as: str = "") -> YamlText:
    """Read a file; every fault of the file is a PackProblem."""
    name = shown_as or path.name
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_BYTES:
            raise PackProblem(name, 1, f"the file is too large ({size} bytes)", "Split it with `include`.")
        raw = path.read_bytes()
    except OSError as error:
        reason = f"the file can't be read ({error.strerror or error})"
        raise PackProblem(name, 1, reason, "Check the path and the rights.") from error
    return parse_yaml(raw, name)


def parse_yaml(raw: bytes, name: str) -> YamlText:
    """Parse bytes as UTF-8 YAML; every fault of the text is a PackProblem."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise PackProblem(name, line, "it is not UTF-8 text", "Save the file as UTF-8.") from error
    try:
        _refuse_deep_flow(text, name)
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = f"it is not YAML: {error.problem or error.context or 'syntax'}"
        raise PackProblem(
            name, mark.line + 1 if mark else 1, reason, "Check indent, quotes, colons."
        ) from error
    except RecursionError as error:
        raise PackProblem(name, 1, "it is nested too deeply", "Flatten it.") from error
    except (YAMLError, ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError) as error:
        # ruamel raises plain Python errors on some malformed directives and escapes
        line = _line_named_in(str(error))
        reason = f"it is not YAML: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
        raise PackProblem(name, line, reason, "Check the character or directive named here.") from error
    result = YamlText(name, None, raw)
    if node is not None:
        builder = _Builder(result)
        result.value = builder.build(node, (), 0)
    return result


def _refuse_deep_flow(text: str, name: str) -> None:
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        depth = max(depth, 0)
        if depth > 10 * DEEPEST_NESTING:
            raise PackProblem(name, number, "brackets are nested too deeply", "Close the brackets.")


def _line_named_in(message: str) -> int:
    head, found, tail = message.partition("line ")
    digits = "".join(character for character in tail[:8] if character.isdigit()) if found else ""
    return int(digits) if digits and head is not None else 1


class _Builder:
    """Turns nodes into values, counting as it goes."""

    def __init__(self, into: YamlText) -> None:
        self._into = into
        self._count = 0

    def build(self, node: Node, path: Path_, depth: int) -> Plain:
        self._count += 1
        line = node.start_mark.line + 1 if node.start_mark else 1
        self._into._lines[path] = line
        if depth > DEEPEST_NESTING:
            raise self._into.problem("it is nested too deeply", "Flatten it.", *path)
        if self._count > MOST_VALUES:
            raise self._into.problem("it holds too many values", "Split it, and do without aliases.", *path)
        tag = str(node.tag)
        if tag not in _KNOWN_TAGS:
            raise self._into.problem(f"the tag `{tag}` is not known here", "Remove the tag.", *path)
        if isinstance(node, MappingNode):
            return {key: self.build(value, (*path, key), depth + 1) for key, value in self._pairs(node, path)}
        if isinstance(node, SequenceNode):
            return [self.build(item, (*path, index), depth + 1) for index, item in enumerate(node.value)]
        return self._scalar(cast(ScalarNode, node), tag)

    def _pairs(self, node: MappingNode, path: Path_) -> Iterator[tuple[str, Node]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1 if key_node.start_mark else 1
            if not isinstance(key_node, ScalarNode):
                raise PackProblem(self._into.file, line, "a key is not a word", "Quote texts with {braces}.")
            key = str(key_node.value)
            if str(key_node.tag).endswith(":merge"):
                raise PackProblem(self._into.file, line, "`<<` is not known here", "Use `include`.")
            if key in seen:
                raise PackProblem(self._into.file, line, f"the key `{key}` stands twice", "Keep one of them.")
            seen.add(key)
            self._into._lines[(*path, key)] = line
            yield key, value_node

    def _scalar(self, node: ScalarNode, tag: str) -> Plain:
        text = str(node.value)
        kind = tag.rsplit(":", 1)[-1]
        if kind == "null":
            return None
        if kind == "bool":
            return text in _TRUE if text in _TRUE | _FALSE else text
        if kind in {"int", "float"}:
            return _number(text, whole=kind == "int")
        return text


def _number(text: str, *, whole: bool) -> int | float | str:
    try:
        return int(text) if whole else _finite(text)
    except ValueError:
        return text


def _finite(text: str) -> float:
    value = float(text)
    if value - value != 0.0:
        raise ValueError(text)
    return value
