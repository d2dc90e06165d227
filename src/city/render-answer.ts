import type { Answer } from './answer-path.ts';
import type { TemplateFamily } from './page-model.ts';

/** A status, headers and bytes, ready to be sent. */
export interface Response {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Turns what a site says into bytes; null for what is not said in HTTP at all. */
export function renderAnswer(answer: Answer, family: TemplateFamily): Response | null {
  switch (answer.kind) {
    case 'page': {
      const { body, contentType } = family.render(answer.model);
      const isPlain = answer.model.type !== 'home' && answer.model.type !== 'landing';
      const bytes = isPlain ? body : withDeadWood(body);
      return { status: answer.status, headers: { 'content-type': contentType }, body: bytes };
    }
    case 'rows': {
      const { body, contentType } = family.renderData(answer.model);
      return { status: 200, headers: { 'content-type': contentType }, body };
    }
    case 'bytes': {
      const { status, contentType, body } = answer;
      return { status, headers: { 'content-type': contentType }, body };
    }
    case 'redirect': {
      const headers: Record<string, string> = { location: answer.location };
      if (answer.cookie) headers['set-cookie'] = answer.cookie;
      return { status: 302, headers, body: new Uint8Array() };
    }
    case 'reset':
    case 'silence':
      return null;
  }
}

/** Addresses that no reader can follow: commented out, in a script, behind a form. ASCII only. */
const deadWood = Buffer.from(
  '\n<!-- <a href="/gone/commented.html">2018</a> <img src="/gone/commented.jpg"> -->\n' +
    '<script>var oldHome = "/gone/script.html"; var hint = "<a href=\'/gone/text.html\'>x</a>";' +
    '</script>\n<form action="/gone/form.jsp" method="post">' +
    '<input type="hidden" name="k" value="1"></form>\n',
);

function withDeadWood(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const end = Math.max(bytes.lastIndexOf('</body>'), bytes.lastIndexOf('</BODY>'));
  if (end < 0) return body;
  return Buffer.concat([bytes.subarray(0, end), deadWood, bytes.subarray(end)]);
}
