"""The posters of the demo: no photographs, nobody's likeness."""
