"""Whole pages of invented papers, each with furniture of one kind: what is article stays, everything else goes.

In a page a line that begins with "+ " is article, with "? " may be either, with "~ " may be where the page has no blank
lines; the marks are taken off before cleaning.
"""

from __future__ import annotations

import pytest

from reviewer.articles.page import clean_page

LEDE = "+ The town council of Marlow Sands voted on Monday night to fill in the old lido, forty years after the last swimmer left it."
SAID = "+ “We have waited for a plan for as long as I can remember,” said Greta Oduya, who keeps the kiosk beside the gates."
COST = "+ Filling the basin with sand will cost about 90,000 crowns, a third of what the engineers had asked for a new lining."
FOES = (
    "+ Opponents of the plan, who collected 2,300 signatures in the spring, left the hall before the vote was counted."
)
LAST = "+ Work is to begin in October, once the swifts that nest under the diving board have gone south for the winter."

PAGES = {
    "a cookie banner and a newsletter box": f"""
We value your privacy
We and our 214 partners store and access information on a device, such as cookies, and process personal data.
Accept all
Reject all
Manage preferences

Marlow Sands to fill in its old lido

By Jonah Prewitt
4 May 2031

{LEDE}

{SAID}

~ The Morning Tide
Get the news of the coast in your inbox at seven. Free, every weekday.
Your email address
Sign me up
By signing up you agree to our terms and privacy policy.

{COST}

{FOES}

{LAST}
""",
    "read more lines between paragraphs": f"""
Marlow Sands to fill in its old lido

{LEDE}

Read more: The pier that nobody wants to mend

{SAID}

READ MORE
~ The pier that nobody wants to mend
~ Ferry fares to rise in June

{COST}

{FOES}

>> Read also: Why the dunes are moving

{LAST}
""",
    "a photo gallery whose captions are sentences": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

Gallery: the lido through the years
1 / 3
Bathers queue at the gates on the opening day in 1936. Photo: Coast Archive
2 / 3
The diving board was painted for the last time in 1984. Photo: Coast Archive
3 / 3
Weeds have grown through the tiles of the shallow end. Photo: Ines Vale / Sands Gazette

{COST}

Pictured, from left, are councillors Abel Finch, Maria Stroud and Tom Okafor in the council chamber.

{FOES}

{LAST}
""",
    "cards of related stories with teasers": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

More from the coast

The pier that nobody wants to mend
Coast
A storm took its end in January, and the county and the railway have argued since about who is to pay for it.

Ferry fares to rise in June
Transport
Travellers to the islands will pay a crown more from the first of June, the company said in a letter to its passengers.

Swifts return to the cliffs a week early
Nature
Bird watchers counted eighty pairs on Sunday, more than in any spring since the counting began a generation ago.

Baker of the year comes from Tern Street
Food
Her rye bread won over the judges, who had tasted sixty loaves in two days and asked for a third slice of this one.
""",
    "an author's life at the end": f"""
Marlow Sands to fill in its old lido
By Jonah Prewitt

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

About the author
Jonah Prewitt
Jonah Prewitt is a reporter for the Sands Gazette, where he has covered the councils of the coast since 2024. Before that he worked on a lightship.
More by Jonah Prewitt
""",
    "a box of corrections": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

? Correction, 5 May: An earlier version of this article gave the cost as 900,000 crowns.

Share this article
Facebook
WhatsApp
""",
    "comments under a heading": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

Comments (3)
saltyold dog
2 hours ago
I learned to swim in there and I would do it again tomorrow, weeds and all.
Reply
tern_street_tom
1 hour ago
You and whose towel? The thing has been a tip since I was at school.
Reply
M. Quill
45 minutes ago
What about the swifts? Nobody thinks of them.
Reply
""",
    "comments without a heading": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

saltydog May 4, 2031 at 9:14 pm
I learned to swim in there and I would do it again tomorrow, weeds and all.

tern_street_tom May 4, 2031 at 9:40 pm
You and whose towel? The thing has been a tip since I was at school.

M. Quill May 5, 2031 at 7:02 am
What about the swifts? Nobody thinks of them, do you?
""",
    "a paywall's pleas": f"""
Marlow Sands to fill in its old lido

{LEDE}

Subscribe to continue reading
Unlimited access to the Sands Gazette
Support local journalism
Cancel any time
Already a subscriber? Sign in
View more offers

{SAID}

{COST}

{FOES}

{LAST}

The Gazette has no owner but its readers. If you value our reporting, please support us from two crowns a month.
""",
    "agency credits and datelines": f"""
Marlow Sands to fill in its old lido

By the Coast Press Agency
May 4, 2031 | 6:12 PM

The old lido of Marlow Sands in April. (Ines Vale/Coast Press Agency)

+ MARLOW SANDS (CPA) — The town council voted on Monday night to fill in the old lido, forty years after the last swimmer left it.

{SAID}

{COST}

{FOES}

? (Reporting by Jonah Prewitt; editing by Ada Moss)
© 2031 Coast Press Agency. All rights reserved. This material may not be published or rewritten without permission.
""",
    "posts from a network": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

View this post on Instagram
A post shared by Sands Lido Friends (@sandslido)

{COST}

This content is not available in your region. To view this content, please accept cookies.

{FOES}

{LAST}
""",
    "a box of scores": """
Sands beat Fernhill in the rain

+ Marlow Sands won their first match of the season on Saturday, beating Fernhill by three goals to one on a flooded pitch.

+ “I have never been so wet in my life and so happy,” said the captain, Ode Lindqvist, who scored twice before the break.

? P W D L Pts
? Fernhill 4 3 0 1 9
? Harrow Quay 4 2 1 1 7
? Marlow Sands 4 1 1 2 4

+ Fernhill had led after ten minutes, when the goalkeeper let a long ball through his hands in front of the empty stand.

+ The two sides meet again on the last day of the season in October, by when the pitch is expected to have dried out.
""",
    "a live blog's frame": f"""
Live: Marlow Sands votes on its old lido

Key events
Show key events only
Live feed

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

Please turn on JavaScript to use this feature
""",
    "menus, a masthead and footers": f"""
Skip to content
Sands Gazette
  • News
  • Coast
  • Sport
  • Letters
  • Tides
Search
Log in
Subscribe
Home > News > Coast

Marlow Sands to fill in its old lido

+ Councillors vote for sand over water after forty years of plans

Jonah Prewitt
4 May 2031 18:12

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

Topics: Lido, Marlow Sands, Council
Most read
1 Ferry fares to rise in June
2 Swifts return to the cliffs a week early
3 The pier that nobody wants to mend
About us
Contact
Advertise with us
Privacy policy
© 2031 Sands Gazette Ltd
""",
    "inter-titles and a list": f"""
Five things to know about the lido

{LEDE}

+ Who pays

{COST}

+ Who is against it

{FOES}

+ What will be lost, according to the Friends of the Lido:

+ • the oldest diving board on the coast

+ • a mosaic of two seals by Ilse Brand

+ • a nesting place of swifts

+ When it begins

{LAST}
""",
    "a feed of other stories with bylines": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}

