import type { Clock } from '#domain/clock.ts';
import { defaultCampaignSettings } from '#domain/check-campaign.ts';
import type { CampaignSettings } from '#domain/campaign.ts';
import type { Ladder } from '#domain/ladder.ts';
import { mayAnywhere } from '#domain/rights.ts';
import { Refusal } from '#base/refusal.ts';
import { parseSettings } from '#domain/parse-settings.ts';
import type { Setting } from '#domain/setting.ts';
import { type SettingName, settings } from '#domain/settings.ts';
import { type MonitoringPlan, usualPlan } from '#domain/signal.ts';
import { CHECKS_A_DAY } from '#domain/site-check.ts';
import type { Desk } from './desk.ts';
import { escalationTerms } from './escalation-terms.ts';
import { officeClocks } from './start-deadline.ts';

/** One setting of the installation, as it holds now. */
export interface SettingLine {
  name: string;
  env: string;
  /** Null: not set; of a secret never more than whether it is. */
  value: string | number | null;
  isSecret: boolean;
  /** Whether it was set for this installation, or is as it comes. */
  source: 'default' | 'environment';
  default: string | null;
  unit: string | null;
  doc: { zh: string; en: string };
}

/** What the office works by where the law is silent: all of it data. */
export interface OfficeTerms {
  clocks: readonly Clock[];
  ladder: Ladder;
  monitoring: MonitoringPlan;
  /** What a campaign takes unless it is opened otherwise: the recheck policy among it. */
  campaign: CampaignSettings;
  checksADay: number;
}

/** Every setting of the installation with where its value comes from. */
export function askSettings(desk: Desk): SettingLine[] {
  if (!mayAnywhere(desk.actor, 'settings.read')) {
    throw new Refusal('right-missing', { right: 'settings.read' });
  }
  const usual = parseSettings({}).values;
  const values = desk.settings ?? usual;
  return (Object.entries(settings) as [SettingName, Setting][]).map(([name, setting]) => {
    const value = values[name];
    const isSecret = setting.secret === true;
    return {
      name,
      env: setting.env,
      value: isSecret && value !== null ? '***' : value,
      isSecret,
      source: value === usual[name] ? 'default' : 'environment',
      default: setting.default,
      unit: setting.unit,
      doc: setting.doc,
    };
  });
}

/** Clocks, ladder, pace of monitoring, recheck policy. */
export function askOfficeTerms(): OfficeTerms {
  return {
    clocks: officeClocks(),
    ladder: escalationTerms().ladder,
    monitoring: usualPlan,
    campaign: defaultCampaignSettings,
    checksADay: CHECKS_A_DAY,
  };
}
