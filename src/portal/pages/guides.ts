import { html } from 'hono/html';
import { Refusal } from '#base/refusal.ts';
import { type GuideFiles, openGuides } from '#office/open-guides.ts';
import { show } from '../call.ts';
import { guideBlocks } from '../guide/guide-blocks.ts';
import { guideHtml } from '../guide/guide-html.ts';
import type { Call, PortalRoute } from '../portal-context.ts';

/** The guides as pages, for the office, for units and for citizens; and their pictures. */
export function guideRoutes(): readonly PortalRoute[] {
  let opened: GuideFiles | null = null;
  const guides = () => {
    opened ??= openGuides();
    return opened;
  };
  return [
    { method: 'get', path: '/guide/:guide', answer: (call) => showGuide(call, guides()) },
    {
      method: 'get',
      path: '/guide/pictures/:tongue/:picture',
      isPlain: true,
      answer: (call) => showPicture(call, guides()),
    },
  ];
}

function showGuide(call: Call, { texts }: GuideFiles): Response | Promise<Response> {
  const { view, http } = call;
  const name = http.req.param('guide') ?? '';
  const text = texts.get(`${name}.${view.language}`);
  if (text === undefined) throw new Refusal('not-found', { thing: 'page', id: name.slice(0, 20) });
  const [first, ...blocks] = guideBlocks(text);
  const title = first?.kind === 'heading' ? first.text : name;
  const body = html`<div class="guide">${guideHtml(view, blocks)}</div>`;
  return show(call, { title, body });
}

function showPicture({ http }: Call, guides: GuideFiles): Response {
  const path = `${http.req.param('tongue')}/${http.req.param('picture')}`;
  const bytes = guides.picture(path);
  if (bytes === null) throw new Refusal('not-found', { thing: 'picture', id: path.slice(0, 40) });
  http.header('content-type', 'image/webp');
  http.header('cache-control', 'public, max-age=3600');
  return http.body(new Uint8Array(bytes));
}
