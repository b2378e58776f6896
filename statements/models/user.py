"""Staff of the desk."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person, or one of the two that the site itself acts as, who works at the desk."""

    def __str__(self) -> str:
        return self.get_full_name() or self.username
