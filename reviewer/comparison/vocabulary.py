"""English word lists that matching, flags and wording share; every word in its matching form (`words.key`)."""

from __future__ import annotations

FUNCTION = frozenset(
    "a about above after again against ago all also although always am an and another any anybody anyone anything are aren't as at "
    "away back be because been before behind being below between both but by can can't cannot could couldn't did didn't do does "
    "doesn't doing don't done down during each either else even ever every everybody everyone everything few for from further get gets "
    "getting go goes going gone gonna got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him "
    "himself his how however i i'd i'll i'm i've if in instead into is isn't it it'd it'll it's its itself just know least less let "
    "let's like lot lots made make makes many may maybe me might mine more most much must my myself neither never no nobody none nor "
    "not nothing now of off often on once one only onto or other others our ours ourselves out over own quite rather really s same "
    "shall she she'd she'll she's should shouldn't since so some somebody someone something soon still such t than that that's the "
    "their theirs them themselves then there there's these they they'd they'll they're they've this those though through thus to too "
    "toward towards under until up upon us very was wasn't we we'd we'll we're we've well went were weren't what what's whatever when "
    "where somewhere nowhere anywhere everywhere whether which while who who's whom whose why will with within without won't would wouldn't yet you you'd you'll you're "
    "you've your yours yourself yourselves".split()
)
COMMON = frozenset(
    "able according across act actually added adding address agree already america american among announced area around ask asked "
    "asking bad become became began begin believe best better big bill biggest bring brought call called came campaign case cause "
    "certain certainly chance change city clear close come comes coming committee company congress continue country county court "
    "current day days deal decide decision democrat democrats different doubt early end ensure enough especially event every evening "
    "expect expected face fact family far feel felt find first five focus follow force former forward four free friday friends full "
    "future gave general give given good government great group groups hand happen happened happening hard head hear heard held help "
    "high him hold home hope hour hours house however huge idea important including information interest interview issue issues it "
    "job keep kind knew known last late later latest law lead leader leaders leave led left legal letter life line little live local "
    "long longer look looking lost made major making man matter mean means media meet meeting member members men mind minister moment "
    "monday money month months morning move mr mrs ms name nation national near need needed needs new news next night nothing number "
    "october office officer official officials old open order outside paid part party past pay people percent person place plan plans "
    "play point police policy political possible post power president press pretty prime problem process program public put question "
    "questions read ready real reason recent released report reported reporter reporters republican republicans response result right "
    "rights rule run said saturday saw say saying says second secretary see seen senate senator sense sent serious service set several "
    "she show side simply situation six small sometimes son sort speak special spoke spokesman spokesperson spokeswoman start started "
    "state stated statement states stay step stop story strong suggested sunday support sure system take taken taking talk talking "
    "tell ten ten thank thanks thing things think thinking third thought three thursday time times today together told tomorrow "
    "tonight took top town true try trying tuesday turn tweet twitter two understand united us use used using vote voted want wanted "
    "wants war washington water way ways wednesday week weekend weeks white woman women word words work worked working world worse "
    "worst wrong wrote year years yes yesterday young".split()
)
SPEECH = frozenset(
    "accuse accused accusing acknowledged add added adding admitted advised agreed announced announcing answered argue argued argues "
    "arguing asked asking assured called calling caution cautioned charged claim claimed claiming claims commented complained "
    "conceded concluded confirmed continued criticised criticized declared declaring demanded denied deny denying described "
    "describing disclosed emphasised emphasized estimated explained expressed hinted indicated informed insisted insisting insists "
    "joked maintained mentioned noted noting objected observed pledged pointed praised predicted proclaimed promised proposed quipped "
    "recalled recommended reiterated remarked repeated replied responded retorted revealed said say saying says spoke state stated "
    "stating stressed suggested suggesting swore telling tells testified told tweeted tweeting urged urging vowed warned warning "
    "welcomed wondered worried writes writing wrote according".split()
)
PAGE = frozenset(
    "copyright copyrighted reprint reprints reprinted reserved licensing llc newsletter newsletters subscribe subscriber subscribers "
    "subscription subscriptions unsubscribe advertisement cookies inbox click signup login".split()
)
NEGATORS = frozenset(
    "not no never none nobody nothing nowhere neither nor without hardly barely scarcely rarely seldom noone unable "
    "deny denies denied denying refuse refuses refused refusing fail fails failed failing lack lacks lacked decline declines "
    "declined reject rejects rejected oppose opposes opposed against".split()
)
PREVENTING = frozenset(
    "prevent prevents prevented preventing stop stops stopped stopping keep keeps kept keeping bar bars barred barring ban bans banned "
    "banning block blocks blocked blocking forbid forbids forbade forbidden forbidding prohibit prohibits prohibited".split()
)
PERMITTING = frozenset(
    "allow allows allowed allowing let lets letting permit permits permitted permitting enable enables enabled enabling help helps "
    "helped helping".split()
)
EVADING = frozenset(
    "avoid avoids avoided avoiding avert averts averted averting forget forgets forgot forgotten forgetting neglect neglects neglected "
    "neglecting omit omits omitted omitting doubt doubts doubted doubting withhold withholds withheld".split()
)
CONTRARY = {
    word: frozenset(contrary.split())
    for words, contrary in (
        (
            "stop stops stopped stopping cease ceases ceased ceasing halt halts halted halting quit quits quitting end ends ended ending",
            (
                "start starts started starting begin begins began begun beginning continue continues continued continuing resume resumes "
                "resumed resuming keep keeps kept"
            ),
        ),
        ("unless", "if"),
        ("exclude excludes excluded excluding", "include includes included including"),
        (
            "dismiss dismisses dismissed dismissing dispute disputes disputed disputing",
            (
                "confirm confirms confirmed confirming accept "
                "accepts accepted accepting acknowledge acknowledges acknowledged"
            ),
        ),
        (
            "skip skips skipped skipping boycott boycotts boycotted boycotting",
            "attend attends attended attending join joins joined joining",
        ),
        ("absent", "present"),
        (
            "ignore ignores ignored ignoring",
            "heed heeds heeded heeding obey obeys obeyed follow follows followed considered",
        ),
        (
            "hide hides hid hidden hiding conceal conceals concealed",
            "reveal reveals revealed disclose discloses disclosed show shows showed",
        ),
        (
            "retract retracts retracted withdrew withdrawn",
            "repeat repeats repeated confirm confirms confirmed reaffirmed",
        ),
        ("false untrue", "true"),
        ("innocent", "guilty"),
        ("cleared acquitted", "convicted guilty"),
        ("miss misses missed missing", "meet meets met meeting reach reaches reached attend attends attended"),
    )
    for word in words.split()
}
HAVING = frozenset(
    "is was are were be been has have had there's see sees saw find finds found with with gives gave offers offered leaves left".split()
)
DETERMINERS = frozenset(
    "a an the these those this that last next past first every our their his her its my your very".split()
)
MUCH = frozenset("many most all much plenty lots every everyone everybody".split())
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "mis", "non")
UNPREFIXED = tuple(
    (
        "until income incoming inform indeed inside instead into intake input invest increas import impress display discover "
        "discharg discount dispatch dispos distill unit unlikely misses mission"
    ).split()
)  # how words begin that only look as if they had one, or are modals
DENYING_PHRASES = frozenset(
    (verb, particle)
    for verbs, particle in (
        ("rule rules ruled ruling", "out"),
        ("turn turns turned turning", "down"),
        ("call calls called calling", "off"),
        ("stay stays stayed staying", "away"),
        ("stop stops stopped stopping fall falls fell fallen falling", "short"),
        ("yet", "to"),
    )
    for verb in verbs.split()
)
REFUSING = frozenset("refuse refuses refused refusing decline declines declined declining".split())
QUANTIFYING_NEGATORS = frozenset("no none nobody noone nothing neither nowhere never".split())
ANY_FOR_NONE = {
    "nothing": ("anything",),
    "nobody": ("anybody", "anyone"),
    "noone": ("anybody", "anyone"),
    "no": ("any", "anyone", "a", "an"),
    "none": ("any",),
    "never": ("ever",),
    "nowhere": ("anywhere",),
    "neither": ("either",),
}
RAISING = frozenset(
    "think thinks thought believe believes believed expect expects expected seem seems seemed want wants wanted".split()
)
MODALS = {
    word: kind
    for kind, words in {
        "must": "must",
        "should": "should ought",
        "will": "will shall",
        "would": "would",
        "may": "may might",
        "can": "can",
        "could": "could",
        "perhaps": "perhaps maybe possibly",
        "probably": "probably likely",
        "certainly": "certainly definitely surely undoubtedly",
        "unlikely": "unlikely",
        "allegedly": "allegedly reportedly apparently supposedly purportedly",
        "seem": "seem seems seemed appear appears appeared",
    }.items()
    for word in words.split()
}
BACKSHIFT = {"will": "would", "can": "could", "must": "must", "may": "may"}
PERIPHRASES: dict[tuple[str, ...], str] = {
    ("have", "to"): "must",
    ("has", "to"): "must",
    ("had", "to"): "must",
    ("having", "to"): "must",
    ("need", "to"): "must",
    ("needs", "to"): "must",
    ("needed", "to"): "must",
    ("got", "to"): "must",
    ("required", "to"): "must",
    ("obliged", "to"): "must",
    ("able", "to"): "can",
    ("unable", "to"): "can",
    ("going", "to"): "will",
    ("supposed", "to"): "should",
    ("said", "to"): "allegedly",
    ("alleged", "to"): "allegedly",
    ("reported", "to"): "allegedly",
    ("believed", "to"): "allegedly",
    ("thought", "to"): "allegedly",
    ("understood", "to"): "allegedly",
    ("rumoured", "to"): "allegedly",
    ("rumored", "to"): "allegedly",
    ("certain", "to"): "certainly",
    ("sure", "to"): "certainly",
    ("bound", "to"): "certainly",
    ("possible", "that"): "perhaps",
    ("impossible", "that"): "perhaps",
}
CONTRACTIONS = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "gonna": "going to",
    "gotta": "got to",
    "wanna": "want to",
    "let's": "let us",
    "i'm": "i am",
}
ENDINGS = (("n't", "not"), ("'ll", "will"), ("'ve", "have"), ("'re", "are"), ("'d", "'d"), ("'s", "'s"))
DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december".split()
)
TITLES = frozenset(
    "president vice minister prime premier senator sen representative rep congressman congresswoman mayor governor gov mr mrs ms miss "
    "dr doctor sir lady lord chancellor secretary king queen prince princess judge justice general gen captain capt chief professor "
    "prof sergeant sgt officer director chairman chairwoman chair commissioner ambassador spokesman spokeswoman spokesperson colonel "
    "col lieutenant lt admiral pope bishop archbishop father sister brother attorney inspector superintendent councillor".split()
)
# Adjectives and peoples whose spelling does not begin with that of the country.
_DEMONYMS = {
    form: country
    for country, forms in {
        "france": "french frenchman frenchmen",
        "spain": "spanish spaniard spaniards",
        "greece": "greek greeks",
        "netherlands": "dutch holland",
        "switzerland": "swiss",
        "denmark": "danish dane danes",
        "poland": "polish pole poles",
        "turkey": "turkish turk turks türkiye",
        "sweden": "swedish swede swedes",
        "ireland": "irish",
        "england": "english",
        "scotland": "scottish scots",
        "wales": "welsh",
        "finland": "finnish finns",
        "norway": "norwegian norwegians",
        "portugal": "portuguese",
        "cyprus": "cypriot cypriots",
        "iceland": "icelandic",
        "philippines": "filipino filipinos philippine",
        "thailand": "thai thais",
        "afghanistan": "afghan afghans",
        "kazakhstan": "kazakh kazakhs",
        "uzbekistan": "uzbek uzbeks",
        "serbia": "serb serbs",
        "croatia": "croat croats",
        "iraq": "iraqis",
    }.items()
    for form in forms.split()
}
SAME_NAMES = {
    **dict.fromkeys(("us", "usa", "america", "american", "americans"), "us"),
    **dict.fromkeys(("uk", "britain", "british", "britons"), "uk"),
    **dict.fromkeys(("eu", "european", "europe"), "eu"),
    **dict.fromkeys(("un",), "un"),
    **_DEMONYMS,
    "jan": "january",
    "feb": "february",
    "mar": "march",
    "apr": "april",
    "aug": "august",
    "sep": "september",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}
