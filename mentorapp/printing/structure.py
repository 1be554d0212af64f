"""Writes the tree of elements and the facts of the document into a finished PDF: PDF/UA-1 and PDF/A-2a.

The validator of the tests says whether it holds. The title is neutral: never a name.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from .colour_profile import srgb
from .tagging import Element

PROGRAM = "Mentor"
PRODUCER = "ReportLab and pikepdf"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself: no person, no time of day."""

    title: str
    language: str
    day: date


def tagged(pdf_bytes: bytes, root: Element, marked: list[list[Element]], facts: Facts) -> bytes:
    """The file with its structure; `marked` is, for each page, the element of every marked content."""
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        _mend(pdf)
        _write_tree(pdf, root, marked)
        _write_facts(pdf, facts)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _mend(pdf: pikepdf.Pdf) -> None:
    """A filter that stands alone loses its brackets: else every page and font would be unpacked and packed again.

    Joined Arabic letters say which plain letter they are, for a search and a copy.
    """
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and isinstance(thing.get(Name.Filter), Array):
            thing.Filter = thing.Filter[0]
        elif isinstance(thing, Dictionary) and "Arabic" in str(thing.get(Name.BaseFont, "")):
            said = thing.ToUnicode.read_bytes()
            thing.ToUnicode.write(re.sub(rb"<(F[BCDE][0-9A-F]{2})>", _plain_letters, said))


def _plain_letters(joined: re.Match[bytes]) -> bytes:
    letters = unicodedata.normalize("NFKC", chr(int(joined[1], 16)))
    # Two letters in one sign are left alone: readers put them in order themselves.
    return b"<%04X>" % ord(letters) if len(letters) == 1 else joined[0]


def _write_tree(pdf: pikepdf.Pdf, root: Element, marked: list[list[Element]]) -> None:
    pages: list[Object] = [page.obj for page in pdf.pages]
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    objects: dict[Element, Object] = {}
    tree.K = _written(pdf, root, tree, pages, objects)
    numbers: list[Any] = []
    for index, page in enumerate(pages):
        page.StructParents = index
        page.Tabs = Name.S
        numbers += [index, pdf.make_indirect(Array([objects[element] for element in marked[index]]))]
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _written(
    pdf: pikepdf.Pdf, element: Element, parent: Object, pages: list[Object], objects: dict[Element, Object]
) -> Object:
    """The element and what is below it. There are hundreds: one call builds what can be built at once."""
    kids = element.kids
    on = [kid[0] for kid in kids if type(kid) is tuple]
    entries: dict[str, Any] = {"/S": _name(element.tag), "/P": parent}
    if element.alt or element.scope or element.box or element.lang or element.tag == "L":
        entries |= _attributes(element)
    if on:
        entries["/Pg"] = pages[on[0]]
    simple = bool(on) and len(on) == len(kids) and on[0] == on[-1]
    if simple:
        numbers = [kid[1] for kid in kids if type(kid) is tuple]
        entries["/K"] = numbers[0] if len(numbers) == 1 else Array(numbers)
    made = pdf.make_indirect(Dictionary(entries))
    objects[element] = made
    if not simple and kids:
        made.K = Array(
            [
                _written(pdf, kid, made, pages, objects)
                if isinstance(kid, Element)
                else Dictionary(Type=Name.MCR, Pg=pages[kid[0]], MCID=kid[1])
                for kid in kids
            ]
        )
    return made


@cache
def _name(tag: str) -> Name:
    return Name(f"/{tag}")


def _attributes(element: Element) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if element.alt:
        found["/Alt"] = String(element.alt)
    if element.lang:
        found["/Lang"] = String(element.lang)
    if element.scope:
        found["/A"] = Dictionary(O=Name.Table, Scope=_name(element.scope))
    if element.box:
        numbers = Array([round(number, 2) for number in element.box])
        found["/A"] = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=numbers)
    if element.tag == "L":
        found["/A"] = Dictionary({"/O": Name.List, "/ListNumbering": Name("/None")})
    return found


def _write_facts(pdf: pikepdf.Pdf, facts: Facts) -> None:
    stamp = f"D:{facts.day:%Y%m%d}000000Z"
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(facts.title),
            Creator=String(PROGRAM),
            Producer=String(PRODUCER),
            CreationDate=String(stamp),
            ModDate=String(stamp),
        )
    )
    profile = pikepdf.Stream(pdf, srgb())
    profile.N = 3
    metadata = pikepdf.Stream(pdf, _xmp(facts).encode())
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    root = pdf.Root
    root.Metadata = pdf.make_indirect(metadata)
    root.Lang = String(facts.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2-1"),
                DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )


def _xmp(facts: Facts) -> str:
    """The metadata; the identification of PDF/UA is described, since PDF/A-2 does not know it."""
    title, day = escape(facts.title), f"{facts.day:%Y-%m-%d}T00:00:00Z"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{facts.language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
