import { users } from './people-fill.ts';
import type { Circle, Question } from './questions.ts';
import { signIn } from './service.ts';

/** One of the twenty, signed in. */
export interface Asker {
  login: string;
  headers: Record<string, string>;
  /** Whether a question is theirs to ask. */
  asks(question: Question): boolean;
}

type User = (typeof users)[number];

const isOf: Record<Circle, (user: User) => boolean> = {
  all: () => true,
  readers: ({ role }) => role !== 'admin',
  office: ({ role }) => role !== 'admin' && role !== 'unit-editor',
  province: ({ role, regionId }) => regionId === 1 && role !== 'admin',
  city: ({ regionId }) => regionId > 1 && regionId < 16,
  auditors: ({ role }) => role === 'auditor' || role === 'admin',
  admins: ({ role }) => role === 'admin',
  'main-admin': ({ login }) => login === 'admin0',
};

/** Signs everybody in as browsers do; in a fixed order. */
export async function signAllIn(address: string): Promise<Asker[]> {
  const askers: Asker[] = [];
  for (const user of users) {
    const headers = await signIn(address, user.login);
    askers.push({ login: user.login, headers, asks: ({ who }) => isOf[who](user) });
  }
  return askers;
}
