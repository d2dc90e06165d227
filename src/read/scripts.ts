import { signsOf } from './script-signs.ts';
import { ATTRIBUTE, attributeOf, TAG, type Tree } from './tree.ts';

/** A script of the page: its type and inside (empty when it only loads a file). */
export interface Script {
  node: number;
  type: string;
  src: string | null;
  code: string;
  /** Where the inside begins in the source. */
  start: number;
  /** What the code may hold: `SCRIPT_HAS`. */
  signs: number;
}

/** All scripts in document order. */
export function readScripts(tree: Tree): Script[] {
  const scripts: Script[] = [];
  for (let node = 0; node < tree.tag.length; node++) {
    if (tree.tag[node] !== TAG.script) continue;
    const hasInside = node + 1 < (tree.end[node] ?? 0);
    const start = hasInside ? (tree.start[node + 1] ?? 0) : (tree.stop[node] ?? 0);
    scripts.push({
      node,
      type: (attributeOf(tree, node, ATTRIBUTE.type) ?? '').toLowerCase(),
      src: attributeOf(tree, node, ATTRIBUTE.src),
      code: hasInside ? tree.source.slice(start, tree.stop[node + 1]) : '',
      start,
      signs: hasInside ? signsOf(tree.codes, start, tree.stop[node + 1] ?? start) : 0,
    });
  }
  return scripts;
}
