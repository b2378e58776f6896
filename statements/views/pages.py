"""What all public pages share: what they refuse, their canonical address, errors in words."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template import loader
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from statements.catalogue import revision, select, store
from statements.catalogue.selection import Refused
from statements.views import errors
from statements.views.metadata import pages as about
from statements.views.metadata.metadata import Metadata


class Page(TemplateView):
    """A public page. It takes no parameter unless it says so, and no method but GET and HEAD."""

    http_method_names = ["get", "head"]
    takes_parameters: ClassVar[bool] = False
    # The entry of the menu under which the page stands.
    section: ClassVar[str] = ""

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Callable[..., HttpResponse]:
        """Return the view; nothing can be sent to it, so it needs no token: a POST is told 405."""
        return csrf_exempt(super().as_view(**initkwargs))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or say in words why not: 400, 404, 410, or where the page is now."""
        try:
            # One page is of one revision, which is asked for once.
            with revision.pinned():
                self.refuse_parameters()
                return super().dispatch(request, *args, **kwargs)
        except Refused as refused:
            return errors.refused(request, refused)
        except select.BeyondLast as beyond:
            return errors.beyond_last(request, beyond.last)
        except store.Withdrawn as withdrawn:
            return errors.gone(request, withdrawn.tombstone)
        except store.Moved as moved:
            match = request.resolver_match
            slug = moved.slug.rpartition("/")[2]
            return redirect(match.view_name if match else "home", slug, permanent=True)
        except store.Missing as missing:
            raise Http404 from missing

    def refuse_parameters(self) -> None:
        if not self.takes_parameters:
            for name in self.request.GET:
                message = _("This page takes no parameter, and so not “%(name)s”.")
                raise Refused(name, message % {"name": name[:60]})

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Draw the page from its context alone.

        The request is kept out of it: a page is the same for every visitor, whoever is signed in.
        """
        return HttpResponse(loader.render_to_string(self.get_template_names(), context), **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["path"] = self.request.path
        context["canonical"] = f"{settings.SITE_URL}{self.request.path}{context.get('query', '')}"
        context["metadata"] = self.metadata(context)
        return context

    def metadata(self, context: dict[str, Any]) -> Metadata:
        """Return what the page tells machines of itself, from what it shows."""
        return about.page(about.named(self.section), context["path"])
