"""The seeds loaded again after their files were changed, well or badly."""

import pytest
from django.core.management import CommandError

from statements.catalogue import store
from statements.models import Statement, Theme, Transition, User

pytestmark = pytest.mark.django_db


class StatementTests:
    def test_takes_a_recommendation_back_that_its_file_has_again(self, load, folder):
        with folder.statement() as said:
            gone = said["recommendations"].pop()
        load()
        assert store.state("recommendation", gone["ref"]) == "withdrawn"
        with folder.statement() as said:
            said["recommendations"].append(gone)

        load()

        assert store.state("recommendation", gone["ref"]) == "live"

    def test_keeps_the_refs_of_its_voices(self, load, folder, statement):
        before = list(statement.voices.values_list("ref", flat=True))
        with folder.statement() as said:
            said["voices"][0]["role"] = "Network"
            said["voices"].append(said["voices"][1] | {"key": "third"})

        load()

        after = list(statement.voices.values_list("ref", "role"))
        assert [ref for ref, _role in after[:2]] == before
        assert (len(after), after[0][1]) == (3, "Network")

    def test_loses_a_voice_that_its_file_no_longer_has(self, load, folder, statement):
        with folder.statement() as said:
            del said["voices"][1]
            for one in said["recommendations"]:
                one["askers"] = [said["voices"][0]["key"]]

        load()

        record = store.get("statement", statement.slug).record
        assert [voice.name for voice in record.voices] == [said["voices"][0]["name"]]
        assert {len(one.askers) for one in record.recommendations} == {1}

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("themes", ["shelter-and-accommodation"]),
            ("countries", []),
            ("source_note", "Anew"),
            ("event", None),
        ],
    )
    def test_is_published_anew_whatever_its_file_changed(
        self, load, folder, statement, name, value
    ):
        with folder.statement() as said:
            said[name] = value

        load()
        lines = load()

        assert Statement.objects.get(pk=statement.pk).published_version == 2
        assert "statement     0 made,    0 changed,    0 left to people,    1 the same" in lines

    def test_gives_a_reason_without_a_checksum(self, load, statement):
        moves = Transition.objects.about("statement", statement.ref)

        reasons = {move.reason for move in moves if move.reason}

        assert reasons == {"From the seeds."}


class UnknownCodeTests:
    @pytest.mark.parametrize(
        ("name", "kind"), [("themes", "theme"), ("countries", "country"), ("event", "event")]
    )
    def test_of_a_statement_stops_the_load(self, load, folder, name, kind):
        with folder.statement() as said:
            said[name] = "zz" if name == "event" else [*said[name], "zz", "yy"]

        with pytest.raises(CommandError) as error:
            load()

        named = "zz" if name == "event" else "zz, yy"
        assert str(error.value).endswith(f"{folder.statement_path.name}: unknown {kind}: {named}")

    @pytest.mark.parametrize(
        ("name", "kind"), [("themes", "theme"), ("addressees", "actor"), ("askers", "voice")]
    )
    def test_of_a_recommendation_stops_the_load(self, load, folder, name, kind):
        with folder.statement() as said:
            said["recommendations"][0][name] = ["zz"]

        with pytest.raises(CommandError, match=f"unknown {kind}: zz$"):
            load()

    def test_of_an_event_stops_the_load(self, load, folder):
        with folder.changed("events.json") as events:
            events[0]["participants"].append("nobody")

        with pytest.raises(CommandError, match=r"events\.json: unknown actor: nobody$"):
            load()

    @pytest.mark.parametrize("column", ["parent", "country", "kind"])
    def test_of_an_actor_stops_the_load(self, load, folder, column):
        with folder.rows("actors") as rows:
            rows[-1][column] = "nobody"

        with pytest.raises(CommandError, match=r"actors\.csv: unknown .*: nobody$"):
            load()

    def test_in_a_text_stops_the_load(self, load, folder):
        with folder.statement() as said:
            said["recommendations"][0]["exact"] = "Words that nobody said."

        with pytest.raises(CommandError, match=r"not in the text: Words that nobody said\.$"):
            load()


class SeedUserTests:
    def test_have_the_rights_of_what_they_write(self, load):
        groups = {
            user.username: set(user.groups.values_list("name", flat=True))
            for user in User.objects.filter(username__startswith="seed-")
        }

        assert groups == {
            "seed-writer": {"editor", "administrator", "campaigner"},
            "seed-reviewer": {"publisher"},
        }

    def test_are_given_them_where_they_had_fewer(self, load, folder):
        User.objects.get(username="seed-writer").groups.set([])
        with folder.rows("themes") as rows:
            rows[0]["notes"] = "Anew"

        load()

        assert Theme.objects.get(code=rows[0]["code"]).note == "Anew"
