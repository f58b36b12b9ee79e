"""What newspapers call themselves, in the languages whose quotations are read."""

from __future__ import annotations

import re

_NAMED = r"[^\W\d_a-z][\w’'.-]*"
_OF_PLACE = rf"(?: (?:de|del|du|des|la|las|le|les|los|el))* (?:[dl][’'])?{_NAMED}"
_ENGLISH = (
    r"(?:The )?(?:[A-Z][\w’'.-]+ ){0,3}(?:Advertiser|Argus|Beacon|Chronicle|Courier|Dispatch|Echo|Examiner|Gazette|Guardian|Herald|"
    r"Inquirer|Journal|Ledger|Mail|Mercury|Mirror|Observer|Post|Sentinel|Standard|Telegraph|Times|Tribune)"
)
_ROMANCE = (
    r"(?:Correo|Crónica|Diario|Faro|Gaceta|Heraldo|Mercurio|Noticiero|Observador|Periódico|Semanario|Tribuna|Voz|"
    r"Courrier|Dépêche|Écho|Gazette|Journal|Messager|Nouvelliste|Phare|Quotidien|Télégramme|Tribune|Voix)"
)
_GERMAN = r"(?:[Aa]nzeiger|[Bb]latt|[Bb]ote|[Kk]urier|[Mm]erkur|[Mm]orgenpost|[Rr]undschau|[Zz]eitung)"
# In other languages than English one such word alone is the name of a section as well.
MASTHEAD = re.compile(
    rf"{_ENGLISH}|(?:(?:El |L[ae] |L[’']){_ROMANCE}|{_ROMANCE}{_OF_PLACE})(?:{_OF_PLACE}){{0,2}}"
    rf"|(?:D(?:er|ie|as) )?(?:(?:{_NAMED} ){{1,2}}{_GERMAN}|(?:{_NAMED} ){{0,2}}{_NAMED}{_GERMAN})"
)
