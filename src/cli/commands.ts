import type { AddCommand } from './add-command.ts';

type Load = () => Promise<AddCommand>;

/**
 * Every command of the command line, in the order of `--help`. Each is loaded when it is called, and
 * all for the help: what the others need would take half a second and 30 MB at every start.
 */
const loads: Readonly<Record<string, Load>> = {
  inspect: async () => (await import('./commands/inspect.ts')).addInspect,
  probe: async () => (await import('./commands/probe.ts')).addProbe,
  score: async () => (await import('./commands/score.ts')).addScore,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  publish: async () => (await import('./commands/publish.ts')).addPublish,
  audit: async () => (await import('./commands/audit.ts')).addAudit,
  read: async () => (await import('./commands/read.ts')).addRead,
  rubric: async () => (await import('./commands/rubric-command.ts')).addRubric,
  city: async () => (await import('./commands/city.ts')).addCity,
  demo: async () => (await import('./commands/demo.ts')).addDemo,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  work: async () => (await import('./commands/work.ts')).addWork,
  migrate: async () => (await import('./commands/migrate.ts')).addMigrate,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  restore: async () => (await import('./commands/backup.ts')).addRestore,
  evidence: async () => (await import('./commands/evidence.ts')).addEvidence,
  ledger: async () => (await import('./commands/ledger.ts')).addLedger,
  config: async () => (await import('./commands/config.ts')).addConfig,
};

/** The commands that a call may mean: the one its first word names, else all. */
export async function commandsFor(argv: readonly string[]): Promise<readonly AddCommand[]> {
  const [name = ''] = argv;
  const own = Object.hasOwn(loads, name) ? loads[name] : undefined;
  const called = own === undefined ? Object.values(loads) : [own];
  return await Promise.all(called.map((load) => load()));
}