Coast

The pier that nobody wants to mend

By Ada Moss
A storm took its end in January, and the county and the railway have argued since then about who is to pay for the piles.

Transport

Ferry fares to rise in June

By Tom Okafor
Travellers to the islands will pay a crown more from the first of June, the company said in a letter to its passengers.

Nature

Swifts return to the cliffs a week early

By Ines Vale
Bird watchers counted eighty pairs on Sunday, more than in any spring since the counting began a whole generation ago.
""",
    "headlines glued together, and headlines under a section's name": f"""
Marlow Sands to fill in its old lido

{LEDE}

~ Coast

~ The pier that nobody wants to mend

{SAID}

~ Coast

~ Ferry fares to rise in the first week of June

{COST}

~ Swifts return to the cliffs a week early
~ Baker of the year comes from Tern Street
~ Why the dunes are moving towards the town

{FOES}

{LAST}
""",
    "a name over its date and a long standfirst": f"""
Marlow Sands to fill in its old lido

+ Councillors chose sand over water on Monday after forty years of plans that came to nothing, and swimmers are angry about it.

~ News
~ Jonah Prewitt
4 May 2031

{LEDE}

{SAID}

{COST}

{FOES}

{LAST}
""",
    "a list that is counted": f"""
Four things that the lido has seen

{LEDE}

2

{SAID}

3

+ “I met my wife on those steps and I would not have sold them for all the sand on this coast,” said Abel Finch.

4

{FOES}

{LAST}
""",
    "a list of things with their addresses": f"""
Five finds for lovers of the lido

