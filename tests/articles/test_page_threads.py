"""The threads of many comment systems under one article: cut whole, from their heading or first comment on."""

from __future__ import annotations

import pytest

from reviewer.articles.page import clean_page

HEAD = ("The Brackwater Swing Bridge Is Staying Shut Until Spring", "By Nell Ashdown", "17 November 2031")
BODY = (
    (
        "The swing bridge at Brackwater will stay closed to cars until at least March, the harbour trust said on Monday, after divers found a "
        "second crack in its turning ring."
    ),
    "The bridge, which carries about 7,000 vehicles a day, was shut in September when a grinding noise was reported by the night keeper.",
    "“We would rather be cursed for a winter than forgiven for an accident,” said the trust’s chairman, Edmund Vyse.",
    "Traders on the east quay said that takings had fallen by a third since the closure and called for a temporary ferry.",
    "“Nobody walks round for a loaf of bread,” said Pilar Ondarra, who runs the bakery on Salt Lane.",
    "The trust has ordered a new ring from a foundry in the north, at a cost of £1.4m, and expects it in January.",
)
SPANISH = (
    (
        "El puente giratorio de Aguasal permanecerá cerrado al tráfico al menos hasta marzo, anunció el lunes la autoridad portuaria, después de "
        "que los buzos hallaran una segunda grieta en el anillo de giro."
    ),
    "El puente, por el que pasan unos 7.000 vehículos al día, se cerró en septiembre cuando el guarda nocturno oyó un crujido.",
    "“Preferimos que nos maldigan un invierno a que nos perdonen un accidente”, dijo el presidente de la autoridad, Edmundo Viso.",
    "La autoridad ha encargado un anillo nuevo, que costará 1,4 millones de euros y llegará en enero.",
)
# Each thread begins with the line that `comments_start` is to point at; a leading "~ " marks lines above it.
THREADS = {
    "a thread with avatars and bullets": """
4 Comments
Brackwater Echo
1 Login
Favorite
Share
Sort by Best

Join the discussion…

Avatar
saltydog • 3 days ago
They said spring about the last one too. That was 2024 and I was still driving a Fiesta.
5
• Reply • Share ›

Avatar
Quayside Pete • 2 days ago
A ferry would cost more than the ring. Has anybody actually done the sums?
• Reply • Share ›
""",
    "ratings and towns": """
~ Share or comment on this article:
~ e-mail
~ 12 shares
Comments 212
Share what you think
Newest
Oldest
The comments below have not been moderated.

Proudnortherner, Brackwater, United Kingdom, 5 hours ago
£1.4m for a ring? I could have welded it on a Sunday for a crate of ale.
Reply
New
12
3
Click to rate

Tina70, Coldharbour, United Kingdom, 6 hours ago
Edmund Vyse has not driven over that bridge since he got his yacht. Speaks volumes.
Reply
New
40
1
Click to rate
""",
    "topics above the heading": """
~ Explore more on these topics
~ Bridges
~ Harbours
~ Share
comments (38)
Sign in or create your account to join the discussion
Order by
Newest

DockOfTheBay
17 Nov 2031 09.12
18
A temporary ferry is exactly what they promised in 2012, and we got a man with a rowing boat and a whistle.
Report
Share

Eelgrass
17 Nov 2031 09.40
7
He was very good with that whistle, though.
Report
Share
""",
    "a blog's thoughts": """
3 thoughts on “The Brackwater Swing Bridge Is Staying Shut Until Spring”

Hilda Monk says:
November 17, 2031 at 8:02 am
I walk over it every morning and the noise was there in July.
Reply

R. Tollemache says:
November 17, 2031 at 11:45 am
Hilda, did you report it? They told us nobody had.
Reply

Leave a Reply
Your email address will not be published. Required fields are marked *
Name *
Email *
""",
    "likes and days": """
Comments
3 comments
Sort by
Top
Add a comment...

Ray Dimmock
I said this would happen when they sold the crane.
Like · Reply · 4 · 2d

Colm Hanratty
Works at Retired
Time for a tunnel. Who's with me?
Like · Reply · 1d
""",
    "levels of answers": """
Vote
41
16 comments
Share
level 1
tidewrack
· 2 days ago
My commute went from 8 minutes to 55. I have read eleven books.
37
Reply
Share
level 2
mudlark_mo
· 2 days ago
What are you reading now?
12
Reply
Share
""",
    "no heading and names below": """
Great news for the ferrymen of this town, and about time too! I can't wait to see the queue.
Posted by Ferrymaster on November 17, 2031 at 10:14 AM
Report this comment

I wonder what they think we will do all winter. My shop is on the wrong side and I am losing money every day.
Posted by Salt Lane Sue on November 17, 2031 at 11:40 AM
Report this comment

Can someone tell me who is on this trust? Nobody I know voted for them.
Posted by JJ on November 18, 2031 at 6:55 AM
Report this comment
""",
}
ABROAD = """
3 comentarios

marinero_viejo
17 nov. 2031 15:30
Yo lo dije cuando vendieron la grúa y nadie me hizo caso. ¡Qué vergüenza!
Responder
Denunciar

Lola P.
17 nov. 2031 16:11
¿Y quién paga el anillo? Nosotros, como siempre.
Responder
Denunciar
"""


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
@pytest.mark.parametrize("name", THREADS)
def test_the_thread_is_cut_whole_from_where_it_begins_with(name: str, gap: str) -> None:
    lines = THREADS[name].strip("\n").split("\n")
    first = next(line for line in lines if not line.startswith("~ "))
    thread = "\n".join(line.removeprefix("~ ") for line in lines if line or gap == "\n\n")
    text = gap.join((*HEAD, *BODY, thread))
    cleaned = clean_page(text)
    assert cleaned.text == "\n\n".join(BODY)
    assert (cleaned.title, cleaned.byline, cleaned.published) == (HEAD[0], "Nell Ashdown", "2031-11-17")
    assert cleaned.comments_start == text.index(f"\n{first}\n") + 1


def test_a_thread_in_another_language_is_known_by_its_counted_heading() -> None:
    text = "\n\n".join(("El puente giratorio de Aguasal seguirá cerrado hasta la primavera", *SPANISH, ABROAD.strip()))
    cleaned = clean_page(text)
    assert cleaned.text == "\n\n".join(SPANISH)
    assert cleaned.comments_start == text.index("3 comentarios")
