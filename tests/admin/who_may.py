"""Who may read each address of the desk, and who may send its form: a table, role by role."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from statements.workflow.coming import previewing

ROLES = ("contributor", "campaigner", "editor", "publisher", "administrator")
EVERYBODY = set(ROLES)
NOBODY: set[str] = set()
EDITORS = {"editor", "publisher"}
CAMPAIGNERS = {"campaigner", "publisher"}
TAKERS = {"campaigner", "editor", "publisher"}
TAGGERS = {"campaigner", "editor", "publisher"}
WRITERS = {"contributor", "editor", "publisher"}
PUBLISHERS = {"publisher"}
KEEPERS = {"administrator"}
# Let in without a log-in: the log-in itself, and what makes it possible again.
ANYBODY = EVERYBODY | {"anonymous"}

# By noun: who sees its list and pages, who adds one, who changes one.
# The statement was written by a contributor who is not the one who asks.
NOUNS: dict[str, tuple[set[str], set[str], set[str]]] = {
    "statement": (EVERYBODY, WRITERS, EDITORS),
    "recommendation": (EVERYBODY, NOBODY, NOBODY),
    "event": (EVERYBODY, EDITORS, EDITORS),
    "series": (EVERYBODY, EDITORS, EDITORS),
    "actor": (EVERYBODY, EDITORS, EDITORS),
    "person": (EVERYBODY, EDITORS, EDITORS),
    "instrument": (EVERYBODY, EDITORS, EDITORS),
    "citation": (EVERYBODY, NOBODY, NOBODY),
    "campaign": (EVERYBODY, CAMPAIGNERS, CAMPAIGNERS),
    "tag": (EVERYBODY, TAGGERS, TAGGERS),
    "theme": (EVERYBODY, KEEPERS, KEEPERS),
    "affectedgroup": (EVERYBODY, KEEPERS, KEEPERS),
    "exploitationform": (EVERYBODY, KEEPERS, KEEPERS),
    "country": (EVERYBODY, KEEPERS, KEEPERS),
    "region": (EVERYBODY, KEEPERS, KEEPERS),
    "user": (KEEPERS, KEEPERS, KEEPERS),
    "transition": (EVERYBODY, NOBODY, NOBODY),
    "publication": (EVERYBODY, NOBODY, NOBODY),
    "batch": (EVERYBODY, NOBODY, NOBODY),
    "tagchange": (EVERYBODY, NOBODY, NOBODY),
    "erasure": (KEEPERS, NOBODY, NOBODY),
}
# Saved by the workflow as one version: whoever may change one tells that they have it open.
VERSIONED = NOUNS.keys() - {
    *(
        "recommendation",
        "citation",
        "user",
        "transition",
        "publication",
        "batch",
        "tagchange",
        "erasure",
    ),
}
# Said to be like others, and compared with them.
LIKENED = ("statement", "actor", "person", "event")
# Made one with another.
MERGED = {"actor": EDITORS, "event": PUBLISHERS}
MOVES: dict[str, dict[str, set[str]]] = {
    "statement": {
        "submit": EDITORS,
        "return": EDITORS,
        "approve": PUBLISHERS,
        "publish": PUBLISHERS,
        "schedule": PUBLISHERS,
        "reschedule": PUBLISHERS,
        "unschedule": EDITORS,
        "withdraw": EDITORS,
        "bring_back": PUBLISHERS,
    },
    "event": {"publish": PUBLISHERS, "withdraw": PUBLISHERS},
    "series": {"publish": PUBLISHERS, "withdraw": PUBLISHERS},
    "campaign": {"publish": CAMPAIGNERS, "withdraw": CAMPAIGNERS},
    # Of a change that a contributor made, who is not the one who asks.
    "batch": {"publish": PUBLISHERS, "decline": PUBLISHERS, "undo": EDITORS},
}
# By address: who may read it, and who may send its form.
OTHERS: dict[str, tuple[set[str], set[str]]] = {
    "code": (EVERYBODY, EVERYBODY),
    "codes": (EVERYBODY, EVERYBODY),
    "codes-set-up": (EVERYBODY, EVERYBODY),
    "codes-recovery": (EVERYBODY, EVERYBODY),
    "codes-remove": (EVERYBODY, EVERYBODY),
    "end-sessions": (EVERYBODY, EVERYBODY),
    "password_reset": (ANYBODY, ANYBODY),
    "password_reset_done": (ANYBODY, NOBODY),
    "password_reset_confirm": (ANYBODY, ANYBODY),
    "password_reset_complete": (ANYBODY, NOBODY),
    "login": (ANYBODY, ANYBODY),
    "logout": ({"anonymous"}, EVERYBODY),
    "index": (EVERYBODY, EVERYBODY),
    "app_list": (EVERYBODY, EVERYBODY),
    "password_change": (EVERYBODY, EVERYBODY),
    "password_change_done": (EVERYBODY, NOBODY),
    "jsi18n": (EVERYBODY, NOBODY),
    "autocomplete": (EVERYBODY, NOBODY),
    "statements_statement_received": (EVERYBODY, EVERYBODY),
    "statements_statement_withhold": (EDITORS, EDITORS),
    "statements_statement_row": (EVERYBODY, EVERYBODY),
    "statements_statement_preview": (EVERYBODY, EVERYBODY),
    "statements_statement_preview_part": (EVERYBODY, EVERYBODY),
    "statements_statement_sharing": (EDITORS, EDITORS),
    "statements_statement_remarks": (EVERYBODY, EVERYBODY),
    "statements_statement_version": (EVERYBODY, EDITORS),
    # Whoever has the link, which nobody can make up.
    "shared-preview": (ANYBODY, NOBODY),
    "shared-preview-part": (ANYBODY, NOBODY),
    "statements_statement_repairs": (EVERYBODY, EDITORS),
    "statements_statement_check": (EVERYBODY, EDITORS),
    "statements_statement_proposals": (EVERYBODY, EDITORS),
    "statements_statement_paste": (WRITERS, WRITERS),
    "statements_statement_spreadsheet": (WRITERS, WRITERS),
    "statements_statement_changed": (EVERYBODY, EDITORS),
    "statements_statement_export": (NOBODY, TAKERS),
    "statements_recommendation_export": (NOBODY, TAKERS),
    "statements_recommendation_many": (EVERYBODY, EVERYBODY),
    "statements_tag_merge": (TAGGERS, TAGGERS),
    "statements_statement_erase": (KEEPERS, KEEPERS),
    "auth_user_password_change": (KEEPERS, KEEPERS),
    "audit": (KEEPERS, KEEPERS),
}
# Django's own, which leads only to where somebody is let in anyway.
NO_PAGE = {"view_on_site"}
Rule = tuple[str, str, set[str], set[str]]


def rules(site: dict[str, Any]) -> list[Rule]:
    """Give name, address, who reads it and who may send its form, of each address."""
    return [*_of_nouns(site), *_of_moves(site), *_of_others(site)]


def _of_nouns(site: dict[str, Any]) -> Iterator[Rule]:
    for noun, (see, add, change) in NOUNS.items():
        name, pk = f"statements_{noun}", [site[noun].pk]
        yield f"{name}_changelist", reverse(f"admin:{name}_changelist"), see, see
        yield f"{name}_add", reverse(f"admin:{name}_add"), add, add
        yield f"{name}_change", reverse(f"admin:{name}_change", args=pk), see, change
        yield f"{name}_history", reverse(f"admin:{name}_history", args=pk), see, see
        yield f"{name}_delete", reverse(f"admin:{name}_delete", args=pk), NOBODY, NOBODY
        if noun in VERSIONED:
            yield f"{name}_here", reverse(f"admin:{name}_here", args=pk), NOBODY, change
        if noun in LIKENED:
            other = site[f"another {noun}"].ref
            compare = reverse(f"admin:{name}_compare", args=[*pk, other])
            if noun in MERGED:
                merge = reverse(f"admin:{name}_merge", args=[*pk, other])
                yield f"{name}_merge", merge, MERGED[noun], MERGED[noun]
            yield f"{name}_alike", reverse(f"admin:{name}_alike"), NOBODY, add
            yield f"{name}_compare", compare, see, add


def _of_moves(site: dict[str, Any]) -> Iterator[Rule]:
    for noun, moves in MOVES.items():
        name = f"statements_{noun}_move"
        for verb, able in moves.items():
            yield name, reverse(f"admin:{name}", args=[site[noun].pk, verb]), able, able


def _of_others(site: dict[str, Any]) -> Iterator[Rule]:
    fields = {"app_label": "statements", "model_name": "voice", "field_name": "actor"}
    link = previewing.token(site["link"])
    one = site["recommendation"].ref
    given: dict[str, dict[str, Any]] = {
        "statements_statement_preview": {"object_id": site["statement"].pk},
        "statements_statement_preview_part": {"object_id": site["statement"].pk, "part": one},
        "statements_statement_version": {"object_id": site["statement"].pk, "version": 1},
        "statements_statement_remarks": {"object_id": site["statement"].pk},
        "statements_statement_sharing": {"object_id": site["statement"].pk},
        "shared-preview": {"token": link},
        "shared-preview-part": {"token": link, "part": one},
        "app_list": {"app_label": "statements"},
        "password_reset_confirm": {"uidb64": "MQ", "token": "set-password"},
        "statements_statement_received": {"object_id": site["statement"].pk},
        "statements_tag_merge": {"object_id": site["tag"].pk},
        "statements_statement_withhold": {"object_id": site["statement"].pk},
        "statements_statement_row": {
            "object_id": site["statement"].pk,
            "prefix": "recommendations",
            "row": site["recommendation"].pk,
        },
        "statements_statement_repairs": {"object_id": site["statement"].pk},
        "statements_statement_check": {"object_id": site["statement"].pk},
        "statements_statement_proposals": {"object_id": site["statement"].pk},
        "statements_statement_changed": {"object_id": site["statement"].pk},
        "statements_statement_erase": {"object_id": site["statement"].pk},
        "auth_user_password_change": {"id": site["user"].pk},
    }
    for name, (read, send) in OTHERS.items():
        address = reverse(f"admin:{name}", kwargs=given.get(name))
        yield (
            name,
            f"{address}?{urlencode(fields)}" if name == "autocomplete" else address,
            read,
            send,
        )
