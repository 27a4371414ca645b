def test_it_has_what_rfc_9116_asks_for_and_has_not_expired(client, at):
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields["Contact"] == "mailto:security@news.example"
    assert fields["Expires"] == "2026-08-28T00:00:00Z"
    assert fields["Canonical"] == "https://news.example/.well-known/security.txt"
