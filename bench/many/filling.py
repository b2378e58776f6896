"""Published statements with as many recommendations as one asks for, in few queries."""

from collections.abc import Iterable

from statements import workflow
from statements.models import Recommendation, Statement, User, Voice
from statements.text import passages


def published(first: Statement, count: int, each: int, *, by: User, publisher: User) -> None:
    """Publish `count` statements like `first`, with `each` recommendations."""
    actor = first.voices.get().actor
    themes = list(first.themes.all())
    for number in range(count):
        words = [f"In {number}, every State should act on point {each}-{n}." for n in range(each)]
        one = Statement(title=f"Long {number}", text="\n\n".join(words))
        one.delivered_on, one.delivered_precision = "2020-01-01", "day"
        workflow.create(one, by=by)
        voice = Voice.objects.create(statement=one, actor=actor)
        one.themes.set(themes)
        _recommend(one, voice, words)
        workflow.submit(one, by=by)
        workflow.approve(one, by=publisher)
        workflow.publish(one, by=publisher)


def _recommend(statement: Statement, voice: Voice, words: Iterable[str]) -> None:
    start, places = 0, []
    for line in words:
        places.append(passages.anchor(statement.text, start, start + len(line)))
        start += len(line) + 2
    made = Recommendation.objects.bulk_create(
        Recommendation(statement=statement, passage=passage, strength=3, pillar="protection")
        for passage in workflow.anchor_all(statement, places)
    )
    askers, themes = Recommendation.askers.through, Recommendation.themes.through
    askers.objects.bulk_create(askers(recommendation_id=one.pk, voice_id=voice.pk) for one in made)
    themes.objects.bulk_create(
        themes(recommendation_id=one.pk, theme_id=theme.pk)
        for one in made
        for theme in statement.themes.all()
    )
