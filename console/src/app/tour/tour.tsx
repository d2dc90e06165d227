import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { tourWords } from '../../words/tour.ts';
import { screens } from '../screens.ts';
import { markPlace } from './mark-place.ts';
import { officeSteps, type TourStep, unitSteps } from './tour-steps.ts';
import './tour.css';

/** The steps of somebody: over the screens that they may open. */
function useSteps(): TourStep[] {
  const { may, isUnit } = useSession();
  const canOpen = (path: string) => {
    const needs = screens.find((screen) => screen.path === path)?.needs ?? [];
    return needs === 'signed-in' || needs.some(may);
  };
  return (isUnit ? unitSteps : officeSteps).filter(({ path }) => canOpen(path));
}

/** A card in the corner that walks over the real screens; it takes nothing away from them. */
export default function Tour({
  isAsked,
  leave,
}: {
  /** Asked for: it begins at once; otherwise it is only offered. */
  isAsked: boolean;
  leave(): void;
}): ReactNode {
  const [step, setStep] = useState<number | null>(isAsked ? 0 : null);
  return step === null ? (
    <Offer begin={() => setStep(0)} leave={leave} />
  ) : (
    <Walk step={step} go={setStep} leave={leave} />
  );
}

function Offer({ begin, leave }: { begin(): void; leave(): void }): ReactNode {
  const words = useWords(tourWords);
  return (
    <aside className="tour-card" aria-label={words.title}>
      <p>{words.offer}</p>
      <p className="quiet">{words.laterHint}</p>
      <div className="tour-acts">
        <Button type="primary" onClick={begin}>
          {words.begin}
        </Button>
        <Button onClick={leave}>{words.notNow}</Button>
      </div>
    </aside>
  );
}

/** The keys of the tour, wherever the focus is, but where somebody types. */
function useTourKeys(acts: Record<'ArrowRight' | 'ArrowLeft' | 'Escape', () => void>): void {
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if ((target as HTMLElement).closest('input, textarea, select, [role="dialog"]')) return;
      if (key in acts) acts[key as keyof typeof acts]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}

function Walk({
  step,
  go,
  leave,
}: {
  step: number;
  go(step: number): void;
  leave(): void;
}): ReactNode {
  const words = useWords(tourWords);
  const steps = useSteps();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const head = useRef<HTMLHeadingElement>(null);
  const { path, place, word } = steps[step] ?? { path: '/', place: 'main', word: 'end' };
  const isLast = step >= steps.length - 1;
  const on = () => (isLast ? leave() : go(step + 1));
  const back = () => go(Math.max(0, step - 1));
  useEffect(() => {
    void navigate(path);
    return markPlace(place);
  }, [path, place, navigate]);
  useEffect(() => {
    // Once the screen has come and its frame has put the focus on it.
    const soon = setTimeout(() => head.current?.focus({ preventScroll: true }), 50);
    return () => clearTimeout(soon);
  }, [step, pathname]);
  useTourKeys({ ArrowRight: on, ArrowLeft: back, Escape: leave });
  return (
    <section className="tour-card" aria-label={words.title}>
      <h2 ref={head} tabIndex={-1}>
        {words.stepOf(step + 1, steps.length)}
      </h2>
      <p aria-live="polite">{words.steps[word]}</p>
      <p className="quiet">{words.keys}</p>
      <div className="tour-acts">
        <Button type="primary" onClick={on}>
          {isLast ? words.finish : words.next}
        </Button>
        {step > 0 && <Button onClick={back}>{words.back}</Button>}
        {!isLast && (
          <Button type="text" onClick={leave}>
            {words.leave}
          </Button>
        )}
      </div>
    </section>
  );
}
