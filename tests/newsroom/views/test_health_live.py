def test_the_process_answers_and_touches_nothing(client):
    answer = client.get("/health/live")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]
