"""Phone numbers by shape and place, through `phonenumbers` (Google's libphonenumber).

A number's zones are only a plausible place: a mobile number keeps its prefix when its owner moves.
"""

from __future__ import annotations

from dataclasses import dataclass

import phonenumbers
from phonenumbers import timezone as phone_zones

from assist.problems import AssistProblem

UNKNOWN_ZONE = "Etc/Unknown"
_REGIONS = {"zh_CN": "CN", "zh_TW": "TW", "zh_HK": "HK", "en_US": "US", "en_GB": "GB"}


@dataclass(frozen=True, slots=True)
class ParsedPhone:
    """A number as the library understands it."""

    e164: str
    valid: bool
    """It belongs to a range that is in use; False where only its length fits."""
    zones: tuple[str, ...]
    """IANA zones in which it may ring; empty if unknown."""


def region_of(locale: str) -> str:
    """The country of a locale such as `zh_CN`, by which numbers without a country code are read."""
    return _REGIONS.get(locale) or locale.rpartition("_")[2].upper()


def parse_phone(text: str, region: str) -> ParsedPhone:
    """Read a number as written by people; raises AssistProblem `phone.unreadable`."""
    cleaned = text.strip().removesuffix(".0")
    try:
        number = phonenumbers.parse(cleaned, region)
    except phonenumbers.NumberParseException as error:
        raise _unreadable(cleaned, region) from error
    if not phonenumbers.is_possible_number(number):
        raise _unreadable(cleaned, region)
    zones = tuple(zone for zone in phone_zones.time_zones_for_number(number) if zone != UNKNOWN_ZONE)
    return ParsedPhone(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        phonenumbers.is_valid_number(number),
        zones,
    )


def zones_of(e164: str) -> tuple[str, ...]:
    """The zones of a number in E.164; empty if it can't be read or is not tied to a place."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return ()
    return tuple(zone for zone in phone_zones.time_zones_for_number(number) if zone != UNKNOWN_ZONE)


def display_phone(e164: str) -> str:
    """In international form with spaces, such as `+86 138 1234 5678`; as given if it can't be read."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def mask_phone(e164: str) -> str:
    """With the middle hidden, for lists: `+86 138****5678`."""
    return e164 if len(e164) < 8 else f"{e164[:-8]}****{e164[-4:]}"


def _unreadable(text: str, region: str) -> AssistProblem:
    return AssistProblem(
        "phone.unreadable",
        "{text} is not a phone number in {region}. Write it with its country code, such as +86 138 1234 5678.",
        text=text[:40],
        region=region,
    )
