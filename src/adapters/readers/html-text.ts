// The text of an HTML tree as paragraphs: one block element, one paragraph.

/** The part of the DOM that is walked; linkedom's nodes and a browser's have it alike. */
interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
}

const ELEMENT = 1;
const TEXT = 3;
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TIME-BLOCK TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT SVG MATH CANVAS BUTTON SELECT OPTION TEXTAREA INPUT'.split(' '),
);

/** Walks without recursion: pages nest thousands deep by accident or malice. */
export function htmlToText(root: TreeNode): string {
  const paragraphs: string[] = [];
  let current = '';
  const flush = (): void => {
    const text = current
      .replace(/[ \t\n\r\f]+/gu, ' ')
      .replace(/ ?\u2028 ?/gu, '\n')
      .trim();
    if (text !== '' && text !== '-') paragraphs.push(text);
    current = '';
  };
  const open = (node: TreeNode): boolean => {
    if (node.nodeType === TEXT) {
      current += node.textContent ?? '';
      return false;
    }
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== ELEMENT || SILENT.has(name)) return false;
    if (BLOCKS.has(name)) flush();
    // Line separator: a break that the collapsing of white space must not touch.
    if (name === 'BR') current += '\u2028';
    if (name === 'LI') current += '- ';
    return true;
  };
  const close = (node: TreeNode): void => {
    const name = node.nodeName.toUpperCase();
    if (BLOCKS.has(name)) flush();
    else if (name === 'TD' || name === 'TH') current += ' ';
  };

  const path: TreeNode[] = [];
  let node: TreeNode | null = root;
  while (node !== null) {
    const enters = open(node) && node.firstChild !== null;
    if (enters) {
      path.push(node);
      node = node.firstChild;
      continue;
    }
    let done: TreeNode = node;
    if (done.nodeType === ELEMENT) close(done);
    while (done !== root && done.nextSibling === null && path.length > 0) {
      done = path.pop()!;
      close(done);
    }
    node = done === root ? null : done.nextSibling;
  }
  flush();
  return paragraphs.join('\n\n');
}
