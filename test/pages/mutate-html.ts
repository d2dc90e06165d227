/** Numbers from 0 up to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is put in, between bars. */
const PIECES = (
  '<|>|"|\'|=|/| |\n|&|;|<!|</|-->|<!--|<![CDATA[|&amp;|&copy=1|</a>|<a href=m.html>|<a>|' +
  '<img src=n.png>|<iframe src=f.html></iframe>|<div>|</div>|<p>|</p>|<b>|</b>|<span>|</span>|' +
  '<br/>|<li>|<ul>|</ul>|<table>|</table>|<tr>|<td>|</td>|</tr>|<tbody>|<script>|</script>|' +
  '<style>|</style>|<title>|</title>|<textarea>|<h2>|</h2>|<form>|</form>|<body>|</body>|' +
  '</html>|<head>|</head>|<select>|<option>|</select>|<noscript>|</noscript>'
).split('|');
const CHANGES = 3;

/** A page with one to three small injuries: a piece put in, cut out, doubled, moved; or cut short. */
export function mutateHtml(html: string, random: () => number): string {
  let text = html;
  const changes = 1 + Math.floor(random() * CHANGES);
  for (let change = 0; change < changes; change++) text = injure(text, random);
  return text;
}

function injure(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const length = 1 + Math.floor(random() ** 3 * 200);
  const kind = Math.floor(random() * 6);
  const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
  if (kind <= 1) return text.slice(0, at) + piece + text.slice(at);
  if (kind === 2) return text.slice(0, at) + text.slice(at + length);
  if (kind === 3) return text.slice(0, at) + text.slice(Math.max(0, at - length));
  if (kind === 4) return text.slice(0, at) + piece + text.slice(at + length);
  return random() < 0.5 ? text.slice(0, at) : text.slice(0, at) + text.slice(at + length, -length);
}
