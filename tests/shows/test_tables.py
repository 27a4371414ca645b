"""The catalogue as tables: out, in, what would change on view, and files that nobody should send."""

import io
import json

import openpyxl
import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Outlet
from shows.models import FormerSlug, Person, Platform, Season, Show
from tests import factories as make
from tests.desk_people import desk_of, filled
from tests.newsstand import queries, words

pytestmark = pytest.mark.django_db


def url(model="show", page="import"):
    app = "claims" if model == "outlet" else "shows"
    return reverse(f"admin:{app}_{model}_{page}")


def sent(content, name="catalogue.csv", model="show", who="alice"):
    content = content if isinstance(content, bytes) else content.encode()
    return desk_of(who).post(url(model), {"file": SimpleUploadedFile(name, content)})


def confirmed(page, model="show", **typed):
    return desk_of("alice").post(url(model), filled(page) | typed)


def out(model="show", kind="csv", who="bob"):
    return desk_of(who).get(url(model, "export"), {"format": kind}).content


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def a_catalogue():
    show = make.a_show(
        "pachinko", title="Pachinko", aliases=["파친코", "=Pa"], country="KR", genres=["Drama"]
    )
    show.external_ids = {"tmdb": "110382"}
    show.save()
    make.a_season(show, 2, title="The second")
    make.a_person("lee-min-ho", name="Lee Min-ho", native_name="이민호", sort_name="Lee Min-ho")
    make.a_platform("apple-tv")
    make.an_outlet("deadline", "trade")


def test_a_file_shows_what_it_would_change_and_changes_nothing(db):
    make.a_show("pachinko", title="Pachinko", country="KR")
    page = sent("slug,title,country\npachinko,Pachinko!,kr\n,Squid Game,KR\n")
    told = words(page)
    assert "1 new, 1 changed, 0 as they are" in told
    assert "title: Pachinko → Pachinko!" in told and "slug: squid-game" in told
    assert [show.title for show in Show.objects.all()] == ["Pachinko"]
    assert not LogEntry.objects.exists()


def test_what_is_confirmed_is_written_and_logged(db):
    make.a_show("pachinko", title="Pachinko", country="KR")
    answer = confirmed(
        sent("slug,title,tmdb,aliases\npachinko,Pachinko!,110382,파친코 | Pa\n,Squid Game,,\n")
    )
    assert answer.status_code == 302
    told = [(one.slug, one.title, one.aliases, one.external_ids, one.country) for one in Show.objects.all()]
    assert told == [
        ("pachinko", "Pachinko!", ["파친코", "Pa"], {"tmdb": "110382"}, "KR"),
        ("squid-game", "Squid Game", [], {}, ""),
    ]
    logged = {entry.object_repr: entry.change_message for entry in LogEntry.objects.all()}
    assert logged["Squid Game"] == "Imported from catalogue.csv, row 3."
    assert '"before": "Pachinko", "after": "Pachinko!"' in logged["Pachinko!"]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("model", ["show", "season", "person", "platform", "outlet"])
def test_what_goes_out_comes_in_as_it_was(db, model, kind):
    a_catalogue()
    page = sent(out(model, kind), f"catalogue.{kind}", model)
    assert "0 new, 0 changed, 1 as they are" in words(page)


def test_an_empty_catalogue_is_filled_from_its_own_files(db):
    a_catalogue()
    files = {name: out(name, "xlsx") for name in ("show", "season", "person", "platform", "outlet")}
    for model in (Season, Show, Person, Platform, Outlet):
        model.objects.all().delete()
    for name, file in files.items():
        assert confirmed(sent(file, f"{name}.xlsx", name), name).status_code == 302
    assert {name: out(name, "xlsx") and out(name, "json") for name in files} == {
        name: out(name, "json") for name in files
    }
    assert str(Season.objects.get()) == "Pachinko Season 2"
    assert Show.objects.get().aliases == ["파친코", "=Pa"]


