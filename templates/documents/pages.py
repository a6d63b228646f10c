"""Lays the HTML document on standard input out with WeasyPrint, and lists on which sheet each id stands, a line "sheet id";
the last line has the number of sheets and no id."""

import logging
import sys

import weasyprint


def fetch_nothing(url, *_args, **_keywords):
    """Documents carry all they need within themselves."""
    if url.startswith('data:'):
        return weasyprint.default_url_fetcher(url)
    raise ValueError('documents fetch nothing')


def main():
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(10000)
    source = sys.stdin.buffer.read().decode('utf-8')
    document = weasyprint.HTML(string=source, base_url=None, url_fetcher=fetch_nothing).render()
    for number, page in enumerate(document.pages, 1):
        for anchor in sorted(page.anchors):
            print(number, anchor)
    print(len(document.pages), '')


main()
