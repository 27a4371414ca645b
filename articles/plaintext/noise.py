"""Lines of the page around a story, which are no part of it."""

import re

_NOISE = re.compile(
    r"(?:(?:advertisement|advertising|sponsored(?:\s(?:content|post))?|promoted|ad|story\s"
    r"continues\sbelow.*|article\scontinues\s.*|"
    r"continue\sreading.*|loading\W*|comments?(?:\s\(\d+\))?|share(?:\s(?:this|on|via|"
    r"article|story).{0,60})?|print|email|save|skip\sto\s.{0,30}|"
    r"(?:read|see|more|watch)\s(?:more|next|also|now)|sources?\s?\(.{0,12}\)|related(?:\s"
    r"(?:articles?|stories|posts|news|content))?|"
    r"you\s(?:may|might)\salso\slike.*|recommended(?:\sfor\syou)?|trending(?:\snow)?|most\s(?:read|popular)|"
    r"newsletter.*|table\sof\scontents|back\sto\stop|sign\sup.{0,120}|subscribe.{0,120}|"
    r"(?:for\simmediate\srelease|(?:strictly\s)?embargo(?:ed)?\b.{0,120}|not\sfor\s(?:publication|broadcast).{0,80}|"
    r"[-–—*\s]*(?:ends|end\sof\srelease)[-–—*\s]*|(?:press|media|publicity)\s(?:contacts?|enquiries|inquiries|office)\b"
    r".{0,160}|.{0,90}[\w.+-]+@[\w-]+\.[a-z]{2,}.{0,80}|home\s?[|>›»/]\s?.{0,120}|unsubscribe.{0,80})|"
    r"join\s(?:our|us)\s.{0,100}|follow\s(?:us|our|@).{0,120}|"
    r"click\shere.{0,80}|all\srights\sreserved.*|(?:copyright|©).{0,120}|\d+\s"
    r"min(?:ute)?s?\sread|getty(?:\simages)?)\W*"
    r"|(?:also\sread|also\ssee|see\salso|read\salso|related|read\smore|read\snext|more|"
    r"don[’']t\smiss|must\sread|recommended|watch|"
    r"tags?|topics|filed\sunder|keywords|categor(?:y|ies)|"
    r"(?:photo|image|picture|pic|video|screenshot|still|photos|images|file\sphoto)(?:\s"
    r"(?:credit|by|courtesy|source|via))?(?:\sof)?|credits?\s?(?:image)?|via)\s?(?::|–|—|\s"
    r"-|»|>)\s?\S.*"
    r"|also\s(?:cancelled|canceled|renewed|coming|on|new|streaming|out|watch|trending|"
    r"ending)\b[^:.]{0,60}:\s.*"
    r"|\d+\sof\s\d+\s?[|/:].*|\(?(?:photo|image|picture)(?:\sby|:)\s.*\)?|"
    r".{0,80}\((?:image|photo|picture|credit)s?(?:\scredit)?:\s.{0,80}\)"
    r"|@\w+|https?://\S+|#\w+(?:\s#\w+)*|[\W_]+)",
    re.I,
)
_LINK_LIST = re.compile(
    r"(?:read\s(?:more|next|also)|related(?:\s\w+)?|see\salso|more\s(?:stories|news|like\s"
    r"this|from\s.{1,40}|on\s.{1,40})|also\sread|you\s(?:may|might)\salso\slike"
    r"|recommended(?:\s\w+){0,2}|trending(?:\snow)?|most\s(?:read|popular)|latest\s"
    r"stories|further\sreading)\W*",
    re.I,
)


def is_noise(text: str) -> bool:
    """Whether a line is an advert, a link elsewhere, a caption or a button."""
    return len(text) < 300 and bool(_NOISE.fullmatch(text))


def opens_link_list(text: str) -> bool:
    """Whether the items below this line are links to other stories."""
    return len(text) < 80 and bool(_LINK_LIST.fullmatch(text))
