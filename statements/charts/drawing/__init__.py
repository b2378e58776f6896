"""What the charts share: figures and their tables, SVG, bars, shades."""
