import { inflateSync } from 'node:zlib';

/** A font's table from glyph to text. */
type GlyphTexts = Map<number, string>;

/**
 * The text of a PDF as Chromium writes it, page by page, as a reader would copy it: glyphs through
 * their ToUnicode tables, in the order they are drawn, without spaces between words. Enough for
 * our own files, so that the test needs no tool of the system. Replacement texts (ActualText) are
 * passed over, as many readers do: the glyphs themselves must say the right characters.
 */
export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const fonts = fontsOf(objects);
  return [...objects.values()]
    .filter((object) => /\/Type\s*\/Page\b/.test(object))
    .map((page) => {
      const contents = /\/Contents\s+(\d+) 0 R/.exec(page)?.[1] ?? '';
      return drawnText(streamOf(objects.get(contents) ?? ''), fonts);
    });
}

function objectsOf(text: string): Map<string, string> {
  const objects = [...text.matchAll(/(?:^|\n)(\d+) 0 obj\b(.*?)\nendobj/gs)];
  return new Map(objects.map(([, id = '', body = '']) => [id, body]));
}

function streamOf(object: string): string {
  const start = /stream\r?\n/.exec(object);
  if (!start) return '';
  const end = object.lastIndexOf('\nendstream');
  const bytes = Buffer.from(object.slice(start.index + start[0].length, end), 'latin1');
  return object.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : `${bytes}`;
}

/** Fonts by the name that pages call them (`F4`), found through the resources. */
function fontsOf(objects: Map<string, string>): Map<string, GlyphTexts> {
  const fonts = new Map<string, GlyphTexts>();
  for (const object of objects.values()) {
    for (const [, name = '', id = ''] of object.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (table !== undefined) fonts.set(name, glyphTexts(streamOf(objects.get(table) ?? '')));
    }
  }
  return fonts;
}

function glyphTexts(table: string): GlyphTexts {
  const texts: GlyphTexts = new Map();
  for (const [, block = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      texts.set(Number.parseInt(glyph, 16), utf16(text));
    }
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    )) {
      const first = Number.parseInt(from, 16);
      const code = utf16(text).codePointAt(0) ?? 0;
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++) {
        texts.set(glyph, String.fromCodePoint(code + glyph - first));
      }
    }
  }
  return texts;
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function drawnText(content: string, fonts: Map<string, GlyphTexts>): string {
  let font: GlyphTexts | undefined;
  let text = '';
  const drawn = content.replace(/\/ActualText\s*<[0-9A-Fa-f]*>/g, '');
  for (const [, name, hex] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name);
    for (const glyph of (hex ?? '').match(/.{4}/g) ?? []) {
      text += font?.get(Number.parseInt(glyph, 16)) ?? '\uFFFD';
    }
  }
  return text;
}
