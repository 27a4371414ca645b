from articles.plaintext.times import find_times


def test_dates_and_windows_never_overlap():
    text = "It may arrive between March 2026 and May 2026, not on July 18, 2026."
    assert [time.text for time in find_times(text)] == ["March 2026 and May 2026", "July 18, 2026"]


def test_today_and_weekdays_count_from_publication():
    times = find_times("Announced Friday, uploaded today.", "2023-12-15")
    assert [(time.text, time.date) for time in times] == [("Friday", "2023-12-15"), ("today", "2023-12-15")]


def test_a_weekday_beside_its_date_is_part_of_it():
    assert [time.text for time in find_times("on Tuesday, July 18, 2023", "2023-07-12")] == ["July 18, 2023"]
