"""The formats, a file each: add one here and its addresses, its link and its tests are there."""

from collections.abc import Mapping

from statements.exports.export import Format
from statements.exports.formats import csv, json

FORMATS: Mapping[str, Format] = {one.suffix: one for one in (csv.FORMAT, json.FORMAT)}
