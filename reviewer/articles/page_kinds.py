"""Which lines of a page are something else than its article: captions, teasers, share bars, pleas, dates, bylines.

The rules know general words and shapes only.  A line that none of them claims has the kind `None`: it may be article.
"""

from __future__ import annotations

import re

from reviewer.articles.page_abroad import asks, kind_abroad, points_elsewhere
from reviewer.articles.page_captions import is_caption, is_line_up, is_picture_number
from reviewer.articles.page_looks import (
    ACCOUNT,
    AD,
    ASKING,
    CLOSER,
    COLON,
    COMMA,
    MEDIA,
    NONE,
    OPEN,
    PLEA,
    QUOTE,
    ROLE,
    SECOND,
    SHARE,
    SITE,
    STOP,
    THREAD,
    TRIGGER,
    WE,
    Look,
    is_calendar_word,
)

NAVIGATION, COMMENT_HEAD, TEASER, CAPTION, DATE, BYLINE, PLEADING, BIO, REPEATED = (
    "navigation", "comment head", "teaser", "caption", "date", "byline", "plea", "bio", "repeated",
)  # fmt: skip

_I = re.IGNORECASE
_LETTER = re.compile(r"\w")
_BAR = re.compile(
    r"(?:advertise?ments?|advert|ads?|sponsored(?: content| links?)?|promoted(?: content)?|article content"
    r"|(?:advertisement\W+)?(?:(?:story|article) continues|scroll to (?:continue|read on))(?: below)?(?: this)?(?: ad(?:vertisement)?)?|scroll down for .{3,30}|report this ad"
    r"|promoted by .{3,30}|reuse this content|explore more on .{3,30}|listen to our .{3,30}"
    r"|available (?:for|on) (?:ios|android|iphone).{0,30}|this (?:post|comment|story) has been edited.{0,20}|reading time:? \d+ min(?:ute)?s?"
    r"|our standards:.{3,60}|see more on:?.{3,60}|(?:https?://|www\.|pic\.twitter\.com/)\S+|@\w{2,30}|[\w.+-]+@[\w-]+\.[\w.]+"
    r"|article continues (?:below|after).*|continue reading.*"
    r"|scroll (?:down )?to continue.*|loading(?: comments)?\.*|close|share|tags?:?|topics?:?|filed (?:under|to):?.*"
    r"|published under:?.*|caption|x|×|live|latest|opinion|analysis|exclusive|breaking news|trending news|podcasts?"
    r"|video|watch|menu|search|(?:back to )?top|bottom|top bottom|back to video|skip to .*|jump to .*"
    r"|accessibility links|more|(?:learn|show|load|read) more\.*|(?:view|see) (?:all|more)|subscribe(?: now)?"
    r"|sign (?:up|in)|log ?in|(?:accept|reject|decline|allow) all|manage (?:preferences|cookies|options|choices)|get it|get app|share (?:or comment on )?this(?: article| story)?:?.{0,70}|save|print|email|tweet|copy link"
    r"|link copied|follow us(?: on)?|available on|sections?|explore further|feedback to editors"
    r"|image|photos?|picture|gallery|author avatar image|big read|like this:?|newsletters?|story saved|submit|cancel reply"
    r"|(?:name|e-?mail(?: address)?|comment|message|website|phone)\s*\*?\s*\((?:required|optional)\)"
    r"|\d{1,12}|\d[\d.,]{0,6}[km]? (?:shares?|views?|likes?|min(?:ute)?s? read)|new, \d+ comments?"
    r"|or|more [A-Z][\w.]{1,12}|follow (?-i:[A-Z])[\w&.’ -]{2,30}"
    r"|(?:(?:share|tweet|post|pin|send)?(?: ?(?:on|to|via|by|with) )?(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit"
    r"|flipboard|instagram|youtube|telegram|messenger|e-?mail|copy link|print)[ ,|/·•]*){2,8})[ :.…»›>]*",
    _I,
)
_NUMBERED = re.compile(r"1[.)]? ?\w[^.]{10,200} 2[.)]? ?[A-Z][^.]{10,200} 3[.)]? ?[A-Z]")  # headlines in a row
_TAGGED = re.compile(
    r"(?:topics?|tags?|tagged(?: with| in| under)?|categor(?:y|ies)|keywords|filed under|posted in|in this (?:story|article)"
    r"|more about|explore more on|related topics|hashtags?|etiquetas|temas|mots[- ]clés|schlagw(?:ort|örter)|themen|argomenti|sujets|archivado en)\s*:\s*\S"
    r"|(?:#\w+[ ,]*){2,}$",
    _I,
)
_MACHINERY = re.compile(
    r"this advertisement has not loaded|we apologi[sz]e, but|to view this video|tap here to see|try refreshing"
    r"|something went wrong|(?:sorry|success|error|oops)[,!] (?:there|something|an|you|your)\b|incorrect,? please|(?:audio|image) captcha|a link has been (?:sent|posted)|post to facebook|be (?:the )?first to (?:contribute|comment)"
    r"|thank you for (?:registering|subscribing)|please (?:enter|refresh|try|enable|turn on|wait)|click to (?:copy|share|view|play|expand)"
    r"|play video|(?:show|hide) caption|view (?:this|more|full|profile|post).{0,12} on |an? (?:post|video|photo|reel) shared by"
    r"|(?:this|the) (?:content|video|post|image) (?:is|could|can|may|isn.t|has)\b.{0,30}(?:available|displayed|loaded|shown|played|provided)",
    _I,
)
_TEASER = re.compile(
    r"(?:also )?(?:related(?: (?:stor(?:y|ies)|articles?|content|news|video|posts?|topics?|links?|coverage|reading))?"
    r"|read(?: (?:more|also|next|this|it))?|(?:see|you (?:may|might)|watch|more)(?: (?:also|more|like this))?"
    r"|also (?:read|see|on [\w.]+)|also|watch|listen(?: (?:now|here|to))?"
    r"|more(?: (?:on|from|about|in|stories|news|like|great|coverage)\b.*)?"
    r"|recommended(?: (?:for you|reading|stories|articles|from .{3,30}))?|don.t miss|must[ -]reads?(?: .*)?"
    r"|(?:most (?:popular|read|viewed|commented|shared|recent|watched)|trending)(?: .*)?"
    r"|popular(?: (?:now|posts?|stories|articles|on .*))?|latest (?:news|stories|headlines|articles|posts?|videos?)"
    r"|(?:top|more|other|similar|recent|featured|editors?.? pick(?:s|ed)?|you may) "
    r"(?:stories|news|posts?|articles|headlines|videos?|hits|also like).*"
    r"|you (?:may|might)(?: also)? (?:like|be interested).*|something to consider|what to read next|up next"
    r"|(?:next|previous) (?:story|article|post)|editors?.? picks?|(?:around|from) the web|from our partners"
    r"|(?:promoted|sponsored) stories|in case you missed it|in other news|elsewhere on .*|explore more|keep reading"
    r"|key points)",
    _I,
)
_TEASER_START = re.compile(
    r"(?:arrow )?(?:related(?: (?:stor(?:y|ies)|article|video|content|news))?|read(?: more| also| next| this)?|see(?: also| more)"
    r"|also(?: read| see)?|watch(?: also| now| more)?|listen|more|more (?:on|from|in) [\w’' ]{2,40}|don.t miss"
    r"|you may also like|recommended|must[ -]read|opinion|explained?|in (?:pics|pictures)|photos|video|gallery|live updates|trending)"
    r"\s*(?::|\||–|—|»|>|→)\s*\S|also on [\w.]+ \S",
    _I,
)
SECTION_END = re.compile(
    r"(?:more to (?:read|explore)|most (?:popular|read|viewed|commented|shared|recent).*"
    r"|related (?:stor(?:y|ies)|articles?|posts?|content|news|coverage)(?: (?:on|from|at) .{2,40})?|read more from .{2,60}"
    r"|about the authors?|something to consider"
    r"|(?:top|latest|more) (?:stories|news|headlines)|advertise with us|about us|contact us|privacy policy"
    r"|-?ends-?|notes? (?:to|for) (?:the )?editors?|feedback to editors|(?:published|filed) under:?.*|from around the web|promoted stories"
    r"|you (?:may|might) also (?:like|enjoy).*|recommended (?:for you|articles)|more from .*|more great .*)",
    _I,
)
_OPENS = re.compile(r"(?:.{3,40} )?\(?opens in (?:a )?new (?:window|tab)\)?", _I)
_MACHINES = frozenset(
    "this we to tap try thank please click play show hide view a an the something sorry success error oops incorrect audio image post be".split()
)
_RIGHTS = re.compile(
    r"all rights reserved|subject to copyright|may not be (?:published|reproduced)|copyright (?:©|(?:19|20)\d\d)|© ?(?:copyright|\d{4})",
    _I,
)
_TRADE = re.compile(r"registered trademark|trademarks? of|have not been evaluated", _I)
_PLEA = re.compile(
    r"\b(?:sign(?:ing)? up|subscrib\w+|newsletters?|inbox|donat(?:e|ions?|ing)|support (?:us|our|independent)"
    r"|(?:become|be) a (?:member|subscriber|supporter|patron)|join (?:us|our|now)\b|follow (?:us|@)|like us on"
    r"|download (?:our|the) app|get (?:our|unlimited|access|breaking)|email address|unsubscribe|free trial"
    r"|our (?:free )?(?:app|newsletter|sister|readers|subscribers|members|advertisers)|(?:click|go) here"
    r"|privacy (?:policy|notice)|(?:use|uses|of|using) cookies|push notifications|letters? to the editor|news tip"
    r"|(?:small |affiliate )?commission|affiliate|create an account|sign[- ]in\b|registering|e-?paper"
    r"|(?:digital|online|unlimited) access|reading experience|enable javascript|html5|failed to load|not loaded"
    r"|web browser|junk folder|bookmarks?|fund-?raising|share (?:it|this|your (?:thoughts|views?))"
    r"|if you (?:enjoy(?:ed)?|like[d]?|value) (?:this|our|what|\w+[’']s)"
    r"|(?:buy|shop|order|donate|register|subscribe) (?:now|today|here)|log(?:ged)? in|advertising|our website"
    r"|this (?:web)?site|terms (?:of|and)|community (?:guidelines|standards|rules)"
    r"|(?:ring|call|phone|contact|e-?mail|text|message|write to|get in touch with) (?:us|(?:our|the) "
    r"(?:news ?(?:desk|room|team)|reporters?|editors?|tips? ?line))|(?:have|got|know) (?:you )?(?:a|any) (?:story|news tip|tip-?off)"
    r"|have you been affected|we pay for|chat with us|(?:stay|keep) in touch|for more (?:stories|news|on this|information)|all the .{0,40}(?:news|updates)"
    r"|read (?:the|our) (?:full|whole|original) (?:story|article|report|interview)|sign-up|try (?:our|us)\b|our (?:home ?page|news page|live blog|podcast)"
    r"|(?:views|opinions) expressed (?:here|in|by|are)|(?:find|saved?) this (?:story|article)|unlock (?:this|more|every|all|unlimited)"
    r"|per (?:month|week) (?:for|after)|cancel any ?time|already (?:a (?:member|subscriber)|subscribed|registered|have an account)"
    r"|partners (?:store|process|use|may)|list of (?:partners|vendors)|legitimate interest|personal data|precise geolocation|device characteristics|on a device|user agreement|your consent|(?:submission|comment\w*|posting) (?:guidelines|polic\w+|rules)|moderat\w+|profan\w+|off-topic)\b"
    r"|\b(?-i:[Ss]upport [A-Z]\w+) (?:and|so)\b",
    _I,
)
_ASKING = re.compile(r"\b(?:(?:in|join) the comments|comments? below|have your say|let us know|tell us)\b", _I)
_SELLERS = frozenset(
    "get sign subscribe download enter chat stay click tap follow read try for got do have catch i".split()
)
_IMPERATIVE = re.compile(
    r"^(?:get|sign up|subscribe|download|enter|chat with|stay|click|tap|follow|catch|I (?:understand|agree|accept|consent|would like)|read (?:the|our)|try our|the (?:views|opinions) expressed|for more)\b(?!.*\b(?:he|she|they)\b)"
    r"|[.!?] (?:click|tap|sign up|subscribe|download|follow|chat with)\b[^.!?]*[.!]?$",
    _I,
)
_FOLLOW = re.compile(
    r"(?:follow|like|find|join) .{2,60} on (?:twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|x)\b", _I
)
BIOGRAPHY = re.compile(
    r"\b(?:is|was) (?:an?|the) (?:[\w’'.,&-]+ ){0,8}(?:reporter|correspondent|editor|columnist|writer|journalist"
    r"|author|contributor|fellow|producer|critic|blogger|freelancer)\b"
    r"|\b(?:covers|covering|writes about|reports on|has (?:covered|written|worked)|(?:her|his) work has|joined the"
    r"|can be (?:reached|contacted|followed)|follow (?:him|her|them) (?:on|@)|e-?mail (?:him|her|the author)"
    r"|reach (?:him|her)|contributed (?:to|reporting)|(?:additional )?reporting by|editing by|compiled by|written by"
    r"|contact (?:the )?(?:author|reporter)|(?:author|editor) of|writes (?:an?|the|about|for)|is based in"
    r"|(?:his|her|their) (?:work|column|books?|latest))\b",
    _I,
)
_CONTACT = re.compile(
    r"follow (?:him|her|us)|@\w+.{0,80}twitter|^e-?mail |can be (?:reached|contacted)|contributed (?:to this|reporting)"
    r"|\breporting by\b",
    _I,
)
BYLINE_SHAPE = re.compile(
    r"(?:(?:words|story|text|reported|written|posted|published|analysis|opinion|review|report|exclusive)? ?\bby:?|von:?|par:?|por|di|de|door|[|/]\s*by|author:?|from:?|autore?:|autor:|texto?:)"
    r"\s+(?-i:[A-ZÀ-Þ@]).{0,70}$|(?-i:By[A-Z][a-z]).{0,70}$"
    r"|(?:words|text|story|interview|review|report)\s*:\s+(?-i:[A-Z]).{0,70}$",
    _I,
)
LIVE_SHIFT = re.compile(r" \((?:now|earlier)\)", _I)  # behind who writes a live blog
_BARE_BY = re.compile(r"\W*(?:by|by\W+and)\W*", _I)
_DATE_START = re.compile(
    r"(?:•|\s)*(?:first |last |originally |date )?(?:published|updated|posted|modified|created|date|issued|uploaded"
    r"|last update|publiée?|mis(?:e)? à jour|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicat[oa]|aggiornat[oa]|veröffentlicht"
    r"|erstellt|(?:zuletzt )?aktualisiert|stand|gepubliceerd|bijgewerkt)\b",
    _I,
)
_DATE_FILLERS = frozenset("at on by am pm said says wrote posted the of ago um uhr de del le den".split())
_WORDS = re.compile(r"[^\W\d_]+")
_COMMENT_HEAD = re.compile(
    r"(?:(?:(?:view|show|see|read|load|hide|all|add|post|leave|write|read the|join the|\d[\d,]*|no|\{ ?\d+) )*"
    r"(?:user |reader |readers.? |facebook |your )?(?:comments?|replies|responses?|discussion|conversation|thoughts?)"
    r"(?: ?\(?[\d+]*\)?)(?: (?:section|feed|below|policy|closed|are closed|on .*|to .*|so far|…? ?read them below or add one"
    r"|powered by .*|thread|and pingbacks?))*\s*[}:.]?"
    r"|\d+ (?:thoughts|responses|replies|comments) (?:on|to) .*|(?:leave|post|add) (?:a|your) (?:reply|comment).*"
    r"|join (?:the|our) (?:conversation|discussion|commenting).*"
    r"|(?:what do you think|have your say|share your (?:thoughts|views?|opinion)s?).{0,30}|notify of|oldest most voted"
    r"|(?:\d+ )?(?:comentarios?|commentaires?|kommentare?|commenti|reacties)(?: ?\(?\d+\)?)?"
    r"|(?:lascia un commento|deja (?:un|tu) comentario|laisse[rz] un commentaire|(?:schreiben sie )?einen kommentar).{0,30}"
    r"|inline feedbacks|sort by .*|.*powered by disqus|please enable javascript to view the comments.*"
    r"|you must (?:be logged in|log in) to .*comment.*|(?:most )?(?:oldest|newest|best)(?: (?:first|oldest|newest|most voted))*"
    r"|← (?:previous|older) comments.*|log ?in to (?:reply|comment).*)",
    _I,
)
COUNTED_COMMENTS = re.compile(
    r"(?:\{ ?)?\d[\d,]* (?:user |reader )?(?:comments?|responses?|replies|thoughts)\b.{0,3}(?: ?(?:on|to|so far|…|read).*)?"
    r"|(?:reader|user|facebook) comments?\W*(?:\d+(?: total)?)?|comments? ?\(\d+\)|notify of|oldest most voted|leave a (?:reply|comment).*"
    r"|.*powered by disqus|← previous comments|\d[\d.]* (?:comentarios?|comentários?|commentaires?|kommentare?|commenti|reacties)",
    _I,
)


