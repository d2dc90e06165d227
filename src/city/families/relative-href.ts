/**
 * An address as seen from another page of the same site: `./201905/t1.html`, `../index.html`.
 * What is no plain root-relative address comes back as it is.
 */
export function relativeHref(from: string, to: string): string {
  if (!isPlain(from) || !isPlain(to)) return to;
  const [path = '', rest = ''] = splitAt(to, to.search(/[?#]/));
  const [fromPath = ''] = splitAt(from, from.search(/[?#]/));
  const here = fromPath.split('/').slice(1, -1);
  const there = path.split('/').slice(1);
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared++;
  const up = '../'.repeat(here.length - shared);
  return `${up || './'}${there.slice(shared).join('/')}${rest}`;
}

function splitAt(text: string, index: number): [string, string] {
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)];
}

function isPlain(href: string): boolean {
  return href.startsWith('/') && !/\/\/|\/\.|%2e|\\|[\t\n\r]/i.test(href.replace(/[?#].*$/s, ''));
}
