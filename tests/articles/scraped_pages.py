"""Whole pages of invented papers as scrapers leave them, marked as those of `pages`; `HTML` are pages of other systems with the beginnings of
their paragraphs and of what is not theirs.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.articles.pages import MarkedPage


class HtmlPage(NamedTuple):
    title: str
    byline: str
    published: str
    outlet: str
    body: tuple[str, ...]
    never: tuple[str, ...]
    source: str


# Page, and the outlet that it tells.
SCRAPED: dict[str, tuple[MarkedPage, str | None]] = {
    "island daily": (
        MarkedPage(
            "Ferry breakdown strands 200 on Saltmarsh for second night",
            "Moira Kelso",
            "2032-02-11T07:45",
            """
Skip to content
Island Times
HOME  NEWS  SPORT  TIDES  DEATHS  CLASSIFIED
Sign in | Subscribe from £1 a week
🌧 6°C Port Kessock

Home > News > Transport

Ferry breakdown strands 200 on Saltmarsh for second night
By Moira Kelso
11th February 2032, 7:45 am
Share   Tweet   Email

The MV Loch Orran tied up at Saltmarsh pier
The MV Loch Orran tied up at Saltmarsh pier. Picture: Ewan Strachan

+ Around 200 passengers were spending a second night on Saltmarsh on Tuesday after the island's only ferry broke down again.
+ The MV Loch Orran lost power to one of her engines an hour after leaving Port Kessock on Monday.
+ Engineers flown in from the mainland had hoped to have her sailing by noon.

ADVERTISEMENT

+ “We were told noon, then three, then tomorrow,” said Jean Petrie, who was travelling to her sister's funeral. “Nobody knows anything.”
+ Western Lines apologised and said that passengers would be put up in the village hall.

READ MORE: Island council to vote on second ferry
READ MORE: The day the ferry sank: readers remember

+ Councillor Hamish Orde said the breakdown was the ninth since October and called on ministers to act.

Related topics
Ferries
Saltmarsh
Western Lines

Most read
1 Shop's last loaf sells for £40
2 Otter closes road
3 Ferry breakdown strands 200 on Saltmarsh for second night

Comments (14)
Sort by: Newest
SaltyDog 2 hours ago
They should have bought the second boat in 2026 when it was cheap.
Reply  12 likes
pier_pressure 3 hours ago
My granny could row faster.
Reply

About us  Contact  Privacy  Cookies  Terms
© 2032 Island Times. All rights reserved. Registered office: 4 Harbour Row, Port Kessock
""",
        ),
        "Island Times",
    ),
    "match report with line-ups": (
        MarkedPage(
            "Castlerigg 2-1 Dunmore: Achebe's late header sinks ten-man visitors",
            "Neil Farrant",
            "2032-03-06T17:25Z",
            """
Castlerigg 2-1 Dunmore: Achebe's late header sinks ten-man visitors
Neil Farrant at Moor Park
Sat 6 Mar 2032 17.25 GMT
Castlerigg's Jordan Achebe celebrates his winner
View image in fullscreen
Jordan Achebe wheels away after heading Castlerigg's late winner. Photograph: Colin Tate/Actionpix

+ There are days when Moor Park feels like the coldest place in the north, and days when it feels like the only place worth being. For 88 minutes this was the first sort.

+ Then Jordan Achebe, who had missed two chances that his grandmother would have put away, rose at the far post and sent the ball in off the bar.

+ Dunmore had led through Luca Ferri and played for an hour with ten men after the defender Owen Bright was sent off for a lunge on Marcus Dool.

+ “I've aged ten years,” said the Castlerigg manager, Neil Abbott. “The lads were magnificent.”

+ Davide Renzi, his opposite number, refused to blame Bright. “He is 19. He will learn. I have not, and I'm 54.”

Castlerigg (4-4-2): Hall; Moss, Teale, Orr, Quirke; Dool (Platt 74), Penn, Ashe (Birch 60), Laidlaw; Achebe, Reyes.
Subs not used: Vane, Tolley, Marr.
Dunmore (4-3-3): Stott; Bright, Kemp, Ure, Nairn; Walsh, Cope, Lund; Ferri (Dray 81), Okoro, Sell.
Referee: A Pruett. Attendance: 4,211.
Booked: Teale, Kemp, Lund. Sent off: Bright.

