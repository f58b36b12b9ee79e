"""Spanish, French and German sentences, each with another verb of saying or another title: who is quoted."""

from __future__ import annotations

import pytest

from tests.quotes.helpers import quotes

SPANISH = [
    ("«El muelle seguirá cerrado», zanjó la alcaldesa Marta Solano.", "Marta Solano"),
    ("“El muelle seguirá cerrado”, puntualizó el concejal de Puertos, Iker Lasa.", "Iker Lasa"),
    ("«No habrá más barcos», recalcaba ayer Elena Pons.", "Elena Pons"),
    ("El capitán Hugo Varas aseveró que «nadie» sabía nada «del incendio de la grúa».", "Hugo Varas"),
    ("«Nos engañaron a todos», espetó Clara Mota a los periodistas.", "Clara Mota"),
    ("«Nos engañaron», reprochó la patronal. «Y lo saben», remachó su presidente, Tomás Güell.", "Tomás Güell"),
    ("“Es una vergüenza”, se quejó Lidia Ferrán, vecina del puerto.", "Lidia Ferrán"),
    ("«Es una vergüenza», se ha lamentado Lidia Ferrán.", "Lidia Ferrán"),
    ("«Lo haremos», dijo Bruno Salas, «aunque cueste años».", "Bruno Salas"),
    ("«Lo haremos —prometió Bruno Salas—, aunque cueste años».", "Bruno Salas"),
    ("Bruno Salas ha dejado claro que «no habrá despidos en el astillero».", "Bruno Salas"),
    ("Según Bruno Salas, la grúa es «una ruina con ruedas».", "Bruno Salas"),
    ("Para la consejera Nuria Vidal, la grúa es «una ruina con ruedas».", "Nuria Vidal"),
    ("A juicio de Nuria Vidal, la grúa es «una ruina con ruedas».", "Nuria Vidal"),
    ("«La grúa es vieja», corroboró el jefe de Bomberos, Joan Prat.", "Joan Prat"),
    ("«La grúa es vieja», ahondó Joan Prat.", "Joan Prat"),
    ("«La grúa es vieja», arguyó el abogado Pedro Lluch.", "Pedro Lluch"),
    ("«La grúa es vieja», adujo Pedro Lluch ante el tribunal.", "Pedro Lluch"),
    ("Pedro Lluch sostiene que la grúa «se caerá antes del verano».", "Pedro Lluch"),
    ("El ministro Raúl Cid abogó por «abrir el muelle cuanto antes».", "Raúl Cid"),
    ("El titular de Fomento, Raúl Cid, abundó: «El muelle se abrirá».", "Raúl Cid"),
    ("La diputada Inés Roca arremetió contra el plan: «Es un disparate».", "Inés Roca"),
    ("La diputada Inés Roca tachó el plan de «disparate mayúsculo».", "Inés Roca"),
    ("El plan fue tildado de «disparate mayúsculo» por la diputada Inés Roca.", "Inés Roca"),
    ("«Es un disparate», terció el eurodiputado Óscar Mir.", "Óscar Mir"),
    ("«Es un disparate», apostillaba Óscar Mir.", "Óscar Mir"),
    ("«Esto no es serio», bramaron los estibadores.", "los estibadores"),
    ("«Esto no es serio», coincidió la portavoz del comité, Sara Olmo.", "Sara Olmo"),
    ("«Esto no es serio», ironizaba Sara Olmo.", "Sara Olmo"),
    ("El exalcalde Luis Barea urgió a «parar la obra ya».", "Luis Barea"),
    ("«Paren la obra», instó Luis Barea.", "Luis Barea"),
    ("«Paren la obra», exhortó el vicepresidente Luis Barea.", "Luis Barea"),
    ("«No firmaremos», reafirmó la secretaria general del sindicato, Rosa Peña.", "Rosa Peña"),
    ("«No firmaremos», auguró Rosa Peña.", "Rosa Peña"),
    ("“No firmaremos”, dejó caer Rosa Peña.", "Rosa Peña"),
    ("«No firmaremos», han avisado fuentes del astillero.", "fuentes"),
    ("Rosa Peña se mostró tajante: «No firmaremos nada».", "Rosa Peña"),
    ("«El barco se hundió en minutos», rememoraba el patrón, Andrés Coll.", "Andrés Coll"),
    ("«El barco se hundió en minutos», relataba a este diario Andrés Coll.", "Andrés Coll"),
    ("«¿Quién paga?», se preguntaba Andrés Coll. «Nosotros no», se respondía.", "Andrés Coll"),
]