SPELLED_NAMES: dict[tuple[str, ...], str] = {
    ("united", "states", "of", "america"): "us",
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
}
UPWARDS: tuple[tuple[str, ...], ...] = (("more", "than"), ("at", "least"), ("over",), ("above",), ("exceeding",))
DOWNWARDS: tuple[tuple[str, ...], ...] = (
    ("less", "than"),
    ("fewer", "than"),
    ("at", "most"),
    ("up", "to"),
    ("under",),
    ("below",),
    ("nearly",),
    ("almost",),
)
CUE_CLASSES = {
    word: kind
    for kind, words in {
        "assertive": "insist insists insisted insisting stress stressed stresses emphasise emphasised emphasize emphasized assert "
        "asserted asserts declare declared declares vow vowed vows argue argued argues warn warned warns maintain maintained "
        "maintains demand demanded demands contend contended contends urge urged urges pledge pledged threaten threatened",
        "doubting": "claim claims claimed claiming allege alleged alleges purport purported suggest suggested suggests",
        "attacking": "blast blasts blasted slam slams slammed rail rails railed fume fumes fumed rage rages raged thunder thunders "
        "thundered rant rants ranted snap snaps snapped snarl snarled storm stormed attack attacked lash lashed denounce denounced "
        "condemn condemned lambaste lambasted berate berated hiss hissed",
        "jesting": "joke jokes joked joking quip quips quipped quipping tease teased laugh laughs laughed chuckle chuckled deadpan "
        "deadpanned grin grinned smile smiled",
        "scorning": "sneer sneers sneered mock mocks mocked scoff scoffs scoffed gloat gloated taunt taunted jeer jeered boast "
        "boasts boasted brag bragged crow crowed",
        "lamenting": "lament laments lamented complain complains complained cry cried plead pleads pleaded beg begged moan moaned "
        "sob sobbed weep wept sigh sighed bemoan bemoaned whine whined grumble grumbled",
        "emotive": "shout shouts shouted yell yelled scream screamed exclaim exclaimed",
        "admitting": "admit admits admitted admitting concede conceded concedes confess confessed acknowledge acknowledged",
        "denying": "deny denies denied denying reject rejected dispute disputed",
    }.items()
    for word in words.split()
}
