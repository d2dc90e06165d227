/**
 * The states of each thing and the moves between them (office, section 2). What is not in the
 * table is refused. «Overdue» is no state: it follows from a deadline and the time.
 */
export const moves = {
  campaign: {
    draft: ['running', 'cancelled'],
    running: ['reviewing', 'cancelled'],
    reviewing: ['hearing', 'drafted', 'cancelled'],
    hearing: ['drafted', 'cancelled'],
    drafted: ['signed', 'hearing', 'reviewing', 'cancelled'],
    signed: ['published', 'drafted', 'cancelled'],
    published: ['closed'],
    closed: [],
    cancelled: [],
  },
  inspection: {
    queued: ['running', 'cancelled'],
    running: ['measured', 'interrupted', 'failed-ours', 'cancelled'],
    interrupted: ['running', 'cancelled'],
    'failed-ours': ['queued'],
    measured: ['queued'],
    cancelled: [],
  },
  review: {
    open: ['accepted', 'set-aside', 'merged', 'second'],
    second: ['accepted', 'set-aside', 'open'],
    accepted: ['open'],
    'set-aside': ['open'],
    merged: ['open'],
  },
  explanation: {
    claimed: ['approved', 'refused'],
    approved: ['void'],
    refused: [],
    void: [],
  },
  appeal: {
    filed: ['assigned', 'withdrawn'],
    assigned: ['upheld', 'refused', 'withdrawn', 'assigned'],
    upheld: [],
    refused: [],
    withdrawn: [],
  },
  circular: {
    draft: ['reconciled'],
    reconciled: ['draft', 'submitted'],
    submitted: ['signed', 'draft'],
    signed: ['published', 'draft'],
    published: ['corrected'],
    corrected: [],
  },
  order: {
    issued: ['received'],
    received: ['replied'],
    replied: ['rechecking', 'received'],
    rechecking: ['passed', 'received'],
    passed: ['closed'],
    closed: [],
  },
  escalation: {
    proposed: ['decided', 'dismissed'],
    decided: ['carried-out'],
    'carried-out': ['recorded'],
    recorded: [],
    dismissed: [],
  },
  talk: {
    proposed: ['scheduled', 'dismissed'],
    scheduled: ['scheduled', 'held', 'dismissed'],
    held: ['followed-up'],
    'followed-up': [],
    dismissed: [],
  },
  signal: {
    fine: ['watch', 'breach', 'unmeasured'],
    watch: ['breach', 'cleared', 'unmeasured'],
    breach: ['watch', 'cleared', 'unmeasured'],
    unmeasured: ['watch', 'breach', 'cleared'],
    cleared: [],
  },
  site: {
    applied: ['approved', 'archived'],
    approved: ['building'],
    building: ['tested'],
    tested: ['online'],
    online: ['suspended', 'closing'],
    suspended: ['online', 'closing'],
    closing: ['offline'],
    offline: ['archived'],
    archived: [],
  },
  'error-report': {
    received: ['assigned', 'refused', 'merged'],
    assigned: ['answered', 'received', 'merged'],
    answered: ['closed', 'assigned'],
    closed: ['assigned'],
    merged: ['closed', 'refused'],
    refused: ['received'],
  },
  inquiry: {
    received: ['assigned', 'refused', 'merged'],
    assigned: ['handling', 'received', 'merged'],
    handling: ['asking', 'drafted', 'merged'],
    asking: ['handling'],
    drafted: ['handling', 'published', 'withheld'],
    published: ['handling', 'withheld'],
    withheld: ['handling', 'published'],
    merged: ['published', 'withheld', 'refused'],
    refused: ['received'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type Thing = keyof typeof moves;
export type StateOf<T extends Thing> = keyof (typeof moves)[T] & string;

/** Whether a thing may go from one state to another. */
export function mayMove(thing: Thing, from: string, to: string): boolean {
  const table: Record<string, readonly string[]> = moves[thing];
  return table[from]?.includes(to) ?? false;
}
