"""From matches to findings: scopes, exceptions, tiers and the meaning layer decide what a match is worth.

A finding is what a rule says about an utterance at one moment; the engine turns findings into the life of
flags. The classifier alone may only add *possible*; where some hint's words go with it, a violation to coach on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assist.rules.compiler import CompiledPack, CompiledRule
from assist.rules.conditions import Scope
from assist.rules.flags import Evidence, EvidenceKind, FlagKind, Severity
from assist.rules.matching.matcher import How, certain_enough
from assist.rules.nodes import Node
from assist.rules.pack import RuleType, Tier
from assist.rules.view import Match, View, mean_confidence

UNLESS_REACH = 16
"""Units around a match in which an `unless` counts."""
POSSIBLE_COST_EACH = 0.22
SHORTEST_POSSIBLE = 3.0
AGREEING_CHANCE = 0.5
"""The classifier agrees with a weak rule from here on."""
LIKELY_ANY_CHANCE = 0.65
"""So sure of some violation, the classifier agrees with a weak rule whose category it only thinks possible."""
POSSIBLE_CATEGORY_CHANCE = 0.2
CLASSIFIER_ALONE_CHANCE = 0.8
"""The classifier alone may raise *possible* from here on."""
SURE_ANY_CHANCE = 0.65
"""So sure of some violation, the classifier and any weak evidence at all are a violation of its likeliest category."""
BADLY_HEARD_CONFIDENCE = 0.75
"""Mean confidence of words below which they were heard badly. Measured medians: telephone 0.88, poor line 0.67."""
SURE_ANY_CHANCE_BADLY_HEARD = 0.4
"""On a poor line the telling words are lost; what is left is a mark for review all the same."""
ALSO_CHANCE = 0.5
"""Where a rule has spoken, the classifier names its likeliest category beside from here on."""
SECOND_SHARE = 0.3
"""A second category is named beside the likeliest where it is at least so likely in comparison."""
SECOND_SHARE_BADLY_HEARD = 0.15
CLASSIFIER_RULE = "meaning"
ANY_VIOLATION = "V00"
"""The classifier's category of all violations together."""
DOUBTED_ANY_CHANCE = 0.35
"""Below this chance of being any violation at all, words that a rule names are doubted."""

