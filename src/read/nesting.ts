import { TAG } from './tree.ts';
import type { TreeBuilder } from './tree-builder.ts';
import { newInt32s } from './working-memory.ts';

/** Nesting deeper than this is read as if it were flat: it keeps hostile pages linear. */
const MAX_DEPTH = 400;
/** Numbers of tags go up to this. */
const MAX_TAG = 32_767;
const LAST_OPEN = 255;

/** The elements that are open while scanning. */
export interface Stack {
  tree: TreeBuilder;
  nodes: number[];
  /** How many elements of each tag are open; made-up tags share the last place. */
  open: Int32Array;
  top(): number;
}

export function newStack(tree: TreeBuilder): Stack {
  const nodes = [0];
  return {
    tree,
    nodes,
    open: newInt32s(LAST_OPEN + 1),
    top: () => nodes[nodes.length - 1] ?? 0,
  };
}

const setOf = (...tags: number[]) => {
  const flags = new Uint8Array(MAX_TAG);
  for (const tag of tags) flags[tag] = 1;
  return flags;
};

const VOID = setOf(
  TAG.area,
  TAG.base,
  TAG.br,
  TAG.col,
  TAG.embed,
  TAG.frame,
  TAG.hr,
  TAG.img,
  TAG.input,
  TAG.link,
  TAG.meta,
  TAG.param,
  TAG.source,
  TAG.track,
  TAG.wbr,
);

/** Start tags that end an open paragraph. */
const CLOSES_P = setOf(
  TAG.address,
  TAG.article,
  TAG.aside,
  TAG.blockquote,
  TAG.center,
  TAG.details,
  TAG.dir,
  TAG.div,
  TAG.dl,
  TAG.fieldset,
  TAG.figcaption,
  TAG.figure,
  TAG.footer,
  TAG.form,
  TAG.h1,
  TAG.h2,
  TAG.h3,
  TAG.h4,
  TAG.h5,
  TAG.h6,
  TAG.header,
  TAG.hr,
  TAG.listing,
  TAG.main,
  TAG.menu,
  TAG.nav,
  TAG.ol,
  TAG.p,
  TAG.pre,
  TAG.section,
  TAG.summary,
  TAG.table,
  TAG.ul,
  TAG.li,
  TAG.dt,
  TAG.dd,
  TAG.xmp,
  TAG.plaintext,
  TAG.hgroup,
  TAG.search,
);

/** Start tags that end open elements of their own kind. */
const CLOSES_OWN = setOf(
  TAG.a,
  TAG.li,
  TAG.dt,
  TAG.dd,
  TAG.td,
  TAG.th,
  TAG.tr,
  TAG.tbody,
  TAG.thead,
  TAG.tfoot,
  TAG.option,
  TAG.optgroup,
  TAG.h1,
  TAG.h2,
  TAG.h3,
  TAG.h4,
  TAG.h5,
  TAG.h6,
);

/** What an end tag of an inline element may not reach across. */
const BLOCK = setOf(
  TAG.address,
  TAG.article,
  TAG.aside,
  TAG.blockquote,
  TAG.body,
  TAG.button,
  TAG.caption,
  TAG.center,
  TAG.dd,
  TAG.details,
  TAG.dir,
  TAG.div,
  TAG.dl,
  TAG.dt,
  TAG.fieldset,
  TAG.figcaption,
  TAG.figure,
  TAG.footer,
  TAG.form,
  TAG.frameset,
  TAG.h1,
  TAG.h2,
  TAG.h3,
  TAG.h4,
  TAG.h5,
  TAG.h6,
  TAG.header,
  TAG.html,
  TAG.li,
  TAG.main,
  TAG.marquee,
  TAG.menu,
  TAG.nav,
  TAG.ol,
  TAG.p,
  TAG.pre,
  TAG.section,
  TAG.summary,
  TAG.table,
  TAG.tbody,
  TAG.td,
  TAG.tfoot,
  TAG.th,
  TAG.thead,
  TAG.tr,
  TAG.ul,
);

/** Cells and the like: no end tag but a table's own reaches out of them. */
const CELL = setOf(TAG.td, TAG.th, TAG.caption, TAG.table, TAG.html, TAG.applet, TAG.object);
const TABLE_PARTS = setOf(
  TAG.table,
  TAG.tbody,
  TAG.thead,
  TAG.tfoot,
  TAG.tr,
  TAG.td,
  TAG.th,
  TAG.caption,
);
const NONE = setOf();
const LIST_BARRIER = setOf(
  TAG.ul,
  TAG.ol,
  TAG.td,
  TAG.th,
  TAG.table,
  TAG.html,
  TAG.dl,
  TAG.menu,
  TAG.dir,
  TAG.caption,
);
const P_BARRIER = setOf(
  TAG.td,
  TAG.th,
  TAG.table,
  TAG.html,
  TAG.caption,
  TAG.button,
  TAG.object,
  TAG.marquee,
);
const TABLE_BARRIER = setOf(TAG.table, TAG.html);

