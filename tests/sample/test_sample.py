"""What the sample corpus promises to contain, looked for in its files."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reviewer.framing import builtin_codebook, load_pair
from reviewer.framing.agreement import finished, measures, pairs_of_several
from reviewer.project import Project
from tests.sample.corpus import ANNOTATIONS, ARTICLES, DATA, EVENTS, ID, ROOT, read_yaml, sample

FIELDS = ["outlet", "title", "byline", "published", "url", "language", "source", "inferred"]
PAIR = ANNOTATIONS / "harbour-strike" / "courier--tribune"
SECOND = ANNOTATIONS / "harbour-strike" / "courier--ledger"
ANALYSTS = ("jonas", "mira")
CODES = {
    "entman": {"problem", "cause", "moral", "remedy"},
    "generic": {"conflict", "human-interest", "responsibility", "morality", "economic"},
    "difference": set(
        "omission addition prominence headline-mismatch naming agency-shift attribution-shift speech-verb certainty "
        "number-framing context-window source-balance quote-trim quote-alter quote-reattribute causal-account "
        "moral-judgement remedy tone image-caption fact-conflict silent-edit".split()
    ),
}
EMOJI = re.compile("[\U0001f300-\U0001faff]")
ARABIC = re.compile("[\u0621-\u064a]{3}")
CHINESE = re.compile("[\u4e00-\u9fff]{3}")


def words(text: str) -> int:
    return len(re.findall(r"\w+(?:[’'\-.,]\w+)*", text))


def articles_with(pattern: str | re.Pattern[str]) -> set[tuple[str, str]]:
    return {(event, article) for event, article in ARTICLES if re.search(pattern, sample(event, article).text)}


# ---- the events and their articles


def test_three_events_have_three_articles_each_and_nothing_else_is_there() -> None:
    found = {
        folder.name: tuple(sorted(path.stem for path in folder.glob("*.md")))
        for folder in DATA.iterdir()
        if folder.is_dir()
    }
    assert found == EVENTS
    assert all(ID.fullmatch(name) for event, articles in found.items() for name in (event, *articles))


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_says_that_it_is_invented(event: str) -> None:
    about = read_yaml(DATA / event / "event.yaml")
    assert list(about) == ["title", "date", "note"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", about["date"])
    assert about["note"].startswith("Invented for the sample:")


@pytest.mark.parametrize(("event", "article"), ARTICLES)
def test_an_article_is_of_a_length_for_a_lesson(event: str, article: str) -> None:
    assert 350 <= words(sample(event, article).text) <= 1200


@pytest.mark.parametrize(("event", "article"), ARTICLES)
def test_front_matter_is_in_the_fixed_order_and_all_text(event: str, article: str) -> None:
    front = sample(event, article).front
    assert list(front) == [field for field in FIELDS if field in front]
    assert {"outlet", "title", "published", "language"} <= front.keys()
    assert all(isinstance(value, str) for field, value in front.items() if field != "inferred")
    assert re.fullmatch(r"2031-\d\d-\d\d(T\d\d:\d\d)?", front["published"])


def test_every_address_is_one_that_can_never_exist() -> None:
    for event, article in ARTICLES:
        url = sample(event, article).front.get("url")
        assert url is None or re.fullmatch(r"https://[a-z.]+\.example/\S+", url)


def test_eight_outlets_tell_the_three_events() -> None:
    outlets = {sample(event, article).front["outlet"] for event, article in ARTICLES}
    assert len(outlets) == 8


# ---- what the prose holds


def test_block_quotations_stand_in_three_articles() -> None:
    assert articles_with(r"(?m)^> \S") == {
        ("harbour-strike", "tribune"),
        ("astrolabe-return", "sentinel"),
        ("astrolabe-return", "voice-of-qasmara"),
    }


def test_a_block_quotation_has_two_paragraphs() -> None:
    assert re.search(r"(?m)^> .+\n>\n> .+$", sample("harbour-strike", "tribune").text)


@pytest.mark.parametrize(
    ("event", "article", "paragraphs"), [("astrolabe-return", "voice-of-qasmara", 3), ("boil-water", "beacon", 2)]
)
def test_a_quotation_over_several_paragraphs_is_reopened_in_each_and_closed_in_the_last(
    event: str, article: str, paragraphs: int
) -> None:
    runs, run = [], 0
    for paragraph in sample(event, article).paragraphs:
        if paragraph.startswith("“") and "”" not in paragraph:
            run += 1
        elif run:
            assert paragraph.startswith("“")
            assert paragraph.endswith("”")
            runs.append(run + 1)
            run = 0
    assert runs == [paragraphs]


def test_one_article_is_in_british_single_marks_throughout() -> None:
    text = sample("astrolabe-return", "sentinel").text
    assert text.count("‘") >= 8
    assert re.search(r"‘[^‘’]*“[^”]+”[^‘]*’", text), "double marks inside the single ones"
    assert '"' not in text
    assert "“" not in re.sub(r"‘[^‘]+?’(?=[\s.,;])", "", text), "double marks nowhere else"


def test_straight_and_curly_marks_both_occur() -> None:
    assert articles_with('"\\w') == {("harbour-strike", "ledger"), ("boil-water", "public-radio")}
    assert len(articles_with("“")) >= 6


def test_one_ministers_name_is_spelled_in_three_ways() -> None:
    spellings = {
        "sentinel": "Abdul Rahim El-Tazary",
        "voice-of-qasmara": "Abd al-Rahim al-Tazari",
        "whistle": "Abdelrahim Tazari",
    }
    for article in spellings:
        present = {a for a, name in spellings.items() if name in sample("astrolabe-return", article).text}
        assert present == {article}


def test_words_are_passed_on_as_told_to_an_outlet() -> None:
    assert "told the Averil Courier" in sample("harbour-strike", "ledger").text
    assert "told the Brindle Beacon" in sample("boil-water", "public-radio").text
    assert "told Voice of Qasmara" in sample("astrolabe-return", "voice-of-qasmara").text
    assert "told The Whistle" in sample("astrolabe-return", "whistle").text


def test_the_day_is_reported_differently() -> None:
    assert "On Tuesday morning the port closed" in sample("harbour-strike", "courier").paragraphs[0]
    assert "At ten o’clock on Monday night" in sample("harbour-strike", "tribune").paragraphs[0]


def test_a_wire_paragraph_is_shared_nearly_word_for_word_and_credited() -> None:
    for event, articles, words_of_the_wire in (
        ("harbour-strike", ("courier", "ledger"), "a strike by tug pilots lasted nine days and cost the exchequer"),
        ("boil-water", ("public-radio", "whistle"), "is taken as a sign that sewage or manure has got in"),
        ("astrolabe-return", ("sentinel", "whistle"), "and shows the positions of 31 stars"),
    ):
        paragraphs = [
            next(p for p in sample(event, article).paragraphs if words_of_the_wire in p) for article in articles
        ]
        assert paragraphs[0] != paragraphs[1]
        assert any("Cressland Press Wire" in paragraph for paragraph in paragraphs)
        assert "“" not in paragraphs[0] + paragraphs[1]


def test_one_actor_goes_by_different_names() -> None:
    assert "The union’s negotiator, Dessa Kolm," in sample("harbour-strike", "courier").text
    assert "Strike leader Dessa Kolm" in sample("harbour-strike", "ledger").text
    assert "Dessa Kolm, the crane driver who speaks for the strikers" in sample("harbour-strike", "tribune").text


def test_scare_quotes_titles_and_slogans_stand_between_marks() -> None:
    tribune = sample("harbour-strike", "tribune").text
    assert "had put a “final” offer on the table" in tribune
    assert "under the title “Night Work on the Quays”" in tribune
    assert "board with the words “No crew, no crane”" in tribune
    assert "so-called “Pell Collection”" in sample("astrolabe-return", "voice-of-qasmara").text


def test_editorial_brackets_stand_inside_quotations() -> None:
    assert "refused to except [sic] the judge's proposal, and we have not,\"" in sample("harbour-strike", "ledger").text
    assert "‘Every schoolchild in Qasmara can write [his] name,’" in sample("astrolabe-return", "sentinel").text


def test_inter_titles_stand_in_every_article_that_has_no_raw_page_behind_it() -> None:
    assert articles_with(r"(?m)^## \S") == {(event, article) for event, article in ARTICLES if event != "boil-water"}


def test_arabic_chinese_emoji_and_combining_marks_occur() -> None:
    assert articles_with(ARABIC) == {("harbour-strike", "courier"), ("astrolabe-return", "voice-of-qasmara")}
    assert articles_with(CHINESE) == {("harbour-strike", "tribune"), ("harbour-strike", "ledger")}
    assert {event for event, _ in articles_with(EMOJI)} == set(EVENTS)
    marked = {
        (event, article) for event, article in ARTICLES if any(map(unicodedata.combining, sample(event, article).text))
    }
    assert {("harbour-strike", "tribune"), ("boil-water", "whistle")} <= marked
    assert "\u200d" in "".join(sample(event, article).text for event, article in ARTICLES), "a joined emoji"


# ---- the raw pages


def page_lines(article: str) -> list[str]:
    raw = (DATA / "boil-water" / "originals" / f"{article}.txt").read_bytes().decode("utf-8")
    return [line.removesuffix("\r") for line in raw.split("\n")]


@pytest.mark.parametrize("article", EVENTS["boil-water"])
def test_a_raw_page_is_kept_and_the_text_is_exactly_its_body(article: str) -> None:
    text = sample("boil-water", article)
    assert text.front["source"] == f"originals/{article}.txt"
    page = page_lines(article)
    places = [page.index(paragraph) for paragraph in text.paragraphs]
    assert all(before < after for before, after in pairwise(places)), "the paragraphs in the page's own order"
    assert len(text.paragraphs) < len([line for line in page if line.strip()]) / 1.5, "much of the page is not body"


@pytest.mark.parametrize("article", EVENTS["boil-water"])
def test_a_raw_page_has_title_byline_menu_teaser_caption_plea_and_comments_outside_its_body(article: str) -> None:
    text, page = sample("boil-water", article), page_lines(article)
    body = set(text.paragraphs)
    rest = [line.strip() for line in page if line.strip() and line not in body]
    assert text.front["title"] in rest
    for wanted in (
        rf"(?i)(exclusive )?by {re.escape(text.front['byline'])}\b",
        r"(?i).*\bnews\b",
        r"(?i)(read more|read next|related):",
        r"(?i).*(picture:|pic:|photo:)",
        r"(?i).*(member from|go ad-free|paid for by)",
        r"(?i).*\bcomments?\b",
        r"(?i).*(share\b)",
    ):
        assert any(re.match(wanted, line) for line in rest), wanted


@pytest.mark.parametrize("article", EVENTS["boil-water"])
def test_a_raw_page_ends_in_a_comment_thread_with_names_times_and_replies(article: str) -> None:
    page = page_lines(article)
    last = max(page.index(paragraph) for paragraph in sample("boil-water", article).paragraphs)
    tail = "\n".join(page[last + 1 :])
    assert len(re.findall(r"2031 at \d|2031, \d\d:\d\d|hours ago", tail)) >= 3
    assert re.search(r"(?m)^@\w+ |Reply from |^ +\w+$", tail)


@pytest.mark.parametrize("article", EVENTS["boil-water"])
def test_what_was_inferred_is_proved_by_a_line_of_the_page(article: str) -> None:
    inferred = sample("boil-water", article).front["inferred"]
    assert inferred
    for field, line in inferred.items():
        assert field in sample("boil-water", article).front
        assert line in page_lines(article)


def test_no_raw_page_is_without_its_article() -> None:
    originals = {path.relative_to(DATA).as_posix() for path in DATA.glob("*/originals/*")}
    assert originals == {f"boil-water/originals/{article}.txt" for article in EVENTS["boil-water"]}


# ---- the annotations


def sides(record: dict[str, Any], content: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(content["sources"][side]["article"], record[side]) for side in ("left", "right")]


def anchors_of(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """Every anchor of an annotation file with the article it counts in."""
    content = read_yaml(path)
    if content["schema"] == "quotation-corrections/1":
        return [(content["article"], correction["anchor"]) for correction in content["corrections"]]
    return [
        (article, anchor)
        for record in [*content["differences"], *content["matches"]]
        for article, side in sides(record, content)
        for anchor in side.get("anchors", ())
    ]


def test_two_analysts_annotated_two_pairs_and_one_corrected_an_article() -> None:
    assert sorted(path.relative_to(ROOT).as_posix() for path in ANNOTATIONS.rglob("*.yaml")) == [
        "annotations/harbour-strike/courier--ledger/jonas.yaml",
        "annotations/harbour-strike/courier--ledger/mira.yaml",
        "annotations/harbour-strike/courier--tribune/jonas.yaml",
        "annotations/harbour-strike/courier--tribune/mira.yaml",
        "annotations/harbour-strike/tribune/mira.yaml",
    ]


@pytest.mark.parametrize("pair", [PAIR, SECOND], ids=lambda pair: pair.name)
@pytest.mark.parametrize("analyst", ANALYSTS)
def test_an_annotation_file_has_the_schemas_keys_in_order(analyst: str, pair: Path) -> None:
    content = read_yaml(pair / f"{analyst}.yaml")
    assert list(content) == "schema event analyst codebook sources done note differences matches".split()
    assert content["schema"] == "framing-annotations/1"
    assert (content["event"], content["analyst"]) == ("harbour-strike", analyst)
    assert [content["sources"][side]["article"] for side in ("left", "right")] == pair.name.split("--")
    keys = "id type codes left right note salience confidence status created modified".split()
    assert all(list(record) == keys for record in content["differences"])
    keys = "id verdict kind relation flags speakers left right".split()
    assert all(list(record) == keys for record in content["matches"])
    assert 4 <= len(content["differences"]) <= 7


@pytest.mark.parametrize("pair", [PAIR, SECOND], ids=lambda pair: pair.name)
@pytest.mark.parametrize("analyst", ANALYSTS)
def test_a_difference_uses_the_vocabulary_of_the_codebook(analyst: str, pair: Path) -> None:
    for record in read_yaml(pair / f"{analyst}.yaml")["differences"]:
        branch, code = record["type"].split(".")
        assert branch == "difference"
        assert code in CODES[branch]
        for path in [*record["codes"], *record["left"].get("codes", []), *record["right"].get("codes", [])]:
            branch, code = path.split(".")
            assert code in CODES[branch]
        assert record["salience"] in (1, 2, 3)
        assert record["confidence"] in ("low", "medium", "high")
        assert record["status"] in ("open", "discussed", "agreed", "withdrawn")
        assert record["created"] <= record["modified"]
        assert re.fullmatch(r"2031-\d\d-\d\dT\d\d:\d\d:\d\dZ", record["modified"])


def test_record_ids_are_of_the_right_form_and_never_used_twice() -> None:
    ids = []
    for path in ANNOTATIONS.rglob("*.yaml"):
        content = read_yaml(path)
        for key, prefix in (("differences", "fd"), ("matches", "m"), ("corrections", "q")):
            ids += [(prefix, record["id"]) for record in content.get(key, [])]
    assert all(re.fullmatch(rf"{prefix}-[a-z0-9]{{10}}", identity) for prefix, identity in ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "path", sorted(ANNOTATIONS.rglob("*.yaml")), ids=lambda path: path.parent.name + "-" + path.stem
)
def test_hashes_and_anchors_fit_the_articles(path: Path) -> None:
    content = read_yaml(path)
    sources = content.get("sources", {"only": content}).values()
    for source in sources:
        text = sample("harbour-strike", source["article"]).text
        assert source["sha256"] == sha256(text.encode()).hexdigest()
    anchors = anchors_of(path)
    assert anchors
    for article, anchor in anchors:
        file = sample("harbour-strike", article)
        text = file.front["title"] if anchor.get("in") == "title" else file.text
        start, end = anchor["start"], anchor["end"]
        assert text[start:end] == anchor["exact"]
        assert anchor["prefix"] == text[max(0, start - 32) : start]
        assert anchor["suffix"] == text[end : end + 32]


def test_an_absence_says_what_was_searched_and_its_best_candidate_is_in_the_text() -> None:
    absences = 0
    for path in (pair / f"{analyst}.yaml" for pair in (PAIR, SECOND) for analyst in ANALYSTS):
        content = read_yaml(path)
        for record in content["differences"]:
            states = [side["state"] for _, side in sides(record, content)]
            assert states.count("absent") <= 1
            for article, side in sides(record, content):
                assert side["state"] == "absent" or side["anchors"]
                if side["state"] == "absent":
                    absences += 1
                    assert list(side) == ["state", "searched"]
                    best = side["searched"]["best"]
                    assert side["searched"]["queries"]
                    text = sample("harbour-strike", article).text
                    assert text[best["start"] : best["end"]] == best["exact"]
    assert absences == 4, "one by each analyst of each pair"


def test_the_annotations_show_title_anchors_several_anchors_and_all_statuses() -> None:
    records = [r for analyst in ANALYSTS for r in read_yaml(PAIR / f"{analyst}.yaml")["differences"]]
    anchors = [anchor for analyst in ANALYSTS for _, anchor in anchors_of(PAIR / f"{analyst}.yaml")]
    assert any(anchor.get("in") == "title" and anchor["role"] == "headline" for anchor in anchors)
    assert any(len(side.get("anchors", ())) > 1 for record in records for side in (record["left"], record["right"]))
    assert {record["status"] for record in records} == {"open", "discussed", "agreed", "withdrawn"}
    assert {record["confidence"] for record in records} == {"low", "medium", "high"}
    assert {record["salience"] for record in records} == {1, 2, 3}


def test_the_two_analysts_agree_on_some_places_and_disagree_on_others() -> None:
    typed: dict[str, dict[int, str]] = {}
    verdicts: dict[str, dict[tuple[int, int], str]] = {}
    for analyst in ANALYSTS:
        content = read_yaml(PAIR / f"{analyst}.yaml")
        typed[analyst] = {
            anchor["end"]: record["type"]
            for record in content["differences"]
            for anchor in record["right"].get("anchors", ())
        }
        verdicts[analyst] = {
            (match["left"]["anchors"][0]["start"], match["right"]["anchors"][0]["start"]): match["verdict"]
            for match in content["matches"]
        }
    both = typed["jonas"].keys() & typed["mira"].keys()
    assert {typed["jonas"][at] == typed["mira"][at] for at in both} == {True, False}
    judged = verdicts["jonas"].keys() & verdicts["mira"].keys()
    assert {verdicts["jonas"][at] == verdicts["mira"][at] for at in judged} == {True, False}
    assert {verdict for each in verdicts.values() for verdict in each.values()} == {"confirmed", "rejected", "added"}


def test_their_agreement_shows_every_sort_of_figure() -> None:
    """Whole, some, none and undefined: what there is to see on the screen of agreement."""
    project, codebook = Project(ROOT), builtin_codebook()
    pairs = {
        key: [load_pair(project, key, analyst, codebook) for analyst in analysts]
        for key, analysts in pairs_of_several(project)
    }
    assert [(key.left, key.right) for key in pairs] == [("courier", "ledger"), ("courier", "tribune")]
    assert [key.right for key in finished(pairs)] == ["ledger"]
    found = {(measure.subject, measure.path): measure.figures for measure in measures(pairs, codebook)}
    assert found["codes", "entman.cause"].alpha == 1
    assert found["codes", "generic.economic"].alpha == pytest.approx(8 / 15)
    assert (found["codes", "generic.conflict"].alpha or 0) < 0
    assert found["types", "difference.omission"].alpha is None
    assert (found["verdicts", ""].units, found["verdicts", ""].agreed) == (5, 0.6)


def test_a_quotation_correction_calls_one_span_speech_and_another_not() -> None:
    content = read_yaml(ANNOTATIONS / "harbour-strike" / "tribune" / "mira.yaml")
    assert list(content) == "schema event article sha256 analyst corrections".split()
    assert [correction["is_speech"] for correction in content["corrections"]] == [True, False]
    for correction in content["corrections"]:
        assert list(correction) == ["id", "anchor", "is_speech", "speaker"]
