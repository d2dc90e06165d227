import type { AddCommand } from './add-command.ts';
import { addAudit } from './commands/audit.ts';
import { addCity } from './commands/city.ts';
import { addDemo } from './commands/demo.ts';
import { addExplain } from './commands/explain.ts';
import { addInspect } from './commands/inspect.ts';
import { addProbe } from './commands/probe.ts';
import { addPublish } from './commands/publish.ts';
import { addRead } from './commands/read.ts';
import { addRubric } from './commands/rubric-command.ts';
import { addScore } from './commands/score.ts';
import { addConfig } from './commands/config.ts';
import { addEvidence } from './commands/evidence.ts';
import { addLedger } from './commands/ledger.ts';
import { addMigrate } from './commands/migrate.ts';
import { addServe } from './commands/serve.ts';
import { addWork } from './commands/work.ts';
import { addBackup, addRestore } from './commands/backup.ts';
import { addVerify } from './commands/verify.ts';

/** Every command of the command line, in the order of `--help`. */
export const commands: readonly AddCommand[] = [
  addInspect,
  addProbe,
  addScore,
  addExplain,
  addVerify,
  addPublish,
  addAudit,
  addRead,
  addRubric,
  addCity,
  addDemo,
  addServe,
  addWork,
  addMigrate,
  addBackup,
  addRestore,
  addEvidence,
  addLedger,
  addConfig,
];
