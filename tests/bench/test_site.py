"""The folders and databases of the sites that are measured."""

import pytest

from bench.serving.site import site

CORPUS = ("--seed", "7")


class SiteTests:
    def test_is_cleared_away(self):
        with site(CORPUS, 60, "", None) as one:
            folder = one.folder
            (folder / "db.sqlite3").touch()

        assert not folder.exists()

    def test_stays_where_it_is_kept(self, tmp_path):
        with site(CORPUS, 60, "", tmp_path) as one:
            (one.folder / "db.sqlite3").touch()

        with site(CORPUS, 60, "", tmp_path) as again:
            assert (again.folder / "db.sqlite3").exists()

    def test_is_for_one_benchmark_at_a_time(self, tmp_path):
        with (
            site(CORPUS, 60, "", tmp_path),
            pytest.raises(RuntimeError, match="Another benchmark is at work"),
            site(CORPUS, 60, "", tmp_path),
        ):
            pass

    def test_takes_nothing_from_the_settings_of_whoever_measures(self, tmp_path, monkeypatch):
        monkeypatch.setenv("DEBUG", "yes")
        monkeypatch.setenv("DATABASE_URL", "postgres://somebody@example.org/site")

        with site(CORPUS, 60, "", tmp_path) as one:
            given = one.environment()

        assert "DEBUG" not in given
        assert "DATABASE_URL" not in given
        assert given["DATA_DIR"] == str(one.folder)
