import { useEffect, useRef, useState } from 'react';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Circular, Contradiction } from '#domain/circular.ts';
import { type Answer, ask } from '../../api/ask.ts';

export type CircularView = Answer<'GET /circulars/{circular}'>;

/** So long nothing was typed: then the preview is made. */
const TYPED_MS = 500;

/** What a draft says with what is typed but not saved: text, contradictions, or the refusal. */
export function useDraft(view: CircularView) {
  const [brief, setBrief] = useState<CampaignBrief | null>(null);
  const [tried, setTried] = useState<{
    circular: Circular;
    contradictions: Contradiction[];
  } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const round = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: CampaignBrief) => {
    setBrief(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void preview(next), TYPED_MS);
  };
  const preview = async (next: CampaignBrief) => {
    const mine = ++round.current;
    try {
      const answer = await ask('POST /circulars/{circular}/trials', {
        params: { circular: view.id },
        body: { text: JSON.stringify(next) },
      });
      if (mine !== round.current) return;
      setTried(answer as unknown as { circular: Circular; contradictions: Contradiction[] });
      setRefusal(null);
    } catch (error) {
      if (mine === round.current) setRefusal(error instanceof Error ? error.message : `${error}`);
    }
  };
  const forget = () => {
    clearTimeout(timer.current);
    round.current += 1;
    setBrief(null);
    setTried(null);
    setRefusal(null);
  };
  return {
    isChanged: brief !== null,
    brief: brief ?? (view.brief as unknown as CampaignBrief),
    circular: tried?.circular ?? (view.circular as unknown as Circular),
    contradictions: tried?.contradictions ?? view.contradictions,
    isTried: tried !== null,
    refusal,
    change,
    forget,
  };
}
