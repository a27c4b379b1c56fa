"""Case data as the call needs it: who owes what to whom, what happened so far, what stands against a call.

Frozen values; a change is a new `Case`. Money is Decimal in the debt's currency, instants are time zone
aware, days are dates where the debtor is. Personal data: never to be logged above DEBUG.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum


class DebtKind(StrEnum):
    """What the debt is, since the rules differ by it."""

    CREDIT_CARD = "credit_card"
    CONSUMER_LOAN = "consumer_loan"
    AUTO_LOAN = "auto_loan"
    MORTGAGE = "mortgage"
    PURCHASED = "purchased"
    """Bought from the creditor; the buyer follows the creditor's duties."""
    TRADE = "trade"
    PRIVATE = "private"
    OTHER = "other"


class LitigationStatus(StrEnum):
    """How far the legal procedure is; the agent may claim no more than this."""

    NONE = "none"
    CONSIDERED = "considered"
    FILED = "filed"
    JUDGED = "judged"
    ENFORCED = "enforced"


class Role(StrEnum):
    """What a person is to the debt."""

    DEBTOR = "debtor"
    GUARANTOR = "guarantor"
    REPRESENTATIVE = "representative"
    """A lawyer or debt adviser with authority."""
    CONTACT = "contact"
    """Named by the debtor to be asked if the debtor can't be reached; owes nothing."""
    THIRD_PARTY = "third_party"


class AttemptOutcome(StrEnum):
    """What became of a call."""

    NO_ANSWER = "no_answer"
    BUSY = "busy"
    REFUSED = "refused"
    """Rejected or switched off."""
    INVALID_NUMBER = "invalid_number"
    NOT_CONNECTED = "not_connected"
    """The network did not put it through."""
    VOICEMAIL = "voicemail"
    CONNECTED = "connected"
    """Someone answered; no talk about the debt came of it."""
    CONVERSATION = "conversation"
    """An effective talk with the person called."""

    @property
    def connected(self) -> bool:
        """Someone answered."""
        return self in {AttemptOutcome.CONNECTED, AttemptOutcome.CONVERSATION}


class StopScope(StrEnum):
    """What a stop request covers."""

    ALL = "all"
    CALLS = "calls"
    NUMBER = "number"
    """This number only."""
    WORKPLACE = "workplace"
    HOURS = "hours"
    """Certain hours of the day."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number of a person, in E.164."""

    number: str
    workplace: bool = False
    invalid: bool = False
    """Known to be wrong or out of service."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the case knows."""

    person_id: str
    """Unique in its case; the debtor's is `debtor`."""
    name: str
    role: Role
    phones: tuple[Phone, ...] = ()
    time_zone: str = ""
    """IANA name where known from the address; otherwise it follows from the number."""
    place: str = ""
    relation: str = ""
    """To the debtor, in the team's words."""
    deceased: bool = False
    lacks_capacity: bool = False
    vulnerable: str = ""
    """Why care is due (illness, age, loss), empty if nothing is known."""


@dataclass(frozen=True, slots=True)
class ProductTerms:
    """What the product's contract says about paying late and in instalments."""

    annual_rate: Decimal = Decimal(0)
    """Nominal yearly interest on the instalment plan's principal, 0.18 for 18 %."""
    fee_rate_per_instalment: Decimal = Decimal(0)
    """Instalment fee per period, on the original principal (how Chinese card plans charge)."""
    fixed_fee: Decimal = Decimal(0)
    """Charged once, with the first instalment."""
    longest_months: int = 0
    """0 where the contract has no limit of its own."""
    least_instalment: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Debt:
    """One debt of the debtor."""

    debt_id: str
    creditor: str
    product: str
    kind: DebtKind
    currency: str
    principal: Decimal
    interest: Decimal = Decimal(0)
    fees: Decimal = Decimal(0)
    as_of: date | None = None
    """The day on which these sums were right."""
    due_since: date | None = None
    """The oldest unpaid due date."""
    official_channels: tuple[str, ...] = ()
    """Where the creditor wants to be paid; never a private account."""
    account_tail: str = ""
    """Last digits by which the debtor knows the account."""
    terms: ProductTerms = ProductTerms()
    outsourced: bool = False
    notice_sent: date | None = None
    """When the debtor was told of the outside agency."""
    settled: date | None = None
    """When it was paid off, written off, withdrawn or sold; some records must be kept for years from then on."""

    @property
    def total(self) -> Decimal:
        """All that is owed on this debt."""
        return self.principal + self.interest + self.fees

    def days_overdue(self, today: date) -> int:
        """Days since the oldest unpaid due date; 0 where it is not known."""
        return 0 if self.due_since is None else max(0, (today - self.due_since).days)


