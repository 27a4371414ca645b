def test_it_says_who_stands_behind_this(client):
    answer = client.get("/humans.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert lines[0] == "/* THE NEWSROOM */"
    assert lines[-1] == "Contact: mailto:security@news.example"
