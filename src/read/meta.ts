import { ATTRIBUTE, attributeOf, TAG, tidy, type Tree } from './tree.ts';

/** Meta tags by name as written (the first that says something wins), `property` ones too. */
export function readMeta(tree: Tree): Record<string, string> {
  const meta: Record<string, string> = {};
  for (let node = 0; node < tree.tag.length; node++) {
    if (tree.tag[node] !== TAG.meta) continue;
    const name =
      attributeOf(tree, node, ATTRIBUTE.name) ?? attributeOf(tree, node, ATTRIBUTE.property);
    const content = attributeOf(tree, node, ATTRIBUTE.content);
    if (name === null || content === null) continue;
    const bare = name.trim();
    if (bare === '' || name === '__proto__') continue;
    if (!meta[bare]) meta[bare] = tidy(content);
  }
  return meta;
}

/** The value of a meta tag whatever the case of its name; '' when there is none. */
export function metaValue(meta: Record<string, string>, ...names: string[]): string {
  const values = lowerNamed(meta);
  for (const wanted of names) {
    const value = values.get(wanted.toLowerCase());
    if (value !== undefined) return value;
  }
  return '';
}

/** The tags asked for last: those of one page are asked for many times. */
let lowered: { meta: Record<string, string>; values: Map<string, string> } = {
  meta: {},
  values: new Map(),
};

/** Tags that say something, by their names in lower case. Tags do not change once they are read. */
function lowerNamed(meta: Record<string, string>): Map<string, string> {
  if (lowered.meta === meta) return lowered.values;
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(meta)) {
    const lower = name.toLowerCase();
    if (value !== '' && !values.has(lower)) values.set(lower, value);
  }
  lowered = { meta, values };
  return values;
}

/** Inside of `<title>`, white space tidied; '' without one. */
export function readTitleTag(tree: Tree, decode: (text: string) => string): string {
  for (let node = 0; node < tree.tag.length; node++) {
    if (tree.tag[node] !== TAG.title) continue;
    const inside = tree.source.slice(tree.start[node + 1], tree.stop[node + 1]);
    if (node + 1 < (tree.end[node] ?? 0)) return tidy(decode(inside));
  }
  return '';
}
