// Loaded by `--import` into a process of the service: its wall clock is ahead by as many
// milliseconds as the file named in CLOCK_FILE says, and looks for a change all the time. Timers
// and performance.now() go on as they do when the clock of a machine is set.
import { readFileSync } from 'node:fs';

const Real = Date;
let aheadMs = 0;
const look = () => {
  aheadMs = Number(readFileSync(process.env.CLOCK_FILE, 'utf8'));
};
look();
setInterval(look, 20).unref();

globalThis.Date = class Date extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() + aheadMs);
    else super(...args);
  }

  static now() {
    return Real.now() + aheadMs;
  }
};
