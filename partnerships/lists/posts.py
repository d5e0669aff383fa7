"""What does a person scan in the list of posts?"""

from typing import Any

import django_filters

from govreg.core.ui.lists import Column, RecordFilter, RegisterFilterSet, RegisterList
from govreg.core.ui.lists.cells import link
from partnerships.models import Organisation, Post


class PostFilter(RegisterFilterSet):
    """Title and organisation."""

    title = django_filters.CharFilter(label="Words in the title", lookup_expr="icontains")
    organisation = RecordFilter(
        label="Organisation",
        records=lambda _request: Organisation.objects.current(),
        named_by="name",
        field_name="organisation",
    )

    class Meta:
        model = Post
        fields: list[str] = []


def _holders(post: Any) -> str:
    return ", ".join(holding.user.name for holding in post.held_now)


class PostList(RegisterList):
    """Every post, one a line."""

    columns = [
        Column("Post", "title", sort="title", cell=lambda p: link(p.get_absolute_url(), p.title)),
        Column(
            "Organisation", "organisation.name", sort="organisation__name", missing="Not stated"
        ),
        Column("Reports to", "reports_to.title", sort="reports_to__title", missing="Not stated"),
        Column("Held by", _holders, missing="Nobody recorded"),
    ]
    filterset = PostFilter
    order = "post"
    noun = ("post", "posts")
    caption = "Posts"
    empty = "The posts that lead partnerships and own actions stand here. None is recorded yet."
