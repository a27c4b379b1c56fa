"""The pieces of a compiled condition, and which of them a sentence holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assist.rules.nodes import (
    AllNode,
    AtLeastNode,
    InScopeNode,
    LeafNode,
    Node,
    RegexNode,
    RelabelNode,
    SequenceNode,
    UnionNode,
)
from assist.rules.nodes_around import AnchoredNode, ClockNode, FactNode, RepeatedNode, SoundNode
from assist.rules.view import View

MOST_PIECES = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a condition."""

    label: str
    found: bool
    heard: str


def pieces(node: Node, view: View) -> list[Piece]:
    """The pieces that the condition needs, in its order; a choice with names counts as one piece."""
    found: list[Piece] = []
    _collect(node, view, found)
    return found[:MOST_PIECES]


def _nearness(way: list[Piece]) -> tuple[float, int]:
    return (sum(one.found for one in way) / len(way) if way else 0.0, len(way))


def _collect(node: Node, view: View, into: list[Piece]) -> None:
    children: Sequence[Node] = ()
    if isinstance(node, (SequenceNode, AllNode)):
        children = node.slots if isinstance(node, SequenceNode) else node.parts
    elif isinstance(node, InScopeNode):
        children = (node.what,)
    elif isinstance(node, UnionNode) and not node.label and node.children:
        # of several ways to fulfil it, the one that came nearest
        ways: list[list[Piece]] = []
        for child in node.children:
            way: list[Piece] = []
            _collect(child, view, way)
            ways.append(way)
        nearest = max(ways, key=_nearness)
        into.extend(nearest)
        return
    for child in children:
        _collect(child, view, into)
    if not children:
        into.append(_piece(node, view))


def _piece(node: Node, view: View) -> Piece:
    matches = node.matches(view)
    heard = ""
    if matches:
        first = min(matches, key=lambda one: one.cost)
        heard = (
            view.heard(first.first, first.end)
            if first.has_words
            else "; ".join(one.heard for one in first.others)
        )
    return Piece(_label(node), bool(matches), heard)


def _label(node: Node) -> str:
    if isinstance(node, (UnionNode, RelabelNode)) and node.label:
        return node.label
    if isinstance(node, FactNode):
        return "case: " + node.condition.fact
    if isinstance(node, AnchoredNode):
        return node.label
    names = {
        LeafNode: "phrase", RegexNode: "regex", AtLeastNode: "choice", RepeatedNode: "repeated",
        ClockNode: "clock", SoundNode: "sound",
    }  # fmt: skip
    return names.get(type(node), "condition")
