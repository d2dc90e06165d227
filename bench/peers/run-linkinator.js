import { readFileSync, writeFileSync } from 'node:fs';
import { LinkChecker } from 'linkinator';

// node run-linkinator.js JOB.json : checks the sites of a job, writes what was found to its `out`.

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const checker = new LinkChecker();
let pages = 0;
checker.on('pagestart', () => {
  pages += 1;
});
const { links } = await checker.check({
  path: job.homepages,
  recurse: true,
  concurrency: job.concurrency,
  timeout: job.timeoutSeconds * 1000,
});
const dead = links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url);
writeFileSync(
  job.out,
  JSON.stringify({
    pages,
    links: new Set(links.map(({ url }) => url)).size,
    dead: [...new Set(dead)],
  }),
);
process.exit(0);