@dataclass(frozen=True, slots=True)
class ContactAttempt:
    """One call of the past."""

    at: datetime
    person_id: str
    number: str
    outcome: AttemptOutcome
    debt_ids: tuple[str, ...] = ()
    """Empty means all debts of the case."""
    inbound: bool = False
    """The person called us: not counted as placed, but a conversation all the same."""
    consented: bool = False
    """Placed with the person's consent, given directly and at most seven days before."""
    call_id: str = ""
    """Of the recorded call, where there is one."""


@dataclass(frozen=True, slots=True)
class StopRequest:
    """A person asked not to be called."""

    at: datetime
    person_id: str
    scope: StopScope
    number: str = ""
    """For the scope `number`."""
    written: bool = False
    words: str = ""
    lifted_at: datetime | None = None
    from_time: time | None = None
    """For the scope `hours`: not from here …"""
    until_time: time | None = None
    """… until here, in the person's local time."""


@dataclass(frozen=True, slots=True)
class HoursConsent:
    """A person agreed to be called outside the usual hours."""

    at: datetime
    person_id: str
    from_time: time
    until_time: time
    expires: date
    words: str
    """The exact phrase, as evidence."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """The debtor denies the debt or its amount."""

    at: datetime
    debt_ids: tuple[str, ...]
    """Empty means all debts of the case."""
    reason: str
    written: bool = False
    resolved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AgreedPlan:
    """An instalment plan that was agreed; while it is kept, collection stops."""

    plan_id: str
    debt_ids: tuple[str, ...]
    agreed_at: datetime
    instalments: tuple[tuple[date, Decimal], ...]
    oral: bool
    """Agreed on a recorded call; the recording is kept until it is settled."""
    breached_at: datetime | None = None
    settled_at: datetime | None = None

    @property
    def in_force(self) -> bool:
        """Neither breached nor settled."""
        return self.breached_at is None and self.settled_at is None


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to pay that was confirmed on a call."""

    at: datetime
    debt_id: str
    amount: Decimal | None
    due: date | None
    kept: bool | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One debtor with their debts and everything that bears on the next call."""

    case_id: str
    people: tuple[Person, ...]
    debts: tuple[Debt, ...]
    locale: str
    """The contact rules and playbook that apply, such as `zh_CN`."""
    litigation: LitigationStatus = LitigationStatus.NONE
    time_barred: bool = False
    bankrupt_since: date | None = None
    moratorium_until: date | None = None
    """Breathing space: no enforcement or contact about the debt until then."""
    debt_advice_hold_until: date | None = None
    attempts: tuple[ContactAttempt, ...] = ()
    stops: tuple[StopRequest, ...] = ()
    consents: tuple[HoursConsent, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    plans: tuple[AgreedPlan, ...] = ()
    promises: tuple[Promise, ...] = ()
    hardship: str = ""
    notes: str = ""

    @property
    def debtor(self) -> Person:
        """The debtor; every case has exactly one."""
        return next(person for person in self.people if person.role is Role.DEBTOR)

    @property
    def guarantors(self) -> tuple[Person, ...]:
        """Those who answer for the debt by contract."""
        return tuple(person for person in self.people if person.role is Role.GUARANTOR)

    @property
    def represented(self) -> bool:
        """A lawyer or adviser speaks for the debtor."""
        return any(person.role is Role.REPRESENTATIVE for person in self.people)

    @property
    def total(self) -> Decimal:
        """All debts together; only of use where they share a currency."""
        return sum((debt.total for debt in self.debts), Decimal(0))

    def person(self, person_id: str) -> Person:
        """The person with this id; KeyError if the case knows none."""
        for person in self.people:
            if person.person_id == person_id:
                return person
        raise KeyError(person_id)

    def debt(self, debt_id: str) -> Debt:
        """The debt with this id; KeyError if the case knows none."""
        for debt in self.debts:
            if debt.debt_id == debt_id:
                return debt
        raise KeyError(debt_id)

    def disputed(self, debt_id: str) -> Dispute | None:
        """The open dispute over this debt, if any."""
        for dispute in self.disputes:
            if dispute.resolved_at is None and (not dispute.debt_ids or debt_id in dispute.debt_ids):
                return dispute
        return None

    def plan_for(self, debt_id: str) -> AgreedPlan | None:
        """The plan in force for this debt, if any."""
        for plan in self.plans:
            if plan.in_force and (not plan.debt_ids or debt_id in plan.debt_ids):
                return plan
        return None

    def with_attempt(self, attempt: ContactAttempt) -> Case:
        """A copy that knows one more call."""
        return replace(self, attempts=(*self.attempts, attempt))


def mask_name(name: str) -> str:
    """A name as it may be shown before identity is verified: `张三丰` → `张**`, `Ann Lee` → `A** L**`.

    The number of stars does not tell the length of the rest.
    """
    words = name.split()
    if not words:
        return "**"
    if any("\u4e00" <= character <= "\u9fff" for character in name):
        return name.strip()[0] + "**"
    return " ".join(word[0] + "**" for word in words)
