"""Public addresses, in English without a prefix and in other languages behind theirs."""

from django.urls import path

from statements import sitemaps
from statements.exports import export
from statements.views import (
    about,
    actors,
    campaigns,
    charts,
    compare,
    countries,
    events,
    exports,
    health,
    home,
    instruments,
    recommendations,
    search,
    style,
    suggestions,
    tags,
    themes,
)
from statements.views import statements as texts

# Read by machines, in no language.
urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("favicon.ico", sitemaps.favicon, name="favicon"),
    *(
        path(f"{kind}s.<slug:suffix>", exports.download, {"kind": kind}, name=f"{kind}-export")
        for kind in export.KINDS
    ),
    path("charts/<slug:name>.csv", charts.download, name="chart-export"),
    path("statements/<slug:slug>.<slug:suffix>", exports.single, name="statement-file"),
]

# Read by people; the root of the addresses puts the language before them.
pages = [
    path("", home.Home.as_view(), name="home"),
    path("statements/", texts.StatementList.as_view(), name="statement-list"),
    path("statements/<slug:slug>/", texts.StatementDetail.as_view(), name="statement-detail"),
    path(
        "recommendations/",
        recommendations.RecommendationList.as_view(),
        name="recommendation-list",
    ),
    path(
        "recommendations/<slug:slug>/",
        recommendations.RecommendationDetail.as_view(),
        name="recommendation-detail",
    ),
    path("events/", events.EventList.as_view(), name="event-list"),
    path("events/<slug:slug>/", events.EventDetail.as_view(), name="event-detail"),
    path("countries/", countries.CountryList.as_view(), name="country-list"),
    path("countries/<slug:slug>/", countries.CountryDetail.as_view(), name="country-detail"),
    path("themes/", themes.ThemeList.as_view(), name="theme-list"),
    path("themes/<slug:slug>/", themes.ThemeDetail.as_view(), name="theme-detail"),
    path("actors/", actors.ActorList.as_view(), name="actor-list"),
    path("actors/<slug:slug>/", actors.ActorDetail.as_view(), name="actor-detail"),
    path("instruments/", instruments.InstrumentList.as_view(), name="instrument-list"),
    path(
        "instruments/<slug:slug>/",
        instruments.InstrumentDetail.as_view(),
        name="instrument-detail",
    ),
    path("campaigns/", campaigns.CampaignList.as_view(), name="campaign-list"),
    path("campaigns/<slug:slug>/", campaigns.CampaignDetail.as_view(), name="campaign-detail"),
    path("tags/<slug:slug>/", tags.TagDetail.as_view(), name="tag-detail"),
    path("compare/", compare.Compare.as_view(), name="compare"),
    path("search/", search.Search.as_view(), name="search"),
    path("search/suggest.json", suggestions.suggestions, name="search-suggestions"),
    path("about/", about.About.as_view(), name="about"),
    path("accessibility/", about.Accessibility.as_view(), name="accessibility"),
    path("reference/style/", style.Style.as_view(), name="style"),
]
