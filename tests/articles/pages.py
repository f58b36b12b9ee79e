"""Whole pages of invented papers of many countries, as a browser's "select all" or a reader's extract gives them.

Each page: its title, byline and day, then its lines.  A line that begins with "+ " is article, with "? " may be either; all
others are to be cut.  The marks are taken off before cleaning.
"""

from __future__ import annotations

from typing import NamedTuple


class MarkedPage(NamedTuple):
    title: str | None
    byline: str | None
    published: str | None
    lines: str


PAGES = {
    "a British tabloid": MarkedPage(
        "Mum's horror as seagull makes off with £3,000 engagement ring at seaside caff",
        "Dulcie Hartnoll",
        "2031-06-14T11:02",
        """
Skip to main content
News
Sport
Celebs
TV
Money
Horoscopes
Newsletters

Home
News
Weird News

Mum's horror as seagull makes off with £3,000 engagement ring at seaside caff

+ EXCLUSIVE: Kelly Brannock, 34, had only taken the sparkler off to eat her fish and chips when the cheeky bird swooped on her table in Wexcombe Bay

ByDulcie HartnollSenior Reporter
11:02, 14 Jun 2031
Updated 13:40, 14 Jun 2031
Bookmark
12 Comments

Kelly Brannock says she is devastated
Kelly Brannock says she is devastated (Image: Solent Pictures)

Get the latest weird news straight to your inbox
Subscribe
We use your sign-up to provide content in ways you've consented to and to improve our understanding of you. This may include adverts from us and third parties based on our understanding. You can unsubscribe at any time.

+ A mum was left in tears after a seagull flew off with her £3,000 engagement ring at a seaside caff.

+ Kelly Brannock had popped the diamond band on the table while she tucked into cod and chips with her fella Wayne on Saturday.

+ But the greedy gull mistook it for a titbit, and was last seen heading out over the pier.

READ MORE: Lollipop man banned from high-fiving kids 'for their own safety'

READ MORE: Pensioner grows marrow the size of a Shetland pony

+ "I screamed the place down," Kelly, from Nether Wallop Green, told the Bugle. "Wayne saved up for two years for that ring. He just stood there with a chip hanging out of his gob."

The ring was a two-carat diamond on a gold band
The ring was a two-carat diamond on a gold band (Image: Kelly Brannock / Facebook)

+ 'It went for the gold'

+ Caff owner Reg Pottle, 61, said the bird, which regulars have dubbed Ronnie, is a repeat offender.

+ "He's had sausages, he's had a hearing aid, he's had a toddler's hat," said Reg. "But jewellery is a first. He's gone up in the world."

+ A spokesman for Wexcombe Bay council said: "We would remind visitors not to feed, or leave valuables with, the gulls."

Article continues below

Recommended
Woman finds 1970s crisp packet in perfect nick in her nan's loft
Dog walker comes face to face with 'big cat' that turns out to be a bin bag

+ Coastguards have promised to keep an eye out, and Kelly has put up a £500 reward.

+ She said: "I know he didn't mean it. I just want my ring back, no questions asked."

Have you been robbed by a seagull? Email weird@bugle.example or call our newsdesk on 0207 000 000

Story Saved
You can find this story in My Bookmarks. Or by navigating to the user icon in the top right.

Follow The Daily Bugle
Facebook
X (Twitter)
More On
Seagulls
Seaside
Engagements
""",
    ),
    "a local paper in the United States": MarkedPage(
        "Pottsfield school board delays vote on four-day week after marathon hearing",
        "Carla Espinoza-Webb",
        "2031-02-11",
        """
Subscribe
E-Edition
Log In
45°
Pottsfield, OH (43999)
Today
Mostly cloudy skies. High 47F. Winds WNW at 10 to 15 mph.
Tonight
Some clouds. Low near 30F. Winds light and variable.
Updated: February 11, 2031 @ 9:14 am
Full Forecast

Pottsfield school board delays vote on four-day week after marathon hearing

By Carla Espinoza-Webb cespinoza@pottsfieldledger.example
Feb 11, 2031 Updated 2 hrs ago
Facebook
Twitter
Email
Print
Save

Parents fill the cafeteria of Pottsfield Middle School during Monday's hearing on the four-day week.
Dale Kimbrough | Pottsfield Ledger

+ POTTSFIELD — The Pottsfield Local Schools board put off a decision on a four-day school week Monday after five hours of testimony, most of it from parents who said they had nobody to watch their children on Fridays.

+ The board voted 4-1 just before midnight to table the plan until its March 24 meeting. Board member Lonnie Traub cast the only no vote.

+ "We've studied this thing to death," Traub said. "Either we trust our numbers or we don't."

Support local journalism
Subscribe to the Ledger today for as little as 99 cents a week.

+ Under the proposal, the district's 2,140 students would attend class Monday through Thursday, from 7:35 a.m. to 3:50 p.m. Superintendent Rhonda Vance has said the schedule would save about $610,000 a year in transportation and utilities and help the district recruit teachers.

+ The district started this school year with 19 vacancies, Vance said. It has filled 11.

Sign up for our newsletters
Get the morning's top headlines delivered to your inbox.
* I understand and agree that registration on or use of this site constitutes agreement to its user agreement and privacy policy.
Success! An email has been sent with a link to confirm list signup.
Error! There was an error processing your request.

+ A parade of parents

+ Forty-three people signed up to speak. All but six opposed the change.

+ Marisol Pruitt, a night-shift nurse with three children at Elm Street Elementary, told the board she would have to choose between her job and her kids.

+ "There isn't a day care in this county with an opening," she said. "I've called every one of them. So where do they go, Mrs. Vance? You tell me where they go."

+ The proposal includes:

+ • Free breakfast and lunch on Fridays at two buildings.

+ • A "Friday Club" for up to 200 elementary students at $15 a day.

+ • A review after one year.

+ Vance said she would bring the board revised numbers on child care next month.

+ The board meets at 6:30 p.m. March 24 in the high school auditorium.

Reach Carla Espinoza-Webb at 555-0142 or cespinoza@pottsfieldledger.example. Follow her on Twitter @carlaewebb.

Tags
School Board
Four-day Week
Pottsfield

Trending Now
Bakery fire displaces two families on Third Street
Buckeye Lanes to close after 61 years
Sheriff: Man drove mower to bar, then to second bar

Recommended for you
""",
    ),
    "an Indian portal": MarkedPage(
        "Heavy rains lash Kavalpur, 14 low-lying colonies inundated; schools shut today",
        None,
        "2031-07-19T08:12",
        """
Home / Cities / Kavalpur News / Heavy rains lash Kavalpur, 14 low-lying colonies inundated; schools shut today

Heavy rains lash Kavalpur, 14 low-lying colonies inundated; schools shut today

+ The met department has issued a red alert for three districts; CM reviews situation, asks officials to remain on high alert

TNB News Desk | Jul 19, 2031, 08:12 IST

Whatsapp
Facebook
Twitter
AA
Text Size
Small
Medium
Large

Commuters wade through a flooded street in Kavalpur on Friday. (PTX Photo)

+ KAVALPUR: Heavy overnight rains threw life out of gear in Kavalpur on Friday, with at least 14 low-lying colonies inundated and traffic coming to a standstill on arterial roads.

+ The district administration has declared a holiday for all schools and colleges on Saturday in view of the red alert issued by the India Met Office for Kavalpur, Sonpet and Narela districts.

Also Read | Monsoon covers entire state two days ahead of schedule

+ According to officials, the city received 187 mm of rainfall in 12 hours till 8.30 am on Friday, the highest in a single day since 2019.

+ "Eleven teams of the disaster response force have been deployed. As many as 340 people were shifted to safer places," collector Meenal Devrukhkar told reporters here.

ALSO READ
Kavalpur: Man rides cart to office through floods, video goes viral
Explained: Why Kavalpur floods every year

+ Chief minister Harish Bhonslay held a review meeting with senior officials through video conferencing and directed them to remain on high alert for the next 48 hours.

+ Power supply was disrupted in several areas, including Gandhi Chowk, Model Town and Station Road. Sources in the electricity board said 22 transformers had been switched off as a precaution.

Don't Miss: 5 monsoon getaways near Kavalpur

+ Meanwhile, opposition leader Sarita Pendse hit out at the government over the flooding. "Crores were spent on storm water drains. Where has the money gone?" she asked.

+ The water level in the Tapasi river was flowing at 2.1 metres below the danger mark at noon, an official said.

? (With inputs from agencies)

Catch all the City News, Breaking News and Latest News Updates on The National Bell.

First Published: July 19, 2031, 08:12 IST

Read More
Topics
kavalpur rain
monsoon
Trending Topics
IPL 2031
Gold Rate Today
Petrol Price
""",
    ),
    "an Australian broadcaster with key points": MarkedPage(
        "Wirrimal residents told to boil water for a third week as treatment plant fails again",
        "Tegan Oldroyd, Josh Pannell",
        "2031-11-02",
        """
Just In
For You
Video
Search the news, stories & people
Log In
More

Wirrimal residents told to boil water for a third week as treatment plant fails again

CBN Riverina
By Tegan Oldroyd and Josh Pannell
Topic:Water Supply
Sun 2 Nov
Sunday 2 November 2031

A woman in a wide hat fills a plastic drum from a tanker on a dusty street.
Residents have been collecting drinking water from a tanker outside the Wirrimal hall. (CBN Riverina: Josh Pannell)

? In short:
+ About 900 people in the New South Wales town of Wirrimal have been told to keep boiling their tap water until at least mid-November.
+ A replacement pump for the treatment plant failed within hours of being switched on.
? What's next?
+ The council will consider trucking in water from Hillston at a meeting on Tuesday.

? cbn
Link copied

+ For the third week in a row, Judy Casement has started her day by putting four big pots on the stove.

+ "You forget, and you brush your teeth, and then you lie there waiting to be crook," the 71-year-old said.

+ "I never thought I'd see this in Australia."

+ Wirrimal's treatment plant broke down on October 14 when silt from a flooded creek jammed its intake.

+ A replacement pump arrived from Adelaide on Thursday, but Wirrimal Shire general manager Craig Tulloch said it had failed within hours.

+ "We're as frustrated as anyone," Mr Tulloch said.

A man in a high-vis vest stands beside a large blue pump.
Craig Tulloch says the shire is exploring every option. (Supplied: Wirrimal Shire)

+ Business 'on its knees'

+ Baker Linh Pham said she had thrown out more dough than she had sold.

+ "Every tray, every bowl, every hand wash, it's all boiled water. My gas bill has tripled," she said.

Loading...

+ The state's Water Minister, Fiona Garrick, said an engineer had been sent to the town.

+ "People in the regions deserve the same water as people in the city," she said.

Loading

Posted Sun 2 Nov 2031 at 5:14am, updated Sun 2 Nov 2031 at 7:30am

Top Stories
Treasurer rules out early budget
Storm season 'could be worst in a decade'
Swimmer missing off Cape Naylor
Related topics
Rural and Remote Communities
Water Supply
""",
    ),
    "a Spanish daily": MarkedPage(
        "El Ayuntamiento de Valdemora aplaza la peatonalización del casco antiguo tras la protesta de los comerciantes",
        "Lucía Arrizabal",
        "2031-03-12T07:45",
        """
Suscríbete
Iniciar sesión
Ir al contenido
Local
Valdemora
Provincia
Sucesos

El Ayuntamiento de Valdemora aplaza la peatonalización del casco antiguo tras la protesta de los comerciantes

+ La alcaldesa anuncia una mesa de diálogo y retrasa las obras, previstas para abril, hasta después del verano

Comerciantes del casco antiguo se concentran ante el Ayuntamiento de Valdemora. / EFEX

Lucía Arrizabal
Valdemora - 12 mar 2031 - 07:45 CET
Compartir en Whatsapp
Compartir en Facebook
Compartir en Twitter
Copiar enlace
Ir a los comentarios

+ El Ayuntamiento de Valdemora ha decidido aplazar hasta septiembre la peatonalización del casco antiguo, después de que cerca de trescientos comerciantes se manifestaran el lunes ante la casa consistorial.

+ La alcaldesa, Remedios Colmenar, anunció ayer la creación de una mesa de diálogo con los vecinos y los dueños de los negocios. “No vamos a hacer nada contra quienes levantan la persiana cada mañana”, aseguró.

MÁS INFORMACIÓN
Los comerciantes de Valdemora amenazan con cerrar en Semana Santa
El tranvía que nunca llegó

+ El proyecto, presupuestado en 2,3 millones de euros, prevé cerrar al tráfico once calles entre la plaza del Mercado y la puerta de San Blas. Las obras debían comenzar el 15 de abril.

+ “Un alivio, pero no una victoria”

+ El presidente de la asociación de comerciantes, Julián Peñalara, recibió la noticia con cautela. “Es un alivio, pero no una victoria. Queremos ver el proyecto entero, con aparcamientos, sobre la mesa”, dijo a este periódico.

Lee también: Valdemora estrena su primera zona de bajas emisiones

+ La oposición criticó el retraso. Según el portavoz municipal Íñigo Zárate, el gobierno local “improvisa y pone en peligro los fondos europeos, que caducan en diciembre”.

+ Los vecinos, por su parte, siguen divididos. Una encuesta encargada por el Ayuntamiento en enero indicaba que el 54% apoya el cierre al tráfico y el 38% lo rechaza.

Archivado en
Peatonalización
Comercio
Ayuntamientos

Recibe el boletín de Valdemora
Apúntate

Comentarios
Normas
Más información
Si está interesado en licenciar este contenido contacte con nosotros.
""",
    ),
    "a German regional paper": MarkedPage(
        "Brücke über die Lauter bleibt bis 2033 gesperrt – Pendler sauer",
        "Henrike Stollberg",
        "2031-09-05T18:31",
        """
Startseite
Lokales
Kreis Lauterau
Brücke über die Lauter bleibt bis 2033 gesperrt – Pendler sauer

Brücke über die Lauter bleibt bis 2033 gesperrt – Pendler sauer

Stand: 05.09.2031, 18:31 Uhr
Von: Henrike Stollberg

Kommentare
Drucken
Teilen

Die Lauterbrücke bei Niederauen ist seit März für den Verkehr gesperrt. © Stollberg

+ Die Lauterbrücke bei Niederauen wird nicht vor dem Frühjahr 2033 wieder freigegeben. Das teilte das Landratsamt am Freitag mit. Viele Pendler müssen weiter einen Umweg von 17 Kilometern fahren.

+ Niederauen – Wer aus dem Lautertal zur Arbeit nach Kirchstetten will, braucht weiterhin Geduld. Wie das Landratsamt am Freitag mitteilte, verzögert sich der Neubau der Lauterbrücke um mindestens ein Jahr. Grund seien gestiegene Stahlpreise und ein fehlendes Gutachten zum Hochwasserschutz.

Lesen Sie auch: Warum in Lauterau keine Busse mehr fahren

+ Landrat Gernot Pfaff (parteilos) bat um Verständnis. „Wir haben uns das auch anders vorgestellt“, sagte er. „Aber eine Brücke, die beim ersten Hochwasser wegschwimmt, hilft niemandem.“

+ Umweg kostet Pendler täglich eine Stunde

+ Rund 6.400 Fahrzeuge fuhren vor der Sperrung täglich über die Brücke. Seit März müssen sie über Oberauen ausweichen. „Ich bin jeden Tag eine Stunde länger unterwegs“, sagt die Krankenpflegerin Swantje Rühl. „Das bezahlt mir keiner.“

Anzeige

Mein Lautertal-Newsletter
Alle Nachrichten aus dem Lautertal täglich in Ihrem Postfach. Jetzt kostenlos anmelden!

+ Die Gemeinde Niederauen fordert nun eine Behelfsbrücke. Bürgermeisterin Almut Wend verwies auf ein Angebot des Technischen Hilfswerks, das der Kreis im Sommer abgelehnt hatte.

+ Der Kreistag berät am 22. September über den Antrag. (hst)

Auch interessant
Rentner baut Kirche aus Streichhölzern nach
Unwetter: Diese Straßen sind gesperrt
Kommentare
Zur Startseite
""",
    ),
    "a French weekly": MarkedPage(
        "À Saint-Aubrac, la dernière librairie du canton sauvée par ses lecteurs",
        "Maëlle Guivarc'h",
        "2031-01-23T06:00",
        """
Aller au contenu
Se connecter
S'abonner
Accueil
Culture
Livres

À Saint-Aubrac, la dernière librairie du canton sauvée par ses lecteurs

+ Menacée de fermeture, la librairie des Tilleuls a réuni 84 000 euros en six semaines. Deux cent douze habitants en sont désormais propriétaires.

Par Maëlle Guivarc'h
Publié le 23 janvier 2031 à 06h00, modifié le 23 janvier 2031 à 09h12
Temps de lecture : 3 min.
Lecture 3 min
Partager
Offrir l'article
Ajouter à vos favoris

La librairie des Tilleuls, à Saint-Aubrac, le 18 janvier 2031. YANN LE DANTEC POUR « LE COURRIER DES CAUSSES »

+ Ils sont venus avec des chèques, des billets pliés en quatre, et même un bocal de pièces jaunes. En six semaines, les clients de la librairie des Tilleuls, à Saint-Aubrac, ont réuni 84 000 euros pour racheter le fonds de commerce de leur libraire, partie à la retraite.

+ « Je n'y croyais pas », confie Odile Vernhet, 66 ans, qui a tenu la boutique pendant trente et un ans. « J'avais déjà commandé les cartons. »

Lire aussi | Article réservé à nos abonnés Les petites librairies face à la hausse des loyers

+ Une coopérative de 212 sociétaires

+ Le modèle n'est pas nouveau, mais il est rare dans le département. Chaque sociétaire a acheté une part de 50 euros au minimum et dispose d'une voix, quelle que soit sa mise.

La suite après la publicité

+ « On ne voulait pas d'un mécène, on voulait des lecteurs », résume Bastien Rouquette, instituteur et président de la coopérative. Il reconnaît que l'équilibre reste fragile : il faudra vendre 40 livres par jour pour payer les deux salariés.

+ La réouverture est prévue le 14 février, avec une lecture publique et, promet-on, du vin chaud.

Maëlle Guivarc'h (Saint-Aubrac, correspondante)

Sur le même sujet
Le bibliobus reprend la route
Prix des lycéens : la sélection 2031
L'espace des contributions est réservé aux abonnés.
Abonnez-vous pour accéder à cet espace d'échange et contribuer à la discussion.
Voir les contributions
""",
    ),
    "wire copy": MarkedPage(
        "Central bank of Norland raises rates to 6.25%, sees inflation easing by spring",
        "Ingmar Toft",
        "2031-10-08T14:31Z",
        """
World
Business
Markets
Central bank of Norland raises rates to 6.25%, sees inflation easing by spring
By Ingmar Toft
October 8, 2031 2:31 PM GMT Updated 3 hours ago

Item 1 of 2 The headquarters of the Central Bank of Norland in Havnestad, September 3, 2031. TRANSWIRE/Pia Lund/File Photo
[1/2]The headquarters of the Central Bank of Norland in Havnestad, September 3, 2031. TRANSWIRE/Pia Lund/File Photo Purchase Licensing Rights

Summary
? Bank raises key rate by 50 basis points, most since 2027
? Governor says "job is not done"
? Krone at 11-month high

+ HAVNESTAD, Oct 8 (TransWire) - Norland's central bank raised its key interest rate by half a percentage point to 6.25% on Wednesday and said it expected inflation to slow markedly by the spring, sending the krone to an 11-month high.

+ Twelve of 19 economists polled by TransWire had predicted a quarter-point move.

+ "The job is not done," Governor Astrid Holm told a news conference. "We will stay the course for as long as it takes."

Advertisement · Scroll to continue

+ Consumer prices rose 7.9% in September from a year earlier, the statistics office said last week, well above the bank's 3% target.

+ The krone NOK= gained 1.2% against the dollar. The OSB index .OSB fell 0.8%.

+ "This is a hawkish surprise," said Bartholomew Crane, an economist at Fjellbank. "They're clearly worried about wages."

+ WAGE TALKS

+ Unions, which represent two-thirds of the workforce, are seeking raises of 9%. Talks resume on Monday.

? ($1 = 9.4020 Norland kroner)

Reporting by Ingmar Toft; Additional reporting by Sanna Berg in Lillevik; Editing by Colm Reardon and Priya Nath

Our Standards: The TransWire Trust Principles., opens new tab

Purchase Licensing Rights
Ingmar Toft
TransWire
Ingmar Toft is TransWire's bureau chief in Havnestad, where he covers monetary policy and energy.

Read Next
Markets
Oil slips as traders weigh Gulf talks
October 8, 2031
Business
Havnestad port strike enters second week
October 7, 2031
""",
    ),
    "a blog with a sidebar": MarkedPage(
        "Why I finally gave up on my bread machine",
        None,
        "2031-04-30",
        """
The Crumb Diaries
Adventures in flour, water and regret

Home
About
Recipes
Contact

April 30, 2031
Why I finally gave up on my bread machine

+ Last week I put my bread machine out on the curb with a note that said "Works. Sort of." By lunchtime it was gone, and I have not felt this light in years.

+ I bought it in 2019, like everybody else, because a woman on television told me that I would never buy a loaf again. I did not buy a loaf again. I bought cinnamon rolls, bagels, and a great deal of takeout, because the loaf that came out of that machine had the shape of a bucket and the soul of a sponge.

+ What went wrong

+ Let me be fair to the machine. It kneads well. It is quiet at night. It never once complained. But there are three things it cannot do:

+ 1. It cannot tell how wet the flour is today.
+ 2. It cannot make a crust.
+ 3. It cannot smell.

+ My grandmother, who baked for a family of eleven on a wood stove, used to say:

+ > Bread is done when the kitchen tells you it is done, and not when the clock does.

+ She was right about that, and about my first husband.

+ So I am back to a bowl, a towel and my two hands. The first loaf was a brick. The second one was less of a brick. If you come by on Sunday, you may have a slice of the third.

Posted by Wilhelmina at 9:12 PM
Email This
BlogThis!
Share to Twitter
Share to Facebook
Labels: bread, failures, grandmother

Newer Post
Older Post
Home

About Me
Wilhelmina
I bake, I fail, I write it down. Lives with two cats in a house that smells of yeast.
View my complete profile

Blog Archive
▼  2031 (14)
▼  April (4)
Why I finally gave up on my bread machine
A starter named Gerald
The great rye disaster
►  March (3)
►  2030 (41)

Simple theme. Powered by Blogger.
""",
    ),
    "a live blog": MarkedPage(
        "Ferry strike live: talks resume as queues reach nine miles at Port Ellery",
        "Niamh Corcoran, Elliot Vaughan",
        "2031-08-21T07:12",
        """
Live
Ferry strike live: talks resume as queues reach nine miles at Port Ellery

+ Latest updates: hauliers told to stay away from the docks as unions and operator return to the table

Niamh Corcoran (now) and Elliot Vaughan (earlier)
Thu 21 Aug 2031 16.05 BST
First published on Thu 21 Aug 2031 07.12 BST

Key events
16.05: Talks resume
14.20: Queues reach nine miles
11.47: Minister 'disappointed'

? 16.05 BST
? Talks resume

+ Negotiators for the Seafarers' Union and Ellery Lines have gone back into the meeting room at the Harbour Hotel after a break of almost three hours.

+ "We're talking, and that is better than not talking," the union's general secretary, Moira Gillespie, told reporters on the steps.

Share
Updated at 16.12 BST

? 14.20 BST
? Queues reach nine miles

+ The queue of lorries on the A299 is now nine miles long, according to the county council, which has opened a second holding site at the old airfield.

+ Volunteers are handing out water and sandwiches. One driver, Stefan Ilic, told us he had been waiting since Tuesday night with a load of peaches.

Share

? 11.47 BST
? Minister 'disappointed'

+ The transport minister, Gareth Lyle, has called the strike "deeply disappointing" and said the government would not step in.

+ "It is for the company and its staff to settle this," he told the morning programme.

Share

Topics
Ferries
Strikes
Reuse this content
Most viewed
""",
    ),
    "a cookie wall before the body": MarkedPage(
        "Tollgate tunnel to close for eleven weekends",
        "Rasmus Kell",
        "2031-05-02",
        """
We and our partners value your privacy
We and our 847 partners store and/or access information on a device, such as unique IDs in cookies to process personal data. You may accept or manage your choices by clicking below, including your right to object where legitimate interest is used, or at any time in the privacy policy page. These choices will be signaled to our partners and will not affect browsing data.
We and our partners process data to provide:
Use precise geolocation data. Actively scan device characteristics for identification. Store and/or access information on a device. Personalised advertising and content, advertising and content measurement, audience research and services development.
List of Partners (vendors)
I Accept
Show Purposes

Sections
Search

Tollgate tunnel to close for eleven weekends

Rasmus Kell
2 May 2031

+ The Tollgate tunnel will be shut to all traffic on eleven weekends between June and October so that its ventilation can be replaced, the road agency said on Friday.

+ Drivers will be sent over the Carrick bridge, where the agency expects delays of up to forty minutes on Saturday mornings.

+ "We looked at doing it at night, but it would have taken three years," said the project's manager, Orla Dunphy.

+ The ventilation system dates from 1974 and failed its last two inspections. Its replacement will cost 31 million.

+ Businesses on the south bank said they had not been consulted. "We found out from the radio," said Piotr Wolan, who runs a garage at the tunnel's mouth.

+ The first closure begins at 10pm on Friday 6 June.

You have 2 free articles remaining this month
Subscribe for unlimited access
Already a subscriber? Log in
""",
    ),
    "comments in the style of the body": MarkedPage(
        "Council to sell the Corn Exchange for a pound",
        "Philippa Straker",
        "2031-03-03",
        """
Council to sell the Corn Exchange for a pound

By Philippa Straker
3rd March 2031

+ The Corn Exchange in Ashbourton is to be sold to a community trust for one pound, the town council decided on Thursday evening.

+ The building, which has been empty since the market moved out in 2022, needs a new roof and has been on the register of buildings at risk for six years.

+ Councillor Denis Holroyd said the decision was the only sensible one. “We have spent forty thousand pounds a year on scaffolding,” he told the meeting. “That is money we shall never see again.”

+ The trust, which was founded by the Ashbourton Civic Society, hopes to open a covered market on the ground floor and a dance hall above it by 2034.

+ Its chairman, Roland Peake, said that a first grant of £350,000 had been promised by the heritage fund.

+ A report on the condition of the roof is to be published in May.

Comments (5)

Brian of Northgate
4th March 2031 8:14 am
The council has never once asked the people of this town what they would like to see in that building. My father sold barley there every Thursday for thirty years, and he would be turning in his grave at the thought of a dance hall.

Mrs T. Fellowes
4th March 2031 9:40 am
A pound is a pound too much, if the roof is as bad as it was when I was last inside. I wish the trust well, but I doubt that three hundred and fifty thousand pounds will buy more than the slates.

Ashbourton Lad
4th March 2031 11:05 am
The scaffolding firm must be delighted. It would be interesting to know who signed that contract and when it was last put out to tender.
Reply

Brian of Northgate
4th March 2031 12:31 pm
A very good question, and one that I have put to the clerk in writing. She has not replied.

Derek Mould
5th March 2031 7:02 am
The covered market is a good idea and the dance hall will pay for the heating.
""",
    ),
    "an American magazine's feature": MarkedPage(
        "The Last Lamplighter of Dorrance Street",
        "Imogen Satterlee",
        "2031-12-01",
        """
Menu
The Latest
Podcasts
Shop
Sign In
Subscribe

Profiles
The Last Lamplighter of Dorrance Street
+ For forty-one years, Amos Tiede has walked the same nine blocks at dusk. Now the city wants to automate him

By Imogen Satterlee
December 1, 2031

Amos Tiede at the corner of Dorrance and Fifth, last October.
Photograph by Lena Okonjo for The Meridian

Save this story

+ The first thing you notice about Amos Tiede is that he never looks up. He has looked up, he reckons, some three hundred thousand times already, and there are no surprises left there. He looks at the pavement, and at the people on it.

+ “You learn a good deal more from shoes than you do from faces,” he told me on the first night we walked together, in a rain so fine that it hung in the air around each lamp like a shawl.

+ Dorrance Street has sixty-two gas lamps, the last of some four thousand that the city put up between 1868 and 1901. Each has to be lit by hand, with a pole that Tiede’s predecessor made from a fishing rod.

? “You learn a good deal more from shoes than you do from faces.”

+ In September, the Department of Public Works announced that the lamps would be fitted with electronic igniters. The change would save, according to a memorandum that Tiede keeps folded in his hat, $38,400 a year.

? *

+ He was born two blocks away, over a shop that sold trusses. His father drove a streetcar; his mother, he says, “drove my father.”

+ When he was nineteen, a priest got him the job. “He said it’s like the sacraments,” Tiede recalled. “You do it every day and you don’t ask if it works.”

More from The Meridian
The woman who counts whales
? What we lost when we lost the fax machine

+ I asked him, on our last walk, what he would do with his evenings. He thought about it for the length of a block.

+ “Look up, maybe,” he said. ♦

? Published in the print edition of the December 8, 2031, issue, with the headline “Lights Out.”

Imogen Satterlee is a staff writer at The Meridian and the author of “Small Fires.”

More:
Cities
Light
Work

Weekly
Enjoy our flagship newsletter as a digest delivered once a week.
E-mail address
Sign up
By signing up, you agree to our User Agreement and Privacy Policy & Cookie Statement.
Read More
Annals of Weather
The Town That Sold Its Fog
Can a cloud belong to anyone? A valley in Oregon is about to find out.
By Teddy Marsh
""",
    ),
    "a Nigerian paper": MarkedPage(
        "Senate queries N14bn vote for abandoned Ogbada dam",
        "Chukwuemeka Adeyi-Bright",
        "2031-06-03",
        """
Tuesday, June 3, 2031
About Us
Advert Rates
Contact
The Beacon Nigeria
News
Politics
Business
Metro
Sports
Home News Senate queries N14bn vote for abandoned Ogbada dam
News
Senate queries N14bn vote for abandoned Ogbada dam
By Chukwuemeka Adeyi-Bright, Abuja June 3, 2031 0
Share on Facebook Tweet on Twitter

Senate President, Alhaji Danladi Maitama

+ The Senate on Tuesday queried the Ministry of Water Resources over the sum of N14bn voted for the Ogbada dam in the last four budgets, saying that there was nothing on ground to show for the money.

+ The Chairman, Senate Committee on Public Accounts, Senator Felicia Ubong-Kure, stated this when the Permanent Secretary in the ministry, Mr Ibrahim Sanda, appeared before the lawmakers in Abuja.

+ She said, “We were at the site in April. What we saw there were goats. Nigerians deserve to know where their money went.”

+ Responding, Sanda blamed the development on the contractor, who, he said, abandoned site in 2028 over insecurity.

READ ALSO: Flood: Kogi communities cry for help

+ “My Chairman, with due respect, work was 46 per cent completed before the boys came in and kidnapped two expatriates,” he told the committee.

+ Not satisfied with the explanation, the lawmakers gave the ministry two weeks to produce all payment vouchers.

+ Our correspondent gathered that the firm, Hartmore Works Limited, had been delisted since last year. Calls put through to its Managing Director were not answered as of the time of filing this report.

Copyright The Beacon. All rights reserved. This material, and other digital content on this website, may not be reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express written permission from The Beacon. Contact: editor@beacon.example

Post Views: 1,204
TAGS dam Ogbada Senate
Previous article Okada riders protest ban in Calabar
Next article Naira falls again at parallel market
""",
    ),
    "an Italian site": MarkedPage(
        "Frana sulla provinciale 18, isolate tre frazioni di Montecorvo",
        "Ginevra Salviati",
        "2031-02-17T10:22",
        """
Menu
Cerca
Abbonati
Accedi
Cronaca
Frana sulla provinciale 18, isolate tre frazioni di Montecorvo
+ Circa duecento persone senza collegamenti. Il sindaco: “Servono subito i mezzi pesanti”
di Ginevra Salviati
17 Febbraio 2031 alle 10:22
2 minuti di lettura
(ansax)

+ MONTECORVO. Una frana caduta nella notte ha travolto un tratto di cinquanta metri della strada provinciale 18 e ha isolato le frazioni di Pieve, Castelvecchio e Borgo Alto. Non ci sono feriti, ma circa duecento persone sono rimaste senza collegamenti.

+ “Abbiamo sentito un boato verso le tre, sembrava un tuono che non finiva mai”, racconta Elvira Donati, che vive nella prima casa dopo la curva. “Quando sono uscita, la strada non c'era più.”

Leggi anche
Maltempo, allerta arancione in tutta la provincia
+ I vigili del fuoco hanno portato viveri e medicinali con un elicottero. Secondo il sindaco Tullio Ferrante, la riapertura richiederà almeno dieci giorni: “Servono subito i mezzi pesanti, e servono i geologi.”

+ La procura ha aperto un fascicolo, per ora senza indagati. Il tratto era già stato interessato da uno smottamento nel novembre scorso.

Argomenti
frane
maltempo
© Riproduzione riservata
Leggi i commenti
I commenti dei lettori
""",
    ),
    "a press release portal": MarkedPage(
        "Harlow Optics opens lens factory in Dunmere, creating 240 jobs",
        None,
        "2031-04-14T09:00",
        """
Accessibility Statement
Skip Navigation
Send a Release
Log In
Sign Up
News in Focus
Browse News Releases

Harlow Optics opens lens factory in Dunmere, creating 240 jobs

News provided by
Harlow Optics Ltd.
Apr 14, 2031, 09:00 ET

Share this article

+ New plant will supply lenses to hospitals in twelve countries

+ DUNMERE, April 14, 2031 /Newsline/ -- Harlow Optics Ltd. today opened a 90,000-square-foot lens factory in the former Dunmere paper mill, its first new site since 2009.

+ The plant will employ 240 people when it reaches full production next year, and will make lenses for surgical microscopes.

+ "Dunmere has the water, the railway and, above all, the people," said Verity Harlow, chief executive of Harlow Optics. "We are proud to bring the old mill back to life."

+ The investment of 55 million was supported by a regional grant of 6 million.

+ About Harlow Optics

+ Harlow Optics, founded in 1931, makes precision lenses for medicine and astronomy. It employs 1,300 people at four sites.

? Media contact: Jonas Teel, press@harlow.example, +44 0000 000000

? SOURCE Harlow Optics Ltd.

21%
more press release views with
Request a Demo

Also from this source
Harlow Optics names new finance director
Harlow Optics reports record year
More Releases From This Source
Explore
""",
    ),
    "a broadcaster with boxes between the paragraphs": MarkedPage(
        "Sheriff: Missing llama found riding in back seat of sedan on I-40",
        "Brandi Stovall",
        "2031-03-19T17:12",
        """
Menu
Watch Live
Weather
News
Local
Sheriff: Missing llama found riding in back seat of sedan on I-40
By: Brandi Stovall
Posted at 5:12 PM, Mar 19, 2031 and last updated 8:45 PM, Mar 19, 2031

+ GARNET COUNTY, Okla. — A llama that vanished from a petting zoo on Saturday was found Tuesday sitting upright in the back seat of a sedan on Interstate 40, the Garnet County sheriff's office said.

+ Deputy Lyle Pruett said he pulled the car over because its rear window was down and "something was looking at me."

WATCH | Body camera video shows traffic stop

+ The driver, a 24-year-old man from Amarillo, told Pruett he had won the animal in a card game.

SEE MORE: Escaped emu leads police on 3-hour chase

+ No charges have been filed. The llama, Dolores, was returned to its owners and is "eating like nothing happened," according to the zoo.

Stay in touch with us anytime, anywhere.
Download our free app for Apple, Android, Roku and Amazon Fire.
Sign up for newsletters emailed to your inbox. Select from these options: Breaking News, Severe Weather, School Closings, Daily Headlines and Daily Forecasts.
Follow us on social media:
Copyright 2031 Garnet Media, Inc. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed.
Report a typo
Sign up for the Headlines Newsletter and receive up to date information.
""",
    ),
    "a science wire": MarkedPage(
        "Moss remembers drought for years, greenhouse trial suggests",
        None,
        "2031-12-03",
        """
December 3, 2031
Editors' notes
Moss remembers drought for years, greenhouse trial suggests
by University of Tarn
Moss cushions in a greenhouse tray, some brown and some green. Credit: Ottilie Brandauer
+ Moss that has once dried out survives the next drought better, and keeps the advantage for at least three years, according to a study in Bryology Letters.

+ Researchers at the University of Tarn let 240 cushions of wall moss dry for up to six weeks and then watered, clipped and dried them again each spring.

+ Those with an earlier drought behind them kept twice as much chlorophyll as the others.

+ "We call it memory, but of course nobody is at home," said lead author Ottilie Brandauer. "It is a change in how the cell wall folds."

+ The team now wants to find out whether spores inherit the trait.

? More information: O. Brandauer et al, Long-lasting desiccation priming in Tortula muralis, Bryology Letters (2031). DOI: 10.0000/bl.2031.114
? Journal information: Bryology Letters
? Provided by University of Tarn
? Citation: Moss remembers drought for years, greenhouse trial suggests (2031, December 3) retrieved 4 December 2031 from https://sciwire.example/news/2031-12-moss.html
This document is subject to copyright. Apart from any fair dealing for the purpose of private study or research, no part may be reproduced without the written permission. The content is provided for information purposes only.
Explore further
Feedback to editors
""",
    ),
    "an interview": MarkedPage(
        "The cellist who plays for whales: ‘They answer in E flat’",
        "Tamsin Orde",
        "2031-12-06",
        """
Culture
Interview
The cellist who plays for whales: ‘They answer in E flat’
? Ragna Bjork has spent eleven winters on the ice with a cello and a microphone
Words: Tamsin Orde
Photographs: Joel Vane
6 December 2031

+ Ragna Bjork opens the door of her boathouse with her bow still in her hand. It is four in the afternoon and dark. Somewhere under the floor, she says, is a humpback called Gunnar.

+ How does one begin to play for whales?

+ By accident. I was practising on a boat because my neighbours complained, and something underneath us joined in. I thought it was the engine.

+ And what do they like?

+ Slow things. Bach they tolerate. They do not care for anything after 1900, which I find rude.

+ Are you lonely out there?

+ No. I'm cold, and I'm often wrong, but I'm not lonely.

+ Her new record, which was made entirely under water, appears in March.

? The Deep Suite is released by Floe Records on 6 March.
Get tickets
Read more interviews
Sign up to The Culture Letter
""",
    ),
    "a Canadian chain": MarkedPage(
        "Transit riders in Port Hallam face longer waits as drivers book off sick",
        "Darlene Kowalchuk",
        "2031-02-03",
        """
Skip to Content
News
Sports
Subscribe
Sign In
Local News
Transit riders in Port Hallam face longer waits as drivers book off sick
? City blames a winter virus; the union says a new schedule is to blame
Author of the article:
By Darlene Kowalchuk
Published Feb 03, 2031  •  3 minute read
Join the conversation
A bus passes the Hallam Street terminal on Monday, Feb. 3, 2031.
A bus passes the Hallam Street terminal on Monday, Feb. 3, 2031. Photo by Rick Ostrander /Port Hallam Standard

Article content
+ Port Hallam's bus riders waited as long as 50 minutes on Monday as almost one in five drivers called in sick, the city said.

Article content
+ Transit director Aurele Babineau told council the absences began the week a new winter schedule took effect.

This advertisement has not loaded yet, but your article continues below.
THIS CONTENT IS RESERVED FOR SUBSCRIBERS ONLY
Subscribe now to read the latest news in your city and across Canada.
• Unlimited online access to articles from across Canada with one account.
• Get exclusive access to the Standard ePaper, an electronic replica of the print edition that you can share, download and comment on.
? • Enjoy insights and behind-the-scenes analysis from our award-winning journalists.
? • Support local journalists and the next generation of journalists.
Subscribe or sign in to your account to continue your reading experience.
Sign In or Create an Account
or

Article content
+ "We're not accusing anyone," Babineau said. "There's a bug going around. But we're looking at it."

Recommended from Editorial
Port Hallam's new buses won't fit under the Mill Street bridge
Council approves fare hike for 2031

Article content
+ Amalgamated drivers' local president Joanne Sirois said the new schedule cut washroom breaks to four minutes.

+ "Try it," she said. "Try finding a washroom in four minutes with forty people watching you."

Article content
+ Council will debate the schedule again on Feb. 17.

dkowalchuk@hallamstandard.example
twitter.com/dkowalchuk
Article content
Share this article in your social network
Trending
Latest National Stories
""",
    ),
    "a list of places with pictures": MarkedPage(
        "7 islands you can walk to at low tide",
        "Petra Lumley",
        "2031-05-08T09:14",
        """
Travel
7 islands you can walk to at low tide
By Petra Lumley, for The Wayfarer
Updated 9:14 AM EDT, Thu May 8, 2031
Link Copied!
See all topics

+ There is a particular pleasure in reaching an island on foot, and a particular panic in watching the sea come back. Here are seven where you can have both.

+ 1. Skerry Holm, Scotland

? A causeway of wet sand leads to a green island with a white house.
? The causeway to Skerry Holm is open for three hours a day.
Donal Reith/Alamy Stock Photo

+ The causeway appears twice a day and is marked with poles, some of which lean. Leave by the time the bell rings.

Related article
How to read a tide table without crying

? 2. Île aux Moines Noirs, France

? Monks once farmed salt on Île aux Moines Noirs.
Yann Keroual/Getty Images

+ Four nuns and a goat live here. The nuns are silent; the goat is not.

+ 3. Varholm, Denmark

+ A tractor will take you over for the price of a coffee, and will take you back for the price of a dinner.

+ Whichever you choose, take shoes you do not love.

Sign up for The Wayfarer's weekly newsletter, Unlocking the Map.
""",
    ),
    "a Russian paper": MarkedPage(
        None,
        None,
        None,
        """
Главная
Новости
Общество
Подписаться
Мост через Лугу закрыли до весны
17 ноября 2031, 14:05
Нина Ашдонова
Поделиться

Мост через Лугу в Бракводске закрыт с сентября. Фото: Иван Петров / Вестник

+ Разводной мост в Бракводске останется закрытым для машин по крайней мере до марта, сообщило в понедельник управление порта.

+ Водолазы нашли вторую трещину в поворотном кольце. По мосту ежедневно проезжало около семи тысяч машин.

+ «Пусть лучше нас проклинают всю зиму, чем прощают после аварии», — сказал председатель управления Эдмунд Вызов.

Читайте также: Почему дорожает паром

+ Торговцы восточной набережной говорят, что выручка упала на треть, и просят пустить паром.

+ Новое кольцо обойдется в 1,4 миллиона рублей и прибудет в январе.

Подписывайтесь на наш канал в Telegram
Комментарии (2)
""",
    ),
    "a Japanese paper": MarkedPage(
        None,
        None,
        "2031-11-17",
        """
ホーム
ニュース
地域
旋回橋、春まで閉鎖へ
2031年11月17日 14時05分
シェア
ツイート

+ ブラックウォーター港の旋回橋について、港湾局は十七日、少なくとも来年三月まで車両の通行を止めると発表した。

+ 潜水士が回転輪に二つ目の亀裂を見つけたためで、橋は一日およそ七千台が利用していた。

+ 「事故の後で許されるより、一冬恨まれる方がいい」と局長の江戸川氏は述べた。

関連記事
渡し船の運賃値上げへ

+ 東岸の商店主らは売り上げが三分の一減ったとして、臨時の渡し船を求めている。

+ 新しい輪は一億四千万円で、一月に届く予定だ。

コメント
""",
    ),
    "a Brazilian portal": MarkedPage(
        "Ponte giratória de Aguassal fica fechada até o outono",
        "Nádia Fresneda",
        "2031-11-17T14:05",
        """
Assine
Entrar
Últimas notícias
Política
Ponte giratória de Aguassal fica fechada até o outono
? Autoridade portuária encontrou segunda fissura no anel
Por Nádia Fresneda — Aguassal
17/11/2031 14h05  Atualizado há 2 horas
Compartilhe

+ A ponte giratória de Aguassal vai ficar fechada ao tráfego pelo menos até março, informou nesta segunda-feira (17) a autoridade portuária.

+ Mergulhadores encontraram uma segunda fissura no anel da ponte, por onde passam cerca de 7 mil veículos por dia.

LEIA TAMBÉM:
Por que a balsa ficou mais cara
? Veja onde estacionar no centro

+ "Preferimos ser amaldiçoados por um inverno a ser perdoados por um acidente", disse o presidente da autoridade, Edmundo Viso.

+ O novo anel vai custar R$ 1,4 milhão e deve chegar em janeiro.

Veja os vídeos mais assistidos
Aguassal
""",
    ),
    "a Dutch paper": MarkedPage(
        "Draaibrug in Brakwater blijft dicht tot het voorjaar",
        "Nele Asdoorn",
        "2031-11-17T14:05",
        """
Home
Binnenland
Buitenland
Draaibrug in Brakwater blijft dicht tot het voorjaar
Nele Asdoorn
17 november 2031, 14:05
Delen

+ De draaibrug in Brakwater blijft zeker tot maart gesloten voor auto's, meldt het havenbedrijf maandag. Duikers vonden een tweede scheur in de draaikrans.

+ Over de brug rijden dagelijks ongeveer 7000 voertuigen. In september ging hij dicht nadat de nachtwacht geknars had gehoord.

Advertentie

+ "Liever een winter lang vervloekt dan na een ongeluk vergeven", zegt voorzitter Edmund Vies.

Lees ook: Waarom de veerpont duurder wordt

+ De nieuwe krans kost 1,4 miljoen euro en wordt in januari verwacht.

Meer over dit onderwerp
Reacties
""",
    ),
    "a German regional paper whose box for another story stands in the middle": MarkedPage(
        "Freibad bleibt auch in diesem Sommer geschlossen",
        "Petra Kullmann",
        "2031-05-08T17:31",
        """
Zum Inhalt springen
Abo
ePaper
Startseite
Lokales

Lauenfeld

Freibad bleibt auch in diesem Sommer geschlossen

Von Petra Kullmann
Stand: 08.05.2031, 17:31 Uhr
Lesezeit: 3 Min.
Drucken
Teilen

Das leere Becken des Freibads in Lauenfeld. © Jonas Brandt

+ Lauenfeld. Das Freibad bleibt auch in diesem Sommer geschlossen. Das hat der Stadtrat am Donnerstagabend mit 14 zu 9 Stimmen beschlossen.

+ Grund sind die gestiegenen Kosten für die Sanierung des Beckens. Sie liegen inzwischen bei 6,2 Millionen Euro und damit fast doppelt so hoch wie geplant.

Lesen Sie auch
Badesee bei Altenried: Wasserqualität ausgezeichnet

+ „Das tut uns allen weh“, sagte Bürgermeisterin Ute Harms nach der Sitzung. „Aber wir können das Geld nicht herbeizaubern.“

+ Die Opposition warf ihr vor, Fördermittel zu spät beantragt zu haben. Ein Bürgerentscheid soll nun folgen.

Newsletter: Der Morgen in Lauenfeld
Jeden Morgen das Wichtigste aus der Region. Jetzt kostenlos anmelden.

Kommentare
Schreiben Sie den ersten Kommentar
""",
    ),
    "a French daily that shows the beginning to all": MarkedPage(
        "A Vernac, le maire menace de réquisitionner les logements vides",
        "Camille Aubert",
        "2031-05-06T06:00",
        """
Se connecter
S'abonner
Actualités
Économie
Vidéos

SOCIÉTÉ • LOGEMENT

A Vernac, le maire menace de réquisitionner les logements vides

? L'élu a donné trois mois aux propriétaires pour louer leurs appartements, dont certains sont inoccupés depuis dix ans.

Par Camille Aubert
Publié le 06 mai 2031 à 06h00, modifié à 11h42
Temps de lecture 3 min.

Offrir l'article
Partager

+ Dans le centre de Vernac, un volet sur cinq reste fermé toute l'année. Pour le maire, Luc Daubigny, cela ne peut plus durer. « Nous avons 800 familles qui attendent un toit et 1 200 logements vides », a-t-il déclaré mardi.

+ Les propriétaires ont reçu une lettre recommandée leur donnant trois mois pour trouver un locataire. Passé ce délai, la mairie demandera au préfet de réquisitionner leurs biens.

+ L'opposition dénonce une « atteinte au droit de propriété ». Une association de propriétaires a déjà saisi le tribunal administratif.

Il vous reste 64.2% de cet article à lire. La suite est réservée aux abonnés.

? Lecture du Journal du Sud en cours sur un autre appareil.
? Vous pouvez lire Le Journal du Sud sur un seul appareil à la fois

Le Journal du Sud Abonnés

Les plus lus
1 Grève des trains : ce qui vous attend jeudi
2 Mort du chanteur Paul Servan
""",
    ),
    "a Spanish daily with a ticker over the headline": MarkedPage(
        "El alcalde de Puerto Claro dimite tras el segundo apagón",
        "Lucía Ferrán",
        "2031-05-07T12:40",
        """
ÚLTIMA HORA
Detenido el presunto autor del robo en la catedral

Portada
España
Internacional

El alcalde de Puerto Claro dimite tras el segundo apagón

? Ramiro Esquivel deja el cargo después de que la ciudad pasara 31 horas sin luz

Lucía Ferrán
Puerto Claro - 07 may 2031 - 12:40 CEST

Compartir en Whatsapp
Compartir en Facebook
0 comentarios

+ El alcalde de Puerto Claro, Ramiro Esquivel, ha presentado este jueves su dimisión después de que la ciudad sufriera el segundo gran apagón en una semana.

+ «Asumo mi parte», ha dicho en una comparecencia sin preguntas. «Otros tendrán que asumir la suya».

+ La compañía eléctrica atribuye el corte a «un incidente puntual» en una subestación. La oposición habla de años de abandono.

+ El pleno elegirá a su sucesor el próximo 20 de mayo.

Puedes seguir Diario del Puerto en Facebook y X, o apuntarte aquí para recibir nuestra newsletter semanal.

Archivado en
Puerto Claro
Apagones
Dimisiones

Lo más visto
Así es la casa más estrecha del país
""",
    ),
    "a charity's press release": MarkedPage(
        "Half of coastal wetlands could be gone by 2060, report warns",
        None,
        "2031-05-05",
        """
Press release
5 May 2031

Half of coastal wetlands could be gone by 2060, report warns

+ Half of the region's coastal wetlands could disappear by 2060 unless building near the shore is stopped, according to a report published today by the Wetland Trust.

+ The authors mapped 212 sites over four years and found that 61 of them had already lost more than a third of their area since 2000.

+ Key findings

+ • Storm surges now reach 1.4 kilometres further inland than in 1990.
+ • Two thirds of losses are caused by building, not by the sea.
+ • Every euro spent on restoring wetlands saves six in flood damage.

+ "These are our sponges, and we are paving them," said Dr Ines Robledo, who led the study.

+ The Trust is calling on governments to ban new building within 500 metres of protected sites.

ENDS

Notes to editors
The report, Sponges by the Sea, is available at wetlandtrust.example/sponges.
For interviews please contact Maja Holt, press officer, on +00 555 0199 or press@wetlandtrust.example.
The Wetland Trust is a charity founded in 1971 that works in 14 countries.
""",
    ),
    "an American paper with a box for its newsletter": MarkedPage(
        "Council votes to fire city manager after water bill scandal",
        "Dana Whitlow",
        "2031-05-04T18:12",
        """
Subscribe for $1
Log In
E-EDITION
OBITUARIES

LOCAL NEWS

Council votes to fire city manager after water bill scandal

By Dana Whitlow | dwhitlow@plainscourier.example | Plains Courier
PUBLISHED: May 4, 2031 at 6:12 p.m. | UPDATED: May 5, 2031 at 8:40 a.m.

+ The Fairmont City Council voted 6-1 on Monday night to fire City Manager Greg Albrecht, ending a monthlong standoff over water bills that in some cases topped $9,000.

+ Albrecht, who has held the job since 2019, left the meeting before the vote and did not return calls.

Sign up for our Morning Brief newsletter
Get the day's top stories in your inbox every morning.
Enter your email
SIGN UP
By signing up you agree to our Terms of Use and Privacy Policy.

+ "This is about trust," Councilwoman Marta Ruelas said. "People opened their mail and cried."

+ The city began replacing its meters last summer. Within weeks, residents complained that their bills had doubled or tripled.

ADVERTISEMENT

+ An audit released in April found that about 2,300 meters had been programmed to read in the wrong unit. The report said staff had known about the error since October.

+ Mayor Ted Olin cast the lone vote against the dismissal. "We fired a man for a software bug," he said.

RELATED: Water bills: What to do if yours looks wrong

+ The council is expected to name an interim manager next week. Refunds are to be mailed by the end of June.

Dana Whitlow covers city hall for the Plains Courier. Reach her at 555-0142.

Originally Published: May 4, 2031 at 6:12 p.m.

Around the Web
Doctors Stunned: This Fruit Melts Belly Fat
Sponsored
Homeowners Born Before 1969 Get A Big Surprise
Sponsored
""",
    ),
    "a broadcaster whose reporter stands over her beat": MarkedPage(
        "Ferry terminal to close for six months after cracks found",
        "Rhian Prosser",
        None,
        """
We value your privacy
We and our 843 partners store and/or access information on a device, such as cookies, and process personal data. You may accept or manage your choices by clicking below.
Accept all
Manage options

Skip to main content
Sign in
Home
News
Sport
Weather

Ferry terminal to close for six months after cracks found

3 hours ago
Share
Save
Rhian Prosser
Transport reporter, Harwick

Getty Images Passengers queue at a ferry terminal in the rain
Passengers have been told to use the bus replacement service

+ Harwick's main ferry terminal will close for at least six months after engineers found cracks in two of its supporting columns.

+ The harbour authority said the closure, which begins on 1 June, was a precaution and that there was no immediate danger to the public.

+ "We know this is going to be disruptive and we are sorry," said its chief executive, Owen Tarrant.

+ About 4,000 people use the terminal every day. They will be taken by bus to Marle, nine miles away.

+ 'A disaster for us'

+ Traders near the terminal said they feared for their businesses.

+ "It's a disaster for us," said Lena Fisk, who runs a cafe on the quay. "Nobody is going to walk past my door."

+ The repairs are expected to cost £14m.

Follow BayNews Harwick on Facebook, on X, and on Instagram. Send your story ideas to harwick@baynews.example or via WhatsApp on 0808 100 0000.

Related topics
Harwick
Ferries

More on this story

Ferry fares to rise by 8% in spring
14 March

'I commute by boat and I love it'
2 February

Most read
1
Man rescued from chimney after three days
2
What we know about the missing yacht
3
Singer cancels tour over voice injury
""",
    ),
}
