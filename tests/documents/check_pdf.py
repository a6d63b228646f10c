"""Checks a PDF against what PDF/UA-1 (ISO 14289-1) asks of structure and content, as far as a program can tell.

usage: check_pdf.py FILE…
Prints each fault, and "sound" with counts where there is none; ends with 1 if there is a fault.
"""

import sys

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, IndirectObject

PAINTING = {b'S', b's', b'f', b'F', b'f*', b'B', b'B*', b'b', b'b*', b'Tj', b'TJ', b"'", b'"', b'Do', b'sh', b'BI', b'INLINE IMAGE'}
CHILDREN = {'/Table': {'/TR', '/THead', '/TBody', '/Caption'}, '/THead': {'/TR'}, '/TBody': {'/TR'}, '/TR': {'/TH', '/TD'},
            '/L': {'/LI', '/Caption'}, '/LI': {'/Lbl', '/LBody'}}


class Check:
    def __init__(self, path):
        self.reader = PdfReader(path)
        self.faults, self.counts = [], {}
        self.content = []  # of each page: the structure element that owns each MCID, by the tree
        self.heading = 0
        self.run()

    def fault(self, words):
        self.faults.append(words)

    def run(self):
        catalog = self.reader.trailer['/Root']
        if not catalog.get('/MarkInfo', {}).get('/Marked'):
            self.fault('is not marked as tagged')
        if not catalog.get('/Lang'):
            self.fault('names no language')
        if not catalog.get('/ViewerPreferences', {}).get('/DisplayDocTitle'):
            self.fault('does not show its title')
        if not (self.reader.metadata and self.reader.metadata.title):
            self.fault('has no title')
        if b'pdfuaid:part' not in catalog['/Metadata'].get_object().get_data():
            self.fault('does not call itself PDF/UA')
        if not self.reader.outline:
            self.fault('has no bookmarks')
        self.owners = [{} for _ in self.reader.pages]
        self.page_numbers = {page.indirect_reference.idnum: i for i, page in enumerate(self.reader.pages)}
        root = catalog['/StructTreeRoot']
        self.links = set()
        self.walk(root['/K'], None, None)
        for number, page in enumerate(self.reader.pages):
            self.check_page(number, page)
        self.check_parents(root)

    def walk(self, kids, parent, parent_reference):
        kids = kids.get_object() if isinstance(kids, IndirectObject) and isinstance(kids.get_object(), ArrayObject) else kids
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            node = kid.get_object()
            if isinstance(node, int):
                self.own(parent.raw_get('/Pg').idnum, node, parent_reference)
            elif node.get('/Type') == '/MCR':
                self.own(node.raw_get('/Pg').idnum, node['/MCID'], parent_reference)
            elif node.get('/Type') == '/OBJR':
                self.links.add(node.raw_get('/Obj').idnum)
            else:
                self.element(node, kid, parent, parent_reference)

    def own(self, page, mcid, owner):
        page = self.page_numbers[page]
        if mcid in self.owners[page]:
            self.fault(f'page {page + 1}: content {mcid} belongs to two elements')
        self.owners[page][mcid] = owner.idnum

    def element(self, node, reference, parent, parent_reference):
        kind = node['/S']
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if parent_reference is not None and node.raw_get('/P').idnum != parent_reference.idnum:
            self.fault(f'{kind} names another parent than it has')
        if parent is not None and kind not in CHILDREN.get(parent['/S'], {kind}):
            self.fault(f'{kind} stands in {parent["/S"]}')
        attributes = node.get('/A', {})
        if kind == '/Figure' and not (node.get('/Alt') and len(attributes.get('/BBox', [])) == 4):
            self.fault('a figure without alternative text or place')
        if kind == '/TH' and attributes.get('/Scope') not in ('/Row', '/Column', '/Both'):
            self.fault('a table heading without scope')
        if len(kind) == 3 and kind[1] == 'H' and kind[2].isdigit():
            if int(kind[2]) > self.heading + 1:
                self.fault(f'the heading {kind} comes after one of level {self.heading}')
            self.heading = int(kind[2])
        if kind == '/Table':
            self.check_table(node)
        if not node.get('/K'):
            self.fault(f'{kind} holds nothing')
        self.walk(node['/K'], node, reference)

    def check_table(self, node):
        """Each row covers as many columns as the first."""
        for part in [kid.get_object() for kid in node['/K']]:
            rows = [part] if part['/S'] == '/TR' else [kid.get_object() for kid in part['/K']] if part['/S'] in (
                '/THead', '/TBody') else []
            reaching, widths = {}, []
            for row in rows:
                width = sum(1 for left in reaching.values() for _ in range(left[1]) if left[0] > 0)
                reaching = {key: (left[0] - 1, left[1]) for key, left in reaching.items() if left[0] > 1}
                for number, cell in enumerate(kid.get_object() for kid in row['/K']):
                    attributes = cell.get('/A', {})
                    columns, down = attributes.get('/ColSpan', 1), attributes.get('/RowSpan', 1)
                    width += columns
                    if down > 1:
                        reaching[(len(widths), number)] = (down - 1, columns)
                widths.append(width)
            if len(set(widths)) > 1:
                self.fault(f'a table has rows of {sorted(set(widths))} columns')

    def check_page(self, number, page):
        where = f'page {number + 1}'
        if page.get('/Tabs') != '/S':
            self.fault(f'{where}: the tab order is not that of the structure')
        for annotation in page.get('/Annots', []):
            about = annotation.get_object()
            if about['/Subtype'] == '/Link' and annotation.idnum not in self.links:
                self.fault(f'{where}: a link is not in the structure')
            if not about.get('/Contents'):
                self.fault(f'{where}: a link says not where it leads')
        for name, font in page['/Resources'].get('/Font', {}).get_object().items():
            descriptor = font.get_object()['/DescendantFonts'][0].get_object()['/FontDescriptor']
            if not any(key in descriptor for key in ('/FontFile', '/FontFile2', '/FontFile3')):
                self.fault(f'{where}: the font {name} is not embedded')
        self.check_content(where, number, page)

    def check_content(self, where, number, page):
        open_marks, seen, untagged = [], set(), 0
        for operands, operator in ContentStream(page['/Contents'].get_object(), self.reader).operations:
            if operator in (b'BDC', b'BMC'):
                if open_marks:
                    self.fault(f'{where}: {operands[0]} within {open_marks[-1]}')
                open_marks.append(operands[0])
                if operator == b'BDC' and '/MCID' in operands[1]:
                    seen.add(operands[1]['/MCID'])
            elif operator == b'EMC':
                open_marks.pop()
            elif operator in PAINTING and not open_marks:
                untagged += 1
        if untagged:
            self.fault(f'{where}: {untagged} things are drawn that are neither content nor artifact')
        if open_marks:
            self.fault(f'{where}: {open_marks} is not closed')
        if seen != set(self.owners[number]):
            self.fault(f'{where}: {len(seen ^ set(self.owners[number]))} pieces of content are not in the structure')

    def check_parents(self, root):
        numbers = root['/ParentTree']['/Nums']
        keys = numbers[::2]
        if list(keys) != sorted(keys):
            self.fault('the parents are not in order')
        for number, owners in enumerate(self.owners):
            listed = numbers[keys.index(number) * 2 + 1].get_object()
            for mcid, owner in owners.items():
                if mcid >= len(listed) or list.__getitem__(listed, mcid).idnum != owner:
                    self.fault(f'page {number + 1}: content {mcid} has another parent in the list of parents')


def main(paths):
    failed = False
    for path in paths:
        check = Check(path)
        for words in check.faults[:40]:
            print(f'{path}: {words}')
        failed = failed or bool(check.faults)
        if not check.faults:
            print(f'{path}: sound: ' + ', '.join(f'{kind[1:]} {count}' for kind, count in sorted(check.counts.items())))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
