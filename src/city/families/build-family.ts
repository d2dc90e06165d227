import type { ListModel, PageModel, RenderedPage, TemplateFamily } from '../page-model.ts';
import { encodePage } from './encode-page.ts';
import { frameOfRows } from './frame-of-rows.ts';
import { makeInk } from './ink.ts';
import { renderModel } from './render-model.ts';
import type { Skin } from './skin.ts';

/** What a family says of itself beside its look. */
export type FamilyFacts = Pick<TemplateFamily, 'id' | 'deliveries' | 'address'>;

/** A template family from its look. */
export function buildFamily(facts: FamilyFacts, skin: Skin): TemplateFamily {
  return {
    ...facts,
    render: (model) => htmlPage(renderModel(skin, model, facts.deliveries), model),
    renderData: (model) => renderData(skin, model),
  };
}

function renderData(skin: Skin, model: ListModel): RenderedPage {
  const ink = makeInk(skin, model.chrome, model.dataHref);
  return model.delivery === 'iframe'
    ? htmlPage(frameOfRows(skin, model, ink), model)
    : skin.endpointData(model, ink);
}

function htmlPage(html: string, model: PageModel): RenderedPage {
  const { charset, charsetDeclared } = model.chrome;
  const isInHeader = charsetDeclared === 'header' || charsetDeclared === 'both';
  return {
    body: encodePage(html, charset),
    contentType: isInHeader ? `text/html; charset=${charset}` : 'text/html',
  };
}
