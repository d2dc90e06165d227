import type { Entry } from '#domain/page.ts';
import { type DataPlace, entriesOfData } from './data-rows.ts';
import { decodeEntities } from './entities.ts';
import type { Literal } from './parse-literal.ts';

const CDATA = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g;
const TOKEN = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([\w:.-]+)([^<>]*?)(\/?)>|[^<]+|</g;
const MAX_DEPTH = 30;

/** The insides of all CDATA sections, joined: HTML rows as Hanweb's data blocks carry them. */
export function cdataOf(xml: string): string {
  return [...xml.matchAll(CDATA)].map((match) => match[1] ?? '').join('\n');
}

/** Rows of an XML text whose elements carry title, address and date as elements or attributes. */
export function entriesOfXml(xml: string, place: DataPlace): Entry[] {
  return entriesOfData(valueOfXml(xml), place);
}

interface Open {
  name: string;
  members: { [name: string]: Literal };
  text: string;
}

/** XML as plain values: attributes and children as members, repeated children as arrays. */
export function valueOfXml(xml: string): Literal {
  const root: Open = { name: '', members: {}, text: '' };
  const stack: Open[] = [root];
  const close = () => {
    const done = stack.pop();
    const parent = stack[stack.length - 1];
    if (!done || !parent) return;
    const isLeaf = Object.keys(done.members).length === 0;
    addMember(parent.members, done.name, isLeaf ? done.text.trim() : done.members);
    if (!isLeaf && done.text.trim() !== '') addMember(done.members, 'text', done.text.trim());
  };
  for (const token of xml.matchAll(TOKEN)) {
    const top = stack[stack.length - 1] ?? root;
    if (token[0].startsWith('<![CDATA[')) {
      top.text += token[0].slice(9).replace(/\]\]>$/, '');
    } else if (token[2] === undefined) top.text += decodeEntities(token[0], false);
    else if (token[1] === '/') {
      if (stack.some(({ name }) => name === token[2])) {
        while (stack.length > 1 && top.name !== token[2] && lastName(stack) !== token[2]) close();
        close();
      }
    } else if (stack.length < MAX_DEPTH) {
      stack.push({ name: token[2], members: attributes(token[3] ?? ''), text: '' });
      if (token[4] === '/') close();
    }
  }
  while (stack.length > 1) close();
  return root.members;
}

function lastName(stack: readonly Open[]): string {
  return stack[stack.length - 1]?.name ?? '';
}

function attributes(text: string): { [name: string]: Literal } {
  const members: { [name: string]: Literal } = {};
  for (const match of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    addMember(members, match[1] ?? '', decodeEntities(match[2] ?? match[3] ?? '', true));
  }
  return members;
}

function addMember(members: { [name: string]: Literal }, name: string, value: Literal): void {
  if (name === '__proto__') return;
  const known = members[name];
  if (known === undefined) members[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else members[name] = [known, value];
}