Explore more on these topics
Castlerigg
Dunmore
match reports
Share
Reuse this content
Most viewed
© 2032 Northern Echo Sport or its affiliated companies. All rights reserved.
""",
        ),
        None,
    ),
    "US local TV": (
        MarkedPage(
            "Harlan Falls council votes to close Elm Street pool",
            "Dana Ruiz",
            "2032-05-04T21:52",
            """
Skip to Navigation Skip to Main Content Skip to Related Content
Live Now
Markets
Weather Alert
Flood Watch until THU 8:00 AM CDT, Brant County
Close
WHFT 6 News
LOCAL
Harlan Falls council votes to close Elm Street pool
By: Dana Ruiz
Posted: May 4, 2032 / 09:52 PM CDT
Updated: May 4, 2032 / 10:17 PM CDT
SHARE

+ HARLAN FALLS (WHFT) — The Harlan Falls City Council voted 4-3 Tuesday night to close the Elm Street pool, despite pleas from more than 60 residents.

+ City Manager Todd Rasmussen said repairs would cost $1.2 million.

+ “We don't have it,” he said. “I wish we did.”

? Ghost gun found in cereal aisle, police say

+ Mayor Phil Grabowski, who cast the deciding vote, said he lost sleep over it.

+ The pool, which opened in 1961, will close for good on Labor Day.

Close
Thanks for signing up!
Watch for us in your inbox.
Subscribe Now
WHFT Daily News
SIGN UP NOW

? A group of parents said it would look into buying the pool.

Copyright 2032 Tallgrass Media Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.
Suggest a Correction
Trending Stories
Man returns library book after 71 years
Which lakes are safe to swim in this week?
More Stories
Download the WHFT 6 News app for the latest alerts
""",
        ),
        None,
    ),
    "Australian broadcaster": (
        MarkedPage(
            "Cane growers call for disaster declaration as rain ruins harvest",
            "Lucinda Marr, Tom Oduya",
            "2032-06-21",
            """
Cane growers call for disaster declaration as rain ruins harvest
Coastal Radio News
/ By Lucinda Marr and Tom Oduya
Posted 4h ago4 hours ago, updated 2h ago2 hours agoMon 21 Jun 2032 at 6:04am
A man in a hat stands knee-deep in a flooded cane paddock.
Col Bevan says he has not walked on some of his paddocks since Easter. (Coastal Radio: Tom Oduya)
In short:
? Cane growers say the wettest June on record has cost them a third of the crop.
? The state government has not yet declared a disaster.
What's next?
? The growers' association will meet the agriculture minister on Thursday.
+ Cane farmer Col Bevan cannot remember a wetter June.

+ "It's just been relentless," he said.

+ More than 900 millimetres have fallen on his farm near Barlow since the first of May, three times the average.

? A rusted harvester in mud.
The harvest should have begun a fortnight ago. (Supplied: Col Bevan)
+ 'Nowhere to be seen'
+ Growers' association chair Joe Zammit said insurers had been "nowhere to be seen".

+ "If this isn't a disaster, what is?" he asked.

+ A spokesperson for the insurer Fairwind said assessors would visit as soon as the roads were open.

Get our newsletter, delivered each Friday
Your information is being handled in accordance with the Coastal Radio Privacy Collection Statement.
Email address
Subscribe
Posted 4h ago
Topics: Sugar, Floods, Barlow
Top Stories
Live: Premier refuses to apologise for 'drongos' remark
Analysis: Why nobody wants to be treasurer
""",
        ),
        None,
    ),
    "German regional": (
        MarkedPage(
            "Freibad Oberlauen bleibt geschlossen",
            "Katrin Moosbach",
            "2032-04-19T18:30",
            """
