/** Characters that make up a fifth or more of any Chinese official text, in both scripts. */
const EVERYDAY =
  '的一是不了在人有我他这中大来上个国和地到以说时要就出会可也你对生能年公政府信息通知关于' +
  '市工作建设发展管理服务局委办民社第日月位部门网站首页今天開關於資訊會議務發展網頁這個';
/** 1 at the codes of those. */
const isEveryday = new Uint8Array(0x10000);
for (let at = 0; at < EVERYDAY.length; at++) isEveryday[EVERYDAY.charCodeAt(at)] = 1;

/** How many everyday characters a text holds. */
export function everydayCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    count += isEveryday[text.charCodeAt(at)] ?? 0;
  }
  return count;
}

/** What the characters beyond ASCII are: all of them, everyday ones, broken ones. */
export interface WideCounts {
  wide: number;
  everyday: number;
  broken: number;
}

export function countWide(text: string): WideCounts {
  const counts = { wide: 0, everyday: 0, broken: 0 };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    counts.wide++;
    if (code === 0xfffd) counts.broken++;
    else counts.everyday += isEveryday[code] ?? 0;
  }
  return counts;
}
