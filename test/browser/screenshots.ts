import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { openSampleService } from './sample-service.ts';
import { addressOf, listedScreens } from './screen-list.ts';
import { visit, type WidthName } from './visitor.ts';

// `npm run screenshots -- [FOLDER] [--only WORD,WORD] [--as LOGIN] [--dark]`: every screen of the
// console's table, in both languages, at 1440 and 390 pixels.

const options = process.argv.slice(2);
const folder = resolve(options.find((one) => !one.startsWith('--')) ?? 'out/screenshots');
const only = valueOf('--only');
const login = (valueOf('--as') ?? 'inspector') as SampleLogin;
const theme = options.includes('--dark') ? 'dark' : 'light';

function valueOf(name: string): string | null {
  return options.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

mkdirSync(folder, { recursive: true });
const service = await openSampleService();
const chromium = await openChromium();
const cookie = await service.cookieOf(login);
let complaints = 0;
for (const language of ['zh', 'en'] as const) {
  for (const width of ['desktop', 'phone'] as const satisfies WidthName[]) {
    const { origin } = service;
    const visitor = await visit(chromium.browser, { origin, cookie, language, width, theme });
    for (const screen of listedScreens()) {
      if (only !== null && !only.split(',').some((word) => screen.name.includes(word))) continue;
      await visitor.open(addressOf(screen, service.world.things.own));
      const name = `${screen.name}-${language}-${width}${theme === 'dark' ? '-dark' : ''}.png`;
      await visitor.grow();
      await visitor.page.screenshot({ path: join(folder, name) });
      const wide = await visitor.overflowPx();
      if (wide > 0) console.log(`${name}: ${wide} px wider than the screen`);
    }
    for (const one of visitor.complaints) console.log(one);
    complaints += visitor.complaints.length;
    await visitor.close();
  }
}
await chromium.close();
await service.close();
console.log(`${folder}${complaints > 0 ? `, ${complaints} complaints` : ''}`);
process.exitCode = complaints > 0 ? 1 : 0;
