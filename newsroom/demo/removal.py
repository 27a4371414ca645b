"""Taking the demo out: its rows, what belongs to them, its pictures and accounts; nothing of the desk's."""

import json
from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import ForeignKey, Model, Q

from articles import indexing
from articles.exchange.pictures import remove_files
from articles.exchange.types import KINDS
from articles.models import Article, Edition
from claims import indexing as claim_indexing
from claims.models import Assessment, Claim
from newsroom import demo
from newsroom.demo import cast
from newsroom.lib import clock, guards
from newsroom.lib.changes import Change
from newsroom.lib.refusals import Refused

# What belongs to a row and goes with it, owners first.
OWNED = {
    "claims.Judgement": ("claim",),
    "claims.JudgementEvidence": ("judgement",),
    "claims.Assessment": ("claim",),
    "claims.AssessmentEvidence": ("assessment",),
    "claims.Outcome": ("claim",),
    "articles.ArticleByline": ("article",),
    "articles.FormerSlug": ("article",),
    "articles.FormerAddress": ("article",),
    "articles.FormerDraft": ("article",),
    "articles.PreviewLink": ("article",),
    "articles.Sitting": ("article",),
    "articles.Edition": ("article",),
    "articles.Filing": ("article",),
    "articles.Resolution": ("article",),
    "articles.EditionByline": ("edition",),
    "shows.FormerSlug": ("show", "person", "platform"),
    "following.Follow": ("show", "season", "person"),
}
MOST_TOLD = 20
Gone = dict[type[Model], set[int]]


def remove() -> int:
    """Take it out in one transaction. Raises Refused, naming what, where the desk's own rests on it."""
    with guards.lifted():
        gone = demo_rows()
        if resting := list(_resting(gone)):
            left = len(resting) - MOST_TOLD
            more = [f"… and {left} more."] if left > 0 else []
            raise Refused([*resting[:MOST_TOLD], *more])
        image = KINDS["image"].model
        digests = set(image.objects.filter(pk__in=gone[image]).values_list("digest", flat=True))
        _take_off_the_search(gone)
        _tell_nobody(gone)
        for model, keys in gone.items():
            rows = model._base_manager.filter(pk__in=keys)
            rows._raw_delete(rows.db)
        _let_go()
    remove_files(digests)
    return sum(map(len, gone.values()))


def _take_off_the_search(gone: Gone) -> None:
    Edition.searched_by.remove(indexing.places(list(gone[Article])))
    Assessment.searched_by.remove(claim_indexing.places(list(gone[Claim])))


def _tell_nobody(gone: Gone) -> None:
    for model in (Edition, Assessment):
        Change.objects.filter(model=model._meta.label_lower, row_id__in=gone[model]).delete()


def demo_rows() -> Gone:
    """The demo's own rows by model, and those that belong to them."""
    keys: dict[str, set[str]] = {name: set() for name in KINDS}
    for line in demo.rendered(clock.today()):
        told = json.loads(line)
        keys[told["type"]].add(told["key"])
    gone: Gone = {
        kind.model: {row.pk for row in kind.find(keys[name]).values()} for name, kind in KINDS.items()
    }
    if not gone[KINDS["claim"].model] and not gone[KINDS["article"].model]:
        raise Refused("The demo is not here: there is nothing to take out.")
    for label, owners in OWNED.items():
        model = apps.get_model(label)
        owned = Q(pk=None)
        for name in owners:
            owned |= Q(**{f"{name}__in": gone[model._meta.get_field(name).related_model]})
        gone[model] = set(model._base_manager.filter(owned).values_list("pk", flat=True))
    for field in _links():
        through, near = field.remote_field.through, field.m2m_field_name()
        if field.model in gone:
            rows = through._base_manager.filter(**{f"{near}__in": gone[field.model]})
            gone[through] = set(rows.values_list("pk", flat=True))
    return gone


def _links():
    return [field for model in apps.get_models() for field in model._meta.local_many_to_many]


def _resting(gone: Gone) -> Iterator[str]:
    """A sentence for each row of the desk's own that leads to one of the demo's."""
    near = {field.remote_field.through: field.m2m_field_name() for field in _links()}
    for model in apps.get_models(include_auto_created=True):
        for key in model._meta.concrete_fields:
            if isinstance(key, ForeignKey) and key.related_model in gone and not model._meta.proxy:
                rows = model._base_manager.filter(**{f"{key.name}__in": gone[key.related_model]})
                for row in rows.exclude(pk__in=gone.get(model, ())):
                    yield f"{_named(_owner(row, near))} rests on {_named(getattr(row, key.name))}."


def _owner(row: Model, near: dict) -> Model:
    """What a person knows it by: the story of an edition, the claim of a piece of evidence."""
    names = (near[type(row)],) if type(row) in near else OWNED.get(row._meta.label, ())
    above = next((getattr(row, name) for name in names if getattr(row, name)), None)
    return _owner(above, near) if above else row


def _named(row: Model) -> str:
    return f"{row._meta.verbose_name} “{row}”"


def _let_go() -> None:
    """Delete the demo's accounts; one that the desk's own history names is closed instead."""
    for user in cast.accounts():
        if _is_named(user):
            user.is_active = user.is_staff = False
            user.set_unusable_password()
            user.save()
            user.groups.clear()
        else:
            user.delete()


def _is_named(user: User) -> bool:
    relations = [r for r in User._meta.get_fields(include_hidden=True) if r.one_to_many or r.one_to_one]
    own = {User.groups.through, User.user_permissions.through}
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: user}).exists()
        for relation in relations
        if relation.auto_created and relation.related_model not in own
    )