def test_no_cell_is_a_formula(db):
    make.a_person("one", name="=1+1", sort_name="@SUM(A1)", native_name="'quoted")
    csv = out("person").decode()
    assert "'=1+1" in csv and "'@SUM" in csv and "''quoted" in csv
    sheet = openpyxl.load_workbook(io.BytesIO(out("person", "xlsx"))).active
    assert [cell.data_type for cell in sheet[2] if cell.value] == ["s"] * 4
    assert json.loads(out("person", "json"))[0]["name"] == "=1+1"


def test_no_database_id_stands_in_a_file(db):
    a_catalogue()
    assert set(json.loads(out("season", "json"))[0]) == {"show", "number", "title"}
    assert "id" not in json.loads(out("show", "json"))[0]


def test_every_faulty_row_is_named_and_nothing_can_be_confirmed(db):
    make.a_show("pachinko")
    page = sent("show,number,title\npachinko,x,\nnowhere,2,\npachinko,3,\npachinko,3,\n", model="season")
    told = words(page)
    assert "Nothing can be imported from catalogue.csv yet: mend 3 rows" in told
    assert "2 pachinko x To mend number: Enter a whole number." in told
    assert "There is no show “nowhere” in the catalogue" in told
    assert "Line 4 is about the same" in told
    assert "Import 1 row" not in page.content.decode()


def test_what_was_shown_and_no_other_state_is_written(db):
    show = make.a_show("pachinko", title="Pachinko")
    page = sent("slug,title\npachinko,Pachinko 2\n")
    Show.objects.filter(pk=show.pk).update(title="Renamed meanwhile")
    again = confirmed(page)
    assert "The catalogue has changed since this was shown" in words(again)
    assert Show.objects.get().title == "Renamed meanwhile"
    assert confirmed(again).status_code == 302
    assert Show.objects.get().title == "Pachinko 2"


def test_a_forged_confirmation_is_judged_like_a_file(db):
    page = sent("slug,title\npachinko,Pachinko\n")
    rows = json.dumps([{"slug": "x y", "title": ""}])
    assert confirmed(page, table=rows).status_code == 200
    assert confirmed(page, table="{").status_code == 422
    assert not Show.objects.exists()


def test_an_address_is_not_changed_by_a_file(db):
    """It is what a row is found by: another address is another show."""
    make.a_show("pachinko", title="Pachinko")
    confirmed(sent("slug,title\npachinko-tv,Pachinko\n"))
    assert sorted(Show.objects.values_list("slug", flat=True)) == ["pachinko", "pachinko-tv"]
    assert not FormerSlug.objects.exists()


def test_a_column_that_is_left_out_stays_and_one_that_is_strange_is_named(db):
    make.a_person("lee", name="Lee", native_name="이")
    page = sent("slug,name,mood\nlee,Lee Min-ho,good\n", model="person")
    assert "These columns are not known here, and are left out: mood." in words(page)
    confirmed(page, "person")
    assert Person.objects.get().native_name == "이"


def test_a_spreadsheets_own_ways_are_understood(db):
    confirmed(sent("\ufeffslug;title\r\npachinko;Pachinko\r\n"))
    confirmed(
        sent(
            workbook(["Show", "Number", "Title"], ["pachinko", 2.0, None], [None, None, None]),
            "a.xlsx",
            "season",
        ),
        "season",
    )
    assert str(Season.objects.get()) == "Pachinko Season 2"


def test_writers_take_files_out_and_bring_none_in(db):
    assert sent("slug,title\na,A\n", who="bob").status_code == 403
    page = desk_of("bob").get(reverse("admin:shows_show_changelist")).content.decode()
    assert "export/?format=xlsx" in page and "Import…" not in page


def test_what_goes_out_costs_the_same_for_any_number(db):
    bob = desk_of("bob")
    make.a_season(make.a_show("one"))
    few = queries(bob, url("season", "export"))
    for number in range(5):
        make.a_season(make.a_show(f"show-{number}"))
    assert queries(bob, url("season", "export")) == few
