"""The contributor types; the editor saves meanwhile."""

import pytest

from statements import workflow
from statements.models import Statement
from tests.admin.filling import filled


@pytest.fixture
def client(at_desk, contributor):
    return at_desk(contributor)


@pytest.fixture
def meanwhile(draft, editor):
    """Save something else while the contributor types; return the version it became."""

    def save(**fields):
        other = Statement.objects.get(pk=draft.pk)
        for name, value in fields.items():
            setattr(other, name, value)
        workflow.edit(other, by=editor, seen=other.version)
        return other.version

    return save


@pytest.fixture
def join(client, form_of, draft):
    """Send a form, then ask for both together; return the form that is then shown."""

    def ask(data, **kept):
        again = filled(client.post(form_of(draft), data))
        version = Statement.objects.get(pk=draft.pk).version
        again |= {"_join": [str(version)]}
        return client.post(form_of(draft), again | {name: [value] for name, value in kept.items()})

    return ask
