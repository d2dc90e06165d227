import { Alert, App, Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { addDays } from '#base/civil-date.ts';
import { useAct } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { dayOf } from '../../words/figures.ts';
import { reviewWords } from '../../words/review.ts';
import { ClaimGround } from './claim-ground.tsx';
import type { Explanation } from './use-claims.ts';

/** An explanation, and its decision: approved until a day, or refused. */
export function ExplanationDetail({ explanation }: { explanation: Explanation }): ReactNode {
  const words = useWords(reviewWords);
  const { may } = useSession();
  const isOpen = explanation.state === 'claimed';
  return (
    <ClaimGround
      claim={explanation}
      thing="explanation"
      text={explanation.statement}
      at={explanation.claimedAt}
      sumTitle={words.ifApproved}
      note={({ campaign }) => (campaign.explanationsLift ? null : words.noLift)}
    >
      {isOpen && may('explanation.decide') && <DecideExplanation explanation={explanation} />}
    </ClaimGround>
  );
}

function DecideExplanation({ explanation }: { explanation: Explanation }): ReactNode {
  const words = useWords(reviewWords);
  const { message } = App.useApp();
  const [approve, setApprove] = useState(true);
  const [validUntil, setUntil] = useState(addDays(dayOf(explanation.claimedAt), 365));
  const [decision, setDecision] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useAct('POST /explanations/{explanation}/decision');
  const decide = () => {
    if (decision.trim() === '') return setMissing(true);
    setMissing(false);
    const body = approve
      ? { approve: true as const, validUntil, decision }
      : { approve: false as const, decision };
    // The form is gone once it is decided: what follows must not hang on it.
    act.mutateAsync({ params: { explanation: explanation.id }, body }).then(
      () => void message.success(words.decided),
      () => undefined,
    );
  };
  return (
    <div className="claim-form">
      <Radio.Group
        aria-label={words.decision}
        value={approve}
        onChange={({ target }) => setApprove(target.value as boolean)}
        options={[
          { value: true, label: words.approve },
          { value: false, label: words.refuse },
        ]}
      />
      {approve && (
        <label>
          <span>{words.validUntil}</span>
          <DayField value={validUntil} onChange={(day) => setUntil(day ?? '')} />
        </label>
      )}
      <label>
        <span>{words.decision}</span>
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={decision}
          onChange={(event) => setDecision(event.target.value)}
        />
      </label>
      {isMissing && <Alert type="error" showIcon title={words.decisionNeeded} />}
      {act.error && <Alert type="error" showIcon title={act.error.message} />}
      <div className="claim-acts">
        <Button type="primary" loading={act.isPending} onClick={decide}>
          {words.decide}
        </Button>
      </div>
    </div>
  );
}
