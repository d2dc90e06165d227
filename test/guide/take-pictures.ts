import { mkdirSync } from 'node:fs';
import { openChromium } from '../browser/open-chromium.ts';
import { guidePages, pictureForGuides } from '../portal/picture-portal.ts';
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
const wanted = { folder, ...(only && { only }) };
const { browser, close } = await openChromium();
try {
  for (const file of await shootConsole(browser, wanted)) console.log(file);
  if (only === undefined || guidePages.some((name) => only.includes(name))) {
    for (const file of await pictureForGuides(browser, wanted)) console.log(file);
  }
} finally {
  await close();
}
