"""Where a request comes from, and who is believed about it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import env
from newsroom.door.addresses import address_of


@pytest.mark.parametrize(
    ("proxies", "forwarded", "told"),
    [
        (0, "198.51.100.1", "203.0.113.7"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.9.9.9, 198.51.100.1", "198.51.100.1"),
        (2, "10.9.9.9, 198.51.100.1, 192.0.2.5", "198.51.100.1"),
        (2, "198.51.100.1", "203.0.113.7"),
        (1, "'; DROP TABLE", "203.0.113.7"),
        (1, "", "203.0.113.7"),
    ],
)
def test_a_header_is_believed_of_our_own_proxies_alone(rf, settings, proxies, forwarded, told):
    settings.PROXIES = proxies
    assert address_of(rf.get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="203.0.113.7")) == told


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", "an unknown address"),
    ],
)
def test_an_ipv6_address_stands_for_its_network(rf, where, told):
    assert address_of(rf.get("/", REMOTE_ADDR=where)) == told


@pytest.mark.parametrize("told", ["-1", "one", "1.5", "", "²", "100"])
def test_a_number_of_proxies_that_is_none_stops_the_start(monkeypatch, told):
    monkeypatch.setenv("PROXIES", told)
    with pytest.raises(ImproperlyConfigured, match="say how many"):
        env.proxies()
