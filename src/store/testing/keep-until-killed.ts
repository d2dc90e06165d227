import { openRunFolder } from '../run-folder.ts';
import { openSiteArchive } from '../site-archive.ts';
import { sampleSite, sampleVisit } from './sample-run.ts';

// Keeps visits without end, and says so once a good number is on disk: to be killed then.
const archive = openSiteArchive(openRunFolder(process.argv[2] ?? ''), sampleSite.key);
for (let number = 1; ; number++) {
  await archive.keep(sampleVisit(number));
  if (number % 100 === 0) await archive.flush();
  if (number === 300) process.stdout.write('300 kept\n');
}
