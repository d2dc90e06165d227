import { Refusal } from '#base/refusal.ts';
import type { Settings } from '#domain/settings.ts';
import { fromBase32, TOTP_STEP_SECONDS, totpCode } from '#domain/totp.ts';
import { findDemo, findTotpSecret } from '#store/demo.ts';
import { missingMigrations, openOffice } from './open-office.ts';
import { isDemoFolder } from './demo-data.ts';

/**
 * The code of the second factor that somebody of the demo would read off a phone now. Refuses
 * data that are not the demo's: elsewhere a second factor is worth something because nobody can
 * ask for it.
 */
export async function askDemoCode(
  settings: Settings,
  login: string,
  known: readonly string[],
): Promise<string> {
  const missing = new Refusal('demo-not-running', { dir: settings.data });
  if (settings.databaseUrl !== null || !isDemoFolder(settings.data)) throw missing;
  const office = await openOffice(settings);
  try {
    if ((await missingMigrations(office)).length > 0) throw missing;
    if ((await findDemo(office.db)) === null) throw missing;
    const secret = await findTotpSecret(office.db, login);
    if (secret === null) throw new Refusal('demo-nobody', { login, known: known.join('、') });
    const step = Math.floor(Date.now() / 1000 / TOTP_STEP_SECONDS);
    return totpCode(fromBase32(secret), step);
  } finally {
    await office.close();
  }
}
