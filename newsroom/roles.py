"""The desk's three roles as data: who may do what. Which rows (a writer's own) is judged where those live."""

VIEW, ADD, CHANGE, DELETE = "view", "add", "change", "delete"
ALL = (VIEW, ADD, CHANGE, DELETE)

CATALOGUE = ("shows.platform", "shows.show", "shows.season", "shows.person")
PROPOSITIONS = ("claims.claim", "claims.milestone", "claims.casting", "claims.detail")
EVIDENCE = ("claims.outlet", "claims.source")

Grants = dict[str, tuple[str, ...]]


def each(models: tuple[str, ...], *verbs: str) -> Grants:
    return dict.fromkeys(models, verbs)


WRITER: Grants = {
    **each((*CATALOGUE, *PROPOSITIONS, *EVIDENCE), VIEW),
    **each(("claims.judgement", "claims.judgementevidence", "claims.assessment", "claims.outcome"), VIEW),
    **each(("articles.author", "articles.disclaimer", "articles.edition"), VIEW),
    **each(("articles.article", "articles.articlebyline"), *ALL),
    "images.image": (VIEW, ADD),
}
EDITOR: Grants = WRITER | {
    **each((*CATALOGUE, *EVIDENCE, "images.image", "articles.author"), *ALL),
    **each(("claims.judgement", "claims.judgementevidence"), *ALL),
    **each(PROPOSITIONS, *ALL),
    "claims.claim": (*ALL, "assess", "retract", "merge"),
    "articles.article": (*ALL, "publish", "withdraw"),
    "claims.outcome": (VIEW, ADD, CHANGE),
}
MANAGING_EDITOR: Grants = EDITOR | {
    "articles.article": (*EDITOR["articles.article"], "redact"),
    "claims.claim": (*EDITOR["claims.claim"], "redact", "override_gate"),
    "articles.disclaimer": ALL,
    "outbox.dispatch": (VIEW, CHANGE),
    "outbox.webhook": ALL,
    "auth.user": (VIEW, ADD, CHANGE),
    "admin.logentry": (VIEW,),
}
ROLES = {"Writer": WRITER, "Editor": EDITOR, "Managing editor": MANAGING_EDITOR}


def codename(verb: str, model: str) -> str:
    """`publish` of `article` is `publish_article`; a word that has its object already stays."""
    return verb if "_" in verb else f"{verb}_{model}"


def grant(apps) -> None:
    """Make the three groups with exactly these permissions, making permissions that don't stand yet."""
    group_of = apps.get_model("auth", "Group").objects
    for role, grants in ROLES.items():
        group, _ = group_of.get_or_create(name=role)
        group.permissions.set(
            [_permission(apps, label, verb) for label, verbs in grants.items() for verb in verbs]
        )


def _permission(apps, label: str, verb: str):
    app, name = label.split(".")
    model = apps.get_model(app, name)
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=name)
    word = codename(verb, name)
    told = dict(model._meta.permissions).get(word, f"Can {verb} {model._meta.verbose_name_raw}")
    # A migration runs before `post_migrate`, which makes permissions, and then finds this one made.
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=word, defaults={"name": told}
    )
    return permission


def withdraw(apps) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()
