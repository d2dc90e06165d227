import { readFileSync, writeFileSync } from 'node:fs';
import { CheerioCrawler, Configuration, log, LogLevel } from '@crawlee/cheerio';

// node run-crawlee.js JOB.json : crawls the sites of a job and checks what they link to.

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
log.setLevel(LogLevel.OFF);
const hosts = new Set(job.homepages.map((homepage) => new URL(homepage).host));
const seen = new Set(job.homepages);
const dead = [];
let pages = 0;

const crawler = new CheerioCrawler(
  {
    minConcurrency: job.concurrency,
    maxConcurrency: job.concurrency,
    maxRequestRetries: job.retries,
    requestHandlerTimeoutSecs: 60,
    navigationTimeoutSecs: job.timeoutSeconds,
    useSessionPool: false,
    additionalMimeTypes: ['application/pdf', 'image/jpeg', 'application/octet-stream', '*/*'],
    async requestHandler({ request, response, $, addRequests }) {
      if (response.statusCode >= 400) dead.push(request.url);
      const address = request.loadedUrl ?? request.url;
      if (response.statusCode >= 300 || $ === undefined || !hosts.has(new URL(address).host))
        return;
      pages += 1;
      const found = [];
      $('a[href], area[href], img[src], iframe[src], frame[src]').each((_, element) => {
        const href = element.attribs.href ?? element.attribs.src;
        const url = URL.parse(href, address);
        if (url === null || !/^https?:$/.test(url.protocol)) return;
        url.hash = '';
        if (seen.has(url.href)) return;
        seen.add(url.href);
        found.push({ url: url.href, uniqueKey: url.href });
      });
      if (found.length > 0) await addRequests(found);
    },
    failedRequestHandler({ request }) {
      dead.push(request.url);
    },
  },
  new Configuration({ persistStorage: false, purgeOnStart: true }),
);
await crawler.run(job.homepages);
writeFileSync(job.out, JSON.stringify({ pages, links: seen.size, dead: [...new Set(dead)] }));
process.exit(0);
