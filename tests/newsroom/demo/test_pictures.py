from newsroom.demo import IMAGES, POSTERS
from newsroom.demo.pictures import DRAWINGS, draw, write_all


def test_every_poster_has_its_drawing():
    assert sorted(DRAWINGS) == sorted(POSTERS)


def test_pictures_are_large_and_come_out_the_same_each_time():
    for name in ("aouad-seoul", "tile-lomon"):
        picture = draw(name)
        assert picture.size == ((800, 800) if name.startswith("tile") else (1600, 900))
        assert picture.tobytes() == draw(name).tobytes()


def test_no_two_pictures_are_alike(tmp_path):
    paths = write_all(tmp_path / "images")
    assert [path.name for path in paths] == [f"{name}.png" for name in IMAGES]
    assert len({path.read_bytes() for path in paths}) == len(IMAGES)
