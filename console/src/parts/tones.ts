import type { StateOf } from '#domain/moves.ts';

/** What a colour says: fine, watch, charged or breach, unmeasured or resting, ours to act. */
export type Tone = 'green' | 'amber' | 'red' | 'grey' | 'blue';

type Tones<T extends string> = Record<T, Tone>;

/** The colour of every state. Never the only sign: the word stands beside it. */
export const tones = {
  campaign: {
    draft: 'grey',
    running: 'blue',
    reviewing: 'blue',
    hearing: 'blue',
    drafted: 'amber',
    signed: 'amber',
    published: 'green',
    closed: 'grey',
    cancelled: 'grey',
  } satisfies Tones<StateOf<'campaign'>>,
  inspection: {
    queued: 'grey',
    running: 'blue',
    interrupted: 'amber',
    'failed-ours': 'amber',
    measured: 'green',
    cancelled: 'grey',
  } satisfies Tones<StateOf<'inspection'>>,
  review: {
    open: 'blue',
    second: 'amber',
    accepted: 'red',
    'set-aside': 'grey',
    merged: 'grey',
  } satisfies Tones<StateOf<'review'>>,
  finding: { suspected: 'amber', confirmed: 'red', dropped: 'green', unmeasured: 'grey' },
  explanation: {
    claimed: 'blue',
    approved: 'green',
    refused: 'red',
    void: 'grey',
  } satisfies Tones<StateOf<'explanation'>>,
  appeal: {
    filed: 'blue',
    assigned: 'blue',
    upheld: 'green',
    refused: 'red',
    withdrawn: 'grey',
  } satisfies Tones<StateOf<'appeal'>>,
  circular: {
    draft: 'grey',
    reconciled: 'blue',
    submitted: 'amber',
    signed: 'amber',
    published: 'green',
    corrected: 'grey',
  } satisfies Tones<StateOf<'circular'>>,
  order: {
    issued: 'amber',
    received: 'blue',
    replied: 'blue',
    rechecking: 'blue',
    passed: 'green',
    closed: 'grey',
  } satisfies Tones<StateOf<'order'>>,
  escalation: {
    proposed: 'amber',
    decided: 'blue',
    'carried-out': 'red',
    recorded: 'grey',
    dismissed: 'grey',
  } satisfies Tones<StateOf<'escalation'>>,
  talk: {
    proposed: 'amber',
    scheduled: 'blue',
    held: 'blue',
    'followed-up': 'grey',
    dismissed: 'grey',
  } satisfies Tones<StateOf<'talk'>>,
  signal: {
    fine: 'green',
    watch: 'amber',
    breach: 'red',
    unmeasured: 'grey',
    cleared: 'green',
  } satisfies Tones<StateOf<'signal'>>,
  site: {
    applied: 'grey',
    approved: 'grey',
    building: 'blue',
    tested: 'blue',
    online: 'green',
    suspended: 'amber',
    closing: 'amber',
    offline: 'grey',
    archived: 'grey',
  } satisfies Tones<StateOf<'site'>>,
  verdict: { pass: 'green', fail: 'red', incomplete: 'grey' },
} as const;
export type Stated = keyof typeof tones;