_TEASER_WORDS = frozenset(
    "arrow in related read see watch more listen recommended don't don’t must must-read must-reads most trending popular latest top "
    "other similar recent featured editor's editor’s editors' editors’ editors you something what up next previous around "
    "from promoted sponsored in elsewhere explore explained explain keep key also about advertise contact privacy feedback "
    "published filed opinion photo photos video gallery live note notes ends -ends -ends-".split()
)
_BYLINE_WORDS = frozenset(
    "by words story text reported written posted published analysis opinion review report von par por di de door author autor autore "
    "texto from | /".split()
)


def pleas(text: str) -> int:
    """How many different phrases of pleading, selling and house rules the beginning of a text has."""
    return len({match.group().lower() for match in _PLEA.finditer(text[:500])})


def _is_date(look: Look) -> bool:
    text = look.text
    if not (look.date or look.time or look.ago) or (look.end == STOP and look.words > 9):
        return False
    if look.words <= 20 and _DATE_START.match(text):
        return True
    if look.words > 12:
        return False
    others = [word for word in _WORDS.findall(text.lower()) if word not in _DATE_FILLERS and not is_calendar_word(word)]
    return len(others) <= 2


def _is_rights(text: str) -> bool:
    named = "©" in text or "right" in text or "Right" in text or "RIGHT" in text or "may not be" in text
    return named and _RIGHTS.search(text) is not None