FRENCH = [
    ("« Le quai restera fermé », a tranché la maire Claire Aubin.", "Claire Aubin"),
    ("« Le quai restera fermé », complète le préfet Hugues Morand.", "Hugues Morand"),
    ("« Le quai restera fermé », a complété Hugues Morand.", "Hugues Morand"),
    ("« Le quai restera fermé », déclara Hugues Morand.", "Hugues Morand"),
    ("« Le quai restera fermé », a tempéré la députée Inès Caro.", "Inès Caro"),
    ("« Le quai restera fermé », a-t-elle martelé. La ministre Inès Caro quittait le port.", "Inès Caro"),
    ("« Nous partirons », concède Paul Lemoine, « mais pas sans indemnité ».", "Paul Lemoine"),
    ("« Nous partirons, a concédé Paul Lemoine, mais pas sans indemnité. »", "Paul Lemoine"),
    ("Paul Lemoine a relevé que le quai était « pourri jusqu’à l’os ».", "Paul Lemoine"),
    ("« Le quai est pourri », relève Paul Lemoine.", "Paul Lemoine"),
    ("Paul Lemoine a reconnu que le quai était « pourri jusqu’à l’os ».", "Paul Lemoine"),
    ("Selon Paul Lemoine, le quai est « pourri jusqu’à l’os ».", "Paul Lemoine"),
    ("D’après Paul Lemoine, le quai est « pourri jusqu’à l’os ».", "Paul Lemoine"),
    ("Pour l’avocate Maud Gilles, le quai est « pourri jusqu’à l’os ».", "Maud Gilles"),
    ("« C’est une honte », s’est emportée Maud Gilles.", "Maud Gilles"),
    ("« C’est une honte », s’est indigné le syndicaliste Éric Vasseur.", "Éric Vasseur"),
    ("« C’est une honte », s’insurge Éric Vasseur, docker depuis vingt ans.", "Éric Vasseur"),
    ("« C’est une honte », renchérit sa collègue Lise Danjou.", "Lise Danjou"),
    ("« C’est une honte », abonde Lise Danjou.", "Lise Danjou"),
    ("« C’est une honte », a fustigé la sénatrice Lise Danjou.", "Lise Danjou"),
    ("« C’est une honte », fulmine la patronne du chantier, Lise Danjou.", "Lise Danjou"),
    ("La porte-parole du port, Anne Ferrier, a fait savoir que « rien n’était décidé ».", "Anne Ferrier"),
    ("« Rien n’est décidé », fait valoir Anne Ferrier.", "Anne Ferrier"),
    ("« Rien n’est décidé », a fait remarquer Anne Ferrier.", "Anne Ferrier"),
    ("« Rien n’est décidé », balaie Anne Ferrier.", "Anne Ferrier"),
    ("« Rien n’est décidé », a éludé Anne Ferrier.", "Anne Ferrier"),
    ("« Rien n’est décidé », veut croire l’adjointe au maire, Anne Ferrier.", "Anne Ferrier"),
    ("« Rien n’est décidé », a-t-on appris auprès de la préfecture.", "la préfecture"),
    ("« Rien n’est décidé », indiquait le procureur de la République, Marc Huet.", "Marc Huet"),
    ("« Rien n’est décidé », a pointé le rapporteur Marc Huet.", "Marc Huet"),
    ("« Rien n’est décidé », prévenait Marc Huet lundi.", "Marc Huet"),
    ("« Rien n’est décidé », a lâché le secrétaire d’État Marc Huet.", "Marc Huet"),
    ("« Rien n’est décidé », concluait Me Sophie Arnal.", "Sophie Arnal"),
    ("« Rien n’est décidé », ont regretté les dockers.", "les dockers"),
    ("« Rien n’est décidé », temporise le chef de file des élus, Jean Sorel.", "Jean Sorel"),
    ("« Rien n’est décidé », a insisté Jean Sorel. « Nous attendons », a-t-il poursuivi.", "Jean Sorel"),
    ("Jean Sorel a appelé à « rouvrir le quai sans attendre ».", "Jean Sorel"),
    ("Jean Sorel a plaidé pour « une réouverture rapide du quai ».", "Jean Sorel"),
    ("Jean Sorel s’est dit « très inquiet pour les familles ».", "Jean Sorel"),
    ("« Qui paiera ? », s’interroge Jean Sorel. « Pas nous », s’exclame la pêcheuse Odile Brun.", "Odile Brun"),
]

