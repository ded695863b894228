"use strict";
// Selected words of a text as offsets: code points of the page, half open.
window.verbale = {
  selection() {
    const offset = (node, place) => {
      const words = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".words");
      if (!words) return null;
      const before = document.createRange();
      before.setStart(words, 0);
      before.setEnd(node, place);
      return Number(words.dataset.start) + Array.from(before.toString()).length;
    };
    const found = getSelection();
    if (!found.rangeCount || found.isCollapsed) return null;
    const range = found.getRangeAt(0);
    const [start, stop] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    return start !== null && stop !== null && start < stop ? `${start}-${stop}` : null;
  },
};