{LEDE}

{SAID}

{COST}

+ Those who cannot wait may buy a piece of the lido for themselves, at these addresses:

+ 1) A brass key to cabin twelve
+ https://finds.example/1

+ 2) A tile with half a seal on it
+ https://finds.example/2

+ 3) The sign that forbade diving
+ https://finds.example/3
""",
    "described pictures in a numbered list of other stories": f"""
Marlow Sands to fill in its old lido

{LEDE}

{SAID}

Read More
~ 1. Two men look at a pile of planks under the pier.
~ The pier that nobody wants to mend
~ 2. A ferry lies at the quay in the rain on a Sunday.
~ Ferry fares to rise in June

{COST}

{FOES}

{LAST}
""",
    "promotions in bold among the paragraphs": f"""
Marlow Sands to fill in its old lido

{LEDE}

RELATED: The pier that nobody wants to mend

{SAID}

Don't miss: Ferry fares to rise in June

{COST}

Sign up to our Tide newsletter

{FOES}

Download our free app for the latest from the coast

{LAST}

Got a story? Get in touch with our newsdesk on 0204 or email us.
""",
}


def marked(page: str, *, glued: bool) -> tuple[str, list[str], list[str]]:
    """The page without its marks (and without its blank lines), the lines that are article, and those that may be."""
    lines, kept, either = [], [], []
    for line in page.strip("\n").split("\n"):
        bare = line[2:] if line.startswith(("+ ", "? ", "~ ")) else line
        lines.append(bare)
        if line.startswith("+ "):
            kept.append(bare)
        elif line.startswith("? ") or (glued and line.startswith("~ ")):
            either.append(bare)
    return "\n".join(line for line in lines if line or not glued), kept, either


@pytest.mark.parametrize("glued", [False, True], ids=["blank lines", "no blank lines"])
@pytest.mark.parametrize("name", PAGES)
def test_the_article_comes_out_of_a_page_with(name: str, glued: bool) -> None:
    text, expected, either = marked(PAGES[name], glued=glued)
    lines = [line.span.of(text).strip() for line in clean_page(text).lines if line.kept]
    assert [line for line in lines if line not in either] == expected


@pytest.mark.parametrize(
    "line",
    [
        "For more stories like this, check our news page.",
        "For more news from the coast, visit our homepage.",
        "To view this video please enable JavaScript, and consider a newer browser that is able to play videos of this kind",
        "Arrow MORE: The pier that nobody wants to mend",
        "What do you think? Have your say in the comments below",
        "Do you agree with the council? Let us know in the comments.",
        "Follow our live blog for the latest on the lido",
        "Read the full story here.",
        "Something went wrong, please try again later.",
        "Get coast news alerts and special reports. The stories that matter, delivered on weekday mornings. Tap to subscribe!",
        "In pictures: the lido through the years",
        "Advertisement - story continues below",
        "Scroll down for video",
        "Image caption, Bathers queue at the gates of the lido",
        "Bathers queue at the gates of the lido. Photo by Ines Vale",
        "Shown here, from left, are Abel Finch and Maria Stroud on the steps of the lido.",
        "Ines Vale/Sands Gazette",
        "FacebookTwitterWhatsApp",
        "Share on Facebook (Opens in new window)",
        "1.2k views",
        "Reading time: 5 minutes",
        "Promoted by Coastal Savings",
        "Tags: lido, council, swifts",
        "See more on: Lido, Council",
        "View this post on Instagram",
        "https://sands.example/lido",
        "The views expressed here are those of the author and not of the Sands Gazette.",
        "Copyright 2031 Sands Gazette",
        "1 The pier that nobody wants to mend 2 Ferry fares to rise in June 3 Swifts return a week early",
        "Leggi anche: Il molo che nessuno vuole riparare",
        "Utilizziamo i cookie per offrirti la migliore esperienza sul nostro sito.",
        "Name (required)",
    ],
)
def test_a_single_line_of_furniture_is_cut_between_paragraphs(line: str) -> None:
    lines = [part[2:] for part in (LEDE, SAID, COST)] + [line] + [part[2:] for part in (FOES, LAST)]
    text = "\n\n".join(["Marlow Sands to fill in its old lido", *lines])
    cleaned = clean_page(text)
    assert [one.span.of(text) for one in cleaned.lines if one.kept] == [part for part in lines if part != line]


@pytest.mark.parametrize(
    "line",
    [
        "The rules for the trial of the lido’s new pumps say that no member of the council may support one bid.",
        "Officials in the US said they would support a trial of the pumps if the U.S. engineers were given access to them.",
        "The company LinkedPools, which had signed a letter of support, declined to say when it would register its bid.",
        "The kiosk was pictured in a film of 1951, and its owner was seen in it from behind, selling two ices to a dog.",
        "A petition that asks readers to share their memories has been signed by 2,300 people since the spring.",
    ],
)
def test_a_paragraph_with_words_of_selling_or_showing_is_kept(line: str) -> None:
    lines = [part[2:] for part in (LEDE, SAID, COST)] + [line] + [part[2:] for part in (FOES, LAST)]
    assert line in clean_page("\n\n".join(["Marlow Sands to fill in its old lido", *lines])).text


def test_the_name_over_the_date_is_the_byline() -> None:
    text, _, _ = marked(PAGES["a name over its date and a long standfirst"], glued=False)
    cleaned = clean_page(text)
    assert (cleaned.byline, cleaned.published) == ("Jonah Prewitt", "2031-05-04")
    assert cleaned.inferred["byline"] == "Jonah Prewitt"


@pytest.mark.parametrize("line", ["By Sands GazetteMay 4, 2031", "By Coast News Desk", "By Gazette Staff"])
def test_a_house_is_no_author(line: str) -> None:
    text = "\n\n".join(["Marlow Sands to fill in its old lido", line, *(part[2:] for part in (LEDE, SAID, COST, FOES))])
    assert clean_page(text).byline is None


def test_a_post_run_together_with_a_name_is_taken_off() -> None:
    head = "Marlow Sands to fill in its old lido\n\nBy\nJonah PrewittCoast News Reporter\n4 May 2031"
    text = "\n\n".join([head, *(part[2:] for part in (LEDE, SAID, COST, FOES))])
    assert clean_page(text).byline == "Jonah Prewitt"


def test_a_picture_s_date_under_a_byline_with_an_ambiguous_one_is_not_taken() -> None:
    head = ["Marlow Sands to fill in its old lido", "Jonah Prewitt | Marlow Sands | 04/05/2031", LEDE[2:], "27-06-2029"]
    cleaned = clean_page("\n\n".join([*head, *(part[2:] for part in (SAID, COST, FOES))]))
    assert cleaned.published is None


def test_a_headline_in_few_words_wins_over_its_long_standfirst() -> None:
    title = "The queen of Marlow lido"
    standfirst = (
        "For forty summers Greta Oduya has sold ices to swimmers at the gates of a basin that is now to be filled"
    )
    life = "Greta Oduya came to Marlow in a summer of rain with two suitcases, and she opened her kiosk beside the gates within a week."
    text = "\n\n".join([title, standfirst, "By Jonah Prewitt", life, *(part[2:] for part in (SAID, COST, FOES))])
    cleaned = clean_page(text)
    assert cleaned.title == title
    assert standfirst in cleaned.text


@pytest.mark.parametrize("line", ["Film", "Coast"])
def test_a_section_s_name_over_a_date_is_no_author(line: str) -> None:
    head = f"Marlow Sands to fill in its old lido\n\n{line}\n4 May 2031"
    cleaned = clean_page("\n\n".join([head, *(part[2:] for part in (LEDE, SAID, COST, FOES))]))
    assert (cleaned.byline, cleaned.published) == (None, "2031-05-04")


def signed(last: str) -> str:
    lines = (LEDE, SAID, COST, FOES, LAST)
    body = "\n\n".join(line.removeprefix("+ ") for line in lines)
    return f"Opinion: The old lido is worth a fight\nJonah Prewitt\n4 May 2031\n\n{body}\n\n{last}\n"


def test_what_its_author_is_ends_a_page_and_is_no_part_of_it() -> None:
    life = "Jonah Prewitt is a former lifeguard and lives in Marlow Sands."
    assert life not in clean_page(signed(life)).text


@pytest.mark.parametrize(
    "last",
    [
        "Jonah Prewitt will speak at the gates on Sunday.",
        "Greta Oduya is a former lifeguard and lives beside the gates.",
    ],
)
def test_what_others_are_and_authors_do_may_end_an_article(last: str) -> None:
    assert last in clean_page(signed(last)).text
