"""Texts that are hard on a screen: what scripts, emoji, marks and controls do to each other."""

from __future__ import annotations

from hypothesis import strategies as st

HARD = (
    "a",
    "b",
    "word",
    " ",
    "  ",
    "\n",
    "\t",
    ".",
    "“",
    "”",
    "’",
    "\u00a0",
    "\u2009",
    "e\u0301",
    "\u0301",
    "o" + "\u0323\u0302" * 9,
    "中",
    "文字列",
    "。",
    "한국",
    "\u1112\u1161\u11ab",
    "か\u3099",
    "👨\u200d👩\u200d👧",
    "👋🏽",
    "🏽",
    "☎\ufe0f",
    "1\ufe0f\u20e3",
    "🇫🇷",
    "🇫",
    "🙂",
    "\U0001fae8",
    "क्षि",
    "ก็",
    "سلام",
    "שלום",
    "می\u200cخواهم",
    "\u0600",
    "\u200b",
    "\u202e",
    "\u200d",
    "\ufe0f",
    "\x1b[31m",
    "\x00",
    "\r",
    "\x85",
    "\u2028",
    "\ud800",
    "\ue000",
    "\U000e0041",
    "[sic]",
    "[/]",
    "averyveryverylongwordindeedthatfitsnorow",
)

hard_texts = st.lists(st.sampled_from(HARD) | st.characters(), max_size=40).map("".join)
prose = st.text(alphabet="abc .,!?’“”\n-", max_size=200)
any_texts = st.text() | hard_texts | prose
