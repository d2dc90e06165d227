import type { Language } from '../../words/language.ts';

/** A rule as the service writes it (`each 0.1, cap 9`), in the reader's words. */
export function ruleWords(rule: string, language: Language): string {
  if (language === 'en') return rule;
  if (/^(?:each|flat) unknown/.test(rule)) return '分值未知';
  return rule
    .replace(/^each (\S+?)(?=,|$)/, '每个扣 $1 分')
    .replace(/^flat (\S+?)(?=,|$)/, '扣 $1 分')
    .replace(/^manual (\S+?)(?=,|$)/, '人工评定，$1 分')
    .replace(/^ladder /, '分档 ')
    .replace(/^joint /, '达到 ')
    .replace(/^(\S+) per (\S+) % of (\w+)/, '$3 每 $2% 扣 $1 分')
    .replace(/, parts \w+/, '')
    .replace(/, cap (\S+)/, '，最多 $1 分')
    .replaceAll('unknown', '未知')
    .replaceAll(' | ', ' 或 ');
}
