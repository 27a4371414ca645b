import json

from newsroom.lib.jsonld import crumbs, escaped, graph, node, publisher, ref


def test_nothing_in_it_ends_the_script_and_it_comes_back_as_it_went_in():
    naughty = "</script><script>alert(1)//<!-- ]]> & \u2028 '\" 로몬 \x00"
    document = graph(node("Claim", "/claims/a/#claim", text=naughty))
    text = escaped(document)
    assert [mark for mark in ("<", ">", "&", "\x00") if mark in text] == []
    assert json.loads(text) == document


def test_what_is_empty_is_left_out():
    full = node("Person", "/people/a/#person", name="A", sameAs=[], image=None, url="", number=0)
    assert full == {
        "@type": "Person",
        "@id": "https://news.example/people/a/#person",
        "name": "A",
        "number": 0,
    }


def test_of_two_nodes_with_one_id_the_graph_has_one_with_what_either_says():
    one, other = node("Person", "/a/#p", name="A"), node("Person", "/a/#p", sameAs=["x"])
    assert graph(one, None, other)["@graph"] == [one | other]
    assert len(graph(node("Thing"), node("Thing"))["@graph"]) == 2


def test_crumbs_are_counted_from_the_front_page():
    way = crumbs(("Shows", "/shows/"), ("Lomon", "/people/lomon/"))
    assert [(one["position"], one["name"], one["item"]) for one in way["itemListElement"]] == [
        (1, "Newsroom", "https://news.example/"),
        (2, "Shows", "https://news.example/shows/"),
        (3, "Lomon", "https://news.example/people/lomon/"),
    ]


def test_the_publisher_has_a_name_an_address_and_a_logo():
    told = publisher()
    assert told["@id"] == ref("/#organisation")["@id"] == "https://news.example/#organisation"
    assert told["logo"]["url"] == "https://news.example/static/img/logo.png"
