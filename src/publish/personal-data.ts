/** A stretch of a text that may be personal data, and what to put in its place. */
export interface PersonalSpan {
  kind: 'id-number' | 'bank-card' | 'phone' | 'email' | 'address' | 'name' | 'plate';
  /** In UTF-16 units: from the first up to, not with, the second. */
  from: number;
  to: number;
  text: string;
  masked: string;
}

interface Rule {
  kind: PersonalSpan['kind'];
  /** Sought in the text with full-width figures and letters made plain, of the same length. */
  pattern: RegExp;
  /** Whether what was found is one: by its check digit, for one. */
  isOne?: (found: string) => boolean;
  mask: (found: string) => string;
}

const digits = (text: string) => text.replace(/\D/g, '');

// In this order: what an earlier rule took, no later one looks at.
const rules: readonly Rule[] = [
  {
    kind: 'id-number',
    pattern:
      /(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g,
    mask: (found) => `${found.slice(0, 3)}${'*'.repeat(found.length - 4)}${found.slice(-1)}`,
  },
  {
    kind: 'id-number',
    pattern: /(?<![0-9A-Za-z])\d{6}\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?![0-9A-Za-z])/g,
    mask: (found) => `${found.slice(0, 3)}${'*'.repeat(found.length - 3)}`,
  },
  {
    kind: 'bank-card',
    pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,4})?(?!\d)/g,
    isOne: (found) => digits(found).length >= 15 && passesLuhn(digits(found)),
    mask: (found) => found.replace(/\d(?=(?:\D*\d){4})/g, '*'),
  },
  {
    kind: 'phone',
    pattern: /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g,
    mask: (found) => found.replace(/\d(?=(?:\D*\d){4})(?<=\d\D*\d\D*\d\D*\d)/g, '*'),
  },
  {
    kind: 'phone',
    pattern: /(?<!\d)(?:\(?0\d{2,3}\)?[ -]?)[2-9]\d{6,7}(?!\d)/g,
    mask: (found) => found.replace(/\d(?=\d{0,3}$)/g, '*'),
  },
  {
    kind: 'email',
    pattern: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/g,
    mask: (found) => `${found.slice(0, 1)}***${found.slice(found.indexOf('@'))}`,
  },
  {
    kind: 'plate',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g,
    mask: (found) => `${found.slice(0, 2)}*****`,
  },
  {
    kind: 'address',
    pattern:
      /[一-龥]{1,12}(?:路|街|巷|村|小区|花园|大道|弄|组|社区|公寓|苑)[一-龥0-9]{0,10}?\d{1,5}\s?(?:号|幢|栋|座|单元|室|楼|层|组)(?:[一-龥]{0,4}\d{1,5}\s?(?:号|幢|栋|座|单元|室|楼|层))*/g,
    mask: (found) => found.replace(/\d+/g, (number) => '*'.repeat(number.length)),
  },
  {
    kind: 'name',
    pattern:
      /(?<=(?:我叫|我是|本人|姓名[:：]?|联系人[:：]?))(?!是|为|叫|的|在|于|有|想|家|系|对)[一-龥]{2,3}(?=[，,。；;、\s(（]|$)/g,
    mask: (found) => `${found.slice(0, 1)}${'某'.repeat(found.length - 1)}`,
  },
];

/** Personal data that a text may hold, in its order. A proposal: a person decides. */
export function findPersonalData(text: string): PersonalSpan[] {
  const plain = narrow(text);
  const spans: PersonalSpan[] = [];
  for (const { kind, pattern, isOne, mask } of rules) {
    for (const match of plain.matchAll(pattern)) {
      const [found] = match;
      const [from, to] = [match.index, match.index + found.length];
      const isTaken = spans.some((span) => from < span.to && span.from < to);
      if (isTaken || isOne?.(found) === false) continue;
      spans.push({ kind, from, to, text: text.slice(from, to), masked: mask(found) });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** The text with what may be personal data masked. */
export function maskPersonalData(text: string): string {
  let [masked, at] = ['', 0];
  for (const span of findPersonalData(text)) {
    masked += text.slice(at, span.from) + span.masked;
    at = span.to;
  }
  return masked + text.slice(at);
}

/** Full-width figures, letters and signs as plain ones, each of one unit as before. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
