"""Makes a tagged PDF (PDF/UA-1) of the HTML document on standard input with WeasyPrint, and writes it to standard output.

WeasyPrint 57 lays the pages out; the structure that screen readers follow is made here, since its own knows neither
figures with alternative texts nor the reach of table headings, and leaves lines and backgrounds untagged. Everything that
is drawn is either content of one structure element or an artifact, by ISO 14289-1, 7.1.
"""

import functools
import hashlib
import logging
import sys

import pydyf
import weasyprint
from weasyprint import draw, pdf as pdf_writer
from weasyprint.pdf.metadata import add_metadata
from weasyprint.pdf.stream import Stream

PIXEL = 0.75  # of a point

# What has a structure type of its own. Elements that are not here give their content to the one around them.
TYPES = {
    'article': 'Art', 'section': 'Sect', 'div': 'Div', 'figure': 'Div', 'p': 'P', 'figcaption': 'P', 'caption': 'Caption',
    'h1': 'H1', 'h2': 'H2', 'h3': 'H3', 'h4': 'H4', 'h5': 'H5', 'h6': 'H6', 'a': 'Link', 'img': 'Figure',
    'ul': 'L', 'ol': 'L', 'dl': 'L', 'li': 'LI', 'dt': 'Lbl', 'dd': 'LBody',
    'table': 'Table', 'thead': 'THead', 'tbody': 'TBody', 'tr': 'TR', 'th': 'TH', 'td': 'TD',
}
# Those whose content is words, in which order counts as drawn, not as written.
WORDS = {'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Link', 'LI', 'LBody', 'Lbl', 'TH', 'TD', 'Caption'}


class Parents:
    """Which element each stands in, and what they are in the structure."""

    def __init__(self, root):
        self.of = {child: parent for parent in root.iter() for child in parent}

    def structural(self, element):
        """The nearest element around, or itself, that has a structure type."""
        while element is not None and self.type(element) is None:
            element = self.of.get(element)
        return element

    def type(self, element):
        if not isinstance(element.tag, str):
            return None
        parent = self.of.get(element)
        if element.tag == 'div' and parent is not None and parent.tag == 'dl':
            return 'LI'
        return TYPES.get(element.tag)

    def around(self, element, tag):
        while element is not None and element.tag != tag:
            element = self.of.get(element)
        return element


class Marks:
    """What was drawn of each structure element: page, number within the page, and whether it is the label of a list item."""

    def __init__(self, parents):
        self.parents = parents
        self.of = {}  # element -> [(order, stream of the page, number, is_label)]
        self.links = {}  # element -> [(annotation, stream of the page)]
        self.boxes = {}  # img element -> (left, bottom, right, top) in points
        self.heads = {}  # thead element -> the page on which it is content; elsewhere it is repeated
        self.count = 0

    def owner(self, stream, box):
        """The structure element that what is drawn belongs to; none for an artifact."""
        if box.element is None or box.element_tag.startswith('@'):
            return None
        element = self.parents.structural(box.element)
        if element is None:
            return None
        head = self.parents.around(element, 'thead')
        if head is not None and self.heads.setdefault(head, stream) is not stream:
            return None
        return element

    def begin(self, stream, box):
        element = self.owner(stream, box)
        if element is None:
            return self.begin_artifact(stream)
        number = len(stream.marked)
        stream.marked.append(element)
        self.count += 1
        is_label = box.element_tag.endswith(('::marker', '::before')) and self.parents.type(element) == 'LI'
        self.of.setdefault(element, []).append((self.count, stream, number, is_label))
        pydyf.Stream.begin_marked_content(stream, self.parents.type(element), pydyf.Dictionary({'MCID': number}))

    @staticmethod
    def begin_artifact(stream):
        pydyf.Stream.begin_marked_content(stream, 'Artifact')


marks = None
depth = 0  # of what is being drawn: what is inside of something marked is part of it