Zum Inhalt springen
Menü
Abo
Anmelden
Startseite
Lokales
Oberlauen
Bürgermeisterin verteidigt Entscheidung
Freibad Oberlauen bleibt geschlossen
Stand: 19.04.2032, 18:30 Uhr
Von: Katrin Moosbach
Kommentare Drucken Teilen
Das leere Becken des Freibads
Seit zwei Jahren ohne Wasser: das Becken in Oberlauen. © Uwe Kranz
+ Die Stadt hat kein Geld für die Sanierung. Der Förderverein kündigt Proteste an.
+ Oberlauen – Das Freibad bleibt auch in diesem Sommer zu. Das hat der Stadtrat am Montag mit neun gegen sieben Stimmen beschlossen.
+ „Wir haben schlicht kein Geld“, sagte Bürgermeisterin Petra Stamm nach der Sitzung. Die Sanierung würde nach ihren Angaben 3,2 Millionen Euro kosten.
Lesen Sie auch: Eisdiele am Markt schließt nach 60 Jahren
+ Der Vorsitzende des Fördervereins, Uwe Kranz, sprach von einem „Schlag ins Gesicht“ für die Jugend.
Mein Lauental-Newsletter
Im Newsletter stellen wir Ihnen die Nachrichten aus Ihrer Region zusammen. Jetzt kostenlos anmelden!
+ Am Samstag will der Verein vor dem Rathaus demonstrieren. Mitbringen solle man Badehosen, hieß es.
Auch interessant
Wetter: So wird das Wochenende im Lauental
Impressum Datenschutz Cookie-Einstellungen
© 2032 Lauentaler Bote GmbH & Co. KG
""",
        ),
        "Lauentaler Bote",
    ),
    "consent wall and paywall": (
        MarkedPage(
            "Quillon shares tumble as wet spring sinks deckchair sales",
            None,
            None,
            """
We value your privacy
We and our 812 partners store and access information on a device, such as cookies, and process personal data for advertising. You may click to consent or manage your options.
MORE OPTIONS
AGREE
The Ledger
Companies
Retail
Quillon shares tumble as wet spring sinks deckchair sales
? Retailer warns of ‘materially weaker’ second half
Priya Anand in Harwick YESTERDAY
Stay informed with free updates
Simply sign up to the Retail myFT-style digest -- delivered directly to your inbox.
+ Shares in Quillon fell 18 per cent on Thursday after the retailer warned of a “materially weaker” second half, blaming one of the wettest springs on record.
+ Chief executive Petra Lindahl said garden furniture sales had “fallen off a cliff”.
+ “You can't sell a deckchair in a monsoon,” she told analysts.
+ Not everyone was convinced. Hari Menon of Brook & Tate called the weather “a fig leaf”.
You have 2 free articles left this month
Subscribe to unlock this article
Try unlimited access
Only £1 for 4 weeks
Then £59 per month. Cancel anytime during your trial.
Explore our full range of subscriptions
Reuse this content (opens in new window)
Copyright The Ledger Limited 2032. All rights reserved.
""",
        ),
        "The Ledger",
    ),
    "Indian daily": (
        MarkedPage(
            "High Court pulls up civic body over garbage, calls city ‘one large dustbin’",
            "Ajit Bhonsle",
            "2032-08-23",
            """
Premium
Subscribe
Today's Paper
e-Paper
India
World
Cities
Opinion
Cricket
Home / Cities / Mandari / High Court pulls up civic body over garbage, calls city ‘one large dustbin’
High Court pulls up civic body over garbage, calls city ‘one large dustbin’
+ Bench asks corporation for time-bound plan by September 10
Written by: Ajit Bhonsle
3 min read
New Mandari | Updated: August 23, 2032 09:14 PM IST
Garbage piled up near the Mandari vegetable market. (Express Photo: Leela Rao)
Listen to this article
+ The Mandari High Court on Monday pulled up the municipal corporation over the garbage crisis, observing that the city had become “one large dustbin”.
+ A bench of Justice S K Narang and Justice Leela Thomas was hearing a petition filed by residents of Rampurna.
Also Read | Why Mandari's landfills are on fire
+ “You collect the tax but not the waste. What is this?” the bench remarked orally.
Story continues below this ad
+ Counsel for the corporation submitted that all possible steps were being taken and sought four weeks' time.
+ The court posted the matter for September 10.
Click here to join The Mandari Express on WhatsApp and get latest news and updates
© The Mandari Express Pvt Ltd
First published on: 23-08-2032 at 21:14 IST
TAGS:
garbage
Mandari High Court
Latest Comment
Post Comment
Read Comments
""",
        ),
        "The Mandari Express",
    ),
}

HTML = {
    "graph array, no og": HtmlPage(
        "Council backs bypass after six-hour debate",
        "Imogen Falk, Reuben Ashe",
        "2024-03-02T22:14",
        "The Wexcombe Mercury",
        (
            "Wexcombe council voted on Tuesday",
            "The plan, which has divided",
            "People have to live somewhere",
            "‘A sad day’",
            "Rosa Blunt, who led",
            "Work is due to start",
        ),
        ("Badgers found", "Sign up to our", "Typical of this", "Picture: Dot"),
        """<!doctype html><html lang="en-GB"><head><title>Council backs bypass after six-hour debate | The Wexcombe Mercury</title>