def _is_plea(look: Look, lead: str) -> bool:
    text = look.text[:500]
    counts = look.counts
    if text[0] in "*+†" and not look.bullet and look.words >= 8:
        return True
    if look.words <= 30 and counts[SHARE] and _FOLLOW.match(text):
        return True
    if ("rademark" in text or "evaluated" in text) and _TRADE.search(text):
        return True
    if look.words < 60 and (_is_rights(text) or (counts[ASKING] and asks(text))):
        return True
    address = counts[SECOND] + counts[WE] + (counts[ACCOUNT] > 0) + (counts[PLEA] > 0)
    spoken = look.speech or (look.start == QUOTE and look.quotes >= 2)
    if spoken or (look.words > 40 and address < 3):
        return False
    if look.words <= 25 and (counts[THREAD] or counts[WE]) and address and _ASKING.search(text):
        return True
    if look.words <= 40 and not counts[TRIGGER] and lead not in _SELLERS:
        return False
    selling = look.words <= 40 and not look.quotes and _IMPERATIVE.search(text) is not None
    if look.words <= 14 and look.end == STOP and not address and not selling:
        return False
    spoken_to = counts[SECOND] + counts[WE] > 0
    if look.words > 14 and not selling and not spoken_to:
        return False
    found = pleas(text)
    if selling and found:
        return True
    if look.words <= 14:
        return found >= 1
    return spoken_to and (found >= 2 or (found == 1 and look.words <= 40 and address >= 2))


