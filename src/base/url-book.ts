import { shorts, words } from './column.ts';
import type { Url } from './url.ts';

/** Bytes of the texts are kept in blocks of this size. */
const BLOCK = 1 << 18;
/** Texts longer than this are kept as they are: there are few. */
const LONGEST = 0xffff;
/** Folders that are known by number; sites that have more write theirs out each time. */
const MOST_FOLDERS = 50_000;
const FIRST_SLOTS = 1 << 12;
/** Slots are doubled when so many of them are taken: a million and a half addresses take 8 MB of them. */
const FULL = 0.8;
/** Of so many texts the place of the first is kept; the others' follow from the lengths. */
const STEP = 8;

/**
 * Addresses by number, from 0 in order of their coming: each is kept once, its folder and its last
 * part apart, in plain bytes. A million of a site's addresses take some 35 MB, a third of what they
 * take as strings in a map. Exact: no address is ever taken for another.
 */
export class UrlBook {
  readonly #folders = new Map<string, number>([['', 0]]);
  readonly #folderTexts: string[] = [''];
  readonly #folder = shorts();
  /** How long the last part is, and where that of every `STEP`th address begins, over all blocks. */
  readonly #length = shorts();
  readonly #starts = words();
  readonly #blocks: Buffer[] = [];
  readonly #long = new Map<number, string>();
  /** Where the next last part may begin. */
  #free = 0;
  /** Numbers plus one, by hash; 0 is free. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #size = 0;

  /** How many addresses there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of an address, which is given one where it has none. */
  add(url: Url): number {
    const cut = url.lastIndexOf('/') + 1;
    const folder = this.#folderOf(url, cut);
    const from = folder === 0 ? 0 : cut;
    const slot = this.#find(url, folder, from);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const id = this.#size++;
    this.#folder.set(id, folder);
    this.#write(id, url, from);
    this.#slots[slot] = id + 1;
    if (this.#size > this.#slots.length * FULL) this.#grow();
    return id;
  }

  /** The number of an address; -1 when it has none. */
  idOf(url: Url): number {
    const cut = url.lastIndexOf('/') + 1;
    const folder = this.#folders.get(url.slice(0, cut)) ?? 0;
    return (this.#slots[this.#find(url, folder, folder === 0 ? 0 : cut)] ?? 0) - 1;
  }

  /** The address of a number that was given. */
  urlOf(id: number): Url {
    const long = this.#long.get(id);
    if (long !== undefined) return long;
    const start = this.#startOf(id);
    const block = this.#blocks[Math.floor(start / BLOCK)];
    const at = start % BLOCK;
    const text = block?.toString('utf8', at, at + this.#length.get(id)) ?? '';
    return `${this.#folderTexts[this.#folder.get(id)]}${text}`;
  }

  /** Orders two numbers by their addresses, as `compareText` orders texts. */
  compare(a: number, b: number): number {
    if (a === b) return 0;
    const folder = this.#folder.get(a);
    if (folder === this.#folder.get(b) && !this.#long.has(a) && !this.#long.has(b)) {
      return this.#compareParts(a, b);
    }
    return this.#compareFolders(a, b) || (this.urlOf(a) < this.urlOf(b) ? -1 : 1);
  }

  /** 0 where folders do not tell: one lies in the other, or is unknown. */
  #compareFolders(a: number, b: number): number {
    const one = this.#folderTexts[this.#folder.get(a)] ?? '';
    const other = this.#folderTexts[this.#folder.get(b)] ?? '';
    if (one.startsWith(other) || other.startsWith(one)) return 0;
    return one < other ? -1 : 1;
  }

  #compareParts(a: number, b: number): number {
    const [startA, startB] = [this.#startOf(a), this.#startOf(b)];
    const [lengthA, lengthB] = [this.#length.get(a), this.#length.get(b)];
    const blockA = this.#blocks[Math.floor(startA / BLOCK)] as Buffer;
    const blockB = this.#blocks[Math.floor(startB / BLOCK)] as Buffer;
    const [atA, atB] = [startA % BLOCK, startB % BLOCK];
    for (let step = 0; step < lengthA && step < lengthB; step++) {
      const difference = (blockA[atA + step] ?? 0) - (blockB[atB + step] ?? 0);
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }

  #folderOf(url: Url, cut: number): number {
    const text = url.slice(0, cut);
    const known = this.#folders.get(text);
    if (known !== undefined) return known;
    if (this.#folderTexts.length > MOST_FOLDERS) return 0;
    // A text of its own, so that the page it was cut from can go.
    const own = Buffer.from(text).toString();
    this.#folders.set(own, this.#folderTexts.length);
    return this.#folderTexts.push(own) - 1;
  }

  /** The slot of an address, or the free one where it belongs. */
  #find(url: Url, folder: number, from: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(url, folder, from) & mask;
    for (;;) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0 || this.#is(known, url, folder, from)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #is(id: number, url: Url, folder: number, from: number): boolean {
    if (this.#folder.get(id) !== folder) return false;
    const long = this.#long.get(id);
    if (long !== undefined) return long === url;
    const length = this.#length.get(id);
    if (length < url.length - from) return false;
    const start = this.#startOf(id);
    const block = this.#blocks[Math.floor(start / BLOCK)];
    if (block === undefined) return false;
    const at = start % BLOCK;
    if (length > url.length - from) {
      return block.toString('utf8', at, at + length) === url.slice(from);
    }
    for (let step = 0; step < length; step++) {
      if (block[at + step] !== url.charCodeAt(from + step)) return false;
    }
    return true;
  }

  #write(id: number, url: Url, from: number): void {
    const text = from === 0 ? url : url.slice(from);
    const length = Buffer.byteLength(text);
    const isLong = length > LONGEST;
    if (isLong) this.#long.set(id, url);
    if (id % STEP === 0) this.#starts.push(this.#free);
    this.#length.set(id, isLong ? 0 : length);
    if (isLong) return;
    const start = placeOf(this.#free, length);
    const number = Math.floor(start / BLOCK);
    if (number === this.#blocks.length) this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK));
    this.#blocks[number]?.write(text, start % BLOCK);
    this.#free = start + length;
  }

  #startOf(id: number): number {
    let start = this.#starts.get(Math.floor(id / STEP));
    for (let before = id - (id % STEP); before < id; before++) {
      const length = this.#length.get(before);
      start = placeOf(start, length) + length;
    }
    return placeOf(start, this.#length.get(id));
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.#size; id++) {
      const folder = this.#folder.get(id);
      const url = this.urlOf(id);
      const from = folder === 0 ? 0 : (this.#folderTexts[folder] ?? '').length;
      let slot = hashOf(url, folder, from) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }
}

/** Where a text stands that may begin here: whole in one block. */
function placeOf(free: number, length: number): number {
  const rest = BLOCK - (free % BLOCK);
  return length > rest ? free + rest : free;
}

/** FNV-1a over the last part, begun with the folder, stirred at the end. */
function hashOf(url: Url, folder: number, from: number): number {
  let hash = Math.imul(0x811c9dc5 ^ folder, 0x01000193);
  for (let at = from; at < url.length; at++) {
    hash = Math.imul(hash ^ url.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x85ebca6b) >>> 7;
}
