"""The styles, a file each: add one here, and it stands on every page that can be cited."""

from statements.citing.styles import apa, chicago, un
from statements.citing.styles.style import Style

STYLES: tuple[Style, ...] = (un.STYLE, apa.STYLE, chicago.STYLE)
