/** A value as Open311 has it: members in the order they are given, null as an empty element. */
export type XmlValue = string | number | boolean | null | XmlValue[] | { [name: string]: XmlValue };

/** Names of the elements of lists, by the name of the list. */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};

/** A document of one root element, in UTF-8 with its declaration. */
export function toXml(root: string, value: XmlValue): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: XmlValue): string {
  if (value === null) return `<${name}/>`;
  if (Array.isArray(value)) {
    const item = itemNames[name] ?? 'item';
    return `<${name}>${value.map((one) => element(item, one)).join('')}</${name}>`;
  }
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([member, one]) => element(member, one));
    return `<${name}>${members.join('')}</${name}>`;
  }
  return `<${name}>${escaped(String(value))}</${name}>`;
}

/** Text as XML 1.0 may hold it: what it cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');
}
