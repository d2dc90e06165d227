import type { Role } from '#domain/person.ts';
import type { OfficeLogin } from './stage.ts';

/** Who works in the demo's office, beside the administrator. Names say what one is: nobody's. */
export const officePosts: Readonly<
  Record<Exclude<OfficeLogin, 'admin'>, { name: string; role: Role }>
> = {
  inspector: { name: '监管员甲', role: 'inspector' },
  inspector2: { name: '监管员乙', role: 'inspector' },
  reviewer: { name: '复核员甲', role: 'reviewer' },
  leader: { name: '签发人甲', role: 'leader' },
  auditor: { name: '审计员甲', role: 'auditor' },
};

/** The unit whose people a visitor of the demo may be. */
export const UNIT_OF_SIGN_IN = '市民政局';
export const unitLogins = { editor: 'editor', head: 'head' } as const;

/** Known to everybody, so the demo listens to this machine only while it is in use. */
export const KNOWN_PASSWORD = 'xunwang-demo';

/** One sign-in a role, as the terminal prints them. */
export const signIns: readonly { login: string; role: Role; secondFactor: boolean }[] = [
  { login: 'admin', role: 'admin', secondFactor: true },
  { login: 'inspector', role: 'inspector', secondFactor: false },
  { login: 'reviewer', role: 'reviewer', secondFactor: false },
  { login: 'leader', role: 'leader', secondFactor: true },
  { login: 'editor', role: 'unit-editor', secondFactor: false },
  { login: 'head', role: 'unit-head', secondFactor: false },
  { login: 'auditor', role: 'auditor', secondFactor: false },
];
