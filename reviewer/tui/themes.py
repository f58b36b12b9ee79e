"""Three themes of our own: dark, light, and one whose colours stay apart for the colour-blind (Okabe & Ito 2008)."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="reviewer-dark",
    primary="#7aa2f7",
    secondary="#c0a2f8",
    accent="#e0af68",
    success="#8fce7f",
    warning="#e0af68",
    error="#f8869b",
    foreground="#d5d9e6",
    background="#16181f",
    surface="#1c1f28",
    panel="#262a36",
    dark=True,
    variables={"input-selection-background": "#7aa2f740", "muted": "#a7afc2", "line": "#434a5e"},
)
LIGHT = Theme(
    name="reviewer-light",
    primary="#1f4fa3",
    secondary="#653795",
    accent="#754600",
    success="#1a6026",
    warning="#754600",
    error="#a8202c",
    foreground="#1b1d22",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e6e3dc",
    dark=False,
    variables={"input-selection-background": "#1f4fa340", "muted": "#4b5059", "line": "#b3ada0"},
)
COLOUR_BLIND = Theme(
    name="reviewer-colour-blind",
    primary="#56b4e9",
    secondary="#d995bc",
    accent="#f0e442",
    success="#56b4e9",
    warning="#f0e442",
    error="#e69f00",
    foreground="#f2f2f2",
    background="#101010",
    surface="#181818",
    panel="#2a2a2a",
    dark=True,
    variables={"input-selection-background": "#56b4e940", "muted": "#a8a8a8", "line": "#5a5a5a"},
)
THEMES = (DARK, LIGHT, COLOUR_BLIND)
NAMES = {"dark": DARK.name, "light": LIGHT.name, "colour-blind": COLOUR_BLIND.name}