GERMAN = [
    ("„Der Kai bleibt zu“, stellte Bürgermeisterin Anke Voss klar.", "Anke Voss"),
    ("„Der Kai bleibt zu“, machte Landrat Jens Thoma deutlich.", "Jens Thoma"),
    ("„Der Kai bleibt zu“, hob Jens Thoma hervor.", "Jens Thoma"),
    ("„Der Kai bleibt zu“, fügte Jens Thoma hinzu.", "Jens Thoma"),
    ("„Der Kai bleibt zu“, ergänzte die Dezernentin Ute Brandt.", "Ute Brandt"),
    ("„Der Kai bleibt zu“, unterstrich Ute Brandt.", "Ute Brandt"),
    ("„Der Kai bleibt zu“, bekräftigten die Hafenarbeiter.", "die Hafenarbeiter"),
    ("„Der Kai bleibt zu“, so Ute Brandt.", "Ute Brandt"),
    ("„Der Kai bleibt zu“, sagt Ute Brandt, „und dabei bleibt es.“", "Ute Brandt"),
    ("„Der Kai“, sagte Ute Brandt am Montag, „bleibt zu.“", "Ute Brandt"),
    ("„Wir sind wütend“, schimpfte der Betriebsratsvorsitzende Karl Moll.", "Karl Moll"),
    ("„Wir sind wütend“, echauffierte sich Karl Moll.", "Karl Moll"),
    ("„Wir sind wütend“, empörte sich Karl Moll.", "Karl Moll"),
    ("„Wir sind wütend“, gab Karl Moll zu Protokoll.", "Karl Moll"),
    ("„Wir sind wütend“, räumte Karl Moll ein.", "Karl Moll"),
    ("„Wir sind wütend“, wandte Karl Moll ein.", "Karl Moll"),
    ("„Wir sind wütend“, ließ Karl Moll wissen.", "Karl Moll"),
    ("„Wir sind wütend“, wird Karl Moll zitiert.", "Karl Moll"),
    ("Karl Moll sagte, er sei „nicht gefragt worden“.", "Karl Moll"),
    ("Der Kran sei „eine Ruine auf Rädern“, sagte Karl Moll.", "Karl Moll"),
    ("Der Kran sei „eine Ruine auf Rädern“, monierte der Gutachter Emil Ritter.", "Emil Ritter"),
    ("Der Kran, kritisierte Emil Ritter, habe „nie funktioniert“.", "Emil Ritter"),
    ("Laut Emil Ritter ist der Kran „eine Ruine auf Rädern“.", "Emil Ritter"),
    ("Nach Angaben von Emil Ritter ist der Kran „eine Ruine auf Rädern“.", "Emil Ritter"),
    ("Emil Ritter zufolge ist der Kran „eine Ruine auf Rädern“.", "Emil Ritter"),
    ("Für Emil Ritter ist der Kran „eine Ruine auf Rädern“.", "Emil Ritter"),
    ("Emil Ritter bezeichnete den Kran als „Ruine auf Rädern“.", "Emil Ritter"),
    ("Emil Ritter nannte den Kran „eine Ruine auf Rädern“.", "Emil Ritter"),
    ("Der Kran wurde von Emil Ritter als „Ruine auf Rädern“ bezeichnet.", "Emil Ritter"),
    ("Emil Ritter: „Der Kran ist eine Ruine.“", "Emil Ritter"),
    ("Emil Ritter sprach von einer „Ruine auf Rädern“.", "Emil Ritter"),
    ("„Das ist erst der Anfang“, prophezeite Stadträtin Ina Falk.", "Ina Falk"),
    ("„Das ist erst der Anfang“, orakelte Ina Falk.", "Ina Falk"),
    ("„Das ist erst der Anfang“, merkte Ina Falk an.", "Ina Falk"),
    ("„Das ist erst der Anfang“, gibt Ina Falk zu bedenken.", "Ina Falk"),
    ("„Das ist erst der Anfang“, pflichtete ihr Amtsleiter Udo Kern bei.", "Udo Kern"),
    ("„Das ist erst der Anfang“, legte Udo Kern nach.", "Udo Kern"),
    ("„Das ist erst der Anfang“, führte Udo Kern aus.", "Udo Kern"),
    ("„Das ist erst der Anfang“, twitterte Außenministerin Lena Graf.", "Lena Graf"),
    ("Auf die Frage, wer zahle, antwortete Lena Graf: „Wir nicht.“", "Lena Graf"),
]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (language, text, speaker)
        for language, rows in (("es", SPANISH), ("fr", FRENCH), ("de", GERMAN))
        for text, speaker in rows
    ],
)
def test_the_last_words_of_the_sentence_are_given_to_the_one_who_says_them(
    language: str, text: str, speaker: str
) -> None:
    found = quotes(text, language)
    assert found
    assert found[-1].speaker == speaker