<script type="application/ld+json">[{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"News"}]},
{"@context":"https://schema.org","@type":["NewsArticle","ReportageNewsArticle"],"headline":"Council backs bypass after six-hour debate","datePublished":"2024-03-02T22:14:00+00:00","dateModified":"2024-03-03T08:00:00+00:00","author":[{"@type":"Person","name":"Imogen Falk"},{"@type":"Person","name":"Reuben Ashe"}],"publisher":{"@type":"NewsMediaOrganization","name":"The Wexcombe Mercury"}}]</script></head>
<body><header><nav><ul><li><a href="/">News</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<main><article><h1>Council backs bypass after six-hour debate</h1><p class="standfirst">Protesters sang in the gallery as the vote was read out</p>
<div class="meta"><a href="/imogen">Imogen Falk</a> and <a href="/r">Reuben Ashe</a></div>
<figure><img src="a.jpg"><figcaption>Protesters outside the town hall. Picture: Dot Marlin</figcaption></figure>
<p>Wexcombe council voted on Tuesday to build a bypass through Fenner's Field after a debate that lasted more than six hours.</p>
<p>The plan, which has divided the town for eleven years, passed by 24 votes to 21.</p>
<aside class="related"><h3>Read more</h3><ul><li><a href="/x">Badgers found on bypass route</a></li></ul></aside>
<p>“People have to live somewhere, and they have to get there,” said Cllr Dean Askwith, who proposed it.</p>
<h2>‘A sad day’</h2>
<p>Rosa Blunt, who led the campaign against the road, called it a sad day for the town and said that the matter would end up in court.</p>
<div class="newsletter"><p>Sign up to our newsletter for the latest from the council chamber</p><input type="email"></div>
<p>Work is due to start in the autumn of next year.</p></article>
<section id="comments"><h2>Comments</h2><div class="comment"><p>Typical of this council, they never listen to anybody who lives here at all.</p></div></section></main>
<footer>© 2024 Wexcombe Newspapers Ltd</footer></body></html>""",
    ),
    "no structured data, rel author, time": HtmlPage(
        "The lollipop man hangs up his coat",
        "Dale Fitch",
        "2024-07-23T09:30",
        "Little Wickham Post",
        (
            "A much-loved lollipop man",
            "Derek Postle, known",
            "I shall miss",
            "Thank you for keeping us safe",
            "Pupils presented him",
            "His wife Maureen",
        ),
        ("Bins moved", "School crossing", "Share this"),
        """<html><head><title>Dale's Notebook: The lollipop man hangs up his coat - Little Wickham Post</title><meta name="description" content="Derek Postle retires"></head><body>
<div id="masthead"><a href="/"><img alt="Little Wickham Post"></a></div><div id="nav"><a href=1>Home</a> <a href=2>News</a> <a href=3>What's On</a></div>
<div id="content"><div class="post"><h1 class="entry-title">The lollipop man hangs up his coat</h1>
<p class="postmetadata">Posted on <time datetime="2024-07-23T09:30:00+01:00">23 July 2024</time> by <a rel="author" href="/author/dale-fitch">Dale Fitch</a></p>
<div class="entry"><p>A much-loved lollipop man has hung up his hi-vis after 31 years.</p><p>Derek Postle, known to generations of pupils as Mr Stop, waved his final child across Church Lane on Friday.</p>
<p>“I shall miss the little blighters,” Derek said. “Some of them are grandparents now.”</p>
<blockquote><p>Thank you for keeping us safe, from all of Year 2.</p></blockquote>
<p>Pupils presented him with a card and a cake in the shape of a bus.</p>
<p>His wife Maureen joked that she would have him under her feet all day.</p></div>
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Facebook</li><li>Twitter</li></ul></div>
<div class="jp-relatedposts"><h3>Related</h3><a href="/z">School crossing to get lights</a></div></div></div>
<div id="sidebar"><h2>Recent posts</h2><ul><li><a href="q">Bins moved to Thursdays</a></li></ul></div></body></html>""",
    ),
    "paywall with isAccessibleForFree and a barrier": HtmlPage(
        "Quillon shares tumble as wet spring sinks deckchairs",
        "Priya Anand",
        "2024-05-20T06:31",
        "The Ledger",
        ("Shares in Quillon fell", "Chief executive Petra Lindahl", "You can't sell a deckchair"),
        ("Subscribe to unlock", "We use cookies", "Keep reading"),
        """<html lang="en"><head><meta property="og:title" content="Quillon shares tumble as wet spring sinks deckchairs"><meta property="og:site_name" content="The Ledger"><title>Quillon shares tumble as wet spring sinks deckchairs</title>
