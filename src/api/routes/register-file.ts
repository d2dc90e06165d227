import { z } from '@hono/zod-openapi';
import { exportRegister } from '#office/export-register.ts';
import { importRegister } from '#office/import-register.ts';
import { previewImport } from '#office/preview-import.ts';
import type { ImportFile } from '#office/read-import.ts';
import { type Route, route } from '../route.ts';
import { number32, text, warning } from './register-shapes.ts';

const tag = 'register';
/** 14,000 lines are 2 MB. */
const upload = { maxBytes: 16 << 20 };
const form = z.enum(['csv', 'xlsx']);
const about = { region: number32, form };

const cell = z.union([z.string(), z.number()]).nullable();
const texts = { zh: z.string(), en: z.string() };
const preview = z.object({
  token: z.string().nullable(),
  counts: z.object({
    addedUnits: z.number(),
    addedSites: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    missing: z.number(),
    mistakes: z.number(),
    warnings: z.number(),
  }),
  added: z.array(z.object({ line: z.number(), unit: z.string(), homepage: z.string().nullable() })),
  changed: z.array(
    z.object({
      line: z.number(),
      thing: z.enum(['unit', 'site']),
      id: z.number(),
      unit: z.string(),
      fields: z.array(z.object({ field: z.string(), before: cell, after: cell })),
    }),
  ),
  missing: z.array(z.object({ siteId: z.number(), name: z.string(), homepage: z.string() })),
  mistakes: z.array(z.object({ line: z.number(), column: z.string(), code: z.string(), ...texts })),
  warnings: z.array(z.object({ line: z.number(), warning, ...texts })),
});

export const registerFileRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/register/export',
    entrance: 'register.read',
    tag,
    summary: 'Units and sites of a region as csv or xlsx; importing it again changes nothing',
    query: z.object(about),
    download: true,
    handle: (desk, { query }) => exportRegister(desk, { regionId: query.region, form: query.form }),
  }),
  route({
    method: 'post',
    path: '/register/import/preview',
    entrance: 'register.edit',
    tag,
    summary: 'What importing a file would change, line by line; gives the token to apply it',
    query: z.object(about),
    upload,
    answer: preview,
    handle: (desk, { query, upload: bytes }) => previewImport(desk, fileOf(query, bytes)),
  }),
  route({
    method: 'post',
    path: '/register/import',
    entrance: 'register.edit',
    tag,
    summary: 'Import the file exactly as it was previewed',
    query: z.object({ ...about, token: text(100) }),
    upload,
    answer: z.object({
      addedUnits: z.number(),
      addedSites: z.number(),
      changed: z.number(),
    }),
    handle: (desk, { query, upload: bytes }) =>
      importRegister(desk, fileOf(query, bytes), query.token),
  }),
];

function fileOf(
  query: { region: number; form: 'csv' | 'xlsx' },
  bytes: Uint8Array = new Uint8Array(),
): ImportFile {
  return { name: `import.${query.form}`, bytes, regionId: query.region };
}
