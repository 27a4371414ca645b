"""Another house's archive to stories: WordPress (WXR) and Ghost (JSON).

* pure, no Django: decoding and the streams (decoding, jsonrows), the readers (wxr, shortcodes, ghost, cards) that make
  `Post`s, their text as our rich text (words), claims marked in it (marking), where a picture's file lies (folder)
* the bringing in: albums (pictures), former (addresses), bringing (one post), importing (all of them), report
"""
