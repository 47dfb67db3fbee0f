# Reads a feed as the many programs built on feedparser do, and says what it found as JSON: faults, kind, titles, texts.
import json
import sys

import feedparser

feedparser.SANITIZE_HTML = False
found = feedparser.parse(sys.argv[1])
fault = str(found.bozo_exception) if found.bozo else None
entries = [
    {'title': entry.title, 'link': entry.link, 'text': entry.content[0].value if 'content' in entry else ''}
    for entry in found.entries
]
print(json.dumps({'fault': fault, 'kind': found.version, 'entries': entries}))
