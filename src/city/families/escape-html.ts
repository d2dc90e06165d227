const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => REFERENCES[sign] ?? sign);
}

/** A text as a script's string literal, in ASCII only, so that no charset can break it. */
export function scriptString(text: string): string {
  return asciiJson(JSON.stringify(text)).replace(/[<>]/g, unicodeEscape);
}

/** JSON with everything beyond ASCII escaped. */
export function asciiJson(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, unicodeEscape);
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
