"""French calls, and what looks like one."""

import pytest

from tests.ingest.drafting.asks.found import calls, promises

CALLS = [
    "Nous appelons toutes les parties à reprendre les pourparlers.",
    "Le Niger appelle à la fin des combats.",
    "Mon pays exhorte les bailleurs à donner davantage.",
    "Nous invitons donc les États à ratifier ce texte.",
    "Nous demandons que les routes soient ouvertes.",
    "Nous lançons un appel à tous les pays voisins.",
    "Les tribunaux doivent être plus rapides.",
    "La communauté internationale devrait agir.",
    "Il faut ouvrir des refuges.",
    "Il est donc essentiel de former les juges.",
    "Il est grand temps d'agir.",
    "Il appartient au Conseil de décider.",
    "Il convient d'entendre les victimes.",
    "Une réponse commune est indispensable.",
    "Le Tchad souligne la nécessité de former les juges.",
    "Nous avons besoin d'une cour plus forte.",
    "Agissons ensemble.",
    "L'Union européenne exhorte les parties à parler.",
    "Il y a lieu de former les juges.",
    "Je voudrais lancer un appel aux pays voisins.",
    "Les États sont invités à ratifier ce texte.",
    "Cette situation exige une réponse commune.",
    "Nous attendons du Conseil une décision.",
    "Les États ont le devoir de protéger ces enfants.",
]
NO_CALLS = [
    "Nous remercions la présidence de son appel.",
    "Devons-nous attendre encore ?",
    "Je dois dire que je suis ému.",
    "Il faut noter que les prix ont monté.",
    "La résolution rappelle que les armes doivent être rendues.",
    "Nous ne savons pas comment les États doivent répondre.",
    "Ce texte n'est pas nécessaire.",
    "Les questions sont nombreuses.",
    "Nous devons beaucoup à nos voisins.",
    "La réunion devrait se tenir en mai.",
]


class FrenchTests:
    @pytest.mark.parametrize("sentence", CALLS)
    def test_calls(self, sentence):
        text = f"Nous vivons une heure grave. {sentence} Je vous remercie."

        assert calls(text, "fr") == [sentence]

    @pytest.mark.parametrize("sentence", NO_CALLS)
    def test_does_not_call(self, sentence):
        text = f"Nous vivons une heure grave. {sentence} Je vous remercie."

        assert calls(text, "fr") == []

    def test_promises_are_told_apart(self):
        text = "Nous vivons une heure grave. Nous continuerons de former les juges."

        assert promises(text, "fr") == ["Nous continuerons de former les juges."]