def marking(begin):
    """Makes a drawing function mark what it draws."""
    def wrap(function):
        @functools.wraps(function)
        def marked(stream, subject, *args, **keywords):
            global depth
            if depth > 0 or not stream._mark:
                return function(stream, subject, *args, **keywords)
            start = len(stream.stream)
            begin(stream, subject)
            drawn_from = len(stream.stream)
            depth += 1
            try:
                return function(stream, subject, *args, **keywords)
            finally:
                depth -= 1
                if len(stream.stream) == drawn_from and not (stream.marked and start == drawn_from):
                    forget(stream, start)
                else:
                    pydyf.Stream.end_marked_content(stream)
        return marked
    return wrap


def forget(stream, start):
    """Nothing was drawn: takes the mark away again."""
    opened = stream.stream[start:]
    del stream.stream[start:]
    if any(isinstance(part, pydyf.Dictionary) for part in opened):
        element = stream.marked.pop()
        marks.of[element].pop()
        if not marks.of[element]:
            del marks.of[element]


def begin_content(stream, box):
    marks.begin(stream, box)


def begin_picture(stream, box):
    if box.element is None or box.element.tag != 'img' or not box.element.get('alt'):
        marks.begin_artifact(stream)  # the shape beside the word that says the same
        return
    top = stream.page_rectangle[3]
    x, y = box.content_box_x(), box.content_box_y()
    marks.boxes[box.element] = [round(edge * PIXEL, 2) for edge in (
        x, top - y - box.height, x + box.width, top - y)]
    marks.begin(stream, box)


def begin_link(stream, box, mcid=False, tag=None):
    if tag == 'Link' and box.link_annotation is not None:
        element = marks.parents.structural(box.element)
        marks.links.setdefault(element, []).append((box.link_annotation, stream))


def patch():
    """WeasyPrint calls these by name, so that they can be replaced."""
    Stream.begin_marked_content = begin_link
    Stream.end_marked_content = lambda stream: None
    for name in ('draw_background', 'draw_border', 'draw_collapsed_borders', 'draw_outlines'):
        setattr(draw, name, marking(lambda stream, _: Marks.begin_artifact(stream))(getattr(draw, name)))
    draw.draw_text = marking(begin_content)(draw.draw_text)
    draw.draw_replacedbox = marking(begin_picture)(draw.draw_replacedbox)
    pdf_writer.VARIANTS['pdf/ua-1'] = (write_structure, {'mark': True})


class Structure:
    """The tree of structure elements, in the order of the document."""

    def __init__(self, pdf, streams):
        self.pdf = pdf
        self.pages = {stream: page for page, stream in enumerate(streams)}
        self.owners = [[None] * len(stream.marked) for stream in streams]
        self.annotations = []  # (annotation, its structure element)

    def element(self, kind, parent, **entries):
        made = pydyf.Dictionary({'Type': '/StructElem', 'S': f'/{kind}', 'P': parent.reference, 'K': pydyf.Array(),
                                 **entries})
        self.pdf.add_object(made)
        return made

    def content(self, parent, mark):
        _, stream, number, _ = mark
        page = self.pages[stream]
        parent['K'].append(pydyf.Dictionary(
            {'Type': '/MCR', 'Pg': self.pdf.page_references[page], 'MCID': number}))
        self.owners[page][number] = parent.reference

    def children(self, element):
        """Structural descendants with nothing structural between, and something drawn in them."""
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if marks.parents.type(child) is None:
                yield from self.children(child)
            elif self.first(child):
                yield child

    @functools.lru_cache(maxsize=None)
    def first(self, element):
        """When the first of it was drawn; 0 = nothing."""
        found = [mark[0] for mark in marks.of.get(element, ())]
        found += [self.first(child) for child in element if isinstance(child.tag, str)]
        return min((order for order in found if order), default=0)

    def add(self, parent, element):
        kind = marks.parents.type(element)
        made = self.element(kind, parent, **attributes_of(element, kind))
        parent['K'].append(made.reference)
        own = marks.of.get(element, [])
        labels = [mark for mark in own if mark[3]]
        body = made
        if kind == 'LI' and element.tag == 'li':
            if labels:
                label = self.element('Lbl', made)
                made['K'].append(label.reference)
                for mark in labels:
                    self.content(label, mark)
            body = self.element('LBody', made)
            made['K'].append(body.reference)
        kids = [(mark[0], mark, None) for mark in own if not (body is not made and mark[3])]
        kids += [(self.first(child), None, child) for child in self.children(element)]
        if kind in WORDS:
            kids.sort(key=lambda kid: kid[0])
        for _, mark, child in kids:
            if child is None:
                self.content(body, mark)
            else:
                self.add(body, child)
        for annotation, stream in marks.links.get(element, ()):
            self.annotate(made, element, annotation, stream)

    def annotate(self, made, element, annotation, stream):
        reference = pydyf.Dictionary({'Type': '/OBJR', 'Obj': annotation.reference,
                                      'Pg': self.pdf.page_references[self.pages[stream]]})
        made['K'].append(reference)
        annotation['Contents'] = pydyf.String(''.join(element.itertext()).strip() or 'Link')
        annotation['F'] = 4  # printed
        annotation['StructParent'] = len(self.owners) + len(self.annotations)
        self.annotations.append((annotation, made))


