import type { TemplateFamily } from '../page-model.ts';
import { empireCms } from './empire-cms.ts';
import { epoint } from './epoint.ts';
import { gkmlpt } from './gkmlpt.ts';
import { hanwebJpaas } from './hanweb-jpaas.ts';
import { oldTables } from './old-tables.ts';
import { siteserver } from './siteserver.ts';
import { trsWcm } from './trs-wcm.ts';
import { vsb } from './vsb.ts';

/** Every template family, in a fixed order. */
export const families: readonly TemplateFamily[] = [
  trsWcm,
  hanwebJpaas,
  gkmlpt,
  empireCms,
  siteserver,
  epoint,
  vsb,
  oldTables,
];
