"""The site's own users, who bring in what no person brings."""

from django.contrib.auth.models import Group

from statements.models import User


def machine(username: str, *groups: str) -> User:
    """Return one of the site's own users, in these groups, who can never log in."""
    user, is_new = User.objects.get_or_create(username=username)
    if is_new:
        user.set_unusable_password()
        user.save()
    user.groups.set(Group.objects.filter(name__in=groups))
    return user