<meta property="article:published_time" content="2024-05-20T06:31:12.000Z"><meta property="article:author" content="https://www.facebook.com/theledger"><meta name="author" content="Priya Anand">
<script type="application/ld+json">{"@context":"http://schema.org","@graph":[{"@type":"WebPage","@id":"https://ledger.example/q","datePublished":"2024-05-20T06:31:12Z"},{"@type":"NewsArticle","headline":"Quillon shares tumble as wet spring sinks deckchairs","isAccessibleForFree":"False","author":{"@id":"#p1"},"hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".body"}},{"@type":"Person","@id":"#p1","name":"Priya Anand"}]}</script></head>
<body><div class="consent"><p>We use cookies and other technologies to keep The Ledger reliable and secure, and to personalise content and ads.</p><button>Accept</button></div>
<article><header><h1>Quillon shares tumble as wet spring sinks deckchairs</h1><p>Retailer warns of weaker second half</p><a href="/p">Priya Anand</a> in Harwick</header>
<div class="body"><p>Shares in Quillon fell 18 per cent on Thursday after the retailer warned of a materially weaker second half, blaming one of the wettest springs on record.</p>
<p>Chief executive Petra Lindahl said garden furniture sales had “fallen off a cliff”.</p><p>“You can't sell a deckchair in a monsoon,” she told analysts.</p></div>
<div class="barrier"><h2>Keep reading for £1</h2><p>Subscribe to unlock this article and the rest of our award-winning coverage of companies and markets.</p></div></article></body></html>""",
    ),
    "microdata CMS": HtmlPage(
        "Cane growers call for disaster declaration as rain ruins harvest",
        "Lucinda Marr",
        "2024-06-21T06:04",
        "Coastal Radio News",
        (
            "Cane farmer Col Bevan",
            "It's just been relentless",
            "More than 900 millimetres",
            "Growers have lost",
            "Growers' association chair",
        ),
        ("Premier refuses", "Supplied: Col"),
        """<html><head><title>Cane growers call for disaster declaration</title><meta name="application-name" content="Coastal Radio News"></head><body><div itemscope itemtype="http://schema.org/NewsArticle">
<h1 itemprop="headline">Cane growers call for disaster declaration as rain ruins harvest</h1>
<span itemprop="author" itemscope itemtype="http://schema.org/Person">By <span itemprop="name">Lucinda Marr</span></span>
<meta itemprop="datePublished" content="2024-06-21T06:04:00+10:00"><div itemprop="articleBody">
<p>Cane farmer Col Bevan cannot remember a wetter June.</p><p>"It's just been relentless," he said from the veranda of his house near Barlow, where the water has not gone down since Easter.</p>
<div class="caption">The harvest should have begun a fortnight ago. (Supplied: Col Bevan)</div>
<p>More than 900 millimetres have fallen on his farm since the first of May, three times the average.</p>
<ul><li>Growers have lost a third of the crop</li><li>The government has yet to declare a disaster</li></ul>
<p>Growers' association chair Joe Zammit said insurers had been nowhere to be seen.</p></div></div>
<div class="topstories"><h2>Top stories</h2><p><a href=1>Premier refuses to apologise for 'drongos' remark</a></p></div></body></html>""",
    ),
    "table-era page": HtmlPage(
        "Brazen daylight raid on Ballinroe post office",
        "Aoife Tuohy",
        "2024-09-09",
        "Ballinroe Champion",
        ("Gardaí in Ballinroe", "Postmistress Bríd", "He'd a mask", "Local TD Fergal"),
        (),
        """<HTML><HEAD><TITLE>Ballinroe Champion: Raid on post office</TITLE></HEAD><BODY><TABLE width=100%><TR><TD bgcolor=blue><FONT color=white><B>Ballinroe Champion</B></FONT></TD></TR><TR><TD><A HREF=a>News</A> | <A HREF=b>Sport</A> | <A HREF=c>Deaths</A></TD></TR>
<TR><TD><H1>Brazen daylight raid on Ballinroe post office</H1><I>Thursday, 9 September 2024</I><BR><B>By Aoife Tuohy</B><P>Gardaí in Ballinroe are appealing for witnesses after a daylight raid on the town's post office on Tuesday.
<P>Postmistress Bríd Ní Chonaill said she was shook but grand after the ordeal, in which some €2,000 was taken.
<P>“He'd a mask on him and a hurley in his hand,” she said. “Sure I told him to cop himself on.”
<P>Local TD Fergal Tuohy has called for more Gardaí on the beat in the west of the county.</TD></TR><TR><TD>Copyright 2024 Ballinroe Champion Ltd. <A HREF=m>Contact us</A></TD></TR></TABLE></BODY></HTML>""",
    ),
    "French CMS, byline in span, date in words": HtmlPage(
        "Saint-Brévin. La crue emporte la boulangerie",
        "Solène Guérin",
        "2024-01-14",
        "Le Courrier de l'Arvanne",
        ("La crue de l'Arvanne a", "Je n'ai jamais vu", "Le maire, Bruno Castel", "Le pont reste fermé"),
        ("Lire aussi", "abonnez-vous", "Publicité"),
        """<html lang="fr"><head><title>Saint-Brévin. La crue emporte la boulangerie</title><meta property="og:site_name" content="Le Courrier de l'Arvanne"><meta property="og:title" content="Saint-Brévin. La crue emporte la boulangerie"></head><body>
<header><a href="/">Le Courrier de l'Arvanne</a></header><main><h1>Saint-Brévin. La crue emporte la boulangerie</h1><div class="chapo">Trois maisons ont été évacuées dans la nuit de mardi à mercredi.</div>
<div class="article-meta"><span class="author">Par Solène Guérin</span> <span class="date">Publié le 14 janvier 2024 à 07h12, mis à jour à 11h40</span></div>
<div class="contenu"><p>La crue de l'Arvanne a emporté mercredi la vitrine de la boulangerie de Saint-Brévin, où l'eau est montée en une heure.</p>
<p>« Je n'ai jamais vu ça », soupire Odette Maurin, boulangère depuis quarante ans.</p><div class="pub">Publicité</div><p class="lire-aussi">Lire aussi : <a href=1>Inondations, que faire en cas d'alerte ?</a></p>
<p>Le maire, Bruno Castel, réclame l'état de catastrophe naturelle et attend la visite de la ministre.</p><p>Le pont reste fermé jusqu'à nouvel ordre.</p></div>
<div class="abo"><p>Pour lire la suite, abonnez-vous dès 1 € par mois, sans engagement.</p></div></main></body></html>""",
    ),
    "liveblog": HtmlPage(
        "Tarn by-election live: counting under way",
        "Hollie Marsden",
        "2024-05-06T21:00",
        "The Tarn Observer",
        ("Counting has begun", "A result is expected"),
        (),
        """<html lang="en"><head><meta property="og:title" content="Tarn by-election live: counting under way"><meta property="og:site_name" content="The Tarn Observer"><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Tarn by-election live: counting under way","datePublished":"2024-05-06T21:00:00Z","author":[{"@type":"Person","name":"Hollie Marsden"}],"liveBlogUpdate":[{"@type":"BlogPosting","headline":"Turnout about 38%","datePublished":"2024-05-06T22:37:00Z","articleBody":"The returning officer says turnout was about 38%."},{"@type":"BlogPosting","headline":"First boxes arrive","datePublished":"2024-05-06T21:48:00Z","articleBody":"The first ballot boxes are in."}]}</script><title>Tarn by-election live</title></head><body><main><h1>Tarn by-election live: counting under way</h1>
<div class="summary"><p>Counting has begun in the Tarn by-election, which was called after the resignation of the member of parliament, George Farrow, in March over his expenses.</p><p>A result is expected at about three in the morning, and both main parties say that it is too close to call.</p></div>
<div class="block"><h2>Turnout about 38%</h2><p>The returning officer says turnout was about 38%.</p></div><div class="block"><h2>First boxes arrive</h2><p>The first ballot boxes are in.</p></div></main></body></html>""",
    ),
}
