"""English calls, and what looks like one."""

import pytest

from tests.ingest.drafting.asks.found import calls, promises

CALLS = [
    "We call upon every State to open its ports.",
    "My delegation urges the parties to return to talks.",
    "Kenya also encourages the Assembly to adopt the text.",
    "I appeal to all donors to give more.",
    "We would like to invite Governments to share what they know.",
    "Norway calls for an inquiry.",
    "We recommend that the panel meet twice a year.",
    "States are invited to report by May.",
    "We reiterate our appeal for restraint.",
    "We would like to see women at each table.",
    "We must open the roads.",
    "Survivors should be heard first.",
    "Courts need to be faster.",
    "Every employer has to keep such records.",
    "Nobody should be sent back.",
    "The seas must not become a grave.",
    "Let us stand with them.",
    "Let us, together, keep this promise.",
    "That is why we must open the roads.",
    "We would urge caution.",
    "It is vital that inspectors be trained.",
    "It remains, in our view, essential to fund shelters.",
    "We consider it imperative to end this practice.",
    "It is high time to act.",
    "The time has come for the Council to decide.",
    "It is up to the Council to decide.",
    "It is our shared responsibility to protect them.",
    "Every State has a duty to investigate.",
    "Peru stresses the need for better data.",
    "We underline the importance of training judges.",
    "There is an urgent need to train judges.",
    "We need a stronger Court.",
    "More shelters are needed.",
    "Training judges is therefore essential.",
    "Lasting peace requires justice.",
    "What we need to do is to listen.",
    "We believe that the mandate should be renewed.",
    "If all else fails, the Council must act.",
    "What is needed now is political will.",
    "If you see a child alone, call the police.",
    "End this war now and bring them home.",
    "What we need to do first is to listen.",
    "What this Council must never do is look away.",
    "This reinforces the need for a stronger Court.",
    "We look to the Council to decide.",
    "We propose the creation of a fund.",
    "Member States may wish to consider a fund.",
    "We join others in calling for restraint.",
]
NO_CALLS = [
    "In 2011 the Assembly called on States to report.",
    "We thank the briefers for their words.",
    "Must we wait for another war?",
    "I must say that I was moved.",
    "I should like to thank the Chair.",
    "It should be recalled that talks began in May.",
    "Let me begin with the roads.",
    "Let us not forget those who died.",
    "They should have acted sooner.",
    "We asked how States should respond.",
    "The draft resolution states that both conditions must be met.",
    "Should you have questions, please write.",
    "It is important to note that prices rose.",
    "We welcome the call for restraint.",
    "It took measures to encourage firms to hire.",
    "The law, which requires a permit, is old.",
    "No further action is required.",
    "Those who must flee at night find no shelter.",
    "These are the tools that we need to win.",
    "We often demand that others act.",
    "He was a lifelong advocate for peace.",
    "She can encourage others to speak.",
    "A growing call for justice was heard.",
    "There was no need to worry.",
    "I now call on the representative of Norway.",
    "I invite him to address the Assembly.",
    "Smugglers demand that families pay.",
    "They were told that they must repay it.",
    "The Organization is required to publish its accounts.",
    "Support for the Court has grown.",
    "Let us start with the figures.",
    "Our figures suggest that fewer boats come.",
    "He insisted that prices were everyone's problem.",
    "We need only look at the map.",
    "Operators are required to keep a log.",
    "The conference is expected to end on Friday.",
    "Our requests to the Government to talk went unheard.",
    "We did much to highlight the need for a Court.",
]
PROMISES = [
    "We will open ten shelters.",
    "My Government intends to ratify the treaty.",
    "Ghana stands ready to help.",
    "We remain committed to ending this crime.",
    "UNHCR will continue to urge restraint.",
]


class EnglishTests:
    @pytest.mark.parametrize("sentence", CALLS)
    def test_calls(self, sentence):
        assert calls(f"We meet at a grave hour. {sentence} We thank you.") == [sentence]

    @pytest.mark.parametrize("sentence", NO_CALLS)
    def test_does_not_call(self, sentence):
        assert calls(f"We meet at a grave hour. {sentence} We thank you.") == []

    @pytest.mark.parametrize("sentence", PROMISES)
    def test_promises_are_told_apart(self, sentence):
        text = f"We meet at a grave hour. {sentence} We thank you."

        assert (calls(text), promises(text)) == ([], [sentence])

    def test_what_was_called_for_is_a_call_where_the_text_reports(self):
        text = (
            "The ministers met on Monday in Lima. They discussed trade and travel.\n\n"
            "The ministers urged both sides to return to talks.\n"
        )

        assert calls(text) == ["The ministers urged both sides to return to talks."]
