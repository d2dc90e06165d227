/** Opens the embedded server of a folder, tells about it in one line, waits, and ends as told. */
import { openPostgres } from '../open-postgres.ts';

const server = await openPostgres({ dataDir: process.argv[2] ?? '' }, { mayLose: true });
server.onExit(() => process.stdout.write('gone\n'));
process.stdout.write(`${JSON.stringify({ url: server.url, isOurs: server.isOurs })}\n`);
process.stdin.on('data', async () => {
  await server.stop();
  process.exit(0);
});
