"""Three themes of our own: dark, light, and one whose colours stay apart for the colour-blind (Okabe & Ito 2008)."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="reviewer-dark",
    primary="#7aa2f7",
    secondary="#bb9af7",
    accent="#e0af68",
    success="#8fce7f",
    warning="#e0af68",
    error="#f7768e",
    foreground="#d5d9e6",
    background="#16181f",
    surface="#1c1f28",
    panel="#262a36",
    dark=True,
    variables={"muted": "#9aa3b8", "line": "#434a5e"},
)
LIGHT = Theme(
    name="reviewer-light",
    primary="#1f4fa3",
    secondary="#6d3fa0",
    accent="#8a5200",
    success="#1d6b2a",
    warning="#8a5200",
    error="#a8202c",
    foreground="#1b1d22",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e6e3dc",
    dark=False,
    variables={"muted": "#5c616d", "line": "#b3ada0"},
)
COLOUR_BLIND = Theme(
    name="reviewer-colour-blind",
    primary="#56b4e9",
    secondary="#cc79a7",
    accent="#f0e442",
    success="#56b4e9",
    warning="#f0e442",
    error="#e69f00",
    foreground="#f2f2f2",
    background="#101010",
    surface="#181818",
    panel="#2a2a2a",
    dark=True,
    variables={"muted": "#a8a8a8", "line": "#5a5a5a"},
)
THEMES = (DARK, LIGHT, COLOUR_BLIND)
NAMES = {"dark": DARK.name, "light": LIGHT.name, "colour-blind": COLOUR_BLIND.name}
