"""What speaks for and against two articles telling of one event."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import log

import pytest

from reviewer.articles import Article
from reviewer.events import pairs
from reviewer.events.candidates import LATEST, WINDOW, candidates
from reviewer.events.digests import PHRASE_WORDS, digest
from reviewer.events.likeness import DAYS, EVIDENCE, compared, probability, shipped
from reviewer.events.vectors import vectors

_WEIGHED = 9  # of the articles that stand beside two; more would take long

AGROUND = Article(
    "aground",
    "The ferry Aldera ran aground off Port Vesna on Monday and 212 passengers were taken to Halmen by fishing boats, the coast guard said.",
    title="Ferry Aldera aground off Port Vesna",
    published="2031-05-05",
)
ASHORE = Article(
    "ashore",
    "Fishing crews from Halmen carried 212 passengers ashore after the ferry Aldera struck a sandbank near Port Vesna on Monday.",
    title="Halmen crews save Aldera passengers",
    published="2031-05-05",
)
COMPANY = Article(
    "company",
    "The grounding of the Aldera raises questions about the ferry company, whose managers declined to comment on the pilot's training.",
    title="Questions for ferry company",
    published="2031-05-05",
)
STRIKE = Article(
    "strike",
    "Nurses at the Ostrand hospital in Velmark began a walkout over night shifts after talks with director Paul Henning failed.",
    title="Nurses walk out in Velmark",
    published="2031-05-05",
)


def evidence(one: Article, other: Article, *beside: Article) -> dict[str, float]:
    """What is weighed of the two, among others, by its name; nothing where they are not compared."""
    digests = [digest(each) for each in (one, other, *beside)]
    found = vectors(digests)
    places = combinations(range(min(len(digests), _WEIGHED)), 2)
    values = {(a, b): row for a, b, row in compared(digests, places, found)}
    return dict(zip(EVIDENCE, values.get((0, 1), ()), strict=bool(values.get((0, 1)))))


def score(one: Article, other: Article, *beside: Article) -> float:
    """How likely `pairs` takes the two, among others, for reports of one event; 0–100."""
    partners = dict(pairs([one, other, *beside], top=9))[one.id]
    return next((partner.score for partner in partners if partner.id == other.id), 0.0)


def test_the_more_days_lie_between_two_reports_the_less_likely_they_tell_of_one_event() -> None:
    days = [0, *DAYS]
    scores = [score(ASHORE, replace(COMPANY, published=f"2031-05-{5 + day:02}")) for day in days]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(days)
    assert score(AGROUND, replace(ASHORE, published=f"2031-05-{5 + WINDOW}")) > 0.0
    assert score(AGROUND, replace(ASHORE, published=f"2031-05-{5 + WINDOW + 1}")) == 0.0


def test_a_report_without_a_date_is_as_good_as_none_of_the_days() -> None:
    undated = evidence(AGROUND, replace(ASHORE, published=None))
    assert undated["undated"]
    assert not any(undated[f"days_{step}"] for step in DAYS)
    assert not evidence(AGROUND, ASHORE)["undated"]


def test_titles_with_the_same_words_speak_for_one_event() -> None:
    other = replace(ASHORE, text=AGROUND.text)
    same, half, none = (
        evidence(AGROUND, replace(other, title=title))["title"]
        for title in (AGROUND.title, "Ferry Aldera on the rocks", "Nurses walk out")
    )
    assert same == pytest.approx(1.0)
    assert same > half > none == 0.0


def test_a_title_whose_words_stand_in_the_others_text_speaks_for_one_event() -> None:
    told = evidence(AGROUND, ASHORE)["title_in_text"]
    assert told > evidence(AGROUND, replace(ASHORE, title="Nurses walk out in Velmark"))["title_in_text"] > 0.0


def test_one_missing_title_and_two_are_told_apart() -> None:
    bare = replace(ASHORE, title=None)
    both = evidence(replace(AGROUND, title=" "), bare)
    one, none = evidence(AGROUND, bare), evidence(AGROUND, ASHORE)
    assert [(each["untitled"], each["both_untitled"]) for each in (none, one, both)] == [(0, 0), (1, 0), (1, 1)]


def test_a_quotation_in_both_counts_by_its_runs_of_words() -> None:
    said = "“We were never told that the sandbank had moved,” she said."
    one, other = (replace(each, text=f"{each.text} {said}") for each in (AGROUND, ASHORE))
    runs = len("We were never told that the sandbank had moved".split()) - PHRASE_WORDS + 1
    assert evidence(one, other)["quoted"] == pytest.approx(log(1 + runs))
    assert evidence(one, ASHORE)["quoted"] == 0.0


def test_everyday_words_in_both_count_less_than_rare_ones() -> None:
    def shared(words: str) -> float:
        one, other = (replace(each, text=f"{each.text} {words}") for each in (AGROUND, ASHORE))
        return evidence(one, other)["words"]

    assert shared("decision moment") == shared("moment decision")
    everyday, rare = shared("people decision happen"), shared("gunwale lanyard bulwark")
    assert evidence(AGROUND, ASHORE)["words"] < everyday < rare


def test_a_pair_stands_out_less_where_one_of_them_has_a_better_partner() -> None:
    alone = evidence(AGROUND, COMPANY)["standing_out"]
    beaten = evidence(AGROUND, COMPANY, replace(AGROUND, id="copy", text=AGROUND.text + " It was dark."))[
        "standing_out"
    ]
    assert alone > beaten > 0.0


def test_among_two_articles_the_one_that_shares_less_stands_out_less() -> None:
    assert evidence(AGROUND, ASHORE)["standing_out"] > evidence(ASHORE, COMPANY)["standing_out"]
    assert evidence(AGROUND, replace(AGROUND, id="copy"))["standing_out"] == pytest.approx(0.5)


def test_texts_with_next_to_nothing_in_common_are_not_weighed() -> None:
    one, other = (replace(each, text=f"{each.text} It began early in Torvik.") for each in (AGROUND, STRIKE))
    digests = [digest(one), digest(other)]
    found = vectors(digests)
    assert set(found[0].parts[1]) == {"torvik"}
    assert compared(digests, [(0, 1)], found) == []
    assert score(one, other) == 0.0


def test_long_texts_that_share_a_word_are_no_candidates() -> None:
    one, other = (
        Article(name, f"Torvik {' '.join(f'{name}{i}' for i in range(60))}", published="2031-05-05") for name in "ab"
    )
    digests = [digest(each) for each in (one, other, replace(one, id="copy"))]
    assert set(candidates(digests, vectors(digests))) == {(0, 2)}


def test_an_article_is_compared_with_the_nearest_in_time_only() -> None:
    corpus = [replace(AGROUND, id=f"{i}", text=f"{AGROUND.text} {i}.") for i in range(LATEST + 9)]
    digests = [digest(each) for each in corpus]
    found = sorted(candidates(digests, vectors(digests)))
    assert [other for other, last in found if last == LATEST + 8] == list(range(8, LATEST + 8))


def test_a_report_that_two_others_share_makes_them_likelier_partners() -> None:
    bridge = Article("bridge", f"{AGROUND.text} {COMPANY.text}", title=AGROUND.title, published="2031-05-05")
    weak = replace(COMPANY, published="2031-05-12")

    def by_themselves(*beside: Article) -> float:
        return 100 * probability(shipped().odds([*evidence(weak, ASHORE, *beside).values()]))

    assert score(weak, ASHORE, bridge) > by_themselves(bridge) + 1
    assert score(weak, ASHORE, STRIKE) == pytest.approx(by_themselves(STRIKE), abs=0.05)


def test_copies_in_two_outlets_stand_for_neither_and_copies_in_one_for_it() -> None:
    courier, tribune = (replace(COMPANY, id=name, outlet=name) for name in ("courier", "tribune"))
    other = replace(ASHORE, outlet="courier")
    unknown = score(other, replace(COMPANY, outlet=None))
    assert score(other, courier, tribune) == score(other, tribune, courier) == unknown
    assert score(other, courier) == score(other, courier, replace(courier, id="copy")) < unknown


def test_a_number_in_both_is_evidence_of_its_own() -> None:
    none = evidence(AGROUND, replace(ASHORE, text=ASHORE.text.replace("212", "200")))
    assert evidence(AGROUND, ASHORE)["numbers"] > none["numbers"] == 0.0
    one, other = (replace(each, text=f"{each.text} Some 8 of them") for each in (AGROUND, COMPANY))
    assert evidence(one, other)["numbers"] > 0.0


def test_a_word_that_every_fourth_article_has_tells_nothing() -> None:
    many = [replace(STRIKE, id=f"{i}", text=f"gunwale {STRIKE.text} {i}") for i in range(400)]
    one, other = (replace(each, text=f"{each.text} gunwale") for each in (AGROUND, ASHORE))
    assert evidence(one, other, *many)["words"] == pytest.approx(evidence(AGROUND, ASHORE, *many)["words"], abs=0.02)


def test_a_word_now_and_then_at_the_head_of_a_sentence_is_no_name() -> None:
    one, other = (replace(each, text=f"{each.text} Sandbags, sandbags, sandbags.") for each in (AGROUND, COMPANY))
    assert evidence(one, other)["words"] > evidence(AGROUND, COMPANY)["words"]
    assert evidence(one, other)["names"] < evidence(AGROUND, COMPANY)["names"] + 0.01


def test_a_name_is_the_same_in_the_possessive() -> None:
    one = replace(AGROUND, text=f"{AGROUND.text} Ines Orlova's letter came late.")
    other = replace(COMPANY, text=f"{COMPANY.text} Ines Orlova wrote.")
    assert evidence(one, other)["runs"] > evidence(AGROUND, COMPANY)["runs"] == 0.0


def test_one_outlet_written_in_two_ways_is_one() -> None:
    one, other, tribune = (replace(ASHORE, outlet=name) for name in ("The Courier", " the courier ", "Tribune"))
    assert evidence(replace(AGROUND, outlet="The Courier"), other)["same_outlet"]
    assert not evidence(one, replace(tribune, id="t"))["same_outlet"]


@pytest.mark.parametrize("published", ["2031", "2031-05", "", None, "May 5", "2031-13-40"])
def test_less_than_a_full_date_is_no_date(published: str | None) -> None:
    assert digest(replace(AGROUND, published=published)).day is None
    assert digest(replace(AGROUND, published="2031-05-05T20:15")).day == digest(AGROUND).day
