"""Transcripts keep their last turns."""

from verbale.model import ARTICLE_KINDS
from verbale.pages.lines import label_lines

PAGE = """首页>外交部>例行记者会
外交部发言人高望山主持例行记者会
海峡社记者：会谈将在何时何地举行？双方是否已经就议程达成一致，对此你有何评论？
高望山：中方一贯支持通过对话解决分歧。双方团队正在就有关安排保持沟通，一有消息我们会及时发布。
东方社记者：有报道说，会谈的日期可能推迟到下个月，原因是双方对议程有不同看法。发言人能否证实？
高望山：我没有可以提供的信息。中方将继续同各方一道，为早日恢复谈判发挥建设性作用，也希望各方保持克制。
海峡社记者：能否介绍代表团的组成？外界很关心由谁带队前往，以及代表团将停留多少天。
高望山：有关安排请以正式发布的消息为准。
东方社记者：代表团何时回国？
高望山：请等待消息。
上一篇：昨日例行记者会
下一篇：暂无
版权所有，未经授权不得转载"""


def test_the_last_turns_belong_to_the_article() -> None:
    labelled = label_lines(PAGE)
    kept = [PAGE[line.span.start : line.span.end] for line in labelled.lines if line.kind in ARTICLE_KINDS]
    assert "高望山：请等待消息。" in kept
    assert "东方社记者：代表团何时回国？" in kept
    assert not [line for line in kept if line.startswith(("上一篇", "下一篇", "版权"))]
