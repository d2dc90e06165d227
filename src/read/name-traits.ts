import { ATTRIBUTE, attributeAt, attributeOf } from './attributes.ts';
import type { Tree } from './tree.ts';

/** What the author of a page called an element, and what is known of that name. */
export interface AuthorName {
  id: string;
  className: string;
  /** Traits that were asked for, and those that hold: a bit each. */
  asked: number;
  held: number;
}

/** Whether an element's name has a trait. */
export type NameTrait = (tree: Tree, node: number) => boolean;

/** Names come again row by row and page by page; the table starts anew when it is full. */
const MAX_NAMES = 20_000;
const NAMELESS: AuthorName = { id: '', className: '', asked: 0, held: 0 };
let names = new Map<string, AuthorName>();
let traits = 0;

/**
 * A test of names by a pattern, on id and class joined by a blank in this order or the other.
 * Each name is tested once, however many elements bear it.
 */
export function nameTrait(pattern: RegExp, order: 'id class' | 'class id' = 'id class'): NameTrait {
  const bit = 1 << traits++;
  return (tree, node) => {
    const name = nameOf(tree, node);
    if ((name.asked & bit) === 0) {
      name.asked |= bit;
      const { id, className } = name;
      const words = order === 'id class' ? `${id} ${className}` : `${className} ${id}`;
      if (pattern.test(words)) name.held |= bit;
    }
    return (name.held & bit) !== 0;
  };
}

function nameOf(tree: Tree, node: number): AuthorName {
  if ((tree.tag[node] ?? 0) <= 0) return NAMELESS;
  if (
    !(attributeAt(tree, node, ATTRIBUTE.id) >= 0) &&
    !(attributeAt(tree, node, ATTRIBUTE.class) >= 0)
  )
    return NAMELESS;
  tree.names ??= roomFor(tree);
  let name = tree.names[node];
  if (name === undefined) {
    name = shared(
      attributeOf(tree, node, ATTRIBUTE.id) ?? '',
      attributeOf(tree, node, ATTRIBUTE.class) ?? '',
    );
    tree.names[node] = name;
  }
  return name;
}

function roomFor(tree: Tree): (AuthorName | undefined)[] {
  const room: (AuthorName | undefined)[] = [];
  for (let node = 0; node < tree.tag.length; node++) room.push(undefined);
  return room;
}

function shared(id: string, className: string): AuthorName {
  const key = id === '' ? className : `${id}\n${className}`;
  let name = names.get(key);
  if (name === undefined) {
    if (names.size >= MAX_NAMES) names = new Map();
    name = { id, className, asked: 0, held: 0 };
    names.set(key, name);
  }
  return name;
}

/** Id and class of an element, joined: what its author called it; '' for what is no element. */
export function authorName(tree: Tree, node: number): string {
  if ((tree.tag[node] ?? 0) <= 0) return '';
  const { id, className } = nameOf(tree, node);
  return `${id} ${className}`;
}