_EVIDENCE = {
    How.TEXT: EvidenceKind.TEXT,
    How.SOUND: EvidenceKind.SOUND,
    How.FUZZY: EvidenceKind.SOUND,
    How.SPOTTER: EvidenceKind.SPOTTER,
    How.ALTERNATIVE: EvidenceKind.ALTERNATIVE,
}
_REASONS = {FlagKind.POSSIBLE, FlagKind.VIOLATION}
_KIND_OF_TYPE = {
    RuleType.VIOLATION: FlagKind.VIOLATION,
    RuleType.TRIGGER: FlagKind.TRIGGER,
    RuleType.METADATA: FlagKind.METADATA,
    RuleType.DUTY: FlagKind.OMISSION,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about some words."""

    rule: CompiledRule | None
    """None for the classifier alone."""
    category: str
    kind: FlagKind
    severity: Severity
    score: float
    evidence: tuple[Evidence, ...]
    first_word: int
    last_word: int
    """Inclusive; -1 where no words are concerned."""
    start: int
    end: int
    weak: bool = False
    hint: bool = False
    """Nothing by itself: it counts with the classifier, or not at all."""

    @property
    def rule_id(self) -> str:
        """The rule's id."""
        return self.rule.rule.rule_id if self.rule is not None else CLASSIFIER_RULE


def find(pack: CompiledPack, rules: Sequence[int], view: View, chances: Mapping[str, float]) -> list[Finding]:
    """All findings of these rules (by place) in a view; `chances` come from the classifier, by category."""
    found = [
        finding
        for place in rules
        if pack.rules[place].rule.speaker.covers(view.channel)
        for finding in _of_rule(pack.rules[place], view)
    ]
    agreed = _with_agreement(found, chances)
    return agreed + _sure(pack, found, agreed, view, chances)


def _of_rule(compiled: CompiledRule, view: View) -> list[Finding]:
    matches = [match for match in compiled.node.matches(view) if _plausible(match)]
    return [_judged(compiled, match, view) for match in _apart(matches)]


def _plausible(match: Match) -> bool:
    if not match.has_words or certain_enough(match.cost, match.length):
        return True
    return match.length >= SHORTEST_POSSIBLE and match.cost / match.length <= POSSIBLE_COST_EACH


def _apart(matches: list[Match]) -> list[Match]:
    """The best of matches that overlap: the cheapest, then the shortest stretch, then the first."""
    ordered = sorted(
        matches, key=lambda one: (one.doubt, round(one.cost, 3), one.end - one.first, -one.length, one.first)
    )
    chosen: list[Match] = []
    for match in ordered:
        if not any(match.first < other.end and other.first < match.end for other in chosen):
            if not match.has_words and chosen:
                continue
            chosen.append(match)
    return sorted(chosen, key=lambda one: one.first)


def _judged(compiled: CompiledRule, match: Match, view: View) -> Finding:
    rule = compiled.rule
    kind = _KIND_OF_TYPE[rule.rule_type]
    weak = rule.tier is not Tier.STRONG
    hint = rule.tier is Tier.HINT
    notes: list[Evidence] = []
    scopes = {
        zone.scope: zone
        for zone in view.zones
        if zone.holds(_judged_parts(match)) and not zone.cue_within(match.spans())
    }
    if weak and (raising := rule.stronger_in & scopes.keys()):
        weak = hint = False
        notes.extend(_scope_note(scope, scopes, view) for scope in sorted(raising))
    if weakening := rule.weaker_in & scopes.keys():
        weak = True
        notes.extend(_scope_note(scope, scopes, view) for scope in sorted(weakening))
    certain = not match.has_words or certain_enough(match.cost, match.length)
    if weak or match.doubt or not certain:
        kind = FlagKind.POSSIBLE
    blocking = rule.unless_scope & scopes.keys()
    excused = next((one for node in compiled.unless for one in _near(node, match, view)), None)
    if blocking:
        kind = FlagKind.MENTION
        notes.extend(_scope_note(scope, scopes, view) for scope in sorted(blocking))
    elif excused is not None:
        kind = FlagKind.MENTION
        heard = view.heard(excused.first, excused.end) if excused.has_words else "fact"
        start, end = view.samples(excused.first, excused.end) if excused.has_words else (-1, -1)
        notes.append(Evidence(EvidenceKind.TEXT, "unless", heard, 1.0, start, end))
    evidence = (*_evidence(match, view), *match.others, *notes)
    score = _score(match, view)
    if kind in {FlagKind.POSSIBLE, FlagKind.MENTION}:
        score *= 0.5
    first_word, last_word, start, end = _place(match, view)
    severity = Severity.COACH if kind is FlagKind.MENTION else rule.severity
    return Finding(
        compiled, rule.category, kind, severity, round(score, 3), evidence, first_word, last_word, start, end,
        weak=weak and certain and not match.doubt, hint=hint,
    )  # fmt: skip


def _judged_parts(match: Match) -> list[tuple[int, int]]:
    """The parts that a scope must touch: those of two units and more, if there are any."""
    spans = match.spans()
    longer = [span for span in spans if span[1] - span[0] >= 2]
    return longer or spans


def _near(node: Node, match: Match, view: View) -> list[Match]:
    return [
        one
        for one in node.matches(view)
        if not one.has_words
        or not match.has_words
        or max(one.first - match.end, match.first - one.end) <= UNLESS_REACH
    ]


def _scope_note(scope: Scope, scopes: Mapping[Scope, object], view: View) -> Evidence:
    zone = scopes[scope]
    first, end = zone.cue_first, zone.cue_end  # type: ignore[attr-defined]
    start, stop = view.samples(first, end)
    return Evidence(EvidenceKind.TEXT, f"scope:{scope.value}", view.heard(first, end), 1.0, start, stop)


def _evidence(match: Match, view: View) -> tuple[Evidence, ...]:
    found = []
    for part in match.parts:
        start, end = view.samples(part.first, part.end)
        score = max(0.0, 1.0 - part.cost / max(1, part.end - part.first))
        heard = view.heard(part.first, part.end)
        detail = part.phrase if part.how in {How.TEXT, How.SOUND} else f"{part.phrase} ({part.how.value})"
        label = part.label or part.phrase
        found.append(Evidence(_EVIDENCE[part.how], label, heard, round(score, 3), start, end, detail))
    return tuple(found)


def _score(match: Match, view: View) -> float:
    """0.0 to 1.0: how well the words fit, and how sure the recogniser was of them."""
    if not match.has_words:
        return 0.5 if match.doubt else 1.0
    fit = max(0.2, 1.0 - 2.0 * match.cost / max(1.0, match.length))
    first, last = view.word_span(match.first, match.end)
    words = view.words[first : last + 1]
    confidence = mean_confidence(words)
    return fit * (0.7 + 0.3 * confidence)


def _place(match: Match, view: View) -> tuple[int, int, int, int]:
    if match.has_words:
        first, last = view.word_span(match.first, match.end)
        return first, last, view.words[first].start, view.words[last].end
    if match.sound_span is not None:
        return -1, -1, *match.sound_span
    return -1, -1, view.position, view.position


def _with_agreement(found: list[Finding], chances: Mapping[str, float]) -> list[Finding]:
    """Weak findings that agree (with each other or the classifier) count; a strong one tells its chance too."""
    agreed: list[Finding] = []
    for one in found:
        chance = chances.get(one.category, 0.0)
        if one.kind is FlagKind.POSSIBLE and one.weak and one.rule is not None:
            partner = not one.hint and any(
                other is not one
                and other.weak
                and not other.hint
                and other.category == one.category
                and other.kind is FlagKind.POSSIBLE
                and (other.first_word > one.last_word or one.first_word > other.last_word)
                for other in found
            )
            if partner or classifier_agrees(one.category, chances):
                score = 1.0 - (1.0 - one.score) * (1.0 - max(chance, one.score))
                kind = _KIND_OF_TYPE[one.rule.rule.rule_type]
                evidence = (*one.evidence, *_chance(one, chance))
                agreed.append(replace(one, kind=kind, score=round(score, 3), evidence=evidence))
                continue
        if not one.hint:
            agreed.append(replace(one, evidence=(*one.evidence, *_chance(one, chance))) if chance else one)
    return _without_needless_hints(agreed)


def _without_needless_hints(found: list[Finding]) -> list[Finding]:
    """One hint for a category, the longest, and none where a rule of it has spoken (if only of a mention)."""
    spoken_of = {
        one.category
        for one in found
        if not one.hint and one.kind in {FlagKind.VIOLATION, FlagKind.TRIGGER, FlagKind.MENTION}
    }
    chosen: dict[str, Finding] = {}
    for one in found:
        other = chosen.get(one.category)
        if one.hint and (
            other is None or one.last_word - one.first_word > other.last_word - other.first_word
        ):
            chosen[one.category] = one
    return [
        one
        for one in found
        if not one.hint or (one.category not in spoken_of and chosen[one.category] is one)
    ]


def doubted(found: list[Finding], chances: Mapping[str, float]) -> list[Finding]:
    """Strong violations that the classifier takes for ordinary talk become possible: for review, no alarm."""
    any_chance = chances.get(ANY_VIOLATION)
    if any_chance is None or any_chance >= DOUBTED_ANY_CHANCE:
        return found
    return [
        replace(
            one,
            kind=FlagKind.POSSIBLE,
            score=round(one.score * 0.5, 3),
            evidence=(
                *one.evidence,
                Evidence(
                    EvidenceKind.CLASSIFIER, "ordinary_talk", "", round(1 - any_chance, 3), one.start, one.end
                ),
            ),
        )
        if one.kind is FlagKind.VIOLATION
        and one.first_word >= 0
        and one.category.startswith("V")
        and not _rests_on_party(one)
        and chances.get(one.category, 0.0) < AGREEING_CHANCE
        and not _rests_on_facts(one)
        else one
        for one in found
    ]


def _rests_on_facts(one: Finding) -> bool:
    """Ordinary words that break a rule by a fact of the case (a third party listens): the classifier hears words only."""
    return any(reason.kind is EvidenceKind.FACT and reason.heard != "unknown" for reason in one.evidence)


def _rests_on_party(one: Finding) -> bool:
    """Said to a third party, plain words are the violation; the classifier does not know who listens."""
    return any(item.kind is EvidenceKind.FACT and item.concept == "party" for item in one.evidence)


def classifier_agrees(category: str, chances: Mapping[str, float]) -> bool:
    """Whether the classifier's chances support a weak finding of this category."""
    chance, any_chance = chances.get(category, 0.0), chances.get(ANY_VIOLATION)
    if not category.startswith("V") or any_chance is None:
        return chance >= AGREEING_CHANCE
    return (chance >= AGREEING_CHANCE and any_chance >= AGREEING_CHANCE) or (
        chance >= POSSIBLE_CATEGORY_CHANCE and any_chance >= LIKELY_ANY_CHANCE
    )


def _chance(one: Finding, chance: float) -> tuple[Evidence, ...]:
    if chance < POSSIBLE_CATEGORY_CHANCE:
        return ()
    return (Evidence(EvidenceKind.CLASSIFIER, one.category, "", round(chance, 3), one.start, one.end),)


def _sure(
    pack: CompiledPack,
    evidence: Sequence[Finding],
    found: Sequence[Finding],
    view: View,
    chances: Mapping[str, float],
) -> list[Finding]:
    """What the classifier is sure of and weak evidence of any kind goes with: a violation, for coaching only."""
    if not view.words:
        return []
    sure, share = SURE_ANY_CHANCE, SECOND_SHARE
    if mean_confidence(view.words) < BADLY_HEARD_CONFIDENCE:
        sure, share = SURE_ANY_CHANCE_BADLY_HEARD, SECOND_SHARE_BADLY_HEARD
    if chances.get(ANY_VIOLATION, 0.0) < sure:
        return []
    spoken_of = {one.category for one in found if one.kind is FlagKind.VIOLATION}
    reasons = [one for one in evidence if one.first_word >= 0 and one.kind in _REASONS]
    if not reasons:
        return []
    told_of = {one.rule.category for one in pack.rules if one.rule.tier is Tier.HINT}
    by_chance = sorted(
        ((chance, category) for category, chance in chances.items() if category != ANY_VIOLATION),
        reverse=True,
    )
    close = by_chance[:1] + [one for one in by_chance[1:2] if one[0] >= share * by_chance[0][0]]
    if spoken_of:
        close = [one for one in close[:1] if one[0] >= ALSO_CHANCE and one[1] not in spoken_of]
    named = [one for one in close if one[1] in told_of and close[0][1] in told_of]
    weak = max(reasons, key=lambda one: (chances.get(one.category, 0.0), one.score))
    start, end = view.words[0].start, view.words[-1].end
    return [
        Finding(
            _hint_rule(pack, category), category, FlagKind.VIOLATION, Severity.COACH, round(chances[ANY_VIOLATION], 3),
            (Evidence(EvidenceKind.CLASSIFIER, category, "", round(chance, 3), start, end), *weak.evidence),
            0, len(view.words) - 1, start, end,
        )
        for chance, category in named
    ]  # fmt: skip


def _hint_rule(pack: CompiledPack, category: str) -> CompiledRule | None:
    """The rule that says of a category what it is, what its law is, and what to say instead."""
    return next(
        (one for one in pack.rules if one.rule.tier is Tier.HINT and one.rule.category == category), None
    )


def classifier_findings(found: Sequence[Finding], view: View, chances: Mapping[str, float]) -> list[Finding]:
    """What the classifier alone suspects, for review: the likeliest category that no rule speaks of."""
    if not view.words:
        return []
    spoken_of = {one.category for one in found}
    likely = [
        (chance, category)
        for category, chance in chances.items()
        if chance >= CLASSIFIER_ALONE_CHANCE and category != ANY_VIOLATION
    ]
    likely.sort(reverse=True)
    if not likely or spoken_of & {category for _, category in likely}:
        return []
    chance, category = likely[0]
    start, end = view.words[0].start, view.words[-1].end
    evidence = Evidence(EvidenceKind.CLASSIFIER, category, "", round(chance, 3), start, end)
    return [
        Finding(
            None, category, FlagKind.POSSIBLE, Severity.COACH, round(chance * 0.5, 3), (evidence,), 0,
            len(view.words) - 1, start, end,
        )
    ]  # fmt: skip