def attributes_of(element, kind):
    entries = {}
    if kind == 'Figure':
        entries['Alt'] = pydyf.String(element.get('alt'))
        box = marks.boxes[element]
        entries['A'] = pydyf.Dictionary({'O': '/Layout', 'BBox': pydyf.Array(box), 'Placement': '/Block'})
    if kind in ('TH', 'TD'):
        table = {'O': '/Table'}
        if kind == 'TH':
            table['Scope'] = '/Row' if element.get('scope', '').startswith('row') else '/Column'
        for name, entry in (('colspan', 'ColSpan'), ('rowspan', 'RowSpan')):
            if int(element.get(name, 1)) > 1:
                table[entry] = int(element.get(name))
        if len(table) > 1:
            entries['A'] = pydyf.Dictionary(table)
    if kind == 'L' and element.tag == 'ol':
        numbering = {'roman': 'LowerRoman', 'lettered': 'LowerAlpha'}.get(element.get('class'), 'Decimal')
        entries['A'] = pydyf.Dictionary({'O': '/List', 'ListNumbering': f'/{numbering}'})
    return entries


def write_structure(pdf, metadata, document, page_streams):
    root = pydyf.Dictionary({'Type': '/StructTreeRoot'})
    pdf.add_object(root)
    structure = Structure(pdf, page_streams)
    whole = structure.element('Document', root)
    root['K'] = pydyf.Array([whole.reference])
    for child in structure.children(document._html.etree_element):
        structure.add(whole, child)
    numbers = pydyf.Array()
    for page, owners in enumerate(structure.owners):
        numbers.extend([page, pydyf.Array(owners)])
    for annotation, made in structure.annotations:
        numbers.extend([annotation['StructParent'], made.reference])
    tree = pydyf.Dictionary({'Nums': numbers})
    pdf.add_object(tree)
    root['ParentTree'] = tree.reference
    root['ParentTreeNextKey'] = len(structure.owners) + len(structure.annotations)
    pdf.catalog['StructTreeRoot'] = root.reference
    pdf.catalog['ViewerPreferences'] = pydyf.Dictionary({'DisplayDocTitle': 'true'})
    pdf.catalog['MarkInfo'] = pydyf.Dictionary({'Marked': 'true'})
    add_metadata(pdf, metadata, 'ua', version=1, conformance=None)


def fetch_nothing(url, *_args, **_keywords):
    """Documents carry all they need within themselves."""
    if url.startswith('data:'):
        return weasyprint.default_url_fetcher(url)
    raise ValueError('documents fetch nothing')


def main():
    global marks
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(10000)
    source = sys.stdin.buffer.read()
    html = weasyprint.HTML(string=source.decode('utf-8'), base_url=None, url_fetcher=fetch_nothing)
    marks = Marks(Parents(html.etree_element))
    patch()
    identifier = hashlib.sha256(source).digest()[:16]
    document = html.render()
    with open('places', 'w', encoding='utf-8') as places:  # as pages.py lists them
        for number, page in enumerate(document.pages, 1):
            for anchor in sorted(page.anchors):
                print(number, anchor, file=places)
        print(len(document.pages), '', file=places)
    sys.stdout.buffer.write(document.write_pdf(variant='pdf/ua-1', identifier=identifier))


main()
