import { newAttributes } from './attributes.ts';
import { codesOf } from './codes.ts';
import type { Tree } from './tree.ts';
import { newInt16s, newInt32s } from './working-memory.ts';

/** One node, one attribute to so many characters is what pages have, about: the room to begin with. */
const CHARACTERS_PER_NODE = 30;
const CHARACTERS_PER_ATTRIBUTE = 40;
/** From this length on, tags are counted first: copying grown arrays would double the memory. */
const LONG = 200_000;

/** A tree while it is scanned: arrays with room to grow. */
export interface TreeBuilder extends Tree {
  size: number;
}

/** A tree to fill with at most so many nodes. */
export function newTreeBuilder(source: string, most: number): TreeBuilder {
  const isLong = source.length > LONG;
  const tags = isLong ? countTags(source) : source.length / CHARACTERS_PER_NODE;
  const room = (64 + Math.min(tags, most)) | 0;
  const values = Math.min(source.length / CHARACTERS_PER_ATTRIBUTE, most);
  return {
    source,
    readTo: source.length,
    codes: codesOf(source),
    size: 0,
    tag: newInt16s(room),
    start: newInt32s(room),
    stop: newInt32s(room),
    parent: newInt32s(room),
    end: newInt32s(room),
    firstAttribute: newInt32s(room),
    attributes: newAttributes((16 + values) | 0),
    texts: null,
    flow: null,
  };
}

function countTags(source: string): number {
  let count = 2;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if (source.charCodeAt(at + 1) !== 0x2f) count++;
  }
  return count;
}

/** Appends a node; it ends right behind itself until it is closed. */
export function addNode(
  tree: TreeBuilder,
  tag: number,
  start: number,
  stop: number,
  parent: number,
): number {
  const node = tree.size++;
  // One more place than nodes: the end of the last one's attributes.
  if (node + 1 >= tree.tag.length) grow(tree);
  tree.tag[node] = tag;
  tree.start[node] = start;
  tree.stop[node] = stop;
  tree.parent[node] = parent;
  tree.end[node] = node + 1;
  tree.firstAttribute[node] = tree.attributes.size;
  return node;
}

function grow(tree: TreeBuilder): void {
  const room = Math.ceil(tree.tag.length * 1.5) + 64;
  const tags = newInt16s(room);
  tags.set(tree.tag);
  tree.tag = tags;
  for (const name of ['start', 'stop', 'parent', 'end', 'firstAttribute'] as const) {
    const wider = newInt32s(room);
    wider.set(tree[name]);
    tree[name] = wider;
  }
}

/** The tree with the room it did not use cut off. */
export function finishTree(tree: TreeBuilder): Tree {
  const { source, readTo, codes, size, attributes } = tree;
  tree.firstAttribute[size] = attributes.size;
  return {
    source,
    readTo,
    codes,
    tag: tree.tag.subarray(0, size),
    start: tree.start.subarray(0, size),
    stop: tree.stop.subarray(0, size),
    parent: tree.parent.subarray(0, size),
    end: tree.end.subarray(0, size),
    firstAttribute: tree.firstAttribute.subarray(0, size + 1),
    attributes,
    texts: null,
    flow: null,
  };
}
