"""The colours of both themes, by what they are for. Plain values, no Qt.

Every text colour reaches WCAG AA (4.5:1) on the surfaces it is used on, every sign 3:1; the tests compute
it. The three severities differ in lightness as well as in hue (red, amber, blue), which holds for the common
colour blindnesses, and are never told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme; values are `#rrggbb`."""

    dark: bool
    window: str
    surface: str
    """Panels and cards."""
    raised: str
    """Buttons, key caps, hovered rows."""
    border: str
    strong_border: str
    """Outlines of inputs and buttons: 3:1 on surfaces."""
    text: str
    muted: str
    """Second-rank text, still AA."""
    accent: str
    on_accent: str
    accent_soft: str
    agent_bubble: str
    customer_bubble: str
    partial: str
    """Text that may still change."""
    stop: str
    on_stop: str
    stop_soft: str
    stop_text: str
    warn: str
    on_warn: str
    warn_soft: str
    warn_text: str
    coach: str
    on_coach: str
    coach_soft: str
    coach_text: str
    good: str
    good_soft: str


LIGHT = Colours(
    dark=False,
    window="#f3f5f8",
    surface="#ffffff",
    raised="#e9edf2",
    border="#d9dfe7",
    strong_border="#818c9b",
    text="#1a2230",
    muted="#566173",
    accent="#1559b7",
    on_accent="#ffffff",
    accent_soft="#e4eefb",
    agent_bubble="#e4eefb",
    customer_bubble="#eceff3",
    partial="#5d6878",
    stop="#b3142a",
    on_stop="#ffffff",
    stop_soft="#fde3e5",
    stop_text="#9c1025",
    warn="#f2b21b",
    on_warn="#2b1d00",
    warn_soft="#fdf0cf",
    warn_text="#7a4b00",
    coach="#2d6fd0",
    on_coach="#ffffff",
    coach_soft="#e1ecfc",
    coach_text="#1c55ab",
    good="#19734a",
    good_soft="#dcf2e6",
)

DARK = Colours(
    dark=True,
    window="#12161d",
    surface="#1a2029",
    raised="#272f3b",
    border="#303947",
    strong_border="#758296",
    text="#e7ebf1",
    muted="#a3aebd",
    accent="#7db4ff",
    on_accent="#0b1b33",
    accent_soft="#1f3350",
    agent_bubble="#1f3350",
    customer_bubble="#272e39",
    partial="#9ba7b7",
    stop="#d5344a",
    on_stop="#ffffff",
    stop_soft="#4a1b23",
    stop_text="#ffb0b6",
    warn="#f4bd46",
    on_warn="#241800",
    warn_soft="#43340f",
    warn_text="#f8d07c",
    coach="#6fa6f5",
    on_coach="#08182e",
    coach_soft="#1c3152",
    coach_text="#a9ccff",
    good="#62c796",
    good_soft="#17382a",
)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
