"""Furniture of pages in other languages than English: German, French, Spanish, Italian, Portuguese, Dutch, some of others."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_BARS = (
    # advertisements
    "anzeige|werbung|publicité|la suite après la publicité|la suite après cette publicité|publicidad|pubblicità|publicidade"
    "|continua após a publicidade|advertentie"
    # sharing, saving, menus
    "|teilen|drucken|merken|artikel merken|speichern|vorlesen|feedback|zur startseite|startseite|abo|e-paper|suche|mehr|weiterlesen"
    "|partager|imprimer|offrir l'article|ajouter à vos favoris|ajouter aux favoris|accueil|se connecter|s'abonner|rechercher"
    "|aller au contenu|lire la suite|écouter l'article|copier le lien|lien copié"
    "|compartir|imprimir|guardar|copiar enlace|copiar link|enlace copiado|ir al contenido|ir a los comentarios|iniciar sesión"
    "|suscríbete|suscribirse|inicio|buscar|síguenos|seguir leyendo|escuchar|continúa leyendo|continuar leyendo|leer más"
    "|condividi|stampa|salva|ascolta|cerca|accedi|abbonati|vai al contenuto|continua a leggere|ascolta l'articolo"
    "|compartilhar|compartilhe|salvar|ouvir|entrar|assine|continue lendo|copiar o link|поделиться|реклама|подписаться|シェア|広告|ツイート|分享|广告|delen|afdrukken|bewaren|luister|inloggen"
    # rights
    "|riproduzione riservata|© riproduzione riservata|todos los derechos reservados|tous droits réservés|alle rechte vorbehalten"
)
_TEASERS = (
    "más información|te recomendamos|te puede interesar|lo más visto|lo más leído|lo más|noticias relacionadas|relacionado|relacionados"
    "|ver también|artículos relacionados|contenido relacionado|mehr zum thema|zum thema|auch interessant|meistgelesen|meistgelesene artikel"
    "|lesen sie auch|lesen sie mehr|das könnte sie auch interessieren|weitere artikel|weitere nachrichten|verwandte themen|passend zum thema"
    "|mehr aus diesem ressort|empfehlungen|à lire aussi|lire aussi|à lire également|sur le même sujet|les plus lus|dans la même rubrique"
    "|nos articles|voir aussi|leggi anche|leggi di più|articoli correlati|i più letti|potrebbe interessarti|vedi anche|da non perdere"
    "|leia também|leia mais|veja também|mais lidas|relacionadas|читайте также|читайте по теме|материалы по теме|関連記事|相关阅读|相關新聞|관련기사|lees ook|meest gelezen|lees verder|meer over dit onderwerp"
)
_COMMENTS = (
    "комментарии|コメント|评论|comentarios|comentários|kommentare|commentaires|commenti|reacties|i commenti dei lettori|leggi i commenti|voir les commentaires"
    "|les commentaires|mostrar comentarios|ver comentarios|ver los comentarios|kommentare lesen|kommentieren|voir les contributions"
    "|contributions|deja un comentario|diskutieren sie mit|mitdiskutieren"
)
_TAGS = (
    "archivado en|más sobre|etiquetas|temas|en este artículo|argomenti|mots-clés|mots clés|sujets|thèmes|schlagwort|schlagworte"
    "|schlagwörter|themen|assuntos|onderwerpen"
)
_ELSEWHERE = re.compile(
    r"\W*(?:leggi anche|potrebbe interessarti|lee también|te puede interesar|también te puede interesar|le(?:er)? más|lire aussi"
    r"|à lire aussi|à lire également|voir aussi|sur le même sujet|lesen sie auch|lesen sie mehr|mehr zum thema|auch interessant|lesetipp"
    r"|das könnte sie auch interessieren|lees ook|lees verder|читайте (?:также|по теме)|leia (?:também|mais)|veja também)\b.*",
    _I,
)
_LEADS = frozenset(
    "leggi (leggi potrebbe lee también te le leer lire à sur lesen lesetipp mehr auch das lees leia veja voir читайте".split()
)
_READING_TIME = re.compile(
    r"(?:temps de lecture|lesezeit|lesedauer|tiempo de lectura|tempo d[ie] lett?ura|leestijd)\b\W*(?:ca\. ?)?\d+ ?min\w*\.?",
    _I,
)
_COOKIES = re.compile(
    r"\b(?:utilizziamo|utilizamos|usamos|utilisons|verwenden|nutzen|gebruiken) .{0,30}cookies?|\bcookies? .{0,30}(?:verwendet|policy)",
    _I,
)
_ASKS = re.compile(
    r"\b(?:jetzt|hier|kostenlos)\b.{0,40}\b(?:anmelden|abonnieren|registrieren|bestellen)\b|\b(?:abonnez|inscrivez|connectez)[- ]vous\b"
    r"|\b(?:suscr[ií]bete|ap[uú]ntate|reg[ií]strate|iscriviti|abbonati|registrati|inscreva-se|cadastre-se|assine)\b"
    r"|\b(?:recib[ea]|recevez|erhalten sie|ricevi|receba|ontvang)\b.{0,60}\b(?:bolet[ií]n|newsletter|nieuwsbrief|correo|postfach|mail)\b"
    r"|\b(?:recibir|apuntarte|suscribirte|recevoir|vous (?:inscrire|abonner)|ricevere|receber)\b.{0,60}\b(?:newsletters?|bolet[ií]n|infolettre)\b"
    r"|\bschrijf je (?:nu )?in\b|\bréservée? aux abonnés\b|\b(?:nur für|exklusiv für) abonnenten\b|\bsolo para suscriptores\b",
    _I,
)
_KINDS = {
    phrase: kind
    for kind, phrases in (
        ("navigation", _BARS),
        ("navigation", _TAGS),
        ("teaser", _TEASERS),
        ("comment head", _COMMENTS),
    )
    for phrase in phrases.split("|")
}


def kind_abroad(text: str) -> str | None:
    """The kind of a line of a few words, whatever stands around them; None where it is no known phrase."""
    if text[-1] in "n." and _READING_TIME.fullmatch(text):
        return "navigation"
    return _KINDS.get(text.lower().replace("’", "'").strip(" :.…»›>→|-–*+"))


def points_elsewhere(lead: str, text: str) -> bool:
    """Whether a line that begins with the word `lead` points to another story."""
    return lead in _LEADS and _ELSEWHERE.fullmatch(text) is not None


def asks(text: str) -> bool:
    """Whether a line speaks of the page's cookies or asks to subscribe."""
    return (_COOKIES.search(text) or _ASKS.search(text)) is not None
