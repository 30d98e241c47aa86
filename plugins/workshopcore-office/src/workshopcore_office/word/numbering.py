"""The part of a document that defines its lists; a template may do without one."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.parts.numbering import NumberingPart

from workshopcore_office.word.markup import NAMESPACES

__all__ = ["numbering_of"]


def numbering_of(document: Any) -> Any:
    """Return the element that defines the lists of a document, made if there is none."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    element = parse_xml(f'<w:numbering xmlns:w="{NAMESPACES["w"]}"/>')
    name = PackURI("/word/numbering.xml")
    part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return element
