"""Exports of two houses, of mixed health: what a desk may find when it leaves WordPress or Ghost."""

import json
from html import escape

from tests.factories import a_picture

SEASON = (
    "<!-- wp:paragraph --><p>The second season of Hollow Crossing comes out in late 2026, Netflix said on Monday. "
    "It has <strong>eight episodes</strong> &amp; a new director.</p><!-- /wp:paragraph -->"
    "<!-- wp:heading --><h2>Cast</h2><!-- /wp:heading -->"
    "<ul><li>Min-jae Lee as Detective Park (returning)</li><li>Ana Flores as Judge Ortega (new)</li></ul>"
)
OYSTERS = "The oyster season opens on the coast.\n\nBring gloves, [sic] and a knife."
SITE = "https://old.example"
UPLOADS = f"{SITE}/wp-content/uploads"


def wp_post(number, title="A post", body=OYSTERS, slug=None, **fields):
    """A post as WordPress writes one; `fields` by WordPress' own names without their prefix."""
    slug = f"post-{number}" if slug is None else slug
    kind = fields.get("post_type", "post")
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{name}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for name, value in fields.get("meta", {}).items()
    )
    categories = "".join(
        f'<category domain="{domain}" nicename="x"><![CDATA[{name}]]></category>'
        for domain, name in fields.get("categories", [("category", "Drama news")])
    )
    date = fields.get("date", f"2024-05-{number % 28 + 1:02} 10:00:00")
    return (
        f"<item><title><![CDATA[{title}]]></title><link>{fields.get('link', f'{SITE}/2024/05/{slug}/')}</link>"
        f"<dc:creator><![CDATA[{fields.get('creator', 'hana')}]]></dc:creator>"
        f'<guid isPermaLink="false">{SITE}/?p={number}</guid>'
        f"<content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{fields.get('excerpt', '')}]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_date>{date}</wp:post_date><wp:post_date_gmt>{date}</wp:post_date_gmt>"
        f"<wp:post_name>{slug}</wp:post_name><wp:status>{fields.get('status', 'publish')}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type><wp:post_password>{fields.get('password', '')}</wp:post_password>"
        f"<wp:attachment_url>{escape(fields.get('url', ''))}</wp:attachment_url>{categories}{meta}</item>\n"
    )


def wxr(*items, head="", tail="</channel></rss>"):
    author = (
        "<wp:author><wp:author_login>hana</wp:author_login>"
        "<wp:author_display_name><![CDATA[Hana Baek]]></wp:author_display_name></wp:author>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" ?>{head}\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">'
        f"<channel><title>Old house</title>{author}\n{''.join(items)}{tail}"
    ).encode()


def wordpress():
    """Forty items: thirty-four posts, of which not all are well."""
    image = f'<img src="{UPLOADS}/2024/05/set-300x169.jpg" alt="The set at night">'
    bare, none = (
        f'<img src="{UPLOADS}/2024/05/bare.png" alt="">',
        f'<img src="{UPLOADS}/2024/05/text.png" alt="x">',
    )
    posts = [wp_post(number, f"Notes from the coast {number}") for number in range(1, 16)]
    posts += [
        wp_post(20, "Hollow Crossing Season 2: Release Date, Cast and Plot", SEASON, "hollow-crossing-2"),
        wp_post(21, "A set at night", f"Words.\n\n[caption id='a' width='300']{image} A caption[/caption]",
                meta={"_thumbnail_id": 90}),
        wp_post(22, "Undescribed", f"Words. {bare}"),
        wp_post(23, "No picture at all", f"Words. {none}"),
        wp_post(24, "Lost picture", f'Words. <img src="{UPLOADS}/2019/lost.jpg">'),
        wp_post(25, "", "Words without a title."),
        wp_post(26, "Year nought", date="0000-00-00 00:00:00"),
        wp_post(27, "Another post one", slug="post-1", link=f"{SITE}/2024/06/post-1/"),
        wp_post(28, "A draft", status="draft", link=f"{SITE}/?p=28", date="0000-00-00 00:00:00"),
        wp_post(29, "Pending", status="pending"),
        wp_post(30, "Scheduled", status="future", date="2027-01-01 09:00:00"),
        wp_post(31, "Private", status="private"),
        wp_post(32, "Secret", password="hush"),
        wp_post(33, "Script", "Words.<script>alert(1)</script><p onclick='x()'>More.</p>"),
        wp_post(34, "Codes", "[contact-form-7 id='1'] Words. [embed]https://video.example/1[/embed]"),
        wp_post(35, "No author", creator=""),
        wp_post(36, "No words", ""),
        wp_post(37, "Tagged", categories=[
            ("category", "Uncategorized"), ("post_tag", "Oysters"), ("post_tag", "Coast")]),
        wp_post(38, "한국어 제목", slug="%ed%95%9c%ea%b5%ad", excerpt="A <b>standfirst</b>."),
        wp_post(40, "About us", post_type="page"),
        wp_post(41, "Menu", post_type="nav_menu_item"),
        wp_post(90, "set", "", post_type="attachment", status="inherit", url=f"{UPLOADS}/2024/05/set.jpg",
                meta={"_wp_attachment_image_alt": "The set at night"}),
        "<item><title>Broken here</title><content:encoded><b></content:encoded></item>\n",
        wp_post(39, "After the broken one"),
    ]  # fmt: skip
    return wxr(*posts)


