import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SampleLogin } from '#office/testing/sample-people.ts';
import { openChromium } from './open-chromium.ts';
import { reachService } from './running-service.ts';
import { openSampleService } from './sample-service.ts';
import { addressOf, listedScreens } from './screen-list.ts';
import { visit, type WidthName } from './visitor.ts';

// `npm run screenshots -- [FOLDER] [--only=WORD,WORD] [--as=LOGIN] [--dark]`: every screen of the
// console's table, in both languages, at 1440 and 390 pixels, of the sample office; of a service
// that runs already (the demo) with `--origin=URL --password=WORD`.

const options = process.argv.slice(2);
const folder = resolve(options.find((one) => !one.startsWith('--')) ?? 'out/screenshots');
const only = valueOf('--only');
const login = (valueOf('--as') ?? 'inspector') as SampleLogin;
const running = valueOf('--origin');
const theme = options.includes('--dark') ? 'dark' : 'light';

function valueOf(name: string): string | null {
  return options.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

async function openSample() {
  const service = await openSampleService();
  const { origin: at, world, close: end } = service;
  return {
    origin: at,
    cookie: await service.cookieOf(login),
    things: world.things.own,
    close: end,
  };
}

async function reachRunning(at: string) {
  const password = valueOf('--password') ?? '';
  return { ...(await reachService(at, { login, password })), close: async () => undefined };
}

mkdirSync(folder, { recursive: true });
const { origin, cookie, things, close } = await (running === null
  ? openSample()
  : reachRunning(running));
const chromium = await openChromium();
let complaints = 0;
for (const language of ['zh', 'en'] as const) {
  const visitor = await visit(chromium.browser, { origin, cookie, language, theme });
  await visitor.open('/');
  for (const screen of listedScreens()) {
    if (only !== null && !only.split(',').some((word) => screen.name.includes(word))) continue;
    await visitor.turn(addressOf(screen, things));
    for (const width of ['desktop', 'phone'] as const satisfies WidthName[]) {
      await visitor.look(width, theme);
      const name = `${screen.name}-${language}-${width}${theme === 'dark' ? '-dark' : ''}.png`;
      await visitor.grow();
      await visitor.page.screenshot({ path: join(folder, name) });
      const wide = await visitor.overflowPx();
      if (wide > 0) console.log(`${name}: ${wide} px wider than the screen`);
    }
  }
  for (const one of visitor.complaints) console.log(one);
  complaints += visitor.complaints.length;
  await visitor.close();
}
await chromium.close();
await close();
console.log(`${folder}${complaints > 0 ? `, ${complaints} complaints` : ''}`);
process.exitCode = complaints > 0 ? 1 : 0;
