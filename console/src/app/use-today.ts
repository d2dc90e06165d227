import { useAsk } from '../api/use-ask.ts';
import { dayOf } from '../words/figures.ts';

/** Today by the clock of the office, which in the demo lives in 2019; null until it is known. */
export function useToday(): string | null {
  const { data } = useAsk('GET /clock');
  return data === undefined ? null : dayOf(data.now);
}