export function isVoid(tag: number): boolean {
  return VOID[tag] === 1;
}

/** A table, its sections, rows, cells. */
export function isTablePart(tag: number): boolean {
  return TABLE_PARTS[tag] === 1;
}

/** Puts a node that was just added on the stack. */
export function openElement(stack: Stack, node: number): void {
  if (stack.nodes.length >= MAX_DEPTH) return;
  stack.nodes.push(node);
  const place = placeOf(stack.tree.tag[node] ?? 0);
  stack.open[place] = (stack.open[place] ?? 0) + 1;
}

function placeOf(tag: number): number {
  return Math.min(tag, LAST_OPEN);
}

/** Closes what a start tag ends by itself: `<li>` the item before it, `<td>` a cell, … */
export function closeBefore(stack: Stack, tag: number): void {
  const { open } = stack;
  if (open[TAG.head] && !isHeadTag(tag)) closeTo(stack, TAG.head, NONE);
  if (open[TAG.p] && CLOSES_P[tag]) closeTo(stack, TAG.p, P_BARRIER);
  if (!CLOSES_OWN[tag]) return;
  if (tag === TAG.a) closeTo(stack, TAG.a, CELL);
  else if (tag === TAG.li) closeTo(stack, TAG.li, LIST_BARRIER);
  else if (tag === TAG.dt || tag === TAG.dd) {
    if (!closeTo(stack, TAG.dt, LIST_BARRIER)) closeTo(stack, TAG.dd, LIST_BARRIER);
  } else if (tag === TAG.td || tag === TAG.th) {
    if (!closeTo(stack, TAG.td, TABLE_BARRIER)) closeTo(stack, TAG.th, TABLE_BARRIER);
  } else if (tag === TAG.tr) closeTo(stack, TAG.tr, TABLE_BARRIER);
  else if (tag === TAG.tbody || tag === TAG.thead || tag === TAG.tfoot) closeSection(stack);
  else if (tag === TAG.option || tag === TAG.optgroup) closeChoice(stack, tag);
  else if (tag >= TAG.h1 && tag <= TAG.h6) closeHeading(stack);
}

function isHeadTag(tag: number): boolean {
  return (tag >= TAG.head && tag <= TAG.template) || tag === TAG.noframes;
}

/** An option ends the option right above it, a group of them also the group. */
function closeChoice(stack: Stack, tag: number): void {
  if (stack.tree.tag[stack.top()] === TAG.option) closeTo(stack, TAG.option, NONE);
  const isGroup = tag === TAG.optgroup && stack.tree.tag[stack.top()] === TAG.optgroup;
  if (isGroup) closeTo(stack, TAG.optgroup, NONE);
}

function closeSection(stack: Stack): void {
  for (const part of [TAG.tbody, TAG.thead, TAG.tfoot]) closeTo(stack, part, TABLE_BARRIER);
}

function closeHeading(stack: Stack): void {
  const top = stack.tree.tag[stack.top()] ?? 0;
  if (top >= TAG.h1 && top <= TAG.h6) closeTo(stack, top, NONE);
}

/** Closes what an end tag ends; one that fits nothing is ignored. */
export function closeByEndTag(stack: Stack, tag: number): void {
  if (tag === TAG.body) return;
  if (tag === TAG.html) {
    while (stack.nodes.length > 1) closeTop(stack);
    return;
  }
  if (TABLE_PARTS[tag]) closeTo(stack, tag, tag === TAG.table ? NONE : TABLE_BARRIER);
  else if (tag === TAG.a) closeTo(stack, tag, CELL);
  else if (BLOCK[tag]) closeTo(stack, tag, tag === TAG.li ? LIST_BARRIER : CELL);
  else closeTo(stack, tag, BLOCK);
}

/** Closes up to the innermost open `tag`, unless a barrier stands between. */
function closeTo(stack: Stack, tag: number, barrier: Uint8Array): boolean {
  if (!stack.open[placeOf(tag)]) return false;
  const { nodes, tree } = stack;
  let depth = nodes.length - 1;
  for (; depth > 0; depth--) {
    const here = tree.tag[nodes[depth] ?? 0] ?? 0;
    if (here === tag) break;
    if (barrier[here]) return false;
  }
  if (depth === 0) return false;
  while (nodes.length > depth) closeTop(stack);
  return true;
}

function closeTop(stack: Stack): void {
  const node = stack.nodes.pop() ?? 0;
  const place = placeOf(stack.tree.tag[node] ?? 0);
  stack.open[place] = (stack.open[place] ?? 1) - 1;
  stack.tree.end[node] = stack.tree.size;
}
