"""What readers could see: writes to these tables raise the generation, in their own transaction.

Triggers do it, so that no verb, import or shell can forget to. What only the desk sees raises nothing: a draft may
be saved every few seconds. A row of the catalogue is seen once a timeline row names it, hence `CHANGED`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps

from newsroom.lib.freezing import any_differ

WRITTEN = ("INSERT", "UPDATE", "DELETE")
CHANGED = ("UPDATE", "DELETE")

PUBLIC = {
    "images.Image": CHANGED,
    "shows.Platform": CHANGED,
    "shows.Show": CHANGED,
    "shows.Season": CHANGED,
    "shows.Person": CHANGED,
    "shows.FormerSlug": WRITTEN,
    "claims.Claim": CHANGED,
    "claims.Claim_beside": WRITTEN,
    "claims.Outlet": CHANGED,
    "claims.Source": CHANGED,
    "claims.Assessment": WRITTEN,
    "claims.AssessmentEvidence": WRITTEN,
    "claims.Outcome": WRITTEN,
    "articles.Author": CHANGED,
    "articles.Disclaimer": WRITTEN,
    "articles.FormerSlug": WRITTEN,
    "articles.FormerAddress": WRITTEN,
    "articles.Edition": WRITTEN,
    "articles.Edition_claims": WRITTEN,
    "articles.Edition_shows": WRITTEN,
    "articles.Edition_seasons": WRITTEN,
    "articles.Edition_people": WRITTEN,
    "articles.Edition_lead_claims": WRITTEN,
    "articles.Edition_disclaimers": WRITTEN,
    "articles.EditionByline": WRITTEN,
}
# Rows of the desk with columns that readers see.
PUBLIC_COLUMNS = {"articles.Article": ("withdrawal_note",)}
# What no public page reads: the desk's own rows, and what is derived from the rows above in their transaction
# (`reindex`, which makes that again, raises the generation itself).
DESK = {
    "newsroom_lib.Change",
    "articles.Filing",
    "articles.SavedFilter",
    "door.Attempt",
    "outbox.Dispatch",
    "outbox.WebHook",
    "following.Follow",
    "following.Ask",
    "page_cache.Generation",
    "claims.Judgement",
    "claims.JudgementEvidence",
    "articles.Article_shows",
    "articles.Article_seasons",
    "articles.Article_people",
    "articles.Article_lead_claims",
    "articles.Article_disclaimers",
    "articles.ArticleByline",
    "articles.FormerDraft",
    "articles.PreviewLink",
    "articles.Resolution",
    "articles.Sitting",
}


UP = (
    "INSERT INTO page_cache_generation (id, number) VALUES (1, 1)"
    " ON CONFLICT (id) DO UPDATE SET number = page_cache_generation.number + 1"
)


@dataclass(frozen=True)
class Raise:
    """One trigger. On PostgreSQL it waits for the commit, so that no two writers wait for each other before it."""

    table: str
    event: str
    when: str = ""

    @property
    def name(self) -> str:
        return f"raise_{self.table}_{self.event.lower()}"

    def sqlite(self) -> str:
        when = f" WHEN ({self.when})" if self.when else ""
        return (
            f'CREATE TRIGGER "{self.name}" AFTER {self.event} ON "{self.table}" FOR EACH ROW{when} '
            f"BEGIN {UP}; END"
        )

    def postgresql_body(self) -> str:
        """Once a transaction: the setting is local to it, and rolled back with it."""
        return (
            f"BEGIN IF ({self.when or 'true'}) AND"
            " coalesce(current_setting('newsroom.raised', true), '') <> txid_current()::text THEN"
            f" {UP};"
            " PERFORM set_config('newsroom.raised', txid_current()::text, true);"
            " END IF; RETURN NULL; END"
        )

    def postgresql(self) -> str:
        return (
            f'CREATE OR REPLACE FUNCTION "{self.name}"() RETURNS trigger LANGUAGE plpgsql AS '
            f"$guard${self.postgresql_body()}$guard$; "
            f'CREATE CONSTRAINT TRIGGER "{self.name}" AFTER {self.event} ON "{self.table}" '
            f'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "{self.name}"()'
        )


@dataclass(frozen=True)
class RaisedByTheDatabase:
    def on(self, model, vendor: str) -> Iterator[Raise]:
        for label, events in PUBLIC.items():
            table = apps.get_model(label)._meta.db_table
            yield from (Raise(table, event) for event in events)
        for label, columns in PUBLIC_COLUMNS.items():
            yield Raise(apps.get_model(label)._meta.db_table, "UPDATE", any_differ(columns, vendor))