def lay_pictures(folder, *within):
    """The uploads of either house."""
    folder = folder.joinpath(*within, "2024", "05")
    folder.mkdir(parents=True)
    (folder / "set.jpg").write_bytes(a_picture(kind="JPEG"))
    (folder / "bare.png").write_bytes(a_picture(colour="blue"))
    (folder / "text.png").write_bytes(b"no picture")
    return folder.parents[1]


def ghost_post(number, title="A post", **fields):
    made = {
        "id": f"id{number}", "uuid": f"uuid-{number}", "title": title, "slug": f"ghost-{number}", "type": "post",
        "html": "<p>The oyster season opens on the coast.</p>", "status": "published", "visibility": "public",
        "published_at": f"2023-05-{number % 28 + 1:02}T10:00:00.000Z", "feature_image": None, "custom_excerpt": None,
    }  # fmt: skip
    return made | fields


def ghost(posts=None, **tables):
    """Thirty-three posts, of which not all are well; tags and users after them, as Ghost writes them."""
    posts = ghost_posts() if posts is None else posts
    data = {
        "posts": posts,
        "posts_authors": [
            {"post_id": one["id"], "author_id": "u1", "sort_order": 0}
            for one in posts
            if isinstance(one, dict)
        ],
        "posts_meta": [{"post_id": "id22", "feature_image_alt": "The set at night"}],
        "posts_tags": [{"post_id": "id1", "tag_id": "t1", "sort_order": 0}],
        "tags": [{"id": "t1", "name": "Drama news", "visibility": "public"}],
        "users": [{"id": "u1", "name": "Hana Baek"}],
    } | tables
    return json.dumps({"db": [{"meta": {"version": "5.80.0"}, "data": data}]}).encode()


def ghost_posts():
    image = (
        '<figure><img src="__GHOST_URL__/content/images/size/w600/2024/05/bare.png" alt="A boat"></figure>'
    )
    lexical = {"root": {"children": [
        {"type": "paragraph", "children": [{"type": "text", "text": "Words in lexical.", "format": 1}]}]}}  # fmt: skip
    mobiledoc = {"sections": [[1, "p", [[0, [], 0, "Words in mobiledoc."]]]], "cards": [], "markups": []}
    return [
        *(ghost_post(number, f"Notes from the shore {number}") for number in range(1, 19)),
        ghost_post(20, "Hollow Crossing Season 2: Release Date, Cast and Plot", html=SEASON, slug="hollow-crossing-2"),
        ghost_post(21, "With a boat", html=f"<p>Words.</p>{image}"),
        ghost_post(22, "Featured", feature_image="__GHOST_URL__/content/images/2024/05/set.jpg"),
        ghost_post(23, "Lexical", html=None, lexical=json.dumps(lexical)),
        ghost_post(24, "Mobiledoc", html=None, mobiledoc=json.dumps(mobiledoc)),
        ghost_post(25, None),
        ghost_post(26, "Year nought", published_at="0000-01-01T00:00:00.000Z"),
        ghost_post(27, "Twin", slug="ghost-1"),
        ghost_post(28, "A draft", status="draft", published_at=None),
        ghost_post(29, "Scheduled", status="scheduled", published_at="2027-01-01T10:00:00.000Z"),
        ghost_post(30, "Members", visibility="members"),
        ghost_post(31, "By mail", status="sent"),
        ghost_post(32, "Script", html="<p>Words.</p><script>alert(1)</script>"),
        ghost_post(33, "About", type="page"),
        "no object",
        ghost_post(34, "Old clock", published_at=1_400_000_000_000, slug="shows"),
    ]  # fmt: skip
