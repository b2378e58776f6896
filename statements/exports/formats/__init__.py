"""The formats, a file each: add one here and its addresses, its link and its tests are there."""

from collections.abc import Mapping

from statements.exports.export import Format
from statements.exports.formats import bib, csv, json, ris, txt

FORMATS: Mapping[str, Format] = {
    one.suffix: one for one in (csv.FORMAT, json.FORMAT, txt.FORMAT, ris.FORMAT, bib.FORMAT)
}
OF_LISTS = {suffix: one for suffix, one in FORMATS.items() if one.is_of_lists}
OF_ONE = {suffix: one for suffix, one in FORMATS.items() if one.is_of_one}
