"""The transcript on paper: the window's own painting, in light, cut into pages.

``sheet`` measures, ``look`` dresses, ``parts`` are what stands below each other, ``messages`` makes
them, ``pages`` cuts and paints, ``pdf`` makes a file of it, ``words`` speaks.
"""
