import type { ListModel } from '../page-model.ts';
import { charsetTag } from './chrome-html.ts';
import { mainList } from './deliver-rows.ts';
import { escapeHtml } from './escape-html.ts';
import type { Ink, Skin } from './skin.ts';

/** The page inside the frame of a list page: rows and nothing else. */
export function frameOfRows(skin: Skin, model: ListModel, ink: Ink): string {
  return `<html><head>
${charsetTag(model.chrome, 'http-equiv')}
<title>${escapeHtml(model.channel.name)}</title>
<base target="_blank">
</head>
<body style="background:transparent">
${mainList(skin, model, ink)}
</body></html>`;
}