def kind_of(look: Look) -> str | None:
    """What a line is by itself, or None where it may belong to the article."""
    text = look.text
    counts = look.counts
    if not look.words and not _LETTER.search(text[:400]):
        return NAVIGATION
    short = look.words <= 16 and look.chars < 140
    if text[0] == "1" and _NUMBERED.match(text):
        return TEASER
    if look.chars < 400 and (":" in text[:40] or text[0] == "#") and look.words <= 60 and _TAGGED.match(text):
        return NAVIGATION
    if short and (_BAR.fullmatch(text) or ("pens in " in text and _OPENS.fullmatch(text))):
        return DATE if text.isdigit() and len(text) >= 9 else NAVIGATION
    if look.words <= 6 and (kind := kind_abroad(text)) is not None:
        return kind
    lead = text[:24].split(None, 1)[0].rstrip(":|–—»>→.,!").lower() or text[0]
    if look.words <= 30 and lead in _MACHINES and _MACHINERY.match(text):
        return NAVIGATION
    if counts[THREAD] and look.chars < 200 and (_COMMENT_HEAD.fullmatch(text) or COUNTED_COMMENTS.fullmatch(text)):
        return COMMENT_HEAD
    if look.words <= 30 and ((lead in _TEASER_WORDS and _is_teaser(look)) or points_elsewhere(lead, text)):
        return TEASER
    if short and is_picture_number(look):
        return CAPTION
    if _is_date(look):
        return DATE
    if (
        (lead in _BYLINE_WORDS or (text[:2] == "By" and text[2:3].isupper()))
        and look.words <= 14
        and look.chars < 80
        and _is_byline(look)
    ):
        return BYLINE
    if look.words <= 14 and look.text[-1] == ")" and LIVE_SHIFT.search(text):
        return BYLINE
    if counts is NONE and look.words <= 3 and text.replace(" ", "").isalpha():
        return None  # none of the rules below has anything to go by
    if ":" in text[:45] and is_line_up(look):
        return NAVIGATION
    if is_caption(look) or (5 < look.words <= 30 and "©" in text and not _is_rights(text)):
        return CAPTION
    if _is_plea(look, lead):
        return PLEADING
    if look.words <= 6 and counts[SHARE] + counts[ACCOUNT] + counts[SITE] + counts[AD] >= max(1, look.words - 1):
        return NAVIGATION
    if look.words <= 5 and look.end == OPEN and counts[PLEA] + counts[ACCOUNT] >= 2:
        return PLEADING
    if look.words <= 40 and counts[ROLE] and _CONTACT.search(text):
        return BIO
    return None


def _is_byline(look: Look) -> bool:
    shaped = look.end in {OPEN, COMMA, CLOSER} and BYLINE_SHAPE.match(look.text) is not None
    return shaped or _BARE_BY.fullmatch(look.text) is not None


def _is_teaser(look: Look) -> bool:
    if look.words <= 12 and (look.end != COLON or (look.words <= 6 and not look.counts[MEDIA])):
        bare = look.text.rstrip(" :.…»›>→")
        if _TEASER.fullmatch(bare) or SECTION_END.fullmatch(bare):
            return True
    return look.quotes < 2 and _TEASER_START.match(look.text) is not None
