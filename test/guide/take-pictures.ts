import { mkdirSync } from 'node:fs';
import { openChromium } from '../browser/open-chromium.ts';
import { pictureForGuides } from '../portal/picture-portal.ts';
import { shootConsole } from './shoot-console.ts';

// `npm run guide-pictures [-- --only=NAME,NAME]`: every picture of the guides anew, in Chinese and
// in English, of the sample office: its console as office and units see it, its public pages as a
// visitor's phone shows them.

const folder = new URL('../../docs/guide/pictures/', import.meta.url).pathname;
const only = process.argv
  .find((one) => one.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

for (const tongue of ['zh', 'en']) mkdirSync(`${folder}${tongue}`, { recursive: true });
const { browser, close } = await openChromium();
try {
  if (!only) for (const file of await pictureForGuides(browser, folder)) console.log(file);
  const wanted = { folder, ...(only && { only }) };
  for (const file of await shootConsole(browser, wanted)) console.log(file);
} finally {
  await close();
}
