import itertools

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from verbale.brief.segments import Mark, marks_by_line, segments
from verbale.model import Span

LENGTH = 60


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, LENGTH - 1))
    return Span(start, draw(st.integers(start + 1, LENGTH)))


@given(spans(), st.lists(spans(), max_size=12))
def test_segments_tile_the_stretch_and_give_back_every_mark(within: Span, marked: list[Span]) -> None:
    marks = [Mark(span, "said", str(place)) for place, span in enumerate(marked)]
    found = list(segments(within, marks))
    assert [found[0].span.start, *(segment.span.end for segment in found)] == [*(segment.span.start for segment in found), within.end]
    for mark in marks:
        covered = {place for segment in found if mark in segment.marks for place in range(segment.span.start, segment.span.end)}
        assert covered == set(range(max(mark.span.start, within.start), min(mark.span.end, within.end)))


@given(spans(), st.lists(spans(), max_size=12))
def test_narrowest_mark_comes_first(within: Span, marked: list[Span]) -> None:
    for segment in segments(within, [Mark(span, "said") for span in marked]):
        lengths = [len(mark.span) for mark in segment.marks]
        assert lengths == sorted(lengths)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.lists(spans(), max_size=12))
def test_marks_by_line_are_those_that_overlap(lengths: list[int], marked: list[Span]) -> None:
    edges = [sum(lengths[:place]) + place for place in range(len(lengths) + 1)]
    lines = [Span(start, end - 1) for start, end in itertools.pairwise(edges)]
    marks = [Mark(span, "said", str(place)) for place, span in enumerate(marked)]
    found = marks_by_line(lines, marks)
    order = msgspec.json.encode
    for line, given_marks in zip(lines, found, strict=True):
        assert sorted(given_marks, key=order) == sorted((mark for mark in marks if mark.span.overlaps(line)), key=order)
