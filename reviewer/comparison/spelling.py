"""English words that are spelled in two ways, so that a British and an American outlet print the same quotation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_OUR = (
    "arb ard arm behavi cand clam col endeav fav ferv flav harb hon hum lab misbehavi neighb od parl ranc rig rum savi sav splend "
    "tum val vap vig dishon disfav bel discol unfav"
)
_AFTER_OUR = (
    " s ed ing ite ites able ably er ers ful less hood hoods ly liness al ally master masters y ies side sides ist ists"
)
_ISE = (
    "agon alphabet american antagon apolog author brutal cannibal capital categor central character civil colon commercial conceptual "
    "criminal critic crystal custom decentral decriminal dehuman democrat demoral destabil digit disorgan dramat econom "
    "emphas energ equal familiar fertil final formal general global harmon hospital human hypothes ideal immun individual industrial "
    "initial institutional internal international item jeopard legal legitim liberal local marginal material maxim mechan memor minim "
    "mobil modern monopol national natural neutral normal optim organ patron penal personal polar polit popular priorit privat "
    "public radical ration rational real recogn reorgan revital revolution sanit scrutin sensational social special stabil standard "
    "steril stigmat subsid summar symbol sympath synchron terror theor traumat trivial urban util vandal victim visual weapon"
)
_AFTER_IS = "e es ed ing er ers ation ations"
_RE = "calib cent fib kilomet centimet millimet lit lust manoeuv meag met sab sepulch somb spect theat"
_DOUBLED = (
    "cancel channel counsel dial duel fuel grovel initial jewel label level libel marvel model panel pedal quarrel rival shovel "
    "signal spiral total travel tunnel unravel"
)
_AFTER_DOUBLED = "ed ing er ers or ors"
_OTHERS = (
    "acknowledgement acknowledgment, ageing aging, aluminium aluminum, amongst among, anaesthetic anesthetic, analyse analyze, "
    "analysed analyzed, analysing analyzing, appal appall, artefact artifact, artefacts artifacts, burnt burned, catalyse catalyze, "
    "cosy cozy, defence defense, defences defenses, defenceless defenseless, distil distill, dreamt dreamed, encyclopaedia encyclopedia, "
    "enrol enroll, enrolment enrollment, foetus fetus, fulfil fulfill, fulfils fulfills, fulfilment fulfillment, gaol jail, grey gray, "
    "haemorrhage hemorrhage, instalment installment, instalments installments, instil instill, jewellery jewelry, "
    "judgement judgment, judgements judgments, kerb curb, learnt learned, leukaemia leukemia, licence license, licences licenses, "
    "mould mold, moustache mustache, mum mom, mums moms, offence offense, offences offenses, orthopaedic orthopedic, "
    "paediatric pediatric, paediatrician pediatrician, paralyse paralyze, paralysed paralyzed, plough plow, ploughed plowed, "
    "ploughing plowing, practise practice, practised practiced, practising practicing, pretence pretense, programme program, "
    "programmes programs, pyjamas pajamas, sceptic skeptic, sceptical skeptical, scepticism skepticism, sceptics skeptics, "
    "skilful skillful, spelt spelled, storey story, sulphur sulfur, towards toward, afterwards afterward, tyre tire, tyres tires, "
    "whilst while, wilful willful"
)


@cache
def american() -> dict[str, str]:
    """The American form of every British one known here, both in their matching form."""
    return dict(_pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    for base in _OUR.split():
        for ending in _AFTER_OUR.split(" "):
            yield f"{base}our{ending}", f"{base}or{ending}"
    for base in _ISE.split():
        for ending in _AFTER_IS.split():
            yield f"{base}is{ending}", f"{base}iz{ending}"
    for base in _RE.split():
        yield from ((f"{base}re{ending}", f"{base}er{ending}") for ending in ("", "s"))
        yield f"{base}red", f"{base}ered"
    for base in _DOUBLED.split():
        yield from ((f"{base}l{ending}", f"{base}{ending}") for ending in _AFTER_DOUBLED.split())
    for pair in _OTHERS.split(", "):
        british, other = pair.split()
        yield british, other
