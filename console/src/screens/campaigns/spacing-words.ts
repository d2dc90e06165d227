/** 6 小时, 30 分钟, 2 秒: how far apart two looks are. */
export function spacingWords(
  ms: number,
  words: {
    hours(hours: string): string;
    minutes(minutes: string): string;
    seconds(seconds: string): string;
  },
): string {
  if (ms >= 3_600_000) return words.hours(String(Math.round(ms / 360_000) / 10));
  if (ms >= 60_000) return words.minutes(String(Math.round(ms / 6000) / 10));
  return words.seconds(String(Math.round(ms / 100) / 10));
}
