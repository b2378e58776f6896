"""Spanish calls, and what looks like one."""

import pytest

from tests.ingest.drafting.asks.found import calls, promises

CALLS = [
    "Instamos a las partes a volver al diálogo.",
    "El Perú exhorta a los donantes a dar más.",
    "Hacemos un llamado a todos los Estados.",
    "Reiteramos nuestro llamamiento a la calma.",
    "Pedimos que se abran los caminos.",
    "Invitamos a los gobiernos a compartir sus datos.",
    "Proponemos crear un fondo.",
    "Los tribunales deben ser más rápidos.",
    "Debemos escuchar a las víctimas.",
    "La comunidad internacional debería actuar.",
    "Hay que abrir refugios.",
    "Es necesario formar a los jueces.",
    "Resulta fundamental que los Estados cooperen.",
    "Es hora de actuar.",
    "Subrayamos la necesidad de formar a los jueces.",
    "Necesitamos una corte más fuerte.",
    "Los Estados tienen la obligación de proteger a esos niños.",
    "Trabajemos juntos.",
    "Es fundamental la cooperación entre los Estados.",
    "Los invito a trabajar en este proyecto.",
    "Quisiéramos instar a las partes a hablar.",
    "Se exhorta a los Estados a ratificar ese texto.",
    "Lo que necesitamos es voluntad política.",
    "La respuesta debe ir más allá.",
]
NO_CALLS = [
    "Agradecemos a la Presidencia su llamado.",
    "¿Debemos esperar otra guerra?",
    "Debo decir que estoy conmovido.",
    "Esto se debe a la sequía.",
    "El año pasado instamos a las partes a hablar.",
    "Es importante recordar que el diálogo empezó en mayo.",
    "La resolución establece que ambas condiciones deben cumplirse.",
    "No sabemos cómo deben responder los Estados.",
    "No es necesario otro informe.",
    "Esta reunión es importante para mi país, que la preside.",
]


class SpanishTests:
    @pytest.mark.parametrize("sentence", CALLS)
    def test_calls(self, sentence):
        text = f"Vivimos una hora grave. {sentence} Muchas gracias."

        assert calls(text, "es") == [sentence]

    @pytest.mark.parametrize("sentence", NO_CALLS)
    def test_does_not_call(self, sentence):
        text = f"Vivimos una hora grave. {sentence} Muchas gracias."

        assert calls(text, "es") == []

    def test_promises_are_told_apart(self):
        text = "Vivimos una hora grave. Seguiremos formando a los jueces."

        assert promises(text, "es") == ["Seguiremos formando a los jueces."]
